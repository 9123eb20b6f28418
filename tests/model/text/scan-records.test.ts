import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { type Cut, fieldsOf, type RecordSpan, scanRecords, writeRecord } from '../../../src/model/text/scan-records.ts'

const comma: Cut = { delimiter: ',', quote: '"' }

describe('scanRecords', () => {
  it('gives the lines on which records begin, quoted line breaks counted', () => {
    const { records } = scan('a,b\n1,"x\ny"\n\n2,"p\r\nq\rr"\n3,z')
    expect(records.map((record) => record.line)).toEqual([1, 2, 5, 8])
    expect(records.map((record) => record.values)).toEqual([
      ['a', 'b'],
      ['1', 'x\ny'],
      ['2', 'p\r\nq\rr'],
      ['3', 'z'],
    ])
  })

  it.each([
    ['\n', { lf: 2, crlf: 0, cr: 0 }],
    ['\r\n', { lf: 0, crlf: 2, cr: 0 }],
    ['\r', { lf: 0, crlf: 0, cr: 2 }],
  ])('knows the line break %j', (newline, breaks) => {
    const { records, summary } = scan(['a,b', '1,2', '3,4'].join(newline))
    expect(records.map((record) => record.values.join())).toEqual(['a,b', '1,2', '3,4'])
    expect(summary.breaks).toEqual(breaks)
  })

  it('reads mixed line breaks', () => {
    const { records, summary } = scan('a\r\nb\rc\nd')
    expect(records.map((record) => [record.line, ...record.values])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
    ])
    expect(summary.breaks).toEqual({ lf: 1, crlf: 1, cr: 1 })
  })

  it('counts blank lines and keeps a quoted empty cell', () => {
    const { records, summary } = scan('a\n\n  \n""\n\n')
    expect(records.map((record) => record.values)).toEqual([['a'], ['']])
    expect(summary).toMatchObject({ records: 2, blankLines: 3 })
  })

  it('counts an empty last cell without a line break behind it', () => {
    expect(scan('a,b\n1,').records.map((record) => record.fields)).toEqual([2, 2])
    expect(scan(',\n,').records.map((record) => record.values)).toEqual([
      ['', ''],
      ['', ''],
    ])
  })

  it('takes a quote within a cell for a letter', () => {
    expect(scan('5" ống,a"b"').records[0]?.values).toEqual(['5" ống', 'a"b"'])
  })

  it('marks spaces around quotes and text behind them', () => {
    const { records } = scan('1, "a,b" \n2,"x" y\n3,"z"')
    expect(records.map(({ fields, loose, textAfterQuote }) => [fields, loose, textAfterQuote])).toEqual([
      [2, true, false],
      [2, true, true],
      [2, false, false],
    ])
    expect(records[0]?.values).toEqual(['1', 'a,b'])
  })

  it('names the line of a quote that nothing closes', () => {
    expect(scan('a,b\n1,"2\n3,4\n').summary.unclosedQuoteLine).toBe(2)
    expect(scan('a,b\n1,"2\n3,4\n5,"6"\n').summary.unclosedQuoteLine).toBe(2)
    expect(scan('a,b\n1,"2""\n3,4\n').summary.unclosedQuoteLine).toBe(2)
    expect(scan('a,b\n1,"x\ny"\n3,"4').summary.unclosedQuoteLine).toBe(4)
  })

  it('starts where it is told to', () => {
    const lines: number[] = []
    const text = 'sep=;\na;b\n1;2'
    scanRecords(text, { delimiter: ';', quote: '"' }, (record) => lines.push(record.line), 6, 2)
    expect(lines).toEqual([2, 3])
  })

  it('cuts as Papa Parse does, whatever stands in the cells', () => {
    fc.assert(
      fc.property(table(), fc.constantFrom('\n', '\r\n'), fc.constantFrom(',', ';', '\t', '|'), (rows, newline, delimiter) => {
        const text = Papa.unparse(rows, { newline, delimiter, quotes: true })
        const oracle = Papa.parse<string[]>(text, { newline, delimiter }).data
        expect(scan(text, { delimiter, quote: '"' }).records.map((record) => record.values)).toEqual(oracle)
      }),
    )
  })

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(table(), (rows) => {
        const text = rows.map((row) => writeRecord(row, comma)).join('\n')
        const { records } = scan(text)
        // A line of spaces alone is written in quotes, so nothing is lost as blank.
        expect(records.map((record) => record.values)).toEqual(rows)
        expect(records.some((record) => record.loose || record.textAfterQuote)).toBe(false)
      }),
    )
  })
})

function scan(text: string, cut: Cut = comma) {
  const spans: RecordSpan[] = []
  const summary = scanRecords(text, cut, (record) => spans.push(record))
  return { summary, records: spans.map((span) => ({ ...span, values: fieldsOf(text, cut, span) })) }
}

function table() {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ệ', '1', ',', ';', '\t', '|', '"', ' ', '\n', '\r'), maxLength: 6 })
  return fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }))
}
