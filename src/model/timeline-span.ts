import { type CalendarStart, monthAt } from './calendar.ts'
import { type Bucket, bucketEdge, GRAIN_MONTHS, GRAINS } from './rhythm.ts'
import type { Window } from './rules/time.ts'
import type { TimeChoice } from './view.ts'

/** Neighbouring buckets of a row of them: from the one at `start` up to, and without, the one at `end`. */
export interface TimelineSpan {
  readonly start: number
  readonly end: number
}

/** The buckets that hold a day of a window; null where there is no window, or none of them does. */
export function spanOf(buckets: readonly Bucket[], window: Window | null): TimelineSpan | null {
  if (window === null) return null
  const { from, to } = window
  const inside = buckets.map((bucket) => (from === null || bucket.to >= from) && (to === null || bucket.from <= to))
  const start = inside.indexOf(true)
  return start < 0 ? null : { start, end: inside.lastIndexOf(true) + 1 }
}

/** The window of some buckets, written by the coarsest stretches that begin and end with it: twelve months are a year. */
export function timeOfSpan(buckets: readonly Bucket[], { start, end }: TimelineSpan, calendar: CalendarStart): TimeChoice | null {
  const [first, last] = [buckets[start], buckets[end - 1]]
  if (!first || !last) return null
  const [from, to] = [monthAt(first.from, calendar), monthAt(last.to, calendar) + 1]
  const grain = GRAINS.findLast((one) => from % GRAIN_MONTHS[one] === 0 && to % GRAIN_MONTHS[one] === 0) ?? 'month'
  return { kind: 'window', from: bucketEdge(first, grain, calendar), to: bucketEdge(last, grain, calendar) }
}
