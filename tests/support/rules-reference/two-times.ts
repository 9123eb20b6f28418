import { dayNumber, isoOf, reportingMonths } from './calendar-days.ts'
import { aggregationOf, type Days, type Told, type ToldFigure } from './told-figure.ts'

/** Inclusive ISO days. */
export interface Stretch {
  readonly from: string
  readonly to: string
}

/** A time and the earlier one that it is compared with. */
export interface TwoTimes {
  readonly kind: 'prev' | 'yoy'
  readonly now: Stretch
  readonly before: Stretch
}

/** Rule 13, or why there is no earlier time: this one has no two ends, or the two would have days in common. */
export function twoTimes(window: Days | null, kind: 'prev' | 'yoy', told: Told): TwoTimes | 'no_window' | 'overlaps' {
  if (!window?.from || !window.to) return 'no_window'
  const now = { from: window.from, to: window.to }
  const before = earlier(now, kind, told.meta.calendar)
  if (before.to < now.from) return { kind, now, before }
  told.hit('rule 13: the same period of the year before would overlap')
  return 'overlaps'
}

/** Whole months of the calendar go back by months, other days by as many days, or to the same ones a year ago. */
function earlier({ from, to }: Stretch, kind: 'prev' | 'yoy', calendar: string): Stretch {
  const months = reportingMonths(calendar)
  const first = months.findIndex((month) => month.from === from)
  const last = months.findIndex((month) => month.to === to)
  if (first >= 0 && last >= 0) {
    const back = kind === 'yoy' ? 12 : last - first + 1
    return { from: months[first - back]?.from ?? '', to: months[last - back]?.to ?? '' }
  }
  if (kind === 'yoy') return { from: aYearAgo(from), to: aYearAgo(to) }
  const long = dayNumber(to) - dayNumber(from) + 1
  return { from: isoOf(dayNumber(from) - long), to: isoOf(dayNumber(to) - long) }
}

function aYearAgo(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1)
  return day.endsWith('02-29') ? `${year}-02-28` : year + day.slice(4)
}

/** Rule 7: what lies inside a window, without being counted over it, has to lie at the same place of the other one. */
export function areOfOneTime(now: ToldFigure, base: ToldFigure, times: TwoTimes, told: Told): boolean {
  if (now.daysOf !== null && base.daysOf !== null) return true
  const { calendar } = told.meta
  const same = (a: string | null | undefined, b: string | null | undefined) =>
    (a ?? null) === null || (b ?? null) === null ? (a ?? null) === (b ?? null) : sameDay(String(a), String(b), times, calendar)
  if (!same(now.period.end, base.period.end)) return false
  if (!same(now.merged?.oldest ?? now.period.end, base.merged?.oldest ?? base.period.end)) {
    told.hit('rule 7: of stocks of several days the oldest has to answer too')
    return false
  }
  const { start } = now.period
  if (aggregationOf(told, now.indicator) === 'last' || start === null || base.period.start === null) return true
  return same(start, base.period.start)
}

function sameDay(a: string, b: string, { kind, now, before }: TwoTimes, calendar: string): boolean {
  const months = reportingMonths(calendar)
  const isWhole = months.some(({ from }) => from === now.from) && months.some(({ to }) => to === now.to)
  if (kind === 'prev' && !isWhole) return dayNumber(now.to) - dayNumber(a) === dayNumber(before.to) - dayNumber(b)
  const holding = (day: string) => months.findIndex(({ from, to }) => from <= day && day <= to)
  if (holding(now.to) - holding(a) !== holding(before.to) - holding(b)) return false
  const [one, other] = [months[holding(a)], months[holding(b)]]
  if (!one || !other) return false
  const after = Math.abs(dayNumber(a) - dayNumber(one.from) - (dayNumber(b) - dayNumber(other.from)))
  const ahead = Math.abs(dayNumber(one.to) - dayNumber(a) - (dayNumber(other.to) - dayNumber(b)))
  return Math.min(after, ahead) <= 1
}
