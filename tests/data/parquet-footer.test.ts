import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ParquetFooter, readParquetFooter, startsAsParquet } from '../../src/data/parquet-footer.ts'
import { Failure, type FailureCode } from '../../src/model/failure.ts'
import { datasetsFolder } from '../support/dataset-files.ts'
import { seededRandom, withFlippedBits } from '../support/seeded-random.ts'
import { type Bytes, binary, framed, integer, list, struct, type ThriftValue, text } from '../support/thrift-bytes.ts'
import { type ParquetOptions, writeParquet } from '../support/write-parquet.ts'

const SELECT = "SELECT range AS n, 'Đắk Lắk ' || range AS tên, DATE '2024-01-01' AS day, range * 0.1 AS value FROM range(5000)"

describe('the footer of a real file', () => {
  it.each<ParquetOptions>([
    ...[{}, { compression: 'ZSTD' }, { compression: 'GZIP' }, { compression: 'UNCOMPRESSED' }],
    ...[{ version: 'V2' }, { rowGroup: 2048 }],
  ] as const)('is read: %j', async (options) => {
    const footer = readParquetFooter('x.parquet', await writeParquet(SELECT, options))
    expect(footer).toMatchObject({ rows: 5_000, columns: ['n', 'tên', 'day', 'value'], unmarked: [] })
    expect(footer.unpackedBytes).toBeGreaterThan(5_000)
  })

  it('of a table without rows', async () => {
    expect(readParquetFooter('x', await writeParquet('SELECT 1 AS a WHERE FALSE'))).toMatchObject({ rows: 0, columns: ['a'] })
  })

  it('of a column of bytes', async () => {
    const bytes = await writeParquet("SELECT 'x' AS a, 'x'::BLOB AS b, 'y'::ENUM('y') AS c, 1 AS d")
    expect(readParquetFooter('x', bytes).unmarked).toEqual(['b'])
  })

  it('of the published reports', async () => {
    const bytes = new Uint8Array(await readFile(join(datasetsFolder, 'public-reports/observations.parquet')))
    const { rows, columns } = readParquetFooter('x', bytes)
    expect([rows, columns.length, columns[0], columns.at(-1)]).toEqual([109, 32, 'observation_id', 'note_en'])
  })

  it.each(['duckdb-zstd', 'duckdb-snappy', 'duckdb-v2'])('of another writer: %s', async (name) => {
    const columns = ['n', 'tên', 'day', 'value', 'flag', 'at', 'amount', 'kind', 'raw']
    expect(readParquetFooter('x', await fixture(name))).toMatchObject({ rows: 2_500, columns, unmarked: ['raw'] })
  })

  it('names the columns that are none', async () => {
    const nested = "SELECT 1 AS a, [1] AS b, {'x': {'y': 1}} AS c, 2 AS d, MAP {'k': [1]} AS e"
    for (const bytes of [await writeParquet(nested), await fixture('duckdb-nested')]) {
      expect(refused(bytes, 'parquet-nested').detail).toEqual({ file: 'x.parquet', names: ['b', 'c', 'e'] })
    }
  })
})

describe('a whole footer', () => {
  it('made by hand is read', () => {
    expect(readParquetFooter('x', file({}))).toEqual({ rows: 7, columns: ['a', 'b'], unmarked: [], unpackedBytes: 90 })
  })

  it.each<[string, FailureCode, Uint8Array]>([
    ['that marks encryption', 'parquet-encrypted', file({ 8: struct({ 1: struct({}) }) })],
    ['that is encrypted', 'parquet-encrypted', framed(whole({}), { end: 'PARE' })],
    ['in a file that is encrypted', 'parquet-encrypted', framed(whole({}), { start: 'PARE', end: 'PARE' })],
    ['of an encrypted file cut off', 'parquet-encrypted', framed(whole({}), { start: 'PARE', end: '' })],
    ['with a repeated column', 'parquet-nested', file({ 2: list([root(1), leaf('a', { repeated: true })]) })],
    ['with a group', 'parquet-nested', file({ 2: list([root(1), group('g', 1), leaf('a')]) })],
    ['with more rows than its groups', 'parquet-damaged', file({ 3: integer(8) })],
    ['with fewer rows than its groups', 'parquet-damaged', file({ 3: integer(6) })],
    ['with fewer than no rows', 'parquet-damaged', file({ 3: integer(-7), 4: list([rowGroup(-7)]) })],
    ['with groups below nothing', 'parquet-damaged', file({ 4: list([rowGroup(8), rowGroup(-1)]) })],
    ['with rows beyond 2^53', 'parquet-damaged', file({ 3: integer(2n ** 60n), 4: list([rowGroup(2n ** 60n)]) })],
    ['with a row group of other columns', 'parquet-damaged', file({ 4: list([rowGroup(7, 1)]) })],
    ['with a schema that promises a column more', 'parquet-damaged', file({ 2: list([root(3), leaf('a'), leaf('b')]) })],
    ['with a schema that promises a column less', 'parquet-damaged', file({ 2: list([root(1), leaf('a'), leaf('b')]) })],
    ['with a group that lacks its columns', 'parquet-damaged', file({ 2: list([root(2), leaf('a'), group('g', 3)]) })],
    ['with a schema of numbers', 'parquet-damaged', file({ 2: list([integer(1)]) })],
    ['with an empty schema', 'parquet-damaged', file({ 2: list([]) })],
    ['with a name that is no text', 'parquet-damaged', file({ 2: list([root(1), struct({ 4: binary([0xff]) })]) })],
    ['with too many row groups', 'parquet-damaged', file({ 4: list(new Array(100_001).fill(struct({}))) })],
    ['with a list that promises more', 'parquet-damaged', file({ 4: list([rowGroup(7)], { length: 2 ** 31 }) })],
    ['without a schema', 'parquet-damaged', framed(struct({ 1: integer(1), 3: integer(0), 4: list([]) }).bytes)],
    ['without rows', 'parquet-damaged', framed(struct({ 2: list([root(0)]), 4: list([]) }).bytes)],
    ['without row groups', 'parquet-damaged', framed(struct({ 2: list([root(0)]), 3: integer(0) }).bytes)],
    ['without a start', 'parquet-damaged', framed(whole({}), { start: 'PAR0' })],
    ['without an end', 'parquet-damaged', framed(whole({}), { end: 'PAR0' })],
    ['of no length', 'parquet-damaged', framed(whole({}), { length: 0 })],
    ['longer than the file', 'parquet-damaged', framed(whole({}), { length: whole({}).length + 1 })],
    ['of four gigabytes', 'parquet-damaged', framed(whole({}), { length: 0xffff_ffff })],
    ['shorter than it is', 'parquet-damaged', framed(whole({}), { length: 5 })],
    ['that is not there', 'parquet-damaged', new TextEncoder().encode('PAR1PAR1')],
    ['that is a magic alone', 'parquet-damaged', new TextEncoder().encode('PAR1')],
  ])('%s is refused with %s', (_, code, bytes) => {
    refused(bytes, code)
  })

  it('beyond measure is not read', () => {
    const bytes = new Uint8Array(17 * 2 ** 20 + 12)
    bytes.set(framed([], { length: 17 * 2 ** 20 }).subarray(0, 4))
    bytes.set(framed([], { length: 17 * 2 ** 20 }).subarray(4), bytes.length - 8)
    refused(bytes, 'parquet-too-big')
  })
})

