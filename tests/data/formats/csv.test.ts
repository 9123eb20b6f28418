import { describe, expect, it } from 'vitest'
import { csv, readCsv } from '../../../src/data/formats/csv.ts'
import { dataFormats, formatOf } from '../../../src/data/formats/index.ts'
import { Failure } from '../../../src/model/failure.ts'
import type { CsvIngest } from '../../../src/model/ingest.ts'

describe('readCsv', () => {
  it('tells all about a plain file and hands it over as it is', () => {
    const text = 'mã,tên\n01,"Hà Nội, thủ đô"\n'
    const ingest = read(text)
    expect(ingest).toMatchObject({
      kind: 'csv',
      fileName: 'f.csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',', quote: '"', newline: '\n' },
      columns: ['mã', 'tên'],
      recordsInFile: 1,
      records: 1,
      held: [],
      shifts: [],
    })
    expect(textOf(ingest)).toBe(text)
  })

  it.each([
    ['a byte order mark', '\uFEFFa,b\n1,2\n', 'a,b\n1,2\n'],
    ['letters that come apart', 'tên,b\nĐắk,2\n'.normalize('NFD'), 'tên,b\nĐắk,2\n'],
    ['CRLF', 'a,b\r\n1,"x\r\ny"\r\n', 'a,b\n1,"x\r\ny"\n'],
    ['CR', 'a,b\r1,2', 'a,b\n1,2\n'],
    ['blank lines', 'a,b\n\n1,2\n', 'a,b\n1,2\n'],
    ['loose quotes', 'a,b\n1, "x,y" \n', 'a,b\n1,"x,y"\n'],
    ['a sep line', 'sep=,\na,b\n1,2\n', 'a,b\n1,2\n'],
    ['rows of delimiters alone', 'a;b\n;\n1;2\n; \n";";\n', 'a;b\n1;2\n";";\n'],
  ])('cleans away %s', (_name, text, cleaned) => {
    expect(textOf(read(text))).toBe(cleaned)
  })

  it('takes out records that do not fit and lists them', () => {
    const ingest = read('a,b\n1,2\n3\n4,5,6\n7,"8" 9\n10,11\n')
    expect(ingest).toMatchObject({ recordsInFile: 5, records: 2 })
    expect(ingest.held).toEqual([
      { line: 3, reason: 'field-count', fields: 1, expected: 2, text: '3' },
      { line: 4, reason: 'field-count', fields: 3, expected: 2, text: '4,5,6' },
      { line: 5, reason: 'text-after-quote', fields: 2, expected: 2, text: '7,"8" 9' },
    ])
    expect(textOf(ingest)).toBe('a,b\n1,2\n10,11\n')
  })

  it('leaves alone columns without a name and without content, as Excel saves them, and no others', () => {
    const ingest = read('a;b;;\n1;2;;\n3;4; ;\n;;;\n')
    expect(ingest).toMatchObject({ columns: ['a', 'b', '#3', '#4'], recordsInFile: 2, records: 2, held: [] })
    expect(() => read('a;b;;\n1;2;;\n3;4;;lạc\n')).toThrow(
      expect.objectContaining({ code: 'package-invalid', detail: { file: 'f.csv', line: 1, names: ['#4'] } }),
    )
  })

  it('knows lines behind rows of delimiters alone', () => {
    const ingest = read('a;b\n;\n1;2\n;\n;\n3;4\n')
    expect([ingest.recordsInFile, linesOf(ingest)]).toEqual([2, [3, 6]])
  })

  it.each([
    ['no blank line', 'a;b\n1;2\n', 0],
    ['empty rows that Excel left', 'a;b\r\n;\r\n1;2\r\n;\r\n; \r\n3\r\n;\r\n', 4],
    ['empty lines', 'a;b\n\n1;2\n   \n3;4\n\n\n', 4],
    ['both, above the headings too', '\n;\na;b\n\n;\n1;2', 4],
    ['empty lines inside a cell, which are none', 'a;b\n1;"x\n\ny"\n;\n', 1],
  ])('counts blank lines, so that every line of the file is told of: %s', (_name, text, blankLines) => {
    const ingest = read(text)
    expect(ingest).toMatchObject({ blankLines, recordsInFile: ingest.records + ingest.held.length })
    const lines = text
      .replace(/\r?\n$/, '')
      .replace('x\n\ny', 'x')
      .split(/\r?\n/).length
    expect(1 + ingest.records + ingest.held.length + ingest.blankLines).toBe(lines)
  })

  it('cuts the text of a held record', () => {
    expect(read(`a,b\n${'x'.repeat(2_000)}\n`).held[0]?.text).toHaveLength(500)
  })

  it('knows the line of every record handed over', () => {
    const text = 'a,b\n1,"x\ny"\n3,\n\nragged\n6,"p\r\n\nq"\n10,\n'
    const ingest = read(text)
    expect(linesOf(ingest)).toEqual([2, 4, 7, 10])
    const file = text.split('\n')
    expect(linesOf(ingest).map((line) => file[line - 1]?.split(',')[0])).toEqual(['1', '3', '6', '10'])
    expect(linesOf(read('sep=,\na,b\n1,2\n3,4\n'))).toEqual([3, 4])
    expect(read('a,b\n1,2\n3,4\n').shifts).toEqual([])
  })

  it('takes a header alone for no records', () => {
    expect(read('a,b\n')).toMatchObject({ columns: ['a', 'b'], recordsInFile: 0, records: 0, held: [] })
  })

  it.each([
    ['', 'file-empty', {}],
    ['\r\n \r\n', 'file-empty', {}],
    ['<!doctype html><form>Đăng nhập</form>', 'file-html', {}],
    ['{"error":"forbidden"}', 'file-json', {}],
    ['a,b\u0000\n', 'file-binary', {}],
    ['PAR1\u0015\u0004', 'file-binary', {}],
    ['"a,b"\n"1,2"\n', 'csv-one-column', {}],
    ['a,b\n1,"2\n3,4\n5,6\n', 'csv-unclosed-quote', { line: 2 }],
    ['a,b,a\n1,2,3\n', 'package-invalid', { names: ['a'], line: 1 }],
    ['a,,c\n1,2,3\n', 'package-invalid', { names: ['#2'], line: 1 }],
  ])('refuses %j with %s', async (text, code, detail) => {
    const failure = await csv.read('f.csv', new TextEncoder().encode(text)).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Failure)
    expect(failure).toMatchObject({ code, detail: { ...detail, file: 'f.csv' } })
  })
})

describe('formatOf', () => {
  it('goes by the content, not by the name', () => {
    expect(formatOf('data.parquet', new TextEncoder().encode('a,b\n1,2\n'))).toBe(csv)
    expect(formatOf('không có đuôi', new TextEncoder().encode('a,b\n'))).toBe(csv)
  })

  it('names the file that no format takes', () => {
    expect(() => formatOf('a.csv', new Uint8Array([0x50, 0x4b, 0x03, 0x04]))).toThrow('file-binary (a.csv)')
    expect(() => formatOf('a.csv', new Uint8Array())).toThrow('file-empty (a.csv)')
  })

  it('knows each format by an id of its own', () => {
    const ids = dataFormats.map((format) => format.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain('csv')
  })
})

function read(text: string): CsvIngest {
  return readCsv('f.csv', new TextEncoder().encode(text))
}

function textOf(ingest: CsvIngest): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(ingest.bytes)
}

function linesOf({ records, shifts }: CsvIngest): number[] {
  return Array.from({ length: records }, (_, record) => {
    const shift = shifts.findLast((candidate) => candidate.record <= record)?.shift ?? 0
    return record + 2 + shift
  })
}
