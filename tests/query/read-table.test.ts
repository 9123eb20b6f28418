import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArrowSource, Database } from '../../src/data/database.ts'
import { Failure } from '../../src/model/failure.ts'
import type { ParquetIngest } from '../../src/model/ingest.ts'
import { readTableSql } from '../../src/query/read-table.ts'
import { countRowsSql, tableIdent } from '../../src/query/table-name.ts'
import { failureOf } from '../support/dataset-files.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { nodeFormats } from '../support/node-parquet.ts'
import { type ParquetOptions, writeParquet } from '../support/write-parquet.ts'

const imported = { schema: 'main', table: '1a2b3c4d.parquet' }
let database: Database

beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

describe('readTableSql', () => {
  it.each([
    ["'Đắk'", 'Đắk'],
    ["'Đắk'".normalize('NFD'), 'Đắk'],
    ["''", ''],
    ['NULL::VARCHAR', ''],
    ['NULL::DOUBLE', ''],
    ["E'a\\nb'", 'a\nb'],
    ["'y'::ENUM('x', 'y')", 'y'],
    ["DATE '2024-02-29'", '2024-02-29'],
    ["TIMESTAMP '2024-02-29 00:00:00'", '2024-02-29'],
    ["TIMESTAMP_NS '2024-02-29 00:00:00'", '2024-02-29'],
    ["TIMESTAMP '2024-02-29 12:30:00'", '2024-02-29 12:30:00'],
    ["'2024-02-29 00:00:00'", '2024-02-29 00:00:00'],
    ["TIMESTAMPTZ '2024-02-29 00:00:00+07'", '2024-02-28 17:00:00+00'],
    ['8968::DOUBLE', '8968.0'],
    ['0.1::DOUBLE', '0.1'],
    ['0.1::FLOAT', '0.1'],
    ['(0.1 + 0.2)::DOUBLE', '0.3'],
    ['0.1::DOUBLE + 0.2::DOUBLE', '0.30000000000000004'],
    ['5280000000::DOUBLE', '5280000000.0'],
    ['1e300::DOUBLE', '1e+300'],
    ['3.20::DECIMAL(18, 2)', '3.20'],
    ['36::TINYINT', '36'],
    ['100000000000', '100000000000'],
    ['9007199254740993', '9007199254740993'],
    ['18446744073709551615::UBIGINT', '18446744073709551615'],
    ['TRUE', 'true'],
    ["'inf'::DOUBLE", 'inf'],
  ])('gives %s as %j', async (value, text) => {
    expect(await textsOf(`SELECT ${value} AS a`)).toEqual([text])
  })

  it('takes bytes that nothing marks for text where they are it', async () => {
    expect(await textsOf("SELECT unnest([encode('Đắk'), '\\xC4'::BLOB, NULL]) AS a")).toEqual(['Đắk', '\\xC4', ''])
  })

  it('keeps the rows in the order of the file, over row groups', async () => {
    const texts = await textsOf('SELECT (range * 7919) % 10007 AS a FROM range(10000)', { rowGroup: 2048 })
    expect(texts).toEqual(Array.from({ length: 10_000 }, (_, row) => String((row * 7919) % 10_007)))
  })

  it.each(['duckdb-zstd', 'duckdb-snappy', 'duckdb-v2'])('reads what another program wrote: %s', async (name) => {
    const ingest = await ingestOfFile(await readFile(join(import.meta.dirname, `../fixtures/parquet/${name}.parquet`)))
    const result = await load(ingest, `SELECT * FROM ${readTableSql(imported, ingest.columns, ingest)}`)
    const rows = Array.from({ length: 2_500 }, (_, row) => row)
    const decimal = (value: number) => (Number.isInteger(value) ? `${value}.0` : String(value))
    const day = (row: number) => new Date(Date.UTC(2024, 0, 1 + (row % 366))).toISOString().slice(0, 10)
    expect(result.columns).toEqual({
      n: rows.map(String),
      tên: rows.map((row) => (row % 5 === 0 ? '' : `Đắk Lắk ${row % 7}`)),
      day: rows.map(day),
      value: rows.map((row) => decimal(row / 8)),
      flag: rows.map((row) => String(row % 2 === 0)),
      at: rows.map((row) => (row % 3 === 0 ? '2024-01-01' : `2024-01-01 0${row % 3}:00:00`)),
      amount: rows.map((row) => (row / 4).toFixed(2)),
      kind: rows.map((row) => (row % 2 === 0 ? 'chẵn' : 'lẻ')),
      raw: rows.map((row) => `Đ${row % 3}`),
    })
  })

  it('reads columns whose names mean something to the engine', async () => {
    const names = ['rowid', 'record', 'line', 'a.b', 'x"y', '__proto__', 'Số']
    const ingest = await ingestOf(`SELECT ${names.map((name, at) => `${at} AS "${name.replaceAll('"', '""')}"`).join(', ')}`)
    const result = await load(ingest, `SELECT * FROM ${readTableSql(imported, names, ingest)}`)
    expect(Object.entries(result.columns)).toEqual(names.map((name, at) => [name, [String(at)]]))
  })
})

describe('an Arrow stream in a load', () => {
  it('is a table for its statements and gone afterwards', async () => {
    const ingest = await ingestOf('SELECT range AS n FROM range(3)')
    expect((await load(ingest, `SELECT n FROM ${tableIdent(imported)}`)).columns).toEqual({ n: [0, 1, 2] })
    expect((await failureOf(database.query(countRowsSql(imported)))).code).toBe('query-failed')
  })

  it('of no rows is a table without rows', async () => {
    const ingest = await ingestOf('SELECT 1 AS n WHERE FALSE')
    expect((await load(ingest, countRowsSql(imported))).columns).toEqual({ rows: [0] })
  })

  it.each<[string, (ipc: Uint8Array) => Uint8Array]>([
    ['cut off', (ipc) => ipc.slice(0, ipc.length - 64)],
    ['garbage', () => new TextEncoder().encode('no stream at all')],
    ['empty', () => new Uint8Array()],
  ])('that is %s is told, and takes nothing else with it', async (_, damage) => {
    const ingest = await ingestOf('SELECT range AS n FROM range(3)')
    await database.query('CREATE OR REPLACE TABLE witness AS SELECT 1 AS n')
    const arrow: ArrowSource = { ...imported, ipc: damage(ingest.ipc.slice()), rows: 3 }
    const undo = 'DROP TABLE IF EXISTS witness'
    const failure = await failureOf(
      database.load({ files: [], tables: [arrow], statements: ['CREATE TABLE other AS SELECT 1'], undo }),
    )
    expect([failure.code, failure.detail.expected, failure.detail.found]).toEqual(['rows-differ', 3, 0])
    expect((await failureOf(database.query('SELECT * FROM witness'))).code).toBe('query-failed')
    expect((await failureOf(database.query('SELECT * FROM other'))).code).toBe('query-failed')
    expect((await load(ingest, `SELECT n FROM ${tableIdent(imported)}`)).columns).toEqual({ n: [0, 1, 2] })
  })

  it('with more or fewer rows than it was said to have is told', async () => {
    for (const rows of [2, 4]) {
      const { ipc } = await ingestOf('SELECT range AS n FROM range(3)')
      const failure = await failureOf(
        database.load({ files: [], tables: [{ ...imported, ipc, rows }], statements: [], undo: '' }),
      )
      expect([failure.code, failure.detail]).toEqual(['rows-differ', { expected: rows, found: 3 }])
    }
  })
})

async function ingestOf(select: string, options: ParquetOptions = {}): Promise<ParquetIngest> {
  return await ingestOfFile(await writeParquet(select, options))
}

async function ingestOfFile(bytes: Uint8Array): Promise<ParquetIngest> {
  const ingest = await nodeFormats[0]?.read('x.parquet', bytes)
  if (ingest?.kind !== 'parquet') throw new Failure('parquet-damaged')
  return ingest
}

function load(ingest: ParquetIngest, statement: string) {
  const arrow = { ...imported, ipc: ingest.ipc.slice(), rows: ingest.records }
  return database.load({ files: [], tables: [arrow], statements: [statement], undo: '' })
}

async function textsOf(select: string, options: ParquetOptions = {}): Promise<unknown> {
  const ingest = await ingestOf(select, options)
  const result = await load(ingest, `SELECT row_number() OVER () AS line, * FROM ${readTableSql(imported, ['a'], ingest)}`)
  expect(result.columns.line).toEqual(Array.from({ length: ingest.records }, (_, row) => row + 1))
  return result.columns.a
}
