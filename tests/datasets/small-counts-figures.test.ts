import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import { printFigure } from '../../src/locale/print-figure.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { Observation } from '../../src/model/observation.ts'
import { addFigures } from '../../src/model/rules/add-figures.ts'
import { figuresOf } from '../../src/model/rules/figures.ts'
import { resolveRows } from '../../src/model/rules/resolve-rows.ts'
import type { Window } from '../../src/model/rules/time.ts'
import { figuresSql } from '../../src/query/figures/figures-sql.ts'
import { readFigures } from '../../src/query/figures/read-figures.ts'
import { openDemoSimulated } from '../support/demo-simulated.ts'
import { loadWorld } from '../support/load-world.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { observations } from '../support/observation.ts'
import { worldBook } from '../support/small-worlds.ts'

const YEAR: Window = { from: '2024-01-01', to: '2024-12-31' }
const WITHHELD: Partial<Observation> = { value: null, status: 'suppressed' }
const flow = (more: Partial<Observation>): Partial<Observation> => ({ indicator: 'flow', ...more })
const part = (value: string, more: Partial<Observation> = {}) => flow({ breakdownKey: 'add', breakdownValue: value, ...more })
const month = (start: string, end: string, more: Partial<Observation> = {}) =>
  flow({ periodStart: start, periodEnd: end, ...more })

let database: Database
let worlds = 0
beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

/** The standing figures of a few rows, from the engine; the rules say the same. */
async function figuresOfRows(rows: readonly Partial<Observation>[], window: Window | null): Promise<Figure[]> {
  const all = observations(rows)
  const schema = `ds_small${++worlds}`
  await loadWorld(database, schema, all)
  const found = readFigures(await database.query(figuresSql({ schema, indicators: null, territories: null, window, filter: {} })))
  expect(found).toEqual(figuresOf(resolveRows(all, worldBook()), worldBook(), window, {}))
  return found.filter(({ stands }) => stands)
}

describe('a sum that a withheld number belongs to', () => {
  test('over parts is a lower bound, not the sum of the others', async () => {
    const figures = await figuresOfRows([part('x', WITHHELD), part('y', { value: 18 })], null)
    expect(figures).toMatchObject([{ basis: 'parts_sum', value: 18, low: true, state: 'value', terms: [0, 1] }])
  })

  test('over months is a lower bound', async () => {
    const rows = [month('2024-01-01', '2024-01-31', { value: 30 }), month('2024-02-01', '2024-02-29', WITHHELD)]
    expect(await figuresOfRows(rows, YEAR)).toMatchObject([{ value: 30, low: true, state: 'value', days: 60, daysOf: 366 }])
  })

  test('over old units is a lower bound', () => {
    const [known, withheld] = figuresOf(
      resolveRows(observations([flow({ value: 30 }), flow({ ...WITHHELD, provinceCode: '84' })]), worldBook()),
      worldBook(),
      null,
      {},
    ) as [Figure, Figure]
    const from = [known.territory, withheld.territory]
    const sum = { period: known.period, days: null, daysOf: null, comparisonKey: known.comparisonKey, merged: { from, of: 2 } }
    expect(addFigures([known, withheld], sum)).toMatchObject({ value: 30, low: true })
    expect(addFigures([withheld], sum)).toBeNull()
  })

  test('is refused where the others say no more than an upper bound', async () => {
    const rows = [part('x', WITHHELD), part('y', { value: 18, qualifier: 'at_most' })]
    expect(await figuresOfRows(rows, null)).toMatchObject([{ value: null, low: false }])
  })

  test('is withheld where all of it is', async () => {
    expect(await figuresOfRows([part('x', WITHHELD), part('y', WITHHELD)], null)).toMatchObject([
      { value: null, state: 'suppressed' },
    ])
  })
})

test('a total stands as it is beside withheld parts, and does not differ from them; a withheld total is not made of its parts', async () => {
  const parts = [part('x', WITHHELD), part('y', { value: 18 })]
  expect(await figuresOfRows([flow({ value: 20 }), ...parts], null)).toMatchObject([
    { basis: 'total', value: 20, low: false, mismatch: false },
  ])
  expect(await figuresOfRows([flow(WITHHELD), ...parts], null)).toMatchObject([
    { basis: 'total', value: null, state: 'suppressed' },
  ])
})

test('the simulated package shows what it withholds, and a year with such months as "more than"', async () => {
  const demo = await openDemoSimulated()
  expect(demo.opened.report.rejected).toBe(0)
  const gunsOf = async (time: string) => {
    const { figures } = (await demo.ask(['surrendered_items'], time)).answer
    const [guns] = figures.filter(({ territory, breakdownValues }) => territory.code === '48' && breakdownValues[0] === 'gun')
    if (!guns) throw new Error('no guns')
    return { ...guns, text: printFigure(guns, demo.opened.dataset, wordsOf('vi').figure, 'vi').full }
  }
  expect(await gunsOf('2024-01')).toMatchObject({ value: null, state: 'suppressed', text: 'không công bố' })
  const year = await gunsOf('2024')
  expect(year).toMatchObject({ low: true, state: 'value', days: 366 })
  expect(year.text).toBe(`trên ${year.value}`)
}, 60_000)
