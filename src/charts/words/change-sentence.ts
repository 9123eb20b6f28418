import { printFigure } from '../../locale/print-figure.ts'
import { printTimes } from '../../locale/print-times.ts'
import { indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { type Change, measureOf } from '../../model/rules/change.ts'
import { totalOf } from '../../model/rules/comparability.ts'
import type { LikeForLike } from '../../model/rules/like-for-like.ts'
import { isOfSomeDays } from '../../model/rules/some-days.ts'
import { type TerritoryKey, territoryKey } from '../../model/territory.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { listedNames, MOST_NAMES, spokenName } from '../parts/reporters.ts'
import { MANY } from './dense-finding.ts'
import { howSure } from './how-sure.ts'
import type { SentencePart } from './sentence-part.ts'
import { coveredAdvice, uncomparedSentence } from './uncompared-sentence.ts'

type Input = Omit<PictureInput, 'width' | 'dark'>

/**
 * What has to be said of a comparison: with an earlier time the change of those that have both figures, who rose and fell most, and
 * who is left out; with targets how many reached theirs. Why there is none, where there is none. Empty where nothing is compared, or
 * where the figures that are `told` are of several things. What is of another time than the `spoken` figures, of which the finding
 * before it speaks, says so.
 */
export function changeSentences(input: Input, told: ReadonlySet<Figure>, spoken: ReadonlySet<Figure>): SentencePart[][] {
  const { compared } = input.answer
  const { compare } = input.words
  if (!compared) return []
  if (compared.refused) return [[compare.refusedAll[compared.refused]]]
  if (compared.kind === 'target') return targetSentence(input)
  if (compared.kind === 'peers') return []
  const measures = measuresOf(told)
  const like = compared.likeForLike.find(({ measure }) => measures.has(measure))
  const { kind } = compared
  if (!like) return uncomparedSentence(measures, kind, input)
  if (measures.size !== 1) return []
  if (like.pairs.length < 2) return [...oneChange(like, kind, input), ...otherDates(like, input)]
  return [
    ...likeForLikeSentence(like, kind, spoken, input),
    ...allUnits(like, input),
    ...extremes(
      [...compared.changes.values()].filter(({ now }) => like.pairs.some(([one]) => one === now)),
      input,
    ),
    ...leftOut(like, input),
  ]
}

/** What to choose on the screen where nothing could be compared; empty where something is, or nothing helps. */
export function changeAdvice(input: Input, told: ReadonlySet<Figure>): string {
  const { compared } = input.answer
  if (!compared) return ''
  if (compared.refused) return input.words.compare.advice[compared.refused]
  if (compared.kind === 'target' || compared.kind === 'peers') return ''
  const measures = measuresOf(told)
  const isTold =
    compared.likeForLike.some(({ measure }) => measures.has(measure)) ||
    uncomparedSentence(measures, compared.kind, input).length === 0
  return isTold ? '' : coveredAdvice(measures, input)
}

function measuresOf(told: ReadonlySet<Figure>): ReadonlySet<string> {
  const wholes = [...told].filter(({ basis }) => basis !== 'part')
  return new Set((wholes.length > 0 ? wholes : [...told]).map(measureOf))
}

/** Of a single place: how it stands to itself. */
function oneChange({ pairs }: LikeForLike, kind: 'prev' | 'yoy', input: Input): SentencePart[][] {
  const change = input.answer.compared?.changes.get(pairs[0]?.[0] as Figure)
  return change?.step ? [[input.words.compare.againstOnly(kind), ...named(change, input), '.']] : []
}

function otherDates({ otherDate }: LikeForLike, input: Input): SentencePart[][] {
  return otherDate.length > 0 ? [[input.words.compare.otherDates(listedNames(otherDate, input))]] : []
}

function likeForLikeSentence(
  like: LikeForLike,
  kind: 'prev' | 'yoy',
  spoken: ReadonlySet<Figure>,
  input: Input,
): SentencePart[][] {
  const { compare, headline } = input.words
  const { measure, change, whole, partly, otherDate } = like
  const { now, base, percent, step } = change
  if (!base || !step) return []
  const timeOf = (figures: readonly Figure[]) => printTimes(figures, input.dataset, input.words.figure, input.language)
  const time = timeOf([now])
  const isOtherTime = timeOf([...spoken].filter((figure) => measureOf(figure) === measure)) !== time
  const fewerDays = haveFewerDays(missingOf(like), measure, input) ? 'fewer_days' : 'none'
  const among = compare.likeForLike(whole.length, partly.length, otherDate.length > 0 ? 'other_date' : fewerDays)
  const parts: SentencePart[] = [
    ...(isOtherTime ? [compare.ofTime(time), headline.lower(among)] : [among]),
    ...wentBy(percent ?? step, input),
    compare.against(kind),
    ...(wayOf(step) === 'same'
      ? [compare.still]
      : [
          compare.from,
          { figure: base, text: print(base, input) },
          sure(base, input),
          wayOf(step) === 'down' ? compare.toLower : compare.to,
        ]),
    { figure: now, text: print(now, input) },
    sure(now, input),
    '.',
  ]
  return [parts]
}

/** Rule 10: the sum of all that have a number now, where some of them are left out and the finding does not say it already. */
function allUnits({ measure, withoutBase, bounded, otherDate, partly }: LikeForLike, input: Input): SentencePart[][] {
  const { answer, dataset, words } = input
  if (withoutBase.length + bounded.length + otherDate.length + partly.length === 0) return []
  const group = answer.comparability.groups.find(
    ({ composition, scale: [head] }) => !composition && head && measureOf(head) === measure && !isOfSomeDays(head),
  )
  const aggregation = indicatorOf(dataset, group?.scale[0]?.indicator ?? '')?.aggregation ?? 'none'
  const total = group && group.scale.length < MANY ? totalOf(group, aggregation) : null
  if (!group || !total) return []
  return [[words.compare.allUnits(group.scale.length), { figure: total, text: print(total, input) }, sure(total, input), '.']]
}

/** `tăng 12,3%`, `không đổi`; known on one side only, the number says it itself: `tăng nhiều nhất 4%`. */
function wentBy(figure: Figure, input: Input): SentencePart[] {
  const isBounded = !figure.approx && (figure.low || figure.high)
  const way = wayOf(figure)
  const text = print(figure, input)
  if (isBounded) return [{ figure, text }]
  const { went } = input.words.compare
  return way === 'same' ? [went(way)] : [went(way), { figure, text: text.replace(/[+−-]/, '') }]
}

function wayOf({ value }: Figure): 'up' | 'down' | 'same' {
  return value === null || value === 0 ? 'same' : value > 0 ? 'up' : 'down'
}

/** Whose numbers rose and fell most, in the unit that is shown; nobody where a number that is not exact could be the one. */
function extremes(changes: readonly Change[], input: Input): SentencePart[][] {
  const { compare, headline } = input.words
  const counted = changes.filter(({ step, now }) => step !== null && now.basis !== 'part')
  const measures = new Set(counted.map(({ now }) => now.comparisonKey))
  if (counted.length < 3 || measures.size !== 1) return []
  return ([1, -1] as const).flatMap((sign) => {
    const most = furthest(counted, sign)
    if (most.length === 0 || most.length > MOST_TIED) return []
    const [first, ...others] = most.map((change) => named(change, input))
    const lead = sign > 0 ? compare.mostUp : compare.mostDown
    return [[lead, ...(first ?? []), ...others.flatMap((one) => [headline.join, ...one]), '.']]
  })
}

/** More that rose alike are no extremes. */
const MOST_TIED = 3

/** Those that rose (`sign` 1) or fell (−1) most; none where that is not sure. */
function furthest(changes: readonly Change[], sign: 1 | -1): Change[] {
  const size = ({ step }: Change) => sign * (step?.value as number)
  const exact = changes.filter(({ step }) => step && !step.low && !step.high && !step.approx)
  const most = Math.max(0, ...exact.map(size))
  const couldBeMore = changes.some((change) => {
    const { low, high, approx } = change.step as Figure
    const isOpen = sign > 0 ? low : high
    return isOpen || ((approx || low || high) && size(change) >= most)
  })
  return most === 0 || couldBeMore ? [] : exact.filter((change) => size(change) === most)
}

function named({ now, base, step, percent }: Change, input: Input): SentencePart[] {
  const name = spokenName(input.dataset, territoryKey(now.territory), input.language)
  const { compare } = input.words
  const size = (figure: Figure): SentencePart => ({ figure, text: print(figure, input).replace(/[+−-]/, '') })
  return [
    `${name} `,
    ...(step ? wentBy(step, input) : []),
    ...(percent ? [' (', size(percent), ')'] : []),
    ...(base ? [compare.from, { figure: base, text: number(base, input) }, sure(base, input)] : []),
    ...[
      base && (now.value as number) < (base.value as number) ? compare.toLower : compare.to,
      { figure: now, text: number(now, input) },
      sure(now, input),
    ],
  ]
}

function leftOut(like: LikeForLike, input: Input): SentencePart[][] {
  const { measure, partly, bounded } = like
  const { dataset, words, language } = input
  const missing = missingOf(like)
  const isOfDays = haveFewerDays(missing, measure, input)
  const named = partly.slice(0, MOST_NAMES).map(({ unit, old }) => ({
    name: spokenName(dataset, unit, language),
    old: listedNames(old, input),
  }))
  return [
    ...(missing.length > 0 ? [[words.compare.notBoth(listedNames(missing, input), isOfDays)]] : []),
    ...otherDates(like, input),
    ...(bounded.length > 0 ? [[words.compare.bounded(listedNames(bounded, input))]] : []),
    ...(named.length > 0 ? [[words.compare.partly(named, partly.length - named.length)]] : []),
  ]
}

/** Who lacks a number that counts at one of the two times. */
function missingOf({ whole, partly, bounded, withoutNow, withoutBase }: LikeForLike): TerritoryKey[] {
  return [...new Set([...withoutNow, ...withoutBase])].filter(
    (key) => !whole.includes(key) && !bounded.includes(key) && !partly.some(({ unit }) => unit === key),
  )
}

/** Whether any of them has a number of fewer days than one of the two times has. */
function haveFewerDays(keys: readonly TerritoryKey[], measure: string, { answer: { compared } }: Input): boolean {
  const pairs = [...(compared?.changes.values() ?? [])].flatMap(({ now, base }) => [now, ...(base ? [base] : [])])
  return [...pairs, ...(compared?.gone ?? [])].some(
    (figure) => isOfSomeDays(figure) && measureOf(figure) === measure && keys.includes(territoryKey(figure.territory)),
  )
}

function targetSentence(input: Input): SentencePart[][] {
  const { compare } = input.words
  const all = [...(input.answer.compared?.targets ?? new Map()).entries()].filter(([figure]) => figure.stands)
  const indicators = new Set(all.map(([figure]) => figure.indicator))
  if (all.length < 2 || indicators.size !== 1) return all.length === 0 ? [[compare.noTargetAtAll]] : []
  const ordered = [...all].sort(([, a], [, b]) => (b.share.value as number) - (a.share.value as number))
  const reached = ordered.filter(([, { share }]) => (share.value as number) >= 100).length
  const [best, worst] = [ordered[0], ordered.at(-1)]
  const one = (entry: (typeof ordered)[number] | undefined): SentencePart[] =>
    entry
      ? [
          `${spokenName(input.dataset, territoryKey(entry[0].territory), input.language)} ${compare.reaches}`,
          { figure: entry[1].share, text: print(entry[1].share, input) },
        ]
      : []
  return [[compare.reached(reached, all.length), compare.highestShare, ...one(best), compare.lowestShare, ...one(worst), '.']]
}

/** Behind a number, empty of one that is sure. */
function sure(figure: Figure, { words }: Input): string {
  return words.headline.details(howSure(figure, words.figure))
}

function print(figure: Figure, { dataset, words, language }: Input): string {
  return printFigure(figure, dataset, words.figure, language).full
}

function number(figure: Figure, { dataset, words, language }: Input): string {
  return printFigure(figure, dataset, words.figure, language).number
}
