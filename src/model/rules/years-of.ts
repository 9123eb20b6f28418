import type { Figure } from '../figure.ts'
import { daysBetween } from './periods.ts'

export interface Years {
  readonly years: number
  /** Whether the source states how long it was, while a day of the period is unknown: the number is then about (rule 4). */
  readonly byDuration: boolean
}

/**
 * How many years a figure is of. Whole months count as twelfths, so that a leap year is one year; other stretches by their days.
 * Null where neither both days nor a duration are known.
 */
export function yearsOf({ period, days }: Pick<Figure, 'period' | 'days'>): Years | null {
  const { start, end, duration } = period
  if (start !== null && end !== null) {
    const all = daysBetween(start, end)
    const months = wholeMonths(start, end)
    if (months !== null && (days === null || days === all)) return { years: months / 12, byDuration: false }
    return { years: (days ?? all) / DAYS_IN_YEAR, byDuration: false }
  }
  const stated = durationYears(duration)
  return stated ? { years: stated, byDuration: true } : null
}

/** Years of an ISO duration: 5 for `P5Y`, 0.5 for `P6M`; null for none. */
export function durationYears(duration: string): number | null {
  const [, years = '0', months = '0', days = '0'] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(duration) ?? []
  const sum = Number(years) + Number(months) / 12 + Number(days) / DAYS_IN_YEAR
  return sum > 0 ? sum : null
}

const DAYS_IN_YEAR = 365.2425

/** Months from `start` to `end` where the day after `end` is the same day of its month as `start`; else null. */
function wholeMonths(start: string, end: string): number | null {
  const next = new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10)
  if (next.slice(8) !== start.slice(8)) return null
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  const count = months(next) - months(start)
  return count > 0 ? count : null
}
