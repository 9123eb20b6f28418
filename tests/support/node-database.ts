import { createRequire } from 'node:module'
import type * as Blocking from '@duckdb/duckdb-wasm/blocking'
import { decodeResult } from '../../src/data/arrow-result.ts'
import type { ArrowSource, Database, LoadPlan } from '../../src/data/database.ts'
import { engineFailure, importFailure } from '../../src/data/engine-failure.ts'
import { DEFAULT_MEMORY_LIMIT, engineSettings } from '../../src/data/engine-settings.ts'
import { Failure } from '../../src/model/failure.ts'
import type { ResultSet } from '../../src/model/result-set.ts'
import { countRowsSql, dropTableSql } from '../../src/query/table-name.ts'

/**
 * The real engine in Node, with the settings and the reading of results that the browser has. It blocks: a running statement
 * cannot be cancelled. Open it once per test file and close it afterwards.
 */
export async function openNodeDatabase(): Promise<Database> {
  const { bindings, connection } = await openNodeBindings()
  let closed = false

  const answer = (sql: string, signal?: AbortSignal): ResultSet => {
    if (closed) throw new Failure('engine-stopped', { raw: 'closed' })
    if (signal?.aborted) throw new Failure('query-cancelled')
    try {
      return decodeResult([bindings.runQuery(connection, sql)])
    } catch (error) {
      throw engineFailure(error)
    }
  }
  for (const statement of engineSettings(DEFAULT_MEMORY_LIMIT)) answer(statement)

  return {
    query: async (sql, signal) => answer(sql, signal),
    load: async (plan, signal) => load(plan, signal),
    close: async () => {
      closed = true
    },
  }

  function load(plan: LoadPlan, signal?: AbortSignal): ResultSet {
    if (closed) throw new Failure('engine-stopped', { raw: 'closed' })
    let result: ResultSet = { length: 0, columns: {} }
    try {
      for (const file of plan.files) bindings.registerFileBuffer(`ds/${file.name}`, file.bytes)
      for (const table of plan.tables ?? []) insertArrow(table, signal)
      for (const statement of plan.statements) result = answer(statement, signal)
      return result
    } catch (error) {
      if (plan.undo !== '') answer(plan.undo)
      throw error
    } finally {
      for (const file of plan.files) bindings.dropFile(`ds/${file.name}`)
      for (const table of plan.tables ?? []) answer(dropTableSql(table))
    }
  }

  function insertArrow(arrow: ArrowSource, signal?: AbortSignal): void {
    try {
      const fresh = bindings.connect().useUnsafe((_, id) => id)
      bindings.insertArrowFromIPCStream(fresh, arrow.ipc, { schema: arrow.schema, name: arrow.table, create: true })
      bindings.disconnect(fresh)
      const found = Number(answer(countRowsSql(arrow), signal).columns.rows?.[0])
      if (found !== arrow.rows) throw new Failure('rows-differ', { expected: arrow.rows, found })
    } catch (error) {
      throw importFailure(error, arrow.rows)
    }
  }
}

/** The engine itself, with settings of its own. */
export async function openNodeBindings(): Promise<{ readonly bindings: Blocking.DuckDBBindings; readonly connection: number }> {
  const require = createRequire(import.meta.url)
  const duckdb: typeof Blocking = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs')
  const bundle = { mainModule: require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'), mainWorker: '' }
  const bindings = await duckdb.createDuckDB({ mvp: bundle, eh: bundle }, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME)
  await bindings.instantiate()
  bindings.open({ path: ':memory:' })
  return { bindings, connection: bindings.connect().useUnsafe((_, id) => id) }
}
