/** A ribbon before it has a height: its number, and the pixels that its time takes. */
export interface RibbonSize {
  readonly value: number
  readonly width: number
}

export interface RibbonHeight {
  /** In pixels; of a ribbon that is drawn as a line it is that of the line. */
  readonly height: number
  readonly isLine: boolean
}

/**
 * Height in pixels: of the tallest ribbon at most and of ribbons of one height, of one that has no other to be measured by, of the
 * lowest one drawn and wished for, of a line.
 */
const TALLEST = 56
const CALM = 28
const ALONE = 14
const LOWEST = 3
const CLEAR = 6
const LINE_HEIGHT = 1.5

/**
 * Heights with which the areas of the ribbons of one definition are to each other as their numbers. The tallest is only as tall as
 * the lowest needs; what would still be too low to be seen as a ribbon is a line.
 */
export function ribbonHeights(ribbons: readonly RibbonSize[]): RibbonHeight[] {
  const densities = ribbons.map(({ value, width }) => value / width)
  const [least, most] = [Math.min(...densities), Math.max(...densities)]
  const tallest = ribbons.length === 1 ? ALONE : Math.min(TALLEST, Math.max(CALM, (CLEAR * most) / least))
  return densities.map((density) => {
    const height = (density / most) * tallest
    return height < LOWEST ? { height: LINE_HEIGHT, isLine: true } : { height, isLine: false }
  })
}
