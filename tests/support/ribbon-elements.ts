import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { textWidth } from '../../src/charts/parts/text-width.ts'
import { ribbon } from '../../src/charts/ribbon.ts'
import type { Figure } from '../../src/model/figure.ts'
import { elementsIn } from './drawn-elements.ts'
import { drawSvg } from './ssr.ts'

/** An element of a ribbon picture, as far as tests look at it. */
export interface RibbonElement {
  readonly type: string
  readonly name?: string
  readonly silent?: boolean
  readonly invisible?: boolean
  readonly x?: number
  readonly y?: number
  readonly shape?: Readonly<Record<string, number>>
  readonly style: {
    readonly text?: string
    readonly fill?: unknown
    readonly stroke?: unknown
    readonly lineWidth?: number
    readonly lineDash?: readonly number[]
    readonly align?: string
    readonly fontSize?: number
    readonly fontWeight?: number
    readonly fontStyle?: string
  }
}

/** The picture of ribbons. Throws where there is a sentence instead. */
export function ribbonCanvas(input: PictureInput) {
  const picture = ribbon.picture(input)
  if (picture.kind !== 'canvas') throw new Error('no ribbons')
  return picture
}

export function ribbonSvg(input: PictureInput): string {
  const { option, height } = ribbonCanvas(input)
  return drawSvg(option, input.width, height)
}

export function ribbonElements(input: PictureInput): readonly RibbonElement[] {
  return elementsIn<RibbonElement>(ribbonCanvas(input).option)
}

/** What is drawn for a figure besides its words: the elements that open it, without its texts and the place to click. */
export function inkOf(figure: Figure, input: PictureInput): RibbonElement[] {
  const { pick } = ribbonCanvas(input)
  return ribbonElements(input).filter(
    ({ type, name, invisible }) => name !== undefined && type !== 'text' && !invisible && pick(name) === figure,
  )
}

/** The words that stand for a figure itself: its number and its time. */
export function labelOf(figure: Figure, input: PictureInput): RibbonElement[] {
  const { pick } = ribbonCanvas(input)
  return ribbonElements(input).filter(({ type, name }) => type === 'text' && name !== undefined && pick(name) === figure)
}

/** A box in pixels. */
export interface TextBox {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The texts of a picture with the room that they take. */
export function textBoxes(input: PictureInput): TextBox[] {
  return ribbonElements(input).flatMap(({ type, x = 0, y = 0, style }) => {
    const { text = '', align, fontSize = 12, fontWeight } = style
    if (type !== 'text') return []
    const width = textWidth(text, fontSize, fontWeight === 600)
    const left = align === 'right' ? x - width : align === 'center' ? x - width / 2 : x
    return [{ text, left, right: left + width, top: y - fontSize * 0.55, bottom: y + fontSize * 0.55 }]
  })
}

/** A rectangle with a rim around it, as it was drawn. */
export interface DrawnRect {
  readonly x: number
  readonly width: number
  readonly height: number
  readonly fill: string
}

/** The rectangles of a drawn picture in the order of drawing, rims included. */
export function drawnRects(svg: string): DrawnRect[] {
  const rects = svg.matchAll(/<path d="M([\d.]+) [\d.]+l([\d.]+) 0l0 ([\d.]+)l-[\d.]+ 0Z" fill="([^"]*)"([^>]*)>/g)
  return [...rects].map(([, x, width, height, fill = '', rest = '']) => {
    const rim = rest.includes(' stroke=') ? Number(/stroke-width="([\d.]+)"/.exec(rest)?.[1] ?? 1) : 0
    return { x: Number(x) - rim / 2, width: Number(width) + rim, height: Number(height) + rim, fill }
  })
}
