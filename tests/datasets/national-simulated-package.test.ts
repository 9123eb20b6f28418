import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageFiles } from '../../datasets/serve-datasets.ts'
import { datasetsFolder, readRecords } from '../support/dataset-files.ts'
import { nationalFolder, readNationalTable } from '../support/national-simulated.ts'

interface Field {
  name: string
  type: string
  constraints?: { required?: boolean; unique?: boolean; pattern?: string; enum?: string[]; minimum?: number }
}
interface Resource {
  name: string
  path: string
  bytes: number
  hash: string
  schema: { fields: Field[]; primaryKey?: string[] }
}

const manifest = JSON.parse(readFileSync(join(nationalFolder, 'datapackage.json'), 'utf8'))
const resources: Resource[] = manifest.resources
const small = resources.filter(({ name }) => !name.startsWith('observations'))
const read = (name: string) => readNationalTable(name)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('the build', () => {
  let out = ''
  beforeAll(() => {
    out = mkdtempSync(join(tmpdir(), 'national-'))
    const env = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'vi_VN.UTF-8' }
    execFileSync(process.execPath, [join(datasetsFolder, 'build.mjs'), '--with-large-csv', '--out', out], { env })
  }, 180_000)
  afterAll(() => rmSync(out, { recursive: true, force: true }))

  it('writes the committed bytes, and the CSV file that the manifest describes', () => {
    const written = readdirSync(join(out, 'national-simulated')).sort()
    const committed = readdirSync(nationalFolder).filter((file) => file !== 'observations.csv')
    expect(written.filter((file) => file !== 'observations.csv')).toEqual(committed.sort())
    for (const file of committed) {
      const [mine, theirs] = [out, datasetsFolder].map((folder) => readFileSync(join(folder, 'national-simulated', file)))
      // Another release of zlib may pack the same text into other bytes.
      const content = (bytes: Uint8Array = new Uint8Array()) => (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
      expect(sha256(content(mine)), file).toBe(sha256(content(theirs)))
    }
    const csv = readFileSync(join(out, 'national-simulated', 'observations.csv'))
    const described = resources.find(({ name }) => name === 'observations')
    expect([csv.length, `sha256:${sha256(csv)}`]).toEqual([described?.bytes, described?.hash])
    const text = csv.toString('utf8')
    expect(text === text.normalize('NFC')).toBe(true)
    expect(text.includes('\r')).toBe(false)
    expect(text.startsWith('observation_id,source_id,revision,')).toBe(true)
  })

  it('is left out of an ordinary build, which many tests run', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ordinary-'))
    try {
      execFileSync(process.execPath, [join(datasetsFolder, 'build.mjs'), '--out', folder])
      expect(readdirSync(folder)).not.toContain('national-simulated')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('the manifest', () => {
  it('names the files with their hashes, and no ledger', () => {
    expect(resources.map(({ name }) => name)).toEqual([
      ...['observations', 'observations-parquet', 'indicators', 'breakdowns', 'codes', 'sources', 'models'],
      ...['expected', 'targets', 'groups', 'denominators', 'events'],
    ])
    for (const { name, path, bytes, hash } of resources) {
      expect(manifest.danVanAtlas.sha256[name]).toBe(hash.slice('sha256:'.length))
      if (name === 'observations') continue
      const file = readFileSync(join(nationalFolder, path))
      expect([name, file.length, `sha256:${sha256(file)}`]).toEqual([name, bytes, hash])
    }
    expect(JSON.stringify(manifest)).not.toContain('ledger')
    expect(packageFiles(datasetsFolder).filter((path) => path.includes('ledger'))).toEqual([])
  })

  it('calls everything simulated, and gives no address', async () => {
    const { danVanAtlas: own } = manifest
    expect(own).toMatchObject({ id: 'national-simulated', simulated: true, territorySets: ['63', '34'] })
    for (const text of [manifest.title, manifest.description, own.title.vi, own.description.vi])
      expect(text).toMatch(/mô phỏng|sinh ra/)
    expect(own.title.en).toContain('Simulated')
    expect(own.reporters).toHaveLength(97)
    const sources = await read('sources')
    expect(own.sourceOrder).toEqual(sources.map((row) => row.source_id))
    for (const row of sources) {
      expect(row.title_vi).toContain('mô phỏng')
      expect([row.publisher, row.url, row.author, row.calendar_start]).toEqual(['Dữ liệu mô phỏng', '', '', '12-15'])
    }
    for (const { title } of manifest.sources) expect(title).toContain('mô phỏng')
    for (const row of await read('models')) expect(row.unit_name).toMatch(/\(mô phỏng\)$/)
    for (const name of small.map((one) => one.name)) {
      expect(readFileSync(join(nationalFolder, `${name}.csv`), 'utf8')).not.toMatch(/https?:|www\./)
    }
  })

  it.each(small.map((resource) => [resource.name, resource] as const))('%s keeps its schema', async (name, { schema }) => {
    const rows = await read(name)
    expect(rows.length).toBeGreaterThan(0)
    expect(Object.keys(rows[0] ?? {})).toEqual(schema.fields.map((field) => field.name))
    for (const { name: column, type, constraints = {} } of schema.fields) {
      const cells = rows.map((row) => row[column] ?? '')
      const filled = cells.filter((cell) => cell !== '')
      if (constraints.required) expect([column, filled.length]).toEqual([column, rows.length])
      if (constraints.unique) expect(new Set(filled).size).toBe(filled.length)
      const form =
        type === 'date' ? /^\d{4}-\d\d-\d\d$/ : type === 'integer' ? /^\d+$/ : type === 'number' ? /^\d+(?:\.\d+)?$/ : /./
      const wrong = filled.filter(
        (cell) =>
          !form.test(cell) ||
          (constraints.pattern !== undefined && !new RegExp(constraints.pattern).test(cell)) ||
          (constraints.enum !== undefined && !constraints.enum.includes(cell)) ||
          (constraints.minimum !== undefined && Number(cell) < constraints.minimum),
      )
      expect([column, wrong]).toEqual([column, []])
    }
    const keys = rows.map((row) => (schema.primaryKey ?? []).map((column) => row[column]).join(' '))
    if (schema.primaryKey) expect(new Set(keys).size).toBe(rows.length)
  })

  it('takes codes and indicators as the published reports have them, but for the added ones', async () => {
    const theirs = (name: string) => readRecords(`public-reports/${name}.csv`)
    const added = async (name: string) => {
      const known = new Set((await theirs(name)).map((row) => JSON.stringify(row)))
      return (await read(name)).filter((row) => !known.has(JSON.stringify(row)))
    }
    expect(await added('indicators')).toEqual([])
    expect(await added('breakdowns')).toEqual([{ indicator_code: 'models_maintained', breakdown_key: 'field', rule: 'additive' }])
    expect(new Set((await added('codes')).map((row) => row.key))).toEqual(new Set(['grain', 'measure', 'basis']))
  })
})

describe('the other tables', () => {
  it('have denominators above zero, on one basis for each measure, for every unit in every year of its list', async () => {
    const rows = await read('denominators')
    const bases = new Map<string, Set<string>>()
    for (const row of rows) {
      expect(Number(row.value)).toBeGreaterThan(0)
      bases.set(row.measure ?? '', (bases.get(row.measure ?? '') ?? new Set()).add(row.basis ?? ''))
    }
    expect([...bases.values()].map((found) => found.size)).toEqual([1, 1])
    const count = (measure: string, set: string) =>
      rows.filter((row) => row.measure === measure && row.territory?.startsWith(set)).length
    expect([count('population', '63'), count('population', '34')]).toEqual([63 * 12, 34 * 12])
    expect([count('commune_units', '63'), count('commune_units', '34')]).toEqual([63 * 11, 34 * 2])
    const people = new Map(rows.filter((row) => row.measure === 'population').map((row) => [`${row.territory} ${row.year}`, row]))
    const known = await readRecords('reference/populations.csv')
    for (const row of known.filter((one) => one.basis === 'gso_average')) {
      const mine = people.get(`${row.territory_set}:${row.code} ${row.year}`)
      expect(mine?.value).toBe(row.population)
      expect(mine?.verified).toBe(row.status === 'verified' ? 'yes' : 'no')
    }
  })

  it('put every unit into exactly one group of its list, several groups for each', async () => {
    const rows = await read('groups')
    expect(rows).toHaveLength(97)
    expect(new Set(rows.map((row) => row.territory)).size).toBe(97)
    for (const set of ['63', '34']) {
      const mine = rows.filter((row) => row.territory?.startsWith(`${set}:`))
      const groups = new Set(mine.map((row) => row.group))
      expect(groups.size).toBeGreaterThan(4)
      for (const group of groups) expect(mine.filter((row) => row.group === group).length).toBeGreaterThan(1)
      expect(rows.filter((row) => groups.has(row.group) && !row.territory?.startsWith(set))).toEqual([])
    }
  })

  it('have targets for years of the calendar, those of 2025 given to the 63', async () => {
    const rows = await read('targets')
    for (const row of rows) {
      const year = Number(row.period_end?.slice(0, 4))
      expect([row.period_start, row.period_end]).toEqual([`${year - 1}-12-15`, `${year}-12-14`])
      expect(row.territory?.slice(0, 2)).toBe(year <= 2025 ? '63' : '34')
      expect(Number(row.target)).toBeGreaterThan(0)
    }
    expect(rows.filter((row) => row.period_end === '2025-12-14')).toHaveLength(63 * 3)
  })

  it('have a few thousand models, the figures they name reported by the same unit', async () => {
    const rows = await read('models')
    expect(rows.length).toBeGreaterThan(2_500)
    expect(new Set(rows.map((row) => row.name_vi)).size).toBeGreaterThan(120)
    const linked = rows.filter((row) => row.observation_ids !== '')
    expect(linked.length).toBeGreaterThan(200)
    for (const row of linked) expect(row.observation_ids?.startsWith((row.territory ?? '').replace(':', '-'))).toBe(true)
    for (const row of rows) expect(row.source_id?.slice(2, 4)).toBe(row.territory?.slice(0, 2))
  })

  it('have dated events in order, in both languages', async () => {
    const rows = await read('events')
    expect(rows.map((row) => row.date)).toEqual(rows.map((row) => row.date).toSorted())
    expect(rows.find((row) => row.date === '2025-07-01')?.label_vi).toContain('34')
    for (const row of rows) expect(row.label_vi).not.toBe(row.label_en)
  })
})
