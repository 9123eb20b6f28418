import type { Bounds } from '../../../src/model/figure.ts'
import type { Hit } from './traps.ts'

/** A number with how sure it is. */
export interface Sized extends Bounds {
  readonly value: number
}

export interface Step {
  /** Why there is no percentage; empty where there is, or where points are told. */
  readonly refused: string
  readonly step: Sized | null
  readonly percent: Sized | null
}

/** Rules 1, 6 and 13 for two numbers of one thing: points of shares, of all else the difference and what it is of the base. */
export function stepOf(now: Sized, base: Sized, isShare: boolean, hit: Hit): Step {
  if ((now.low && base.low) || (now.high && base.high)) {
    hit('rule 13: of two numbers bounded on one side there is no change')
    return { refused: 'one_sided', step: null, percent: null }
  }
  const step = { value: now.value - base.value, low: false, high: false, approx: now.approx || base.approx }
  // What is more now, or less then, makes at least that step; and the other way round.
  if (now.low || base.high) step.low = true
  if (now.high || base.low) step.high = true
  if (step.low || step.high) hit('rule 13: the change of a bounded number is bounded')
  if (isShare) {
    hit('rule 13: the change of a share is told in points')
    return { refused: '', step, percent: null }
  }
  if (base.value === 0) {
    hit('rule 13: of a zero base there is a difference only')
    return { refused: 'zero_base', step, percent: null }
  }
  return { refused: '', step, percent: { ...step, value: (100 * step.value) / base.value } }
}
