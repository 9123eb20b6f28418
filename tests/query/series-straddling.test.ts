import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import type { Figure } from '../../src/model/figure.ts'
import { type Bucket, bucketEdge, bucketsBetween } from '../../src/model/rhythm.ts'
import { EMPTY_VIEW, type Grain, type UnitList, type View } from '../../src/model/view.ts'
import { seamedWindows } from '../../src/query/seam-windows.ts'
import { readSeries, type SeriesQuestion, seriesSql, seriesStraddlingSql } from '../../src/query/series-query.ts'
import { readStraddling } from '../../src/query/straddling-query.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { viewQuery, viewSql, viewStraddlingSql } from '../../src/query/view-query.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { lineOf, OVER, told } from '../support/worlds/hand-made-case.ts'
import { type LoadedBatch, loadBatch } from '../support/worlds/load-batch.ts'
import { codeIn, KINDS } from '../support/worlds/world-package.ts'

const ROWS = [
  // Months from the 15th to the 14th, one of them missing.
  ...[
    ...['2024-12-15/2025-01-14', '2025-01-15/2025-02-14', '2025-03-15/2025-04-14', '2025-04-15/2025-05-14'],
    ...['2025-05-15/2025-06-14', '2025-06-15/2025-07-14'],
  ].map((time, at) => told('63:36', 'flow', time, 31 * (at + 1))),
  // A month beside a half-year, a bound, parts, counts of a share, and a stock, which has no days to give.
  ...[told('63:37', 'flow', '2025-02', 28), told('63:37', 'flow', '2025-H1', 181, OVER)],
  ...[told('63:35', 'flow kind=x', '2025-01-15/2025-03-14', 59), told('63:35', 'flow kind=y', '2025-Q1', 90)],
  ...[
    told('63:46', 'won', '2025-01-20/2025-02-19', 31),
    told('63:46', 'tried', '2025-01', 62),
    told('63:46', 'won', '2025-01', 31),
  ],
  told('63:46', 'stock', '?/2025-02-10', 7),
  // All of a new unit before the merger, and itself after it.
  ...['24', '27'].map((code) => told(`63:${code}`, 'flow', '2025-06-10/2025-06-30', 21)),
  told('34:24', 'flow', '2025-07-01/2025-08-15', 46),
]

let database: Database
let batch: LoadedBatch
beforeAll(async () => {
  database = await openNodeDatabase()
  const nothing = { vi: '', en: '' }
  const words = { reportYearBasis: nothing, periodLabel: nothing, reportType: nothing, provinceVi: '' }
  const source = { id: 'A', order: 0, title: 'A', publisher: '', author: '', url: '', calendarStart: null, ...words }
  batch = await loadBatch(database, 'ds_series_edges', [ROWS], {
    calendar: '01-01',
    sources: [{ ...source, publishedDate: null, reportYear: 2025 }],
    reporters: ['63:35', '63:36', '63:37', '63:46'],
  })
})
afterAll(() => database.close())

const viewOf = (more: Partial<View>): View => ({ ...EMPTY_VIEW, indicators: KINDS.map(({ code }) => codeIn(0, code)), ...more })

/** The view over time, as the page asks it. */
async function overTime(
  view: View,
  grain: Grain,
): Promise<readonly [buckets: readonly Bucket[], figures: readonly (readonly Figure[])[]]> {
  const { dataset } = batch
  const buckets = bucketsBetween('2025-01-01', '2025-09-30', grain, dataset.calendar)
  const windows = seamedWindows(buckets, view.units, dataset)
  const { question } = viewQuery(view, dataset)
  const asked: SeriesQuestion = { question: { ...question, buckets: windows.asked }, grain, buckets, windows }
  const edges = seriesStraddlingSql(asked, view)
  const rows = edges === null ? [] : readStraddling(await database.query(edges))
  return [buckets, readSeries(await database.query(seriesSql(asked)), asked, dataset, view, rows).figures]
}

/** The view of one stretch alone. */
async function alone(view: View, bucket: Bucket, grain: Grain): Promise<readonly Figure[]> {
  const { dataset } = batch
  const edge = bucketEdge(bucket, grain, dataset.calendar)
  const of: View = { ...view, time: { kind: 'window', from: edge, to: edge } }
  const sql = viewStraddlingSql(of, dataset)
  const rows = sql === null ? [] : readStraddling(await database.query(sql))
  return readAnswer(await database.query(viewSql(viewQuery(of, dataset))), dataset, of, [], rows).figures
}

describe.each<[UnitList, Grain]>([
  ['goc', 'month'],
  ['63', 'quarter'],
  ['34', 'month'],
  ['34', 'year'],
])('on list %s, by %s', (units, grain) => {
  test.each(['share', 'out'] as const)('each stretch is told as the view of it alone, straddling: %s', async (straddling) => {
    const view = viewOf({ units, straddling })
    const [buckets, figures] = await overTime(view, grain)
    expect(buckets.length).toBeGreaterThan(0)
    for (const [at, bucket] of buckets.entries()) expect(figures[at], bucket.from).toEqual(await alone(view, bucket, grain))
    const estimated = figures.flat().filter((one) => one.estimated)
    if (straddling === 'share') expect(estimated.length).toBeGreaterThan(0)
    else expect(estimated).toEqual([])
  })
})

test('a month that two reports reach into is made of days of both', async () => {
  const [, figures] = await overTime(viewOf({ straddling: 'share', units: '63' }), 'month')
  const of = (at: number) => figures[at]?.filter(({ territory }) => territory.code === '36').map(lineOf)
  // 14 days of 31 at 1 a day, 17 of 31 at 2 a day; then 14 days at 2, and nobody reports the others.
  expect(of(0)).toEqual(['63:36 flow 48 31/31 days'])
  expect(of(1)).toEqual(['63:36 flow 28 14/28 days'])
  expect(figures[0]?.find(({ territory }) => territory.code === '36')).toMatchObject({ estimated: true })
})
