import type { Figure } from '../figure.ts'
import type { Indicator } from '../indicator.ts'
import type { Source } from '../source.ts'
import { addFigures } from './add-figures.ts'
import { type CoveredSpan, coveredSpans, flowTime, keyAt, lengthOf, timeOf } from './covered-spans.ts'
import { daysBetween, daysLater, orderDate } from './periods.ts'
import { reportedScope } from './scope.ts'
import { groupBy } from './standing.ts'
import { differs, type Window } from './time.ts'

export interface JoinContext {
  /** The window that the figures answer; null for the latest of each. */
  readonly window: Window | null
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly sources: ReadonlyMap<string, Source>
}

/** A window in two: figures by reports of the older list up to `day`, and by those of the newer list from the day after it. */
export interface Seam {
  readonly day: string
  readonly before: readonly Figure[]
  readonly after: readonly Figure[]
}

/**
 * Rules 4 and 11: a unit that reported on both lists has figures of both. A flow in a window has one cover over both: by one list
 * alone, by both where their days do not overlap, or by the older one up to a seam and the newer one after it; whichever is of the
 * whole unit, then of most days, then of fewest days that were shared out, then of most reports. Of anything else one list counts:
 * that with figures of the whole unit, then the one with the newer report.
 */
export function joinLists(figures: readonly Figure[], seams: readonly Seam[], context: JoinContext): Figure[] {
  if (new Set(figures.map(listOf)).size < 2) return [...figures]
  const keyed = (all: readonly Figure[]) => groupBy(all, (figure) => competingKey(figure, context))
  const parts = seams.map(({ day, before, after }) => ({ day, before: keyed(before), after: keyed(after) }))
  return [...keyed(figures)].flatMap(([key, group]) => {
    const [one, other] = [...groupBy(group, listOf).values()]
    if (!one || !other) return group
    const alone = [one, other].map((all): Cover => ({ figures: all, reports: Math.max(...all.map(reportsIn)) }))
    if (!isFlowInWindow(one[0] as Figure, context)) return best(alone, context).figures
    const together = parts.flatMap((part) => {
      const [before, after] = [onlyOne(part.before.get(key)), onlyOne(part.after.get(key))]
      return before && after && firstDay(after, context) === daysLater(part.day, 1) ? inOne(before, after, context) : []
    })
    const [first, second] = [onlyOne(one), onlyOne(other)]
    const covers = [...alone, ...(first && second ? inOne(first, second, context) : []), ...together]
    const chosen = best(covers, context)
    return chosen.figures.map((figure) => (isFiner(figure, chosen, covers) ? { ...figure, finerDiffers: true } : figure))
  })
}

/** Whether it is of the whole territory, not of some of its old units. */
export function isWhole({ merged }: Figure): boolean {
  return !merged || merged.from.length === merged.of
}

/** What one list, or both, say of a unit; `reports` are rows for each unit that reports. */
interface Cover {
  readonly figures: readonly Figure[]
  readonly reports: number
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

function onlyOne(figures: readonly Figure[] | undefined): Figure | null {
  return figures?.length === 1 ? (figures[0] ?? null) : null
}

function reportsIn({ terms, merged }: Figure): number {
  return terms.length / (merged?.from.length ?? 1)
}

/** The first of those that nothing outranks. */
function best(covers: readonly Cover[], context: JoinContext): Cover {
  const isFlow = isFlowInWindow(covers[0]?.figures[0] as Figure, context)
  const most = <T extends number | string>({ figures }: Cover, rank: (figure: Figure) => T) =>
    figures.map(rank).reduce((a, b) => (a > b ? a : b))
  const ranks: readonly ((cover: Cover) => number | string)[] = [
    (cover) => most(cover, (figure) => Number(isWhole(figure))),
    (cover) => (isFlow ? most(cover, ({ days }) => days ?? 0) : 0),
    // What is reported of all its days is not made an estimate.
    (cover) => (isFlow ? most(cover, (figure) => -(figure.sharedDays ?? 0)) : 0),
    (cover) => (isFlow ? cover.reports : 0),
    (cover) => most(cover, (figure) => newestReport(figure, context)),
    (cover) => most(cover, ({ merged }) => Number(!merged)),
  ]
  return covers.reduce((one, other) => {
    const decisive = ranks.find((rank) => rank(one) !== rank(other))
    return decisive && decisive(other) > decisive(one) ? other : one
  })
}

function newestReport({ period, sources }: Figure, context: JoinContext): string {
  const dates = sources.map((id) => orderDate({ periodEnd: period.end }, context.sources.get(id)))
  return dates.reduce((a, b) => (a > b ? a : b), '')
}

/** Rule 4: whether a longer report, or a cover by fewer reports, says something else of days that the chosen one covers. */
function isFiner(figure: Figure, chosen: Cover, covers: readonly Cover[]): boolean {
  const isExact = ({ value, low, high, approx }: Figure) => value !== null && !low && !high && !approx
  return covers.some(({ figures, reports }) => {
    const other = onlyOne(figures)
    if (!other || !isWhole(other)) return false
    const isOfSameDays = timeOf(other) === timeOf(figure)
    if (other.finerDiffers && (isOfSameDays || figure.days === figure.daysOf)) return true
    if (!isOfSameDays || reports >= chosen.reports) return false
    return isExact(figure) && isExact(other) && differs(other.value as number, figure.value as number)
  })
}

function firstDay(figure: Figure, context: JoinContext): string | undefined {
  return spansIn(figure, context)[0]?.start
}

/** The days that a figure covers; empty for one of several sets of days. */
function spansIn(figure: Figure, { window }: JoinContext): CoveredSpan[] {
  const whole = /^W:([0-9-]{10})\/([0-9-]{10})$/.exec(timeOf(figure))
  if (!whole) return coveredSpans(figure)
  const [, start = '', end = ''] = whole
  // All days of the window leave none for another list.
  return start === window?.from && end === window.to ? [] : [{ start, end }]
}

/** Nothing where the two do not cover different days of one window, or cannot be added. */
function inOne(one: Figure, other: Figure, context: JoinContext): Cover[] {
  const [own, moved] = one.merged ? [other, one] : [one, other]
  const { merged } = moved
  const { window } = context
  // A part of the province has a scope, whether the report gives it or its old units do.
  if (!window || !merged || own.scope !== '' || moved.scope !== '') return []
  // A doubt goes into the sum of its own unit only.
  if ((own.needsVerification || moved.needsVerification) && merged.of > 1) return []
  const [ownSpans, movedSpans] = [spansIn(own, context), spansIn(moved, context)]
  const spans = [...ownSpans, ...movedSpans].sort((a, b) => (a.start < b.start ? -1 : 1))
  if (ownSpans.length === 0 || movedSpans.length === 0) return []
  if (spans.some(({ start }, at) => at > 0 && start <= (spans[at - 1]?.end ?? ''))) return []
  const daysOf = window.from !== null && window.to !== null ? daysBetween(window.from, window.to) : null
  const joined = addFigures([own, moved], {
    period: { start: spans[0]?.start ?? null, end: spans.at(-1)?.end ?? null, basis: own.period.basis, duration: '' },
    days: lengthOf(spans),
    daysOf,
    comparisonKey: keyAt(own, flowTime(spans, daysOf, window)),
    merged: { ...merged, joined: true },
  })
  const sharedDays = (own.sharedDays ?? 0) + (moved.sharedDays ?? 0)
  const sharing = joined?.shared ? { ...joined, sharedDays } : joined
  return sharing ? [{ figures: [sharing], reports: reportsIn(own) + reportsIn(moved) }] : []
}
