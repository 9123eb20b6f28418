import type { Figure } from '../figure.ts'
import type { Aggregation } from '../indicator.ts'
import { type TerritoryKey, territoryKey } from '../territory.ts'
import { type Change, changeOf, measureOf } from './change.ts'
import { poolFigures } from './pool-figures.ts'

/** The change of those that have numbers of both times (rule 10). */
export interface LikeForLike {
  /** `measureOf` its figures. */
  readonly measure: string
  readonly change: Change
  /** The figures of both times, by pairs: of a whole unit, or of an old unit of a merged one. */
  readonly pairs: readonly (readonly [now: Figure, base: Figure])[]
  /** Units that are in it whole. */
  readonly whole: readonly TerritoryKey[]
  /** Merged units of which only some old units are in it. */
  readonly partly: readonly { readonly unit: TerritoryKey; readonly old: readonly TerritoryKey[] }[]
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
): LikeForLike[] {
  const indexes = { now: indexOf(now), base: indexOf(base) }
  return [...indexes.now.measures].flatMap((measure) => {
    const pairs: (readonly [Figure, Figure])[] = []
    const whole: TerritoryKey[] = []
    const partly: { unit: TerritoryKey; old: readonly TerritoryKey[] }[] = []
    const without = { now: [] as TerritoryKey[], base: [] as TerritoryKey[] }
    for (const unit of units) {
      const pair = pairOf(unit, measure, indexes.now.onList, indexes.base.onList)
      if (pair) {
        whole.push(unit)
        pairs.push(pair)
        continue
      }
      const parts = oldUnits(unit).flatMap((key) => {
        const found = pairOf(key, measure, indexes.now.reported, indexes.base.reported)
        return found ? [{ key, found }] : []
      })
      if (parts.length > 0) partly.push({ unit, old: parts.map(({ key }) => key) })
      for (const { found } of parts) pairs.push(found)
      if (!indexes.now.onList.has(`${unit} ${measure}`)) without.now.push(unit)
      if (!indexes.base.onList.has(`${unit} ${measure}`)) without.base.push(unit)
    }
    const [first] = pairs
    const aggregation = first && aggregationOf(first[0].indicator)
    const sum = (at: 0 | 1) =>
      aggregation &&
      poolFigures(
        pairs.map((pair) => pair[at]),
        aggregation,
      )
    const [pooled, pooledBase] = [sum(0), sum(1)]
    if (!pooled || !pooledBase) return []
    const change = changeOf(pooled, pooledBase, false)
    return [{ measure, change, pairs, whole, partly, withoutNow: without.now, withoutBase: without.base }]
  })
}

function pairOf(unit: TerritoryKey, measure: string, now: Index, base: Index): readonly [Figure, Figure] | null {
  const [one, other] = [now.get(`${unit} ${measure}`), base.get(`${unit} ${measure}`)]
  return one && other ? [one, other] : null
}

type Index = ReadonlyMap<string, Figure>

/** The numbers that count: of a whole unit, of all days, none in doubt. */
function indexOf({ onList, reported }: FiguresOfTime) {
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
