import { circleAt, type Graphic, lineAt } from '../parts/graphics.ts'
import { mix } from '../parts/lightness.ts'
import type { Palette } from '../parts/palette.ts'
import type { LinePoint, PointMark } from './line-panels.ts'

/** What a legend may have to explain, in its order. */
export type LineMark = Exclude<PointMark, 'full'> | 'at_least' | 'at_most' | 'about'

export const LINE_MARKS: readonly LineMark[] = ['partial', 'unsure', 'doubtful', 'at_least', 'at_most', 'about']

/** What is unusual about a point; nothing for an exact number of its whole bucket. */
export function marksOf({ mark, figure }: LinePoint): LineMark[] {
  return [
    ...(mark === 'full' ? [] : [mark]),
    ...(figure.low ? (['at_least'] as const) : []),
    ...(figure.high && !figure.approx ? (['at_most'] as const) : []),
    ...(figure.approx ? (['about'] as const) : []),
  ]
}

interface MarkLook {
  readonly colour: string
  readonly colours: Palette
  readonly z: number
}

const RADIUS = 2.75
/** From the middle of a dot to the tip of its chevron, and half its width. */
const TIP = 10
const WING = 4.5

/** The ring that stands for a number of some of the days, a provisional or estimated one, one in doubt. */
export interface Ring {
  readonly radius: number
  readonly lineWidth: number
  /** Of a broken ring, with round ends. */
  readonly dash?: readonly number[]
}

/** A ring instead of a full dot; null for a full one. */
export function ringOf(marks: readonly LineMark[]): Ring | null {
  const ring = { radius: HOLLOW, lineWidth: 1.75 }
  if (marks.includes('doubtful')) return { ...ring, dash: [0.1, 3.1] }
  if (marks.includes('unsure')) return { ...ring, dash: [2.4, 3.2] }
  return marks.includes('partial') ? ring : null
}

const HOLLOW = 4

/** A dot for a point with marks; a plain one without. */
export function dotAt(x: number, y: number, marks: readonly LineMark[], { colour, colours, z }: MarkLook): Graphic[] {
  const ring = ringOf(marks)
  const dot = ring
    ? circleAt(x, y, ring.radius, { ...ring, fill: colours.paper, line: colour, z })
    : marks.includes('about')
      ? circleAt(x, y, HOLLOW, { fill: mix(colours.paper, colour, 0.4), z })
      : circleAt(x, y, RADIUS, { fill: colour, z })
  return [dot, ...(marks.includes('at_least') ? chevron(x, y, -1) : []), ...(marks.includes('at_most') ? chevron(x, y, 1) : [])]

  function chevron(atX: number, atY: number, down: 1 | -1): Graphic[] {
    const look = { line: colour, lineWidth: 1.75, z }
    const [tip, foot] = [atY + down * TIP, atY + down * (TIP - WING)]
    return [lineAt(atX - WING, foot, atX, tip, look), lineAt(atX, tip, atX + WING, foot, look)]
  }
}

/** A line through points that follow each other. */
export function strokeAt(
  points: readonly (readonly [x: number, y: number])[],
  { colour, width, dashed, z }: { readonly colour: string; readonly width: number; readonly dashed: boolean; readonly z: number },
): Graphic {
  const round = (value: number) => Math.round(value * 100) / 100
  return {
    type: 'polyline',
    shape: { points: points.map(([x, y]) => [round(x), round(y)]) },
    style: {
      fill: 'none',
      stroke: colour,
      lineWidth: width,
      lineJoin: 'round',
      lineCap: 'round',
      ...(dashed ? { lineDash: [4, 4] } : {}),
    },
    z: 10,
    z2: z,
    silent: true,
  }
}
