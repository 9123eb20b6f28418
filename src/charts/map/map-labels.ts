/** A rectangle in pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A mark around a point, not to be written over. */
export interface Spot {
  readonly x: number
  readonly y: number
  /** 0 where a label is the mark, and stands on the point. */
  readonly radius: number
}

/** A label that wants to stand beside its mark. */
export interface LabelWish extends Spot {
  readonly width: number
  readonly height: number
  /** Whether the label is drawn even where it covers another one. */
  readonly needed: boolean
}

export interface PlacedLabel extends Box {
  /** Whether it stands so far off that a line has to lead to it. */
  readonly far: boolean
}

/**
 * Finds each label the free place nearest to its point, one after the other in the order given, and not so near to another mark
 * that it could be taken for that one's. Null where there is none and the label is not needed.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  marks: readonly Spot[],
  blocked: readonly Box[],
  frame: Box,
): (PlacedLabel | null)[] {
  const taken = [...blocked]
  return wishes.map((wish) => {
    const others = marks.filter(({ x, y, radius }) => radius > 0 && (x !== wish.x || y !== wish.y))
    const spots = [around(wish, 0), ...others.map((other) => around(other, APART))]
    const [best] = candidatesOf(wish)
      .map((candidate) => ({ ...candidate, cost: candidate.cost + costOf(candidate, [...taken, ...spots], frame) }))
      .sort((a, b) => a.cost - b.cost)
    if (!best || (!wish.needed && best.cost > MOST)) return null
    const { x, y, width, height, far } = best
    taken.push({ x, y, width, height })
    return { x, y, width, height, far }
  })
}

/** Distances from the point's mark, and directions in degrees clockwise from the right, both from the best to the worst. */
const STEPS = [4, 12, 26, 42, 62, 86]
const TURNS = [0, 180, -30, 30, 150, -150, 90, -90, 60, -60, 120, -120]
/** Cost of a pixel of distance, of a direction that is one worse, of a square pixel covered, of one beyond the frame. */
const PER_STEP = 1
const PER_TURN = 0.4
const PER_COVERED = 4
const PER_OUTSIDE = 40
/** What a label may cost that is not needed: a free place near its point. */
const MOST = 30
const FAR = 20
/** Pixels between a label and the marks of other places. */
const APART = 8

function candidatesOf({ x, y, radius, width, height }: LabelWish): (PlacedLabel & { readonly cost: number })[] {
  const beside = STEPS.flatMap((step) =>
    TURNS.map((turn, worse) => {
      const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
      const off = radius + step
      const left = x + cos * (off + width / 2) - width / 2
      const top = y + sin * (off + height / 2) - height / 2
      return { x: left, y: top, width, height, far: step >= FAR, cost: step * PER_STEP + worse * PER_TURN }
    }),
  )
  if (radius > 0) return beside
  const on = { x: x - width / 2, y: y - height / 2, width, height, far: false, cost: 0 }
  return [on, ...beside.map((one) => ({ ...one, far: true, cost: one.cost + FAR }))]
}

function costOf(box: Box, taken: readonly Box[], frame: Box): number {
  const covered = taken.reduce((sum, other) => sum + common(box, other), 0)
  return covered * PER_COVERED + (box.width * box.height - common(box, frame)) * PER_OUTSIDE
}

/** The box of a mark with room around it. */
function around({ x, y, radius }: Spot, room: number): Box {
  const half = radius + room
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half }
}

/** Area that two boxes share. */
function common(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}
