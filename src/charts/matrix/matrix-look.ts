import type { Box } from '../map/map-labels.ts'
import { classColours } from '../parts/classes.ts'
import { readableInk } from '../parts/contrast.ts'
import { type Graphic, hitArea, rectAt, type ShapeLook } from '../parts/graphics.ts'
import { palette } from '../parts/palette.ts'
import { type MatrixRow, type MatrixTile, type TileMark, tipOf } from './matrix-model.ts'

/** How a tile is drawn: its rectangle, none where only its words stand there, and the colour of what is written on it. */
export interface TileLook {
  readonly ink: string
  /** Colour of what is said in small letters below the number. */
  readonly small: string
  readonly shape: ShapeLook | null
}

export interface RowLook {
  of(mark: TileMark, level: number | null): TileLook
  /** Of a cell without a figure. */
  readonly empty: TileLook
}

/** The colours of one row: nothing of them is shared with another row. */
export function rowLook({ domain, classes }: Pick<MatrixRow, 'domain' | 'classes'>, dark: boolean): RowLook {
  const colours = palette(dark)
  const hue = colours.domain[domain] ?? colours.other
  const ramp = classColours(classes, hue, dark)
  const plain: TileLook = { ink: colours.ink, small: colours.muted, shape: null }
  const empty = { ...plain, ink: colours.muted }
  const outlines: Partial<Record<TileMark, ShapeLook>> = {
    zero: { fill: colours.paper, line: colours.border },
    // Hollow, whatever its number is: it is not the number of the place.
    part: { line: hue, lineWidth: 1.5 },
    doubtful: { line: hue, lineWidth: 2, dash: [0.1, 4] },
  }
  return {
    empty,
    of(mark, level) {
      const fill = level === null ? undefined : ramp[level]
      if (mark === 'withheld') return empty
      if (mark !== 'filled' || !fill) return { ...plain, shape: outlines[mark] ?? null }
      const ink = readableInk(fill, [colours.ink, colours.paper])
      return { ink, small: ink, shape: { fill } }
    },
  }
}

/** The rectangle behind a tile; none where only its words stand there. */
export function tileBack({ x, y, width, height }: Box, shape: ShapeLook | null): Graphic[] {
  if (!shape) return []
  const inset = shape.line ? (shape.lineWidth ?? 1) / 2 : 0
  return [rectAt(x + inset, y + inset, width - 2 * inset, height - 2 * inset, { ...shape, r: RADIUS })]
}

/** What answers to the pointer all over a tile. */
export function tileTouch(tile: MatrixTile, { x, y, width, height }: Box): Graphic {
  return hitArea(x, y, width, height, { name: tile.id, tip: tipOf(tile), z: 20 })
}

const RADIUS = 4
