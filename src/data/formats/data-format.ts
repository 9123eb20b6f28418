import type { Ingest } from '../../model/ingest.ts'

/** A kind of file that holds observations. */
export interface DataFormat {
  readonly id: string
  matches(name: string, bytes: Uint8Array): boolean
  /** Rejects with a `Failure` that names the file; with `query-cancelled` where the signal aborts and the format can stop. */
  read(fileName: string, bytes: Uint8Array, signal?: AbortSignal): Promise<Ingest>
}
