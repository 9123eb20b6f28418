import { beforeAll, describe, expect, it } from 'vitest'
import { dataFormats, formatOf } from '../../../src/data/formats/index.ts'
import { parquet, parquetFormat } from '../../../src/data/formats/parquet.ts'
import type { DecodeParquet } from '../../../src/data/parquet-reader.ts'
import { Failure } from '../../../src/model/failure.ts'
import { failureOf } from '../../support/dataset-files.ts'
import { decodeInNode } from '../../support/node-parquet.ts'
import { framed, integer, list, struct, text } from '../../support/thrift-bytes.ts'
import { writeParquet } from '../../support/write-parquet.ts'

describe('the format of a file', () => {
  it.each(['PAR1', 'PARE'])('that begins with %s is Parquet, whatever it is called', (magic) => {
    expect(formatOf('a.csv', new TextEncoder().encode(`${magic}x`))).toBe(parquet)
  })

  it('that ends as Parquet does is not', () => {
    expect(formatOf('a.parquet', new TextEncoder().encode('a,b\n1,PAR1')).id).toBe('csv')
  })

  it('is asked of Parquet first: CSV refuses what begins so', () => {
    expect(dataFormats.map(({ id }) => id)).toEqual(['parquet', 'csv'])
  })
})

describe('reading', () => {
  let bytes: Uint8Array
  beforeAll(async () => {
    bytes = await writeParquet("SELECT range AS n, 'x' AS tên, 'y'::BLOB AS raw FROM range(3)")
  })

  it('tells all about the file', async () => {
    const ingest = await parquetFormat(decodeInNode).read('x.parquet', bytes)
    expect(ingest).toMatchObject({
      ...{ kind: 'parquet', fileName: 'x.parquet', columns: ['n', 'tên', 'raw'], unmarked: ['raw'] },
      ...{ recordsInFile: 3, records: 3, held: [], shifts: [] },
    })
  })

  it('takes nothing where the reader gives other rows than the footer tells of', async () => {
    const short: DecodeParquet = async (file, rows) => ({ ...(await decodeInNode(file, rows)), rows: 2 })
    const failure = await failureOf(parquetFormat(short).read('x.parquet', bytes))
    expect([failure.code, failure.detail]).toEqual(['rows-differ', { file: 'x.parquet', expected: 3, found: 2 }])
  })

  it('names the file in what the reader refuses, unless the reader itself is missing', async () => {
    const refusing = (failure: Failure) => parquetFormat(() => Promise.reject(failure)).read('x.parquet', bytes)
    expect((await failureOf(refusing(new Failure('parquet-damaged', { raw: 'page' })))).detail).toEqual({
      file: 'x.parquet',
      raw: 'page',
    })
    const missing = await failureOf(refusing(new Failure('parquet-reader-missing', { file: '/reader.wasm', status: 404 })))
    expect(missing.detail).toEqual({ file: '/reader.wasm', status: 404 })
  })

  it('hands the signal on', async () => {
    const { signal } = new AbortController()
    const signals: unknown[] = []
    const watching: DecodeParquet = (file, rows, options) => {
      signals.push(options?.signal)
      return decodeInNode(file, rows)
    }
    await parquetFormat(watching).read('x.parquet', bytes, signal)
    await parquetFormat(watching).read('x.parquet', bytes)
    expect(signals).toEqual([signal, undefined])
  })

  it('refuses a table that takes more than it may', async () => {
    const failure = await failureOf(
      parquetFormat((file, rows) => decodeInNode(file, rows, { maxBytes: 100 })).read('x.parquet', bytes),
    )
    expect([failure.code, failure.detail.expected]).toEqual(['parquet-too-big', 100])
  })
})

describe('what the footer tells is judged before any reader is fetched', () => {
  const never = parquetFormat(() => Promise.reject(new Error('the reader was asked')))

  it.each([
    ['too many rows', { rows: 5_000_001 }, 'parquet-too-big', { expected: 5_000_000, found: 5_000_001 }],
    ['too many bytes', { bytes: 2 ** 31 }, 'parquet-too-big', { expected: 2 ** 30, found: 2 ** 31 }],
    ['a name that stands twice', { names: ['a', 'b', 'A'] }, 'package-invalid', { names: ['A'] }],
    ['a column without a name', { names: ['a', ' ', ''] }, 'package-invalid', { names: ['#2', '#3'] }],
  ])('%s', async (_, footer, code, detail) => {
    const failure = await failureOf(never.read('x.parquet', fileWith(footer)))
    expect([failure.code, failure.detail]).toEqual([code, { file: 'x.parquet', ...detail }])
  })

  it('a file beyond measure', async () => {
    const small = fileWith({})
    const bytes = new Uint8Array(256 * 2 ** 20 + 1)
    bytes.set(small.subarray(0, 4))
    bytes.set(small.subarray(4), bytes.length - small.length + 4)
    expect((await failureOf(never.read('x.parquet', bytes))).detail).toEqual({
      ...{ file: 'x.parquet', expected: 256 * 2 ** 20, found: 256 * 2 ** 20 + 1 },
    })
  })
})

function fileWith({
  rows = 1,
  bytes = 1,
  names = ['a'],
}: {
  rows?: number
  bytes?: number
  names?: readonly string[]
}): Uint8Array {
  const schema = [
    struct({ 4: text('schema'), 5: integer(names.length) }),
    ...names.map((name) => struct({ 1: integer(6), 4: text(name), 6: integer(0) })),
  ]
  const group = struct({ 1: list(names.map(() => struct({}))), 2: integer(bytes), 3: integer(rows) })
  return framed(struct({ 2: list(schema), 3: integer(rows), 4: list([group]) }).bytes)
}
