import { CELLS, MONTHS, numberKey, PROVINCES, simulate } from './simulated-figures.mjs'

/**
 * What is reported of the simulated numbers: nearly all of them as they are, and one of each thing that makes real reports hard.
 * A report has `period` (`2024-06`, `2024-H1`), `cell`, `number` (null in words), `status`, `qualifier`, `word`, `magnitude`,
 * `revision`, `printed`, `verify` and `note` (each vi and en), and `row`, its place in its table.
 */
export function reports() {
  return PROVINCES.flatMap((province) => {
    const numbers = simulate(province)
    const months = MONTHS.filter((month) => !GAPS.includes(`${province.code} ${month}`)).flatMap((month) =>
      CELLS.flatMap((cell, at) => monthly(province, month, cell, numbers.get(numberKey(month, cell)), at + 1)),
    )
    return [...months, ...(province.code === HALF_YEAR.province ? [halfYear(province, months)] : [])]
  })
}

/** Months of which a province reports nothing. June between them stands alone. */
const GAPS = ['66 2024-05', '66 2024-07']
/** A month in which nothing at all was handed in: reported as zero. */
const ZERO = '92 2024-02'
const PROVISIONAL = '22 2024-12'
const IN_WORDS = { place: '92 2023-08', indicator: 'tips_received', key: '', magnitude: 100, words: 'hàng trăm tin' }
/** Money of which the report says only "more than". */
const AT_LEAST = [
  { place: '01 2023-01', value: 'benefactors', word: 'trên' },
  { place: '01 2023-12', value: 'benefactors', word: 'trên' },
  { place: '01 2024-01', value: 'benefactors', word: 'trên' },
  { place: '01 2024-07', value: 'benefactors', word: 'hơn' },
  { place: '48 2024-01', value: 'benefactors', word: 'hơn' },
  { place: '48 2024-07', value: 'officers', word: 'trên' },
  { place: '92 2023-12', value: 'benefactors', word: 'hơn' },
]
const REVISED = { place: '48 2024-03', indicator: 'tips_received', key: '', more: 18 }
const SUSPECT = { place: '22 2023-11', value: 'explosive' }
/** The half-year as printed has some tips more than its months. */
const HALF_YEAR = { province: '01', more: 9 }

const NO_WORDS = { vi: '', en: '' }

function monthly(province, month, cell, simulated, row) {
  const place = `${province.code} ${month}`
  const plain = {
    ...{ province, period: month, cell, number: simulated, revision: 1, status: 'reported', qualifier: 'exact', word: '' },
    ...{ magnitude: '', verify: NO_WORDS, note: NO_WORDS, row },
  }
  const marked = [zero, provisional, atLeast, suspect, inWords].reduce((report, mark) => mark(report, place), plain)
  return revised(marked, place).map((report) => ({ ...report, printed: report.printed ?? print(report) }))
}

function zero(report, place) {
  return place === ZERO && report.cell.indicator === 'surrendered_items' ? { ...report, number: 0 } : report
}

function provisional(report, place) {
  if (place !== PROVISIONAL) return report
  const note = { vi: 'Số sơ bộ của tháng cuối năm.', en: 'Provisional figure of the last month of the year.' }
  return { ...report, status: 'provisional', note }
}

/** The number is cut to what the words say: tenths of a billion, tens of millions. */
function atLeast(report, place) {
  const found = AT_LEAST.find((one) => one.place === place && one.value === report.cell.value)
  if (!found) return report
  const step = report.number >= BILLION ? BILLION / 10 : 10 * MILLION
  const note = { vi: 'Chỉ ghi mức dưới.', en: 'Only a lower bound is given.' }
  return { ...report, number: Math.floor(report.number / step) * step, qualifier: 'at_least', word: found.word, note }
}

function suspect(report, place) {
  if (place !== SUSPECT.place || report.cell.value !== SUSPECT.value) return report
  const verify = {
    vi: 'Gấp khoảng mười lần các tháng khác; có thể thừa một chữ số 0.',
    en: 'About ten times the other months; possibly one zero too many.',
  }
  return { ...report, number: report.number * 10, verify }
}

function inWords(report, place) {
  const { indicator, key } = report.cell
  if (place !== IN_WORDS.place || indicator !== IN_WORDS.indicator || key !== IN_WORDS.key) return report
  const note = { vi: 'Chỉ nêu bằng chữ, không có số.', en: 'Words only, no number.' }
  const magnitude = String(IN_WORDS.magnitude)
  return { ...report, number: null, qualifier: 'unquantified', magnitude, printed: IN_WORDS.words, note }
}

/** The first version and its correction, or the report alone. */
function revised(report, place) {
  const { indicator, key } = report.cell
  if (place !== REVISED.place || indicator !== REVISED.indicator || key !== REVISED.key) return [report]
  const before = report.number + REVISED.more
  const note = { vi: `Đính chính số ${before} đã in trước đó.`, en: `Corrects the ${before} printed before.` }
  return [
    { ...report, number: before },
    { ...report, revision: 2, note },
  ]
}

/** A cumulative row beside its six months. */
function halfYear(province, months) {
  const cell = CELLS[0]
  const inside = months.filter((report) => report.cell === cell && report.period >= '2024-01' && report.period <= '2024-06')
  const sum = inside.reduce((all, report) => all + report.number, 0)
  const report = { ...inside[0], province, period: '2024-H1', number: sum + HALF_YEAR.more, row: 1 }
  const note = {
    vi: 'Số lũy kế in sẵn, lệch với cộng sáu tháng.',
    en: 'Cumulative figure as printed; differs from the sum of its six months.',
  }
  return { ...report, printed: print(report), note }
}

const MILLION = 1_000_000
const BILLION = 1_000 * MILLION

const NOUNS = {
  valuable: 'tin có giá trị',
  gun: 'khẩu súng',
  ammunition_round: 'viên đạn',
  crude_weapon: 'vũ khí thô sơ',
  explosive: 'gam thuốc nổ',
  support_tool: 'công cụ hỗ trợ',
}

/** The figure as a report prints it: `312 tin`, `trên 1,2 tỷ đồng`. */
function print({ cell, number, word }) {
  if (cell.indicator === 'charity_donations') return [word, money(number)].filter(Boolean).join(' ')
  const noun = NOUNS[cell.value] ?? (cell.indicator === 'tips_received' ? 'tin' : 'mô hình')
  return `${digits(number)} ${noun}`
}

function money(number) {
  if (number < BILLION) return `${digits(number / MILLION)} triệu đồng`
  const decimals = String((number % BILLION) / MILLION)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return `${digits(Math.floor(number / BILLION))}${decimals && ','}${decimals} tỷ đồng`
}

function digits(number) {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, '.')
}
