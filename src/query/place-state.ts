import type { Figure, State } from '../model/figure.ts'
import type { RefusedSplit } from '../model/rules/administrative-units.ts'
import { groupBy } from '../model/rules/standing.ts'
import { stateOf } from '../model/rules/states.ts'
import { type TerritoryKey, territoryKey } from '../model/territory.ts'
import type { Answer } from './view-answer.ts'

/** What is asked of a place: which figures count, and reports of which indicators are owed; null for all of the answer. */
export interface Wanted {
  readonly has: (figure: Figure) => boolean
  readonly indicators: readonly string[] | null
}

const EVERYTHING: Wanted = { has: () => true, indicators: null }

/** All that is known of some indicators. */
export function ofIndicators(indicators: readonly string[]): Wanted {
  return { has: ({ indicator }) => indicators.includes(indicator), indicators }
}

/** Rule 9 for one territory and what is asked of it (the whole answer by default). */
export function stateFor(key: TerritoryKey, answer: Answer, { has, indicators }: Wanted = EVERYTHING): State {
  const of = (all: readonly Figure[]) => (byPlace(all).get(key) ?? []).filter(has)
  const figures = of(answer.figures)
  const otherTime = of(answer.otherTime)
  const isRefused = (splits: readonly RefusedSplit[]) =>
    splits.some((split) => split.parts.includes(key) && split.figures.some((figure) => figure.stands && has(figure)))
  const overdue = answer.owed.some(
    ({ territory, units, indicator }) =>
      (indicators === null || indicators.includes(indicator)) && (units ?? [territoryKey(territory)]).includes(key),
  )
  const [refused, refusedOtherTime] = [isRefused(answer.refused), isRefused(answer.refusedOtherTime)]
  return stateOf({ figures, otherTime, overdue, hasSource: true, refused, refusedOtherTime })
}

/** Figures by their territory: every place of a picture is asked for its own, of the same answer. */
function byPlace(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const known = BY_PLACE.get(figures)
  if (known) return known
  const grouped = groupBy(figures, ({ territory }) => territoryKey(territory))
  BY_PLACE.set(figures, grouped)
  return grouped
}

const BY_PLACE = new WeakMap<readonly Figure[], ReadonlyMap<string, readonly Figure[]>>()
