import { tableFromIPC } from 'apache-arrow'
import { describe, expect, it } from 'vitest'
import { type PackageContent, readCatalog, readPackage, readReference } from '../../src/data/catalog.ts'
import { parseCsvRecords } from '../../src/data/csv-text.ts'
import { readParquetFooter } from '../../src/data/parquet-footer.ts'
import { datasetsUrl, fetchFromDisk } from '../support/dataset-files.ts'
import { decodeInNode } from '../support/node-parquet.ts'

const catalog = await readCatalog(fetchFromDisk, `${datasetsUrl}catalog.json`)
const reference = await readReference(fetchFromDisk, catalog)

describe('every dataset of the catalogue', () => {
  it('has a default among them', () => {
    expect(catalog.datasets.map((dataset) => dataset.id)).toContain(catalog.defaultId)
  })

  it.each(catalog.datasets.map((dataset) => dataset.id))(
    '%s can be read, and its observations name only what it knows',
    async (id) => {
      const { meta, observations } = await readPackage(id, { catalog, ...reference, fetchBytes: fetchFromDisk })
      expect(meta.title).toEqual(catalog.datasets.find((dataset) => dataset.id === id)?.title)
      const { rows, cells } = await textOf(observations)
      const values = (...columns: string[]) => {
        const all = columns.map(cells)
        return new Set(Array.from({ length: rows }, (_, row) => all.map((column) => column[row]).join(':')))
      }
      const unknown = (used: Set<string>, known: Iterable<string>) => {
        const set = new Set(known)
        return [...used].filter((value) => !set.has(value))
      }
      expect(rows).toBeGreaterThan(0)
      expect([...values('territory_set')].sort()).toEqual([...meta.territorySets].sort())
      expect(unknown(values('territory_set', 'province_code'), reference.territories.keys())).toEqual([])
      expect(
        unknown(
          values('source_id'),
          meta.sources.map((source) => source.id),
        ),
      ).toEqual([])
      expect(
        unknown(
          values('indicator_code'),
          meta.indicators.map((one) => one.code),
        ),
      ).toEqual([])
      const units = meta.codes.filter((code) => code.key === 'unit').map((code) => code.value)
      expect(unknown(values('unit'), units)).toEqual([])
      const codes = meta.codes.map((code) => `${code.key}:${code.value}`)
      expect(unknown(values('breakdown_key', 'breakdown_value'), [':', ...codes])).toEqual([])
      const rules = meta.breakdowns.map((one) => `${one.indicator}:${one.key}`)
      const whole = meta.indicators.map((one) => `${one.code}:`)
      expect(unknown(values('indicator_code', 'breakdown_key'), [...whole, ...rules])).toEqual([])
    },
  )
})

/** The cells of observations as text, by column, from whichever file they were read. */
async function textOf({ format, fileName, bytes }: PackageContent['observations']) {
  if (format === 'csv') {
    const { header, rows } = parseCsvRecords(new TextDecoder().decode(bytes))
    const cells = (column: string) => {
      expect(header).toContain(column)
      const at = header.indexOf(column)
      return rows.map((row) => row[at] ?? '')
    }
    return { rows: rows.length, cells }
  }
  const { ipc, rows } = await decodeInNode(bytes, readParquetFooter(fileName, bytes).rows)
  const table = tableFromIPC(ipc)
  const cells = (column: string) => {
    const vector = table.getChild(column)
    expect(vector, column).not.toBeNull()
    return Array.from(vector ?? [], (cell: unknown) => String(cell ?? ''))
  }
  return { rows, cells }
}
