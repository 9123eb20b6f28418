import { Failure } from '../model/failure.ts'
import { fetchPacked } from './fetch-packed.ts'

/** Where the two files of the engine are, and how long a silent server is waited for. */
export interface EngineFiles {
  readonly workerUrl: string
  readonly wasmUrl: string
  readonly stallMs: number
  readonly onProgress?: (loaded: number, total: number | null) => void
}

/** Both files, checked, behind `blob:` URLs; `release` lets go of them. */
export interface CheckedEngineFiles {
  readonly workerUrl: string
  readonly wasmUrl: string
  release(): void
}

/**
 * Throws `engine-browser-unfit` where WebAssembly is missing, blocked by a policy, or without exceptions, and where the browser
 * has no workers or cannot unpack; `raw` says which.
 */
export function checkBrowser(): void {
  const missing = ['WebAssembly', 'Worker', 'DecompressionStream'].filter((name) => Reflect.get(globalThis, name) === undefined)
  if (missing.length > 0) throw new Failure('engine-browser-unfit', { raw: `missing: ${missing.join(', ')}` })
  try {
    new WebAssembly.Module(exceptionProbe)
  } catch (error) {
    throw new Failure('engine-browser-unfit', { raw: String(error).slice(0, 500) })
  }
}

/**
 * Fetches and checks the engine's files before a worker sees them: a worker given a missing, truncated or foreign file never
 * answers. The MIME type does not matter. A `blob:` worker also inherits the page's content security policy, which a worker
 * with its own URL does not.
 * Rejects with `engine-worker-missing`, `engine-file-missing` or `engine-file-not-wasm`.
 */
export async function fetchEngineFiles(files: EngineFiles): Promise<CheckedEngineFiles> {
  const { stallMs, onProgress } = files
  const [worker, wasm] = await Promise.all([
    fetched(files.workerUrl, 'engine-worker-missing', { stallMs }),
    fetched(files.wasmUrl, 'engine-file-missing', { stallMs, ...(onProgress ? { onProgress } : {}) }),
  ])
  checkScript(worker, files.workerUrl)
  checkWasm(wasm, files.wasmUrl)
  const workerUrl = URL.createObjectURL(new Blob([worker, REPORT_REJECTIONS], { type: 'text/javascript' }))
  // Any other type makes the browser compile only after the whole download, with a warning.
  const wasmUrl = URL.createObjectURL(new Blob([wasm], { type: 'application/wasm' }))
  return {
    workerUrl,
    wasmUrl,
    release: () => {
      URL.revokeObjectURL(workerUrl)
      URL.revokeObjectURL(wasmUrl)
    },
  }
}

/** Whether the bytes are a whole wasm module: magic, version, and sections that end exactly where the file does. */
export function isWholeWasm(bytes: Uint8Array): boolean {
  if (![0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00].every((byte, index) => bytes[index] === byte)) return false
  let at = 8
  while (at < bytes.length) {
    // One byte of section id, then its size as LEB128.
    at++
    let size = 0
    let factor = 1
    let byte: number | undefined
    do {
      byte = bytes[at++]
      if (byte === undefined) return false
      size += (byte & 0x7f) * factor
      factor *= 128
    } while (byte >= 0x80)
    at += size
  }
  return at === bytes.length && at > 8
}

// Behind the worker's script: a rejection that nobody handles there (a wasm that does not link, no memory for it) is a question
// that is never answered. Thrown anew it becomes an error event of the worker.
const REPORT_REJECTIONS = `
addEventListener('unhandledrejection', ({ reason }) => setTimeout(() => { throw new Error('unhandled ' + reason) }))`

async function fetched(
  url: string,
  missing: 'engine-worker-missing' | 'engine-file-missing',
  options: { stallMs: number; onProgress?: (loaded: number, total: number | null) => void },
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await fetchPacked(url, undefined, options)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const code = error.code === 'body-incomplete' && missing === 'engine-file-missing' ? 'engine-file-not-wasm' : missing
    throw new Failure(code, { ...error.detail, raw: error.message.slice(0, 500) })
  }
}

function checkScript(bytes: Uint8Array, url: string): void {
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart()
  if (start === '' || start.startsWith('<')) throw new Failure('engine-worker-missing', { file: url, raw: start })
}

function checkWasm(bytes: Uint8Array, url: string): void {
  if (isWholeWasm(bytes)) return
  const start = new TextDecoder().decode(bytes.subarray(0, 100))
  throw new Failure('engine-file-not-wasm', { file: url, found: bytes.length, raw: start })
}

// (module (func try catch_all end)): the smallest module that uses exceptions as the engine's build does.
const exceptionProbe = new Uint8Array([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00],
  ...[0x03, 0x02, 0x01, 0x00],
  ...[0x0a, 0x08, 0x01, 0x06, 0x00, 0x06, 0x40, 0x19, 0x0b, 0x0b],
])
