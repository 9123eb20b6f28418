import type { TimeChoice } from '../../../src/model/view.ts'
import type { Days } from './told-figure.ts'

/** A month of a reporting year: the `nth` (from 1) of the year that is called `year`. */
export interface ReportingMonth {
  readonly year: number
  readonly nth: number
  readonly from: string
  readonly to: string
}

/** Days since 1970-01-01. */
export function dayNumber(iso: string): number {
  return Math.round(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8))) / 86_400_000)
}

export function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

export function daysIn({ start, end }: { readonly start: string; readonly end: string }): number {
  return dayNumber(end) - dayNumber(start) + 1
}

/** Days without a common one, oldest first; what follows on is one stretch. */
export function daysWritten(pieces: readonly { readonly start: string; readonly end: string }[]): string {
  const firsts = pieces.filter(({ start }) => !pieces.some(({ end }) => dayNumber(end) + 1 === dayNumber(start)))
  const lasts = pieces.filter(({ end }) => !pieces.some(({ start }) => dayNumber(end) + 1 === dayNumber(start)))
  return firsts.map(({ start }, at) => `${start}..${lasts[at]?.end}`).join(', ')
}

/** All months of the reporting years from 2010 to 2035, in order, by the first day (`MM-DD`) of such a year. */
export function reportingMonths(calendar: string): readonly ReportingMonth[] {
  const known = KNOWN.get(calendar)
  if (known) return known
  const months: ReportingMonth[] = []
  for (let year = 2010; year <= 2035; year++) {
    for (let nth = 1; nth <= 12; nth++) {
      const next = nth === 12 ? firstDay(year + 1, 1, calendar) : firstDay(year, nth + 1, calendar)
      months.push({ year, nth, from: firstDay(year, nth, calendar), to: isoOf(dayNumber(next) - 1) })
    }
  }
  KNOWN.set(calendar, months)
  return months
}

const KNOWN = new Map<string, readonly ReportingMonth[]>()

/** Stretches of so many months each, counted from the first one of a year, that hold the days from `from` to `to`. */
export function stretches(from: string, to: string, months: number, calendar: string): { from: string; to: string }[] {
  const all = reportingMonths(calendar)
  const made: { from: string; to: string }[] = []
  for (let at = 0; at < all.length; at += months) {
    const [first, last] = [all[at], all[at + months - 1]]
    if (first && last && first.from <= to && last.to >= from) made.push({ from: first.from, to: last.to })
  }
  return made
}

/** The days of a time, null for the latest of each. `newest` is the last day that any row ends on, null where none has an end. */
export function daysOfTime(time: TimeChoice, newest: string | null, calendar: string): Days | null {
  const day = newest ?? '0001-01-01'
  const months = reportingMonths(calendar)
  const at = months.findIndex(({ from, to }) => from <= day && day <= to)
  switch (time.kind) {
    case 'report':
      return null
    case 'window':
      return {
        from: time.from === null ? null : (edge(time.from, months)[0]?.from ?? null),
        to: time.to === null ? null : (edge(time.to, months).at(-1)?.to ?? null),
      }
    case 'ytd':
      return { from: months.find(({ year, nth }) => year === months[at]?.year && nth === 1)?.from ?? null, to: newest }
    case 'last': {
      const step = { m: 1, q: 3, y: 12 }[time.grain]
      let end = at
      while (((months[end]?.nth ?? 0) - 1) % step !== step - 1) end++
      return { from: months[end - step * time.count + 1]?.from ?? null, to: months[end]?.to ?? null }
    }
  }
}

/** The months of `2024`, `2024-H1`, `2024-Q2` or `2024-06`. */
function edge(text: string, months: readonly ReportingMonth[]): ReportingMonth[] {
  const [year = '', part = ''] = text.split('-')
  const isIn = (nth: number) => {
    if (part === '') return true
    if (part.startsWith('H')) return Math.ceil(nth / 6) === Number(part.slice(1))
    if (part.startsWith('Q')) return Math.ceil(nth / 3) === Number(part.slice(1))
    return nth === Number(part)
  }
  return months.filter((month) => month.year === Number(year) && isIn(month.nth))
}

/** A year that begins in July or later is called after the next one; a month without such a day begins on its last one. */
function firstDay(year: number, nth: number, calendar: string): string {
  const [month = 1, day = 1] = calendar.split('-').map(Number)
  let civilYear = month >= 7 ? year - 1 : year
  let civilMonth = month + nth - 1
  if (civilMonth > 12) {
    civilMonth -= 12
    civilYear += 1
  }
  const long = [31, isLeap(civilYear) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][civilMonth - 1] ?? 31
  const two = (number: number) => String(number).padStart(2, '0')
  return `${civilYear}-${two(civilMonth)}-${two(Math.min(day, long))}`
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
