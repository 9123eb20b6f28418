import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { tableFromIPC } from 'apache-arrow'
import { type Catalog, readReference } from '../../src/data/catalog.ts'
import { parseCsvRecords } from '../../src/data/csv-text.ts'
import type { Database } from '../../src/data/database.ts'
import { readParquetFooter } from '../../src/data/parquet-footer.ts'
import { createWorkspace } from '../../src/data/workspace.ts'
import { datasetsFolder, datasetsUrl, fetchFromDisk, readRecords } from './dataset-files.ts'
import { openNodeDatabase } from './node-database.ts'
import { decodeInNode, nodeFormats } from './node-parquet.ts'

export const nationalFolder = join(datasetsFolder, 'national-simulated')

const ID = 'national-simulated'
const catalog: Catalog = {
  base: datasetsUrl,
  datasets: [
    { id: ID, title: { vi: 'Mô phỏng', en: 'Simulated' }, manifest: `${datasetsUrl}${ID}/datapackage.json`, simulated: true },
  ],
  defaultId: ID,
  reference: `${datasetsUrl}reference/datapackage.json`,
}

/** The package as the app opens it, from its Parquet file, in an engine of its own. */
export async function openNational(database?: Database) {
  const reference = await readReference(fetchFromDisk, catalog)
  const workspace = createWorkspace({
    ...{ catalog, ...reference, fetchBytes: fetchFromDisk, startEngine: async () => database ?? (await openNodeDatabase()) },
    ...{ format: 'parquet' as const, formats: nodeFormats },
  })
  const opened = await workspace.open(ID)
  return { opened, ask: (sql: string) => workspace.ask(ID, sql) }
}

/** One reported figure, as the Parquet file has it: an empty cell of text is '', of a number null. */
export interface Reported {
  readonly observation_id: string
  readonly source_id: string
  readonly revision: number
  readonly territory_set: string
  readonly province_code: string
  readonly province_vi: string
  readonly unit_level: string
  readonly unit_name: string
  readonly scope_vi: string
  readonly level_relation: string
  readonly period_start: string
  readonly period_end: string
  readonly period_basis: string
  readonly indicator_code: string
  readonly breakdown_key: string
  readonly breakdown_value: string
  readonly value: number | null
  readonly unit: string
  readonly status: string
  readonly qualifier: string
  readonly qualifier_word: string
  readonly magnitude: number | null
  readonly printed: string
  readonly verify_vi: string
  readonly verify_en: string
  readonly note_vi: string
  readonly note_en: string
}

const NUMBERS = ['revision', 'value', 'magnitude']
const DAYS = ['period_start', 'period_end']
const TEXTS = [
  ...['observation_id', 'source_id', 'territory_set', 'province_code', 'province_vi', 'unit_level', 'unit_name', 'scope_vi'],
  ...['level_relation', 'period_basis', 'indicator_code', 'breakdown_key', 'breakdown_value', 'unit', 'status', 'qualifier'],
  ...['qualifier_word', 'printed', 'verify_vi', 'verify_en', 'note_vi', 'note_en'],
]

/** The rows of a Parquet file of observations, by default those of the package, in their order. */
export async function readReported(path = join(nationalFolder, 'observations.parquet')): Promise<Reported[]> {
  const file = new Uint8Array(await readFile(path))
  const { ipc } = await decodeInNode(file, readParquetFooter(path, file).rows)
  const table = tableFromIPC(ipc)
  const days = new Map<number, string>()
  const dayOf = (value: unknown) => {
    if (value === null) return ''
    const time = Number(value)
    const known = days.get(time) ?? new Date(time).toISOString().slice(0, 10)
    days.set(time, known)
    return known
  }
  const column = (name: string, read: (value: unknown) => string | number | null) => {
    const vector = table.getChild(name)
    if (!vector) throw new Error(`no column ${name}`)
    return { name, cells: Array.from(vector, read) }
  }
  const columns = [
    ...TEXTS.map((name) => column(name, (value) => String(value ?? ''))),
    ...NUMBERS.map((name) => column(name, (value) => (value === null ? null : Number(value)))),
    ...DAYS.map((name) => column(name, dayOf)),
  ]
  return Array.from({ length: table.numRows }, (_, row) => {
    const cells: Record<string, string | number | null> = {}
    for (const { name, cells: all } of columns) cells[name] = all[row] ?? null
    return cells as unknown as Reported
  })
}

/** A small table of the package as records by column name. */
export async function readNationalTable(name: string): Promise<Record<string, string>[]> {
  return readRecords(`national-simulated/${name}.csv`)
}

/** `drawn`, `emitted`, `gaps` or `traps`: what was written down while the package was made. */
export async function readLedger(name: string): Promise<Record<string, string>[]> {
  const text = gunzipSync(await readFile(join(nationalFolder, `ledger-${name}.csv.gz`))).toString('utf8')
  const { header, rows } = parseCsvRecords(text, name)
  return rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? ''])))
}

export function territoryOf(row: Reported): string {
  return `${row.territory_set}:${row.province_code}`
}

/** Indicator, breakdown key and value in one text. */
export function cellOf(row: Pick<Reported, 'indicator_code' | 'breakdown_key' | 'breakdown_value'>): string {
  return `${row.indicator_code}|${row.breakdown_key}|${row.breakdown_value}`
}

/** Whole months from one day to another, both counted, of months that begin on the 15th; null where they are none. */
export function monthsCovered(start: string, end: string): number | null {
  const [first, last] = [/^(\d{4})-(\d\d)-15$/.exec(start), /^(\d{4})-(\d\d)-14$/.exec(end)]
  if (!first || !last) return null
  return (Number(last[1]) - Number(first[1])) * 12 + Number(last[2]) - Number(first[2])
}

/** The reporting months of the package, as their last days. */
export const MONTH_ENDS: readonly string[] = Array.from({ length: 142 }, (_, at) => {
  return `${2015 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-14`
})

/** The list that reports the month with this last day. */
export function listAt(monthEnd: string): '63' | '34' {
  return monthEnd <= '2025-07-14' ? '63' : '34'
}
