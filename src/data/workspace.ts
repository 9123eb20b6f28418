import type { Dataset, Territories } from '../model/dataset.ts'
import { Failure } from '../model/failure.ts'
import type { HeldRecord, Ingest } from '../model/ingest.ts'
import type { ResultSet } from '../model/result-set.ts'
import { dropSql, importedTable, type LoadReport, loadStatements } from '../query/resolve/load-statements.ts'
import { missingColumns } from '../query/resolve/observation-columns.ts'
import { readReport } from '../query/resolve/read-report.ts'
import { type Catalog, type FetchBytes, type ObservationsFormat, readPackage } from './catalog.ts'
import type { Database, LoadPlan } from './database.ts'
import type { DataFormat } from './formats/data-format.ts'
import { formatOf } from './formats/index.ts'

/** A dataset whose rows are in the engine; `report` and `held` say what became of every row of its file. */
export interface OpenDataset {
  readonly dataset: Dataset
  readonly fileName: string
  readonly report: LoadReport
  readonly held: readonly HeldRecord[]
}

/** The open datasets and the engine behind them. After the engine stopped, the next question starts a new one and loads again. */
export interface Workspace {
  /** Rejects with a Failure; what was open before stays open. */
  open(id: string, signal?: AbortSignal): Promise<OpenDataset>
  /** A dataset that has been opened; undefined before that. */
  opened(id: string): OpenDataset | undefined
  /** Asks about one open dataset. */
  ask(id: string, sql: string, signal?: AbortSignal): Promise<ResultSet>
}

export interface WorkspaceParts {
  /** The kind of file that observations are read from, where a package has several; CSV by default. */
  readonly format?: ObservationsFormat
  /** Kinds of files that can be read; by default all. */
  readonly formats?: readonly DataFormat[]
  readonly catalog: Catalog
  readonly territories: Territories
  readonly fetchBytes: FetchBytes
  readonly startEngine: () => Promise<Database>
}

export function createWorkspace(parts: WorkspaceParts): Workspace {
  const known = new Map<string, OpenDataset>()
  let engine: Promise<Database> | null = null
  let loading = new Map<string, Promise<OpenDataset>>()

  const drop = (stopped: Promise<Database>) => {
    if (engine !== stopped) return
    engine = null
    loading = new Map()
  }

  const withEngine = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    engine ??= parts.startEngine()
    const used = engine
    const database = await used.catch((error: unknown) => {
      drop(used)
      throw error
    })
    return work(database).catch((error: unknown) => {
      if (error instanceof Failure && error.code === 'engine-stopped') drop(used)
      throw error
    })
  }

  const open = (id: string, signal?: AbortSignal): Promise<OpenDataset> => {
    const running = loading.get(id)
    if (running) return running
    const started = withEngine((database) => load(id, parts, database, signal)).then((loaded) => {
      known.set(id, loaded)
      return loaded
    })
    const round = loading
    round.set(id, started)
    started.catch(() => round.delete(id))
    return started
  }

  return {
    open,
    opened: (id) => known.get(id),
    ask: async (id, sql, signal) => {
      await open(id)
      return withEngine((database) => database.query(sql, signal))
    },
  }
}

async function load(id: string, parts: WorkspaceParts, database: Database, signal?: AbortSignal): Promise<OpenDataset> {
  const request = signal ? { ...parts, signal } : parts
  const { meta, observations } = await readPackage(id, request)
  const { fileName, bytes } = observations
  const ingest = await formatOf(fileName, bytes, parts.formats).read(fileName, bytes, signal)
  const missing = missingColumns(ingest.columns)
  if (missing.length > 0) throw new Failure('csv-columns-missing', { file: fileName, names: missing })
  const name = `${meta.fingerprint}.${ingest.kind}`
  const undo = dropSql(meta.schema)
  // Dropped first: a dataset with the same numbers, or what a failed load left behind, has the same schema.
  const statements = [undo, ...loadStatements(meta, ingest, name)]
  const result = await database.load({ ...sourceOf(ingest, name), statements, undo }, signal).catch((error: unknown) => {
    throw error instanceof Failure && error.code === 'rows-differ'
      ? new Failure(error.code, { ...error.detail, file: fileName })
      : error
  })
  const report = readReport(result)
  if (report.read !== ingest.records || report.kept + report.rejected !== report.read) {
    // What is wrong with the file is told, whatever the clearing up says.
    await database.query(undo).catch(() => null)
    throw new Failure('rows-differ', { file: fileName, expected: ingest.records, found: report.read })
  }
  return { dataset: { ...meta, years: report.years, latestDay: report.latestDay }, fileName, report, held: ingest.held }
}

function sourceOf(ingest: Ingest, name: string): Pick<LoadPlan, 'files' | 'arrow'> {
  if (ingest.kind === 'csv') return { files: [{ name, bytes: ingest.bytes }] }
  return { files: [], arrow: { ...importedTable(name), ipc: ingest.ipc, rows: ingest.records } }
}
