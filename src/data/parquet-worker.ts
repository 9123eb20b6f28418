import { Failure, type FailureCode, type FailureDetail } from '../model/failure.ts'
import { decodeParquet } from './parquet-decode.ts'

/** What the worker is sent, once. */
export interface ParquetTask {
  readonly wasm: ArrayBuffer
  readonly file: ArrayBuffer
  readonly rows: number
  readonly maxBytes: number
}

/** `ready` comes first, by itself; then one of the others. */
export type ParquetMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly ipc: ArrayBuffer; readonly rows: number }
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly detail: FailureDetail }

// This module runs in a worker of its own, and is nowhere imported but for its types.
addEventListener('message', (event: MessageEvent<ParquetTask>) => {
  const { wasm, file, rows, maxBytes } = event.data
  decodeParquet(wasm, { file: new Uint8Array(file), rows, maxBytes }).then(
    ({ ipc, rows }) => send({ kind: 'done', ipc: ipc.buffer, rows }, [ipc.buffer]),
    (error: unknown) => send(failed(error)),
  )
})
send({ kind: 'ready' })

function send(message: ParquetMessage, transfer: Transferable[] = []): void {
  postMessage(message, { transfer })
}

function failed(error: unknown): ParquetMessage {
  if (error instanceof Failure) return { kind: 'failed', code: error.code, detail: error.detail }
  return { kind: 'failed', code: 'parquet-damaged', detail: { raw: String(error).slice(0, 500) } }
}
