import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { CHART_TYPES } from '../../src/charts/index.ts'
import { readCatalog, readReference } from '../../src/data/catalog.ts'
import type { Database } from '../../src/data/database.ts'
import type { OpenDataset } from '../../src/data/open-dataset.ts'
import { createWorkspace, type Workspace } from '../../src/data/workspace.ts'
import { wordsOf } from '../../src/locale/words.ts'
import { type Dataset, keyOf } from '../../src/model/dataset.ts'
import { readTime } from '../../src/model/time-choice.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { readSeries, seriesSql } from '../../src/query/series-query.ts'
import { literal } from '../../src/query/sql.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { viewQuery, viewSql } from '../../src/query/view-query.ts'
import { catalogUrl, datasetsFolder, fetchFromDisk, readRecords } from '../support/dataset-files.ts'
import { fileOf } from '../support/local-files.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { nodeFormats } from '../support/node-parquet.ts'
import { writeParquet } from '../support/write-parquet.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

// Months of five provinces, which the published reports do not have: figures over time, and many on one scale.
let database: Database
let workspace: Workspace
let opened: readonly OpenDataset[]

beforeAll(async () => {
  database = await openNodeDatabase()
  const catalog = await readCatalog(fetchFromDisk, catalogUrl)
  const reference = await readReference(fetchFromDisk, catalog)
  const startEngine = async () => database
  workspace = createWorkspace({ catalog, ...reference, fetchBytes: fetchFromDisk, startEngine, formats: nodeFormats })
  const csv = new Uint8Array(await readFile(join(datasetsFolder, 'demo-simulated/observations.csv')))
  const rows = await readRecords('demo-simulated/observations.csv')
  const names = Object.keys(rows[0] ?? {})
  const values = rows.map((row) => `(${names.map((name) => literal(row[name] || null)).join(', ')})`)
  const typed = names.map((name) => {
    if (name === 'value') return 'CAST("value" AS DOUBLE) AS "value"'
    return name.startsWith('period_') && !name.includes('_note') && name !== 'period_basis'
      ? `CAST(${name} AS DATE) AS ${name}`
      : name
  })
  const parquet = await writeParquet(`SELECT ${typed.join(', ')} FROM (VALUES ${values.join(', ')}) t(${names.join(', ')})`)
  opened = await Promise.all([open('demo.csv', csv), open('demo.parquet', new Uint8Array(parquet))])
})
afterAll(() => database.close())

async function open(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<OpenDataset> {
  const { opened, refused } = await workspace.openFiles([fileOf(name, bytes)])
  expect(refused).toEqual([])
  if (!opened) throw new Error('not opened')
  return opened
}

it('all rows are accepted, in both', () => {
  expect(opened.map(({ report }) => [report.kept, report.rejected])).toEqual([
    [1654, 0],
    [1654, 0],
  ])
})

it.each([
  ['tips_received', '2024'],
  ['surrendered_items', '2024'],
  ['charity_donations', 'all'],
  ['models_maintained', 'report'],
])('every chart of %s, %s, is the same from CSV and from Parquet', async (indicator, time) => {
  const drawn = await Promise.all(opened.map(({ dataset }) => drawnOf(dataset, indicator, time)))
  expect(drawn[1]).toEqual(drawn[0])
  expect(drawn[0]?.find(({ id }) => id === 'line')?.buckets).toBeGreaterThan(10)
})

async function drawnOf(dataset: Dataset, indicator: string, text: string) {
  const view: View = {
    ...{ ...EMPTY_VIEW, dataset: 'local', localFile: null, units: '63' as const },
    ...{ indicators: [indicator], time: readTime(text) ?? EMPTY_VIEW.time },
  }
  const key = keyOf(dataset)
  const answer = readAnswer(await workspace.ask(key, viewSql(viewQuery(view, dataset))), dataset, view)
  const shared = { answer, view, dataset, words: wordsOf('vi'), language: 'vi' as const, width: 1100, dark: false }
  const all = []
  for (const chart of CHART_TYPES) {
    const question = chart.series?.(view, dataset) ?? null
    const series = question && readSeries(await workspace.ask(key, seriesSql(question)), question, dataset, view)
    const input = { ...shared, ...(series ? { series } : {}) }
    const shown = JSON.parse(JSON.stringify([chart.accepts(view, dataset), chart.picture(input), chart.table(input)]))
    all.push({ id: chart.id, buckets: series?.buckets.length ?? 0, shown })
  }
  return all
}
