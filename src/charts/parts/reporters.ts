import { nameOrder } from '../../locale/name-order.ts'
import type { Words } from '../../locale/words.ts'
import type { Language } from '../../model/bilingual.ts'
import type { Dataset } from '../../model/dataset.ts'
import type { TerritoryKey } from '../../model/territory.ts'
import type { View } from '../../model/view.ts'
import { reportersIn } from '../../query/view-answer.ts'

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

/** Names in a sentence, in their order; of many only the first, and how many more. */
export function listedNames(
  keys: readonly TerritoryKey[],
  { dataset, words, language }: { readonly dataset: Dataset; readonly words: Words; readonly language: Language },
): string[] {
  const said = keys.map((key) => spokenName(dataset, key, language)).sort(new Intl.Collator('vi').compare)
  return said.length > MOST_NAMES ? [...said.slice(0, MOST_NAMES), words.headline.others(said.length - MOST_NAMES)] : said
}

/** Of more names only so many are said. */
export const MOST_NAMES = 8

const NAMED_AFTER_A_PERSON: Readonly<Record<string, string>> = {
  'Hồ Chí Minh': 'Thành phố Hồ Chí Minh',
  'Ho Chi Minh': 'Ho Chi Minh City',
}
