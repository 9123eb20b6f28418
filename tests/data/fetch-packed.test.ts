import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchPacked } from '../../src/data/fetch-packed.ts'

const body = Buffer.from(Array.from({ length: 40_000 }, (_, line) => `${line},${(line * 7919) % 10_007}\n`).join(''))
const packed = gzipSync(body, { level: 9 })
const files: Readonly<Record<string, { readonly bytes: Uint8Array; readonly encoding?: string }>> = {
  '/plain.bin': { bytes: body },
  '/packed.bin': { bytes: packed },
  '/packed.bin?v=2': { bytes: packed },
  '/unpacked-by-the-browser.bin': { bytes: packed, encoding: 'gzip' },
  '/packed-twice.bin': { bytes: gzipSync(packed), encoding: 'gzip' },
  '/cut.bin': { bytes: packed.subarray(0, packed.length / 2) },
  '/damaged.bin': { bytes: Buffer.from(packed).fill(0xff, 5_000, 6_000) },
  '/checksum.bin': { bytes: Buffer.from(packed).fill(0xff, packed.length - 8, packed.length - 4) },
  '/longer.bin': { bytes: Buffer.concat([packed, Buffer.from('more')]) },
  '/two-bytes.bin': { bytes: packed.subarray(0, 2) },
  '/empty.bin': { bytes: new Uint8Array() },
  '/both.parquet': { bytes: Buffer.from('PAR1 under its own name') },
  '/both.parquet.bin': { bytes: Buffer.from('PAR1 renamed') },
  '/by-hand.parquet': { bytes: Buffer.from('PAR1 by hand') },
  '/parquet.csv': { bytes: Buffer.from('a,b\n') },
}

let server: Server
let base: string
let asked: string[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const file = files[path]
    if (!file) return response.writeHead(path.startsWith('/forbidden') ? 403 : 404).end()
    const encoding = file.encoding ? { 'content-encoding': file.encoding } : {}
    return response.writeHead(200, { 'content-length': file.bytes.length, ...encoding }).end(file.bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  asked = []
})
afterEach(() => vi.unstubAllGlobals())
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

describe('fetchPacked', () => {
  it.each(['plain.bin', 'packed.bin', 'packed.bin?v=2', 'unpacked-by-the-browser.bin', 'packed-twice.bin'])(
    'gives the bytes inside %s',
    async (name) => {
      expect(Buffer.from(await fetchPacked(`${base}/${name}`)).equals(body)).toBe(true)
    },
  )

  it('leaves alone what is no gzip', async () => {
    expect(await fetchPacked(`${base}/empty.bin`)).toHaveLength(0)
    expect(Buffer.from(await fetchPacked(`${base}/parquet.csv`)).toString()).toBe('a,b\n')
  })

  it.each(['cut', 'damaged', 'checksum', 'longer', 'two-bytes'])('refuses a gzip that is not whole: %s', async (name) => {
    const file = `${base}/${name}.bin`
    await expect(fetchPacked(file)).rejects.toMatchObject({ code: 'body-incomplete', detail: { file } })
  })

  it('tells the progress of the download, not of the unpacking', async () => {
    const steps: [number, number | null][] = []
    await fetchPacked(`${base}/packed.bin`, undefined, { onProgress: (...step) => steps.push(step) })
    expect(steps.at(-1)).toEqual([packed.length, packed.length])
  })

  it('asks for a Parquet file under the ending that servers know', async () => {
    expect(Buffer.from(await fetchPacked(`${base}/both.parquet`)).toString()).toBe('PAR1 renamed')
    expect(asked).toEqual(['/both.parquet.bin'])
  })

  it('asks for it under its own name where it was copied by hand', async () => {
    expect(Buffer.from(await fetchPacked(`${base}/by-hand.parquet`)).toString()).toBe('PAR1 by hand')
    expect(asked).toEqual(['/by-hand.parquet.bin', '/by-hand.parquet'])
  })

  it('names the file that is missing, and asks no second time where the server refuses', async () => {
    const missing = { code: 'http-status', detail: { file: `${base}/none.parquet`, status: 404 } }
    await expect(fetchPacked(`${base}/none.parquet`)).rejects.toMatchObject(missing)
    await expect(fetchPacked(`${base}/forbidden.parquet`)).rejects.toMatchObject({ detail: { status: 403 } })
    expect(asked).toEqual(['/none.parquet.bin', '/none.parquet', '/forbidden.parquet.bin'])
  })

  it('stops when it is told to, also while it unpacks', async () => {
    const controller = new AbortController()
    const cancelThenUnpack = class extends DecompressionStream {
      constructor(format: CompressionFormat) {
        super(format)
        controller.abort()
      }
    }
    vi.stubGlobal('DecompressionStream', cancelThenUnpack)
    await expect(fetchPacked(`${base}/packed.bin`, controller.signal)).rejects.toMatchObject({ code: 'query-cancelled' })
    await expect(fetchPacked(`${base}/packed.bin`, controller.signal)).rejects.toMatchObject({ code: 'query-cancelled' })
    expect(asked).toEqual(['/packed.bin'])
  })

  it('says that the browser cannot unpack, only where it must', async () => {
    vi.stubGlobal('DecompressionStream', undefined)
    await expect(fetchPacked(`${base}/packed.bin`)).rejects.toMatchObject({ code: 'engine-browser-unfit' })
    expect(await fetchPacked(`${base}/plain.bin`)).toHaveLength(body.length)
  })
})
