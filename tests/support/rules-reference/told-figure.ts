import type { DatasetMeta } from '../../../src/model/dataset.ts'
import type { Figure } from '../../../src/model/figure.ts'
import type { Aggregation, BreakdownRule } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import type { Source } from '../../../src/model/source.ts'
import type { TerritoryRef, TerritorySet } from '../../../src/model/territory.ts'
import type { Hit } from './traps.ts'

/** Inclusive ISO days; null is open. */
export interface Days {
  readonly from: string | null
  readonly to: string | null
}

/** The rows of a package with what it says of them, and who listens to what the rules decide. */
export interface Told {
  readonly meta: DatasetMeta
  readonly rows: readonly Observation[]
  readonly hit: Hit
}

/** What is asked: the latest of each (`window` null) or what lies in a window, of chosen values of breakdowns. */
export interface Asked {
  readonly window: Days | null
  readonly filter: Readonly<Record<string, readonly string[]>>
}

/**
 * A figure as the reference has it. Instead of a comparison key it has its times: `ownTime` is equal for figures of one unit and
 * one period, `time` for figures of one period of different units.
 */
export type ToldFigure = Omit<Figure, 'comparisonKey'> & {
  readonly time: string
  readonly ownTime: string
  /** The days that a flow covers in a window, piece by piece; null where that is not asked. */
  readonly pieces: readonly Piece[] | null
  /** A number among its rows, though it has none itself. */
  readonly isList: boolean
}

export interface Piece {
  readonly start: string
  readonly end: string
}

export function aggregationOf({ meta }: Told, indicator: string): Aggregation {
  return meta.indicators.find(({ code }) => code === indicator)?.aggregation ?? 'none'
}

export function ruleOf({ meta }: Told, indicator: string, key: string): BreakdownRule {
  return meta.breakdowns.find((one) => one.indicator === indicator && one.key === key)?.rule ?? 'not_additive'
}

/** Whether an indicator has a breakdown that the filter is about. */
export function isAskedOf(indicator: string, { filter }: Asked, { meta }: Told): boolean {
  return Object.keys(filter).some((key) => meta.breakdowns.some((one) => one.indicator === indicator && one.key === key))
}

export function sourceOf({ meta }: Told, id: string): Source {
  const found = meta.sources.find((source) => source.id === id)
  if (!found) throw new Error(`no source ${id}`)
  return found
}

export function isSameUnit(a: TerritoryRef, b: TerritoryRef): boolean {
  return a.set === b.set && a.code === b.code
}

export function unitOf({ territorySet, provinceCode }: Observation): TerritoryRef {
  return { set: territorySet, code: provinceCode }
}

/** The code on the 34 that an old unit became part of. */
export function newCodeOf({ meta }: Told, oldCode: string): string {
  return meta.territories.get(`63:${oldCode}`)?.mergedInto ?? ''
}

/** The old units that a unit of the 34 was made of. */
export function oldCodesOf({ meta }: Told, newCode: string): readonly string[] {
  return meta.territories.get(`34:${newCode}`)?.formedFrom ?? []
}

export function otherList(set: TerritorySet): TerritorySet {
  return set === '63' ? '34' : '63'
}

/** Things fall into piles where `same` holds; it has to hold both ways round. */
export function piles<T>(things: readonly T[], same: (a: T, b: T) => boolean): T[][] {
  const made: T[][] = []
  for (const thing of things) {
    const pile = made.find(([first]) => first !== undefined && same(first, thing))
    if (pile) pile.push(thing)
    else made.push([thing])
  }
  return made
}

/** The values of a list, each once, in order. */
export function each<T extends string | number>(values: readonly T[]): T[] {
  return values.filter((value, at) => values.indexOf(value) === at).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}
