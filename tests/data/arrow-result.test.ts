import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import { openNodeDatabase } from '../support/node-database.ts'

let database: Database

beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

async function cell(expression: string) {
  return (await database.query(`SELECT ${expression} AS x`)).columns.x?.[0]
}

describe('decodeResult', () => {
  it.each([
    ['1.5', 1.5],
    ['12.34', 12.34],
    ['-0.05', -0.05],
    ['CAST(0.1 AS DECIMAL(38, 20))', 0.1],
    ['12345678901234567890.12', 12345678901234567000],
    ['-99999999999999999999.5', -1e20],
    ['(SELECT sum(a) FROM (VALUES (0.1), (0.1), (0.1)) t(a))', 0.3],
    ['(SELECT sum(a) FROM (VALUES (1), (2)) t(a))', 3],
    ['(SELECT count(*) FROM range(5))', 5],
    ['CAST(9007199254740991 AS BIGINT)', 9007199254740991],
    ['CAST(-9007199254740991 AS HUGEINT)', -9007199254740991],
    ['CAST(200 AS UTINYINT)', 200],
    ['CAST(4000000000 AS UINTEGER)', 4000000000],
    ['CAST(1e300 AS DOUBLE)', 1e300],
    ['CAST(0.5 AS FLOAT)', 0.5],
    ['TRUE', true],
    ["'Đắk Lắk'", 'Đắk Lắk'],
    ["CAST('a' AS ENUM('a', 'b'))", 'a'],
    ['NULL', null],
    ['CAST(NULL AS BIGINT)', null],
    ['CAST(NULL AS DATE)', null],
    ['CAST(NULL AS DECIMAL(9, 2))', null],
    ['1 / 0', null],
    ['0.0 / 0.0', null],
  ])('%s is %j', async (expression, expected) => {
    expect(await cell(expression)).toBe(expected)
  })

  it.each([
    ["DATE '2024-02-29'", '2024-02-29'],
    ["DATE '0001-01-01'", '0001-01-01'],
    ["DATE '9999-12-31'", '9999-12-31'],
    ["DATE '1969-12-31'", '1969-12-31'],
    ["TIMESTAMP '2024-01-02 03:04:05'", '2024-01-02T03:04:05'],
    ["TIMESTAMP '2024-01-02 03:04:05.123456'", '2024-01-02T03:04:05.123456'],
    ["TIMESTAMP '1969-12-31 23:59:59.5'", '1969-12-31T23:59:59.5'],
    ["TIMESTAMP_S '2024-01-02 03:04:05'", '2024-01-02T03:04:05'],
    ["TIMESTAMP_MS '2024-01-02 03:04:05.120'", '2024-01-02T03:04:05.12'],
    ["TIMESTAMP_NS '2024-01-02 03:04:05.000000001'", '2024-01-02T03:04:05.000000001'],
    ["TIMESTAMPTZ '2024-01-02 03:04:05+07'", '2024-01-01T20:04:05Z'],
  ])('%s is %s', async (expression, expected) => {
    expect(await cell(expression)).toBe(expected)
  })

  it.each([
    ['CAST(9007199254740993 AS BIGINT)', 'beyond 2^53'],
    ['CAST(9007199254740993 AS HUGEINT)', 'beyond 2^53'],
    ['CAST(18446744073709551615 AS UBIGINT)', 'beyond 2^53'],
    ["CAST('NaN' AS DOUBLE)", 'no figure'],
    ["CAST('-inf' AS FLOAT)", 'no figure'],
    ["DATE 'infinity'", 'outside the years'],
    ["DATE '290000-01-01'", 'outside the years'],
    ["TIMESTAMP 'infinity'", 'outside the years'],
    ["TIMESTAMP '-infinity'", 'outside the years'],
    ["DATE '0001-01-01' - 1", 'outside the years'],
    ['[1, 2]', 'cast it'],
    ['array_value(1, 2)', 'cast it'],
    ["{'a': 1}", 'cast it'],
    ["MAP {'a': 1}", 'cast it'],
    ["CAST('x' AS BLOB)", 'cast it'],
    ["CAST('101' AS BIT)", 'cast it'],
    ["TIME '01:02:03'", 'cast it'],
    ['INTERVAL 1 DAY', 'cast it'],
    ['CAST(1 AS UHUGEINT)', 'cast it'],
  ])('refuses %s', async (expression, words) => {
    const failure = await database.query(`SELECT 1 AS ok, ${expression} AS x`).catch((error: unknown) => error)
    expect(failure).toMatchObject({ name: 'Failure', code: 'query-failed', detail: { column: 'x' } })
    expect(String(failure)).toContain(words)
  })

  it('refuses two columns of one name', async () => {
    await expect(database.query('SELECT 1 AS a, 2 AS b, 3 AS a')).rejects.toMatchObject({
      code: 'query-failed',
      detail: { column: 'a' },
    })
  })

  it('keeps columns apart by name, whatever the name', async () => {
    const result = await database.query('SELECT 1 AS "__proto__", 2 AS "constructor", 3 AS "a.b"')
    expect(Object.entries(result.columns)).toEqual([
      ['__proto__', [1]],
      ['constructor', [2]],
      ['a.b', [3]],
    ])
  })

  it('joins the batches of a long answer', async () => {
    const result = await database.query(
      "SELECT range AS n, CASE WHEN range % 3 = 0 THEN NULL ELSE range / 4 END AS q, DATE '2000-01-01' + CAST(range % 9 AS INTEGER) AS d FROM range(10000)",
    )
    expect(result.length).toBe(10_000)
    expect(result.columns.n).toEqual(Array.from({ length: 10_000 }, (_, n) => n))
    expect(result.columns.q).toEqual(Array.from({ length: 10_000 }, (_, n) => (n % 3 === 0 ? null : n / 4)))
    expect(result.columns.d?.slice(8, 11)).toEqual(['2000-01-09', '2000-01-01', '2000-01-02'])
  })

  it('gives every column of an answer without rows', async () => {
    expect(await database.query('SELECT 1 AS a, 1.5 AS b WHERE FALSE')).toEqual({ length: 0, columns: { a: [], b: [] } })
  })
})
