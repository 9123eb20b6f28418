import type { Figure } from '../figure.ts'
import type { Observation } from '../observation.ts'

/** Rule 3: whose figure a row is. */
export function isOwnRow(row: Pick<Observation, 'unitLevel' | 'scopeVi'>): boolean {
  return row.unitLevel === 'tinh' && row.scopeVi === ''
}

/** Names the part of a province that a row covers; empty for the province's own row. */
export function scopeKey(row: Pick<Observation, 'unitLevel' | 'unitName' | 'scopeVi'>): string {
  return isOwnRow(row) ? '' : `${row.unitLevel}|${row.unitName}|${row.scopeVi}`
}

/** Rule 11: a figure of only some of the old units of a merged one is of a part of it, which their codes name. */
export function scopeOfOldUnits({ scope, merged }: Pick<Figure, 'scope' | 'merged'>): string {
  return [`${OLD_UNITS}${(merged?.from ?? []).map(({ code }) => code).join('+')}`, scope].filter(Boolean).join('|')
}

/** A figure's scope as the report has it: without the old units that it is of. */
export function reportedScope({ scope, merged }: Pick<Figure, 'scope' | 'merged'>): string {
  return merged && scope.startsWith(OLD_UNITS) ? scope.split('|').slice(1).join('|') : scope
}

const OLD_UNITS = 'cu:'
