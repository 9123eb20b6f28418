import { PICTURE_FONT } from './palette.ts'

/** An element of ECharts' graphic component, in pixels of the canvas. */
export type Graphic = Readonly<Record<string, unknown>>

/** Where a column of text begins, and how wide it is. */
export interface ColumnPlace {
  readonly x: number
  readonly y: number
  readonly width: number
}

export interface Column {
  readonly graphics: readonly Graphic[]
  /** Where the next thing below it may begin. */
  readonly bottom: number
}

/** Height of a line of 12 px. */
export const LINE = 18

interface Touchable {
  /** What `pick` is asked with when the element is clicked; without it the element is deaf. */
  readonly name?: string
  /** What is said when the pointer rests on it. */
  readonly tip?: string
  readonly z?: number
}

export interface TextLook extends Touchable {
  readonly colour: string
  readonly size?: number
  readonly strong?: boolean
  readonly italic?: boolean
  readonly align?: 'left' | 'center' | 'right'
  /** Colour of a rim that keeps the letters apart from what they stand on. */
  readonly rim?: string
}

/** One line of text; `y` is the middle of the line. */
export function textAt(x: number, y: number, text: string, look: TextLook): Graphic {
  const { colour, size = 12, strong = false, italic = false, align = 'left', rim } = look
  return {
    type: 'text',
    x: pixel(x),
    y: pixel(y),
    style: {
      text,
      fill: colour,
      fontSize: size,
      fontWeight: strong ? 600 : 400,
      fontStyle: italic ? 'italic' : 'normal',
      fontFamily: PICTURE_FONT,
      align,
      verticalAlign: 'middle',
      ...(rim ? { stroke: rim, lineWidth: 3, lineJoin: 'round' } : {}),
    },
    ...touch(look),
  }
}

export interface ShapeLook extends Touchable {
  readonly fill?: string
  readonly line?: string
  readonly lineWidth?: number
  readonly dash?: readonly number[]
  readonly opacity?: number
}

export function circleAt(x: number, y: number, r: number, look: ShapeLook): Graphic {
  return { type: 'circle', shape: { cx: pixel(x), cy: pixel(y), r: pixel(r) }, style: styleOf(look), ...touch(look) }
}

export function rectAt(x: number, y: number, width: number, height: number, look: ShapeLook & { readonly r?: number }): Graphic {
  const shape = { x: pixel(x), y: pixel(y), width: pixel(width), height: pixel(height), r: look.r ?? 0 }
  return { type: 'rect', shape, style: styleOf(look), ...touch(look) }
}

export function lineAt(x1: number, y1: number, x2: number, y2: number, look: ShapeLook): Graphic {
  const shape = { x1: pixel(x1), y1: pixel(y1), x2: pixel(x2), y2: pixel(y2) }
  return { type: 'line', shape, style: styleOf(look), ...touch(look) }
}

/** A place that can be clicked although nothing is drawn there. */
export function hitArea(x: number, y: number, width: number, height: number, look: Touchable): Graphic {
  return { ...rectAt(x, y, width, height, { ...look, fill: '#000' }), invisible: true }
}

function styleOf({ fill, line, lineWidth = 1, dash, opacity = 1 }: ShapeLook) {
  const stroke = line ? { stroke: line, lineWidth, ...(dash ? { lineDash: dash, lineCap: 'round' } : {}) } : {}
  return { fill: fill ?? 'none', opacity, ...stroke }
}

function touch({ name, tip, z = 0 }: Touchable) {
  // Without a word against it, ECharts would show the name.
  const tooltip = tip ? { formatter: tip } : { show: false }
  return { z: 10, z2: z, ...(name === undefined ? { silent: true } : { name, tooltip }) }
}

/** Hundredths of a pixel are enough for areas to be true. */
function pixel(value: number): number {
  return Math.round(value * 100) / 100
}
