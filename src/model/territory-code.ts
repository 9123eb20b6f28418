import type { TerritoryRef } from './territory.ts'
import type { UnitList } from './view.ts'

/**
 * Reads a province as a view names it: `36` on the chosen list; `o36` (of the 63) or `n36` (of the 34) where units stand as in
 * the reports, for there a code alone could mean either. Null for anything else, such as a region or a peer group.
 */
export function readTerritoryCode(code: string, units: UnitList): TerritoryRef | null {
  const parts = /^([on]?)([0-9]{2})$/.exec(code)
  const number = parts?.[2]
  if (!parts || !number) return null
  if (units !== 'goc') return parts[1] === '' ? { set: units, code: number } : null
  if (parts[1] === '') return null
  return { set: parts[1] === 'o' ? '63' : '34', code: number }
}

/** Writes what `readTerritoryCode` reads; null where the province is not on the chosen list. */
export function writeTerritoryCode(ref: TerritoryRef, units: UnitList): string | null {
  if (units === 'goc') return `${ref.set === '63' ? 'o' : 'n'}${ref.code}`
  return ref.set === units ? ref.code : null
}
