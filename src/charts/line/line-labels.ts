import { linesOf, textWidth } from '../parts/text-width.ts'
import type { DataLine } from './line-panels.ts'

/** The name of a line, in lines that fit beside the plot. */
export interface EndLabel {
  readonly line: DataLine
  readonly texts: readonly string[]
  readonly height: number
}

export interface EndLabels {
  readonly labels: readonly EndLabel[]
  /** Pixels that the longest takes; 0 without labels. */
  readonly width: number
  readonly height: number
}

export const LABEL_LINE = 15
const SIZE = 12

/** Names broken at `most` pixels. */
export function endLabels(lines: readonly DataLine[], most: number): EndLabels {
  const labels = lines.map((line): EndLabel => {
    const texts = linesOf(line.name, most, SIZE, true)
    return { line, texts, height: texts.length * LABEL_LINE + 2 }
  })
  const width = Math.max(0, ...labels.flatMap(({ texts }) => texts.map((text) => textWidth(text, SIZE, true))))
  return { labels, width, height: labels.reduce((sum, { height }) => sum + height, 0) }
}

/** Tops of labels in `[top, bottom]`, as near to their middles as they can stand without covering each other. */
export function spread(
  wishes: readonly { readonly middle: number; readonly height: number }[],
  top: number,
  bottom: number,
): number[] {
  const order = wishes.map((wish, at) => ({ ...wish, at })).sort((a, b) => a.middle - b.middle || a.at - b.at)
  const tops = new Array<number>(wishes.length).fill(top)
  let least = top
  for (const { middle, height, at } of order) {
    tops[at] = Math.max(least, middle - height / 2)
    least = (tops[at] as number) + height
  }
  let most = bottom
  for (const { height, at } of order.reverse()) {
    tops[at] = Math.min(tops[at] as number, most - height)
    most = tops[at] as number
  }
  return tops
}
