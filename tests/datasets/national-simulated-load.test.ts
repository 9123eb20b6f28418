import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCatalog, readReference } from '../../src/data/catalog.ts'
import type { Database } from '../../src/data/database.ts'
import type { OpenDataset } from '../../src/data/open-dataset.ts'
import { createWorkspace } from '../../src/data/workspace.ts'
import { askAll, viewStatements } from '../../src/query/ask-view.ts'
import { type Answer, readAnswer } from '../../src/query/view-answer.ts'
import { viewQuery } from '../../src/query/view-query.ts'
import { defaultViewOf, resolveView } from '../../src/state/resolve-view.ts'
import { fromSearch } from '../../src/state/url.ts'
import { catalogUrl, fetchFromDisk } from '../support/dataset-files.ts'
import { readNationalTable, readReported } from '../support/national-simulated.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { nodeFormats } from '../support/node-parquet.ts'

const ID = 'national-simulated'

describe('the real engine', () => {
  let database: Database | undefined
  let opened: OpenDataset | undefined
  beforeAll(async () => {
    const catalog = await readCatalog(fetchFromDisk, catalogUrl)
    const reference = await readReference(fetchFromDisk, catalog)
    const startEngine = async () => {
      database = await openNodeDatabase()
      return database
    }
    const workspace = createWorkspace({
      ...{ catalog, ...reference, fetchBytes: fetchFromDisk, startEngine, formats: nodeFormats },
    })
    opened = await workspace.open(ID)
  }, 180_000)
  afterAll(async () => database?.close())

  it('keeps every row of the Parquet file and rejects none', async () => {
    const rows = await readReported()
    expect(opened?.files).toEqual([expect.stringContaining('observations.parquet')])
    expect([opened?.report.read, opened?.report.kept, opened?.report.rejected]).toEqual([rows.length, rows.length, 0])
    expect(opened?.dataset.latestDay).toBe('2026-10-14')
    expect(opened?.dataset.simulated).toBe(true)
  })

  it('has what the package brings beside its rows', async () => {
    const { dataset } = opened ?? {}
    expect([dataset?.asOf, dataset?.defaultView]).toEqual([
      '2026-10-31',
      { units: '34', comparison: 'yoy', time: { kind: 'window', from: '2025', to: '2025' } },
    ])
    const read = [dataset?.denominators, dataset?.targets, dataset?.expected, dataset?.events].map((rows) => rows?.length)
    expect(read).toEqual([1925, 1614, 91, 32])
    const onDisk = await Promise.all(['denominators', 'targets', 'expected', 'events', 'groups'].map(readNationalTable))
    expect(read).toEqual(onDisk.slice(0, 4).map((rows) => rows.length))
    // Its own denominators alone: it brings both measures.
    expect([...new Set(dataset?.denominators.map(({ basis }) => basis))].sort()).toEqual(['counted_2025', 'gso_average_extended'])
    const named = dataset?.groups.filter(({ id }) => id.startsWith('cum-')) ?? []
    expect([named.length, named.reduce((sum, { members }) => sum + members.length, 0)]).toEqual([14, onDisk[4]?.length])
    const regions = dataset?.groups.slice(named.length) ?? []
    expect([regions.length, regions.every(({ id }) => id.startsWith('rg-'))]).toEqual([8, true])
    expect(regions.reduce((sum, { members }) => sum + members.length, 0)).toBe(97)
  })

  it('answers its default view, and that of a peer group', async () => {
    const { dataset } = opened ?? {}
    if (!dataset || !database) throw new Error('not open')
    const answerTo = async (search: string) => {
      const base = defaultViewOf(dataset)
      const { view, notices } = resolveView(fromSearch(search, base).view, dataset)
      expect(notices).toEqual([])
      const ask = async (sql: string) => (await database?.query(sql)) ?? { length: 0, columns: {} }
      return readAnswer(await askAll(viewStatements(viewQuery(view, dataset)), ask), dataset, view)
    }
    const codes = ({ figures }: Answer) =>
      [...new Set(figures.map(({ territory }) => `${territory.set}:${territory.code}`))].sort()
    expect(codes(await answerTo(''))).toHaveLength(34)
    const group = dataset.groups.find(({ id }) => id === 'cum-dong-nam-bo-34')
    expect(codes(await answerTo('?p=cum-dong-nam-bo-34'))).toEqual([...(group?.members ?? ['none'])].sort())
  })

  it('has the same totals as the file', async () => {
    const rows = await readReported()
    const schema = opened?.dataset.schema
    const answer = await database?.query(
      `SELECT indicator_code, count(*) AS n, sum(value) AS total FROM "${schema}".observation GROUP BY 1 ORDER BY 1`,
    )
    const expected = new Map<string, [number, number]>()
    for (const row of rows) {
      const [n, total] = expected.get(row.indicator_code) ?? [0, 0]
      expected.set(row.indicator_code, [n + 1, total + (row.value ?? 0)])
    }
    const codes = [...expected.keys()].toSorted()
    expect(answer?.columns.indicator_code).toEqual(codes)
    for (const [at, code] of codes.entries()) {
      expect(Number(answer?.columns.n?.[at])).toBe(expected.get(code)?.[0])
      expect(Number(answer?.columns.total?.[at])).toBeCloseTo(expected.get(code)?.[1] ?? Number.NaN, 0)
    }
  })
})
