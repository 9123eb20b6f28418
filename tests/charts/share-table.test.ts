import { describe, expect, test } from 'vitest'
import type { ExportLabel } from '../../src/charts/share/export-label.ts'
import { plainNumber, safeText, type TableRoom } from '../../src/charts/share/table-cells.ts'
import { tableCopy } from '../../src/charts/share/table-copy.ts'
import { tableCsv } from '../../src/charts/share/table-csv.ts'
import type { TableModel, TableRow } from '../../src/charts/table/table-row.ts'
import { parseCsvRecords } from '../../src/data/csv-text.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Figure } from '../../src/model/figure.ts'
import { figureOf, smallDataset } from '../support/small-dataset.ts'

const words = wordsOf('vi')
const room: TableRoom = { words, language: 'vi', dataset: smallDataset }
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
const bounded: Figure = { ...percent, value: 4, low: true, computed: { how: 'percent_change', against: 'prev', of: [] } }
const atLeast: Figure = { ...figure, value: 2127, low: true, word: 'hơn' }
const row = (change: Partial<TableRow>): TableRow => ({
  ...{ id: 'a', place: 'Nam Định', indicator: 'Nguồn tin', kind: '', number: '8.968', unit: 'nguồn tin', time: 'năm 2024' },
  ...{
    scope: 'toàn địa phương',
    state: 'có số',
    stateCode: 'value',
    value: 8968,
    figure,
    base: '',
    change: '',
    percent: '',
    cells: {},
  },
  ...change,
})
const SOURCE = 'Báo A (đăng ngày 10/01/2025)'
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
    row({ place: 'A; "B"', number: '…', value: null, figure: null, state: 'nguồn không nêu', stateCode: 'not_mentioned' }),
    row({ place: 'Trà Vinh', number: 'hơn 2.127', value: 2127, figure: atLeast, percent: 'kỳ trước bằng 0' }),
  ],
}

describe('a table as CSV', () => {
  const csv = tableCsv(table, label, room)
  const lines = csv.slice(1).split('\r\n')

  test('begins with the mark by which Excel knows UTF-8, then the header', () => {
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    expect(lines[0]).toBe(
      [
        ...['Địa phương', 'Số liệu', 'Số (để tính)', 'Mức chính xác (trên, không quá, khoảng)'],
        ...['Tăng, giảm (%)', 'Tăng, giảm (%): mức chính xác', 'Tình trạng', 'Vì sao không so', 'Nguồn'],
        ...['Mã tình trạng', 'Mã đơn vị', 'Mã mức chính xác', 'Tăng, giảm (%): mã mức chính xác', 'Mô phỏng'],
      ].join(';'),
    )
  })

  test('has numbers to compute with, and beside them what bounds them', () => {
    expect(lines[1]).toBe(`Nam Định;8.968;8968;;4,0567;;có số;;${SOURCE};value;tip;exact;exact;mô phỏng`)
    expect(lines[2]).toBe(`'=cmd|calc;8.968;8968;;4;tăng ít nhất 4%;có số;;${SOURCE};value;tip;exact;at_least;mô phỏng`)
  })

  test('keeps words out of a column of numbers', () => {
    expect(lines[4]).toBe(`Trà Vinh;hơn 2.127;2127;hơn;;;có số;kỳ trước bằng 0;${SOURCE};value;tip;at_least;;mô phỏng`)
  })

  test('quotes what it has to, and leaves a missing number empty', () => {
    expect(lines[3]).toBe('"A; ""B""";…;;;;;nguồn không nêu;;;not_mentioned;;;;mô phỏng')
  })

  test('says below what it is', () => {
    const below = lines.slice(lines.indexOf('') + 1).join('\n')
    for (const said of [label.classification, words.chrome.simulated, label.title, 'Kỳ: Năm 2024', label.countedBy]) {
      expect(below).toContain(said)
    }
    for (const said of [label.coverage, label.sources, label.day, label.madeOn, label.link]) expect(below).toContain(said)
  })

  test('is read again by the page, its rows being cut as they were', () => {
    const { header, rows } = parseCsvRecords(`${lines.slice(0, 5).join('\r\n')}\r\n`)
    expect(header).toHaveLength(14)
    expect(rows[2]?.[0]).toBe('A; "B"')
  })

  test('in English has commas, points, and no column for figures that are real', () => {
    const english = tableCsv(
      { columns, rows: table.rows.slice(0, 1) },
      { ...label, simulated: false },
      { ...room, words: wordsOf('en'), language: 'en' },
    )
    expect(english.split('\r\n')[1]).toBe(
      'Nam Định,8.968,8968,,4.0567,,có số,,Báo A (published 10 January 2025),value,tip,exact,exact',
    )
    expect(english).not.toContain('imulated')
  })
})

test('a table for the clipboard is text with tabs, and HTML in which nothing is markup', () => {
  const { text, html } = tableCopy({ columns, rows: [row({ place: '<b>x</b>\ty' })] }, label, room)
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
  [1_234_567_890_123, '1234567890123', '1234567890123'],
  [100 / 3, '33,3333333333333', '33.3333333333333'],
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
