import type { Figure } from '../figure.ts'
import type { Aggregation } from '../indicator.ts'
import { type TerritoryKey, territoryKey } from '../territory.ts'
import { type Change, changeOf, measureOf } from './change.ts'
import { poolFigures } from './pool-figures.ts'
import { areOfSameTime, type TwoWindows } from './same-place.ts'

/** The change of those that have numbers of both times (rule 10). */
export interface LikeForLike {
  /** `measureOf` its figures. */
  readonly measure: string
  readonly change: Change
  /** The figures of both times, by pairs: of a whole unit, or of an old unit of a merged one. */
  readonly pairs: readonly Pair[]
  /** Units that are in it whole. */
  readonly whole: readonly TerritoryKey[]
  /** Merged units of which only some old units are in it. */
  readonly partly: readonly { readonly unit: TerritoryKey; readonly old: readonly TerritoryKey[] }[]
  /** Units with both numbers that are left out, for a bounded number of theirs would leave no change to tell. */
  readonly bounded: readonly TerritoryKey[]
  /** Units whose two numbers are of days that do not answer to each other. */
  readonly otherDate: readonly TerritoryKey[]
  /** Units without a number that counts at one of the two times, or at both. */
  readonly withoutNow: readonly TerritoryKey[]
  readonly withoutBase: readonly TerritoryKey[]
}

/** Figures of one time: on the list that the view counts by, and as the reports have them. */
export interface FiguresOfTime {
  readonly onList: readonly Figure[]
  readonly reported: readonly Figure[]
}

/**
 * Rule 10, decided on old units where a merged unit lacks some: with a whole number at both times a unit counts whole, else by those
 * of its old units that have numbers at both times. `units` are those of the view, `oldUnits` what a unit of the 34 was made of.
 * One answer for each measure that has at least one pair.
 */
export function likeForLike(
  now: FiguresOfTime,
  base: FiguresOfTime,
  units: readonly TerritoryKey[],
  oldUnits: (unit: TerritoryKey) => readonly TerritoryKey[],
  aggregationOf: (indicator: string) => Aggregation | undefined,
  windows: TwoWindows,
): LikeForLike[] {
  const indexes = { now: indexOf(now), base: indexOf(base) }
  return [...indexes.now.measures].flatMap((measure) => {
    const aggregation = aggregationOf(measure.split('|')[0] ?? '')
    const isPair = ([one, other]: Pair) => areOfSameTime(one, other, windows, aggregation === 'last')
    const told = units.map((unit) => unitPairs(unit, measure, indexes, oldUnits(unit), isPair))
    const paired = told.filter(({ pairs }) => pairs.length > 0)
    // Bounds of both times on one side leave no change: then those are told that have none.
    const exact = paired.filter(({ pairs }) => pairs.every(([one, other]) => !isBounded(one) && !isBounded(other)))
    const of = [paired, exact].flatMap((all) => {
      const change = aggregation && pooledChange(all, aggregation, windows.kind)
      return change ? [{ all, change }] : []
    })[0]
    if (!of) return []
    const without = (index: Index) =>
      told.filter(({ unit, isWhole }) => !isWhole && !index.has(`${unit} ${measure}`)).map(({ unit }) => unit)
    return [
      {
        measure,
        change: of.change,
        pairs: of.all.flatMap(({ pairs }) => pairs),
        whole: of.all.filter(({ isWhole }) => isWhole).map(({ unit }) => unit),
        partly: of.all.filter(({ isWhole }) => !isWhole).map(({ unit, old }) => ({ unit, old })),
        bounded: paired.filter((one) => !of.all.includes(one)).map(({ unit }) => unit),
        otherDate: told.filter(({ pairs, isOtherDate }) => pairs.length === 0 && isOtherDate).map(({ unit }) => unit),
        withoutNow: without(indexes.now.onList),
        withoutBase: without(indexes.base.onList),
      },
    ]
  })
}

type Pair = readonly [now: Figure, base: Figure]

interface UnitPairs {
  readonly unit: TerritoryKey
  readonly pairs: readonly Pair[]
  readonly isWhole: boolean
  /** Whether it has two whole numbers, of days that do not answer to each other. */
  readonly isOtherDate: boolean
  /** The old units of the pairs of a unit that is not in it whole. */
  readonly old: readonly TerritoryKey[]
}

function unitPairs(
  unit: TerritoryKey,
  measure: string,
  { now, base }: { readonly now: TimeIndex; readonly base: TimeIndex },
  oldUnits: readonly TerritoryKey[],
  isPair: (pair: Pair) => boolean,
): UnitPairs {
  const pair = pairOf(unit, measure, now.onList, base.onList)
  if (pair && isPair(pair)) return { unit, pairs: [pair], isWhole: true, isOtherDate: false, old: [] }
  const parts = oldUnits.flatMap((key) => {
    const found = pairOf(key, measure, now.reported, base.reported)
    return found && isPair(found) ? [{ key, found }] : []
  })
  const [pairs, old] = [parts.map(({ found }) => found), parts.map(({ key }) => key)]
  return { unit, pairs, isWhole: false, isOtherDate: pair !== null, old }
}

/** Null where the figures of one of the times cannot be added, or the two sums not be compared. */
function pooledChange(all: readonly UnitPairs[], aggregation: Aggregation, against: 'prev' | 'yoy'): Change | null {
  const pairs = all.flatMap((one) => one.pairs)
  const [now, base] = ([0, 1] as const).map((at) =>
    poolFigures(
      pairs.map((pair) => pair[at]),
      aggregation,
    ),
  )
  // Of each pair it was asked whether the two are of one time.
  const change = now && base ? changeOf(now, base, { aggregation, against }) : null
  return change && (change.refused === null || change.refused === 'zero_base') ? change : null
}

function isBounded({ low, high }: Figure): boolean {
  return low || high
}

function pairOf(unit: TerritoryKey, measure: string, now: Index, base: Index): Pair | null {
  const [one, other] = [now.get(`${unit} ${measure}`), base.get(`${unit} ${measure}`)]
  return one && other ? [one, other] : null
}

type Index = ReadonlyMap<string, Figure>

interface TimeIndex {
  readonly measures: ReadonlySet<string>
  readonly onList: Index
  readonly reported: Index
}

/** The numbers that count: of a whole unit, of all days, none in doubt. */
function indexOf({ onList, reported }: FiguresOfTime): TimeIndex {
  const counts = onList.filter(isCounted)
  const keyOf = (figure: Figure): [string, Figure] => [`${territoryKey(figure.territory)} ${measureOf(figure)}`, figure]
  return {
    measures: new Set([...counts, ...reported.filter(isCounted)].map(measureOf)),
    onList: new Map(counts.map(keyOf)) as Index,
    reported: new Map(reported.filter(isCounted).map(keyOf)) as Index,
  }
}

function isCounted({ stands, value, scope, state, days, daysOf, needsVerification }: Figure): boolean {
  const isAllDays = days === null || daysOf === null || days === daysOf
  return stands && value !== null && scope === '' && state !== 'only_parts' && isAllDays && !needsVerification
}
