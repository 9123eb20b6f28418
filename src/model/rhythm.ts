import { type CalendarStart, CIVIL, monthAt, monthEnd, monthStart } from './calendar.ts'
import type { Window } from './rules/time.ts'
import type { Grain, WindowEdge } from './view.ts'

/** An indicator that one place reports at least twice at this grain or a finer one, with the days between which such figures lie. */
export interface Rhythm {
  readonly indicator: string
  readonly grain: Grain
  readonly from: string
  readonly to: string
}

/** A closed stretch of the calendar. */
export interface Bucket extends Window {
  readonly from: string
  readonly to: string
}

/** From the finest to the coarsest. */
export const GRAINS: readonly Grain[] = ['month', 'quarter', 'half', 'year']

export const GRAIN_MONTHS: Readonly<Record<Grain, number>> = { month: 1, quarter: 3, half: 6, year: 12 }

/** The buckets of the calendar that hold the days from `from` to `to`, both inclusive ISO days. */
export function bucketsBetween(from: string, to: string, grain: Grain, calendar: CalendarStart = CIVIL): Bucket[] {
  const months = GRAIN_MONTHS[grain]
  const first = Math.floor(monthAt(from, calendar) / months)
  const last = Math.floor(monthAt(to, calendar) / months)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => {
    const month = (first + at) * months
    return { from: monthStart(month, calendar), to: monthEnd(month + months - 1, calendar) }
  })
}

/** A bucket as links write it: `2024-06`, `2024-Q2`, `2024-H1`, `2024`. */
export function bucketEdge(bucket: Bucket, grain: Grain, calendar: CalendarStart = CIVIL): WindowEdge {
  const { year, nth } = bucketPlace(bucket, grain, calendar)
  switch (grain) {
    case 'month':
      return `${year}-${String(nth).padStart(2, '0')}`
    case 'quarter':
      return `${year}-Q${nth}`
    case 'half':
      return `${year}-H${nth}`
    case 'year':
      return year
  }
}

/** Which bucket of which year it is: the second quarter of 2024. */
export function bucketPlace(
  { from }: Bucket,
  grain: Grain,
  calendar: CalendarStart,
): { readonly year: string; readonly nth: number } {
  const month = monthAt(from, calendar)
  return { year: String(Math.floor(month / 12)), nth: Math.floor((month % 12) / GRAIN_MONTHS[grain]) + 1 }
}
