/**
 * The reporting calendar of the simulation: a year runs from 15 December to 14 December, a month from the 15th to the 14th and is
 * named after the month in which it ends. The month 15 June to 14 July 2025 straddles the merger of the provinces on 1 July: the
 * old 63 units report it, for the last time; the 34 report from 15 July 2025 on. So every month that ends by 14 June 2025 lies
 * wholly under the old list, and what the 34 come to until then is what the 63 come to. A report of the 34 that looks back over
 * the year (nine months, the year 2025) begins before there were 34.
 */
export const FIRST_YEAR = 2015
export const LAST_YEAR = 2026
const LAST_MONTH = 10

/** `2015-01` (15 December 2014 to 14 January 2015) is 0. */
export function monthIndex(year, month) {
  return (year - FIRST_YEAR) * 12 + month - 1
}

/** All reporting months: `index`, `year`, `month` (1 to 12), first and last day. */
export const MONTHS = Array.from({ length: monthIndex(LAST_YEAR, LAST_MONTH) + 1 }, (_, index) => {
  const year = FIRST_YEAR + Math.floor(index / 12)
  const month = (index % 12) + 1
  return { index, year, month, start: month === 1 ? yearStart(year) : day(year, month - 1, 15), end: day(year, month, 14) }
})

export const YEARS = [...new Set(MONTHS.map(({ year }) => year))]

/** The last month of the 63 units, and the first of the 34. */
export const STRADDLING = monthIndex(2025, 7)
export const FIRST_OF_34 = STRADDLING + 1

/** The list that reports a month. */
export function listOf(index) {
  return index < FIRST_OF_34 ? '63' : '34'
}

/** Months of a year that a list reports; none where it reports none. */
export function monthsOf(year, list) {
  return MONTHS.filter((month) => month.year === year && listOf(month.index) === list)
}

export function yearStart(year) {
  return day(year - 1, 12, 15)
}

/** Whether a month is the last one of a stretch of its year: `quarter`, `half`; every month is one of `month`. */
export function endsStretch({ month }, grain) {
  return month % STRETCH[grain] === 0
}

/** Months of a stretch. */
export const STRETCH = { month: 1, quarter: 3, half: 6 }

/** What a cumulative row covers from the start of its year, by the month with whose report it comes. */
export const CUMULATIVE = new Map([
  [6, 'first_half'],
  [9, 'nine_months'],
])

function day(year, month, of) {
  return `${year}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`
}
