import startReader, { Compression, Table, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm/esm'
import wasmAsset from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readCatalog, readReference } from '../../src/data/catalog.ts'
import type { Database } from '../../src/data/database.ts'
import { startEngine } from '../../src/data/duckdb.ts'
import { fetchBytes } from '../../src/data/fetch-bytes.ts'
import { formatOf } from '../../src/data/formats/index.ts'
import { parquet, parquetFormat } from '../../src/data/formats/parquet.ts'
import { decodeInWorker, type ParquetReaderOptions } from '../../src/data/parquet-reader.ts'
import workerAsset from '../../src/data/parquet-worker.ts?worker&url'
import { createWorkspace } from '../../src/data/workspace.ts'
import { Failure, type FailureCode } from '../../src/model/failure.ts'
import type { ParquetIngest } from '../../src/model/ingest.ts'
import { countRowsSql } from '../../src/query/table-name.ts'
import duckdbNested from '../fixtures/parquet/duckdb-nested.parquet?url'
import duckdbSnappy from '../fixtures/parquet/duckdb-snappy.parquet?url'
import duckdbZstd from '../fixtures/parquet/duckdb-zstd.parquet?url'
import { parquetByHand } from '../support/parquet-by-hand.ts'
import { seededRandom, withFlippedBits } from '../support/seeded-random.ts'

const base = new URL('/datasets/', document.baseURI).href
/** What a server gives that wants to know who asks. */
const PAGE = URL.createObjectURL(new Blob(['<!doctype html><title>Đăng nhập</title>'], { type: 'text/html' }))
const published = `${base}public-reports/observations.parquet`

vi.setConfig({ testTimeout: 60_000 })

let bytes: Uint8Array
beforeAll(async () => {
  bytes = await fetchBytes(published)
})
afterEach(() => vi.unstubAllGlobals())

describe('a good file', () => {
  it('is read in its worker, and its bytes stay with the caller', async () => {
    const before = bytes.slice()
    const ingest = await read(bytes)
    expect(ingest).toMatchObject({ kind: 'parquet', records: 109, recordsInFile: 109, held: [] })
    expect(ingest.ipc.length).toBeGreaterThan(50_000)
    expect(bytes).toEqual(before)
  })

  it.each([
    ['ZSTD', duckdbZstd],
    ['Snappy', duckdbSnappy],
  ])('that another program wrote, packed by %s, is read', async (_, url) => {
    const file = await fetchBytes(absolute(url))
    const ingest = await read(file)
    expect([ingest.records, ingest.columns.length, ingest.unmarked]).toEqual([2_500, 9, ['raw']])
  })

  it.each(['SNAPPY', 'ZSTD', 'GZIP', 'BROTLI', 'LZ4_RAW', 'UNCOMPRESSED'] as const)(
    'packed by %s, in several row groups, holds the same rows',
    async (compression) => {
      const { ipc } = await read(bytes)
      await startReader({ module_or_path: wasmAsset })
      const written = writeParquet(
        Table.fromIPCStream(ipc),
        new WriterPropertiesBuilder().setCompression(Compression[compression]).setMaxRowGroupSize(25).build(),
      )
      const again = await read(written)
      expect(again.records).toBe(109)
      expect(again.columns).toEqual((await read(bytes)).columns)
    },
  )

  it('is the same dataset as its CSV, through the whole load', async () => {
    const fetching = (url: string, signal?: AbortSignal) => fetchBytes(url, signal)
    const catalog = await readCatalog(fetching, `${base}catalog.json`)
    const reference = await readReference(fetching, catalog)
    const database = await startEngine()
    const parts = { catalog, ...reference, fetchBytes: fetching, startEngine: async () => database }
    const rows = []
    for (const format of ['csv', 'parquet'] as const) {
      const workspace = createWorkspace({ ...parts, format })
      const { dataset, report, files } = await workspace.open('public-reports')
      expect([files[0], report.read, report.kept]).toEqual([`public-reports/observations.${format}`, 109, 109])
      rows.push(await workspace.ask('public-reports', `SELECT * EXCLUDE (line) FROM "${dataset.schema}".resolved ORDER BY "row"`))
    }
    expect(rows[1]).toEqual(rows[0])
    expect(rows[0]?.length).toBe(109)
    await database.close()
  })
})

