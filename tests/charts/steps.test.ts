import { describe, expect, test } from 'vitest'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { textWidth } from '../../src/charts/parts/text-width.ts'
import { stepsOf } from '../../src/charts/steps/steps-model.ts'
import { steps } from '../../src/charts/steps.ts'
import { printFigure } from '../../src/locale/print-figure.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Figure } from '../../src/model/figure.ts'
import { elementsIn, nameAreasIn } from '../support/drawn-elements.ts'
import { expectGolden, goldenNames } from '../support/golden.ts'
import { MODEL_WORLD, modelInput, STEP_STATES, stock } from '../support/model-states.ts'
import { ALL_LOOKS, type Look, lookName } from '../support/picture-looks.ts'
import { drawSvg } from '../support/ssr.ts'

const states = (more: Partial<PictureInput> = {}) => modelInput(STEP_STATES, more)

describe('all states of steps in one picture', () => {
  const nameOf = (look: Look) => lookName('steps-states', look)

  test.each(ALL_LOOKS)('is its golden: $language, $width px, dark $dark', (look) => {
    const { option, height } = canvasOf(states(look))
    const svg = drawSvg(option, look.width, height)
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    expectGolden(`svg/${nameOf(look)}`, svg)
  })

  test('no golden is left over', () => {
    expect(goldenNames('svg').filter((name) => name.startsWith('steps-'))).toEqual(ALL_LOOKS.map(nameOf).sort())
  })
})

describe('the steps', () => {
  test('are those that the package names, in its order, each with the sum of what compares', () => {
    const told = stepsOf(states()).steps.map(({ nth, label, text, n, of, beside, withheld }) => [
      ...[nth, label, text?.full ?? null, `${n}/${of}`],
      ...[beside.length, withheld],
    ])
    expect(told).toEqual([
      [1, 'Đăng ký', '630 mô hình', '7/8', 0, 0],
      [2, 'Xây dựng', '390 mô hình', '5/8', 1, 0],
      [3, 'Công nhận', '31 tập thể, cá nhân', '2/8', 0, 0],
      [4, 'Duy trì', 'trên 150 mô hình', '3/8', 0, 0],
      [5, 'Nhân rộng', null, '0/8', 2, 1],
      [6, 'Kết thúc', '10 mô hình', '2/8', 0, 0],
    ])
    expect(stepsOf(states()).without).toEqual(['Tổng kết'])
  })

  test('are measured by what contains them, else by the last one before that counts the same; refused in a sentence', () => {
    const { summary } = canvasOf(states())
    const told = stepsOf(states()).steps.map(
      ({ before }) => before && [before.label, before.text, before.refused, before.places.length],
    )
    expect(told).toEqual([
      null,
      // The fifth place has its number of October.
      ['Đăng ký', '81%', null, 4],
      ['Đăng ký', '', 'unit', 0],
      ['Xây dựng', 'trên 78,9%', null, 2],
      null,
      ['Duy trì', '', 'flow', 0],
    ])
    expect(summary).toContain('bằng 81% số của bước “Đăng ký”. 4 địa phương có cả hai số cùng thời điểm: 340 so với 420.')
    expect(summary).toContain('Không tính tỷ lệ so với bước “Đăng ký”: bước này đếm tập thể, cá nhân, bước kia đếm mô hình.')
    expect(summary).toContain('Không tính tỷ lệ so với bước “Duy trì”: một bên đếm trong kỳ, một bên đếm tại một thời điểm.')
    expect(summary).toContain('Không có số: tổng kết.')
  })

  test('of one place each are that place’s numbers', () => {
    const input = modelInput([stock('models', '36', 150), stock('built', '36', 120)])
    const told = stepsOf(input).steps.map(({ text, place, before }) => [text?.full, place, before?.text])
    expect(told).toEqual([
      ['150 mô hình', 'Nam Định', undefined],
      ['120 mô hình', 'Nam Định', '80%'],
    ])
  })

  test('have a square for each place, in one order at every step: full in the sum, half beside it, else empty', () => {
    const told = stepsOf(states()).steps.map(({ places, n }) => ({ places, n }))
    const order = told[0]?.places.map(({ key }) => key)
    expect(order).toEqual(['63:01', '63:19', '63:26', '63:35', '63:36', '63:46', '63:77', '63:79'])
    for (const { places, n } of told) {
      expect(places.map(({ key }) => key)).toEqual(order)
      expect(places.filter(({ has }) => has === 'number')).toHaveLength(n)
    }
    const marks = { number: '■', beside: '◧', none: '□' }
    const drawn = told.map(({ places }) => places.map(({ has }) => marks[has]).join(''))
    // Built: 46 and 77 say nothing, 79 is to be verified. Replicated: 26 in words, 35 a part of the place, 46 not applicable.
    expect(drawn).toEqual(['■■■■■■■□', '■■■■■□□◧', '■■□□□□□□', '■■□□□□■□', '□□◧◧□□□□', '■■□□□□□□'])
    expect(told[1]?.places.at(-1)).toMatchObject({ name: 'Thành phố Hồ Chí Minh', state: 'có số, không cộng vào đây' })
    expect(told[4]?.places.map(({ state }) => state).slice(2, 6)).toEqual([
      'chỉ nêu bằng chữ',
      'chỉ một phần địa phương',
      'nguồn không nêu',
      'không áp dụng',
    ])
  })

  test('name the place of each square that is drawn', () => {
    const squares = nameAreasIn(canvasOf(states()).option)
    expect(squares.slice(12, 16).map(({ tip }) => tip)).toEqual([
      'Nam Định: có số',
      'Thừa Thiên Huế: nguồn không nêu',
      'Bà Rịa - Vũng Tàu: nguồn không nêu',
      'Thành phố Hồ Chí Minh: có số, không cộng vào đây',
    ])
  })

  test('have no sum of numbers that do not compare', () => {
    const inMay = { comparisonKey: 'models|total|model|2024-05-31', terms: [9] }
    const [step] = stepsOf(modelInput([stock('models', '36', 150), stock('models', '01', 80, inMay)])).steps
    expect([step?.figure, step?.beside.length]).toEqual([null, 2])
  })

  test.each([1100, 324])('at %i px every number opens the figure that it prints', (width) => {
    const input = states({ width })
    const picture = canvasOf(input)
    const areas = elementsOf(input).filter(({ invisible }) => invisible)
    const names = new Set(areas.map(({ name }) => name))
    expect([...names].sort()).toEqual(['0', '1', '1-share', '2', '3', '3-share', '4-b0', '4-b1', '5'])
    for (const { name = '', tooltip } of areas.filter((area) => !area.name?.includes('-b'))) {
      const figure = picture.pick(name) as Figure
      expect(tooltip?.formatter).toContain(printFigure(figure, MODEL_WORLD, input.words.figure, 'vi').number)
    }
    expect(picture.pick('4')).toBeNull()
  })

  test.each([1100, 700, 324])('at %i px no line is wider than the picture', (width) => {
    for (const { type, x = 0, style } of elementsOf(states({ width }))) {
      if (type === 'text')
        expect(x + textWidth(style.text, style.fontSize, style.fontWeight > 400), style.text).toBeLessThanOrEqual(width + 0.5)
    }
  })

  test('share no length: a bar is as long as its share says, and no other', () => {
    const card = (1100 - 2 * 24) / 3
    const bars = elementsOf(states()).flatMap(({ type, shape }) =>
      type === 'rect' && shape.height === 6 ? [shape.width / card] : [],
    )
    expect(bars.map((one) => Math.round(one * 1000) / 10)).toEqual([100, 81, 100, 78.9])
  })
})

