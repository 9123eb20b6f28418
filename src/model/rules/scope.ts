import type { Observation } from '../observation.ts'

/** Rule 3: whose figure a row is. */
export function isOwnRow(row: Pick<Observation, 'unitLevel' | 'scopeVi'>): boolean {
  return row.unitLevel === 'tinh' && row.scopeVi === ''
}

/** Names the part of a province that a row covers; empty for the province's own row. */
export function scopeKey(row: Pick<Observation, 'unitLevel' | 'unitName' | 'scopeVi'>): string {
  return isOwnRow(row) ? '' : `${row.unitLevel}|${row.unitName}|${row.scopeVi}`
}
