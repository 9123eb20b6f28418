import { printFigure } from '../../locale/print-figure.ts'
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
 * Who has more than the last of the `named` highest of a scale already, though days are missing from its number: the whole can only be
 * more, so that the order would be another. Empty where nobody has, and of what does not add up over days.
 */
export function aheadOfDays(scale: readonly Figure[], named: readonly Figure[], input: Input): SentencePart[] {
  const { answer, dataset, words, language } = input
  const [head] = scale
  const least = Math.min(...named.map(({ value }) => value as number))
  if (!head || isOfSomeDays(head) || indicatorOf(dataset, head.indicator)?.aggregation !== 'sum') return []
  // What is divided by years is not less for want of days.
  if (head.normalised?.by === 'year') return []
  const ranked = new Set(scale.map(({ territory }) => territoryKey(territory)))
  const ahead = answer.figures
    .filter(
      (one) =>
        one.stands &&
        one.value !== null &&
        one.value > least &&
        isOfSomeDays(one) &&
        one.state === head.state &&
        one.scope === '' &&
        !one.high &&
        !one.approx &&
        measureOf(one) === measureOf(head) &&
        one.breakdownKey === head.breakdownKey &&
        one.breakdownValues.join('|') === head.breakdownValues.join('|') &&
        !ranked.has(territoryKey(one.territory)),
    )
    .sort((a, b) => (b.value as number) - (a.value as number))
  if (ahead.length === 0) return []
  const { headline } = words
  const shown = ahead.slice(0, MOST_NAMED)
  const items = shown.flatMap((figure, at): SentencePart[] => [
    (at > 0 ? '; ' : '') + headline.already(spokenName(dataset, territoryKey(figure.territory), language)),
    { figure, text: printFigure(figure, dataset, words.figure, language).number },
    headline.inDays(figure.days as number, figure.daysOf as number),
  ])
  const more = ahead.length - shown.length
  return [headline.ahead, ...items, more > 0 ? ` ${headline.others(more)}` : '', headline.aheadEnd]
}
