import workerAsset from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url'
import wasmAsset from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import { startEngine } from '../../src/data/duckdb.ts'
import { readCsv } from '../../src/data/formats/csv.ts'
import type { Failure, FailureCode } from '../../src/model/failure.ts'
import { readCsvSql } from '../../src/query/read-csv.ts'

const endless = 'SELECT sum(sqrt(range)) AS n FROM range(100000000000)'
// One call of one function: nothing comes between its steps.
const stubborn = "SELECT levenshtein(repeat('a', 100000), repeat('b', 100000)) AS n"

describe('a running engine', () => {
  let database: Database

  beforeAll(async () => {
    database = await startEngine()
  })
  afterAll(() => database.close())

  it('answers', async () => {
    expect(await database.query("SELECT 12.34 AS a, count(*) AS n, DATE '2024-02-29' AS d FROM range(3)")).toEqual({
      length: 1,
      columns: { a: [12.34], n: [3], d: ['2024-02-29'] },
    })
  })

  it('refuses to round a whole number', async () => {
    await expectFailure(database.query('SELECT CAST(9007199254740993 AS BIGINT) AS x'), 'query-failed')
  })

  it('answers with more rows than one message holds', async () => {
    const result = await database.query('SELECT range AS n FROM range(100000)')
    expect(result.columns.n).toEqual(Array.from({ length: 100_000 }, (_, n) => n))
  })

  it('gives each of 50 parallel queries its own answer', async () => {
    const ids = Array.from({ length: 50 }, (_, id) => id)
    const results = await Promise.all(
      ids.map((id) => database.query(`SELECT range + ${id * 1000} AS c${id} FROM range(${5_000 - id})`)),
    )
    for (const [id, result] of results.entries()) {
      expect(Object.keys(result.columns)).toEqual([`c${id}`])
      expect(result.length).toBe(5_000 - id)
      expect(result.columns[`c${id}`]?.every((cell, row) => cell === row + id * 1000)).toBe(true)
    }
  })

  it('cancels a running query and goes on', async () => {
    const controller = new AbortController()
    const running = database.query(endless, controller.signal)
    const next = database.query('SELECT 1 AS n')
    await pause(200)
    const started = performance.now()
    controller.abort()
    await expectFailure(running, 'query-cancelled')
    expect(performance.now() - started).toBeLessThan(1_500)
    expect((await next).columns.n).toEqual([1])
  })

  it('never runs a query that is cancelled while it waits', async () => {
    await database.query('CREATE OR REPLACE TABLE touched AS SELECT 0 AS n')
    const [first, second] = [new AbortController(), new AbortController()]
    const running = database.query(endless, first.signal)
    const waiting = database.query('UPDATE touched SET n = 1', second.signal)
    second.abort()
    await expectFailure(waiting, 'query-cancelled')
    first.abort()
    await expectFailure(running, 'query-cancelled')
    expect((await database.query('SELECT n FROM touched')).columns.n).toEqual([0])
  })

  it('loads a file, drops it afterwards and leaves the bytes to the caller', async () => {
    const ingest = readCsv('x.csv', new TextEncoder().encode('mã;tên\n01;Hà Nội\n66;"Đắk\nLắk"\n'))
    const result = await database.load({
      files: [{ name: '1.csv', bytes: ingest.bytes }],
      statements: [`CREATE TABLE loaded AS SELECT * FROM ${readCsvSql('1.csv', ingest)}`, 'SELECT * FROM loaded'],
      undo: 'DROP TABLE IF EXISTS loaded',
    })
    expect(result.columns).toEqual({ mã: ['01', '66'], tên: ['Hà Nội', 'Đắk\nLắk'] })
    expect(ingest.bytes.length).toBeGreaterThan(0)
    await expectFailure(database.query(`SELECT * FROM ${readCsvSql('1.csv', ingest)}`), 'query-failed')
  })

  it('takes back a load that fails or is cancelled', async () => {
    const half = (statement: string) => ({
      files: [],
      statements: ['CREATE TABLE half AS SELECT 1 AS n', statement],
      undo: 'DROP TABLE IF EXISTS half',
    })
    await expectFailure(database.load(half('SELECT nonsense')), 'query-failed')
    const controller = new AbortController()
    const loading = database.load(half(endless), controller.signal)
    await pause(100)
    controller.abort()
    await expectFailure(loading, 'query-cancelled')
    await expectFailure(database.query('SELECT n FROM half'), 'query-failed')
  })

  it('survives running out of memory', async () => {
    const sql = "SELECT string_agg(repeat('x', 1000000), '') AS x FROM range(4000)"
    await expectFailure(database.query(sql), 'engine-out-of-memory')
    expect((await database.query('SELECT 1 AS n')).columns.n).toEqual([1])
  })

  it.each([
    'SET autoload_known_extensions = true',
    "SET memory_limit = '3GB'",
    'SET lock_configuration = false',
    'RESET enable_external_access',
    "SELECT * FROM read_csv('https://example.org/x.csv')",
    'LOAD icu',
  ])('keeps its settings: %s', async (sql) => {
    await expectFailure(database.query(sql), 'engine-access-refused')
  })

  it('has the settings it was given', async () => {
    const names = [
      'autoload_known_extensions',
      'autoinstall_known_extensions',
      'allow_community_extensions',
      'enable_external_access',
      'lock_configuration',
    ]
    const { columns } = await database.query(
      `SELECT name, value FROM duckdb_settings() WHERE name IN (${names.map((name) => `'${name}'`).join()}) ORDER BY name`,
    )
    expect(columns).toEqual({ name: names.toSorted(), value: ['false', 'false', 'false', 'false', 'true'] })
  })
})

