import type { Figure } from '../figure.ts'
import { daysBetween, daysLater } from './periods.ts'
import type { Window } from './time.ts'

/** Inclusive ISO days. */
export interface CoveredSpan {
  readonly start: string
  readonly end: string
}

/** The time in a comparison key: `W:2025-01-01/2025-12-31` for the whole window, `P:` with spans for a part of it, else a period. */
export function timeOf({ comparisonKey }: Pick<Figure, 'comparisonKey'>): string {
  return comparisonKey.split('|')[3] ?? ''
}

/** The days of a figure that covers one set of days, which is not the whole window; else empty. */
export function coveredSpans(figure: Pick<Figure, 'comparisonKey'>): CoveredSpan[] {
  const time = timeOf(figure)
  if (!time.startsWith('P:') || time.includes(' ')) return []
  return time
    .slice(2)
    .split('+')
    .map((span) => {
      const [start = '', end = ''] = span.split('/')
      return { start, end }
    })
}

/** Spans, oldest first, that a flow covers in a window, and how many days they are, as the time in a comparison key. */
export function flowTime(spans: readonly CoveredSpan[], daysOf: number | null, window: Window): string {
  if (lengthOf(spans) === daysOf) return `W:${window.from ?? ''}/${window.to ?? ''}`
  return `P:${spansText(spans)}`
}

/** Spans without a common day, oldest first, as one text; two reports of months say the same as one of both. */
export function spansText(spans: readonly CoveredSpan[]): string {
  return adjoined(spans)
    .map(({ start, end }) => `${start}/${end}`)
    .join('+')
}

/** The comparison key of a figure with another time in it. */
export function keyAt({ comparisonKey }: Pick<Figure, 'comparisonKey'>, time: string): string {
  const key = comparisonKey.split('|')
  return [...key.slice(0, 3), time, ...key.slice(4)].join('|')
}

/** Days of spans without a common one. */
export function lengthOf(spans: readonly CoveredSpan[]): number {
  return spans.reduce((sum, { start, end }) => sum + daysBetween(start, end), 0)
}

/** Spans that follow one upon the other are one. */
function adjoined(spans: readonly CoveredSpan[]): CoveredSpan[] {
  const made: CoveredSpan[] = []
  for (const span of spans) {
    const last = made.at(-1)
    if (last && daysLater(last.end, 1) === span.start) made[made.length - 1] = { start: last.start, end: span.end }
    else made.push(span)
  }
  return made
}
