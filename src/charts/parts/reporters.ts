import { nameOrder } from '../../locale/name-order.ts'
import type { Words } from '../../locale/words.ts'
import type { Language } from '../../model/bilingual.ts'
import type { Dataset } from '../../model/dataset.ts'
import type { Figure, State } from '../../model/figure.ts'
import type { RefusedSplit } from '../../model/rules/administrative-units.ts'
import { groupBy } from '../../model/rules/standing.ts'
import { stateOf } from '../../model/rules/states.ts'
import { type TerritoryKey, territoryKey } from '../../model/territory.ts'
import type { View } from '../../model/view.ts'
import { type Answer, reportersIn } from '../../query/view-answer.ts'

/** The territories that a view is about: those expected to have figures, narrowed by the view, in the order of their names. */
export function reportersOf(view: View, dataset: Dataset): TerritoryKey[] {
  return reportersIn(view, dataset).sort((a, b) => nameOrder(reporterName(dataset, a, 'vi'), reporterName(dataset, b, 'vi')))
}

export function reporterName(dataset: Dataset, key: TerritoryKey, language: Language): string {
  return dataset.territories.get(key)?.name[language] ?? key
}

/** As a sentence names it: a city that bears a person's name is never called by the bare name. */
export function spokenName(dataset: Dataset, key: TerritoryKey, language: Language): string {
  const name = reporterName(dataset, key, language)
  const [bare = '', list] = name.split(/ (?=\(\d\d\)$)/)
  return [NAMED_AFTER_A_PERSON[bare] ?? bare, list].filter(Boolean).join(' ')
}

const NAMED_AFTER_A_PERSON: Readonly<Record<string, string>> = {
  'Hồ Chí Minh': 'Thành phố Hồ Chí Minh',
  'Ho Chi Minh': 'Ho Chi Minh City',
}

/** Rule 9 for one territory and a choice of figures (all of the answer by default). */
export function stateFor(key: TerritoryKey, answer: Answer, wanted: (figure: Figure) => boolean = () => true): State {
  const of = (all: readonly Figure[]) => (byPlace(all).get(key) ?? []).filter(wanted)
  const figures = of(answer.figures)
  const otherTime = of(answer.otherTime)
  const isRefused = (splits: readonly RefusedSplit[]) =>
    splits.some((split) => split.parts.includes(key) && split.figures.some((figure) => figure.stands && wanted(figure)))
  // What cannot be split for another time is offered by nothing, but there is a report of it.
  const offered = otherTime.some((figure) => figure.stands)
  const refused = isRefused(answer.refused) || (!offered && isRefused(answer.refusedOtherTime))
  const overdue = answer.owed.some(({ territory, units }) => (units ?? [territoryKey(territory)]).includes(key))
  return stateOf({ figures, otherTime, overdue, hasSource: true, refused })
}

export function stateText(key: TerritoryKey, answer: Answer, words: Words): string {
  return words.figure.state[stateFor(key, answer)]
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
