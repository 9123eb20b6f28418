import type { Source } from '../source.ts'
import { daysBetween } from './periods.ts'
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
  readonly rows: readonly ResolvedRow[]
}

/**
 * Rule 4, a flow in a window: among sets of spans that do not overlap, one that covers most days and, of those, has most spans.
 * A set whose union is the window covers most days of all, so it wins, with the finest parts. Ties keep the earlier set.
 */
export function bestCover<S extends Pick<Span, 'start' | 'end'>>(spans: readonly S[]): S[] {
  const best: { days: number; picks: S[] }[] = [{ days: 0, picks: [] }]
  spans.forEach((span, index) => {
    const skip = best[index] as { days: number; picks: S[] }
    const before = spans.findLastIndex((other, at) => at < index && other.end < span.start)
    const base = best[before + 1] as { days: number; picks: S[] }
    const days = base.days + daysBetween(span.start, span.end)
    const better = days > skip.days || (days === skip.days && base.picks.length + 1 > skip.picks.length)
    best.push(better ? { days, picks: [...base.picks, span] } : skip)
  })
  return best.at(-1)?.picks ?? []
}

/** Rule 4: whether a report that the cover left out says something else than the finer ones that cover exactly its days. */
export function finerDiffers(spans: readonly Span[], cover: readonly Span[]): boolean {
  return spans.some((span) => {
    if (cover.includes(span)) return false
    const finer = cover.filter((other) => other.start >= span.start && other.end <= span.end)
    const days = finer.reduce((sum, other) => sum + daysBetween(other.start, other.end), 0)
    if (finer.length < 2 || days !== daysBetween(span.start, span.end)) return false
    const whole = exactSum(span.rows)
    const sum = exactSum(finer.flatMap((other) => other.rows))
    const sameUnit = new Set([span, ...finer].flatMap((other) => other.rows.map((row) => row.unit))).size === 1
    return sameUnit && whole !== null && sum !== null && differs(sum, whole)
  })
}

/** Whether two numbers differ by more than binary noise. */
export function differs(sum: number, whole: number): boolean {
  return Math.abs(sum - whole) > 1e-9 * Math.max(1, Math.abs(whole))
}

/** Spans of the rows of one key, in the order that decides ties: end, start, stated first, order of sources. */
export function spansOf(rows: readonly ResolvedRow[], sources: ReadonlyMap<string, Source>): Span[] {
  const groups = groupBy(rows, (row) => JSON.stringify([row.sourceId, row.periodKey]))
  return [...groups.values()]
    .map((group) => ({ start: group[0]?.periodStart ?? '', end: group[0]?.periodEnd ?? '', rows: group }))
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
