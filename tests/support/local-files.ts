import type { Database } from '../../src/data/database.ts'
import { formatOf } from '../../src/data/formats/index.ts'
import { type HeldIn, heldIn } from '../../src/data/load-rows.ts'
import { type LocalFile, localFileOf } from '../../src/data/local-file.ts'
import type { DatasetMeta } from '../../src/model/dataset.ts'
import type { Ingest } from '../../src/model/ingest.ts'
import type { Cell, ResultSet } from '../../src/model/result-set.ts'
import type { Territory } from '../../src/model/territory.ts'
import { dropSql, type LoadReport, loadStatements } from '../../src/query/resolve/load-statements.ts'
import { importedTable, type LoadPart } from '../../src/query/resolve/raw-rows.ts'
import { readReport } from '../../src/query/resolve/read-report.ts'
import { type Fault, readFaults } from '../../src/query/rows-query.ts'
import { nodeFormats } from './node-parquet.ts'
import { worldMeta } from './small-worlds.ts'

/** Cells of one row by column of the form; a column that is not there is empty. */
export type Cells = Readonly<Record<string, string>>

/** A row with every cell spelled out that could be understood of an empty one. */
export const FULL: Cells = {
  ...{ territory_set: '63', province_code: '36', indicator_code: 'flow', breakdown_key: '', breakdown_value: '' },
  ...{ period_start: '2024-01-01', period_end: '2024-12-31', period_basis: 'stated' },
  ...{ value: '12', unit: 'tip', qualifier: 'exact', printed: '12', unit_level: 'tinh', source_id: 'A', scope_vi: '' },
}

export const FULL_COLUMNS: readonly string[] = Object.keys(FULL)

/** A CSV text of these columns; a cell with a delimiter, a quote or a line break in it is quoted. */
export function csvText(rows: readonly Cells[], columns: readonly string[] = FULL_COLUMNS, delimiter = ','): string {
  const quoted = (text: string) => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  return `${lines.map((cells) => cells.map(quoted).join(delimiter)).join('\n')}\n`
}

/** A file as a browser hands it over. */
export function fileOf(name: string, content: string | Uint8Array<ArrayBuffer>): LocalFile {
  return localFileOf(new File([content], name))
}

/** The small world of the random rows, with a part that has a unit of its own, one province that begins with 0, and nobody expected. */
export function handMeta(schema: string): DatasetMeta {
  const world = worldMeta(schema)
  const [place] = [...world.territories.values()] as [Territory]
  const gram = { key: 'kind', value: 'w', label: { vi: 'w', en: 'w' }, unit: 'gram', parent: null, order: 0 }
  const hanoi: Territory = { ...place, code: '01' }
  return {
    ...world,
    codes: [...world.codes, gram],
    reporters: [],
    territories: new Map([['63:01', hanoi], ...world.territories]),
    sources: [...world.sources, ...['tep-1', 'tep-2', 'tep-3'].map((id, at) => source(id, 3 + at))],
  }

  function source(id: string, order: number) {
    const [first] = world.sources
    if (!first) throw new Error('a world without sources')
    return { ...first, id, order, publishedDate: null, reportYear: null }
  }
}

export interface HandLoad {
  readonly report: LoadReport
  readonly rejects: readonly Fault[]
  readonly held: readonly HeldIn[]
  /** Records of all files, header and blank lines left out. */
  readonly records: number
  /** The accepted rows, all columns. */
  readonly rows: readonly Readonly<Record<string, Cell>>[]
}

/** Reads files as the app does, one name to one content, in the order given. */
export function ingestsOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Ingest[]> {
  return Promise.all(
    Object.entries(files).map(([name, content]) => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      return formatOf(name, bytes, nodeFormats).read(name, bytes)
    }),
  )
}

/** What a load plan needs of the files. */
export function partsOf(ingests: readonly Ingest[]) {
  const parts: LoadPart[] = ingests.map((ingest, at) => ({ ingest, name: `part-${at}.${ingest.kind}` }))
  return {
    parts,
    files: parts.flatMap(({ ingest, name }) => (ingest.kind === 'csv' ? [{ name, bytes: ingest.bytes }] : [])),
    tables: parts.flatMap(({ ingest, name }) =>
      ingest.kind === 'parquet' ? [{ ...importedTable(name), ipc: ingest.ipc, rows: ingest.records }] : [],
    ),
  }
}

/** Loads files that people filled in by hand into the small world, and tells what became of every row. */
export async function loadByHand(
  database: Database,
  files: Readonly<Record<string, string | Uint8Array>>,
  schema = 'ds_hand',
): Promise<HandLoad> {
  const ingests = await ingestsOf(files)
  const { parts, ...sources } = partsOf(ingests)
  const undo = dropSql(schema)
  const result = await database.load({ ...sources, statements: [undo, ...loadStatements(handMeta(schema), parts, true)], undo })
  return {
    report: readReport(result),
    rejects: readFaults(await database.query(`SELECT * FROM "${schema}".reject ORDER BY record`)),
    held: heldIn(ingests),
    records: ingests.reduce((sum, { recordsInFile }) => sum + recordsInFile, 0),
    rows: recordsOf(await database.query(`SELECT * FROM "${schema}".observation ORDER BY "row"`)),
  }
}

/** A result row by row. */
export function recordsOf({ length, columns }: ResultSet): Record<string, Cell>[] {
  const names = Object.keys(columns)
  return Array.from({ length }, (_, row) => Object.fromEntries(names.map((name) => [name, columns[name]?.[row] ?? null])))
}
