import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import { readCsv } from '../../src/data/formats/csv.ts'
import type { CsvIngest } from '../../src/model/ingest.ts'
import type { Cell } from '../../src/model/result-set.ts'
import { fieldsOf, scanRecords, writeRecord } from '../../src/model/text/scan-records.ts'
import { readCsvSql } from '../../src/query/read-csv.ts'
import { openNodeDatabase } from '../support/node-database.ts'

let database: Database

beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

describe('readCsvSql', () => {
  it('takes no more memory at once than the longest record needs', () => {
    const dialect = { delimiter: ',', quote: '"', newline: '\n' } as const
    const bufferOf = (longestRecord: number) =>
      Number(/buffer_size = (\d+)/.exec(readCsvSql('1.csv', { columns: ['a'], dialect, longestRecord }))?.[1])
    expect(bufferOf(100)).toBe(4_194_304)
    expect(bufferOf(20_000_000)).toBe(40_000_000)
  })

  it('reads records that lie across its buffers, quoted breaks among them', async () => {
    const numbers = Array.from({ length: 120_000 }, (_, at) => at)
    const rows = numbers.map((at) => `${at},"dòng ${at}\n${'á'.repeat((at * 7) % 97)}""x""",${at % 13}`)
    const ingest = readCsv('x.csv', new TextEncoder().encode(`a,b,c\n${rows.join('\n')}\n`))
    expect(ingest.bytes.length).toBeGreaterThan(3 * 4_194_304)
    const { columns } = await ask(
      ingest,
      `SELECT count(*) AS n, sum(CAST(a AS BIGINT))::DOUBLE AS a, sum(CAST(c AS BIGINT))::DOUBLE AS c, sum(length(b))::DOUBLE AS b,
        bool_and(CAST(a AS BIGINT) = record AND starts_with(b, 'dòng ' || a || chr(10))) AS ok
      FROM (SELECT *, row_number() OVER () - 1 AS record FROM ${readCsvSql('x.csv', ingest)})`,
    )
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
    expect(columns).toEqual({
      n: [120_000],
      a: [sum(numbers)],
      c: [sum(numbers.map((at) => at % 13))],
      b: [sum(numbers.map((at) => `dòng ${at}\n`.length + ((at * 7) % 97) + 3))],
      ok: [true],
    })
  })

  it('names every choice and quotes what comes from the file', () => {
    const dialect = { delimiter: '\t', quote: '"', newline: '\n' } as const
    const sql = readCsvSql('1.csv', { columns: ["a'b", '"; drop'], dialect, longestRecord: 9 })
    expect(sql).toContain("read_csv('ds/1.csv', auto_detect = false")
    expect(sql).toContain("force_not_null = ['a''b', '\"; drop']")
    expect(sql).toContain("columns = {'a''b': 'VARCHAR', '\"; drop': 'VARCHAR'}")
  })

  it.each([
    ['comma', 'a,b\n1,2\n3,4\n', ['1|2', '3|4']],
    ['semicolon and decimal comma', 'Tỉnh;Số\nNam Định;1,5\nTrà Vinh;2,25\n', ['Nam Định|1,5', 'Trà Vinh|2,25']],
    ['tab', 'a\tb\n1,5\t2\n', ['1,5|2']],
    ['pipe', 'a|b\nx|y\n', ['x|y']],
    ['an Excel sep line', 'sep=;\r\na;b\r\n1;2\r\n', ['1|2']],
    ['quotes', 'a,b\n"x,y","say ""hi"""\n5" ống,\n', ['x,y|say "hi"', '5" ống|']],
    ['line breaks in quotes', 'a,b\n"x\ny",1\n"p\r\nq\rr",2\n', ['x\ny|1', 'p\r\nq\rr|2']],
    ['CRLF', 'a,b\r\n1,2\r\n3,"x\ny"\r\n', ['1|2', '3|x\ny']],
    ['CR', 'a,b\r1,2\r3,4\r', ['1|2', '3|4']],
    ['mixed line breaks', 'a,b\r\n1,2\n3,4\r5,6', ['1|2', '3|4', '5|6']],
    ['no line break at the end', 'a,b\n1,2', ['1|2']],
    ['blank lines', 'a,b\n\n1,2\n   \n\n3,4\n\n', ['1|2', '3|4']],
    ['spaces around quotes', 'a,b\n1, "x,y" \n "2",z\n', ['1|x,y', '2|z']],
    ['spaces in cells', 'a,b\n 1 , 2 \n', [' 1 | 2 ']],
    ['empty cells', 'a,b\n"",1\n,""\n', ['|1', '|']],
    ['a row of delimiters alone, which is a blank line', 'a,b\n,\n1,2\n , \n', ['1|2']],
    ['one column', 'a\n1\n""\n\n2\n', ['1', '', '2']],
    ['a lone semicolon in one column', 'c0\nv0\na;b\n', ['v0', 'a;b']],
    ['commas in one column', 'ghi chú\nmột, hai\nba\n', ['một, hai', 'ba']],
    ['words that look like nothing', 'a,b\nNULL,NA\n-,\\N\nnan,inf\n', ['NULL|NA', '-|\\N', 'nan|inf']],
    ['codes that look like numbers', 'a,b\n007,1E5\n9007199254740993,2021\n', ['007|1E5', '9007199254740993|2021']],
    ['what other tools take for a comment', 'a,b\n#1,2\n//3,4\n', ['#1|2', '//3|4']],
    ['a header over two lines', '"a\nb",c\n1,2\n', ['1|2']],
    ['hostile column names', '__proto__,"""; drop",a.b\n1,2,3\n', ['1|2|3']],
    ['a header alone', 'a,b\n', []],
    ['a header alone without a line break', 'a,b', []],
  ])('%s', async (_name, text, expected) => {
    const ingest = readCsv('x.csv', new TextEncoder().encode(text))
    expect(await rowsOf(ingest)).toEqual(expected)
    expect(ingest.records).toBe(expected.length)
    expect(ingest.held).toEqual([])
  })

  it.each(['\n', '\r\n', '\r'] as const)('reads %j itself, whatever the ingest makes of it', async (newline) => {
    const bytes = new TextEncoder().encode(['a,b', '1,2', '3,"x\ny"', '5,"p\r\nq\rr"', ''].join(newline))
    const dialect = { delimiter: ',', quote: '"', newline }
    const ingest: CsvIngest = { ...readCsv('x.csv', bytes), bytes, dialect }
    expect(await rowsOf(ingest)).toEqual(['1|2', '3|x\ny', '5|p\r\nq\rr'])
  })

  it('reads a file of each encoding to the same rows', async () => {
    const text = 'mã;tên\n01;Hà Nội\n66;Đắk Lắk\n'
    for (const bytes of [utf16(text, true), utf16(text, false), new TextEncoder().encode(`\uFEFF${text}`)]) {
      expect(await rowsOf(readCsv('x.csv', bytes))).toEqual(['01|Hà Nội', '66|Đắk Lắk'])
    }
  })

  it('keeps 29,999 of 30,000 rows in their order and lists the ragged one', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `${index},${'x'.repeat(index % 50)}`)
    lines[20_480] = '20480,x,y'
    const ingest = readCsv('x.csv', new TextEncoder().encode(`n,text\n${lines.join('\n')}\n`))
    expect(ingest).toMatchObject({ recordsInFile: 30_000, records: 29_999 })
    expect(ingest.held).toEqual([{ line: 20_482, reason: 'field-count', fields: 3, expected: 2, text: '20480,x,y' }])

    const wrong = `SELECT count(*) AS n FROM (SELECT row_number() OVER () - 1 AS record, n FROM ${readCsvSql('x.csv', ingest)})
      WHERE record + CASE WHEN record >= 20480 THEN 1 ELSE 0 END <> CAST(n AS INTEGER)`
    const all = `SELECT count(*) AS n FROM ${readCsvSql('x.csv', ingest)}`
    expect((await ask(ingest, wrong)).columns.n).toEqual([0])
    expect((await ask(ingest, all)).columns.n).toEqual([29_999])
  })

  it('keeps the order of a file of many engine buffers', async () => {
    const note = 'ghi chú dài, có dấu phẩy\nvà xuống dòng '.repeat(5)
    const count = 200_000
    const text = `n,note\n${Array.from({ length: count }, (_, index) => `${index},"${note}${index}"`).join('\r\n')}`
    const ingest = readCsv('x.csv', new TextEncoder().encode(text))
    expect(ingest.bytes.length).toBeGreaterThan(40_000_000)
    const sql = `SELECT count(*) AS n, count(*) FILTER (record <> CAST(n AS INTEGER)) AS moved, count(*) FILTER (right(note, length(n)) <> n) AS torn
      FROM (SELECT row_number() OVER () - 1 AS record, n, note FROM ${readCsvSql('x.csv', ingest)})`
    expect((await ask(ingest, sql)).columns).toEqual({ n: [count], moved: [0], torn: [0] })
  }, 60_000)

  it('reads a cell of three million letters', async () => {
    const ingest = readCsv('x.csv', new TextEncoder().encode(`a,b\n1,"${'x'.repeat(3_000_000)}"\n`))
    expect((await ask(ingest, `SELECT length(b) AS n FROM ${readCsvSql('x.csv', ingest)}`)).columns.n).toEqual([3_000_000])
  })

  it('gives the engine what stands in the cells, whatever that is', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'ệ', '1', ',', ';', '|', "'", '"', '\\', ' ', '\n', '\r', '#'),
      maxLength: 6,
    })
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n', '\r'), async (rows, newline) => {
        const cut = { delimiter: ',', quote: '"' }
        const header = (rows[0] ?? []).map((_, index) => `c${index}`)
        const text = [header, ...rows].map((row) => writeRecord(row, cut)).join(newline)
        const ingest = readCsv('x.csv', new TextEncoder().encode(text))
        const isBlank = (row: string[]) => writeRecord(row, cut).replaceAll(',', '').trim() === ''
        expect(await rowsOf(ingest)).toEqual(rows.filter((row) => !isBlank(row)).map((row) => row.join('|')))
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('cuts raw text as the scan does, or both refuse', async () => {
    const raw = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', ' ', '\n'), maxLength: 24 })
    await fc.assert(
      fc.asyncProperty(raw, async (body) => {
        let ingest: CsvIngest
        try {
          ingest = readCsv('x.csv', new TextEncoder().encode(`c0,c1\n${body}`))
        } catch {
          return
        }
        const scanned: string[] = []
        const text = new TextDecoder().decode(ingest.bytes)
        scanRecords(text, ingest.dialect, (record) => scanned.push(fieldsOf(text, ingest.dialect, record).join('|')))
        expect(await rowsOf(ingest)).toEqual(scanned.slice(1))
        expect(scanned.length - 1).toBe(ingest.records)
      }),
      { numRuns: 500 },
    )
  }, 60_000)
})

async function rowsOf(ingest: CsvIngest): Promise<string[]> {
  const { length, columns } = await ask(ingest, `SELECT * FROM ${readCsvSql('x.csv', ingest)}`)
  expect(Object.keys(columns)).toEqual(ingest.columns)
  const cells: (readonly Cell[])[] = Object.values(columns)
  return Array.from({ length }, (_, row) => cells.map((column) => column[row]).join('|'))
}

function ask(ingest: CsvIngest, sql: string) {
  return database.load({ files: [{ name: 'x.csv', bytes: ingest.bytes }], statements: [sql], undo: '' })
}

function utf16(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2))
  view.setUint16(0, 0xfeff, little)
  for (let index = 0; index < text.length; index++) view.setUint16(2 + index * 2, text.charCodeAt(index), little)
  return new Uint8Array(view.buffer)
}
