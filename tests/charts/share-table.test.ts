import { describe, expect, test } from 'vitest'
import type { ExportLabel } from '../../src/charts/share/export-label.ts'
import { plainNumber, safeText } from '../../src/charts/share/table-cells.ts'
import { tableCopy } from '../../src/charts/share/table-copy.ts'
import { tableCsv } from '../../src/charts/share/table-csv.ts'
import type { TableModel, TableRow } from '../../src/charts/table/table-row.ts'
import { parseCsvRecords } from '../../src/data/csv-text.ts'
import { wordsOf } from '../../src/locale/words.ts'
import { figureOf } from '../support/small-dataset.ts'

const words = wordsOf('vi')
const label: ExportLabel = {
  title: 'Nguồn tin – Biểu đồ điểm',
  filters: ['Kỳ: Năm 2024'],
  countedBy: '63 tỉnh, thành phố (trước 01/7/2025)',
  coverage: 'Đã có số liệu: 2/5 địa phương',
  sources: ['Báo A (đăng ngày 10/01/2025)'],
  day: '31/12/2024',
  madeOn: '22/11/2026',
  link: 'https://atlas.example/?d=small&v=1',
  classification: 'Lưu hành nội bộ',
  simulated: true,
}
const figure = figureOf('tips', '36', { value: 8968 })
const percent = figureOf('tips', '36', { value: 4.0567, unit: 'percent' })
const bounded = { ...percent, low: true }
const row = (change: Partial<TableRow>): TableRow => ({
  ...{ id: 'a', place: 'Nam Định', indicator: 'Nguồn tin', kind: '', number: '8.968', unit: 'nguồn tin', time: 'năm 2024' },
  ...{ scope: 'toàn địa phương', state: 'có số', value: 8968, figure, base: '', change: '', percent: '', cells: {} },
  ...change,
})
const columns: TableModel['columns'] = [
  { id: 'place', label: 'Địa phương', numeric: false },
  { id: 'number', label: 'Số liệu', numeric: true },
  { id: 'percent', label: 'Tăng, giảm (%)', numeric: true },
  { id: 'state', label: 'Tình trạng', numeric: false },
]
const table: TableModel = {
  columns,
  rows: [
    row({ percent: '+4,1%', cells: { percent: { value: 4.0567, figure: percent } } }),
    row({ place: '=cmd|calc', percent: 'tăng ít nhất 4%', cells: { percent: { value: 4, figure: bounded } } }),
    row({ place: 'A; "B"', number: '…', value: null, figure: null, state: 'nguồn không nêu' }),
  ],
}

describe('a table as CSV', () => {
  const csv = tableCsv(table, label, words, 'vi')
  const lines = csv.slice(1).split('\r\n')

  test('begins with the mark by which Excel knows UTF-8, then the header', () => {
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    expect(lines[0]).toBe('Địa phương;Số liệu;Số (để tính);Tăng, giảm (%);Tình trạng;Mã tình trạng;Mô phỏng')
  })

  test('has numbers to compute with, and words where a number is only a bound', () => {
    expect(lines[1]).toBe('Nam Định;8.968;8968;4,06;có số;value;mô phỏng')
    expect(lines[2]).toBe("'=cmd|calc;8.968;8968;tăng ít nhất 4%;có số;value;mô phỏng")
  })

  test('quotes what it has to, and leaves a missing number empty', () => {
    expect(lines[3]).toBe('"A; ""B""";…;;;nguồn không nêu;;mô phỏng')
  })

  test('says below what it is', () => {
    const below = lines.slice(lines.indexOf('') + 1).join('\n')
    for (const said of [label.classification, words.chrome.simulated, label.title, 'Kỳ: Năm 2024', label.countedBy]) {
      expect(below).toContain(said)
    }
    for (const said of [label.coverage, label.sources, label.day, label.madeOn, label.link]) expect(below).toContain(said)
  })

  test('is read again by the page, its rows being cut as they were', () => {
    const { header, rows } = parseCsvRecords(`${lines.slice(0, 4).join('\r\n')}\r\n`)
    expect(header).toHaveLength(7)
    expect(rows[2]?.[0]).toBe('A; "B"')
  })

  test('in English has commas, points, and no column for figures that are real', () => {
    const english = tableCsv({ columns, rows: table.rows.slice(0, 1) }, { ...label, simulated: false }, wordsOf('en'), 'en')
    expect(english.split('\r\n')[1]).toBe('Nam Định,8.968,8968,4.06,có số,value')
    expect(english).not.toContain('imulated')
  })
})

test('a table for the clipboard is text with tabs, and HTML in which nothing is markup', () => {
  const { text, html } = tableCopy({ columns, rows: [row({ place: '<b>x</b>\ty' })] }, label, words, 'vi')
  expect(text).toContain('<b>x</b> y\t8.968\t8968')
  expect(html).toContain('<td>&lt;b&gt;x&lt;/b&gt;\ty</td><td>8.968</td><td>8968</td>')
  for (const one of [text, html]) {
    expect(one).toContain(words.chrome.simulated)
    expect(one).toContain('Số liệu đến ngày 31/12/2024.')
  }
})

test.each([
  [8968, '8968', '8968'],
  [5_284_000_000, '5284000000', '5284000000'],
  [0.1 + 0.2, '0,3', '0.3'],
  [-12.5, '-12,5', '-12.5'],
  [1e-7, '0,0000001', '0.0000001'],
  [0, '0', '0'],
])('%d is written %s or %s', (value, vi, en) => {
  expect(plainNumber(value, 'vi')).toBe(vi)
  expect(plainNumber(value, 'en')).toBe(en)
})

test.each(['=1+1', '+84', '-5', '@x', '\tx'])('%j does not become a formula', (text) => {
  expect(safeText(text)).toBe(`'${text}`)
})
