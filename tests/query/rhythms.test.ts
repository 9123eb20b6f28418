import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import type { Observation } from '../../src/model/observation.ts'
import { dropSql } from '../../src/query/resolve/load-statements.ts'
import { readRhythms, rhythmsSql } from '../../src/query/resolve/rhythms.ts'
import { openDemoSimulated } from '../support/demo-simulated.ts'
import { loadWorld } from '../support/load-world.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { observation } from '../support/observation.ts'
import { openPublicReports } from '../support/public-reports.ts'

let database: Database
let number = 0
beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

/** `flow month 2024-01-01..2024-02-29` of rows in the engine. */
async function rhythmsOf(rows: readonly Partial<Observation>[]): Promise<string[]> {
  const schema = `ds_r${++number}`
  await loadWorld(
    database,
    schema,
    rows.map((row, at) => observation({ indicator: 'flow', ...row, row: at, observationId: `O${at}` })),
  )
  const answer = await database.query(`SELECT (${rhythmsSql(schema)}) AS rhythms`)
  await database.query(dropSql(schema))
  return readRhythms(String(answer.columns.rhythms?.[0])).map(
    ({ indicator, grain, from, to }) => `${indicator} ${grain} ${from}..${to}`,
  )
}

const span = (periodStart: string | null, periodEnd: string | null, more: Partial<Observation> = {}): Partial<Observation> => ({
  ...{ periodStart, periodEnd, ...more },
})
const day = (periodEnd: string, more: Partial<Observation> = {}) => span(null, periodEnd, { indicator: 'stock', ...more })

describe('flows', () => {
  test('of two months of one place are monthly, and gathered by what else holds two of them', async () => {
    expect(await rhythmsOf([span('2024-01-01', '2024-01-31'), span('2024-02-01', '2024-02-29')])).toEqual([
      'flow month 2024-01-01..2024-02-29',
    ])
    expect(await rhythmsOf([span('2023-12-01', '2023-12-31'), span('2024-02-01', '2024-02-29')])).toEqual([
      'flow month 2023-12-01..2024-02-29',
      'flow quarter 2023-12-01..2024-02-29',
      'flow half 2023-12-01..2024-02-29',
      'flow year 2023-12-01..2024-02-29',
    ])
  })

  test('of one stretch, of stretches off the calendar or without a bound have none', async () => {
    expect(await rhythmsOf([span('2024-01-01', '2024-01-31')])).toEqual([])
    expect(await rhythmsOf([span('2024-01-01', '2024-01-31'), span('2024-01-01', '2024-06-30')])).toEqual([])
    expect(await rhythmsOf([span('2024-01-15', '2024-02-14'), span('2024-02-15', '2024-03-14')])).toEqual([])
    expect(await rhythmsOf([span('2024-02-01', '2024-04-30'), span('2024-05-01', '2024-07-31')])).toEqual([])
    expect(await rhythmsOf([span(null, '2024-01-31'), span(null, '2024-02-29'), span('2024-03-01', null)])).toEqual([])
  })

  test('of one month in each of two places have none: nothing goes on', async () => {
    expect(
      await rhythmsOf([
        span('2024-01-01', '2024-01-31', { provinceCode: '36' }),
        span('2024-02-01', '2024-02-29', { provinceCode: '84' }),
      ]),
    ).toEqual([])
  })

  test('of years are yearly, beside months of another place monthly', async () => {
    const years = [span('2022-01-01', '2022-12-31'), span('2023-01-01', '2023-12-31')]
    expect(await rhythmsOf(years)).toEqual(['flow year 2022-01-01..2023-12-31'])
    const months = ['01-01|01-31', '02-01|02-29'].map((text) => {
      const [from = '', to = ''] = text.split('|')
      return span(`2024-${from}`, `2024-${to}`, { provinceCode: '84' })
    })
    expect(await rhythmsOf([...years, ...months])).toEqual([
      'flow month 2024-01-01..2024-02-29',
      'flow year 2022-01-01..2024-02-29',
    ])
  })

  test('of a part of the province do not count', async () => {
    const part = { scopeVi: 'thị xã', scopeEn: 'town' }
    expect(await rhythmsOf([span('2024-01-01', '2024-01-31', part), span('2024-02-01', '2024-02-29', part)])).toEqual([])
  })
})

describe('stocks and printed figures', () => {
  test.each([
    ['2024-01-31', '2024-02-29', 'month'],
    ['2024-03-31', '2024-06-30', 'quarter'],
    ['2023-12-31', '2024-06-30', 'half'],
    ['2023-12-31', '2024-12-31', 'year'],
  ])('of %s and %s are of a %s', async (one, other, grain) => {
    expect((await rhythmsOf([day(one), day(other)]))[0]).toBe(`stock ${grain} ${one}..${other}`)
    expect((await rhythmsOf([day(one, { indicator: 'printed' }), day(other, { indicator: 'printed' })]))[0]).toBe(
      `printed ${grain} ${one}..${other}`,
    )
  })

  test('of one day, twice, or of two places have none', async () => {
    expect(await rhythmsOf([day('2024-01-31'), day('2024-01-31', { breakdownKey: 'kind', breakdownValue: 'x' })])).toEqual([])
    expect(await rhythmsOf([day('2024-01-31'), day('2024-02-29', { provinceCode: '84' })])).toEqual([])
  })
})

test('the simulated months are monthly from the first to the last, all four indicators', async () => {
  const { rhythms } = (await openDemoSimulated()).opened.dataset
  const flow = { from: '2023-01-01', to: '2024-12-31' }
  const grains = ['month', 'quarter', 'half', 'year']
  expect(rhythms).toEqual(
    ['charity_donations', 'models_maintained', 'surrendered_items', 'tips_received'].flatMap((indicator) =>
      grains.map((grain) => ({
        indicator,
        grain,
        ...flow,
        ...(indicator === 'models_maintained' ? { from: '2023-01-31' } : {}),
      })),
    ),
  )
})

test('the published reports have none', async () => {
  expect((await openPublicReports()).dataset.rhythms).toEqual([])
})

test('no text, no rhythm', () => {
  expect(readRhythms('')).toEqual([])
})
