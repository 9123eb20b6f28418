import { describe, expect, test } from 'vitest'
import { bar } from '../../src/charts/bar.ts'
import type { ChartType, Picture } from '../../src/charts/chart-type.ts'
import { dots } from '../../src/charts/dots.ts'
import { line } from '../../src/charts/line.ts'
import { map } from '../../src/charts/map.ts'
import { matrix } from '../../src/charts/matrix.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { ribbon } from '../../src/charts/ribbon.ts'
import { slope } from '../../src/charts/slope.ts'
import { unitDots } from '../../src/charts/unit-dots.ts'
import { dotsInput } from '../support/dots-states.ts'
import { elementsIn, nameAreasIn } from '../support/drawn-elements.ts'
import { BAR_STATES, HAND_MADE, inputOf } from '../support/hand-made.ts'
import { lineInput, months } from '../support/line-states.ts'
import { DOT_STATES, modelInput } from '../support/model-states.ts'

const WIDTHS = [1100, 324] as const

/** The states of each picture, at one width. */
const PICTURES: readonly (readonly [chart: ChartType, input: (width: number) => PictureInput])[] = [
  [bar, (width) => inputOf(BAR_STATES, { width })],
  [dots, (width) => dotsInput('yoy', { width })],
  [slope, (width) => dotsInput('yoy', { width })],
  [matrix, (width) => dotsInput('yoy', { width })],
  [map, (width) => dotsInput('yoy', { width })],
  [ribbon, (width) => dotsInput('yoy', { width })],
  [unitDots, (width) => modelInput(DOT_STATES, { width })],
  [line, (width) => lineInput([...months('01', [1, 2, 3, 4]), ...months('36', [4, 3, 2, 1])], { width })],
]

function canvasOf(chart: ChartType, input: PictureInput): Extract<Picture, { kind: 'canvas' }> {
  const picture = chart.picture(input)
  if (picture.kind !== 'canvas') throw new Error(`${chart.id} draws nothing`)
  return picture
}

describe.each(PICTURES)('%o', (chart, inputAt) => {
  test.each(WIDTHS)(`at %i px the names of a picture stand for their places and lie in it (${chart.id})`, (width) => {
    const input = inputAt(width)
    const { option, height, pick } = canvasOf(chart, input)
    const areas = nameAreasIn(option)
    expect(areas.length).toBeGreaterThan(1)
    for (const { key, tip, x, y, ...size } of areas) {
      expect(tip).toBe(`Tô đậm ${input.dataset.territories.get(key)?.name.vi}`)
      expect(pick(`place:${key}`)).toBeNull()
      expect([x >= 0, y >= 0, size.width > 0, size.height > 0]).toEqual([true, true, true, true])
      expect([x + size.width <= width + 1, y + size.height <= height]).toEqual([true, true])
    }
  })
})

test.each(WIDTHS)('at %i px no name of a place covers what opens a number', (width) => {
  for (const [chart, inputAt] of PICTURES.filter(([one]) => one !== line)) {
    const { option } = canvasOf(chart, inputAt(width))
    const names = nameAreasIn(option)
    for (const { invisible, shape } of elementsIn<Touch>(option).filter(({ name }) => name !== undefined)) {
      if (!invisible || !shape?.width) continue
      const { x, y, width: wide, height } = shape
      const covered = names.some(
        (one) => one.x <= x && one.y <= y && one.x + one.width >= x + wide && one.y + one.height >= y + height,
      )
      expect(covered, chart.id).toBe(false)
    }
  }
})

interface Touch {
  readonly name?: string
  readonly invisible?: boolean
  readonly shape?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

test('a part of one place is no place of its own', () => {
  const parts = BAR_STATES.filter(({ basis }) => basis === 'part')
  expect(nameAreasIn(canvasOf(bar, inputOf(parts)).option)).toEqual([])
})

test('bars, dots and units of other places are pale where one stands out', () => {
  const fills = (chart: ChartType, input: PictureInput) =>
    new Set(JSON.stringify(canvasOf(chart, input).option).match(/"(?:fill|color)":"#[0-9a-f]{6}"/g) ?? [])
  const inputs: readonly (readonly [ChartType, PictureInput])[] = [
    [bar, inputOf(BAR_STATES)],
    [dots, dotsInput('none')],
    [unitDots, modelInput(DOT_STATES)],
  ]
  for (const [chart, input] of inputs) {
    const focused = { ...input, view: { ...input.view, focus: '36' } }
    expect(input.dataset.territories.has('63:36')).toBe(true)
    expect(fills(chart, focused).size, chart.id).toBeGreaterThan(fills(chart, input).size)
  }
  expect(HAND_MADE.reporters).toContain('63:36')
})
