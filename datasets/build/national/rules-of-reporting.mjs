import { FIRST_OF_34, MONTHS, monthIndex, STRADDLING, yearStart } from './calendar.mjs'
import { CELLS } from './cells.mjs'

/** Days after the end of a period by which its figure is owed. */
const DUE_DAYS = { month: 10, quarter: 15, half: 15, first_half: 15, nine_months: 15, year: 20 }
const LAST = MONTHS.length - 1

/**
 * Who owes what, as rules: every unit of a list owes an indicator for each stretch of the calendar between two days. A stretch that
 * holds 1 July 2025 is owed by who is there at its end: the straddling month excepted, the 34.
 */
export function expectedRows() {
  const indicators = [...new Set(CELLS.map(({ indicator }) => indicator))]
  return indicators.flatMap((indicator) => {
    const cells = CELLS.filter((cell) => cell.indicator === indicator)
    const from = Math.min(...cells.map((cell) => cell.from))
    const until = Math.max(...cells.map((cell) => cell.until))
    const [cell] = cells
    const rules = [...stretches(cell.grain, from, until)]
    if (cells.some(({ cumulative }) => cumulative)) rules.push(...lookingBack('first_half', 6), ...lookingBack('nine_months', 9))
    if (cells.some(({ yearly }) => yearly)) rules.push(...lookingBack('year', 12, from))
    return rules.map(({ list, grain, first, last }) => ({
      territory_set: list,
      indicator_code: indicator,
      grain,
      from: first,
      to: last,
      due_days: String(DUE_DAYS[grain]),
    }))
  })
}

/** Months, quarters or halves from the one that begins with `from`, up to the last that is over. */
function stretches(grain, from, until) {
  const size = { month: 1, quarter: 3, half: 6 }[grain]
  const ends = MONTHS.filter(({ index, month }) => index >= from && index <= until && month % size === 0).map(
    ({ index }) => index,
  )
  const of = (list) => ends.filter((index) => (list === '63') === index < (size === 1 ? FIRST_OF_34 : STRADDLING))
  return ['63', '34'].flatMap((list) => {
    const mine = of(list)
    if (mine.length === 0) return []
    return [{ list, grain, first: MONTHS[mine[0] - size + 1].start, last: MONTHS[mine.at(-1)].end }]
  })
}

/** Cumulative figures: one stretch a year, from its first day to the end of its month `month`. */
function lookingBack(grain, month, from = 0) {
  const years = [...new Set(MONTHS.map(({ year }) => year))].filter((year) => {
    return monthIndex(year, month) <= LAST && monthIndex(year, 1) >= from
  })
  return ['63', '34'].flatMap((list) => {
    const mine = years.filter((year) => (list === '63') === monthIndex(year, month) <= STRADDLING)
    if (mine.length === 0) return []
    return [{ list, grain, first: yearStart(mine[0]), last: MONTHS[monthIndex(mine.at(-1), month)].end }]
  })
}
