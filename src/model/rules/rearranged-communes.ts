import type { Change } from './change.ts'

/** The day from which communes, and the police units in them, are those of the rearrangement: about a third as many. */
export const COMMUNES_REARRANGED = '2025-07-01'

/** Units of which there are as many as there are communes or police units in them. */
const COUNTED: readonly string[] = ['commune_unit', 'police_unit']

/**
 * Whether a change compares a count of commune-level units of before the rearrangement with one of after it: it then tells how many
 * units there are, not what was done.
 */
export function isAcrossRearrangement({ now, base }: Pick<Change, 'now' | 'base'>): boolean {
  const [before, after] = [base?.period.end ?? base?.period.start, now.period.end ?? now.period.start]
  if (!before || !after || !COUNTED.includes(now.unit)) return false
  return before < COMMUNES_REARRANGED && after >= COMMUNES_REARRANGED
}
