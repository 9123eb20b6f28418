import type { TerritoryRef } from './territory.ts'

/** An assigned target (chỉ tiêu được giao) of one territory for one stretch of time. */
export interface Target {
  readonly territory: TerritoryRef
  readonly indicator: string
  /** Inclusive ISO days. */
  readonly start: string
  readonly end: string
  /** In base units of `unit`. */
  readonly value: number
  readonly unit: string
}
