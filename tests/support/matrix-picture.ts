import { matrix } from '../../src/charts/matrix.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { textWidth } from '../../src/charts/parts/text-width.ts'
import type { Figure } from '../../src/model/figure.ts'
import { elementsIn } from './drawn-elements.ts'
import { drawSvg } from './ssr.ts'

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Element {
  readonly type: string
  readonly name?: string
  readonly invisible?: boolean
  readonly x: number
  readonly y: number
  readonly shape: Rectangle
  readonly tooltip?: { readonly formatter?: string }
  readonly style: {
    readonly text: string
    readonly fill: string
    readonly stroke?: string
    readonly lineDash?: readonly number[]
    readonly align: string
    readonly fontSize: number
    readonly fontWeight: number
    readonly fontStyle: string
  }
}

/** A line of text with the room it takes, in pixels. */
export interface TextBox extends Rectangle {
  readonly text: string
  readonly size: number
  readonly italic: boolean
  readonly colour: string
}

/** One place that answers to a click: its figure, what is written inside, and the colour behind. */
export interface DrawnTile extends Rectangle {
  readonly figure: Figure
  readonly texts: readonly TextBox[]
  /** `none` where nothing is filled. */
  readonly fill: string
  readonly outline: 'none' | 'solid' | 'dotted'
  readonly tip: string
}

/** The picture of a matrix. Throws where there is a sentence instead. */
export function matrixCanvas(input: PictureInput) {
  const picture = matrix.picture(input)
  if (picture.kind !== 'canvas') throw new Error('no matrix')
  return picture
}

export function matrixSvg(input: PictureInput): string {
  const { option, height } = matrixCanvas(input)
  return drawSvg(option, input.width, height)
}

export function textBoxes(input: PictureInput): TextBox[] {
  return elementsOf(input).flatMap(({ type, x, y, style }) => {
    if (type !== 'text') return []
    const { text, align, fontSize: size, fontWeight, fontStyle, fill } = style
    const width = textWidth(text, size, fontWeight > 400)
    const left = align === 'right' ? x - width : align === 'center' ? x - width / 2 : x
    return [{ text, size, italic: fontStyle === 'italic', colour: fill, x: left, y: y - size * 0.6, width, height: size * 1.2 }]
  })
}

/** The tiles in the order of drawing. */
export function drawnTiles(input: PictureInput): DrawnTile[] {
  const picture = matrixCanvas(input)
  const elements = elementsOf(input)
  const texts = textBoxes(input)
  return elements.flatMap(({ name, invisible, shape, tooltip }) => {
    if (!invisible || name === undefined) return []
    const figure = picture.pick(name)
    if (!figure) throw new Error(`${name} opens nothing`)
    const back = elements.find((one) => one.type === 'rect' && !one.invisible && isInside(one.shape, shape))
    return [
      {
        ...shape,
        figure,
        texts: texts.filter((text) => isInside(text, shape)),
        fill: back?.style.fill ?? 'none',
        outline: back?.style.stroke ? (back.style.lineDash ? 'dotted' : 'solid') : 'none',
        tip: tooltip?.formatter ?? '',
      },
    ]
  })
}

/** Pairs of texts of a picture that stand on each other. */
export function overlaps(boxes: readonly TextBox[]): string[] {
  return boxes.flatMap((one, at) =>
    boxes.slice(at + 1).flatMap((other) => (touches(one, other) ? [`${one.text} / ${other.text}`] : [])),
  )
}

function elementsOf(input: PictureInput): readonly Element[] {
  return elementsIn<Element>(matrixCanvas(input).option)
}

function isInside(inner: Rectangle, outer: Rectangle): boolean {
  const slack = 0.6
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  )
}

function touches(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
