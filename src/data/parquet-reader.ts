import wasmAsset from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url'
import { Failure } from '../model/failure.ts'
import { fetchPacked } from './fetch-packed.ts'
import type { DecodedParquet } from './parquet-decode.ts'
import type { ParquetMessage, ParquetTask } from './parquet-worker.ts'
import workerAsset from './parquet-worker.ts?worker&url'

export interface ParquetReaderOptions {
  readonly workerUrl?: string
  readonly wasmUrl?: string
  /** Longest silence of the server while the reader comes, and longest time from the worker's start to its answer. */
  readonly timeoutMs?: number
  /** Most bytes that the unpacked columns may take. */
  readonly maxBytes?: number
  readonly signal?: AbortSignal
}

/** Unpacks a whole Parquet file, which says that it has so many rows; rejects with a Failure. */
export type DecodeParquet = (file: Uint8Array, rows: number, options?: ParquetReaderOptions) => Promise<DecodedParquet>

/**
 * Unpacks a Parquet file in a worker that lives for this file only and is ended when time is up: what the file makes of its
 * reader does no harm to the page. The reader (5 MB) is fetched at the first file.
 * Rejects with `parquet-reader-missing`, `parquet-damaged`, `parquet-too-big` (bytes or time) or `query-cancelled`.
 */
export const decodeInWorker: DecodeParquet = async (file, rows, options = {}) => {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, maxBytes = DEFAULT_MAX_BYTES, signal } = options
  const wasm = await fetchReader(absolute(options.wasmUrl ?? wasmAsset), timeoutMs, signal)
  // A copy: a transferred buffer is gone for the caller.
  const task: ParquetTask = { wasm: wasm.buffer, file: file.slice().buffer, rows, maxBytes }
  return await runWorker(absolute(options.workerUrl ?? workerAsset), task, timeoutMs, signal)
}

export const DEFAULT_MAX_BYTES = 2 ** 30
const DEFAULT_TIMEOUT_MS = 30_000

// Behind any sub-path: a relative URL counts from the page, not from this script.
function absolute(url: string): string {
  return new URL(url, document.baseURI).href
}

async function fetchReader(url: string, stallMs: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await fetchPacked(url, signal, { stallMs })
  } catch (error) {
    if (!(error instanceof Failure) || error.code === 'query-cancelled') throw error
    throw new Failure('parquet-reader-missing', { ...error.detail, raw: error.message.slice(0, 500) })
  }
}

function runWorker(url: string, task: ParquetTask, timeoutMs: number, signal?: AbortSignal): Promise<DecodedParquet> {
  return new Promise((resolve, reject) => {
    // A blob: worker inherits the page's content security policy, which a worker with its own URL does not.
    const script = URL.createObjectURL(new Blob([`import ${JSON.stringify(url)}`], { type: 'text/javascript' }))
    let worker: Worker | null = null
    let isReady = false
    const timer = setTimeout(() => {
      end(new Failure(isReady ? 'parquet-too-big' : 'parquet-reader-missing', { raw: `no answer in ${timeoutMs} ms` }))
    }, timeoutMs)
    const cancel = () => end(new Failure('query-cancelled'))
    const end = (outcome: DecodedParquet | Failure) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      worker?.terminate()
      URL.revokeObjectURL(script)
      if (outcome instanceof Failure) reject(outcome)
      else resolve(outcome)
    }
    const broken = (event: Event) => {
      const raw = event instanceof ErrorEvent && event.message ? event.message : `${event.type} of ${url}`
      end(new Failure(isReady ? 'parquet-damaged' : 'parquet-reader-missing', { raw: raw.slice(0, 500) }))
    }
    const heard = ({ data }: MessageEvent<ParquetMessage>) => {
      if (data.kind === 'done') return end({ ipc: new Uint8Array(data.ipc), rows: data.rows })
      if (data.kind === 'failed') return end(new Failure(data.code, data.detail))
      isReady = true
      worker?.postMessage(task, [task.wasm, task.file])
    }
    if (signal?.aborted) return cancel()
    signal?.addEventListener('abort', cancel)
    try {
      worker = new Worker(script, { type: 'module' })
    } catch (error) {
      return end(new Failure('parquet-reader-missing', { raw: String(error).slice(0, 500) }))
    }
    worker.addEventListener('message', heard)
    worker.addEventListener('error', broken)
    worker.addEventListener('messageerror', broken)
  })
}
