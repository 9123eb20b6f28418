import { circleAt, type Graphic, rectAt, textAt } from '../parts/graphics.ts'
import { mix } from '../parts/lightness.ts'
import type { Palette } from '../parts/palette.ts'
import type { MapMark } from './map-panels.ts'

/** Radius in pixels of the marks that stand for no size. */
export const SYMBOL_RADIUS = 5.5

interface SymbolLook {
  readonly ink: string
  readonly colours: Palette
  readonly name?: string
  readonly tip?: string
}

/** The mark of a figure without size around a point; nothing where its words or its place are the mark. */
export function symbolAt(x: number, y: number, mark: MapMark, { ink, colours, ...touch }: SymbolLook): Graphic[] {
  const ring = { line: ink, lineWidth: 1.75, z: 20, ...touch }
  switch (mark) {
    case 'alone':
      return [circleAt(x, y, SYMBOL_RADIUS, { ...ring, fill: mix(colours.land, ink, 0.45) })]
    case 'part':
      // Hollow: the land is seen through it.
      return [circleAt(x, y, SYMBOL_RADIUS, { ...ring, fill: colours.land })]
    case 'doubtful':
      return [circleAt(x, y, SYMBOL_RADIUS, { ...ring, fill: colours.land, lineWidth: 2, dash: [0.1, 3.35] })]
    case 'withheld':
      return [-4, 0, 4].map((off) => circleAt(x + off, y, 1.2, { fill: colours.muted, z: 20, ...touch }))
    default:
      return []
  }
}

/** The same in a legend, where what is a colour or a word on the map needs a sample. */
export function legendSymbol(x: number, y: number, mark: MapMark, look: Omit<SymbolLook, 'name' | 'tip'>): Graphic[] {
  const { colours } = look
  if (mark === 'zero') return [swatch(x, y, colours.paper, colours)]
  if (mark === 'words') return [textAt(x, y, 'abc', { colour: colours.ink, italic: true, align: 'center' })]
  return symbolAt(x, y, mark, look)
}

/** A patch of colour, as places are filled with it. */
export function swatch(x: number, y: number, fill: string, { border }: Palette): Graphic {
  return rectAt(x - 9, y - 6, 18, 12, { fill, line: border, r: 2 })
}
