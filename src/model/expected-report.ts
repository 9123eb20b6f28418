import type { UnitLevel } from './observation.ts'
import type { TerritoryRef, TerritorySet } from './territory.ts'

/** Stretches of a reporting year that somebody owes a figure for; the first three divide it, the others begin with it. */
export type OwedGrain = 'month' | 'quarter' | 'half' | 'first_half' | 'nine_months' | 'year'

/** A rule of the reporting calendar: every territory of a list owes an indicator for each such stretch inside `from` to `to`. */
export interface ExpectedReport {
  readonly territorySet: TerritorySet
  readonly indicator: string
  readonly grain: OwedGrain
  /** Inclusive ISO days between which the rule holds. */
  readonly from: string
  readonly to: string
  /** Days after the end of the stretch by which it is due. */
  readonly dueDays: number
  /** Units below one province that owe it in its stead (rule 3); without them the provinces of the list owe it. */
  readonly lower?: LowerUnits
}

/** Units of one level inside a province, by the names that they report under. */
export interface LowerUnits {
  readonly territory: TerritoryRef
  readonly level: UnitLevel
  readonly names: readonly string[]
}
