import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { ExpectedReport, OwedGrain } from '../../src/model/expected-report.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { ResultSet } from '../../src/model/result-set.ts'
import type { Window } from '../../src/model/rules/time.ts'
import { type TerritorySet, territoryKey } from '../../src/model/territory.ts'
import { edgeDays } from '../../src/model/time-choice.ts'
import { type OwedCount, owedSql, readOwed, readOwedCounts } from '../../src/query/owed-query.ts'
import { dropSql } from '../../src/query/resolve/load-statements.ts'
import { loadWorld } from '../support/load-world.ts'
import { openNational, readLedger, readNationalTable, readReported, territoryOf } from '../support/national-simulated.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { observation } from '../support/observation.ts'
import { worldMeta } from '../support/small-worlds.ts'

const monthly = (indicator: string, change: Partial<ExpectedReport> = {}): ExpectedReport => ({
  ...{ territorySet: '63', indicator, grain: 'month', from: '2024-01-01', to: '2024-12-31', dueDays: 10 },
  ...change,
})
const MARCH: Window = { from: '2024-03-01', to: '2024-03-31' }
const ALL: Window = { from: null, to: null }

describe('by hand, of two provinces', () => {
  let database: Database
  let number = 0
  beforeAll(async () => {
    database = await openNodeDatabase()
  })
  afterAll(() => database.close())

  async function countsOf(
    rows: readonly Partial<Observation>[],
    expected: readonly ExpectedReport[],
    window: Window | null,
    { indicators = null, asOf = null }: { readonly indicators?: readonly string[] | null; readonly asOf?: string | null } = {},
  ): Promise<OwedCount[]> {
    const schema = `ds_o${++number}`
    const all = rows.map((row, at) => observation({ indicator: 'flow', ...row, row: at }))
    await loadWorld(database, schema, all)
    const days = rows.map(({ periodEnd }) => periodEnd ?? '').sort()
    const dataset: Dataset = {
      ...worldMeta(schema),
      expected,
      asOf,
      years: [],
      latestDay: days.at(-1) || null,
      rhythms: [],
      seams: [],
    }
    const result = await database.query(owedSql(dataset, window, indicators))
    await database.query(dropSql(schema))
    const counts = readOwedCounts(result)
    expect(readOwed(result).length).toBe(counts.reduce((sum, { owed, received }) => sum + owed - received, 0))
    return counts
  }
  const missingIn = async (rows: readonly Partial<Observation>[], expected = [monthly('flow')], window = MARCH) =>
    (await countsOf(rows, expected, window)).map(({ missing }) => missing.map(({ code }) => code).join())
  const march = { periodStart: '2024-03-01', periodEnd: '2024-03-31' }

  test('a row of the month is received, by whom it is; the other one is missing', async () => {
    expect(await countsOf([march], [monthly('flow')], MARCH, { asOf: '2024-04-11' })).toEqual([
      {
        ...{ territorySet: '63', indicator: 'flow', grain: 'month', start: '2024-03-01', end: '2024-03-31', due: '2024-04-10' },
        ...{ overdue: true, owed: 2, received: 1, missing: [{ set: '63', code: '84' }] },
      },
    ])
    expect((await countsOf([march], [monthly('flow')], MARCH, { asOf: '2024-04-10' }))[0]?.overdue).toBe(false)
    expect((await countsOf([march], [monthly('flow')], MARCH))[0]?.overdue).toBe(false)
  })

  test.each<[string, Partial<Observation>, string]>([
    ['in words', { value: null, qualifier: 'unquantified' }, '84'],
    ['withheld', { value: null, status: 'suppressed' }, '84'],
    ['a part', { breakdownKey: 'add', breakdownValue: 'x' }, '84'],
    ['with the month before it', { periodStart: '2024-02-01' }, '84'],
    ['with the month after it', { periodEnd: '2024-04-30' }, '84'],
    ['with two months more', { periodStart: '2024-01-01' }, '36,84'],
    ['of the quarter', { periodStart: '2024-01-01' }, '36,84'],
    ['of some days of it', { periodEnd: '2024-03-30' }, '36,84'],
    ['without a start', { periodStart: null }, '36,84'],
    ['without an end', { periodEnd: null }, '36,84'],
    ['of another indicator', { indicator: 'won' }, '36,84'],
    ['of a part of the province', { scopeVi: 'thị xã', scopeEn: 'town' }, '36,84'],
    ['of a commune', { unitLevel: 'xa', unitName: 'Công an xã', levelRelation: 'within' }, '36,84'],
    ['of a department', { unitLevel: 'phong', unitName: 'Phòng', scopeVi: 'Phòng', levelRelation: 'additional' }, '36,84'],
  ])('a row %s', async (_, change, missing) => {
    expect(await missingIn([{ ...march, ...change }])).toEqual([missing])
  })

  test('a stock is received with a day in the month, a flow is not', async () => {
    const day = { periodStart: null, periodEnd: '2024-03-05', periodBasis: 'as_of' } as const
    expect(await missingIn([{ ...day, indicator: 'stock' }], [monthly('stock')])).toEqual(['84'])
    expect(await missingIn([{ ...day, indicator: 'printed' }], [monthly('printed')])).toEqual(['84'])
    expect(await missingIn([{ ...day, indicator: 'stock', periodEnd: '2024-04-01' }], [monthly('stock')])).toEqual(['36,84'])
    expect(await missingIn([day])).toEqual(['36,84'])
  })

  test('what a correction took the place of and what another source says as well are received', async () => {
    expect(
      await missingIn([march, { ...march, revision: 2, value: 11 }, { ...march, provinceCode: '84', sourceId: 'B' }]),
    ).toEqual([''])
  })

  test('a year comes with its year, not with its months', async () => {
    const year = monthly('flow', { grain: 'year', dueDays: 20 })
    expect(
      await missingIn([march, { ...march, provinceCode: '84', periodStart: '2024-01-01', periodEnd: '2024-12-31' }], [year], ALL),
    ).toEqual(['36'])
  })

  test('only what lies in the window is asked for, of the indicators that are asked for', async () => {
    const rules = [monthly('flow'), monthly('stock', { grain: 'quarter' })]
    const of = async (window: Window | null, indicators: readonly string[] | null = null, asOf: string | null = null) =>
      (await countsOf([march], rules, window, { indicators, asOf })).map(({ indicator, start }) => `${indicator} ${start}`)
    expect(await of({ from: '2024-03-01', to: '2024-06-30' })).toEqual([
      ...['2024-03-01', '2024-04-01', '2024-05-01', '2024-06-01'].map((day) => `flow ${day}`),
      'stock 2024-04-01',
    ])
    expect(await of(MARCH, ['stock'])).toEqual([])
    expect(await of({ from: null, to: '2024-03-31' }, ['stock'])).toEqual(['stock 2024-01-01'])
    expect(await of(null)).toEqual(['flow 2024-03-01', 'stock 2024-01-01'])
    expect(await of(null, null, '2024-09-29')).toEqual(['flow 2024-08-01', 'stock 2024-04-01'])
    expect(await of(null, null, '2023-12-31')).toEqual([])
    expect(await countsOf([{ ...march, periodEnd: null }], rules, null)).toEqual([])
    expect(await countsOf([march], [], ALL)).toEqual([])
  })
})

