import { Failure } from '../model/failure.ts'
import { fingerprint } from './fingerprint.ts'

/** A file of the reader's own machine. It is read here and goes nowhere. */
export interface LocalFile {
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Reads it anew each time. Rejects with `file-too-big`, `local-file-unreadable` or `query-cancelled`. */
  read(signal?: AbortSignal, onProgress?: (loaded: number) => void): Promise<Uint8Array>
}

/** More would not fit into a tab together with the engine: a text may be no longer than half a gigabyte anywhere. */
export const LARGEST_FILE = 256 * 2 ** 20

export function localFileOf(file: File): LocalFile {
  return {
    name: file.name.normalize('NFC'),
    size: file.size,
    read: (signal, onProgress) => readFile(file, signal, onProgress),
  }
}

/** A file as it was read: what a link can say of it without its name. */
export interface FileMark {
  readonly size: number
  /** First 8 hex digits of the SHA-256 of its content. */
  readonly hash: string
}

/** `<size>-<8 hex>`: the size of the files together and a hash of their contents, whatever their names and order. */
export function markOf(files: readonly FileMark[]): string {
  const size = files.reduce((sum, file) => sum + file.size, 0)
  const hashes = files.map(({ hash }) => hash).sort()
  const [only = ''] = hashes
  return `${size}-${hashes.length === 1 ? only : fingerprint(new TextEncoder().encode(hashes.join(' ')))}`
}

async function readFile(file: File, signal?: AbortSignal, onProgress?: (loaded: number) => void): Promise<Uint8Array> {
  if (file.size > LARGEST_FILE) throw new Failure('file-too-big', { file: file.name, expected: LARGEST_FILE, found: file.size })
  const bytes = new Uint8Array(file.size)
  const reader = streamOf(file).getReader()
  let loaded = 0
  try {
    for (;;) {
      if (signal?.aborted) throw new Failure('query-cancelled', { file: file.name })
      const { done, value } = await reader.read()
      if (done) break
      bytes.set(value, loaded)
      loaded += value.length
      onProgress?.(loaded)
    }
  } catch (error) {
    reader.cancel().catch(() => null)
    if (error instanceof Failure) throw error
    throw new Failure('local-file-unreadable', { file: file.name, raw: String(error).slice(0, 500) })
  }
  if (loaded !== file.size) throw new Failure('local-file-unreadable', { file: file.name, expected: file.size, found: loaded })
  return bytes
}

/** A folder that was dropped is a file that cannot be read. */
function streamOf(file: File): ReadableStream<Uint8Array> {
  try {
    return file.stream()
  } catch (error) {
    throw new Failure('local-file-unreadable', { file: file.name, raw: String(error).slice(0, 500) })
  }
}
