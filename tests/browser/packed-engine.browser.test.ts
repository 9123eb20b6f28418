import wasmAsset from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { startEngine } from '../../src/data/duckdb.ts'

/** The engine as a build ships it: gzipped, under a name and a type that say nothing. */
let packed: Blob

beforeAll(async () => {
  const plain = (await fetch(wasmAsset)).body as ReadableStream<Uint8Array<ArrayBuffer>>
  const stream = plain.pipeThrough(new CompressionStream('gzip'))
  packed = new Blob([await new Response(stream).arrayBuffer()])
}, 60_000)
afterEach(() => vi.unstubAllGlobals())

describe('startEngine with a packed engine', () => {
  it('unpacks it, and reports the bytes that came over the network', async () => {
    const steps: [number, number | null][] = []
    const database = await startEngine({ wasmUrl: URL.createObjectURL(packed), onProgress: (...step) => steps.push(step) })
    expect((await database.query('SELECT 6 * 7 AS n')).columns.n).toEqual([42])
    await database.close()
    expect(packed.size).toBeLessThan(10_000_000)
    expect(steps.at(-1)).toEqual([packed.size, packed.size])
  })

  it.each([
    ['half of it', () => packed.slice(0, packed.size / 2)],
    ['all but its last bytes', () => packed.slice(0, packed.size - 4)],
    ['a hole in it', () => new Blob([packed.slice(0, 1_000_000), new Uint8Array(1_000), packed.slice(1_001_000)])],
  ])('knows %s', async (_name, damaged) => {
    const starting = startEngine({ wasmUrl: URL.createObjectURL(damaged()) })
    await expect(starting).rejects.toMatchObject({ name: 'Failure', code: 'engine-file-not-wasm' })
  })

  it('knows something else that is packed', async () => {
    const other = new Blob(['<!doctype html>']).stream().pipeThrough(new CompressionStream('gzip'))
    const wasmUrl = URL.createObjectURL(new Blob([await new Response(other).arrayBuffer()]))
    await expect(startEngine({ wasmUrl })).rejects.toMatchObject({ name: 'Failure', code: 'engine-file-not-wasm' })
  })

  it('refuses a browser that cannot unpack before it fetches anything', async () => {
    vi.stubGlobal('DecompressionStream', undefined)
    const fetching = vi.fn()
    vi.stubGlobal('fetch', fetching)
    await expect(startEngine()).rejects.toMatchObject({
      code: 'engine-browser-unfit',
      detail: { raw: 'missing: DecompressionStream' },
    })
    expect(fetching).not.toHaveBeenCalled()
  })
})
