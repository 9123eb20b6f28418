import { type CalendarStart, monthAt, monthEnd, monthStart } from '../calendar.ts'
import type { ExpectedReport, OwedGrain } from '../expected-report.ts'
import { daysBetween } from './periods.ts'

/** A stretch of days for which somebody owes a figure; inclusive ISO days. */
export interface OwedStretch {
  readonly start: string
  readonly end: string
  /** The last day on which the figure comes in time. */
  readonly due: string
  /** Days of the longer of the two stretches of twice its length that begin or end with it: what a late report may cover. */
  readonly mostDays: number
}

/** The stretches of a rule, oldest first: those of its grain that lie whole between its first and its last day. */
export function owedStretches({ grain, from, to, dueDays }: ExpectedReport, calendar: CalendarStart): OwedStretch[] {
  const { months, every } = LENGTHS[grain]
  const found: OwedStretch[] = []
  for (let month = Math.ceil(monthAt(from, calendar) / every) * every; monthStart(month, calendar) <= to; month += every) {
    const start = monthStart(month, calendar)
    const end = monthEnd(month + months - 1, calendar)
    if (start < from || end > to) continue
    const mostDays = Math.max(
      daysBetween(monthStart(month - months, calendar), end),
      daysBetween(start, monthEnd(month + 2 * months - 1, calendar)),
    )
    found.push({ start, end, due: daysAfter(end, dueDays), mostDays })
  }
  return found
}

/**
 * The longer ones of what a reporter owes of an indicator that hold the days of a stretch and could be a late report of it by their
 * length. Each is owed in its own right: a report of its days makes good only itself.
 */
export function owedAround({ start, end, mostDays }: OwedStretch, owed: readonly OwedStretch[]): OwedStretch[] {
  return owed.filter(
    (other) =>
      other.start <= start &&
      other.end >= end &&
      (other.start !== start || other.end !== end) &&
      daysBetween(other.start, other.end) <= mostDays,
  )
}

/** How many months a stretch has, and how many lie between the beginnings of two. */
const LENGTHS: Readonly<Record<OwedGrain, { readonly months: number; readonly every: number }>> = {
  month: { months: 1, every: 1 },
  quarter: { months: 3, every: 3 },
  half: { months: 6, every: 6 },
  first_half: { months: 6, every: 12 },
  nine_months: { months: 9, every: 12 },
  year: { months: 12, every: 12 },
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
