import { Failure } from '../../model/failure.ts'
import { csv } from './csv.ts'
import type { DataFormat } from './data-format.ts'
import { parquet } from './parquet.ts'

/** In the order in which they are asked. */
export const dataFormats: readonly DataFormat[] = [parquet, csv]

/** The format of a file, told by its content first. Throws `file-binary` where none fits, `file-empty` for nothing at all. */
export function formatOf(name: string, bytes: Uint8Array, formats: readonly DataFormat[] = dataFormats): DataFormat {
  if (bytes.length === 0) throw new Failure('file-empty', { file: name })
  const format = formats.find((candidate) => candidate.matches(name, bytes))
  if (!format) throw new Failure('file-binary', { file: name })
  return format
}
