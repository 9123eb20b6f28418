import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bar } from '../../src/charts/bar.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { unitDotPanels } from '../../src/charts/unit-dots/unit-dots-model.ts'
import { unitDots } from '../../src/charts/unit-dots.ts'
import { printFigure } from '../../src/locale/print-figure.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Figure } from '../../src/model/figure.ts'
import { elementsIn } from '../support/drawn-elements.ts'
import { expectGolden, goldenNames } from '../support/golden.ts'
import { DOT_STATES, MODEL_WORLD, modelInput, part, stock } from '../support/model-states.ts'
import { ALL_LOOKS, type Look, lookName } from '../support/picture-looks.ts'
import { drawSvg } from '../support/ssr.ts'

const states = (more: Partial<PictureInput> = {}) => modelInput(DOT_STATES, more)

describe('all states of numbers in dots in one picture', () => {
  const nameOf = (look: Look) => lookName('unit-dots-states', look)

  test.each(ALL_LOOKS)('is its golden: $language, $width px, dark $dark', (look) => {
    const input = states({ ...look, words: wordsOf(look.language) })
    const { option, height } = canvasOf(input)
    const svg = drawSvg(option, look.width, height)
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    expectGolden(`svg/${nameOf(look)}`, svg)
  })

  test('no golden is left over', () => {
    expect(goldenNames('svg').filter((name) => name.startsWith('unit-dots-'))).toEqual(ALL_LOOKS.map(nameOf).sort())
  })
})

describe('what is drawn', () => {
  test('are the places of each definition by themselves; those that compare from the highest', () => {
    const panels = unitDotPanels(states()).map(({ title, per, blocks }) => [title, per, blocks.map(({ name }) => name)])
    expect(panels).toEqual([
      ['Mô hình đã đăng ký thực hiện', 1, ['Nam Định', 'Hà Nam']],
      [
        'mô hình đã xây dựng',
        1,
        // In words, and of one district: no numbers of a province.
        [
          'Thành phố Hà Nội',
          'Thành phố Hồ Chí Minh',
          'Thừa Thiên Huế',
          'Vĩnh Phúc',
          'Bà Rịa - Vũng Tàu',
          'Nam Định',
          'Hà Nam',
          'Thái Nguyên',
        ],
      ],
      ['tập thể, cá nhân được công nhận mô hình', 1, ['Thành phố Hồ Chí Minh']],
      ['mô hình đang duy trì', 100, ['Thành phố Hà Nội', 'Thành phố Hồ Chí Minh', 'Thái Nguyên', 'Thừa Thiên Huế']],
    ])
  })

  test('is no definition under another, and no flow', () => {
    const input = modelInput([stock('built', '36', 52), stock('maintained', '35', 132), stock('closed', '01', 9)])
    expect(unitDotPanels(input).map(({ blocks }) => blocks.map(({ text }) => text.full))).toEqual([
      ['52 mô hình'],
      ['132 mô hình'],
    ])
  })

  test('is each number dot by dot, part by part, with what the parts leave', () => {
    expect(groupsOf(states(), 'Nam Định')).toEqual([
      [97, 'Bảo đảm an ninh, trật tự; phong trào Toàn dân bảo vệ an ninh Tổ quốc'],
      [53, 'Cải cách hành chính'],
    ])
    expect(groupsOf(states(), 'Hà Nam')).toEqual([
      [41, 'Bảo đảm an ninh, trật tự; phong trào Toàn dân bảo vệ an ninh Tổ quốc'],
      [23, 'không nêu phần nào'],
    ])
  })

  test.each([
    ['of another day', { period: { start: null, end: '2023-12-31', basis: 'stated', duration: '' } }, 97],
    ['that are bounded', { low: true }, 97],
    ['that are more than the whole', {}, 151],
  ] as const)('are no parts %s', (_, more, value) => {
    const input = modelInput([stock('models', '36', 150), part('models', '36', 'field', 'security', value, more)])
    expect(groupsOf(input, 'Nam Định')).toEqual([[150, '']])
  })

  test.each([
    [800, 1],
    [801, 10],
    [8001, 100],
  ])('of %i models are dots of %i each', (value, per) => {
    const input = modelInput([stock('built', '36', value)])
    expect(unitDotPanels(input)[0]?.per).toBe(per)
    const { summary } = canvasOf(input)
    expect(summary).toContain(`mỗi chấm là ${per} mô hình`)
    expect(summary.includes(wordsOf('vi').models.dotPart)).toBe(value % per !== 0)
  })

  test('is nothing that was divided', () => {
    const denominators = { by: 'per100k', divisor: 1, denominators: [], byDuration: false, allUnverified: false } as const
    const divided = stock('built', '36', 2.5, { normalised: { ...denominators, plain: stock('built', '36', 25) } })
    expect(unitDots.picture(modelInput([divided]))).toEqual({ kind: 'nothing', reason: wordsOf('vi').models.dotsDivided })
    expect(unitDots.picture(modelInput([]))).toEqual({ kind: 'nothing', reason: wordsOf('vi').models.dotsNothing })
  })

  test('is marked as little as need be, and the legend says only what is there', () => {
    const { models } = wordsOf('vi')
    const marks = [models.dotHollow, models.dotUnsure, models.dotDoubtful, models.dotAtLeast, models.dotAtMost, models.dotAbout]
    const said = (input: PictureInput) => marks.filter((text) => canvasOf(input).summary.includes(text))
    expect(said(states())).toEqual(marks)
    expect(said(modelInput([stock('built', '36', 5)]))).toEqual([])
    expect(said(modelInput([stock('built', '36', 5, { low: true })]))).toEqual([models.dotAtLeast])
  })

  test('are as many dots as the number says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.constantFrom(324, 700, 1100), (value, width) => {
        const input = modelInput([stock('built', '36', value)], { width })
        const per = unitDotPanels(input)[0]?.per ?? 0
        const elements = elementsOf(input)
        const legend = value % per === 0 ? 0 : 1
        expect(elements.filter(({ type }) => type === 'circle').length - legend).toBe(Math.ceil(value / per))
        expect(elements.filter(({ type }) => type === 'sector').length - legend).toBe(legend)
        for (const { shape } of elements.filter(({ type }) => type === 'circle')) {
          expect(shape.cx + 3.5).toBeLessThanOrEqual(width)
        }
      }),
      { numRuns: 40 },
    )
  })

  test.each([1100, 324])('at %i px every number opens the figure that it prints', (width) => {
    const input = states({ width })
    const picture = canvasOf(input)
    const areas = elementsOf(input).filter(({ invisible }) => invisible)
    // 15 blocks, and four of parts, the rest of one of them among them, and two of holders.
    expect(areas).toHaveLength(15 + 4 + 2)
    for (const { name = '', tooltip } of areas) {
      const figure = picture.pick(name) as Figure
      const text = printFigure(figure, MODEL_WORLD, input.words.figure, 'vi')
      if (!tooltip?.formatter?.includes('không nêu phần nào')) expect(tooltip?.formatter).toContain(text.number)
    }
    expect(picture.pick('9-9')).toBeNull()
  })
})

