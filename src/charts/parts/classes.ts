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

/** Colours from pale to full, one for each class; between `from` and `to`, both `#rrggbb`. */
export function classColours(count: number, from: string, to: string): string[] {
  const first = count === 1 ? 0.6 : 0.22
  return Array.from({ length: count }, (_, at) => mix(from, to, count === 1 ? first : first + ((1 - first) * at) / (count - 1)))
}

/** `share` of `to` in `from`. */
export function mix(from: string, to: string, share: number): string {
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(1 + 2 * at, 3 + 2 * at), 16)
  const mixed = [0, 1, 2].map((at) => Math.round(part(from, at) + (part(to, at) - part(from, at)) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** Binary noise (0.1 × 3) must not make a class. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
