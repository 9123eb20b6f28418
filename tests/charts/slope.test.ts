import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { textWidth } from '../../src/charts/parts/text-width.ts'
import { slopePanels } from '../../src/charts/slope/slope-model.ts'
import { slope } from '../../src/charts/slope.ts'
import { printFigure } from '../../src/locale/print-figure.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Figure } from '../../src/model/figure.ts'
import { elementsIn } from '../support/drawn-elements.ts'
import { expectGolden, goldenNames } from '../support/golden.ts'
import { HAND_MADE, inputOf } from '../support/hand-made.ts'
import { ALL_LOOKS, type Look, lookName } from '../support/picture-looks.ts'
import { baseOf, nowOf, SLOPE_BASE, SLOPE_NOW, slopeInput } from '../support/slope-states.ts'
import { drawSvg } from '../support/ssr.ts'

const states = (more: Partial<PictureInput> = {}) => slopeInput(SLOPE_NOW, SLOPE_BASE, more)
const FOCUS = { view: { ...slopeInput(SLOPE_NOW, SLOPE_BASE).view, focus: '19' } }

describe('all states of two times in one picture', () => {
  const nameOf = (look: Look) => lookName('slope-states', look)

  test.each(ALL_LOOKS)('is its golden: $language, $width px, dark $dark', (look) => {
    const svg = svgOf(states(look))
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    expectGolden(`svg/${nameOf(look)}`, svg)
  })

  test('no golden is left over', () => {
    expect(goldenNames('svg').filter((name) => name.startsWith('slope-'))).toEqual(ALL_LOOKS.map(nameOf).sort())
  })
})

describe('what is drawn', () => {
  test('are places with two numbers that compare, by scale, the highest first', () => {
    const drawn = slopePanels(states()).map(({ title, lines }) => [title, lines.map((line) => [line.name, line.changeText])])
    expect(drawn).toEqual([
      [
        'Nguồn tin do quần chúng nhân dân cung cấp',
        [
          ['Thành phố Hà Nội', '+23,7%'],
          ['Thành phố Hồ Chí Minh', 'không giảm quá 14,8%'],
          ['Thái Nguyên', '+18,2%'],
          ['Thừa Thiên Huế', '+18,2%'],
          ['Hà Nam', 'khoảng 0%'],
        ],
      ],
      [
        'Kinh phí ủng hộ, đóng góp',
        [
          ['Thành phố Hà Nội', '+3,5%'],
          ['Thành phố Hồ Chí Minh', '-13,6%'],
        ],
      ],
    ])
  })

  test('everybody else is named with the reason', () => {
    const { summary } = canvasOf(states())
    expect(summary).toContain('(số cùng kỳ năm trước bằng 0): Nam Định.')
    expect(summary).toContain('(không có số để so): Vĩnh Phúc.')
    expect(summary).toContain('(kỳ đang xem không có số): Bà Rịa - Vũng Tàu.')
    expect(summary).toContain('Không vẽ ở kinh phí ủng hộ, đóng góp (không có số cùng kỳ năm trước): Bà Rịa - Vũng Tàu.')
  })

  test('bases of different times make no common scale', () => {
    const ofDecember = baseOf('79', 500, { comparisonKey: 'tips|total|tip|P:2023-01-01/2023-11-30' })
    const panels = slopePanels(slopeInput([nowOf('01', 10), nowOf('79', 20)], [baseOf('01', 5), ofDecember]))
    expect(panels.map(({ lines }) => lines.map(({ name }) => name))).toEqual([['Thành phố Hà Nội'], ['Thành phố Hồ Chí Minh']])
  })

  test.each([1100, 324])('at %i px every label opens the figure that it prints, of its own time', (width) => {
    const input = states({ width })
    const picture = canvasOf(input)
    const areas = elementsOf(input).filter(({ invisible }) => invisible)
    expect(areas).toHaveLength(14)
    for (const { name = '', tooltip } of areas) {
      const figure = picture.pick(name) as Figure
      const { number } = printFigure(figure, HAND_MADE, input.words.figure, 'vi')
      expect(tooltip?.formatter).toContain(number)
      expect(figure.window?.from ?? '').toBe(name.endsWith('base') ? '2023-01-01' : '')
    }
    expect(picture.pick('9-9-now')).toBeNull()
  })

  test.each([1100, 324])('at %i px ties are one dot at each time, and their labels stand apart', (width) => {
    const input = states({ width })
    const dots = elementsOf(input).filter(({ type }) => type === 'circle')
    const [one, other] = ['Thái Nguyên', 'Thừa Thiên Huế'].map((name) => {
      const at = slopePanels(input)[0]?.lines.findIndex((line) => line.name === name) ?? -1
      return dots.slice(at * 2, at * 2 + 2).map(({ shape }) => shape.cy)
    })
    expect(one).toEqual(other)
    expect(overlapsOf(input)).toEqual([])
  })

  test('provisional and estimated numbers are hollow, which is said', () => {
    const { summary } = canvasOf(states())
    expect(summary).toContain(wordsOf('vi').slope.hollow)
    const hollow = elementsOf(states()).filter(({ type, style }) => type === 'circle' && style.fill === '#ffffff')
    expect(hollow).toHaveLength(2)
    const plain = slopeInput([nowOf('01', 10)], [baseOf('01', 5)])
    expect(canvasOf(plain).summary).not.toContain(wordsOf('vi').slope.hollow)
  })

  test('a focus alone has the hue', () => {
    const input = states(FOCUS)
    const colours = elementsOf(input).flatMap(({ type, style }) =>
      type === 'line' && style.lineWidth === 2 ? [style.stroke] : [],
    )
    expect(colours).toHaveLength(3)
    const isStrong = ({ type, style }: Element) => type === 'text' && style.fontWeight === 600 && style.fontSize === 12
    const strong = elementsOf(input).flatMap((one) => (isStrong(one) ? [one.style.text] : []))
    expect(strong).toEqual(['1.800', '2.127', 'Thái Nguyên'])
  })
})

