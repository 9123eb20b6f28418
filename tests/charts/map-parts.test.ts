import source from '@svg-maps/vietnam'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Box, type LabelWish, placeLabels } from '../../src/charts/map/map-labels.ts'
import { FRAME, INSETS, landOf, outlinesOf, PLACES, placeOf } from '../../src/charts/map/map-places.ts'
import { OUTLINE_CODES, readOutlines, vietnamSvg } from '../../src/charts/map/vietnam-outlines.ts'
import { classBounds, classColours, classIndex } from '../../src/charts/parts/classes.ts'
import { lightness, mix } from '../../src/charts/parts/lightness.ts'
import { palette } from '../../src/charts/parts/palette.ts'
import { readCatalog, readReference } from '../../src/data/catalog.ts'
import type { Territories } from '../../src/model/dataset.ts'
import { catalogUrl, fetchFromDisk, readRecords } from '../support/dataset-files.ts'

describe('the outlines of the package', () => {
  test('are those that the reference names, each for its province', async () => {
    const provinces = (await readRecords('reference/provinces.csv')).filter((row) => row.territory_set === '63')
    const named = provinces.flatMap((row) =>
      [row.svg_map_id, ...(row.svg_map_extra_ids ?? '').split('|')].filter(Boolean).map((id) => [id, row.code]),
    )
    expect(named).toHaveLength(65)
    expect(OUTLINE_CODES).toEqual(Object.fromEntries(named))
    const { locations }: { locations: readonly { id: string }[] } = source
    expect(locations.map(({ id }) => id).sort()).toEqual(Object.keys(OUTLINE_CODES).sort())
  })

  test('make 65 paths: one of each province, two of those with an archipelago', () => {
    const names = [...drawn().keys()]
    expect(names.sort()).toEqual(Object.keys(PLACES).sort())
    const counts = [...drawn()].filter(([, paths]) => paths.length > 1)
    expect(counts.map(([name, paths]) => [name, paths.length])).toEqual([
      ['48', 2],
      ['56', 2],
    ])
  })

  test.each([
    ['hoangsa', 19],
    ['truongsa', 54],
  ] as const)('the islands of %s stand in their box, none too small to be seen, none left out', (id, islands) => {
    const box = INSETS[id]
    const path = (drawn().get(box.code) ?? []).find((one) => outlines(one).length === islands)
    expect(path).toBeDefined()
    for (const island of outlines(path ?? '')) {
      const [xs, ys] = [island.map(([x]) => x), island.map(([, y]) => y)]
      expect(Math.min(...xs)).toBeGreaterThan(box.x)
      expect(Math.max(...xs)).toBeLessThan(box.x + box.width)
      expect(Math.min(...ys)).toBeGreaterThan(box.y)
      expect(Math.max(...ys)).toBeLessThan(box.y + box.height)
      const [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)]
      expect(width * height).toBeGreaterThan(5.9 ** 2)
    }
  })

  test('lie in the frame, the mainland clear of the boxes', () => {
    for (const paths of drawn().values()) {
      for (const [x, y] of paths.flatMap(outlines).flat()) {
        expect(x >= -0.01 && x <= FRAME.width && y >= -0.01 && y <= FRAME.height).toBe(true)
      }
    }
    const mainland = [...drawn().values()].flatMap(([first]) => outlines(first ?? '')).flat()
    expect(Math.max(...mainland.map(([x]) => x))).toBeLessThan(FRAME.width - 100)
    for (const box of Object.values(INSETS)) expect(mainland.filter((point) => isInBox(point, box))).toEqual([])
  })
})

describe('a mark', () => {
  let territories: Territories
  const known = async () => {
    territories ??= (await readReference(fetchFromDisk, await readCatalog(fetchFromDisk, catalogUrl))).territories
    return territories
  }

  test('of every province of both lists stands inside an outline of its own', async () => {
    expect((await known()).size).toBe(97)
    for (const territory of territories.values()) {
      const place = placeOf(territory, territories)
      const own = outlinesOf(territory, territories).flatMap((code) => drawn().get(code) ?? [])
      expect(own.length, territory.name.vi).toBeGreaterThan(0)
      const inside = own.flatMap(outlines).some((outline) => isInside([place?.x ?? 0, place?.y ?? 0], outline))
      expect(inside, territory.name.vi).toBe(true)
    }
  })

  test('of a unit that is on no list has no place', async () => {
    expect(placeOf({ set: '63', code: '99' }, await known())).toBeNull()
    expect(placeOf({ set: '34', code: '02' }, await known())).toBeNull()
    expect(outlinesOf({ set: '63', code: 'constructor' }, await known())).toEqual([])
  })
})

