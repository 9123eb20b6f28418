import { indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { measureOf } from '../../model/rules/change.ts'
import { isOfSomeDays } from '../../model/rules/some-days.ts'
import { territoryKey } from '../../model/territory.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { spokenName } from '../parts/reporters.ts'
import type { SentencePart } from './sentence-part.ts'

type Input = Omit<PictureInput, 'width' | 'dark'>

/** More places are counted, not named. */
const MOST_NAMED = 3

/**
 * Numbers of fewer days than those of a scale that are already above `least`: what a place had in some of the days it has at least in
 * all of them, so the highest of the scale are not for certain the highest. The highest first; none of stocks, ratios and averages of a
 * year, nor of parts of a place.
 */
export function alreadyMore(
  scale: readonly Figure[],
  least: number,
  { answer, dataset }: Omit<Input, 'words' | 'language'>,
): Figure[] {
  const head = scale[0]
  if (!head || head.normalised?.by === 'year' || indicatorOf(dataset, head.indicator)?.aggregation !== 'sum') return []
  const days = isOfSomeDays(head) ? (head.days as number) : Number.POSITIVE_INFINITY
  return answer.figures
    .filter((figure) => {
      const { stands, value, high, scope, needsVerification, territory } = figure
      const isLess = isOfSomeDays(figure) && (figure.days as number) < days
      const isOfPlace = stands && scope === '' && figure.state !== 'only_parts' && territory.set === head.territory.set
      const isSame = measureOf(figure) === measureOf(head)
      return isLess && isOfPlace && isSame && !high && !needsVerification && value !== null && value > least
    })
    .sort((a, b) => (b.value as number) - (a.value as number))
}

/** Them in a sentence, after those that are the highest; of many the first ones, and how many more. Empty for nobody. */
export function alreadyMoreParts(
  figures: readonly Figure[],
  numberText: (figure: Figure) => string,
  { dataset, words, language }: Input,
): SentencePart[] {
  const { headline } = words
  if (figures.length === 0) return []
  const named = figures.slice(0, MOST_NAMED)
  const more = figures.length - named.length
  return [
    headline.notCounting,
    ...named.flatMap((figure, at): SentencePart[] => [
      `${at > 0 ? ', ' : ''}${spokenName(dataset, territoryKey(figure.territory), language)}${headline.already}`,
      { figure, text: numberText(figure) },
      headline.inDays(figure.days as number, figure.daysOf as number),
    ]),
    more > 0 ? headline.andOthers(more) : '',
  ]
}
