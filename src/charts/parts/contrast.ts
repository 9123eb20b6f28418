import { luminance } from './lightness.ts'

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
