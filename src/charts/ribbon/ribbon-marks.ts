import { type Graphic, lineAt, rectAt, type ShapeLook } from '../parts/graphics.ts'
import { mix } from '../parts/lightness.ts'
import type { Palette } from '../parts/palette.ts'
import type { RibbonItem } from './ribbon-model.ts'
import type { RibbonHeight } from './ribbon-scale.ts'

/** Where a mark stands, in pixels. */
export interface MarkPlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: RibbonHeight
}

export interface MarkLook {
  readonly ink: string
  readonly colours: Palette
  readonly name?: string
}

/** What a mark says of its figure besides its size: from which side it fades, whether it is hollow or in doubt. */
export type MarkKind = Pick<RibbonItem, 'mark'> & {
  readonly fades: 'start' | 'end' | null
  readonly isHollow: boolean
  readonly isDoubtful: boolean
}

export function kindOf({ mark, extent, figure }: RibbonItem): MarkKind {
  const open = extent?.kind === 'open' ? (extent.side === 'after' ? 'end' : 'start') : null
  return {
    mark,
    fades: extent?.kind === 'span' ? extent.fades : open,
    isHollow: figure.scope !== '',
    isDoubtful: figure.needsVerification,
  }
}

/** The ink of a figure; none for words and in the lane. */
export function ribbonMark(kind: MarkKind, place: MarkPlace, look: MarkLook): Graphic[] {
  const { x, y, size } = place
  const middle = y + size.height / 2
  switch (kind.mark) {
    case 'ribbon':
      return [ribbon(kind, place, look)]
    case 'zero':
      return [outline(kind, place, look)]
    case 'bracket':
      return bracket(kind, place, look)
    case 'tick':
      return [
        lineAt(x, middle - size.height / 2, x, middle + size.height / 2, {
          ...named(look),
          ...edgeOf(kind, look.ink),
          lineWidth: 2.5,
        }),
      ]
    default:
      return []
  }
}

/** Share of a ribbon that fades where its bound is unknown. */
const FADE = 0.4

function ribbon({ fades, isHollow, isDoubtful }: MarkKind, { x, y, width, size }: MarkPlace, look: MarkLook): Graphic {
  const { ink, colours } = look
  if (size.isLine) return painted(rectAt(x, y, width, size.height, named(look)), 'fill', ink, fades)
  if (!isHollow && !isDoubtful) return painted(rectAt(x, y, width, size.height, named(look)), 'fill', ink, fades)
  // The rim lies inside the area, so that hollow and full ribbons of one number are as large.
  const rim = isDoubtful ? 2 : 1.5
  const shape = rectAt(x + rim / 2, y + rim / 2, Math.max(0.5, width - rim), Math.max(0.5, size.height - rim), {
    ...named(look),
    fill: isHollow ? colours.paper : mix(colours.paper, ink, 0.22),
    ...edgeOf({ isDoubtful }, ink),
    lineWidth: rim,
  })
  const filled = isHollow ? shape : painted(shape, 'fill', mix(colours.paper, ink, 0.22), fades)
  return painted(filled, 'stroke', ink, fades)
}

/** Of the size of nothing: a rim as long as the time, without a fill. */
function outline(kind: MarkKind, { x, y, width, size }: MarkPlace, look: MarkLook): Graphic {
  const shape = { ...named(look), ...edgeOf(kind, look.ink), lineWidth: kind.isDoubtful ? 2 : 1 }
  return painted(rectAt(x + 0.5, y + 0.5, Math.max(1, width - 1), size.height - 1, shape), 'stroke', look.ink, kind.fades)
}

/** A line as long as the time, with a cap at each bound that is known. */
function bracket(kind: MarkKind, { x, y, width, size }: MarkPlace, look: MarkLook): Graphic[] {
  const { fades } = kind
  const edge = edgeOf(kind, look.ink)
  const middle = y + size.height / 2
  const cap = (at: number) =>
    lineAt(at, y, at, y + size.height, { ...named(look), ...edge, lineWidth: kind.isDoubtful ? 2 : 1.5 })
  // As a rectangle, since the box of a level line has no height for a gradient to lie in.
  const line = kind.isDoubtful
    ? lineAt(x, middle, x + width, middle, { ...named(look), ...edge, lineWidth: 2 })
    : painted(rectAt(x, middle - 0.75, width, 1.5, named(look)), 'fill', look.ink, fades)
  return [line, ...(fades === 'start' ? [] : [cap(x)]), ...(fades === 'end' ? [] : [cap(x + width)])]
}

/** Dots around what needs verification. */
function edgeOf({ isDoubtful }: { readonly isDoubtful: boolean }, ink: string): ShapeLook {
  return isDoubtful ? { line: ink, dash: [0.1, 3.6] } : { line: ink }
}

function named({ name }: MarkLook): ShapeLook {
  return { z: 20, ...(name === undefined ? {} : { name }) }
}

/** Paints a shape in a colour that fades away at one side. */
function painted(shape: Graphic, part: 'fill' | 'stroke', colour: string, fades: 'start' | 'end' | null): Graphic {
  const paint = fades ? gradient(colour, fades) : colour
  return { ...shape, style: { ...(shape.style as object), [part]: paint } }
}

function gradient(colour: string, fades: 'start' | 'end'): unknown {
  const stops = [
    { offset: 0, color: colour },
    { offset: 1 - FADE, color: colour },
    { offset: 1, color: transparent(colour) },
  ]
  const [x, x2] = fades === 'end' ? [0, 1] : [1, 0]
  return { type: 'linear', x, y: 0, x2, y2: 0, colorStops: stops }
}

/** `#1f6fb4` as a colour that is not seen, so that fading to it passes through no other hue. */
function transparent(colour: string): string {
  const part = (at: number) => Number.parseInt(colour.slice(1 + 2 * at, 3 + 2 * at), 16)
  return `rgba(${part(0)},${part(1)},${part(2)},0)`
}
