/** WCAG contrast of two colours `#rrggbb`: from 1 (equal) to 21 (black and white). */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** The first of `inks` that can be read on `fill`, else black or white: one of the two can be read on any colour. */
export function readableInk(fill: string, inks: readonly string[]): string {
  const readable = [...inks, '#000000', '#ffffff'].find((ink) => contrast(ink, fill) >= LEAST)
  return readable ?? '#000000'
}

/** What WCAG AA asks of text of common size. */
const LEAST = 4.5

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