describe('what is asked of the server', () => {
  it('is nothing for a CSV file, and the reader for a Parquet file, of the page alone', async () => {
    const asked = watchRequests()
    await formatOf('x.csv', text('a,b\n1,2\n')).read('x.csv', text('a,b\n1,2\n'))
    expect(asked).toEqual([])
    await read(bytes)
    expect(asked).toEqual([new URL(wasmAsset, document.baseURI).href])
  })

  it('is nothing where the footer already says no', async () => {
    const asked = watchRequests()
    await refused(read(bytes.slice(0, -1)), 'parquet-damaged')
    expect(asked).toEqual([])
  })

  it('is nothing by the worker itself', async () => {
    const requests: string[] = []
    const channel = new BroadcastChannel('parquet-requests')
    channel.onmessage = (event) => requests.push(event.data)
    const ingest = await read(bytes, {
      workerUrl: scriptUrl(`${REPORT_REQUESTS}\nawait import(${JSON.stringify(absolute(workerAsset))})`),
    })
    await pause(50)
    channel.close()
    expect([ingest.records, requests]).toEqual([109, ['started']])
  })
})

describe('a broken file', () => {
  it.each<[string, FailureCode, () => Uint8Array]>([
    ['cut in half', 'parquet-damaged', () => bytes.slice(0, bytes.length / 2)],
    ['without its last byte', 'parquet-damaged', () => bytes.slice(0, -1)],
    ['without its first half', 'parquet-damaged', () => new Uint8Array([...text('PAR1'), ...bytes.slice(bytes.length / 2)])],
    ['marked as encrypted', 'parquet-encrypted', () => new Uint8Array([...bytes.slice(0, -4), ...text('PARE')])],
    ['with pages of noise', 'parquet-damaged', () => bytes.map((byte, at) => (at > 3 && at < 2_000 ? byte ^ 0x5a : byte))],
    ['with fewer rows than it says', 'parquet-damaged', () => parquetByHand({ rows: 7, value: 'x', claimed: 10 })],
    ['with more rows than it says', 'rows-differ', () => parquetByHand({ rows: 10, value: 'x', claimed: 7 })],
    ['of 4 KB with 16 GB of text', 'parquet-too-big', () => parquetByHand({ rows: 4_000_000, value: 'x'.repeat(4_000) })],
  ])('%s is refused with %s', async (_, code, broken) => {
    const failure = await refused(read(broken()), code)
    expect(failure.detail.file).toBe('x.parquet')
    expect((await read(bytes)).records).toBe(109)
  })

  it('with nested columns is refused, and they are named', async () => {
    const failure = await refused(read(await fetchBytes(absolute(duckdbNested))), 'parquet-nested')
    expect(failure.detail.names).toEqual(['b', 'c', 'e'])
  })

  it('that repeats one word is read', async () => {
    expect((await read(parquetByHand({ rows: 100_000, value: 'Đắk Lắk' }))).records).toBe(100_000)
  })

  it('with flipped bits never hangs and never has another number of rows', async () => {
    const random = seededRandom(20_241_122)
    const ends = { refused: 0, read: 0 }
    for (let round = 0; round < 40; round++) {
      const end = await read(withFlippedBits(bytes, random, 3), { timeoutMs: 10_000 }).catch((error: unknown) => error)
      if (end instanceof Failure) {
        const codes: FailureCode[] = ['parquet-damaged', 'parquet-encrypted', 'parquet-nested', 'package-invalid', 'rows-differ']
        expect(codes).toContain(end.code)
        ends.refused++
      } else {
        expect(end).toMatchObject({ kind: 'parquet', records: 109 })
        ends.read++
      }
    }
    expect(Math.min(ends.refused, ends.read)).toBeGreaterThan(3)
  }, 120_000)
})

describe('a reader that does not answer', () => {
  it.each<[string, FailureCode, string]>([
    ['to the file', 'parquet-too-big', "postMessage({ kind: 'ready' })"],
    ['at all', 'parquet-reader-missing', 'onmessage = () => {}'],
    ['since it is busy for ever', 'parquet-too-big', "onmessage = () => { for (;;); }; postMessage({ kind: 'ready' })"],
  ])('%s is ended when time is up', async (_, code, script) => {
    const started = performance.now()
    await refused(read(bytes, { workerUrl: scriptUrl(script), timeoutMs: 500 }), code)
    expect(performance.now() - started).toBeLessThan(3_000)
  })

  it.each(['time', 'cancel'])('is gone afterwards: %s', async (by) => {
    const beats: number[] = []
    const channel = new BroadcastChannel('parquet-beats')
    channel.onmessage = () => beats.push(performance.now())
    const workerUrl = scriptUrl(
      "const c = new BroadcastChannel('parquet-beats'); setInterval(() => c.postMessage(1), 20); postMessage({ kind: 'ready' })",
    )
    const controller = new AbortController()
    const reading = read(bytes, { workerUrl, timeoutMs: by === 'time' ? 800 : 30_000, signal: controller.signal })
    const ended = refused(reading, by === 'time' ? 'parquet-too-big' : 'query-cancelled')
    await expect.poll(() => beats.length).toBeGreaterThan(3)
    if (by === 'cancel') controller.abort()
    await ended
    await pause(60)
    const heard = beats.length
    await pause(200)
    channel.close()
    expect(beats.length).toBe(heard)
  })

  it('is never started where the signal has aborted', async () => {
    const signal = AbortSignal.abort()
    await refused(read(bytes, { signal }), 'query-cancelled')
  })
})

