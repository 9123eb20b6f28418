import type { Bounds } from '../figure.ts'
import type { Observation } from '../observation.ts'

export const EXACT: Bounds = { low: false, high: false, approx: false }

/** Rule 6, one row: "trên" bounds below, "gần" is about and not more than. Words without a number bound nothing by themselves. */
export function boundsOf(row: Pick<Observation, 'qualifier' | 'qualifierWord'>): Bounds {
  switch (row.qualifier) {
    case 'at_least':
      return { low: true, high: false, approx: false }
    case 'at_most':
      return { low: false, high: true, approx: false }
    case 'about':
      return { low: false, high: row.qualifierWord === 'gần', approx: true }
    default:
      return EXACT
  }
}

/** Rule 6, a sum: flags unite. */
export function uniteBounds(all: readonly Bounds[]): Bounds {
  return { low: all.some((b) => b.low), high: all.some((b) => b.high), approx: all.some((b) => b.approx) }
}

/** A sum of terms bounded below with terms bounded above says nothing: it is not made, its terms are listed. */
export function addable(all: readonly Bounds[]): boolean {
  const { low, high } = uniteBounds(all)
  return all.length < 2 || !(low && high)
}

/** What bounds a number, for machines: `exact`, `at_least`, `about+at_most`; empty where there is no number. */
export function boundCode({ value, low, high, approx }: Bounds & { readonly value: number | null }): string {
  if (value === null) return ''
  return [approx ? 'about' : '', low ? 'at_least' : '', high ? 'at_most' : ''].filter(Boolean).join('+') || 'exact'
}

/** Rule 6, a quotient: a bounded divisor swaps its sides; null where both terms are bounded on the same side. */
export function divideBounds(numerator: Bounds, divisor: Bounds): Bounds | null {
  if ((numerator.low && divisor.low) || (numerator.high && divisor.high)) return null
  return {
    low: numerator.low || divisor.high,
    high: numerator.high || divisor.low,
    approx: numerator.approx || divisor.approx,
  }
}