describe('classes of a rate', () => {
  test.each([
    [[41, 99.9], 1, [40, 60, 80, 100]],
    [[0, 100], 1, [0, 20, 40, 60, 80, 100]],
    [[97.2, 99.9], 1, [97, 98, 99, 100]],
    [[50, 50], 0, [50, 51]],
    [[12.1, 12.4], 1, [12.1, 12.2, 12.3, 12.4]],
    [[0, 3], 0, [0, 1, 2, 3]],
    [[3, 4100], 0, [0, 1000, 2000, 3000, 4000, 5000]],
  ])('%j with %i decimals: %j', (values, decimals, bounds) => {
    expect(classBounds(values, decimals)).toEqual(bounds)
  })

  test('are at most five, hold every value, and none beyond the decimals that are printed', () => {
    const values = fc.array(
      fc.integer({ min: 0, max: 100_000 }).map((value) => value / 100),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 2 }), (all, decimals) => {
        const bounds = classBounds(all, decimals)
        expect(bounds.length - 1).toBeLessThanOrEqual(5)
        for (const bound of bounds) expect(bound).toBe(Number(bound.toFixed(decimals)))
        for (const value of all) {
          const at = classIndex(value, bounds)
          expect(value).toBeGreaterThanOrEqual(bounds[at] as number)
          expect(value).toBeLessThanOrEqual(bounds[at + 1] as number)
        }
      }),
    )
  })

  test('a bound belongs to the class above it, the last one to the last class', () => {
    expect([0, 19.9, 20, 80, 100].map((value) => classIndex(value, [0, 20, 40, 60, 80, 100]))).toEqual([0, 0, 1, 4, 4])
  })

  test.each([false, true])('go from the ground to the full hue and keep apart in grey, dark: %s', (dark) => {
    const { domain, other, land, paper } = palette(dark)
    for (const hue of [...Object.values(domain), other]) {
      for (const count of [1, 2, 3, 4, 5]) {
        const steps = [...new Set([paper, land]), ...classColours(count, hue, dark)].map(lightness).slice(1)
        expect(steps).toHaveLength(count + 1)
        const sign = dark ? 1 : -1
        steps.slice(1).forEach((step, at) => {
          expect(sign * (step - (steps[at] as number)), `${hue}: class ${at} of ${count}`).toBeGreaterThanOrEqual(15)
        })
      }
      // Few classes end in the hue itself.
      expect(Math.abs(lightness(classColours(2, hue, dark)[1] as string) - lightness(hue))).toBeLessThan(10)
    }
    expect(mix('#102030', '#203040', 0.5)).toBe('#182838')
    expect([lightness('#000000'), lightness('#ffffff')]).toEqual([0, 100])
    expect(lightness('#777777')).toBeCloseTo(50.03, 1)
  })
})

describe('labels', () => {
  const frame: Box = { x: 0, y: 0, width: 300, height: 300 }
  const wish = (x: number, y: number, more: Partial<LabelWish> = {}): LabelWish => ({
    ...{ x, y, radius: 5, width: 60, height: 30, needed: true },
    ...more,
  })

  test('stand to the right of their mark where there is room, to the left at the edge', () => {
    const [free, edge] = placeLabels([wish(100, 100), wish(290, 200)], [], [], frame)
    expect(free).toMatchObject({ x: 109, far: false })
    expect(edge?.x).toBe(290 - 5 - 4 - 60)
  })

  test('do not cover one another, nor other marks, nor what is blocked', () => {
    const wishes = [wish(100, 100), wish(112, 104), wish(106, 118), wish(96, 92)]
    const blocked = [{ x: 130, y: 60, width: 80, height: 60 }]
    const placed = placeLabels(wishes, wishes, blocked, frame)
    const boxes = placed.flatMap((box) => (box ? [box] : []))
    expect(boxes).toHaveLength(4)
    for (const [at, box] of boxes.entries()) {
      for (const other of [...boxes.slice(at + 1), ...blocked]) expect(covers(box, other)).toBe(false)
      for (const [nth, { x, y }] of wishes.entries()) {
        if (nth !== at) expect(covers(box, { x: x - 5, y: y - 5, width: 10, height: 10 })).toBe(false)
      }
    }
    expect(boxes.some(({ far }) => far)).toBe(true)
  })

  test('that are the mark stand on their place', () => {
    expect(placeLabels([wish(100, 100, { radius: 0 })], [], [], frame)).toEqual([
      { x: 70, y: 85, width: 60, height: 30, far: false },
    ])
  })

  test('give way where there is no room, unless they are needed', () => {
    const blocked = [frame]
    expect(placeLabels([wish(100, 100, { needed: false })], [], blocked, frame)).toEqual([null])
    expect(placeLabels([wish(100, 100)], [], blocked, frame)[0]).not.toBeNull()
  })
})

type Point = readonly [x: number, y: number]

let cached: Map<string, string[]> | undefined

/** The paths of the drawn outlines by the code of their province, the mainland before the islands. */
function drawn(): Map<string, string[]> {
  if (cached) return cached
  cached = new Map()
  for (const [, name = '', d = ''] of vietnamSvg(landOf('63', new Map())).matchAll(/<path name="(\d\d)" d="([^"]*)"/g)) {
    cached.set(name, [...(cached.get(name) ?? []), d])
  }
  for (const [name, paths] of cached)
    cached.set(
      name,
      paths.sort((a, b) => outlines(a).length - outlines(b).length),
    )
  return cached
}

function outlines(path: string): Point[][] {
  return readOutlines(path)
}

function isInBox([x, y]: Point, box: Box): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height
}

/** Whether a ray from the point crosses the outline an odd number of times. */
function isInside([x, y]: Point, outline: readonly Point[]): boolean {
  const crossings = outline.filter(([ax, ay], at) => {
    const [bx, by] = outline[(at + 1) % outline.length] as Point
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax
  })
  return crossings.length % 2 === 1
}

function covers(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
