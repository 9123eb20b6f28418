import { circleAt, type Graphic, lineAt, type ShapeLook } from '../parts/graphics.ts'
import { openEndAt } from '../parts/marks.ts'
import type { Palette } from '../parts/palette.ts'
import type { DotBlock, DotMark } from './unit-dots-model.ts'

export const DOT = 3.5
export const PITCH = 10
/** Dots stand in tens, so that they can be counted. */
const TEN = 10 * PITCH + 5
/** The last dots of a number that is only about so many fade. */
const FADING = [0.75, 0.5, 0.25]

/** How many dots a line of so many pixels has. */
export function dotsPerLine(width: number): number {
  return 10 * Math.max(1, Math.floor((width + 5) / TEN))
}

export function linesOfDots(value: number, per: number, width: number): number {
  return Math.ceil(Math.ceil(value / per - EPSILON) / dotsPerLine(width))
}

/** The dots of one number from its top left corner; its open end where it is bounded. */
export function dotsAt(
  value: number,
  per: number,
  place: { readonly x: number; readonly y: number; readonly width: number },
  block: Pick<DotBlock, 'mark' | 'figure'>,
  hue: string,
  colours: Palette,
): Graphic[] {
  const { low, high, approx } = block.figure
  const count = Math.ceil(value / per - EPSILON)
  const perLine = dotsPerLine(place.width)
  const at = (nth: number) => {
    const column = nth % perLine
    return {
      x: place.x + DOT + column * PITCH + Math.floor(column / 10) * 5,
      y: place.y + PITCH / 2 + Math.floor(nth / perLine) * PITCH,
    }
  }
  const look = dotLook(block.mark, hue, colours)
  const graphics = Array.from({ length: count }, (_, nth): Graphic[] => {
    const { x, y } = at(nth)
    const filled = Math.min(1, value / per - nth)
    const faded = approx ? (FADING[nth - (count - FADING.length)] ?? 1) : 1
    if (filled > 1 - EPSILON) return [circleAt(x, y, DOT, { ...look, opacity: faded })]
    return partlyAt(x, y, filled, { ...look, opacity: faded }, hue, colours)
  }).flat()
  const end = at(Math.max(0, count - 1))
  // What is only about so many has no sharp end to put an arrow at.
  if ((low || high) && !approx)
    graphics.push(openEndAt(end.x + (low ? PITCH - 1 : 0) + (high ? PITCH + 1 : 0), end.y, low ? 1 : -1, hue))
  return graphics
}

/** A tick where the first dot of nothing would be. */
export function zeroAt(x: number, y: number, colours: Palette): Graphic {
  return lineAt(x + 1, y, x + 1, y + PITCH, { line: colours.muted, lineWidth: 2 })
}

export function dotLook(mark: DotMark, hue: string, { paper }: Palette): ShapeLook {
  switch (mark) {
    case 'filled':
      return { fill: hue }
    case 'hollow':
      return { fill: paper, line: hue, lineWidth: 1.5 }
    case 'unsure':
      return { fill: paper, line: hue, lineWidth: 1.5, dash: [4, 2.5] }
    case 'doubtful':
      return { fill: paper, line: hue, lineWidth: 1.5, dash: [0.1, 2.6] }
  }
}

/** A dot of which only a share is there, as a piece of a pie from the top on. */
export function partlyAt(x: number, y: number, share: number, look: ShapeLook, hue: string, colours: Palette): Graphic[] {
  const start = -Math.PI / 2
  return [
    circleAt(x, y, DOT, { fill: colours.paper, line: colours.border, lineWidth: 1, opacity: look.opacity ?? 1 }),
    {
      type: 'sector',
      shape: {
        cx: round(x),
        cy: round(y),
        r0: 0,
        r: DOT,
        startAngle: round(start),
        endAngle: round(start + 2 * Math.PI * share),
        clockwise: true,
      },
      style: { fill: look.line ? 'none' : hue, stroke: hue, lineWidth: look.line ? 1.2 : 0, opacity: look.opacity ?? 1 },
      silent: true,
      z: 10,
      z2: 1,
    },
  ]
}

/** Noise of a division that is no piece of a dot. */
const EPSILON = 1e-9

function round(value: number): number {
  return Math.round(value * 100) / 100
}
