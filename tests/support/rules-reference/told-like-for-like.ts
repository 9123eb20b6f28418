import type { TerritoryRef, TerritorySet } from '../../../src/model/territory.ts'
import type { View } from '../../../src/model/view.ts'
import { isOneDefinition } from './comparison-groups.ts'
import { askedPlaces } from './places-and-states.ts'
import type { AnswerOfTime } from './reference-answer.ts'
import { type Sized, type Step, stepOf } from './step-of.ts'
import { aggregationOf, each, isSameUnit, oldCodesOf, piles, type Told, type ToldFigure } from './told-figure.ts'
import { areOfOneTime, type TwoTimes } from './two-times.ts'

/** Rule 10: the change of those that have a number of both times, of one thing and on one list, and where every other place is. */
export interface ToldLikeForLike extends Step {
  readonly list: TerritorySet
  /** Any figure of the thing. */
  readonly thing: ToldFigure
  readonly now: Sized
  readonly base: Sized
  /** Places as `34:37`; with the old units that are in it in its stead `34:37 by 35+36`. */
  readonly whole: readonly string[]
  readonly partly: readonly string[]
  readonly bounded: readonly string[]
  readonly otherDate: readonly string[]
  readonly withoutNow: readonly string[]
  readonly withoutBase: readonly string[]
}

export function toldLikeForLike(
  now: AnswerOfTime,
  base: AnswerOfTime,
  view: View,
  times: TwoTimes,
  told: Told,
): ToldLikeForLike[] {
  const places = askedPlaces({ ...told, hit: () => {} }, view)
  const things = piles([...now.figures, ...now.reported].filter(isCounted), isOneDefinition)
  return (['63', '34'] as const).flatMap((list) => {
    const here = places.filter((place) => place.startsWith(list))
    return things.flatMap(([thing]) => (thing ? ofThing(thing, list, here, { now, base, view, times, told }) : []))
  })
}

interface Asked {
  readonly now: AnswerOfTime
  readonly base: AnswerOfTime
  readonly view: View
  readonly times: TwoTimes
  readonly told: Told
}

/** A place with the numbers of it that answer to each other. */
interface Place {
  readonly place: string
  readonly pairs: readonly (readonly [now: ToldFigure, base: ToldFigure])[]
  readonly isWhole: boolean
  readonly olds: readonly string[]
  readonly hasNow: boolean
  readonly hasBase: boolean
}

function ofThing(thing: ToldFigure, list: TerritorySet, places: readonly string[], asked: Asked): ToldLikeForLike[] {
  const { hit } = asked.told
  const all = places.map((place) => pairsOf(place, thing, asked))
  const both = all.filter(({ pairs }) => pairs.length > 0)
  if (both.length === 0) return []
  const isExact = ({ low, high }: ToldFigure) => !low && !high
  const exact = both.filter(({ pairs }) => pairs.flat().every(isExact))
  let used = both
  let change = together(used, thing, asked)
  if (!change && exact.length > 0 && exact.length < both.length) {
    used = exact
    change = together(used, thing, asked)
    if (change) hit('rule 10: bounds that would leave no change are left out of it, and named')
  }
  if (!change) {
    hit('rule 10: without a sum of both times there is no change of all')
    return []
  }
  const names = (some: readonly Place[]) => some.map(({ place }) => place)
  const silent = all.filter(({ isWhole }) => !isWhole)
  const made: ToldLikeForLike = {
    ...change,
    ...{ list, thing },
    whole: names(used.filter(({ isWhole }) => isWhole)),
    partly: used.filter(({ isWhole }) => !isWhole).map(({ place, olds }) => `${place} by ${olds.join('+')}`),
    bounded: names(both.filter((one) => !used.includes(one))),
    otherDate: names(silent.filter(({ pairs, hasNow, hasBase }) => pairs.length === 0 && hasNow && hasBase)),
    withoutNow: names(silent.filter(({ hasNow }) => !hasNow)),
    withoutBase: names(silent.filter(({ hasBase }) => !hasBase)),
  }
  if (made.whole.length > 1) hit('rule 10: a change of all that have both numbers')
  if (made.partly.length > 0) hit('rule 10: of a merged unit those old ones are compared that have both numbers')
  if (made.otherDate.length > 0) hit('rule 10: numbers of days that do not answer to each other are left out, and named')
  if (silent.some(({ hasNow, hasBase }) => hasNow && !hasBase)) hit('rule 10: who has a number only now is named')
  if (silent.some(({ hasNow, hasBase }) => !hasNow && hasBase)) hit('rule 10: who had a number only then is named')
  for (const { place } of silent) noteLeftOut(place, thing, asked)
  if (made.refused === 'zero_base' && used.length > 1) hit('rule 10: of all the base is zero')
  return [made]
}

