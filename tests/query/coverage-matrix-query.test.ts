import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { ExpectedReport } from '../../src/model/expected-report.ts'
import type { Observation } from '../../src/model/observation.ts'
import { type Bucket, bucketsBetween } from '../../src/model/rhythm.ts'
import { resolveRows } from '../../src/model/rules/resolve-rows.ts'
import type { ResolvedRow } from '../../src/model/rules/resolved-row.ts'
import { isAsOfInside, liesInside } from '../../src/model/rules/time.ts'
import {
  type CoverageMatrix,
  type MatrixQuestion,
  matrixSql,
  readMatrix,
  withinYearQuestion,
  yearsQuestion,
} from '../../src/query/coverage-matrix-query.ts'
import { owedSql, readOwedCounts } from '../../src/query/owed-query.ts'
import { dropSql } from '../../src/query/resolve/load-statements.ts'
import { readReport } from '../../src/query/resolve/read-report.ts'
import { loadWorld } from '../support/load-world.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { observation } from '../support/observation.ts'
import { openPublicReports } from '../support/public-reports.ts'
import { worldArbitrary, worldBook, worldMeta } from '../support/small-worlds.ts'

const PLACES = ['63:36', '63:84'] as const
const YEARS = bucketsBetween('2023-01-01', '2024-12-31', 'year')
const MONTHS = bucketsBetween('2024-01-01', '2024-12-31', 'month')

let database: Database
let number = 0
beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

test('what each place has is what the rows say, on random worlds', async () => {
  const seen = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(worldArbitrary, async (observations) => {
      const schema = `ds_m${++number}`
      await loadWorld(database, schema, observations)
      const rows = resolveRows(observations, worldBook())
      for (const indicator of ['flow', 'stock', 'printed']) {
        for (const [grain, buckets] of [['year', YEARS] as const, ['month', MONTHS] as const]) {
          const question: MatrixQuestion = { indicator, set: '63', grain, buckets, hasRest: grain === 'year' }
          const result = await database.query(matrixSql(schema, question))
          const found = Array.from({ length: result.length }, (_, at) =>
            ['bucket', 'province_code', 'state', 'days', 'days_of'].map((name) => result.columns[name]?.[at] ?? null).join(' '),
          )
          const expected = expectedCells(rows, question)
          expect(found.toSorted()).toEqual(expected.toSorted())
          for (const line of expected) seen.set(line.split(' ')[2] ?? '', (seen.get(line.split(' ')[2] ?? '') ?? 0) + 1)
        }
      }
      await database.query(dropSql(schema))
    }),
    { numRuns: 40, seed: 20261122 },
  )
  for (const state of ['number', 'in_words', 'only_parts', 'withheld']) expect(seen.get(state) ?? 0, state).toBeGreaterThan(0)
}, 240_000)

describe('by hand', () => {
  const monthly: ExpectedReport = {
    ...{ territorySet: '63', indicator: 'flow', grain: 'month', from: '2024-01-01', to: '2024-06-30', dueDays: 10 },
  }
  const march = { periodStart: '2024-03-01', periodEnd: '2024-03-31' }

  async function matrixOf(
    partials: readonly Partial<Observation>[],
    question: (dataset: Dataset) => MatrixQuestion | null,
    expected: readonly ExpectedReport[] = [],
    asOf: string | null = null,
  ): Promise<CoverageMatrix> {
    const schema = `ds_h${++number}`
    const all = partials.map((row, at) => observation({ indicator: 'flow', ...row, row: at }))
    const { years, latestDay, rhythms, seams } = readReport(await loadWorld(database, schema, all))
    const dataset: Dataset = { ...worldMeta(schema), expected, asOf, years, latestDay, rhythms, seams }
    const asked = question(dataset)
    if (!asked) throw new Error('nothing to ask')
    const owed = readOwedCounts(await database.query(owedSql(dataset, { from: null, to: null }, ['flow'])))
    const matrix = readMatrix(await database.query(matrixSql(schema, asked)), asked, owed, dataset)
    await database.query(dropSql(schema))
    return matrix
  }
  const months = (dataset: Dataset) => withinYearQuestion(dataset, 'flow', '63', 2024)
  const years = (dataset: Dataset) => yearsQuestion(dataset, 'flow', '63')
  const statesOf = (matrix: CoverageMatrix) => matrix.rows.map(({ cells }) => cells.map(({ state }) => state).join(' '))
  const april = { periodStart: '2024-04-01', periodEnd: '2024-04-30' }
  const twoMonths = { periodStart: '2024-01-01', periodEnd: '2024-02-29', provinceCode: '84' }

  test('owed and overdue, owed and not due, inside a longer report, not owed', async () => {
    const matrix = await matrixOf([march, april, twoMonths], months, [monthly], '2024-05-20')
    expect(matrix.columns.map((column) => (column as Bucket).from.slice(5, 7))).toEqual(['01', '02', '03', '04', '05', '06'])
    expect(statesOf(matrix)).toEqual([
      'overdue overdue number number awaited awaited',
      'in_longer in_longer overdue overdue awaited awaited',
    ])
    expect(matrix.rows[0]?.cells[0]?.overdue).toBe(1)
  })

  test('where nobody owes anything, what is not there is not mentioned, in every month of the year', async () => {
    const matrix = await matrixOf([march, april], months)
    expect(statesOf(matrix)).toEqual([
      `not_mentioned not_mentioned number number${' not_mentioned'.repeat(8)}`,
      Array(12).fill('not_mentioned').join(' '),
    ])
  })

  test('a year of some months counts its days and what is overdue in it', async () => {
    const matrix = await matrixOf([march, april, twoMonths], years, [monthly], '2024-12-31')
    expect(statesOf(matrix)).toEqual(['some_days', 'some_days'])
    expect(matrix.rows.map(({ cells }) => cells[0])).toEqual([
      { state: 'some_days', days: 61, daysOf: 366, overdue: 4, units: null },
      { state: 'some_days', days: 60, daysOf: 366, overdue: 4, units: null },
    ])
  })

  test('days that two reports share are counted once, days of a part only where there is no total', async () => {
    const half = { periodStart: '2024-01-01', periodEnd: '2024-06-30' }
    const part = { breakdownKey: 'add', breakdownValue: 'x', periodStart: '2024-07-01', periodEnd: '2024-12-31' }
    const cells = async (rows: readonly Partial<Observation>[]) => (await matrixOf(rows, years)).rows[0]?.cells[0]
    expect(await cells([half, march])).toMatchObject({ state: 'some_days', days: 182 })
    expect(await cells([half, part])).toMatchObject({ state: 'some_days', days: 182 })
    expect(await cells([part, { ...part, breakdownValue: 'y' }])).toMatchObject({ state: 'some_days', days: 184 })
    expect(await cells([part])).toMatchObject({ state: 'only_parts' })
    expect(await cells([{}])).toEqual({ state: 'number', days: 366, daysOf: 366, overdue: 0, units: null })
  })

  test('figures of no one year stand in a column of their own', async () => {
    const matrix = await matrixOf([{}, { provinceCode: '84', periodStart: '2019-01-01' }], years)
    expect(matrix.columns.map((column) => (column === 'rest' ? column : column.from))).toEqual(['2024-01-01', 'rest'])
    expect(statesOf(matrix)).toEqual(['number not_mentioned', 'not_mentioned number'])
    expect((await matrixOf([{}], years)).columns).toHaveLength(1)
  })

  test('an indicator that comes by years has no finer steps', async () => {
    await expect(matrixOf([{}], months)).rejects.toThrow('nothing to ask')
  })
})

