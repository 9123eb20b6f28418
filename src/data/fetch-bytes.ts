import { Failure } from '../model/failure.ts'

export interface FetchBytesOptions {
  /** `total` is null where the server does not say, or sends the body compressed. */
  readonly onProgress?: (loaded: number, total: number | null) => void
  /** Milliseconds without a single byte after which the server counts as gone. */
  readonly stallMs?: number
  /** `reload` passes by a cache that may hold a damaged copy. */
  readonly cache?: RequestCache
}

/**
 * Fetches a whole file. Rejects with `http-status`, `http-unreachable` (no connection, refused by CORS or CSP, silent server),
 * `body-incomplete` or, where `signal` aborts, `query-cancelled`.
 */
export async function fetchBytes(
  url: string,
  signal?: AbortSignal,
  options: FetchBytesOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const watch = watchFor(signal, options.stallMs ?? DEFAULT_STALL_MS)
  let answered = false
  try {
    const response = await fetch(url, { signal: watch.signal, cache: options.cache ?? 'default' })
    answered = true
    if (!response.ok) throw new Failure('http-status', { file: url, status: response.status })
    const total = statedLength(response)
    const chunks: Uint8Array[] = []
    let loaded = 0
    for await (const chunk of chunksOf(response)) {
      watch.alive()
      chunks.push(chunk)
      loaded += chunk.length
      options.onProgress?.(loaded, total)
    }
    if (total !== null && loaded !== total) throw new Failure('body-incomplete', { file: url, expected: total, found: loaded })
    return joined(chunks, loaded)
  } catch (error) {
    if (error instanceof Failure) throw error
    if (signal?.aborted) throw new Failure('query-cancelled', { file: url })
    const raw = watch.signal.aborted ? 'the server fell silent' : String(error).slice(0, 500)
    throw new Failure(answered ? 'body-incomplete' : 'http-unreachable', { file: url, raw })
  } finally {
    watch.end()
  }
}

const DEFAULT_STALL_MS = 60_000

interface Watch {
  /** Aborts with the caller's signal, or when `alive` was not called for so long. */
  readonly signal: AbortSignal
  alive(): void
  end(): void
}

// AbortSignal.any and AbortSignal.timeout are younger than the oldest browser served.
function watchFor(outer: AbortSignal | undefined, stallMs: number): Watch {
  const controller = new AbortController()
  const abort = () => controller.abort()
  let timer = setTimeout(abort, stallMs)
  if (outer?.aborted) abort()
  outer?.addEventListener('abort', abort)
  return {
    signal: controller.signal,
    alive: () => {
      clearTimeout(timer)
      timer = setTimeout(abort, stallMs)
    },
    end: () => {
      clearTimeout(timer)
      outer?.removeEventListener('abort', abort)
    },
  }
}

// A compressed body is longer than its Content-Length once it is unpacked.
function statedLength(response: Response): number | null {
  const encoding = response.headers.get('content-encoding')
  const length = Number.parseInt(response.headers.get('content-length') ?? '', 10)
  return Number.isNaN(length) || (encoding !== null && encoding !== 'identity') ? null : length
}

// Safari cannot iterate a ReadableStream itself.
async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader()
  if (!reader) return
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
