import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCatalog, readReference } from '../../src/data/catalog.ts'
import { parseCsvRecords } from '../../src/data/csv-text.ts'
import type { Database } from '../../src/data/database.ts'
import { readDictionary } from '../../src/data/dictionary.ts'
import { createWorkspace } from '../../src/data/workspace.ts'
import { keyOf } from '../../src/model/dataset.ts'
import { decode } from '../../src/model/text/decode.ts'
import { OBSERVATION_COLUMNS } from '../../src/query/resolve/observation-columns.ts'
import { faultsSql, readFaults } from '../../src/query/rows-query.ts'
import { catalogUrl, datasetsFolder, fetchFromDisk, readRecords } from '../support/dataset-files.ts'
import { fileOf } from '../support/local-files.ts'
import { openNodeDatabase } from '../support/node-database.ts'

const folder = join(datasetsFolder, '../public/templates')
const NAMES = ['bang-ma.csv', 'mau-so-lieu.csv']
const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)))
const headings = parseCsvRecords(decode(read('mau-so-lieu.csv')).text).header

/** The codes by the column that takes them: `Mã tỉnh` → rows of code, name and remark. */
const codes = new Map<string, { readonly code: string; readonly name: string; readonly note: string }[]>()
for (const [column = '', code = '', name = '', note = ''] of parseCsvRecords(decode(read('bang-ma.csv')).text).rows) {
  codes.set(column, [...(codes.get(column) ?? []), { code, name, note }])
}

const headingOf = (name: string) => OBSERVATION_COLUMNS.find((column) => column.name === name)?.vi ?? ''
const codesOf = (name: string) => codes.get(headingOf(name)) ?? []

describe('the files to download', () => {
  it('are what the datasets build, byte for byte', () => {
    const out = mkdtempSync(join(tmpdir(), 'templates-'))
    execFileSync(process.execPath, [join(datasetsFolder, 'build.mjs'), '--out', out])
    const built = readdirSync(join(out, 'templates')).sort()
    expect([built, readdirSync(folder).sort()]).toEqual([NAMES, NAMES])
    for (const name of NAMES)
      expect(Buffer.compare(readFileSync(join(out, 'templates', name)), readFileSync(join(folder, name))), name).toBe(0)
    rmSync(out, { recursive: true })
  }, 60_000)

  it.each(NAMES)(
    '%s is what Excel under Vietnamese settings opens: marked as UTF-8, cells by semicolons, lines by CRLF, NFC',
    (name) => {
      const bytes = read(name)
      expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
      const text = new TextDecoder().decode(bytes)
      expect(text).toBe(text.normalize('NFC'))
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      expect(text.split('\r\n')[0]).toContain(';')
      expect(text.endsWith('\r\n')).toBe(true)
    },
  )
})

describe('the table of codes', () => {
  it('speaks of columns of the form only, and says something of each code', () => {
    expect([...codes.keys()].filter((column) => !headings.includes(column))).toEqual([])
    const nameless = [...codes.values()].flat().filter(({ code, name, note }) => (code === '' ? note === '' : name === ''))
    expect(nameless).toEqual([])
    const all = [...codes].flatMap(([column, rows]) =>
      rows.filter(({ code }) => code !== '').map((row) => `${column} ${row.code} ${row.note}`),
    )
    expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([])
  })

  it('has both lists of provinces, whole', async () => {
    const provinces = await readRecords('reference/provinces.csv')
    const listed = codesOf('province_code').map(({ code, name, note }) => [/là (\d\d)/.exec(note)?.[1], code, name])
    expect(listed.toSorted()).toEqual(provinces.map((row) => [row.territory_set, row.code, row.name_vi]).toSorted())
    expect(codesOf('territory_set').map(({ code }) => code)).toEqual(['63', '34'])
  })

  it('has codes that files are read with, and every one that a real report uses', async () => {
    const catalog = await readCatalog(fetchFromDisk, catalogUrl)
    const words = await readDictionary({ catalog, fetchBytes: fetchFromDisk })
    const names = (name: string) =>
      codesOf(name)
        .map(({ code }) => code)
        .toSorted()
    expect(names('indicator_code')).toEqual(words.indicators.map(({ code }) => code).toSorted())
    const pairs = codesOf('breakdown_key').map(({ code, note }) => `${/chỉ tiêu (\S+)/.exec(note)?.[1]} ${code}`)
    const published = (await readRecords('public-reports/breakdowns.csv')).map(
      (row) => `${row.indicator_code} ${row.breakdown_key}`,
    )
    expect(pairs.toSorted()).toEqual(published.toSorted())
    const readable = words.breakdowns.map(({ indicator, key }) => `${indicator} ${key}`)
    expect(pairs.filter((pair) => !readable.includes(pair))).toEqual([])
    const keys = new Set(words.breakdowns.map(({ key }) => key))
    const parts = codesOf('breakdown_value').map(({ code, note }) => `${/ là (\S+)$/.exec(note)?.[1]} ${code}`)
    const known = words.codes.filter(({ key }) => keys.has(key)).map(({ key, value }) => `${key} ${value}`)
    expect(parts.toSorted()).toEqual(known.toSorted())
    for (const key of ['unit_level', 'level_relation', 'period_basis', 'qualifier', 'status', 'magnitude', 'unit']) {
      expect(names(key), key).toEqual(
        words.codes
          .filter((code) => code.key === key)
          .map(({ value }) => value)
          .toSorted(),
      )
      expect(names(key).length, key).toBeGreaterThan(0)
    }
  })
})

