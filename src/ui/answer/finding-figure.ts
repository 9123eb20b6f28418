import { keyOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import type { Window } from '../../model/rules/time.ts'
import { readTerritoryKey } from '../../model/territory.ts'
import { EMPTY_VIEW, type View } from '../../model/view.ts'
import { figuresSql } from '../../query/figures/figures-sql.ts'
import { readFigures } from '../../query/figures/read-figures.ts'
import type { Finding } from '../../query/findings-query.ts'
import type { Room } from './room.ts'

/** What a view must not ask for beside a figure as it was reported. */
export const REPORTED: Partial<View> = {
  ...{ time: EMPTY_VIEW.time, units: EMPTY_VIEW.units, filters: EMPTY_VIEW.filters },
  ...{ normalisation: EMPTY_VIEW.normalisation, comparison: EMPTY_VIEW.comparison },
}

/**
 * The figure that a row of a finding is in: of the days that the row is of, else among the latest ones. Where it is in none, the figure
 * that says the same of the same days, whose grounds have the row among those left out; null where there is none either.
 */
export async function askFindingFigure({ workspace, dataset }: Room, finding: Finding): Promise<Figure | null> {
  const ref = readTerritoryKey(finding.place)
  if (!ref) return null
  const rows = [finding.row, ...(finding.other ? [finding.other.row] : [])]
  let instead: Figure | null = null
  for (const window of windowsOf(finding)) {
    const sql = figuresSql({ schema: dataset.schema, window, indicators: [finding.indicator], territories: [ref], filter: {} })
    const figures = readFigures(await workspace.ask(keyOf(dataset), sql))
    const ofWindow = (figure: Figure): Figure => (window === null ? figure : { ...figure, window })
    for (const row of rows) {
      const found = standingFirst(figures.filter((figure) => figure.terms.includes(row)))
      if (found) return ofWindow(found)
    }
    const alike = standingFirst(figures.filter((figure) => saysTheSame(figure, finding)))
    if (alike) instead ??= ofWindow(alike)
  }
  return instead
}

function standingFirst(figures: readonly Figure[]): Figure | undefined {
  return figures.find(({ stands }) => stands) ?? figures[0]
}

function saysTheSame({ breakdownKey, breakdownValues, basis }: Figure, finding: Finding): boolean {
  const isOne = finding.breakdownKey === '' ? basis === 'total' || basis === 'ratio' : basis === 'part'
  return (
    isOne && breakdownKey === finding.breakdownKey && (breakdownKey === '' || breakdownValues.includes(finding.breakdownValue))
  )
}

function windowsOf({ period: { start, end } }: Finding): (Window | null)[] {
  return end === null ? [null] : [{ from: start ?? end, to: end }, null]
}
