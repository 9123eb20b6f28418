import type { FigureWords } from '../../locale/figure.vi.ts'
import type { Figure } from '../../model/figure.ts'

/** What is said behind a number that may still change or was not counted: provisional, estimated. */
export function howSure({ provisional, estimated }: Figure, words: FigureWords): string[] {
  return [...(provisional ? [words.provisional] : []), ...(estimated ? [words.estimated] : [])]
}
