/** Every way in which starting, fetching, reading or asking can fail; each has its own sentence in `locale/failure.*.ts`. */
export type FailureCode =
  // the engine
  | 'engine-file-missing'
  | 'engine-file-not-wasm'
  | 'engine-worker-missing'
  | 'engine-start-timeout'
  | 'engine-browser-unfit'
  | 'engine-stopped'
  | 'engine-out-of-memory'
  | 'engine-extension-missing'
  | 'engine-access-refused'
  | 'query-failed'
  | 'query-cancelled'
  // fetching
  | 'http-status'
  | 'http-unreachable'
  | 'body-incomplete'
  // reading a file
  | 'file-empty'
  | 'file-html'
  | 'file-json'
  | 'file-binary'
  | 'file-encoding-unknown'
  | 'csv-one-column'
  | 'csv-no-rows'
  | 'csv-unclosed-quote'
  | 'csv-columns-missing'
  | 'csv-title-rows'
  | 'columns-twice'
  | 'columns-faulty'
  | 'parquet-damaged'
  | 'parquet-encrypted'
  | 'parquet-nested'
  | 'parquet-too-big'
  | 'parquet-reader-missing'
  | 'rows-differ'
  | 'hash-differs'
  | 'file-too-big'
  // files that the reader opened
  | 'local-file-needed'
  | 'local-file-unreadable'
  | 'local-file-changed'
  | 'local-file-twice'
  // packages
  | 'package-invalid'
  | 'dataset-unknown'
  | 'dataset-changed'

/** Details a sentence can name. `raw` is the engine's or browser's own text, cut to 500 characters, never shown alone. */
export interface FailureDetail {
  readonly file?: string
  readonly line?: number
  readonly column?: string
  readonly status?: number
  readonly expected?: number
  readonly found?: number
  readonly names?: readonly string[]
  /** Names that are nearly what was looked for, with what each probably means. */
  readonly near?: readonly { readonly name: string; readonly meant: string }[]
  readonly raw?: string
}

/** The only error that the floors above `data/` see. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly detail: FailureDetail
  constructor(code: FailureCode, detail: FailureDetail = {}) {
    super(`${code}${detail.file ? ` (${detail.file})` : ''}${detail.raw ? `: ${detail.raw}` : ''}`)
    this.name = 'Failure'
    this.code = code
    this.detail = detail
  }
}
