import { createRequire } from 'node:module'
import type * as Blocking from '@duckdb/duckdb-wasm/blocking'
import { decodeResult } from '../../src/data/arrow-result.ts'
import type { Database, LoadPlan } from '../../src/data/database.ts'
import { engineFailure } from '../../src/data/engine-failure.ts'
import { DEFAULT_MEMORY_LIMIT, engineSettings } from '../../src/data/engine-settings.ts'
import { Failure } from '../../src/model/failure.ts'
import type { ResultSet } from '../../src/model/result-set.ts'

/**
 * The real engine in Node, with the settings and the reading of results that the browser has. It blocks: a running statement
 * cannot be cancelled. Open it once per test file and close it afterwards.
 */
export async function openNodeDatabase(): Promise<Database> {
  const require = createRequire(import.meta.url)
  const duckdb: typeof Blocking = require('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs')
  const bundle = { mainModule: require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'), mainWorker: '' }
  const bindings = await duckdb.createDuckDB({ mvp: bundle, eh: bundle }, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME)
  await bindings.instantiate()
  bindings.open({ path: ':memory:' })
  const connection = bindings.connect().useUnsafe((_, id) => id)
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
      for (const statement of plan.statements) result = answer(statement, signal)
      return result
    } catch (error) {
      if (plan.undo !== '') answer(plan.undo)
      throw error
    } finally {
      for (const file of plan.files) bindings.dropFile(`ds/${file.name}`)
    }
  }
}
