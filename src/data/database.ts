import type { ResultSet } from '../model/result-set.ts'
import type { TableName } from '../query/table-name.ts'

/**
 * What a load does: files become readable under `ds/<name>`, Arrow streams become tables, statements run in order, then files
 * and tables are dropped.
 */
export interface LoadPlan {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly tables?: readonly ArrowSource[]
  readonly statements: readonly string[]
  /** Run when a statement fails, so that nothing half-loaded stays. */
  readonly undo: string
}

/** A table made of an Arrow IPC stream. */
export interface ArrowSource extends TableName {
  /** Handed over: the caller's buffer may be empty afterwards. */
  readonly ipc: Uint8Array
  /** Rows that the table has to have; with any other number the load rejects with `rows-differ`. */
  readonly rows: number
}

/**
 * Where SQL is answered. Every promise settles: with a result or with a `Failure`
 * (`engine-stopped` when the engine goes away, `query-cancelled` when the signal aborts).
 */
export interface Database {
  /** Resolves with the result of the last statement. */
  load(plan: LoadPlan, signal?: AbortSignal): Promise<ResultSet>
  query(sql: string, signal?: AbortSignal): Promise<ResultSet>
  close(): Promise<void>
}
