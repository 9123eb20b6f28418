import type { CsvIngest } from '../../model/ingest.ts'

/** A kind of file that holds observations. */
export interface DataFormat {
  readonly id: string
  matches(name: string, bytes: Uint8Array): boolean
  /** Rejects with a `Failure` that names the file. */
  read(fileName: string, bytes: Uint8Array): Promise<CsvIngest>
}
