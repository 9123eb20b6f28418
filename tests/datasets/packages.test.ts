import { describe, expect, it } from 'vitest'
import { readCatalog, readPackage, readReference } from '../../src/data/catalog.ts'
import { parseCsvRecords } from '../../src/data/csv-text.ts'
import { datasetsUrl, fetchFromDisk } from '../support/dataset-files.ts'

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
      const { header, rows } = parseCsvRecords(new TextDecoder().decode(observations.bytes))
      const values = (...columns: string[]) => {
        const at = columns.map((column) => header.indexOf(column))
        expect(at).not.toContain(-1)
        return new Set(rows.map((row) => at.map((one) => row[one]).join(':')))
      }
      const unknown = (used: Set<string>, known: Iterable<string>) => {
        const set = new Set(known)
        return [...used].filter((value) => !set.has(value))
      }
      expect(rows.length).toBeGreaterThan(0)
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
