import type { TerritorySet } from './territory.ts'

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
}
