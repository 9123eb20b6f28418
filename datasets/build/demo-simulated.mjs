import { join } from 'node:path'
import { CALENDAR_START } from './additions.mjs'
import { columnsOf, text } from './field.mjs'
import { SCHEMAS as REPORT_SCHEMAS } from './fields-public-reports.mjs'
import { csvResource, jsonText, manifest } from './manifest.mjs'
import { checkPairs } from './pairs.mjs'
import { RESOURCE_TITLES, withAddedCodes } from './public-reports.mjs'
import { PROVINCES } from './simulated-figures.mjs'
import { LEDGER_COLUMNS, ledger } from './simulated-ledger.mjs'
import { reports } from './simulated-reports.mjs'
import { oldUnitsOf, withoutSmallCounts } from './small-counts.mjs'
import { readTable, tableText } from './table.mjs'

const TITLE = { vi: 'Dữ liệu mô phỏng: 5 tỉnh, 24 tháng', en: 'Simulated data: 5 provinces, 24 months' }
const DESCRIPTION = {
  vi: 'Số liệu do chương trình sinh ra từ một hạt giống cố định, để thử các biểu đồ theo tháng; không phải số liệu thật của địa phương nào.',
  en: 'Figures made by a program from a fixed seed, to try charts over months; they are not real figures of any province.',
}
const PUBLISHER = 'Dữ liệu mô phỏng'
const INDICATORS = ['tips_received', 'models_maintained', 'surrendered_items', 'charity_donations']
/** A month's one or two guns say something of single people. */
const SMALL_COUNTS_BELOW = 3
/** Rules that the shared table does not have, because no published report splits the indicator so. */
const ADDED_BREAKDOWNS = [{ indicator_code: 'models_maintained', breakdown_key: 'field', rule: 'additive' }]
/** Keys of codes that belong to the model itself: kept whole. Of all others the package has those that it uses. */
const MODEL_KEYS = [
  ...['unit_level', 'level_relation', 'period_basis', 'qualifier', 'magnitude', 'status'],
  ...['aggregation', 'breakdown_rule', 'direction'],
]

/** A report of several provinces names none. */
const SCHEMAS = {
  ...REPORT_SCHEMAS,
  sources: {
    ...REPORT_SCHEMAS.sources,
    fields: REPORT_SCHEMAS.sources.fields.map((field) =>
      field.name === 'province_vi' ? text(field.name, 'The province it reports on; empty where it reports on several') : field,
    ),
  },
}

/**
 * The files of `demo-simulated`, by name: the same form, labels and definitions as the published reports, with numbers from a
 * seed. `ledger.csv` is no part of the package: the sums of what is published, taken while it was written, for the tests.
 */
export function buildDemoSimulated(checkedFolder) {
  const shared = (name) => readTable(join(checkedFolder, 'reports', `${name}.csv`))
  const names = new Map(
    readTable(join(checkedFolder, 'reference', 'provinces_63.csv')).map(({ code, name_vi }) => [code, name_vi]),
  )
  const codes = withAddedCodes(shared('codes'))
  const indicators = INDICATORS.map((code) => shared('indicators').find((row) => row.indicator_code === code))
  const made = reports()
  const unitOf = ({ indicator, key, value }) =>
    codes.find((code) => code.key === key && code.value === value)?.unit ||
    indicators.find((row) => row.indicator_code === indicator).unit
  const all = made.map((report) => observation(report, names.get(report.province.code), unitOf(report.cell)))
  const used = (row) => all.some((one) => one.indicator_code === row.indicator_code && one.breakdown_key === row.breakdown_key)
  const breakdowns = [...shared('breakdowns'), ...ADDED_BREAKDOWNS].filter(used)
  const oldUnits = oldUnitsOf(readTable(join(checkedFolder, 'reference', 'provinces_34.csv')))
  const observations = withoutSmallCounts(all, { indicators, breakdowns, oldUnits, threshold: SMALL_COUNTS_BELOW })
  const sources = ['2023', '2024'].map(source)
  const tables = { observations, indicators, breakdowns, codes: usedCodes(codes, observations, indicators), sources }

  const files = new Map()
  const resources = []
  for (const [name, rows] of Object.entries(tables)) {
    const content = tableText(columnsOf(SCHEMAS[name]), checkPairs(name, rows))
    files.set(`${name}.csv`, content)
    resources.push(csvResource({ name, title: RESOURCE_TITLES[name], text: content, schema: SCHEMAS[name] }))
  }
  const descriptor = manifest({
    name: 'demo-simulated',
    title: TITLE.vi,
    description: DESCRIPTION.vi,
    version: '1.0.0',
    licenses: [{ name: 'MIT', title: 'MIT License', path: 'https://opensource.org/license/mit' }],
    sources: sources.map(({ source_id, title_vi }) => ({ title: `${source_id}. ${PUBLISHER}: ${title_vi}` })),
    resources,
    own: {
      id: 'demo-simulated',
      title: TITLE,
      description: DESCRIPTION,
      simulated: true,
      reporters: PROVINCES.map(({ code }) => `63:${code}`),
      territorySets: ['63'],
      sourceOrder: sources.map(({ source_id }) => source_id),
      defaultView: { units: '63', time: '2024' },
      smallCountThreshold: SMALL_COUNTS_BELOW,
    },
  })
  const published = made.map((report, at) => (observations[at].status === 'suppressed' ? { ...report, number: null } : report))
  files.set('ledger.csv', tableText(LEDGER_COLUMNS, ledger(published)))
  return new Map([['datapackage.json', jsonText(descriptor)], ...files])
}