/** The place itself where both of its numbers are of one time, else those of its old units of which they are. */
function pairsOf(place: string, thing: ToldFigure, { now, base, view, times, told }: Asked): Place {
  const unit = { set: place.slice(0, 2) as TerritorySet, code: place.slice(3) }
  const numberOf = (who: TerritoryRef, figures: readonly ToldFigure[]) => {
    const found = figures.filter((one) => isCounted(one) && isSameUnit(one.territory, who) && isOneDefinition(one, thing))
    if (found.length > 1) throw new Error(`two numbers of ${who.set}:${who.code} for ${thing.indicator}`)
    return found[0]
  }
  const [newer, older] = [numberOf(unit, now.figures), numberOf(unit, base.figures)]
  const known = { place, hasNow: newer !== undefined, hasBase: older !== undefined }
  if (newer && older && areOfOneTime(newer, older, times, told)) {
    return { ...known, pairs: [[newer, older]], isWhole: true, olds: [] }
  }
  // As in the reports nothing moves to another unit.
  const codes = view.units === '34' ? oldCodesOf(told, unit.code) : []
  const parts = codes.flatMap((code) => {
    const [one, other] = [now, base].map(({ reported }) => numberOf({ set: '63', code }, reported))
    return one && other && areOfOneTime(one, other, times, told) ? [{ code, pair: [one, other] as const }] : []
  })
  return { ...known, pairs: parts.map(({ pair }) => pair), isWhole: false, olds: parts.map(({ code }) => code) }
}

/** Rules 1 and 6 over all pairs: the two sums, and how one stands to the other; null where there is none. */
function together(
  places: readonly Place[],
  { indicator }: ToldFigure,
  { told }: Asked,
): (Step & Pick<ToldLikeForLike, 'now' | 'base'>) | null {
  const pairs = places.flatMap((place) => place.pairs)
  const aggregation = aggregationOf(told, indicator)
  const [now, base] = ([0, 1] as const).map((at) => {
    let [sum, top, bottom] = [0, 0, 0]
    const all = { low: false, high: false, approx: false }
    for (const pair of pairs) {
      const { value, counts, low, high, approx } = pair[at]
      if (aggregation === 'none' || (aggregation === 'ratio' && !counts)) return null
      sum += value ?? 0
      top += counts?.numerator ?? 0
      bottom += counts?.denominator ?? 0
      all.low ||= low
      all.high ||= high
      all.approx ||= approx
    }
    if (pairs.length > 1 && all.low && all.high) {
      told.hit('rule 10: low and high are not added for a change of all')
      return null
    }
    return { ...all, value: aggregation === 'ratio' ? (100 * top) / bottom : sum }
  })
  if (!now || !base) {
    if (aggregation === 'ratio' && pairs.flat().some(({ counts }) => !counts))
      told.hit('rule 10: printed ratios have no change of all')
    return null
  }
  const change = stepOf(now, base, aggregation === 'ratio', () => {})
  if (change.refused === 'one_sided') return null
  if (aggregation === 'ratio' && pairs.length > 1) told.hit('rule 10: the change of all ratios is that of their counts')
  return { now, base, ...change }
}

/** A number of the whole place and of all days, in no doubt. */
function isCounted({ stands, value, scope, state, days, daysOf, needsVerification }: ToldFigure): boolean {
  const isOfAllDays = days === null || daysOf === null || days === daysOf
  return stands && value !== null && scope === '' && state !== 'only_parts' && isOfAllDays && !needsVerification
}

/** Why a place that says something is in no change of all. */
function noteLeftOut(place: string, thing: ToldFigure, { now, base, told }: Asked): void {
  const said = [now, base].flatMap(({ figures }) =>
    figures.filter(
      (one) =>
        one.stands && `${one.territory.set}:${one.territory.code}` === place && isOneDefinition(one, thing) && !isCounted(one),
    ),
  )
  const whys = said.map(({ value, needsVerification, scope, state }) => {
    if (value === null) return 'rule 10: words are no number of a change of all'
    if (scope !== '' || state === 'only_parts') return 'rule 10: a part is no number of a change of all'
    return needsVerification ? 'rule 10: a doubt is in no change of all' : 'rule 10: some days are no number of a change of all'
  })
  for (const why of each(whys)) told.hit(why)
}
