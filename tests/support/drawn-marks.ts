import type { ChartType } from '../../src/charts/chart-type.ts'
import { lightness, mix } from '../../src/charts/parts/lightness.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import type { Figure } from '../../src/model/figure.ts'
import { elementsIn } from './drawn-elements.ts'

/** What is drawn, as ECharts is told it and as far as marks go. */
export interface DrawnElement {
  readonly type: string
  readonly name?: string
  readonly invisible?: boolean
  readonly x?: number
  readonly y?: number
  readonly shape?: {
    readonly [key: string]: number | readonly (readonly [number, number])[] | undefined
    readonly points?: readonly (readonly [number, number])[]
  }
  readonly style: {
    readonly text?: string
    readonly fill?: Paint
    readonly stroke?: Paint
    readonly lineDash?: readonly number[]
    readonly lineWidth?: number
    readonly opacity?: number
    readonly fontStyle?: string
  }
}

type Paint = string | { readonly colorStops: readonly { readonly color: string }[] }

/** A mark in grey print: its kind of shape, how light fill and stroke are (null: none), how its stroke is broken, its size. */
export interface GreyMark {
  readonly shape: string
  readonly fill: number | null
  readonly stroke: number | null
  readonly edge: 'none' | 'solid' | 'dashed' | 'dotted'
  readonly fades: boolean
  readonly italic: boolean
  readonly text: string
}

/** Differences in lightness that are seen in grey print. */
export const SEEN = 15

export function drawnElements(chart: ChartType, input: PictureInput): readonly DrawnElement[] {
  const picture = chart.picture(input)
  if (picture.kind !== 'canvas') throw new Error(`no picture of ${chart.id}`)
  return elementsIn<DrawnElement>(picture.option)
}

/** The marks and letters that stand for each figure: what answers to its name, and what is drawn where a click means it. */
export function marksOfFigures(chart: ChartType, input: PictureInput, paper: string): Map<Figure, GreyMark[]> {
  const picture = chart.picture(input)
  if (picture.kind !== 'canvas') throw new Error(`no picture of ${chart.id}`)
  const elements = drawnElements(chart, input)
  const found = new Map<Figure, GreyMark[]>()
  for (const [at, one] of elements.entries()) {
    const figure = one.name ? picture.pick(one.name) : null
    // Of computed numbers there is no mark of their own.
    if (!figure || figure.computed?.how === 'percent_change' || figure.computed?.how === 'difference') continue
    const within = !one.invisible
      ? [one]
      : chart.id === 'slope'
        ? before(elements, at)
        : elements.filter((other) => liesIn(other, one))
    const marks = within.filter((mark) => !one.invisible || isMark(mark))
    const dot = marks.find(({ type }) => type === 'circle')
    found.set(figure, [...(found.get(figure) ?? []), ...marks.map((mark) => greyMark(mark, paper, dot))])
  }
  return found
}

/** Whether somebody who sees no colours, and reads no word, still sees a difference. */
export function looksUnlike(some: readonly GreyMark[], others: readonly GreyMark[]): boolean {
  const rest = [...others]
  const unmatched = some.filter((mark) => {
    const at = rest.findIndex((other) => isAlike(mark, other))
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return unmatched.length > 0 || rest.length > 0
}

/** `dot` is what a chevron stands above or below. */
export function greyMark(element: DrawnElement, paper: string, dot?: DrawnElement): GreyMark {
  const { type, shape, style } = element
  const grey = (paint: Paint | undefined) => {
    const colour = typeof paint === 'object' ? paint.colorStops[0]?.color : paint
    if (!colour || colour === 'none') return null
    return lightness(mix(paper, colour, style.opacity ?? 1))
  }
  const isText = type === 'text'
  const [dash = 0, gap = 0] = style.lineDash ?? []
  // Round ends of dashes fill gaps that are no wider than the line.
  const isBroken = gap - (style.lineWidth ?? 1) >= 1
  const stroke = isText ? null : grey(style.stroke)
  const size = typeof shape?.r === 'number' && type === 'circle' ? ` ${shape.r}` : ''
  const side = type === 'line' && dot ? (middleOf(element)[1] < middleOf(dot)[1] ? ' above' : ' below') : ''
  return {
    shape: `${type}${size}${side}`,
    fill: grey(style.fill),
    stroke,
    edge: stroke === null ? 'none' : !isBroken ? 'solid' : dash < 1 ? 'dotted' : 'dashed',
    fades: typeof style.fill === 'object' || typeof style.stroke === 'object',
    italic: style.fontStyle === 'italic',
    text: style.text ?? '',
  }
}

function isAlike(one: GreyMark, other: GreyMark): boolean {
  const near = (a: number | null, b: number | null) => (a === null || b === null ? a === b : Math.abs(a - b) < SEEN)
  const { shape, edge, fades, italic, text } = one
  return (
    shape === other.shape &&
    edge === other.edge &&
    fades === other.fades &&
    italic === other.italic &&
    text === other.text &&
    near(one.fill, other.fill) &&
    near(one.stroke, other.stroke)
  )
}

/** Dots, tiles, chevrons and letters; not the lines that run through them, nor what only feels the pointer. */
export function isMark({ type, invisible, style, shape }: DrawnElement): boolean {
  if (invisible) return false
  // The wings of a chevron, which slant; what joins two dots that are near each other is as short, and level.
  if (type === 'line') return lengthOf(shape) < 8 && shape?.y1 !== shape?.y2
  if (type === 'polyline') return (shape?.points?.length ?? 0) === 3 && style.lineDash === undefined
  return type === 'text' || type === 'circle' || type === 'rect'
}

/** What is drawn for a place that feels the pointer, back to the one before: labels that were pushed aside leave their dot outside. */
function before(elements: readonly DrawnElement[], at: number): readonly DrawnElement[] {
  const last = elements.slice(0, at).findLastIndex(({ invisible }) => invisible)
  return elements.slice(last + 1, at)
}

function liesIn(element: DrawnElement, area: DrawnElement): boolean {
  const { x = 0, y = 0, width = 0, height = 0 } = (area.shape ?? {}) as Record<string, number>
  const [atX, atY] = middleOf(element)
  return atX >= x - 0.5 && atX <= x + width + 0.5 && atY >= y - 0.5 && atY <= y + height + 0.5
}

function lengthOf(shape: DrawnElement['shape']): number {
  const { x1 = 0, x2 = 0, y1 = 0, y2 = 0 } = (shape ?? {}) as Record<string, number>
  return Math.hypot(x2 - x1, y2 - y1)
}

function middleOf({ x = 0, y = 0, shape }: DrawnElement): readonly [number, number] {
  if (!shape) return [x, y]
  const { cx, cy, width, height, points } = shape as Record<string, number> & DrawnElement['shape']
  if (points) return points[1] ?? [x, y]
  const { x1, x2, y1, y2 } = shape as Record<string, number>
  if (x1 !== undefined && x2 !== undefined) return [(x1 + x2) / 2, (Number(y1) + Number(y2)) / 2]
  if (typeof cx === 'number' && typeof cy === 'number') return [cx, cy]
  const [left, top] = [Number((shape as Record<string, number>).x ?? 0), Number((shape as Record<string, number>).y ?? 0)]
  return [left + Number(width ?? 0) / 2, top + Number(height ?? 0) / 2]
}
