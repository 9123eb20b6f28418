import type { Picture } from '../../src/charts/chart-type.ts'
import { lineLooks } from '../../src/charts/line/line-look.ts'
import { linePanels } from '../../src/charts/line/line-panels.ts'
import { line } from '../../src/charts/line.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { textWidth } from '../../src/charts/parts/text-width.ts'
import { elementsIn } from './drawn-elements.ts'
import { drawSvg } from './ssr.ts'

/** What is drawn, as ECharts is told it. */
export interface LineElement {
  readonly type: string
  readonly name?: string
  readonly invisible?: boolean
  readonly x?: number
  readonly y?: number
  readonly tooltip?: { formatter?(): string }
  readonly shape: {
    readonly [K in 'x' | 'y' | 'width' | 'height' | 'cx' | 'cy']: number
  } & { readonly points: readonly (readonly [number, number])[] }
  readonly style: {
    readonly text?: string
    readonly stroke?: string
    readonly lineWidth?: number
    readonly lineDash?: readonly number[]
    readonly fontSize?: number
    readonly fontWeight?: number
    readonly align?: 'left' | 'right' | 'center'
  }
}

/** The picture. Throws where there is only a sentence. */
export function lineCanvas(input: PictureInput): Extract<Picture, { kind: 'canvas' }> {
  const picture = line.picture(input)
  if (picture.kind !== 'canvas') throw new Error('no lines')
  return picture
}

export function lineSvg(input: PictureInput): string {
  const { option, height } = lineCanvas(input)
  return drawSvg(option, input.width, height)
}

export function elementsOf(input: PictureInput): LineElement[] {
  return elementsIn<LineElement>(lineCanvas(input).option)
}

/** What is said over each place of the plots. */
export function tipsOf(input: PictureInput): string[] {
  return elementsOf(input).flatMap(({ invisible, tooltip }) => (invisible && tooltip?.formatter ? [tooltip.formatter()] : []))
}

export interface Stroke {
  readonly name: string
  /** Buckets where it begins and ends. */
  readonly from: number
  readonly to: number
  readonly colour: string | undefined
  readonly width: number | undefined
  readonly dashed: boolean
}

/**
 * The strokes of all lines. Its colour tells which line a stroke belongs to (empty where several share it), the places for the
 * pointer tell where buckets are. Throws where a stroke is not as high as the values of its line.
 */
export function strokesOf(input: PictureInput): Stroke[] {
  const panels = linePanels(input).filter(({ lines }) => lines.some(({ points }) => points.length > 0))
  const looks = lineLooks(panels, input)
  return byPanel(elementsOf(input)).flatMap(({ strokes, areas }, at) => {
    const left = Math.min(...areas.map(({ shape }) => shape.x))
    const width = Math.max(...areas.map(({ shape }) => shape.x + shape.width)) - left
    const bucketAt = (x: number) => Math.floor(((x - left) * (input.series?.buckets.length ?? 0)) / width)
    const heights: { readonly value: number; readonly y: number }[] = []
    const found = strokes.map(({ style, shape }): Stroke => {
      const lines = panels[at]?.lines.filter((one) => looks.get(one)?.colour === style.stroke && one.points.length > 0) ?? []
      const [one] = lines.length === 1 ? lines : []
      for (const [x, y] of shape.points) {
        const point = one?.points.find(({ bucket }) => bucket === bucketAt(x))
        if (one && !point) throw new Error(`${one.name} is drawn where it has no number`)
        if (point) heights.push({ value: point.value, y })
      }
      const [from = 0, to = 0] = [shape.points[0]?.[0], shape.points.at(-1)?.[0]].map((x) => bucketAt(x ?? 0))
      const { stroke: colour, lineWidth, lineDash } = style
      return { name: one?.name ?? '', from, to, colour, width: lineWidth, dashed: lineDash !== undefined }
    })
    if (!isStraight(heights)) throw new Error('a line is not as high as its values')
    return found
  })
}

/** Elements come panel by panel: first what is drawn, then the places for the pointer. */
function byPanel(elements: readonly LineElement[]) {
  const panels: { strokes: LineElement[]; areas: LineElement[] }[] = []
  for (const element of elements) {
    const last = panels.at(-1)
    if (element.type === 'polyline') {
      if (last && last.areas.length === 0) last.strokes.push(element)
      else panels.push({ strokes: [element], areas: [] })
    } else if (element.invisible) last?.areas.push(element)
  }
  return panels
}

/** Whether all heights lie on one straight scale. */
function isStraight(heights: readonly { readonly value: number; readonly y: number }[]): boolean {
  const sorted = [...heights].sort((a, b) => a.value - b.value)
  const [low, high] = [sorted[0], sorted.at(-1)]
  if (!low || !high || high.value === low.value) return true
  const per = (high.y - low.y) / (high.value - low.value)
  return per < 0 && sorted.every(({ value, y }) => Math.abs(low.y + (value - low.value) * per - y) < 0.1)
}

export interface TextBox {
  readonly text: string
  readonly size: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The boxes of all texts, as wide as their letters are guessed. */
export function boxesOf(input: PictureInput): TextBox[] {
  return elementsOf(input).flatMap(({ type, x = 0, y = 0, style }) => {
    if (type !== 'text' || !style.text) return []
    const { text, fontSize: size = 0, align = 'left' } = style
    // The guess is generous; what is drawn is a little narrower.
    const width = textWidth(text, size, style.fontWeight === 600) * 0.94
    const left = align === 'right' ? x - width : align === 'center' ? x - width / 2 : x
    return [{ text, size, left, right: left + width, top: y - size * 0.55, bottom: y + size * 0.55 }]
  })
}

/** Texts that stand on each other, as `a / b`. */
export function overlapsIn(boxes: readonly TextBox[]): string[] {
  return boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1,
      )
      .map((b) => `${a.text} / ${b.text}`),
  )
}
