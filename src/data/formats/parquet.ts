import { Failure } from '../../model/failure.ts'
import type { ParquetIngest } from '../../model/ingest.ts'
import { type ParquetFooter, readParquetFooter, startsAsParquet } from '../parquet-footer.ts'
import { DEFAULT_MAX_BYTES, type DecodeParquet, decodeInWorker } from '../parquet-reader.ts'
import type { DataFormat } from './data-format.ts'

/** Parquet files of plain columns, unpacked by `decode`. */
export function parquetFormat(decode: DecodeParquet): DataFormat {
  return {
    id: 'parquet',
    matches: (_name, bytes) => startsAsParquet(bytes),
    read: (fileName, bytes, signal) => readParquet(fileName, bytes, decode, signal),
  }
}

export const parquet = parquetFormat(decodeInWorker)

/**
 * The rows of a Parquet file. What its footer tells is judged before the reader is fetched; the rows that come have to be as many
 * as it says. Rejects with one of the `parquet-` failures, `package-invalid` for column names, or `rows-differ`.
 */
async function readParquet(file: string, bytes: Uint8Array, decode: DecodeParquet, signal?: AbortSignal): Promise<ParquetIngest> {
  const footer = readParquetFooter(file, bytes)
  checkNames(file, footer.columns)
  checkSize(file, bytes.length, footer)
  const { ipc, rows } = await decode(bytes, footer.rows, signal ? { signal } : {}).catch((error: unknown) => {
    throw withFile(error, file)
  })
  if (rows !== footer.rows) throw new Failure('rows-differ', { file, expected: footer.rows, found: rows })
  const { columns, unmarked } = footer
  return {
    kind: 'parquet',
    fileName: file,
    ipc,
    columns,
    unmarked,
    recordsInFile: rows,
    blankLines: 0,
    records: rows,
    held: [],
    shifts: [],
  }
}

const MAX_FILE_BYTES = 256 * 2 ** 20
const MAX_ROWS = 5_000_000

function checkSize(file: string, length: number, { rows, unpackedBytes }: ParquetFooter): void {
  const limits = [
    [length, MAX_FILE_BYTES],
    [rows, MAX_ROWS],
    [unpackedBytes, DEFAULT_MAX_BYTES],
  ] as const
  for (const [found, expected] of limits) if (found > expected) throw new Failure('parquet-too-big', { file, expected, found })
}

/** The engine does not tell capitals from small letters in names. */
function checkNames(file: string, columns: readonly string[]): void {
  const seen = new Set<string>()
  const faulty = columns.flatMap((name, at) => {
    if (name.trim() === '') return [`#${at + 1}`]
    const isTwice = seen.has(name.toLowerCase())
    seen.add(name.toLowerCase())
    return isTwice ? [name] : []
  })
  if (faulty.length > 0) throw new Failure('package-invalid', { file, names: faulty })
}

/** The file of the reader, where that is what is missing, stays named. */
function withFile(error: unknown, file: string): unknown {
  return error instanceof Failure ? new Failure(error.code, { file, ...error.detail }) : error
}