describe('the form, filled in', () => {
  let database: Database
  beforeAll(async () => {
    database = await openNodeDatabase()
  })
  afterAll(() => database.close())

  async function opened(rows: readonly Readonly<Record<string, string>>[]) {
    const catalog = await readCatalog(fetchFromDisk, catalogUrl)
    const reference = await readReference(fetchFromDisk, catalog)
    const startEngine = async () => database
    const workspace = createWorkspace({ catalog, ...reference, fetchBytes: fetchFromDisk, startEngine })
    const lines = rows.map((row) => headings.map((heading) => row[heading] ?? '').join(';'))
    const form = new TextDecoder('utf-8', { ignoreBOM: true }).decode(read('mau-so-lieu.csv'))
    const { opened: dataset, refused } = await workspace.openFiles([
      fileOf('Số liệu quý.csv', `${form}${lines.join('\r\n')}\r\n`),
    ])
    expect(refused).toEqual([])
    if (!dataset) throw new Error('the form was not opened')
    return { ...dataset, rejects: readFaults(await workspace.ask(keyOf(dataset.dataset), faultsSql(dataset.dataset))) }
  }

  const cells = (more: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries({
        ...{ territory_set: '63', province_code: '36', indicator_code: 'tips_received' },
        ...{ period_start: '01/01/2024', period_end: '31/12/2024', value: '12' },
        ...more,
      }).map(([name, text]) => [headingOf(name), text]),
    )

  it('with the least that a row needs is accepted, for every indicator, part and province', async () => {
    const parts = codesOf('breakdown_key').flatMap(({ code: key, note }) =>
      codesOf('breakdown_value')
        .filter((value) => value.note.endsWith(` là ${key}`))
        .map(({ code }) => ({
          indicator_code: /chỉ tiêu (\S+)/.exec(note)?.[1] ?? '',
          breakdown_key: key,
          breakdown_value: code,
        })),
    )
    const rows = [
      ...codesOf('indicator_code').map(({ code }) => cells({ indicator_code: code })),
      ...parts.map(cells),
      ...codesOf('province_code').map(({ code, note }) =>
        cells({ territory_set: / là (\d\d)/.exec(note)?.[1] ?? '', province_code: code }),
      ),
    ]
    expect(rows.length).toBeGreaterThan(62 + 62 + 97)
    // The same row twice would count once.
    const { report, rejects, dataset } = await opened(rows.map((row, at) => ({ ...row, [headingOf('value')]: String(at + 1) })))
    expect(rejects).toEqual([])
    expect([report.kept, report.read]).toEqual([rows.length, rows.length])
    expect(dataset.indicators.length).toBe(codesOf('indicator_code').length)
    expect(dataset.reporters).toHaveLength(97)
  })

  it('is accepted with every code that it tells of', async () => {
    const coded = ['unit', 'unit_level', 'level_relation', 'period_basis', 'magnitude'].flatMap((name) =>
      codesOf(name).map(({ code }) => cells({ [name]: code })),
    )
    const certain = codesOf('qualifier').map(({ code }) =>
      cells({ qualifier: code, ...(code === 'unquantified' ? { value: '' } : {}) }),
    )
    const states = codesOf('status').map(({ code }) =>
      cells({ status: code, ...(['suppressed', 'not_applicable'].includes(code) ? { value: '' } : {}) }),
    )
    const { report, rejects } = await opened([...coded, ...certain, ...states])
    expect(rejects).toEqual([])
    expect(report.kept).toBe(coded.length + certain.length + states.length)
  })
})