describe('the worker', () => {
  it('asks for nothing but its own wasm, whatever the SQL names', async () => {
    const requests: string[] = []
    const channel = new BroadcastChannel('requests')
    channel.onmessage = (event) => requests.push(event.data)
    const database = await startEngine({ workerUrl: await workerWith(reportRequests) })
    for (const sql of [
      "SELECT * FROM read_parquet('ds/x.parquet')",
      'SELECT current_date',
      "SELECT * FROM read_json('ds/x.json')",
    ]) {
      await expectFailure(database.query(sql), 'engine-extension-missing')
    }
    await expectFailure(database.query("SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')"), 'engine-access-refused')
    await pause(50)
    channel.close()
    await database.close()
    expect(requests).toHaveLength(1)
    expect(requests[0]).toMatch(/^blob:/)
  })

  it('rejects everything at once when it is ended with a query running', async () => {
    const database = await startEngine()
    const pending = [
      database.query(endless),
      database.query('SELECT 1'),
      database.load({ files: [], statements: ['SELECT 1'], undo: '' }),
    ]
    const settled = Promise.allSettled(pending)
    await pause(100)
    const started = performance.now()
    await database.close()
    for (const result of await settled) expect(result).toMatchObject({ status: 'rejected', reason: { code: 'engine-stopped' } })
    expect(performance.now() - started).toBeLessThan(100)
    await expectFailure(database.query('SELECT 1'), 'engine-stopped')
    await expectFailure(database.load({ files: [], statements: [], undo: '' }), 'engine-stopped')
  })

  it('rejects everything at once when it dies', async () => {
    const database = await startEngine({ workerUrl: await workerWith(dieWhenTold) })
    const settled = Promise.allSettled([database.query(endless), database.query('SELECT 1')])
    await pause(100)
    const channel = new BroadcastChannel('die')
    channel.postMessage('now')
    for (const result of await settled) expect(result).toMatchObject({ status: 'rejected', reason: { code: 'engine-stopped' } })
    await expectFailure(database.query('SELECT 1'), 'engine-stopped')
    channel.close()
  })

  it('is ended when a cancelled statement runs on', async () => {
    const database = await startEngine()
    const controller = new AbortController()
    const running = database.query(stubborn, controller.signal)
    const waiting = database.query('SELECT 1')
    const settled = Promise.allSettled([running, waiting])
    await pause(200)
    const started = performance.now()
    controller.abort()
    for (const result of await settled) expect(result).toMatchObject({ status: 'rejected', reason: { code: 'engine-stopped' } })
    expect(performance.now() - started).toBeGreaterThan(1_900)
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})

describe('startEngine', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('reports the download', async () => {
    const steps: [number, number | null][] = []
    const database = await startEngine({ onProgress: (...step) => steps.push(step) })
    await database.close()
    const size = (await (await fetch(wasmAsset)).arrayBuffer()).byteLength
    expect(steps.at(-1)?.[0]).toBe(size)
    expect([size, null]).toContain(steps.at(-1)?.[1])
    expect(steps.length).toBeGreaterThan(3)
  })

  it('fetches each file once', async () => {
    const asked: string[] = []
    const real = globalThis.fetch
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      asked.push(new URL(url).pathname)
      return real(url, init)
    })
    const database = await startEngine()
    await database.close()
    expect(asked.toSorted()).toEqual([workerAsset, wasmAsset].map((url) => new URL(url, document.baseURI).pathname).toSorted())
  })

  it.each([404, 503])('names a wasm answered with %i', async (status) => {
    answerWith(/\.wasm/, () => new Response('', { status }))
    const failure = await expectFailure(startEngine(), 'engine-file-missing')
    expect(failure.detail.status).toBe(status)
  })

  it('names a worker answered with 404', async () => {
    answerWith(/worker/, () => new Response('', { status: 404 }))
    const failure = await expectFailure(startEngine(), 'engine-worker-missing')
    expect(failure.detail.status).toBe(404)
  })

  it('names files that no server gives', async () => {
    await expectFailure(startEngine({ wasmUrl: 'blob:nothing' }), 'engine-file-missing')
    await expectFailure(startEngine({ workerUrl: 'blob:nothing' }), 'engine-worker-missing')
  })

  it('knows a web page in the place of either file', async () => {
    const page = blobUrl('<!doctype html><title>Đăng nhập</title>')
    await expectFailure(startEngine({ wasmUrl: page }), 'engine-file-not-wasm')
    await expectFailure(startEngine({ workerUrl: page }), 'engine-worker-missing')
  })

  it('knows half a wasm', async () => {
    const whole = await (await fetch(wasmAsset)).arrayBuffer()
    await expectFailure(startEngine({ wasmUrl: blobUrl(whole.slice(0, whole.byteLength / 2)) }), 'engine-file-not-wasm')
  })

  it('knows a whole wasm that is another program', async () => {
    // A module of one empty custom section.
    const other = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x00, 0x02, 0x01, 0x78])
    const started = performance.now()
    await expectFailure(startEngine({ wasmUrl: blobUrl(other) }), 'engine-file-not-wasm')
    expect(performance.now() - started).toBeLessThan(5_000)
  })

  it('knows a wasm whose code is damaged', async () => {
    const whole = new Uint8Array(await (await fetch(wasmAsset)).arrayBuffer())
    whole.fill(0xff, 10_000_000, 10_100_000)
    await expectFailure(startEngine({ wasmUrl: blobUrl(whole) }), 'engine-file-not-wasm')
  })

  it('does not care for the MIME type', async () => {
    const whole = await (await fetch(wasmAsset)).arrayBuffer()
    const database = await startEngine({ wasmUrl: blobUrl(whole, 'text/html') })
    expect((await database.query('SELECT 1 AS n')).columns.n).toEqual([1])
    await database.close()
  })

  it('gives up on a worker that never answers', async () => {
    const started = performance.now()
    const workerUrl = blobUrl('self.onmessage = () => {}')
    await expectFailure(startEngine({ workerUrl, startTimeoutMs: 2_000 }), 'engine-start-timeout')
    expect(performance.now() - started).toBeLessThan(4_000)
  })

  it('gives up on a server that never answers', async () => {
    answerWith(/\.wasm/, (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))))
    await expectFailure(startEngine({ startTimeoutMs: 500 }), 'engine-file-missing')
  })

  it('knows a worker whose script fails', async () => {
    await expectFailure(startEngine({ workerUrl: blobUrl('throw new Error("boom")') }), 'engine-worker-missing')
    await expectFailure(startEngine({ workerUrl: blobUrl('const const') }), 'engine-worker-missing')
  })

  it('refuses a browser without WebAssembly', async () => {
    vi.stubGlobal('WebAssembly', undefined)
    await expectFailure(startEngine(), 'engine-browser-unfit')
  })
})

