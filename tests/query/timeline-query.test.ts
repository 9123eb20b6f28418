import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import { CIVIL } from '../../src/model/calendar.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Observation } from '../../src/model/observation.ts'
import { bucketsBetween } from '../../src/model/rhythm.ts'
import { type Territory, territoryKey } from '../../src/model/territory.ts'
import { EMPTY_VIEW } from '../../src/model/view.ts'
import { dropSql } from '../../src/query/resolve/load-statements.ts'
import { readTimelineCounts, type Timeline, timelineOf, timelineSql } from '../../src/query/timeline-query.ts'
import { loadWorld } from '../support/load-world.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { observation } from '../support/observation.ts'
import { openPublicReports } from '../support/public-reports.ts'
import { smallDataset } from '../support/small-dataset.ts'
import { worldMeta } from '../support/small-worlds.ts'

let database: Database
let number = 0
beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

const NINH_BINH: Territory = {
  ...{ set: '34', code: '37', name: { vi: 'Ninh Bình', en: 'Ninh Binh' }, kind: 'tinh', region: { vi: 'Vùng', en: 'Region' } },
  ...{ mergedInto: null, formedFrom: ['35', '36', '37'], aliases: [] },
}
const QUARTERS = bucketsBetween('2024-01-01', '2024-12-31', 'quarter')

/** `63:34` a quarter of 2024. */
async function countsOf(rows: readonly Partial<Observation>[], indicators = ['flow', 'stock']): Promise<string> {
  const schema = `ds_t${++number}`
  await loadWorld(
    database,
    schema,
    rows.map((row, at) => observation({ indicator: 'flow', ...row, row: at, observationId: `O${at}` })),
    CIVIL,
    { territories: new Map([...worldMeta(schema).territories, [territoryKey(NINH_BINH), NINH_BINH]]) },
  )
  const timeline: Timeline = { grain: 'quarter', buckets: QUARTERS, indicators }
  const answer = await database.query(timelineSql(schema, timeline))
  await database.query(dropSql(schema))
  return readTimelineCounts(answer, timeline)
    .map((count) => `${count['63']}:${count['34']}`)
    .join(' ')
}

describe('how many places have figures for a stretch', () => {
  const march = { periodStart: '2024-03-01', periodEnd: '2024-03-31' }
  const half = { periodStart: '2024-01-01', periodEnd: '2024-06-30', provinceCode: '84' }

  test('counts a flow on all its days, each place once', async () => {
    expect(await countsOf([march, { ...march, breakdownKey: 'add', breakdownValue: 'a' }, half])).toBe('2:0 1:0 0:0 0:0')
  })

  test('counts a stock on its day alone', async () => {
    const stock = { indicator: 'stock', periodStart: null, periodEnd: '2024-08-15' }
    expect(await countsOf([march, stock, { ...stock, periodStart: '2024-01-01', provinceCode: '84' }])).toBe('1:0 0:0 2:0 0:0')
  })

  test('passes over a flow with an unknown day, and what a later revision replaced', async () => {
    const old = { ...march, revision: 1 }
    expect(await countsOf([{ periodStart: null, periodEnd: '2024-12-31' }, march])).toBe('1:0 0:0 0:0 0:0')
    const corrected = [old, { ...march, revision: 2, value: 11 }]
    expect(await countsOf(corrected)).toBe('1:0 0:0 0:0 0:0')
  })

  test('counts each list by itself', async () => {
    expect(await countsOf([march, { ...march, territorySet: '34', provinceCode: '37' }])).toBe('1:1 0:0 0:0 0:0')
  })

  test('is about the indicators that are asked for', async () => {
    expect(await countsOf([march], ['stock'])).toBe('0:0 0:0 0:0 0:0')
  })
})

describe('the stretches that are offered', () => {
  const rhythm = (grain: 'month' | 'quarter' | 'half' | 'year', from: string, to: string) => ({
    indicator: 'tips',
    grain,
    from,
    to,
  })
  const of = (partial: Partial<Dataset>) => {
    const timeline = timelineOf({ ...EMPTY_VIEW, dataset: 'small', indicators: ['tips'] }, { ...smallDataset, ...partial })
    return timeline && `${timeline.grain} ${timeline.buckets[0]?.from}..${timeline.buckets.at(-1)?.to} ${timeline.buckets.length}`
  }
  const all = (from: string, to: string) =>
    (['month', 'quarter', 'half', 'year'] as const).map((grain) => rhythm(grain, from, to))

  test('are the finest that can be told apart', () => {
    expect(of({ rhythms: all('2023-01-01', '2024-12-31') })).toBe('month 2023-01-01..2024-12-31 24')
    expect(of({ rhythms: all('2015-01-01', '2026-06-30') })).toBe('quarter 2015-01-01..2026-06-30 46')
  })

  test('are years where nothing comes in a rhythm, and none where there is but one', () => {
    expect(of({ rhythms: [], years: [2022, 2024] })).toBe('year 2022-01-01..2024-12-31 3')
    expect(of({ rhythms: [], years: [2024] })).toBeNull()
    expect(of({ rhythms: [], years: [] })).toBeNull()
  })

  test('begin as the reporting year does', () => {
    expect(of({ rhythms: [], years: [2023, 2024], calendar: '12-15' })).toBe('year 2022-12-15..2024-12-14 2')
  })
})

test('the published reports can be asked by year', async () => {
  const { dataset, workspace } = await openPublicReports()
  const timeline = timelineOf({ ...EMPTY_VIEW, dataset: dataset.id }, dataset) as Timeline
  expect(timeline.grain).toBe('year')
  const answer = await workspace.ask('public-reports', timelineSql(dataset.schema, timeline))
  const counts = readTimelineCounts(answer, timeline)
  expect(counts).toHaveLength(timeline.buckets.length)
  expect(Math.max(...counts.map((count) => count['63']))).toBeGreaterThan(0)
  expect(counts.every((count) => count['34'] === 0)).toBe(true)
})
