/** One of many numbers on one scale. */
export interface Measured<T> {
  readonly of: T
  readonly value: number
}

export interface Outliers<T> {
  /** How many numbers the rule was asked about. */
  readonly n: number
  readonly median: number
  /** Median of the distances from the median. */
  readonly deviation: number
  /** Those beyond the median ± 3 deviations, the furthest first. */
  readonly far: readonly Measured<T>[]
}

/** Of fewer numbers a median says nothing. */
export const LEAST_NUMBERS = 8
const DEVIATIONS = 3
/** Where more than one in five would be far, the numbers fall into groups, and nobody stands out. */
const MOST_FAR = 0.2

/**
 * Who is far from all others: further from the median than three times the median distance. Unlike mean and standard deviation, both do
 * not move with the very numbers that are looked for. Nobody is far who is nearer than `least`. Null for fewer than eight numbers, where
 * more than half of them are equal (then any other number would be far), and where more than a fifth would be far.
 */
export function outliersOf<T>(all: readonly Measured<T>[], least = 0): Outliers<T> | null {
  if (all.length < LEAST_NUMBERS) return null
  const median = medianOf(all.map(({ value }) => value))
  const distance = ({ value }: Measured<T>) => Math.abs(value - median)
  const deviation = medianOf(all.map(distance))
  if (deviation === 0) return null
  const isFar = (one: Measured<T>) => distance(one) > DEVIATIONS * deviation && distance(one) >= least
  const far = all.filter(isFar).sort((a, b) => distance(b) - distance(a))
  if (far.length > MOST_FAR * all.length) return null
  return { n: all.length, median, deviation, far }
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const at = (index: number) => sorted[index] as number
  return sorted.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2
}
