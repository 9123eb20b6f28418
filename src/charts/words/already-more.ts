import { indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { measureOf } from '../../model/rules/change.ts'
import { daysBetween } from '../../model/rules/periods.ts'
import { territoryKey } from '../../model/territory.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { spokenName } from '../parts/reporters.ts'
import type { SentencePart } from './sentence-part.ts'

type Input = Omit<PictureInput, 'width' | 'dark'>

/** More places are counted, not named. */
const MOST_NAMED = 3

/** A number of fewer days than those of a scale: of so many of so many days. */
export interface InFewerDays {
  readonly figure: Figure
  readonly days: number
  readonly of: number
}

/**
 * Numbers of fewer days than those of a scale that are already above `least`: what a place had in some of the days it has at least in
 * all of them, so the highest of the scale are not for certain the highest. The highest first; none of stocks, ratios and averages of a
 * year, nor of parts of a place.
 */
export function alreadyMore(
  scale: readonly Figure[],
  least: number,
  { answer, dataset }: Omit<Input, 'words' | 'language'>,
): InFewerDays[] {
  const head = scale[0]
  if (!head || head.normalised?.by === 'year' || indicatorOf(dataset, head.indicator)?.aggregation !== 'sum') return []
  return answer.figures
    .flatMap((figure): InFewerDays[] => {
      const { stands, value, high, scope, state, needsVerification, territory } = figure
      const isOfPlace = stands && scope === '' && state !== 'only_parts' && territory.set === head.territory.set
      const isSure = isOfPlace && !high && !needsVerification && value !== null && value > least
      const days = isSure && measureOf(figure) === measureOf(head) ? fewerDays(figure, head) : null
      return days ? [{ figure, ...days }] : []
    })
    .sort((a, b) => (b.figure.value as number) - (a.figure.value as number))
}

/** Null where it is not of fewer days. Outside a window with two ends the periods themselves tell. */
function fewerDays(figure: Figure, head: Figure): { readonly days: number; readonly of: number } | null {
  const { days, daysOf } = figure
  if (days !== null && daysOf !== null) return days < (head.days ?? daysOf) ? { days, of: daysOf } : null
  const [mine, theirs] = [figure.period, head.period]
  if (!mine.start || !mine.end || !theirs.start || !theirs.end) return null
  const isWithin = mine.start >= theirs.start && mine.end <= theirs.end
  const [n, of] = [daysBetween(mine.start, mine.end), daysBetween(theirs.start, theirs.end)]
  return isWithin && n < of ? { days: n, of } : null
}

/** Them in a sentence, after those that are the highest; of many the first ones, and how many more. Empty for nobody. */
export function alreadyMoreParts(
  found: readonly InFewerDays[],
  numberText: (figure: Figure) => string,
  { dataset, words, language }: Input,
): SentencePart[] {
  const { headline } = words
  if (found.length === 0) return []
  const named = found.slice(0, MOST_NAMED)
  const more = found.length - named.length
  return [
    headline.notCounting,
    ...named.flatMap(({ figure, days, of }, at): SentencePart[] => [
      `${at > 0 ? ', ' : ''}${spokenName(dataset, territoryKey(figure.territory), language)}${headline.already}`,
      { figure, text: numberText(figure) },
      headline.inDays(days, of),
    ]),
    more > 0 ? headline.andOthers(more) : '',
  ]
}