describe('the simulated reports of the nation', () => {
  let dataset: Dataset
  let counts: OwedCount[]
  let ask: (sql: string) => Promise<ResultSet>
  beforeAll(async () => {
    const national = await openNational()
    ask = national.ask
    const expected = (await readNationalTable('expected')).map((row) => ({
      territorySet: row.territory_set as TerritorySet,
      indicator: row.indicator_code ?? '',
      grain: row.grain as OwedGrain,
      ...{ from: row.from ?? '', to: row.to ?? '', dueDays: Number(row.due_days) },
    }))
    dataset = { ...national.opened.dataset, expected }
    counts = readOwedCounts(await ask(owedSql(dataset, ALL, null)))
  }, 180_000)

  const monthsOf = (all: readonly OwedCount[]) =>
    all
      .filter(({ grain }) => grain === 'month')
      .flatMap(({ indicator, end, missing }) => missing.map((unit) => `${territoryKey(unit)} ${end} ${indicator}`))
      .toSorted()

  test('lack by months what the ledger of the gaps says, and nothing else', async () => {
    const gaps = await readLedger('gaps')
    // What a review says of the last day of its year is said of the last month, too.
    const reviews = (await readReported()).filter(({ source_id: source }) => !source.startsWith('BC'))
    const reviewed = new Set(reviews.map((row) => `${territoryOf(row)} ${row.period_end} ${row.indicator_code}`))
    const rules = dataset.expected.filter(({ grain }) => grain === 'month')
    const owed = gaps.flatMap(({ territory = '', month_end: end = '', gap, table }) =>
      rules
        .filter(({ territorySet, from, to }) => territory.startsWith(territorySet) && from <= end && to >= end)
        .filter(({ indicator }) => {
          const known = dataset.indicators.find(({ code }) => code === indicator)
          if (gap === 'no_table') return known?.domain === table
          const isStock = known?.aggregation === 'last'
          if (isStock && reviewed.has(`${territory} ${end} ${indicator}`)) return false
          return gap === 'missing' || isStock
        })
        .map(({ indicator }) => `${territory} ${end} ${indicator}`),
    )
    expect(owed.length).toBeGreaterThan(1000)
    expect(monthsOf(counts)).toEqual(owed.toSorted())
  })

  test('of one year are those of all years that lie in it', async () => {
    const window = edgeDays('2021', dataset.calendar)
    const year = readOwedCounts(await ask(owedSql(dataset, window, null)))
    expect(year).toEqual(counts.filter(({ start, end }) => start >= window.from && end <= window.to))
    expect(year.length).toBeGreaterThan(100)
  })
})
