import source from '@svg-maps/vietnam'
import { beforeAll, describe, expect, test } from 'vitest'
import { landOf } from '../../src/charts/map/map-places.ts'
import { type Outline, type Point, unionOf } from '../../src/charts/map/map-union.ts'
import { OUTLINE_CODES, readOutlines } from '../../src/charts/map/vietnam-outlines.ts'
import { readCatalog, readReference } from '../../src/data/catalog.ts'
import { catalogUrl, fetchFromDisk } from '../support/dataset-files.ts'

/** A square of 20 by 20 with its corners in order, turned either way. */
const square = (x: number, y: number, side = 20): Point[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
]

describe('areas', () => {
  test('that share a side are one, whichever way they turn', () => {
    for (const other of [square(20, 0), square(20, 0).toReversed()]) {
      const union = unionOf([square(0, 0), other])
      expect(union).toHaveLength(1)
      expect(area(union)).toBeCloseTo(800)
      expect(union[0]?.length).toBe(6)
    }
  })

  test('whose corners fit only about, or of which one has a corner more, are one without a gap', () => {
    const about: Point[] = [
      [20.2, 0.1],
      [40, 0],
      [40, 20],
      [19.9, 20.2],
      [20.1, 11],
    ]
    const union = unionOf([square(0, 0), about])
    expect(union).toHaveLength(1)
    expect(Math.abs(area(union) - 800)).toBeLessThan(4)
  })

  test('that touch nothing, and islands, stay as they are', () => {
    const apart = [square(0, 0), square(30, 0), square(20, 5, 3)]
    expect(unionOf(apart)).toEqual([
      ...apart.slice(0, 2).map((one) => expect.toSatisfy((found) => sameCorners(found, one))),
      apart[2],
    ])
    expect(unionOf([square(0, 0)])).toEqual([square(0, 0)])
  })

  test('of three that meet in a corner, and of four around one', () => {
    const four = [square(0, 0), square(20, 0), square(0, 20), square(20, 20)]
    for (const some of [four.slice(0, 3), four]) {
      const union = unionOf(some)
      expect(union).toHaveLength(1)
      expect(area(union)).toBeCloseTo(some.length * 400)
    }
  })
})

describe('the provinces of the list of 34', () => {
  let all = 0
  let units: readonly (readonly [string, readonly Outline[]])[] = []
  beforeAll(async () => {
    const { territories } = await readReference(fetchFromDisk, await readCatalog(fetchFromDisk, catalogUrl))
    const { locations }: { locations: readonly { id: string; path: string }[] } = source
    const isLand = (id: string) => id !== 'hoangsa' && id !== 'truongsa'
    const outlines = (code: string) =>
      locations.flatMap(({ id, path }) => (OUTLINE_CODES[id] === code && isLand(id) ? readOutlines(path) : []))
    all = locations.flatMap(({ id, path }) => (isLand(id) ? readOutlines(path) : [])).length
    units = [...landOf('34', territories)].map(([unit, codes]) => [unit, codes.flatMap(outlines)])
  })

  test('are made of all 63 old ones', () => {
    expect(units).toHaveLength(34)
    expect(units.reduce((sum, [, outlines]) => sum + outlines.length, 0)).toBe(all)
    expect(all).toBeGreaterThan(63)
  })

  test('have one mainland each and all their islands, and as much land as before', () => {
    for (const [unit, outlines] of units) {
      const union = unionOf(outlines)
      const islands = outlines.filter((one) => Math.abs(area([one])) < 100)
      const mainlands = union.filter((one) => Math.abs(area([one])) >= 100)
      // Phú Quốc is larger than many a mainland.
      expect([unit, mainlands.length]).toEqual([unit, unit === '91' ? 2 : 1])
      expect(union).toEqual(expect.arrayContaining(islands))
      const before = outlines.reduce((sum, one) => sum + Math.abs(area([one])), 0)
      const after = union.reduce((sum, one) => sum + Math.abs(area([one])), 0)
      expect(Math.abs(after - before) / before, unit).toBeLessThan(0.003)
    }
  })

  test('pass every corner once, and follow no border between two of their parts but where it ends', () => {
    for (const [unit, outlines] of units) {
      const lands = outlines.filter((one) => area([one]) >= 100)
      if (lands.length < 2) continue
      for (const mainland of unionOf(lands)) {
        expect(new Set(mainland.map(String)).size, unit).toBe(mainland.length)
        const sides = mainland.map((from, at): [Point, Point] => [from, mainland[(at + 1) % mainland.length] as Point])
        const long = (some: readonly [Point, Point][]) =>
          some.reduce((sum, [a, b]) => sum + Math.hypot(a[0] - b[0], a[1] - b[1]), 0)
        const inner = sides.filter((side) => lands.filter((land) => runsAlong(side, land)).length > 1)
        expect(long(inner) / long(sides), unit).toBeLessThan(0.01)
      }
    }
  })
})

/** Whether the middle of a side lies on an outline. */
function runsAlong([a, b]: readonly [Point, Point], outline: Outline): boolean {
  const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  return outline.some((from, at) => {
    const to = outline[(at + 1) % outline.length] as Point
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
    const along = Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy || 1)))
    return Math.hypot(from[0] + along * dx - x, from[1] + along * dy - y) < 0.3
  })
}

function area(outlines: readonly Outline[]): number {
  const sides = outlines.flatMap((outline) =>
    outline.map((from, at) => [from, outline[(at + 1) % outline.length] as Point] as const),
  )
  return Math.abs(sides.reduce((sum, [[ax, ay], [bx, by]]) => sum + (ax * by - bx * ay) / 2, 0))
}

function sameCorners(a: Outline, b: Outline): boolean {
  return JSON.stringify(a.map(String).toSorted()) === JSON.stringify(b.map(String).toSorted())
}
