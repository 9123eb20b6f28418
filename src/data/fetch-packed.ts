import { Failure } from '../model/failure.ts'
import { type FetchBytesOptions, fetchBytes } from './fetch-bytes.ts'

/**
 * Fetches a file that the build may have renamed or packed, so that a server which knows few endings gives it: `x.parquet` is
 * asked for as `x.parquet.bin`, and what comes as gzip is unpacked. The first bytes tell, not a header: where the server sent
 * `Content-Encoding: gzip`, the browser has unpacked the file already. Progress is in bytes of the download.
 * Rejects as `fetchBytes` does, with `body-incomplete` where the gzip is cut or damaged, and with `engine-browser-unfit` where
 * the browser cannot unpack.
 */
export async function fetchPacked(
  url: string,
  signal?: AbortSignal,
  options: FetchBytesOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await fetchRenamed(url, signal, options)
  return isGzip(bytes) ? unpack(url, bytes, signal) : bytes
}

async function fetchRenamed(url: string, signal: AbortSignal | undefined, options: FetchBytesOptions) {
  const renamed = url.replace(/\.parquet(?=$|[?#])/, '$&.bin')
  try {
    return await fetchBytes(renamed, signal, options)
  } catch (error) {
    // A package that was copied there by hand has its files under their own names.
    const isMissing = error instanceof Failure && error.detail.status === 404
    if (renamed === url || !isMissing) throw error
    return await fetchBytes(url, signal, options)
  }
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

async function unpack(url: string, bytes: Uint8Array<ArrayBuffer>, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof DecompressionStream === 'undefined') throw new Failure('engine-browser-unfit', { raw: 'DecompressionStream' })
  try {
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
    const whole = new Uint8Array(await new Response(unpacked).arrayBuffer())
    if (signal?.aborted) throw new Failure('query-cancelled', { file: url })
    return whole
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure('body-incomplete', { file: url, raw: String(error).slice(0, 500) })
  }
}