test('the table says the sums and the shares of the picture, then the numbers of the places', () => {
  const { rows } = steps.table(states())
  const said = rows.slice(0, 7).map(({ place, number, unit, kind }) => [place, number, unit, kind].filter(Boolean).join(' | '))
  expect(said).toEqual([
    '7/8 địa phương | 630 | mô hình',
    '5/8 địa phương | 390 | mô hình',
    '4/8 địa phương | 81% | bằng 81% số của bước “Đăng ký”',
    '2/8 địa phương | 31 | tập thể, cá nhân',
    '3/8 địa phương | trên 150 | mô hình',
    '2/8 địa phương | trên 78,9% | bằng trên 78,9% số của bước “Xây dựng”',
    '2/8 địa phương | 10 | mô hình',
  ])
  const figures = rows.slice(7).flatMap(({ figure }) => (figure ? [figure] : []))
  expect(new Set(figures)).toEqual(new Set(STEP_STATES))
  expect(figures).toHaveLength(STEP_STATES.length)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
})

test('it is for views of two steps or more, and suits three that many places have', () => {
  const asked = (figures: readonly Figure[], indicators = ['dom-models'], dataset = MODEL_WORLD) => {
    const input = modelInput(figures)
    const view = { ...input.view, indicators }
    return [steps.accepts(view, dataset), steps.suits(input.answer, view, dataset)]
  }
  const many = (indicator: string) => MODEL_WORLD.reporters.map((key) => stock(indicator, key.slice(3), 5))
  const three = [...many('models'), ...many('built'), ...many('maintained')]
  expect(asked(three)).toEqual([true, true])
  expect(asked([...many('models'), ...many('built')])).toEqual([true, false])
  expect(asked(STEP_STATES)).toEqual([true, false])
  expect(asked(three, ['built'])).toEqual([false, false])
  expect(asked(three, ['built', 'models'])).toEqual([true, false])
  expect(asked(three, [])).toEqual([false, false])
  const without = { ...MODEL_WORLD, codes: MODEL_WORLD.codes.filter(({ key }) => key !== 'step') }
  expect(asked(three, ['dom-models'], without)).toEqual([false, false])
})

test('without a number there is a sentence', () => {
  expect(steps.picture(modelInput([]))).toEqual({ kind: 'nothing', reason: wordsOf('vi').models.stepsNothing })
})

interface Element {
  readonly type: string
  readonly name?: string
  readonly invisible?: boolean
  readonly x?: number
  readonly shape: { readonly width: number; readonly height: number }
  readonly tooltip?: { readonly formatter?: string }
  readonly style: { readonly text: string; readonly fontSize: number; readonly fontWeight: number }
}

function canvasOf(input: PictureInput) {
  const picture = steps.picture(input)
  if (picture.kind !== 'canvas') throw new Error('no picture')
  return picture
}

function elementsOf(input: PictureInput): readonly Element[] {
  return elementsIn<Element>(canvasOf(input).option)
}
