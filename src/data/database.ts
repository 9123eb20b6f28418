import type { ResultSet } from '../model/result-set.ts'

/** What a load does: files become readable under `ds/<name>`, statements run in order, then the files are dropped. */
export interface LoadPlan {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  readonly statements: readonly string[]
  /** Run when a statement fails, so that nothing half-loaded stays. */
  readonly undo: string
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
