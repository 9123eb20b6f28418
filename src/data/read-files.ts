import { Failure, type FailureCode } from '../model/failure.ts'
import type { Ingest } from '../model/ingest.ts'
import { fingerprint } from './fingerprint.ts'
import type { DataFormat } from './formats/data-format.ts'
import { formatOf } from './formats/index.ts'
import { checkColumns } from './load-rows.ts'
import { type FileMark, type LocalFile, markOf } from './local-file.ts'
import { headingsBelow } from './title-rows.ts'

/** How far the opening of files is. */
export interface OpenProgress {
  readonly step: 'reading' | 'loading'
  /** Bytes read of all files together, and their size. */
  readonly loaded: number
  readonly size: number
}

export interface ReadOptions {
  readonly formats?: readonly DataFormat[] | undefined
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: OpenProgress) => void) | undefined
}

/** A file that could not be opened at all. */
export interface RefusedFile {
  readonly name: string
  readonly failure: Failure
}

export interface ReadFiles {
  /** In the order of their names. */
  readonly ingests: readonly Ingest[]
  readonly accepted: readonly LocalFile[]
  readonly refused: readonly RefusedFile[]
  /** Of the accepted files. */
  readonly mark: string
}

/**
 * Reads and cuts files one after another; one that cannot be read, or that is a copy of another, does not stop the others.
 * Rejects with `query-cancelled` only.
 */
export async function readFiles(
  files: readonly LocalFile[],
  { formats, signal, onProgress }: ReadOptions = {},
): Promise<ReadFiles> {
  const ordered = [...files].sort((a, b) => a.name.localeCompare(b.name, 'vi'))
  const size = ordered.reduce((sum, file) => sum + file.size, 0)
  const ingests: Ingest[] = []
  const accepted: LocalFile[] = []
  const refused: RefusedFile[] = []
  const marks: FileMark[] = []
  let before = 0
  for (const file of ordered) {
    const start = before
    let bytes: Uint8Array<ArrayBufferLike> = new Uint8Array()
    try {
      bytes = await file.read(signal, (loaded) => onProgress?.({ step: 'reading', loaded: start + loaded, size }))
      const ingest = await formatOf(file.name, bytes, formats).read(file.name, bytes, signal)
      if (ingest.recordsInFile === 0) throw new Failure('csv-no-rows', { file: file.name })
      checkColumns(ingest, true)
      const mark: FileMark = { size: bytes.length, hash: fingerprint(bytes) }
      const twin = marks.findIndex((other) => other.size === mark.size && other.hash === mark.hash)
      // Rows of one source with one key are parts of a figure: a copy would double it.
      if (twin >= 0) throw new Failure('local-file-twice', { file: file.name, names: [accepted[twin]?.name ?? ''] })
      ingests.push(ingest)
      accepted.push(file)
      marks.push(mark)
    } catch (error) {
      const failure =
        error instanceof Failure ? error : new Failure('local-file-unreadable', { file: file.name, raw: String(error) })
      if (failure.code === 'query-cancelled') throw failure
      refused.push({ name: file.name, failure: asOwn(failure, bytes) })
    }
    before += file.size
  }
  return { ingests, accepted, refused, mark: markOf(marks) }
}

/** What is wrong with the columns of a package is its publisher's to mend; with those of one's own file, one's own. */
function asOwn(failure: Failure, bytes: Uint8Array): Failure {
  const { code, detail } = failure
  const line = ABOUT_HEADINGS.includes(code) ? headingsBelow(bytes) : null
  if (line !== null) return new Failure('csv-title-rows', { file: detail.file ?? '', line })
  return code === 'package-invalid' && detail.names ? new Failure('columns-faulty', detail) : failure
}

/** What a title above the table looks like. */
const ABOUT_HEADINGS: readonly FailureCode[] = ['package-invalid', 'csv-one-column', 'csv-columns-missing', 'columns-twice']
