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
import {
  MONTH_ENDS,
  monthsCovered,
  openNational,
  readLedger,
  readNationalTable,
  readReported,
  territoryOf,
} from '../support/national-simulated.ts'
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
    ['with the month after it and a day', { periodStart: '2024-02-29', periodEnd: '2024-04-30' }, '36,84'],
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

  test.each<[OwedGrain, Window, string, string, string]>([
    ['quarter', { from: '2024-04-01', to: '2024-06-30' }, '2024-04-01', '2024-09-30', '2024-10-01'],
    ['half', { from: '2024-01-01', to: '2024-06-30' }, '2024-01-01', '2024-12-31', '2025-01-01'],
    ['nine_months', { from: '2024-01-01', to: '2024-09-30' }, '2023-04-01', '2024-09-30', '2024-10-01'],
    ['year', { from: '2024-01-01', to: '2024-12-31' }, '2024-01-01', '2025-12-31', '2026-01-01'],
  ])('a late report of the %s may be twice as long, and not a day longer', async (grain, window, periodStart, last, dayAfter) => {
    const rule = [monthly('flow', { grain, from: '2023-01-01', to: '2025-12-31' })]
    const rows = [
      { periodStart, periodEnd: last },
      { periodStart, periodEnd: dayAfter, provinceCode: '84' },
    ]
    expect(await missingIn(rows, rule, window)).toEqual(['84'])
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

  describe('what is owed in its own right makes good only itself', () => {
    const owes = (...grains: OwedGrain[]) => grains.map((grain) => monthly('flow', { grain }))
    const year = { periodStart: '2024-01-01', periodEnd: '2024-12-31' }
    const nineMonths = { ...year, periodEnd: '2024-09-30' }
    const half = { ...year, periodEnd: '2024-06-30' }
    const in2024: Window = { from: '2024-01-01', to: '2024-12-31' }
    const missing = async (rows: readonly Partial<Observation>[], rules: readonly ExpectedReport[], window: Window = in2024) =>
      (await countsOf(rows, rules, window)).map(
        ({ grain, missing }) => `${grain} ${missing.map(({ code }) => code).join('+') || '-'}`,
      )
    const other = (row: Partial<Observation>) => ({ ...row, provinceCode: '84' })

    test('the year is no report of its nine months, nor these of the half-year', async () => {
      const rules = owes('first_half', 'nine_months', 'year')
      expect(await missing([year, other(nineMonths)], rules)).toEqual(['first_half 36+84', 'nine_months 36', 'year 84'])
      expect(await missing([half, nineMonths, year, other(half)], rules)).toEqual([
        ...['first_half -', 'nine_months 84', 'year 84'],
      ])
    })

    test('also where the longer one does not lie in the window', async () => {
      const upToSeptember: Window = { from: '2024-01-01', to: '2024-09-30' }
      expect(await missing([year], owes('nine_months', 'year'), upToSeptember)).toEqual(['nine_months 36+84'])
      expect(await missing([year], owes('nine_months'), upToSeptember)).toEqual(['nine_months 84'])
    })

    test('but a longer one that nobody owes is a late report, and so is one of another list, indicator or year', async () => {
      expect(await missing([year], owes('first_half', 'nine_months'))).toEqual(['first_half 84', 'nine_months 84'])
      for (const change of [{ territorySet: '34' }, { indicator: 'won' }, { from: '2025-01-01', to: '2025-12-31' }] as const) {
        const rules = [...owes('nine_months'), monthly('flow', { grain: 'year', ...change })]
        expect(await missing([year], rules)).toContain('nine_months 84')
      }
      const lower = { territory: { set: '63', code: '36' }, level: 'xa', names: ['Công an xã Long Toàn'] } as const
      expect(await missing([year], [...owes('nine_months'), monthly('flow', { grain: 'year', lower })])).toEqual([
        'nine_months 84',
      ])
    })

    test('a stock of the last day is of every stretch that ends with it', async () => {
      const rules = (['quarter', 'nine_months'] as const).map((grain) => monthly('stock', { grain }))
      const third: Window = { from: '2024-01-01', to: '2024-09-30' }
      expect(await missing([{ ...nineMonths, indicator: 'stock' }], rules, third)).toEqual([
        ...['quarter 36+84', 'quarter 36+84', 'quarter 84', 'nine_months 84'],
      ])
    })

    test('and a row of days that two rules owe is of both', async () => {
      expect(await missing([half], owes('half', 'first_half'), { from: '2024-01-01', to: '2024-06-30' })).toEqual([
        ...['half 84', 'first_half 84'],
      ])
    })
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

  const lines = (all: readonly OwedCount[]) =>
    all
      .flatMap(({ indicator, start, end, missing }) =>
        missing.map((unit) => `${territoryKey(unit)} ${start}..${end} ${indicator}`),
      )
      .toSorted()
  const aggregationOf = (indicator: string) => dataset.indicators.find(({ code }) => code === indicator)?.aggregation

  test('lack what the ledger of the gaps says of every stretch but the year, and nothing else', async () => {
    const gaps = await readLedger('gaps')
    // A review tells the last day of its year and the first half again.
    const reviews = (await readReported()).filter(({ source_id: source }) => !source.startsWith('BC'))
    const reviewed = new Set(
      reviews.map((row) => `${territoryOf(row)} ${row.period_start}..${row.period_end} ${row.indicator_code}`),
    )
    const owed = gaps.flatMap(({ territory = '', month_end: end = '', gap, table }) =>
      dataset.expected.flatMap(({ territorySet, indicator, grain, from, to }) => {
        const start = grain === 'year' ? null : firstDay(grain, end)
        if (start === null || !territory.startsWith(territorySet) || from > start || to < end) return []
        const isStock = aggregationOf(indicator) !== 'sum'
        // A stock is of its day.
        if (reviewed.has(`${territory} ${isStock ? '' : start}..${end} ${indicator}`)) return []
        const isOfTable = dataset.indicators.some(({ code, domain }) => code === indicator && domain === table)
        // What a month has of flows comes late with the next one; what is added up to its end does not come again.
        const isLacking = gap === 'no_table' ? isOfTable : gap === 'missing' || isStock || grain !== 'month'
        return isLacking ? [`${territory} ${start}..${end} ${indicator}`] : []
      }),
    )
    expect(owed.length).toBeGreaterThan(1000)
    expect(lines(counts.filter(({ grain }) => grain !== 'year'))).toEqual(owed.toSorted())
  })

  test('of 2025 are as many as the rows say, one by one', async () => {
    const [from, to] = ['2024-12-15', '2025-12-14']
    const rows = (await readReported()).filter(
      (row) => row.unit_level === 'tinh' && row.scope_vi === '' && row.period_end >= from,
    )
    const came = new Set<string>()
    for (const row of rows) {
      const [unit, start, end] = [territoryOf(row), row.period_start, row.period_end]
      const tell = (first: string, last: string) => came.add(`${unit} ${first}..${last} ${row.indicator_code}`)
      tell(start, end)
      if (monthsCovered(start, end) === 2) for (const last of monthsIn(start, end)) tell(firstDay('month', last) ?? '', last)
      if (aggregationOf(row.indicator_code) === 'sum') continue
      for (const grain of GRAINS) {
        const last = MONTH_ENDS.find((day) => day >= end && firstDay(grain, day) !== null)
        const first = last && firstDay(grain, last)
        if (first && first <= end) tell(first, last)
      }
    }
    const asked = dataset.expected.flatMap(({ territorySet, indicator, grain, ...rule }) =>
      monthsIn(from, to).flatMap((end) => {
        const start = firstDay(grain, end)
        if (start === null || start < from || start < rule.from || end > rule.to) return []
        const reporters = dataset.reporters.filter((key) => key.startsWith(territorySet))
        return reporters.map((key) => `${key} ${start}..${end} ${indicator}`)
      }),
    )
    const year = readOwedCounts(await ask(owedSql(dataset, { from, to }, null)))
    expect(lines(year)).toEqual(asked.filter((one) => !came.has(one)).toSorted())
    expect(year.reduce((sum, { owed }) => sum + owed, 0)).toBe(asked.length)
    const nineMonths = year.filter(({ grain, missing }) => grain === 'nine_months' && missing.length > 0)
    expect(nineMonths.map(({ missing }) => missing.map(territoryKey).join())).toEqual(Array(7).fill('34:80'))
  })

  test('of one year are those of all years that lie in it', async () => {
    const window = edgeDays('2021', dataset.calendar)
    const year = readOwedCounts(await ask(owedSql(dataset, window, null)))
    expect(year).toEqual(counts.filter(({ start, end }) => start >= window.from && end <= window.to))
    expect(year.length).toBeGreaterThan(100)
  })
})

const GRAINS: readonly OwedGrain[] = ['month', 'quarter', 'half', 'first_half', 'nine_months', 'year']

/** The first day of the stretch that ends with a month; null where none of its grain does. */
function firstDay(grain: OwedGrain, monthEnd: string): string | null {
  const [year = 0, nth = 0] = monthEnd.split('-').map(Number)
  const lengths = { month: 1, quarter: 3, half: 6, first_half: 6, nine_months: 9, year: 12 }
  const isEnd = grain === 'first_half' || grain === 'nine_months' ? nth === lengths[grain] : nth % lengths[grain] === 0
  if (!isEnd) return null
  const before = nth - lengths[grain]
  return before < 1 ? `${year - 1}-${before + 12}-15` : `${year}-${String(before).padStart(2, '0')}-15`
}

function monthsIn(start: string, end: string): string[] {
  return MONTH_ENDS.filter((last) => last > start && last <= end)
}
