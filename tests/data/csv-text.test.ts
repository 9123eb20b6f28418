import { describe, expect, it } from 'vitest'
import { parseCsvRecords, sniffCut } from '../../src/data/csv-text.ts'

describe('sniffCut', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3,5\n', ';'],
    ['a;b\n1,5;"x, y, z"\n2,5;u\n', ';'],
    ['a\tb\n1,5\t2;3\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['Tỉnh;Số vụ, số người;Ghi chú\nNam Định;8;một, hai\nHà Nam;9;\n', ';'],
    ['"một, hai";b\n1;2\n', ';'],
    ['a,b\n"x;y;z",1\n"p;q;r",2\n', ','],
    ['a,b', ','],
    ['a;b\n1;2;3\n1;2\n1;2\n', ';'],
  ])('%j is cut at %j', (text, delimiter) => {
    expect(sniffCut(text)).toMatchObject({ delimiter, headerAt: 0, headerLine: 1 })
  })

  it.each(['sep=;\n', 'sep=;\r\n', '"sep=;"\n', 'SEP=;\r'])('obeys %j', (line) => {
    expect(sniffCut(`${line}a,b;c\n1,2;3\n`)).toMatchObject({ delimiter: ';', headerAt: line.length, headerLine: 2 })
  })

  it.each(['"a,b,c"\n"1,2,3"\n', '"a;b"\n"1;2"\n"3;4"\n', '"Tỉnh\tSố"\n'])('refuses %j as one column', (text) => {
    expect(() => sniffCut(text, 'a.csv')).toThrow('csv-one-column (a.csv)')
  })

  it('takes a file that is one column', () => {
    expect(sniffCut('ghi chú\nmột, hai; ba\n')).toMatchObject({ delimiter: '\t' })
  })
})

describe('parseCsvRecords', () => {
  it('reads a table with the lines of its rows', () => {
    expect(parseCsvRecords('code,label\r\ntips,"tin báo,\r\ntố giác"\r\n\r\nmodels,"mô hình ""điểm"""\r\n')).toEqual({
      header: ['code', 'label'],
      rows: [
        ['tips', 'tin báo,\r\ntố giác'],
        ['models', 'mô hình "điểm"'],
      ],
      lines: [2, 5],
    })
  })

  it('keeps columns called like properties of objects', () => {
    expect(parseCsvRecords('__proto__,constructor\n1,2\n')).toMatchObject({
      header: ['__proto__', 'constructor'],
      rows: [['1', '2']],
    })
  })

  it('reads a header alone', () => {
    expect(parseCsvRecords('a,b\n')).toEqual({ header: ['a', 'b'], rows: [], lines: [] })
  })

  it.each([
    ['a,b\n1,2\n3\n', { code: 'package-invalid', detail: { file: 'f.csv', line: 3, expected: 2, found: 1 } }],
    ['a,b\n1,"2" x\n', { code: 'package-invalid', detail: { line: 2 } }],
    ['a,b,A,\n', { code: 'package-invalid', detail: { line: 1, names: ['A', '#4'] } }],
    ['a,b\n1,"2\n', { code: 'csv-unclosed-quote', detail: { line: 2 } }],
    ['\n\n', { code: 'file-empty', detail: { file: 'f.csv' } }],
  ])('refuses %j', (text, expected) => {
    expect(() => parseCsvRecords(text, 'f.csv')).toThrow(
      expect.objectContaining({ ...expected, detail: expect.objectContaining(expected.detail) }),
    )
  })
})
