import { join, resolve } from 'node:path'
import Papa from 'papaparse'
import { runnerImport } from 'vite'
import { readTable } from './table.mjs'

const ROOT = resolve(import.meta.dirname, '../..')
/** What a row cannot do without stands first; nobody fills in English remarks. */
const FIRST = [
  ...['territory_set', 'province_code', 'indicator_code', 'breakdown_key', 'breakdown_value', 'period_start', 'period_end'],
  ...['value', 'unit', 'qualifier', 'unit_level', 'unit_name', 'scope_vi', 'printed', 'source_id', 'locator', 'note_vi'],
]
/** Columns of the form that take a code, and the key of that code. */
const CODED = {
  ...{ unit_level: 'unit_level', level_relation: 'level_relation', period_basis: 'period_basis', qualifier: 'qualifier' },
  ...{ status: 'status', magnitude: 'magnitude', unit: 'unit' },
}

/** The form to fill in by hand, with Vietnamese headings, and every code that its columns take; as Excel under Vietnamese settings reads them. */
export async function buildTemplates({ codes, indicators, breakdowns, checkedFolder }) {
  const { module } = await runnerImport(join(ROOT, 'src/query/resolve/observation-columns.ts'), { root: ROOT, configFile: false })
  const columns = module.OBSERVATION_COLUMNS.filter(({ name }) => !name.endsWith('_en'))
  const rank = ({ name }) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length)
  const headings = [...columns].sort((a, b) => rank(a) - rank(b)).map(({ vi }) => vi)
  const heading = (name) => columns.find((column) => column.name === name).vi
  const codeRows = Object.entries(CODED).flatMap(([column, key]) =>
    codes.filter((code) => code.key === key).map((code) => [heading(column), code.value, code.label_vi, '']),
  )
  const indicatorRows = indicators.map((row) => [heading('indicator_code'), row.indicator_code, row.label_vi, row.definition_vi])
  const partRows = breakdowns.flatMap(({ indicator_code, breakdown_key }) => [
    [
      heading('breakdown_key'),
      breakdown_key,
      labelOf(codes, 'breakdown_key', breakdown_key),
      `dùng cho chỉ tiêu ${indicator_code}`,
    ],
  ])
  const valueRows = codes
    .filter(({ key }) => breakdowns.some(({ breakdown_key }) => breakdown_key === key))
    .map((code) => [
      heading('breakdown_value'),
      code.value,
      code.label_vi,
      `dùng khi “${heading('breakdown_key')}” là ${code.key}`,
    ])
  const places = ['63', '34'].flatMap((set) =>
    readTable(join(checkedFolder, 'reference', `provinces_${set}.csv`)).map(({ code, name_vi }) => [
      ...[heading('province_code'), code, name_vi, `dùng khi “${heading('territory_set')}” là ${set}`],
    ]),
  )
  const sets = [
    [heading('territory_set'), '63', '63 tỉnh, thành phố đến hết ngày 30/6/2025', ''],
    [heading('territory_set'), '34', '34 tỉnh, thành phố từ ngày 01/7/2025', ''],
  ]
  const days = ['period_start', 'period_end'].map((name) => [heading(name), '', '', 'viết 2024-12-31 hoặc 31/12/2024'])
  const value = [heading('value'), '', '', 'viết liền chữ số, không dấu phân cách hàng nghìn; phần thập phân sau dấu chấm']
  return new Map([
    ['mau-so-lieu.csv', excelText([headings])],
    [
      'bang-ma.csv',
      excelText([
        ['Cột trong mẫu', 'Mã', 'Tên', 'Ghi chú'],
        ...sets,
        ...places,
        ...indicatorRows,
        ...partRows,
        ...valueRows,
        ...days,
        value,
        ...codeRows,
      ]),
    ],
  ])
}

function labelOf(codes, key, value) {
  return codes.find((code) => code.key === key && code.value === value)?.label_vi ?? ''
}

/** The comma is the decimal sign there, so cells are parted by semicolons; without the mark at its start Excel misreads the letters. */
function excelText(rows) {
  return `\uFEFF${Papa.unparse(rows, { delimiter: ';', newline: '\r\n' })}\r\n`.normalize('NFC')
}
