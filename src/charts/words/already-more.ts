import { indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { measureOf } from '../../model/rules/change.ts'
import { type CoveredSpan, coveredSpans } from '../../model/rules/covered-spans.ts'
import { daysBetween } from '../../model/rules/periods.ts'
import { isOfSomeDays } from '../../model/rules/some-days.ts'
import { territoryKey } from '../../model/territory.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { spokenName } from '../parts/reporters.ts'
import type { SentencePart } from './sentence-part.ts'

type Input = Omit<PictureInput, 'width' | 'dark'>
type Asked = Pick<Input, 'answer' | 'dataset'>

/** More places are counted, not named; of those that are only perhaps above, one. */
const MOST_NAMED = 3

/** A number of other days than those of a scale: of so many of so many days, fewer or more than these. */
export interface InOtherDays {
  readonly figure: Figure
  readonly days: number
  readonly of: number
  readonly isMore: boolean
}

/** Who may stand above `least` though it is not on the scale: who already has more in fewer days, and who has more in more days. */
export function maybeAhead(scale: readonly Figure[], least: number, input: Asked): InOtherDays[] {
  const inMore = ofMoreDays(scale, input).filter(({ figure }) => (figure.value as number) > least)
  return [...alreadyMore(scale, least, input), ...inMore]
}

/**
 * Numbers of fewer days than those of a scale that are already above `least`: what a place had in some of the days it has at least in
 * all of them, so the highest of the scale are not for certain the highest. The highest first; none of stocks, ratios and averages of a
 * year, nor of parts of a place.
 */
export function alreadyMore(scale: readonly Figure[], least: number, input: Asked): InOtherDays[] {
  return besides(scale, input, (figure, head) => {
    const days = !figure.high && (figure.value as number) > least ? fewerDays(figure, head) : null
    return days && { ...days, isMore: false }
  })
}

/**
 * Where a scale is of some days of a window, the numbers of these days and of more. What of them belongs to the days of the scale they
 * do not tell: such a place has reported on them, and is neither above nor below anybody. The highest first; none of stocks, ratios and
 * averages of a year, nor of parts of a place.
 */
export function ofMoreDays(scale: readonly Figure[], input: Asked): InOtherDays[] {
  const wanted = scale[0] && isOfSomeDays(scale[0]) ? coveredSpans(scale[0]) : []
  if (wanted.length === 0) return []
  return besides(scale, input, (figure, head) => {
    const { days, daysOf } = figure
    if (days === null || daysOf === null || days <= (head.days as number)) return null
    const has = coveredSpans(figure)
    const isOfThem = ({ start, end }: CoveredSpan) => has.some((span) => span.start <= start && span.end >= end)
    return days === daysOf || wanted.every(isOfThem) ? { days, of: daysOf, isMore: true } : null
  })
}

/** Numbers of whole places that measure what the scale does and are of other days, the highest first. */
function besides(
  scale: readonly Figure[],
  { answer, dataset }: Asked,
  daysFor: (figure: Figure, head: Figure) => Omit<InOtherDays, 'figure'> | null,
): InOtherDays[] {
  const head = scale[0]
  if (!head || head.normalised?.by === 'year' || indicatorOf(dataset, head.indicator)?.aggregation !== 'sum') return []
  return answer.figures
    .flatMap((figure): InOtherDays[] => {
      const { stands, value, scope, state, needsVerification, territory } = figure
      const isOfPlace = stands && scope === '' && state !== 'only_parts' && territory.set === head.territory.set
      const isAlike = isOfPlace && !needsVerification && value !== null && measureOf(figure) === measureOf(head)
      const days = isAlike ? daysFor(figure, head) : null
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

/**
 * Them in a sentence, after those that are the highest: first who is above for certain; of many the first ones, and how many more.
 * Empty for nobody.
 */
export function maybeAheadParts(
  found: readonly InOtherDays[],
  numberText: (figure: Figure) => string,
  { dataset, words, language }: Pick<Input, 'dataset' | 'words' | 'language'>,
): SentencePart[] {
  const { headline } = words
  const said = [false, true].flatMap((isMore): SentencePart[][] => {
    const all = found.filter((one) => one.isMore === isMore)
    const named = all.slice(0, isMore ? 1 : MOST_NAMED)
    const more = all.length - named.length
    const inDays = isMore ? headline.inMoreDays : headline.inDays
    const parts = named.flatMap(({ figure, days, of }, at): SentencePart[] => [
      `${at > 0 ? ', ' : ''}${spokenName(dataset, territoryKey(figure.territory), language)}${isMore ? headline.has : headline.already}`,
      { figure, text: numberText(figure) },
      inDays(days, of),
    ])
    return all.length === 0 ? [] : [[...parts, more > 0 ? headline.andOthers(more) : '']]
  })
  return said.flatMap((parts, at) => [at === 0 ? headline.notCounting : headline.join, ...parts])
}
