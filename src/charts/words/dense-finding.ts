import { type FigureText, labelOf, printFigure } from '../../locale/print-figure.ts'
import { printTimes } from '../../locale/print-times.ts'
import { type Dataset, indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { measureOf } from '../../model/rules/change.ts'
import { type ComparisonGroup, totalOf } from '../../model/rules/comparability.ts'
import { isOfSomeDays } from '../../model/rules/some-days.ts'
import { territoryKey } from '../../model/territory.ts'
import { inCodeOrder } from '../parts/code-order.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { spokenName } from '../parts/reporters.ts'
import { maybeAhead, maybeAheadParts, ofMoreDays } from './already-more.ts'
import { howSure } from './how-sure.ts'
import type { SentencePart } from './sentence-part.ts'

/** From so many comparable figures on, a sentence that names them all is no longer read. */
export const MANY = 4
const HIGHEST = 3
const MOST_KINDS = 3
/** More places with one number are counted, not named. */
const MOST_TIED = 3

type Input = Omit<PictureInput, 'width' | 'dark'>

export interface DenseFinding {
  /** The time of all that is told; empty where there are several. */
  readonly time: string
  /** Whether there is no scale of all days that were asked for, so that it tells of fewer. */
  readonly isOfSomeDays: boolean
  /** What follows the opening, with its colon. */
  readonly parts: readonly SentencePart[]
  /** The same without who is highest and lowest; null where nothing would be left. */
  readonly brief: readonly SentencePart[] | null
  /** The figures of the scales that it speaks of; whoever has other ones only has to be named apart. */
  readonly told: ReadonlySet<Figure>
  /** Those of the scales from which it names the highest. */
  readonly spoken: ReadonlySet<Figure>
  /** Of fewer days than were asked for: the numbers of places that have these days and more. */
  readonly ofMoreDays: ReadonlySet<Figure>
}

/**
 * What many comparable figures say together: the sum where rule 1 allows one, the highest, the lowest; of several kinds the highest
 * of each. Null where there are not so many on one scale. With `isMixed` it has to be said which indicator is counted.
 */
export function denseFinding(figures: readonly Figure[], input: Input, isMixed: boolean): DenseFinding | null {
  const all = new Set(figures)
  const groups = input.answer.comparability.groups.filter(
    ({ composition, scale }) => !composition && scale.length >= MANY && scale.every((figure) => all.has(figure)),
  )
  const totals = groups.filter(({ scale }) => scale[0]?.breakdownKey === '')
  const told = toldScales(totals.length > 0 ? totals : groups)
  const [only, ...others] = told
  if (!only) return null
  const heads = inCodeOrder(
    told.flatMap(({ scale }) => scale[0] ?? []),
    input.dataset,
  )
  const times = [...new Set(told.map((group) => timeOf(group, input)))]
  const time = times.length === 1 ? (times[0] ?? '') : ''
  // Whoever is told of a kind has nothing to be told apart, though the kind is not among the first.
  const figuresTold = new Set((totals.length > 0 || others.length === 0 ? told : groups).flatMap(({ scale }) => scale))
  const about = {
    time,
    isOfSomeDays: told.every(isOfFewerDays),
    told: figuresTold,
    ofMoreDays: new Set(told.flatMap(({ scale }) => ofMoreDays(scale, input).map(({ figure }) => figure))),
  }
  if (others.length === 0) return { ...about, ...ofOneScale(only, isMixed, input), spoken: new Set(only.scale) }
  const { headline } = input.words
  const kinds = heads.flatMap((head) => told.filter(({ scale }) => scale[0] === head))
  const first = kinds.slice(0, MOST_KINDS)
  const shown = first.map((group) => highestOfKind(group, time === '', input))
  const spoken = new Set(first.flatMap(({ scale }) => scale))
  const more = kinds.length > MOST_KINDS ? headline.moreKinds(kinds.length - MOST_KINDS) : ''
  return { ...about, brief: null, parts: [headline.colon, ...joined(shown, headline.join), more], spoken }
}

/** Of each thing the scale with most places; of all days that were asked for, where there is one. */
export function toldScales(groups: readonly ComparisonGroup[]): ComparisonGroup[] {
  const largest = largestOfEach(groups)
  const whole = largest.filter((group) => !isOfFewerDays(group))
  return whole.length > 0 ? whole : largest
}

function isOfFewerDays({ scale }: ComparisonGroup): boolean {
  return scale.every(isOfSomeDays)
}

/** Figures of one thing for several times are several scales: only the one with most places is told. */
function largestOfEach(groups: readonly ComparisonGroup[]): ComparisonGroup[] {
  const largest = new Map<string, ComparisonGroup>()
  for (const group of groups) {
    const measure = measureOf(group.scale[0] as Figure)
    const known = largest.get(measure)
    if (!known || group.scale.length > known.scale.length) largest.set(measure, group)
  }
  return [...largest.values()]
}

function ofOneScale(group: ComparisonGroup, isMixed: boolean, input: Input): Pick<DenseFinding, 'parts' | 'brief'> {
  const { headline } = input.words
  const ordered = byValue(group.scale)
  const first = ordered[0] as Figure
  const isChosen = first.basis === 'part' || Object.keys(input.view.filters).length > 0
  const kinds = isChosen
    ? first.breakdownValues.map((value) => labelOf(input.dataset, first.breakdownKey, value, input.language))
    : []
  const what = [isMixed ? textOf(first, input).indicator : '', ...kinds].filter(Boolean).map(headline.lower).join(', ')
  // Rates that are all the same are together what each of them is.
  const isAlike = group.scale.every((figure) => textOf(figure, input).full === textOf(first, input).full)
  const total = isAlike && first.unit === 'percent' ? [] : togetherOf(group, input)
  const lead = what === '' ? headline.colon : headline.only(what)
  return {
    brief: total.length > 0 ? [lead, ...total] : null,
    parts: [
      lead,
      ...(total.length > 0 ? [...total, headline.join] : []),
      ...(group.scale.some(({ low, high, approx }) => low || high || approx) ? [headline.asGiven] : []),
      ...(ofMoreDays(group.scale, input).length > 0 && !isAlike ? [headline.amongThem(group.scale.length)] : []),
      ...extremesOf(ordered, total.length > 0, input),
    ],
  }
}

/**
 * The highest and the lowest; equal numbers are said once, of so many places that all of them can be named or none. What they were
 * divided by is said of the first number of the sentence, which the total is where there is one (`isUnitSaid`).
 */
function extremesOf(ordered: readonly Figure[], isUnitSaid: boolean, input: Input): SentencePart[] {
  const { headline } = input.words
  const first = ordered[0] as Figure
  const last = ordered.at(-1) as Figure
  const isBare = (figure: Figure) => figure.unit !== 'VND' && (isUnitSaid || figure !== first)
  const textOfAll = new Map(
    ordered.map((figure) => [
      figure,
      isBare(figure) && figure.normalised ? textOf(figure, input).number : numberText(figure, input),
    ]),
  )
  const named = (figure: Figure) => withName(figure, textOfAll.get(figure) ?? '', input)
  const alike = (one: Figure) => ordered.filter((figure) => textOf(figure, input).full === textOf(one, input).full)
  const number = (figure: Figure): SentencePart => ({ figure, text: textOfAll.get(figure) ?? '' })
  if (alike(first).length === ordered.length) {
    const isSame = first.value === last.value
    return [isSame ? headline.allAlike : headline.allAlikeRounded, number(first)]
  }
  const highest = ordered.slice(0, HIGHEST)
  const next = ordered[HIGHEST]
  const cut = next && alike(next).includes(highest.at(-1) as Figure) ? alike(next) : []
  const leading = highest.filter((figure) => !cut.includes(figure))
  const lowest = alike(last)
  return [
    headline.highest,
    ...(leading.length > 0 ? joined(leading.map(named), ', ') : [number(first), headline.atPlaces(alike(first).length)]),
    ...aheadOf(ordered, leading.at(-1) ?? first, input),
    headline.join,
    headline.lowest,
    ...(lowest.length > MOST_TIED ? [number(last), headline.atPlaces(lowest.length)] : joined(lowest.map(named), ', ')),
  ]
}

/** Who may have more than the last of the highest, by a number of other days. */
function aheadOf(scale: readonly Figure[], last: Figure, input: Input): SentencePart[] {
  const ahead = maybeAhead(scale, last.value as number, input)
  return maybeAheadParts(ahead, (one) => (one.normalised ? textOf(one, input).number : numberText(one, input)), input)
}

function highestOfKind(group: ComparisonGroup, withTime: boolean, input: Input): SentencePart[] {
  const ordered = byValue(group.scale)
  const first = ordered[0] as Figure
  const text = textOf(first, input)
  const number = numberText(first, input)
  const tied = ordered.filter((figure) => numberText(figure, input) === number)
  const { headline } = input.words
  return [
    `${headline.lower(text.kind || text.indicator)} ${headline.highest}`,
    ...(tied.length > MOST_TIED
      ? [{ figure: first, text: number }, headline.atPlaces(tied.length)]
      : joined(
          tied.map((figure) => withName(figure, numberText(figure, input), input)),
          ', ',
        )),
    ...aheadOf(ordered, first, input),
    withTime ? headline.details([timeOf(group, input)]) : '',
  ]
}

/** Rule 1: of stocks of several days it has to be said of which. */
function timeOf({ scale }: ComparisonGroup, { dataset, words, language }: Input): string {
  return printTimes(scale, dataset, words.figure, language)
}

function byValue(scale: readonly Figure[]): Figure[] {
  return [...scale].sort((a, b) => (b.value as number) - (a.value as number))
}

function withName(figure: Figure, text: string, input: Input): SentencePart[] {
  const { dataset, words, language } = input
  return [
    `${spokenName(dataset, territoryKey(figure.territory), language)} `,
    { figure, text },
    words.headline.details(howSure(figure, words.figure)),
  ]
}

function numberText(figure: Figure, input: Input): string {
  const text = textOf(figure, input)
  return unitIsSaid(figure, input.dataset) ? text.full : text.number
}

/** Whether a number says its unit, though the sentence names its indicator: it is money, of a unit of its own, or was divided. */
export function unitIsSaid({ unit, indicator, normalised }: Figure, dataset: Dataset): boolean {
  return normalised !== undefined || unit === 'VND' || unit !== indicatorOf(dataset, indicator)?.unit
}

/** What all of them come to, as a figure that says what it was made of. */
function togetherOf(group: ComparisonGroup, { dataset, words, language }: Input): SentencePart[] {
  const first = group.scale[0] as Figure
  const total = totalOf(group, indicatorOf(dataset, first.indicator)?.aggregation ?? 'none')
  if (!total) return []
  const { headline, figure } = words
  const lead = total.computed?.how === 'pooled' ? headline.pooled : headline.together
  const text = printFigure(total, dataset, figure, language).full
  return [lead(group.scale.length), { figure: total, text }, headline.details(howSure(total, figure))]
}

/** What has to be known of numbers on the scales that are told, said once with the places that it is about. */
export function remarksOfScale({ spoken }: DenseFinding, input: Input): SentencePart[][] {
  const { dataset, words, language } = input
  const places = new Map<string, Set<string>>()
  for (const figure of spoken) {
    for (const remark of textOf(figure, input).remarks) {
      if (remark === words.figure.provisional || remark === words.figure.estimated) continue
      const name = spokenName(dataset, territoryKey(figure.territory), language)
      places.set(remark, (places.get(remark) ?? new Set()).add(name))
    }
  }
  const collator = new Intl.Collator('vi')
  return [...places].map(([remark, names]) => [words.headline.noted(remark, [...names].sort(collator.compare))])
}

function textOf(figure: Figure, { dataset, words, language }: Input): FigureText {
  return printFigure(figure, dataset, words.figure, language)
}

function joined(items: readonly (readonly SentencePart[])[], joiner: string): SentencePart[] {
  return items.flatMap((item, at) => (at === 0 ? [...item] : [joiner, ...item]))
}
