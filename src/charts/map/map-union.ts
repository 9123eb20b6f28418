/** A corner of an outline, in units of the frame. */
export type Point = readonly [x: number, y: number]

/** A closed line; its last corner is joined to its first. */
export type Outline = readonly Point[]

/**
 * Two outlines follow one border with corners that lie up to this far apart, in units of the frame: measured on those of the
 * package, common corners of neighbours are at most 0.3 apart but for one river, and corners of their own farther than 0.6.
 */
const TOLERANCE = 0.4
/** Smaller areas are islands, in square units: off the coast or in a river, they stay apart from everything. */
const ISLAND = 100

/**
 * The outlines around areas that touch: every border that two of them share is gone, and what it leaves open where its sides do not
 * fit. An area that touches none stays as it is, and so do islands.
 */
export function unionOf(outlines: readonly Outline[]): Outline[] {
  const isLand = (outline: Outline) => Math.abs(signedArea(outline)) >= ISLAND
  const lands = outlines.filter(isLand)
  if (lands.length < 2) return [...outlines]
  const { points, rings } = withCommonCorners(lands.map(turnedOneWay))
  const cells = gridOf(points)
  const lines = closedLines(rings.map((ring) => withPassedCorners(ring, points, cells)))
  const joined = lines.map((line) => line.map((corner) => points[corner] as Point))
  return [...joined.filter((line) => signedArea(line) >= ISLAND), ...outlines.filter((outline) => !isLand(outline))]
}

/** Corners as numbers of points: one that lies beside one of an earlier outline takes its number. */
function withCommonCorners(outlines: readonly Outline[]) {
  const points: Point[] = []
  const cells = new Map<number, number[]>()
  const rings = outlines.map((outline) => {
    const earlier = points.length
    const ring = outline.map((point) => {
      const [nearest] = around(point, point, cells)
        .filter((corner) => corner < earlier && distance(points[corner] as Point, point) <= TOLERANCE)
        .sort((a, b) => distance(points[a] as Point, point) - distance(points[b] as Point, point))
      return nearest ?? points.push(point) - 1
    })
    for (let corner = earlier; corner < points.length; corner++) put(corner, points[corner] as Point, cells)
    return ring.filter((corner, at) => corner !== ring[(at + 1) % ring.length])
  })
  return { points, rings }
}

/** The ring with the corners of others that its sides pass by. */
function withPassedCorners(ring: readonly number[], points: readonly Point[], cells: Cells): number[] {
  const own = new Set(ring)
  return ring.flatMap((corner, at) => {
    const [from, to] = [points[corner] as Point, points[ring[(at + 1) % ring.length] as number] as Point]
    const passed = around(from, to, cells)
      .filter((other) => !own.has(other))
      .map((other) => ({ other, along: alongSide(points[other] as Point, from, to) }))
      .filter(
        ({ other, along }) => along > 0 && along < 1 && distance(points[other] as Point, between(from, to, along)) <= TOLERANCE,
      )
      .sort((a, b) => a.along - b.along)
    return [corner, ...passed.map(({ other }) => other)]
  })
}

/** Closed lines of the sides that only one ring has: of two rings that turn the same way, a common side is passed both ways. */
function closedLines(rings: readonly (readonly number[])[]): number[][] {
  const next = new Map<number, number[]>()
  const take = (from: number, to: number) => {
    const ends = next.get(from) ?? []
    const at = ends.indexOf(to)
    if (at >= 0) ends.splice(at, 1)
    return at >= 0
  }
  for (const ring of rings) {
    ring.forEach((from, at) => {
      const to = ring[(at + 1) % ring.length] as number
      if (!take(to, from)) next.set(from, [...(next.get(from) ?? []), to])
    })
  }
  const lines: number[][] = []
  for (const start of next.keys()) {
    const line = [start]
    for (let to = next.get(start)?.pop(); to !== undefined; to = next.get(to)?.pop()) {
      // A line that comes back to one of its corners is closed from there on; the rest goes on.
      const known = line.indexOf(to)
      if (known >= 0) lines.push(line.splice(known + 1).concat(to))
      else line.push(to)
    }
  }
  return lines
}

/** Corners by the square of the plane in which they lie. */
type Cells = ReadonlyMap<number, readonly number[]>

/** Side of a square, longer than the tolerance and than most sides of outlines. */
const SQUARE = 2
/** Squares in a row of the plane, more than there are. */
const ROW = 4096

function gridOf(points: readonly Point[]): Cells {
  const cells = new Map<number, number[]>()
  points.forEach((point, corner) => {
    put(corner, point, cells)
  })
  return cells
}

function put(corner: number, [x, y]: Point, cells: Map<number, number[]>): void {
  const key = Math.floor(x / SQUARE) * ROW + Math.floor(y / SQUARE)
  const cell = cells.get(key)
  if (cell) cell.push(corner)
  else cells.set(key, [corner])
}

/** Corners in the squares that the box of two points reaches with the tolerance around it. */
function around(a: Point, b: Point, cells: Cells): number[] {
  const found: number[] = []
  const square = (value: number) => Math.floor(value / SQUARE)
  const bottom = square(Math.max(a[1], b[1]) + TOLERANCE)
  for (let x = square(Math.min(a[0], b[0]) - TOLERANCE); x <= square(Math.max(a[0], b[0]) + TOLERANCE); x++) {
    for (let y = square(Math.min(a[1], b[1]) - TOLERANCE); y <= bottom; y++) found.push(...(cells.get(x * ROW + y) ?? []))
  }
  return found
}

/** How far along a side the foot of a point stands: 0 at its beginning, 1 at its end. */
function alongSide(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  return ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / (dx * dx + dy * dy)
}

function between(from: Point, to: Point, along: number): Point {
  return [from[0] + (to[0] - from[0]) * along, from[1] + (to[1] - from[1]) * along]
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

/** All turned the same way; the package says some corners twice. */
function turnedOneWay(outline: Outline): Outline {
  const corners = outline.filter((corner, at) => distance(corner, outline[(at + 1) % outline.length] as Point) > 0)
  return signedArea(corners) < 0 ? corners.reverse() : corners
}

function signedArea(outline: Outline): number {
  return outline.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = outline[(at + 1) % outline.length] as Point
    return sum + (x * nextY - nextX * y) / 2
  }, 0)
}
