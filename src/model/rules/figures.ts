import type { Figure } from '../figure.ts'
import { type BreakdownFilter, isFiltered, markStanding, partsSums } from './breakdown.ts'
import { buildFigure, type Draft, figureKey, type Picked } from './build-figure.ts'
import { spansText } from './covered-spans.ts'
import { daysBetween } from './periods.ts'
import { withRatios } from './ratio.ts'
import { type ResolvedRow, type RuleBook, reportKey } from './resolved-row.ts'
import { groupBy } from './standing.ts'
import { bestCover, finerDiffers, isAsOfInside, liesInside, newestReport, spansOf, type Window } from './time.ts'

/** The figures of "latest of each" (`null`) or of a window: rules 1 to 7 and 9 over resolved rows, in the order of `inFigureOrder`. */
export function figuresOf(
  rows: readonly ResolvedRow[],
  book: RuleBook,
  window: Window | null,
  filter: BreakdownFilter,
): Figure[] {
  const candidates = rows.filter((row) => row.leftOut === null)
  const picked = window === null ? candidates.filter((row) => row.latest).map(asPicked) : pickInWindow(candidates, book, window)
  const kept = picked.filter((p) => isKept(p.row, book, filter))
  const single = [...groupBy(kept, (p) => figureKey(p.row)).values()].map((group) => buildFigure(group, 'single', window))
  const drafts = [...single, ...partsSums(kept, single, book, filter, window)]
  return inFigureOrder(withRatios(markStanding(drafts, book, filter), book, filter).map(asFigure))
}

/** By territory, indicator, part of the territory, breakdown key, basis, values. */
export function inFigureOrder<T extends Figure>(figures: readonly T[]): T[] {
  return figures
    .map((figure) => ({ figure, text: orderText(figure) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ figure }) => figure)
}

function asPicked(row: ResolvedRow): Picked {
  return { row, days: null, spans: '', finerDiffers: false }
}

/** Rule 4, a window: a flow by its best cover per key, all else by the newest as-of date inside. */
function pickInWindow(rows: readonly ResolvedRow[], book: RuleBook, window: Window): Picked[] {
  const flows = rows.filter((row) => row.aggregation === 'sum' && liesInside(row, window))
  const covered = [...groupBy(flows, figureKey).values()].flatMap((group) => {
    const all = spansOf(group, book.sources)
    const cover = bestCover(all)
    const differs = finerDiffers(all, cover)
    const days = cover.reduce((sum, span) => sum + daysBetween(span.start, span.end), 0)
    const spans = spansText(cover)
    return cover.flatMap((span) => span.rows.map((row) => ({ row, days, spans, finerDiffers: differs })))
  })
  const others = rows.filter((row) => row.aggregation !== 'sum' && isAsOfInside(row, window))
  const newest = [...groupBy(others, reportKey).values()].flatMap((group) => newestReport(group, book.sources).map(asPicked))
  return [...covered, ...newest]
}

/** A filter on a breakdown keeps the rows with the chosen values; a total does not answer it. */
function isKept(row: ResolvedRow, book: RuleBook, filter: BreakdownFilter): boolean {
  return !isFiltered(book, row.indicator, filter) || (filter[row.breakdownKey]?.includes(row.breakdownValue) ?? false)
}

function asFigure({ ownPeriod: _, comparePeriod: __, asOf: ___, ...figure }: Draft): Figure {
  return figure
}

function orderText(figure: Figure): string {
  const { territory, indicator, scope, breakdownKey, breakdownValues, basis } = figure
  return [territory.set, territory.code, indicator, scope, breakdownKey, basis, breakdownValues.join('+')].join('|')
}
