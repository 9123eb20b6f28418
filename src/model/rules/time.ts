import type { Source } from '../source.ts'
import { daysBetween, daysLater } from './periods.ts'
import { boundsOf } from './qualifiers.ts'
import type { ResolvedRow } from './resolved-row.ts'
import { compareSources, groupBy } from './standing.ts'

/** Inclusive days; null is open. */
export interface Window {
  readonly from: string | null
  readonly to: string | null
}

/** Rule 4, latest of each: of rows that compete, those of the newest report, together. */
export function newestReport(rows: readonly ResolvedRow[], sources: ReadonlyMap<string, Source>): ResolvedRow[] {
  const first = [...rows].sort((a, b) => newestFirst(a, b, sources))[0]
  return first ? rows.filter((row) => row.sourceId === first.sourceId && row.periodKey === first.periodKey) : []
}

/** Whether the row's whole period lies inside; an unknown bound never does. */
export function liesInside(row: Pick<ResolvedRow, 'periodStart' | 'periodEnd'>, window: Window): boolean {
  return (
    row.periodStart !== null &&
    row.periodEnd !== null &&
    (window.from === null || row.periodStart >= window.from) &&
    (window.to === null || row.periodEnd <= window.to)
  )
}

/** Whether a stock's as-of date lies inside; its start does not matter. */
export function isAsOfInside(row: Pick<ResolvedRow, 'periodEnd'>, window: Window): boolean {
  return (
    row.periodEnd !== null &&
    (window.from === null || row.periodEnd >= window.from) &&
    (window.to === null || row.periodEnd <= window.to)
  )
}

/** A stretch of days that one report covers, with its rows. */
export interface Span {
  readonly start: string
  readonly end: string
  /** Place of its source in the order of trust: the lowest is trusted most. */
  readonly rank: number
  readonly rows: readonly ResolvedRow[]
}

/**
 * Rules 4 and 5, a flow in a window: among sets of spans that do not overlap, one that covers most days; of those, one with most days
 * by the source trusted most, then by the next; of those, one with most spans. A set whose union is the window covers most days of
 * all, so it wins, with the finest parts of sources that are mixed no more than they have to be. Ties keep the earlier set.
 */
export function bestCover<S extends Pick<Span, 'start' | 'end' | 'rank'>>(spans: readonly S[]): readonly S[] {
  const ranks = [...new Set(spans.map(({ rank }) => rank))].sort((a, b) => a - b)
  const best: Cover<S>[] = [{ worth: [0, ...ranks.map(() => 0), 0], picks: [] }]
  spans.forEach((span, index) => {
    const skip = best[index] as Cover<S>
    const before = spans.findLastIndex((other, at) => at < index && other.end < span.start)
    const base = best[before + 1] as Cover<S>
    const days = daysBetween(span.start, span.end)
    const gain = [days, ...ranks.map((rank) => (rank === span.rank ? days : 0)), 1]
    const worth = base.worth.map((some, at) => some + (gain[at] ?? 0))
    best.push(isMore(worth, skip.worth) ? { worth, picks: [...base.picks, span] } : skip)
  })
  return best.at(-1)?.picks ?? []
}

/** `worth`: days, days by each source in the order of trust, spans; the first that differs decides. */
interface Cover<S> {
  readonly worth: readonly number[]
  readonly picks: readonly S[]
}

function isMore(worth: readonly number[], other: readonly number[]): boolean {
  const decisive = worth.findIndex((some, at) => some !== other[at])
  return decisive >= 0 && (worth[decisive] ?? 0) > (other[decisive] ?? 0)
}

/**
 * Rule 4: whether a report says something else than finer ones that have each of its days once: one that the cover left out than those
 * in its place, one in the cover than those that would stand there if all sources were trusted alike.
 */
export function finerDiffers(spans: readonly Span[], cover: readonly Span[]): boolean {
  const finest = bestCover(spans.map(({ start, end }, at) => ({ start, end, rank: 0, at }))).map(({ at }) => spans[at] as Span)
  return spans.some((span) => isContradicted(span, cover.includes(span) ? finest : cover))
}

function isContradicted(coarse: Span, chosen: readonly Span[]): boolean {
  const finer = chosen.filter((span) => liesIn(span, coarse)).sort((a, b) => compareText(a.start, b.start))
  const isTiled = finer[0]?.start === coarse.start && finer.at(-1)?.end === coarse.end
  const isOnce = finer.every((span, at) => at === 0 || daysLater(finer[at - 1]?.end ?? '', 1) === span.start)
  if (finer.length < 2 || !isTiled || !isOnce) return false
  const [whole, sum] = [exactSum(coarse.rows), exactSum(finer.flatMap(({ rows }) => rows))]
  const sameUnit = new Set([coarse, ...finer].flatMap(({ rows }) => rows.map(({ unit }) => unit))).size === 1
  return sameUnit && whole !== null && sum !== null && differs(sum, whole)
}

function liesIn(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

/** Whether two numbers differ by more than binary noise. */
export function differs(sum: number, whole: number): boolean {
  return Math.abs(sum - whole) > 1e-9 * Math.max(1, Math.abs(whole))
}

/** Spans of the rows of one key, in the order that decides ties: end, start, stated first, order of sources. */
export function spansOf(rows: readonly ResolvedRow[], sources: ReadonlyMap<string, Source>): Span[] {
  const groups = groupBy(rows, (row) => JSON.stringify([row.sourceId, row.periodKey]))
  const trusted = [...new Set(rows.map(({ sourceId }) => sourceId))].sort((a, b) => compareSources(sources, a, b))
  return [...groups.values()]
    .map((group) => {
      const [{ periodStart, periodEnd, sourceId }] = group as [ResolvedRow]
      return { start: periodStart ?? '', end: periodEnd ?? '', rank: trusted.indexOf(sourceId), rows: group }
    })
    .sort((a, b) => {
      const left = a.rows[0] as ResolvedRow
      const right = b.rows[0] as ResolvedRow
      return (
        compareText(a.end, b.end) ||
        compareText(a.start, b.start) ||
        basisRank(left) - basisRank(right) ||
        (left.sourceId === right.sourceId
          ? compareText(left.periodKey, right.periodKey)
          : compareSources(sources, left.sourceId, right.sourceId))
      )
    })
}

/** Null where a row has no number or a bounded one. */
function exactSum(rows: readonly ResolvedRow[]): number | null {
  let sum = 0
  for (const row of rows) {
    const { low, high, approx } = boundsOf(row)
    if (row.value === null || low || high || approx) return null
    sum += row.value
  }
  return sum
}

function newestFirst(a: ResolvedRow, b: ResolvedRow, sources: ReadonlyMap<string, Source>): number {
  return (
    compareText(b.orderDate, a.orderDate) ||
    basisRank(a) - basisRank(b) ||
    (a.sourceId === b.sourceId ? 0 : compareSources(sources, a.sourceId, b.sourceId)) ||
    compareText(a.periodKey, b.periodKey) ||
    a.row - b.row
  )
}

function basisRank(row: Pick<ResolvedRow, 'periodBasis'>): number {
  return ['stated', 'carried', 'as_of', 'not_stated'].indexOf(row.periodBasis)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
