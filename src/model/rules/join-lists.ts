import type { Figure } from '../figure.ts'
import type { Indicator } from '../indicator.ts'
import type { Source } from '../source.ts'
import { addFigures } from './add-figures.ts'
import { daysBetween, orderDate } from './periods.ts'
import { reportedScope } from './scope.ts'
import { groupBy } from './standing.ts'
import type { Window } from './time.ts'

export interface JoinContext {
  /** The window that the figures answer; null for the latest of each. */
  readonly window: Window | null
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly sources: ReadonlyMap<string, Source>
}

/**
 * Rules 4 and 11: a unit that reported on both lists has figures of both. Those of a flow whose days in a window do not overlap are
 * one figure of it. Otherwise one list counts: that with figures of the whole unit; of a flow in a window that which covers more
 * days; then the one with the newer report.
 */
export function joinLists(figures: readonly Figure[], context: JoinContext): Figure[] {
  if (new Set(figures.map(listOf)).size < 2) return [...figures]
  return [...groupBy(figures, (figure) => competingKey(figure, context)).values()].flatMap((group) => {
    const [one, other] = [...groupBy(group, listOf).values()]
    if (!one || !other) return group
    const [first, second] = [one[0] as Figure, other[0] as Figure]
    const joined = one.length === 1 && other.length === 1 ? inOne(first, second, context) : null
    return joined ? [joined] : outranks(one, other, context) ? one : other
  })
}

/** The time in a comparison key: `W:2025-01-01/2025-12-31` for the whole window, `P:` with spans for a part of it, else a period. */
export function timeOf({ comparisonKey }: Figure): string {
  return comparisonKey.split('|')[3] ?? ''
}

/** Inclusive ISO days. */
export interface CoveredSpan {
  readonly start: string
  readonly end: string
}

/** The days of a figure that covers one set of days, which is not the whole window; else empty. */
export function coveredSpans(figure: Figure): CoveredSpan[] {
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
export function flowTime(spans: readonly CoveredSpan[], days: number, daysOf: number | null, window: Window): string {
  if (days === daysOf) return `W:${window.from ?? ''}/${window.to ?? ''}`
  return `P:${spans.map(({ start, end }) => `${start}/${end}`).join('+')}`
}

/** The comparison key of a figure with another time in it. */
export function keyAt({ comparisonKey }: Figure, time: string): string {
  const key = comparisonKey.split('|')
  return [...key.slice(0, 3), time, ...key.slice(4)].join('|')
}

/** Whether it is of the whole territory, not of some of its old units. */
export function isWhole({ merged }: Figure): boolean {
  return !merged || merged.from.length === merged.of
}

/** Figures with equal keys compete: as rows of one list do, by their newest report or, of a flow in a window, one by one. */
function competingKey(figure: Figure, context: JoinContext): string {
  const { territory, indicator, breakdownKey, breakdownValues, basis, stands, unit } = figure
  const place = [territory.set, territory.code, indicator, reportedScope(figure), breakdownKey]
  return JSON.stringify(isFlowInWindow(figure, context) ? [...place, breakdownValues, basis, stands, unit] : place)
}

function isFlowInWindow({ indicator }: Figure, { window, indicators }: JoinContext): boolean {
  return window !== null && indicators.get(indicator)?.aggregation === 'sum'
}

function listOf({ merged, territory }: Figure): string {
  return merged?.from[0]?.set ?? territory.set
}

function outranks(one: readonly Figure[], other: readonly Figure[], context: JoinContext): boolean {
  const best = (figures: readonly Figure[], rank: (figure: Figure) => number | string) =>
    figures.map(rank).reduce((a, b) => (a > b ? a : b))
  const ranks: readonly ((figure: Figure) => number | string)[] = [
    (figure) => Number(isWhole(figure)),
    (figure) => (isFlowInWindow(figure, context) ? (figure.days ?? 0) : 0),
    (figure) => best([figure], () => newestReport(figure, context)),
    ({ merged }) => Number(!merged),
  ]
  const decisive = ranks.find((rank) => best(one, rank) !== best(other, rank))
  return !decisive || best(one, decisive) > best(other, decisive)
}

function newestReport({ period, sources }: Figure, context: JoinContext): string {
  const dates = sources.map((id) => orderDate({ periodEnd: period.end }, context.sources.get(id)))
  return dates.reduce((a, b) => (a > b ? a : b), '')
}

/** Null where the two do not cover different days of one window, or cannot be added. */
function inOne(one: Figure, other: Figure, context: JoinContext): Figure | null {
  const [own, moved] = one.merged ? [other, one] : [one, other]
  const { merged } = moved
  const { window } = context
  // A part of the province has a scope, whether the report gives it or its old units do.
  if (!window || !merged || !isFlowInWindow(own, context) || own.scope !== '' || moved.scope !== '') return null
  // A doubt goes into the sum of its own unit only.
  if ((own.needsVerification || moved.needsVerification) && merged.of > 1) return null
  const [ownSpans, movedSpans] = [coveredSpans(own), coveredSpans(moved)]
  const spans = [...ownSpans, ...movedSpans].sort((a, b) => (a.start < b.start ? -1 : 1))
  if (ownSpans.length === 0 || movedSpans.length === 0) return null
  if (spans.some(({ start }, at) => at > 0 && start <= (spans[at - 1]?.end ?? ''))) return null
  const days = spans.reduce((sum, { start, end }) => sum + daysBetween(start, end), 0)
  const time = flowTime(spans, days, own.daysOf, window)
  return addFigures([own, moved], {
    period: { start: spans[0]?.start ?? null, end: spans.at(-1)?.end ?? null, basis: own.period.basis, duration: '' },
    days,
    comparisonKey: keyAt(own, time),
    merged: { ...merged, joined: true },
  })
}
