import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { datasetsFolder, readRecords } from '../support/dataset-files.ts'

const TABLES = ['observations', 'indicators', 'breakdowns', 'codes', 'sources', 'models'] as const
const shipped = Object.fromEntries(
  await Promise.all(TABLES.map(async (name) => [name, await readRecords(`public-reports/${name}.csv`)] as const)),
)
const checked = Object.fromEntries(
  await Promise.all(TABLES.map(async (name) => [name, await readRecords(`checked/reports/${name}.csv`)] as const)),
)
const rowsOf = (name: (typeof TABLES)[number]) => shipped[name] ?? []

const COUNTS = { observations: 109, indicators: 62, breakdowns: 22, codes: 147, sources: 5, models: 26 }
const SAME_IN_BOTH = ['codes label: %', 'codes label: km']

describe('figures and words', () => {
  it.each(Object.entries(COUNTS))('%s: %i checked rows, all of them in the package with every field', (name, count) => {
    const rows = checked[name] ?? []
    expect(rows).toHaveLength(count)
    const kept = (shipped[name] ?? []).filter((row) => rows.some((other) => rowKey(name, other) === rowKey(name, row)))
    expect(kept).toHaveLength(count)
    for (const [at, row] of rows.entries()) expect(kept[at]).toMatchObject(row)
  })

  it('keeps the checked figures byte for byte', async () => {
    const [before, after] = await Promise.all(
      ['checked/reports/observations.csv', 'public-reports/observations.csv'].map((path) => readFile(join(datasetsFolder, path))),
    )
    expect(after?.equals(before ?? Buffer.alloc(0))).toBe(true)
  })

  it('adds only labels of codes, each under a key and value the checked list does not have', () => {
    const added = rowsOf('codes').filter(
      (row) => !checked.codes?.some((other) => rowKey('codes', other) === rowKey('codes', row)),
    )
    expect(added.map((row) => `${row.key}:${row.value}`)).toEqual([
      'qualifier:at_most',
      'aggregation:ratio',
      'status:reported',
      'status:provisional',
      'status:estimated',
      'status:suppressed',
      'status:not_applicable',
      'step:models_registered',
      'step:models_built',
      'step:models_recognised_district',
      'step:models_recognised_provincial',
      'step:models_maintained',
      'step:models_expanding',
      'step:models_closed',
    ])
    expect(added.find((row) => row.value === 'ratio')).toMatchObject({
      label_vi: 'Tính lại từ tử số và mẫu số',
      label_en: 'Recomputed from its parts',
    })
  })

  it('gives every named model the territory that its source reports on', () => {
    const bySource = new Map(rowsOf('observations').map((row) => [row.source_id, `${row.territory_set}:${row.province_code}`]))
    expect(bySource.size).toBe(5)
    for (const model of rowsOf('models')) expect(model.territory).toBe(bySource.get(model.source_id))
  })

  it('points every named model only at figures that are there', () => {
    const ids = new Set(rowsOf('observations').map((row) => row.observation_id))
    const named = rowsOf('models').flatMap((model) => (model.observation_ids ?? '').split('|').filter(Boolean))
    expect(named.length).toBeGreaterThan(26)
    expect(named.filter((id) => !ids.has(id))).toEqual([])
  })

  it('labels every code that a figure, an indicator or a model uses', () => {
    const labelled = new Set(rowsOf('codes').map((row) => `${row.key}:${row.value}`))
    const columns: Record<string, string> = {
      ...{
        unit_level: 'unit_level',
        level_relation: 'level_relation',
        period_basis: 'period_basis',
        duration_stated: 'duration',
      },
      ...{ qualifier: 'qualifier', magnitude: 'magnitude', unit: 'unit', status: 'status', breakdown_key: 'breakdown_key' },
      ...{ domain: 'domain', aggregation: 'aggregation', direction: 'direction', rule: 'breakdown_rule', kind: 'kind' },
      ...{ field: 'field', field_basis: 'field_basis', movement: 'movement', movement_basis: 'movement_basis' },
    }
    const used = TABLES.filter((name) => name !== 'codes').flatMap((name) =>
      rowsOf(name).flatMap((row) => [
        ...Object.entries(columns).flatMap(([column, key]) => (row[column] ? [`${key}:${row[column]}`] : [])),
        ...(row.breakdown_value ? [`${row.breakdown_key}:${row.breakdown_value}`] : []),
      ]),
    )
    expect(used.length).toBeGreaterThan(500)
    expect([...new Set(used)].filter((code) => !labelled.has(code))).toEqual([])
  })

  it('fills both languages of a pair or neither, with different words but for the stated exceptions', () => {
    const same: string[] = []
    let pairs = 0
    for (const name of TABLES) {
      for (const [at, row] of rowsOf(name).entries()) {
        for (const column of Object.keys(row).filter((one) => one.endsWith('_vi'))) {
          const base = column.slice(0, -3)
          const [vi, en] = [row[column], row[`${base}_en`]]
          if (en === undefined) continue
          expect([name, at, base, vi === '', en === '']).toEqual([name, at, base, vi === '', vi === ''])
          if (vi !== '') pairs += 1
          if (vi !== '' && vi === en) same.push(`${name} ${base}: ${vi}`)
        }
      }
    }
    expect(pairs).toBeGreaterThan(400)
    expect(same).toEqual(SAME_IN_BOTH)
  })

  it('never says that a province failed to report', async () => {
    for (const file of [...TABLES.map((name) => `${name}.csv`), 'datapackage.json']) {
      const text = await readFile(join(datasetsFolder, 'public-reports', file), 'utf8')
      expect(text.length).toBeGreaterThan(100)
      expect(text).not.toMatch(/chưa\s+(?:gửi|báo\s+cáo)/iu)
    }
  })
})

/** What makes a row of a table one row. */
function rowKey(name: string, row: Record<string, string>): string {
  if (name === 'codes') return `${row.key}:${row.value}`
  if (name === 'breakdowns') return `${row.indicator_code}:${row.breakdown_key}`
  return row.observation_id ?? row.model_id ?? row.indicator_code ?? row.source_id ?? ''
}