async function expectFailure(promise: Promise<unknown>, code: FailureCode): Promise<Failure> {
  const failure = await promise.then(
    () => 'no failure',
    (error: unknown) => error,
  )
  expect(failure).toMatchObject({ name: 'Failure', code })
  return failure as Failure
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function blobUrl(part: BlobPart, type = 'application/octet-stream'): string {
  return URL.createObjectURL(new Blob([part], { type }))
}

function answerWith(pattern: RegExp, answer: (signal: AbortSignal) => Response | Promise<Response>): void {
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (url: string, init: RequestInit & { signal: AbortSignal }) =>
    pattern.test(new URL(url).pathname) ? Promise.resolve(answer(init.signal)) : real(url, init),
  )
}

/** The engine's worker with a script of the test before its own. */
async function workerWith(script: string): Promise<string> {
  return blobUrl(`${script};\n${await (await fetch(workerAsset)).text()}`)
}

const reportRequests = `
  const requests = new BroadcastChannel('requests')
  const { open } = XMLHttpRequest.prototype
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    requests.postMessage(String(url))
    return open.call(this, method, url, ...rest)
  }
  const realFetch = self.fetch
  self.fetch = (input, init) => {
    requests.postMessage(String(input.url ?? input))
    return realFetch(input, init)
  }`

const dieWhenTold = `
  new BroadcastChannel('die').onmessage = () => {
    throw new Error('the worker was told to die')
  }`
