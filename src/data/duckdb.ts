import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm'
import workerAsset from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url'
import wasmAsset from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import { Failure } from '../model/failure.ts'
import type { ResultSet } from '../model/result-set.ts'
import { countRowsSql, dropTableSql } from '../query/table-name.ts'
import { decodeResult } from './arrow-result.ts'
import type { ArrowSource, Database, LoadPlan } from './database.ts'
import { breaksEngine, engineFailure, importFailure } from './engine-failure.ts'
import { createEngineQueue } from './engine-queue.ts'
import { engineSettings, memoryLimitFor } from './engine-settings.ts'
import { type CheckedEngineFiles, checkBrowser, fetchEngineFiles } from './engine-start.ts'
import { createLifeline, type Lifeline } from './lifeline.ts'

export interface EngineOptions {
  readonly workerUrl?: string
  readonly wasmUrl?: string
  /** Longest silence of the server while the files come, and longest time from the worker's start to the first answer. */
  readonly startTimeoutMs?: number
  /** `512MB`, `2GB`; by default what the device can bear. */
  readonly memoryLimit?: string
  /** Bytes of the engine's wasm; `total` is null where the server does not say. */
  readonly onProgress?: (loaded: number, total: number | null) => void
}

/**
 * Starts the engine in a worker of its own and locks its settings. Every promise of the Database settles; once one rejects with
 * `engine-stopped`, all later ones do and a new engine has to be started.
 * Rejects with `engine-browser-unfit`, `engine-file-missing`, `engine-file-not-wasm`, `engine-worker-missing`,
 * `engine-start-timeout` or `engine-out-of-memory`.
 */
export async function startEngine(options: EngineOptions = {}): Promise<Database> {
  checkBrowser()
  const timeoutMs = options.startTimeoutMs ?? DEFAULT_START_TIMEOUT_MS
  const files = await fetchEngineFiles({
    // Behind any sub-path: a relative URL counts from the page, not from this script.
    workerUrl: new URL(options.workerUrl ?? workerAsset, document.baseURI).href,
    wasmUrl: new URL(options.wasmUrl ?? wasmAsset, document.baseURI).href,
    stallMs: timeoutMs,
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  })
  const lifeline = createLifeline()
  const timer = setTimeout(() => lifeline.cut(new Failure('engine-start-timeout', { raw: `${timeoutMs} ms` })), timeoutMs)
  let worker: Worker | null = null
  try {
    worker = startWorker(files, lifeline)
    const engine = await openEngine(worker, files.wasmUrl, options.memoryLimit ?? deviceMemoryLimit(), lifeline)
    return database(engine)
  } catch (error) {
    worker?.terminate()
    throw startFailure(error)
  } finally {
    clearTimeout(timer)
    files.release()
  }
}

const DEFAULT_START_TIMEOUT_MS = 60_000
/** So long a cancelled statement may still run before its worker is ended. */
const CANCEL_PATIENCE_MS = 2_000

/** The parts of a running engine. */
interface Engine {
  readonly bindings: AsyncDuckDB
  readonly connection: number
  readonly lifeline: Lifeline
  stop(failure: Failure): void
}

function startWorker(files: CheckedEngineFiles, lifeline: Lifeline): Worker {
  let worker: Worker
  try {
    worker = new Worker(files.workerUrl)
  } catch (error) {
    throw new Failure('engine-worker-missing', { raw: String(error).slice(0, 500) })
  }
  const broken = (event: Event) => {
    const raw = event instanceof ErrorEvent && event.message ? event.message : event.type
    lifeline.cut(new Failure('engine-stopped', { raw: raw.slice(0, 500) }))
    worker.terminate()
  }
  worker.addEventListener('error', broken)
  worker.addEventListener('messageerror', broken)
  return worker
}

async function openEngine(worker: Worker, wasmUrl: string, memoryLimit: string, lifeline: Lifeline): Promise<Engine> {
  const bindings = new AsyncDuckDB(new VoidLogger(), worker)
  await lifeline.hold(bindings.instantiate(wasmUrl))
  // No casts of BIGINT or DECIMAL here: the engine would round 2^53 + 1 without a word. arrow-result.ts reads both exactly.
  await lifeline.hold(bindings.open({ path: ':memory:' }))
  const connection = await lifeline.hold(bindings.connectInternal())
  const engine: Engine = {
    bindings,
    connection,
    lifeline,
    stop: (failure) => {
      lifeline.cut(failure)
      void bindings.terminate()
    },
  }
  for (const statement of engineSettings(memoryLimit)) await answer(engine, statement)
  return engine
}

function startFailure(error: unknown): Failure {
  const failure = engineFailure(error)
  if (failure.code !== 'engine-stopped' && failure.code !== 'query-failed') return failure
  const raw = failure.detail.raw ?? ''
  if (/out of memory|could not allocate/i.test(raw)) return new Failure('engine-out-of-memory', failure.detail)
  // What the worker rejects before its first answer comes of the wasm that it was given.
  if (/\bunhandled |\b(?:Link|Compile)Error\b|WebAssembly/.test(raw)) return new Failure('engine-file-not-wasm', failure.detail)
  // An error event before the first answer: the worker's script did not run.
  return new Failure(failure.code === 'engine-stopped' ? 'engine-worker-missing' : 'engine-browser-unfit', failure.detail)
}

