import type { TerritorySet } from './territory.ts'

export type UnitLevel = 'tinh' | 'huyen' | 'xa' | 'phong'
export type LevelRelation = 'within' | 'additional'
export type PeriodBasis = 'stated' | 'carried' | 'as_of' | 'not_stated'
export type Qualifier = 'exact' | 'at_least' | 'about' | 'at_most' | 'unquantified'
export type Status = 'reported' | 'provisional' | 'estimated' | 'suppressed' | 'not_applicable'

/**
 * One reported figure, typed. Dates are inclusive ISO days (`2024-12-31`) or null where the source gives none.
 * `value` is in base units (đồng, not tỷ đồng) or null. `row` numbers the record inside its dataset and is its only sure key.
 */
export interface Observation {
  readonly row: number
  readonly observationId: string
  readonly sourceId: string
  readonly revision: number
  readonly territorySet: TerritorySet
  readonly provinceCode: string
  readonly unitLevel: UnitLevel
  readonly unitName: string
  /** What part of the province the figure covers, in words; empty for the whole province. */
  readonly scopeVi: string
  readonly scopeEn: string
  readonly levelRelation: LevelRelation | ''
  readonly periodStart: string | null
  readonly periodEnd: string | null
  readonly periodBasis: PeriodBasis
  /** ISO 8601 duration that the source states (`P5Y`), or empty. */
  readonly durationStated: string
  readonly indicator: string
  /** Empty for the total. */
  readonly breakdownKey: string
  readonly breakdownValue: string
  readonly value: number | null
  readonly unit: string
  readonly status: Status
  readonly qualifier: Qualifier
  /** The word as printed: trên, hơn, gần, khoảng, tối thiểu. */
  readonly qualifierWord: string
  /** 100 for "hàng trăm": a word, never a value. */
  readonly magnitude: number | null
  readonly needsVerification: boolean
}