test('its table has what it draws, each once, and what has no dots', () => {
  const figures = unitDots.table(states()).rows.flatMap(({ figure }) => (figure ? [figure] : []))
  expect(new Set(figures).size).toBe(figures.length)
  expect(new Set(figures)).toEqual(new Set(DOT_STATES))
})

test('it is for stocks of models of few places, and bars leave their parts to it', () => {
  const asked = (figures: readonly Figure[], indicators = ['dom-models']) => {
    const input = modelInput(figures)
    const view = { ...input.view, indicators }
    const is = [unitDots.accepts(view, MODEL_WORLD), unitDots.suits(input.answer, view, MODEL_WORLD)]
    return [...is, bar.suits(input.answer, view, MODEL_WORLD)]
  }
  const parted = DOT_STATES.filter(({ indicator }) => indicator === 'models')
  expect(asked(parted.filter(({ territory }) => territory.code === '36'))).toEqual([true, true, false])
  expect(asked([stock('built', '36', null, { state: 'in_words' })])).toEqual([true, false, false])
  const many = MODEL_WORLD.reporters.map((key) => stock('built', key.slice(3), 5))
  expect(asked(many).slice(0, 2)).toEqual([true, false])
  expect(asked(many, ['tips']).slice(0, 2)).toEqual([false, false])
  expect(asked(parted, []).slice(0, 2)).toEqual([false, false])
})

interface Element {
  readonly type: string
  readonly name?: string
  readonly invisible?: boolean
  readonly shape: { readonly cx: number }
  readonly tooltip?: { readonly formatter?: string }
}

function canvasOf(input: PictureInput) {
  const picture = unitDots.picture(input)
  if (picture.kind !== 'canvas') throw new Error('no picture')
  return picture
}

function elementsOf(input: PictureInput): readonly Element[] {
  return elementsIn<Element>(canvasOf(input).option)
}

function groupsOf(input: PictureInput, place: string) {
  const block = unitDotPanels(input)[0]?.blocks.find(({ name }) => name === place)
  return block?.groups.map(({ value, label }) => [value, label])
}
