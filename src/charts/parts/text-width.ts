import { wrapWords } from './wrap-words.ts'

/**
 * Pixels that a line takes in Inter, guessed from the kinds of its letters and rather too wide than too narrow: pictures are laid
 * out where there is no page to measure in, and ECharts itself takes every letter beyond ASCII for as wide as a Chinese one.
 */
export function textWidth(text: string, size: number, strong = false): number {
  const letters = [...text.normalize('NFD').replace(/\p{M}/gu, '')]
  const ems = letters.reduce((sum, letter) => sum + (WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? 0.6), 0)
  return ems * size * (strong ? 1.04 : 1)
}

/** The lines of a text that are no wider than `width` pixels, as far as its words allow. */
export function linesOf(text: string, width: number, size: number, strong = false): string[] {
  return wrapWords(text, width, (line) => textWidth(line, size, strong))
}

/** Widths of letters in em, with a little to spare for other typefaces. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijlI.,:;'’|·\s]/, 0.3],
  [/[tfr()/›[\]]/, 0.4],
  [/[-–"“”]/, 0.5],
  [/[mMwW…]/, 0.92],
  [/[0-9]/, 0.64],
  [/[A-ZĐ]/, 0.74],
  [/%/, 1],
]
