import type { TerritoryRef } from './territory.ts'

/** What a figure may be divided by: people, or units of commune level (communes, wards, special zones). */
export type Measure = 'population' | 'commune_units'

/** One count of people or of units of one territory, as one publication gives it. */
export interface Denominator {
  readonly territory: TerritoryRef
  readonly measure: Measure
  readonly year: number
  readonly value: number
  /** How it was counted, as a slug: `gso_average`, `resolution_202`. Numbers of two bases are never mixed. */
  readonly basis: string
  /** False where no second source bears it out; then every figure made with it says so. */
  readonly verified: boolean
  /** Where it comes from, in words; empty where the package says nothing. */
  readonly source: string
}
