import type { Dataset, Territories } from '../model/dataset.ts'
import { Failure } from '../model/failure.ts'
import type { HeldRecord } from '../model/ingest.ts'
import type { ResultSet } from '../model/result-set.ts'
import { dropSql, type LoadReport, loadStatements } from '../query/resolve/load-statements.ts'
import { missingColumns } from '../query/resolve/observation-columns.ts'
import { readReport } from '../query/resolve/read-report.ts'
import { type Catalog, type FetchBytes, readPackage } from './catalog.ts'
import type { Database } from './database.ts'
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
  const ingest = await formatOf(fileName, bytes).read(fileName, bytes)
  const missing = missingColumns(ingest.columns)
  if (missing.length > 0) throw new Failure('csv-columns-missing', { file: fileName, names: missing })
  const name = `${meta.fingerprint}.csv`
  const files = [{ name, bytes: ingest.bytes }]
  const result = await database.load(
    { files, statements: loadStatements(meta, ingest, name), undo: dropSql(meta.schema) },
    signal,
  )
  const report = readReport(result)
  if (report.read !== ingest.records || report.kept + report.rejected !== report.read) {
    await database.query(dropSql(meta.schema))
    throw new Failure('rows-differ', { file: fileName, expected: ingest.records, found: report.read })
  }
  return { dataset: { ...meta, years: report.years, latestDay: report.latestDay }, fileName, report, held: ingest.held }
}