describe('labels', () => {
  const CODES = ['01', '19', '26', '35', '36', '46', '77', '79']
  const number = fc.integer({ min: 0, max: 100_000 })

  test('of any numbers stand apart, and inside the picture', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            number,
            number.filter((one) => one > 0),
          ),
          { minLength: 1, maxLength: CODES.length },
        ),
        fc.constantFrom(324, 560, 1100),
        (pairs, width) => {
          const input = slopeInput(
            pairs.map(([now], at) => nowOf(CODES[at] as string, now)),
            pairs.map(([, base], at) => baseOf(CODES[at] as string, base)),
            { width },
          )
          expect(overlapsOf(input)).toEqual([])
          for (const box of boxesOf(input)) {
            expect(box.x).toBeGreaterThanOrEqual(-0.5)
            expect(box.x + box.width).toBeLessThanOrEqual(width + 0.5)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('where nothing is compared over time it says what to choose', () => {
  const { slope: words } = wordsOf('vi')
  const input = inputOf(SLOPE_NOW)
  expect(slope.picture(input)).toEqual({ kind: 'nothing', reason: words.noComparison })
  const none = slope.picture(slopeInput([nowOf('01', 5)], []))
  expect(none.kind === 'nothing' && none.reason).toContain(words.nothing)
})

test('the table has every standing figure with what it is compared with', () => {
  const { rows, columns } = slope.table(states())
  expect(columns.map(({ id }) => id)).toContain('base')
  expect(rows.filter(({ figure }) => figure !== null)).toHaveLength(SLOPE_NOW.length)
  expect(rows.find(({ place, indicator }) => place === 'Thành phố Hà Nội' && indicator.startsWith('Kinh'))).toMatchObject({
    number: '7,68 tỷ',
    base: '7,42 tỷ đồng',
    percent: '+3,5%',
  })
})

interface Element {
  readonly type: string
  readonly name?: string
  readonly invisible?: boolean
  readonly x: number
  readonly y: number
  readonly shape: { readonly cy: number }
  readonly tooltip?: { readonly formatter?: string }
  readonly style: {
    readonly text: string
    readonly fill: string
    readonly stroke?: string
    readonly lineWidth?: number
    readonly align: string
    readonly fontSize: number
    readonly fontWeight: number
  }
}

function canvasOf(input: PictureInput) {
  const picture = slope.picture(input)
  if (picture.kind !== 'canvas') throw new Error('no picture')
  return picture
}

function svgOf(input: PictureInput): string {
  const { option, height } = canvasOf(input)
  return drawSvg(option, input.width, height)
}

function elementsOf(input: PictureInput): readonly Element[] {
  return elementsIn<Element>(canvasOf(input).option)
}

function boxesOf(input: PictureInput) {
  return elementsOf(input).flatMap(({ type, x, y, style }) => {
    if (type !== 'text') return []
    const width = textWidth(style.text, style.fontSize, style.fontWeight > 400)
    const left = style.align === 'right' ? x - width : style.align === 'center' ? x - width / 2 : x
    return [{ text: style.text, x: left, y: y - style.fontSize * 0.55, width, height: style.fontSize * 1.1 }]
  })
}

function overlapsOf(input: PictureInput): string[] {
  const boxes = boxesOf(input)
  const touches = (a: (typeof boxes)[number], b: (typeof boxes)[number]) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
  return boxes.flatMap((a, at) => boxes.slice(at + 1).flatMap((b) => (touches(a, b) ? [`${a.text} / ${b.text}`] : [])))
}
