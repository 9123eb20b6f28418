import { atLightness, lightness } from './lightness.ts'

const MOST_CLASSES = 5

/**
 * Bounds of at most five classes of equal width, to be read easily: multiples of 1, 2, 2.5 or 5 and powers of ten. Class `i` goes
 * from bound `i` to below bound `i + 1`; the last one includes its end.
 */
export function classBounds(values: readonly number[], decimals: number): readonly number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  let power = 10 ** -decimals
  for (;;) {
    for (const step of [1, 2, 2.5, 5]) {
      const width = step * power
      if (step === 2.5 && power <= 10 ** -decimals) continue
      const start = Math.floor(tidy(least / width))
      const count = Math.max(1, Math.ceil(tidy(most / width)) - start)
      if (count <= MOST_CLASSES) {
        return Array.from({ length: count + 1 }, (_, at) => tidy((start + at) * width))
      }
    }
    power *= 10
  }
}

/** The class that a value falls into. */
export function classIndex(value: number, bounds: readonly number[]): number {
  return bounds.slice(1, -1).filter((bound) => value >= bound).length
}

/**
 * Colours from the ground to the full hue, one for each class; so far apart that grey print keeps them apart, and beyond the
 * hue where many classes need it.
 */
export function classColours(count: number, hue: string, dark: boolean): string[] {
  const [first, sign] = dark ? [FIRST_ON_DARK, 1] : [FIRST_ON_LIGHT, -1]
  const needed = first + sign * APART * (count - 1)
  const last = sign * Math.max(sign * needed, sign * lightness(hue))
  if (count === 1) return [atLightness(hue, (first + last) / 2)]
  return Array.from({ length: count }, (_, at) => atLightness(hue, first + ((last - first) * at) / (count - 1)))
}

/** Lightness of the first class, as far from land and paper as from the second one. */
const FIRST_ON_LIGHT = 79
const FIRST_ON_DARK = 35.5
/** Difference in lightness that is seen in grey print, with room for rounding. */
const APART = 15.3

/** Binary noise (0.1 × 3) must not make a class. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
