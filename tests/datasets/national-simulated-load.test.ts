import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Catalog, readReference } from '../../src/data/catalog.ts'
import type { Database } from '../../src/data/database.ts'
import type { OpenDataset } from '../../src/data/open-dataset.ts'
import { createWorkspace } from '../../src/data/workspace.ts'
import { datasetsUrl, fetchFromDisk } from '../support/dataset-files.ts'
import { readReported } from '../support/national-simulated.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { nodeFormats } from '../support/node-parquet.ts'

const ID = 'national-simulated'
const catalog: Catalog = {
  base: datasetsUrl,
  datasets: [
    { id: ID, title: { vi: 'Mô phỏng', en: 'Simulated' }, manifest: `${datasetsUrl}${ID}/datapackage.json`, simulated: true },
  ],
  defaultId: ID,
  reference: `${datasetsUrl}reference/datapackage.json`,
}

describe('the real engine', () => {
  let database: Database | undefined
  let opened: OpenDataset | undefined
  beforeAll(async () => {
    const reference = await readReference(fetchFromDisk, catalog)
    const startEngine = async () => {
      database = await openNodeDatabase()
      return database
    }
    const workspace = createWorkspace({
      ...{ catalog, ...reference, fetchBytes: fetchFromDisk, startEngine },
      ...{ format: 'parquet', formats: nodeFormats },
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
