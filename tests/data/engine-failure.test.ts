import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import { breaksEngine, engineFailure } from '../../src/data/engine-failure.ts'
import { Failure } from '../../src/model/failure.ts'
import { openNodeDatabase } from '../support/node-database.ts'

describe('engineFailure', () => {
  it.each([
    ['query was canceled', 'query-cancelled'],
    ['INTERRUPT Error: Interrupted!', 'query-cancelled'],
    ['Out of Memory Error: failed to allocate data of size 16.0 KiB (9.5 MiB/9.5 MiB used)', 'engine-out-of-memory'],
    ['RangeError: Array buffer allocation failed', 'engine-out-of-memory'],
    ['RuntimeError: table index is out of bounds', 'engine-extension-missing'],
    ['RuntimeError: function signature mismatch', 'engine-extension-missing'],
    ['call_indirect to a signature that does not match', 'engine-extension-missing'],
    ["Failed to load 'https://extensions.duckdb.org/v1.4.3/wasm_eh/icu.duckdb_extension.wasm'", 'engine-extension-missing'],
    ['FATAL Error: database has been invalidated because of a previous fatal error', 'engine-stopped'],
    ['INTERNAL Error: Attempted to access index 3 within vector of size 3', 'engine-stopped'],
    ['RuntimeError: memory access out of bounds', 'engine-stopped'],
    ["TypeError: Cannot read properties of undefined (reading 'peek')", 'engine-stopped'],
    ['Permission Error: Cannot access file "x" - file system operations are disabled by configuration', 'engine-access-refused'],
    ['Binder Error: Referenced column "a" not found in FROM clause!', 'query-failed'],
    ["Conversion Error: Could not convert string 'memory' to INT32", 'query-failed'],
  ])('%s is %s', (raw, code) => {
    expect(engineFailure(new Error(raw))).toMatchObject({ code, detail: { raw } })
  })

  it('keeps the name of an error that is more than Error', () => {
    const error = new WebAssembly.RuntimeError('unreachable executed')
    expect(engineFailure(error)).toMatchObject({ code: 'engine-stopped', detail: { raw: 'RuntimeError: unreachable executed' } })
  })

  it('cuts the raw text to 500 characters', () => {
    expect(engineFailure(new Error('x'.repeat(3_000_000))).detail.raw).toHaveLength(500)
  })

  it('lets a Failure pass', () => {
    const failure = new Failure('csv-no-rows')
    expect(engineFailure(failure)).toBe(failure)
  })

  it('takes what is no error', () => {
    expect(engineFailure('boom')).toMatchObject({ code: 'query-failed', detail: { raw: 'boom' } })
    expect(engineFailure(undefined)).toMatchObject({ code: 'query-failed', detail: { raw: 'undefined' } })
  })
})

describe('breaksEngine', () => {
  it.each([
    ['RuntimeError: function signature mismatch', true],
    ['RuntimeError: memory access out of bounds', true],
    ['INTERNAL Error: x', true],
    ['Out of Memory Error: failed to allocate', false],
    [
      'Catalog Error: Table Function with name "read_parquet" is not in the catalog, but it exists in the parquet extension.',
      false,
    ],
    ['Parser Error: syntax error', false],
  ])('%s: %s', (raw, expected) => {
    expect(breaksEngine(engineFailure(new Error(raw)))).toBe(expected)
  })
})

describe('what the engine itself says, with its settings locked', () => {
  let database: Database
  beforeAll(async () => {
    database = await openNodeDatabase()
  })
  afterAll(() => database.close())

  it.each([
    ["SELECT * FROM read_parquet('ds/x.parquet')", 'engine-extension-missing', ['parquet']],
    ["SELECT * FROM read_json('ds/x.json')", 'engine-extension-missing', ['json']],
    ["SELECT date_trunc('month', now())", 'engine-extension-missing', ['icu']],
    ['SELECT current_date', 'engine-extension-missing', ['icu']],
    ["SELECT * FROM read_csv('/etc/passwd')", 'engine-access-refused', undefined],
    ["SELECT * FROM read_csv('http://127.0.0.1:9/x')", 'engine-access-refused', undefined],
    ["COPY (SELECT 1) TO '/tmp/x.csv'", 'engine-access-refused', undefined],
    ["ATTACH '/tmp/x.db'", 'engine-access-refused', undefined],
    ['LOAD parquet', 'engine-access-refused', undefined],
    ["SET memory_limit = '1GB'", 'engine-access-refused', undefined],
    ['SET autoload_known_extensions = true', 'engine-access-refused', undefined],
    ['SET enable_external_access = true', 'engine-access-refused', undefined],
    ["SELECT * FROM 'ds/nothing.csv'", 'query-failed', undefined],
    ['SELEC 1', 'query-failed', undefined],
    ["SELECT CAST('a' AS INTEGER)", 'query-failed', undefined],
  ])('%s: %s', async (sql, code, names) => {
    const failure = await database.query(sql).catch((error: unknown) => error)
    expect(failure).toMatchObject(names ? { code, detail: { names } } : { code })
  })

  it('stays usable when memory runs out', async () => {
    await database.query('CREATE TABLE kept AS SELECT 1 AS n')
    const sql = "SELECT string_agg(repeat('x', 1000000), '') AS x FROM range(4000)"
    await expect(database.query(sql)).rejects.toMatchObject({ code: 'engine-out-of-memory' })
    expect((await database.query('SELECT n FROM kept')).columns.n).toEqual([1])
  })
})
