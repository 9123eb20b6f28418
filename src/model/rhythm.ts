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
export function bucketsBetween(from: string, to: string, grain: Grain): Bucket[] {
  const months = GRAIN_MONTHS[grain]
  const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  const first = Math.floor(monthOf(from) / months)
  const last = Math.floor(monthOf(to) / months)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => {
    const month = (first + at) * months
    return { from: isoDay(month, 1), to: isoDay(month + months, 0) }
  })
}

/** A bucket as links write it: `2024-06`, `2024-Q2`, `2024-H1`, `2024`. */
export function bucketEdge({ from }: Bucket, grain: Grain): WindowEdge {
  const year = from.slice(0, 4)
  const nth = Math.ceil(Number(from.slice(5, 7)) / GRAIN_MONTHS[grain])
  switch (grain) {
    case 'month':
      return from.slice(0, 7)
    case 'quarter':
      return `${year}-Q${nth}`
    case 'half':
      return `${year}-H${nth}`
    case 'year':
      return year
  }
}

/** `month` counts from January of the year 0. Date.UTC reads the years 0 to 99 as 1900 to 1999, so it counts from 2000. */
function isoDay(month: number, day: number): string {
  return new Date(Date.UTC(2000, month - 24_000, day)).toISOString().slice(0, 10)
}