describe('a damaged file', () => {
  let bytes: Uint8Array
  let footerAt = 0
  beforeAll(async () => {
    bytes = await writeParquet(SELECT, { rowGroup: 2048, compression: 'ZSTD' })
    footerAt = bytes.length - 8 - new DataView(bytes.buffer).getUint32(bytes.length - 8, true)
  })

  it('cut off anywhere in its footer, or in steps before it, is refused', () => {
    const lengths = Array.from({ length: bytes.length }, (_, length) => length)
    const tried = lengths.filter((length) => length >= footerAt - 64 || length % 97 === 0 || length < 16)
    for (const length of tried) refused(bytes.slice(0, length), 'parquet-damaged')
    expect(tried.length).toBeGreaterThan(500)
  })

  it('whose line breaks a transfer rewrote is refused', () => {
    const rewritten = new Uint8Array([...bytes].flatMap((byte) => (byte === 0x0a ? [0x0d, 0x0a] : [byte])))
    expect(rewritten.length).toBeGreaterThan(bytes.length)
    refused(rewritten, 'parquet-damaged')
  })

  it('with flipped bits in its footer is refused, or still tells the right number of rows', () => {
    const random = seededRandom(20_241_122)
    const ends = { refused: 0, read: 0 }
    for (let round = 0; round < 4_000; round++) {
      const end = footerOrFailure(withFlippedBits(bytes, random, 1 + (round % 3), footerAt))
      if (end instanceof Failure) {
        expect(['parquet-damaged', 'parquet-encrypted', 'parquet-nested', 'parquet-too-big']).toContain(end.code)
        ends.refused++
      } else {
        expect(end.rows).toBe(5_000)
        ends.read++
      }
    }
    expect(Math.min(ends.refused, ends.read)).toBeGreaterThan(500)
  })

  it('with anything at all for a footer is refused', () => {
    const property = fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), (footer) => {
      expect(footerOrFailure(framed(footer))).toMatchObject({ code: 'parquet-damaged' })
    })
    void fc.assert(property, { numRuns: 2_000, seed: 7 })
  })
})

describe('startsAsParquet', () => {
  it.each([
    ['PAR1', true],
    ['PARE', true],
    ['PAR', false],
    ['', false],
    ['par1', false],
    ['source_id,PAR1', false],
  ])('%j: %s', (text, expected) => {
    expect(startsAsParquet(new TextEncoder().encode(text))).toBe(expected)
  })
})

function refused(bytes: Uint8Array, code: FailureCode): Failure {
  const end = footerOrFailure(bytes)
  expect(end).toMatchObject({ name: 'Failure', code, detail: { file: 'x.parquet' } })
  return end as Failure
}

function footerOrFailure(bytes: Uint8Array): ParquetFooter | Failure {
  try {
    return readParquetFooter('x.parquet', bytes)
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

async function fixture(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(join(import.meta.dirname, `../fixtures/parquet/${name}.parquet`)))
}

/** FileMetaData of two columns and seven rows, with other fields in place of its own. */
function whole(other: Readonly<Record<number, ThriftValue>>): Bytes {
  const own = { 1: integer(1, 5), 2: list([root(2), leaf('a'), leaf('b')]), 3: integer(7), 4: list([rowGroup(3), rowGroup(4)]) }
  return struct({ ...own, 6: text('by hand'), ...other }).bytes
}

function file(other: Readonly<Record<number, ThriftValue>>): Uint8Array {
  return framed(whole(other))
}

function root(children: number): ThriftValue {
  return group('schema', children)
}

function group(name: string, children: number): ThriftValue {
  return struct({ 4: text(name), 5: integer(children, 5) })
}

function leaf(name: string, { repeated = false } = {}): ThriftValue {
  return struct({ 1: integer(6, 5), 3: integer(repeated ? 2 : 1, 5), 4: text(name), 6: integer(0, 5) })
}

function rowGroup(rows: number | bigint, columns = 2): ThriftValue {
  return struct({ 1: list(new Array(columns).fill(struct({ 2: integer(4) }))), 2: integer(45), 3: integer(rows) })
}
