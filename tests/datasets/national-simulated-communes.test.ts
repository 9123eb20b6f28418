import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseCsvRecords } from '../../src/data/csv-text.ts'
import { datasetsFolder, readRecords } from '../support/dataset-files.ts'
import { cellOf, monthsCovered, type Reported, readReported, territoryOf } from '../support/national-simulated.ts'

const ROWS = 20_000
let out = ''
let manifest: {
  resources: { name: string; path: string | string[]; bytes: number; hash: string }[]
  danVanAtlas: { simulated: boolean }
}
let rows: readonly Reported[] = []
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'communes-'))
  const script = join(datasetsFolder, 'build/national/communes.mjs')
  execFileSync(process.execPath, [script, '--rows', String(ROWS), '--rows-of-a-file', '8000', '--out', out])
  manifest = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8'))
  const files = paths()
  rows = (await Promise.all(files.map((file) => readReported(join(out, file))))).flat()
}, 120_000)
afterAll(() => rmSync(out, { recursive: true, force: true }))

const paths = () => readdirSync(out).filter((file) => file.endsWith('.parquet'))
const table = (name: string) => {
  const { header, rows: cells } = parseCsvRecords(readFileSync(join(out, `${name}.csv`), 'utf8'), name)
  return cells.map((row) => new Map(header.map((column, at) => [column, row[at] ?? ''])))
}

describe('a set of communes', () => {
  it('has as many rows as asked for, in several files that the manifest names', () => {
    const [observations] = manifest.resources
    expect(paths()).toEqual(['observations-001.parquet', 'observations-002.parquet', 'observations-003.parquet'])
    expect(observations).toMatchObject({ name: 'observations', path: paths() })
    expect(rows).toHaveLength(ROWS)
    const bytes = Buffer.concat(paths().map((file) => readFileSync(join(out, file))))
    expect(observations?.bytes).toBe(bytes.length)
    expect(observations?.hash).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`)
    expect(manifest.danVanAtlas.simulated).toBe(true)
  })

  it('has rows of communes, inside their provinces, that the form accepts', async () => {
    const codes = new Set(table('codes').map((row) => `${row.get('key')}:${row.get('value')}`))
    const rules = new Set(table('breakdowns').map((row) => `${row.get('indicator_code')} ${row.get('breakdown_key')}`))
    const sources = new Set(table('sources').map((row) => row.get('source_id')))
    const indicators = new Set(table('indicators').map((row) => row.get('indicator_code')))
    const provinces = await readRecords('reference/provinces.csv')
    const names = new Map(provinces.map((row) => [`${row.territory_set}:${row.code}`, row.name_vi]))
    const wrong = rows.filter(
      (row) =>
        !(row.unit_level === 'xa' && row.level_relation === 'within' && row.scope_vi.startsWith('xã ')) ||
        names.get(territoryOf(row)) !== row.province_vi ||
        !sources.has(row.source_id) ||
        !indicators.has(row.indicator_code) ||
        !codes.has(`unit:${row.unit}`) ||
        (row.breakdown_key !== '' &&
          !(
            rules.has(`${row.indicator_code} ${row.breakdown_key}`) && codes.has(`${row.breakdown_key}:${row.breakdown_value}`)
          )) ||
        (row.period_start !== '' && monthsCovered(row.period_start, row.period_end) !== 1) ||
        row.value === null ||
        !Number.isInteger(row.value),
    )
    expect(wrong.slice(0, 3)).toEqual([])
    expect(new Set(rows.map((row) => row.observation_id)).size).toBe(ROWS)
    const keys = rows.map((row) => `${territoryOf(row)} ${row.scope_vi} ${cellOf(row)} ${row.period_end}`)
    expect(new Set(keys).size).toBe(ROWS)
  })

  it('is refused without a number of rows or a folder', () => {
    const script = join(datasetsFolder, 'build/national/communes.mjs')
    for (const args of [[], ['--rows', '0', '--out', out], ['--rows', 'many', '--out', out], ['--rows', '10']]) {
      expect(() => execFileSync(process.execPath, [script, ...args], { stdio: 'pipe' })).toThrow(/--rows needs a number/)
    }
  })
})
