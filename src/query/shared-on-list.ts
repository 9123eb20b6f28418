import { type Dataset, indicatorOf } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import type { OnList } from '../model/rules/administrative-units.ts'
import { inFigureOrder } from '../model/rules/figures.ts'
import type { Seam } from '../model/rules/join-lists.ts'
import { daysLater } from '../model/rules/periods.ts'
import { type ClosedWindow, shareOut } from '../model/rules/share-out.ts'
import type { Window } from '../model/rules/time.ts'
import type { View } from '../model/view.ts'
import type { Straddling } from './straddling-query.ts'
import { countsBeside, onViewList } from './view-query.ts'

/** Reported figures of one time, with those of the parts of its window. */
export interface OfTime {
  readonly figures: readonly Figure[]
  readonly window: Window | null
  readonly seams: readonly Seam[]
}

/** A window and the rows that straddle its edges. */
export interface Sharing {
  readonly window: ClosedWindow
  readonly rows: readonly Straddling[]
}

/**
 * Rule 4 on request, then rule 11: first as in the reports, whose figures are `reported`, without `countsBeside`. A ratio stays that
 * of what is reported inside the window.
 */
export function sharedOnList(
  { figures, window, seams }: OfTime,
  sharing: Sharing | undefined,
  view: View,
  dataset: Dataset,
): OnList & { readonly reported: readonly Figure[] } {
  const plain = onViewList(figures, view, dataset, window, seams)
  const beside = countsBeside(view, dataset)
  const shown = (all: readonly Figure[]) => all.filter(({ indicator }) => !beside.includes(indicator))
  if (!sharing || sharing.rows.length === 0) return { ...plain, reported: shown(figures) }
  const book = {
    sources: new Map(dataset.sources.map((source) => [source.id, source])),
    rules: new Map(dataset.breakdowns.map(({ indicator, key, rule }) => [`${indicator} ${key}`, rule])),
  }
  const share = (all: readonly Figure[], rows: readonly Straddling[], within: ClosedWindow) =>
    shareOut(all, rows, { window: within, filter: view.filters, book })
  const { from, to } = sharing.window
  const reported = share(figures, sharing.rows, sharing.window)
  const parts = seams.map(({ day, before, after }): Seam => {
    const older = sharing.rows.filter(({ territorySet, periodEnd }) => territorySet === '63' && periodEnd <= day)
    const newer = sharing.rows.filter(({ territorySet, periodStart }) => territorySet === '34' && periodStart > day)
    return { day, before: share(before, older, { from, to: day }), after: share(after, newer, { from: daysLater(day, 1), to }) }
  })
  const onList = onViewList(reported, view, dataset, window, parts)
  const isRatio = ({ indicator }: Figure) => indicatorOf(dataset, indicator)?.aggregation === 'ratio'
  const ratios = plain.figures.filter(isRatio)
  return {
    ...onList,
    reported: shown(reported),
    figures: inFigureOrder([...onList.figures.filter((one) => !isRatio(one)), ...ratios]),
  }
}
