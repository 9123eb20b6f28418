import startReader, { readParquet, wasmMemory } from 'parquet-wasm/esm'
import { Failure } from '../model/failure.ts'

/** The rows of a Parquet file as an Arrow IPC stream. */
export interface DecodedParquet {
  readonly ipc: Uint8Array<ArrayBuffer>
  readonly rows: number
}

/** A file to unpack. */
export interface ParquetSource {
  readonly file: Uint8Array
  /** Rows that the file says it has. */
  readonly rows: number
  /** Most bytes that the unpacked columns may take. */
  readonly maxBytes: number
}

/**
 * Unpacks a Parquet file; blocks until it is done, and may take all memory there is, so that it belongs in a worker that can
 * be ended. After a failure the reader is not to be used again.
 * Rejects with `parquet-reader-missing` where the wasm does not start, else with `parquet-damaged` or `parquet-too-big`.
 */
export async function decodeParquet(wasm: BufferSource, source: ParquetSource): Promise<DecodedParquet> {
  try {
    await startReader({ module_or_path: wasm })
  } catch (error) {
    throw new Failure('parquet-reader-missing', { raw: rawText(error) })
  }
  try {
    return decode(source)
  } catch (error) {
    if (error instanceof Failure) throw error
    // Out of memory and a bug both end in the same trap; only the memory that was taken tells them apart.
    const isFull = wasmMemory().buffer.byteLength > FULL_MEMORY
    throw new Failure(isFull ? 'parquet-too-big' : 'parquet-damaged', { raw: rawText(error) })
  }
}

/** So many rows are unpacked first, to tell from them what all will take: a file of 4 KB can hold 16 GB of text. */
const PROBE_ROWS = 2_000
/** The first rows may be the longest. */
const PROBE_ERROR = 4
const BATCH_ROWS = 16_384

function decode({ file, rows, maxBytes }: ParquetSource): DecodedParquet {
  const tooBig = (found: number) => new Failure('parquet-too-big', { expected: maxBytes, found })
  const probe = readParquet(file, { limit: PROBE_ROWS })
  const estimate = probe.getArrayMemorySize() * Math.max(1, rows / PROBE_ROWS)
  probe.free()
  if (estimate > maxBytes * PROBE_ERROR) throw tooBig(estimate)
  const table = readParquet(file, { batchSize: BATCH_ROWS })
  const size = table.getArrayMemorySize()
  if (size > maxBytes) throw tooBig(size)
  let found = 0
  for (let index = 0; index < table.numBatches; index++) found += table.recordBatch(index)?.numRows ?? 0
  return { ipc: table.intoIPCStream() as Uint8Array<ArrayBuffer>, rows: found }
}

/** The reader can have 4 GiB at most, and doubles what it has. */
const FULL_MEMORY = 2 ** 31

function rawText(error: unknown): string {
  return String(error).slice(0, 500)
}