function database(engine: Engine): Database {
  // Two statements at once on one connection mix up their rows.
  const queue = createEngineQueue()
  return {
    query: (sql, signal) => queue.run(() => answer(engine, sql, signal), signal),
    load: (plan, signal) => queue.run(() => load(engine, plan, signal), signal),
    close: async () => engine.stop(new Failure('engine-stopped', { raw: 'closed' })),
  }
}

async function load(engine: Engine, plan: LoadPlan, signal?: AbortSignal): Promise<ResultSet> {
  const { bindings, lifeline } = engine
  if (lifeline.failure) throw lifeline.failure
  const names = plan.files.map((file) => `ds/${file.name}`)
  const tables = plan.tables ?? []
  let result: ResultSet = { length: 0, columns: {} }
  try {
    for (const [index, file] of plan.files.entries()) {
      // A copy: the buffer is handed over to the worker, and the caller may need it once more.
      await lifeline.hold(bindings.registerFileBuffer(names[index] as string, file.bytes.slice()))
    }
    for (const table of tables) await insertArrow(engine, table, signal)
    for (const statement of plan.statements) result = await answer(engine, statement, signal)
  } catch (error) {
    // What failed first is told, whatever the clearing up says.
    if (plan.undo !== '') await answer(engine, plan.undo).catch(() => null)
    await dropSources(engine, names, tables).catch(() => null)
    throw engineFailure(error)
  }
  await dropSources(engine, names, tables)
  return result
}

async function insertArrow(engine: Engine, arrow: ArrowSource, signal?: AbortSignal): Promise<void> {
  const { bindings, lifeline } = engine
  const options = { schema: arrow.schema, name: arrow.table, create: true }
  try {
    // A damaged stream is taken without a word, and the next one on the same connection is lost with it.
    const connection = await lifeline.hold(bindings.connectInternal())
    await lifeline.hold(bindings.insertArrowFromIPCStream(connection, arrow.ipc, options)).finally(() => {
      bindings.disconnect(connection).catch(() => null)
    })
    const { columns } = await answer(engine, countRowsSql(arrow), signal)
    const found = Number(columns.rows?.[0])
    if (found !== arrow.rows) throw new Failure('rows-differ', { expected: arrow.rows, found })
  } catch (error) {
    throw importFailure(error, arrow.rows)
  }
}

async function dropSources(engine: Engine, names: readonly string[], tables: readonly ArrowSource[]): Promise<void> {
  const { bindings, lifeline } = engine
  if (lifeline.failure) return
  // Without names the engine would drop every file it has.
  if (names.length > 0) await lifeline.hold(bindings.dropFiles([...names]))
  for (const table of tables) await answer(engine, dropTableSql(table))
}

/** Runs one statement to its end in slices, so that a cancel comes between them. */
async function answer(engine: Engine, sql: string, signal?: AbortSignal): Promise<ResultSet> {
  const { bindings, connection, lifeline } = engine
  if (lifeline.failure) throw lifeline.failure
  if (signal?.aborted) throw new Failure('query-cancelled')
  const unwatch = cancelOnAbort(engine, signal)
  try {
    let head = await lifeline.hold(bindings.startPendingQuery(connection, sql))
    while (head === null) head = await lifeline.hold(bindings.pollPendingQuery(connection))
    const messages = [head]
    for (;;) {
      if (signal?.aborted) throw new Failure('query-cancelled')
      const message = await lifeline.hold(bindings.fetchQueryResults(connection))
      if (message?.length === 0) break
      if (message) messages.push(message)
    }
    return decodeResult(messages)
  } catch (error) {
    const failure = engineFailure(error)
    if (breaksEngine(failure)) engine.stop(new Failure('engine-stopped', failure.detail))
    throw signal?.aborted && failure.code !== 'engine-stopped' ? new Failure('query-cancelled') : failure
  } finally {
    unwatch()
  }
}

function cancelOnAbort(engine: Engine, signal?: AbortSignal): () => void {
  let patience: ReturnType<typeof setTimeout> | undefined
  const cancel = () => {
    engine.lifeline.hold(engine.bindings.cancelPendingQuery(engine.connection)).catch(() => false)
    const stuck = new Failure('engine-stopped', { raw: `a cancelled statement ran on for ${CANCEL_PATIENCE_MS} ms` })
    patience = setTimeout(() => engine.stop(stuck), CANCEL_PATIENCE_MS)
  }
  signal?.addEventListener('abort', cancel, { once: true })
  return () => {
    signal?.removeEventListener('abort', cancel)
    clearTimeout(patience)
  }
}

function deviceMemoryLimit(): string {
  return memoryLimitFor((navigator as Navigator & { readonly deviceMemory?: number }).deviceMemory)
}
