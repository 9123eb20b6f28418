import { keyOf } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import type { Window } from '../model/rules/time.ts'
import { readTerritoryKey } from '../model/territory.ts'
import { EMPTY_VIEW, type View } from '../model/view.ts'
import { figuresSql } from '../query/figures/figures-sql.ts'
import { readFigures } from '../query/figures/read-figures.ts'
import type { Finding } from '../query/findings-query.ts'
import type { Room } from './room.ts'

/** What a view must not ask for beside a figure as it was reported. */
export const REPORTED: Partial<View> = {
  ...{ time: EMPTY_VIEW.time, units: EMPTY_VIEW.units, filters: EMPTY_VIEW.filters },
  ...{ normalisation: EMPTY_VIEW.normalisation, comparison: EMPTY_VIEW.comparison },
}

/** The figure that a row of a finding is in: of the days that the row is of, else among the latest ones; null where it is in none. */
export async function askFindingFigure({ workspace, dataset }: Room, finding: Finding): Promise<Figure | null> {
  const ref = readTerritoryKey(finding.place)
  if (!ref) return null
  const rows = [finding.row, ...(finding.other ? [finding.other.row] : [])]
  for (const window of windowsOf(finding)) {
    const sql = figuresSql({ schema: dataset.schema, window, indicators: [finding.indicator], territories: [ref], filter: {} })
    const figures = readFigures(await workspace.ask(keyOf(dataset), sql))
    for (const row of rows) {
      const holding = figures.filter((figure) => figure.terms.includes(row))
      const found = holding.find((figure) => figure.stands) ?? holding[0]
      if (found) return window === null ? found : { ...found, window }
    }
  }
  return null
}

function windowsOf({ period: { start, end } }: Finding): (Window | null)[] {
  return end === null ? [null] : [{ from: start ?? end, to: end }, null]
}
