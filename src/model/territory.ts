import type { Bilingual } from './bilingual.ts'

/** List of provinces: `63` up to 2025-06-30, `34` from 2025-07-01. Seven codes mean another unit on the other list. */
export type TerritorySet = '63' | '34'

/** A code is a key only together with its list. */
export interface TerritoryRef {
  readonly set: TerritorySet
  readonly code: string
}

/** One province or city on one list. */
export interface Territory extends TerritoryRef {
  readonly name: Bilingual
  readonly kind: 'tinh' | 'thanh_pho'
  readonly region: Bilingual
  /** Set 63: the code on list 34 that the unit became part of. */
  readonly mergedInto: string | null
  /** Set 34: the codes on list 63 that the unit was made of. */
  readonly formedFrom: readonly string[]
  /** Other spellings found in real files. */
  readonly aliases: readonly string[]
}

export type TerritoryKey = `${TerritorySet}:${string}`

/** `63:36`: the only form in which a territory is used as a key. */
export function territoryKey(ref: TerritoryRef): TerritoryKey {
  return `${ref.set}:${ref.code}`
}

/** Reads `63:36`; null when it is not of that form. */
export function readTerritoryKey(key: string): TerritoryRef | null {
  const match = /^(63|34):([0-9]{2})$/.exec(key)
  return match ? { set: match[1] as TerritorySet, code: match[2] as string } : null
}