describe('a reader that is missing', () => {
  it.each<[string, () => ParquetReaderOptions]>([
    ['no wasm', () => ({ wasmUrl: 'blob:nothing' })],
    ['a page for a wasm', () => ({ wasmUrl: PAGE })],
    ['no worker', () => ({ workerUrl: 'blob:nothing' })],
    ['a page for a worker', () => ({ workerUrl: PAGE })],
    ['a worker that fails', () => ({ workerUrl: scriptUrl('throw new Error("boom")') })],
    ['a worker that is no script', () => ({ workerUrl: scriptUrl('const const') })],
  ])('is told: %s', async (_, options) => {
    const started = performance.now()
    await refused(read(bytes, options()), 'parquet-reader-missing')
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('is told with the status of the server', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }))
    const failure = await refused(read(bytes), 'parquet-reader-missing')
    expect([failure.detail.status, failure.detail.file]).toEqual([404, absolute(wasmAsset)])
  })

  it('is told of half a wasm', async () => {
    const whole = await fetchBytes(absolute(wasmAsset))
    await refused(
      read(bytes, { wasmUrl: URL.createObjectURL(new Blob([whole.slice(0, whole.length / 2)])) }),
      'parquet-reader-missing',
    )
  })

  it('may come packed', async () => {
    const packed = new Blob([await fetchBytes(absolute(wasmAsset))]).stream().pipeThrough(new CompressionStream('gzip'))
    const wasmUrl = URL.createObjectURL(new Blob([await new Response(packed).arrayBuffer()]))
    expect((await read(bytes, { wasmUrl })).records).toBe(109)
  })
})

describe('an Arrow stream in the engine', () => {
  const table = { schema: 'main', table: 'x.parquet' }
  let database: Database
  beforeAll(async () => {
    database = await startEngine()
  })
  afterAll(() => database.close())

  it('that is damaged is told, and the next one is not lost', async () => {
    for (const damage of [(ipc: Uint8Array) => ipc.slice(0, ipc.length / 2), () => text('no stream at all')]) {
      const { ipc } = await read(bytes)
      const plan = { files: [], statements: [countRowsSql(table)], undo: '' }
      const arrow = { ...table, ipc: damage(ipc), rows: 109 }
      const failure = await refused(database.load({ ...plan, tables: [arrow] }), 'rows-differ')
      expect([failure.detail.expected, failure.detail.found]).toEqual([109, 0])
      expect((await database.load({ ...plan, tables: [{ ...table, ipc, rows: 109 }] })).columns).toEqual({ rows: [109] })
      await refused(database.query(countRowsSql(table)), 'query-failed')
    }
  })
})

async function read(file: Uint8Array, options: ParquetReaderOptions = {}): Promise<ParquetIngest> {
  const format =
    Object.keys(options).length === 0
      ? parquet
      : parquetFormat((part, rows, more) => decodeInWorker(part, rows, { ...more, ...options }))
  const ingest = await format.read('x.parquet', file)
  if (ingest.kind !== 'parquet') throw new Error('read as something else')
  return ingest
}

async function refused(promise: Promise<unknown>, code: FailureCode): Promise<Failure> {
  const end = await promise.then(
    () => 'no failure',
    (error: unknown) => error,
  )
  expect(end).toMatchObject({ name: 'Failure', code })
  return end as Failure
}

/** The addresses of all that the page fetches from now on. */
function watchRequests(): string[] {
  const asked: string[] = []
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    asked.push(new URL(url, document.baseURI).href)
    return real(url, init)
  })
  return asked
}

/** Before the worker's own script: every way out of it reports. */
const REPORT_REQUESTS = `
  const channel = new BroadcastChannel('parquet-requests')
  channel.postMessage('started')
  for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts']) {
    const real = self[name]
    self[name] = new Proxy(real, {
      apply: (target, that, args) => (channel.postMessage(name + ' ' + args[0]), Reflect.apply(target, that, args)),
      construct: (target, args) => (channel.postMessage(name + ' ' + args[0]), Reflect.construct(target, args)),
    })
  }`

function scriptUrl(script: string): string {
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
}

function absolute(url: string): string {
  return new URL(url, document.baseURI).href
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