function observation(report, province_vi, unit) {
  const { province, period, cell, number, row } = report
  const [year, part] = period.split('-')
  const { start, end } = daysOf(year, part)
  const isStock = cell.indicator === 'models_maintained'
  return {
    observation_id: ['MP', province.code, period, String(row).padStart(2, '0'), report.revision > 1 ? `r${report.revision}` : '']
      .filter(Boolean)
      .join('-'),
    source_id: `MP${year}`,
    revision: String(report.revision),
    territory_set: '63',
    province_code: province.code,
    province_vi,
    unit_level: 'tinh',
    unit_name: `${province.unit} (mô phỏng)`,
    scope_vi: '',
    scope_en: '',
    level_relation: '',
    // A stock is of a day.
    period_start: isStock ? '' : start,
    period_end: end,
    period_basis: 'stated',
    duration_stated: '',
    period_note_vi: '',
    period_note_en: '',
    indicator_code: cell.indicator,
    breakdown_key: cell.key,
    breakdown_value: cell.value,
    value: number === null ? '' : String(number),
    unit,
    status: report.status,
    qualifier: report.qualifier,
    qualifier_word: report.word,
    magnitude: report.magnitude,
    printed: report.printed,
    locator: locator(report, part),
    verify_vi: report.verify.vi,
    verify_en: report.verify.en,
    note_vi: report.note.vi,
    note_en: report.note.en,
  }
}

/** `06` or `H1` of a year as days, both counted. */
function daysOf(year, part) {
  const [first, last] = part === 'H1' ? ['01', '06'] : [part, part]
  const days = new Date(Date.UTC(Number(year), Number(last), 0)).getUTCDate()
  return { start: `${year}-${first}-01`, end: `${year}-${last}-${days}` }
}

/** Each month has its table with the provinces one under the other, the half-year one behind them. */
function locator({ province, row }, part) {
  if (part === 'H1') return `bảng 13, dòng ${row}`
  return `bảng ${Number(part)}, dòng ${PROVINCES.indexOf(province) * ROWS_OF_A_PROVINCE + row}`
}

const ROWS_OF_A_PROVINCE = 14

function source(year) {
  return {
    source_id: `MP${year}`,
    province_vi: '',
    publisher: PUBLISHER,
    title_vi: `Báo cáo mô phỏng năm ${year}`,
    published_date: '',
    author: '',
    url: '',
    report_year: year,
    period_label_vi: `từng tháng của năm ${year}`,
    period_label_en: `each month of ${year}`,
    report_type_vi: 'báo cáo mô phỏng',
    report_type_en: 'simulated report',
    report_year_basis_vi: 'năm mô phỏng',
    report_year_basis_en: 'simulated year',
    calendar_start: CALENDAR_START,
  }
}

/** The codes of the model, and of the others those that stand in a table, with the ones they are listed under. */
function usedCodes(codes, observations, indicators) {
  const wanted = new Set([
    ...indicators.flatMap(({ domain, unit }) => [`domain:${domain}`, `unit:${unit}`]),
    ...observations.flatMap((row) => [
      `unit:${row.unit}`,
      `breakdown_key:${row.breakdown_key}`,
      `${row.breakdown_key}:${row.breakdown_value}`,
    ]),
  ])
  // Units and parents that only codes name; parents may have parents.
  for (let before = -1; before < wanted.size; ) {
    before = wanted.size
    for (const { key, value, unit, parent } of codes) {
      if (!wanted.has(`${key}:${value}`)) continue
      if (unit) wanted.add(`unit:${unit}`)
      if (parent) wanted.add(`${key}:${parent}`)
    }
  }
  return codes.filter(({ key, value }) => MODEL_KEYS.includes(key) || wanted.has(`${key}:${value}`))
}
