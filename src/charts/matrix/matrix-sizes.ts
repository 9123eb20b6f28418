import { textWidth } from '../parts/text-width.ts'
import type { MatrixTile } from './matrix-model.ts'

/** Size of the letters of numbers and of words in their place, and the height of a line of either. */
export const NUMBER_SIZE = 14
export const WORDS_SIZE = 13
export const NUMBER_LINE = 21
/** Pixels between tiles. */
export const ROW_GAP = 4

/** Pixels that the number of a tile takes. */
export function numberWidth({ number }: MatrixTile): number {
  return textWidth(number, NUMBER_SIZE, true)
}

/** Least height of a tile: more where fingers touch it. */
export function touchHeight(width: number): number {
  return width < PHONE ? 40 : 34
}

const PHONE = 500