test('of the published reports, Trà Vinh has tips of 2024, Nam Định of five years, Ninh Thuận none', async () => {
  const { workspace, dataset } = await openPublicReports()
  const question = yearsQuestion(dataset, 'tips_received', '63')
  const result = await workspace.ask('public-reports', matrixSql(dataset.schema, question))
  const { columns, rows } = readMatrix(result, question, [], dataset)
  expect(columns.map((column) => (column === 'rest' ? column : column.from.slice(0, 4)))).toEqual(['2024', 'rest'])
  expect(Object.fromEntries(rows.map(({ place, cells }) => [place, cells.map(({ state }) => state).join(' ')]))).toEqual({
    '63:36': 'not_mentioned number',
    '63:35': 'not_mentioned only_parts',
    '63:84': 'number not_mentioned',
    '63:26': 'not_mentioned in_words',
    '63:58': 'not_mentioned not_mentioned',
  })
})

/** `bucket province state days days_of`, by loops over rows and days. */
function expectedCells(rows: readonly ResolvedRow[], { indicator, buckets, hasRest }: MatrixQuestion): string[] {
  const own = rows.filter((row) => row.indicator === indicator && row.leftOut === null)
  const isIn = (row: ResolvedRow, bucket: Bucket) =>
    row.aggregation === 'sum' ? liesInside(row, bucket) : isAsOfInside(row, bucket)
  const groups: [number, Bucket | null][] = [
    ...buckets.map((bucket, nth): [number, Bucket] => [nth, bucket]),
    ...(hasRest ? [[-1, null] as [number, null]] : []),
  ]
  return groups.flatMap(([nth, bucket]) =>
    PLACES.flatMap((place) => {
      const here = own.filter((row) => `63:${row.provinceCode}` === place)
      const inside = here.filter((row) => (bucket ? isIn(row, bucket) : !buckets.some((one) => isIn(row, one))))
      if (inside.length === 0) return []
      const isFlow = bucket !== null && inside[0]?.aggregation === 'sum'
      const numbers = inside.filter((row) => row.value !== null && row.figureScope === '')
      const totals = numbers.filter((row) => row.breakdownKey === '')
      // A report with a total stands for its days with that alone.
      const days = new Set((totals.length > 0 ? totals : numbers).flatMap(eachDay))
      const of = bucket ? eachDay({ periodStart: bucket.from, periodEnd: bucket.to }).length : null
      const cells = [
        nth,
        place.slice(3),
        stateOf(inside, numbers),
        isFlow && numbers.length > 0 ? days.size : null,
        isFlow ? of : null,
      ]
      return [cells.map((cell) => cell ?? '').join(' ')]
    }),
  )
}

function stateOf(rows: readonly ResolvedRow[], numbers: readonly ResolvedRow[]): string {
  const { rules } = worldBook()
  const isPiece = (row: ResolvedRow) => rules.get(`${row.indicator} ${row.breakdownKey}`) === 'additive'
  const pieces = new Set(numbers.filter(isPiece).map((row) => `${row.breakdownKey}=${row.breakdownValue}`))
  if (numbers.some((row) => !isPiece(row)) || pieces.size > 1) return 'number'
  if (rows.some((row) => row.qualifier === 'unquantified' && row.figureScope === '')) return 'in_words'
  return pieces.size > 0 || rows.some((row) => row.figureScope !== '') ? 'only_parts' : 'withheld'
}

function eachDay({ periodStart, periodEnd }: Pick<ResolvedRow, 'periodStart' | 'periodEnd'>): number[] {
  const [first, last] = [Date.parse(periodStart ?? ''), Date.parse(periodEnd ?? '')]
  return Array.from({ length: Math.max(0, Math.round((last - first) / 86_400_000) + 1) }, (_, at) => first + at * 86_400_000)
}
