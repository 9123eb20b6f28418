import { type CalendarStart, monthAt, monthEnd, monthStart } from '../calendar.ts'
import type { Figure } from '../figure.ts'
import { isWholeMonths } from './earlier-window.ts'
import { daysBetween } from './periods.ts'
import type { ClosedWindow } from './share-out.ts'

/** A window and the earlier one that it is compared with. */
export interface TwoWindows {
  readonly kind: 'prev' | 'yoy'
  readonly now: ClosedWindow
  readonly before: ClosedWindow
  readonly calendar: CalendarStart
}

/**
 * Rule 7 for what is of a day, or of a period of its own, inside a window: the two are of the same period where each stands at the
 * same place of its own window. What is counted over the whole window always does.
 */
export function areOfSameTime(now: Figure, base: Figure, windows: TwoWindows, isStock: boolean): boolean {
  if (now.daysOf !== null && base.daysOf !== null) return true
  const isSame = (one: string | null, other: string | null) =>
    one === null || other === null ? one === other : isSamePlace(one, other, windows)
  const [newest, oldest] = [isSame(now.period.end, base.period.end), isSame(oldestDay(now), oldestDay(base))]
  // A stock is of its day, whenever it began to be counted.
  const hasStarts = !isStock && now.period.start !== null && base.period.start !== null
  return newest && oldest && (!hasStarts || isSame(now.period.start, base.period.start))
}

/** As many months before the window's end, and in its month as far from the first or the last day, but for one: months differ in length. */
function isSamePlace(day: string, older: string, { kind, now, before, calendar }: TwoWindows): boolean {
  if (kind === 'prev' && !isWholeMonths(now, calendar)) return daysBetween(day, now.to) === daysBetween(older, before.to)
  const [one, other] = [placeOf(day, now.to, calendar), placeOf(older, before.to, calendar)]
  const isNear = (a: number, b: number) => Math.abs(a - b) <= 1
  return one.months === other.months && (isNear(one.fromFirst, other.fromFirst) || isNear(one.toLast, other.toLast))
}

function placeOf(day: string, windowEnd: string, calendar: CalendarStart) {
  const month = monthAt(day, calendar)
  return {
    months: monthAt(windowEnd, calendar) - month,
    fromFirst: daysBetween(monthStart(month, calendar), day),
    toLast: daysBetween(day, monthEnd(month, calendar)),
  }
}

function oldestDay({ merged, period }: Figure): string | null {
  return merged?.oldest ?? period.end
}
