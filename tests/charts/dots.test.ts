import { describe, expect, test } from 'vitest'
import { dotPanels } from '../../src/charts/dots/dots-model.ts'
import { dots, showsDots } from '../../src/charts/dots.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { textWidth } from '../../src/charts/parts/text-width.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Comparison } from '../../src/model/view.ts'
import { DOT_BASE, DOT_STATES, dotsInput } from '../support/dots-states.ts'
import { elementsIn } from '../support/drawn-elements.ts'
import { expectGolden, goldenNames } from '../support/golden.ts'
import { overlaps, type TextBox } from '../support/matrix-picture.ts'
import { LOOKS, type Look, lookName } from '../support/picture-looks.ts'
import { drawSvg } from '../support/ssr.ts'

interface Drawn {
  readonly type: string
  readonly name?: string
  readonly x: number
  readonly y: number
  readonly shape: {
    readonly cx: number
    readonly cy: number
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }
  readonly style: { readonly text: string; readonly align?: string; readonly fontSize: number; readonly fontWeight: number }
}

function canvas(input: PictureInput) {
  const picture = dots.picture(input)
  if (picture.kind !== 'canvas') throw new Error('no dots')
  return { ...picture, elements: elementsIn<Drawn>(picture.option) }
}

function svg(input: PictureInput): string {
  const { option, height } = canvas(input)
  return drawSvg(option, input.width, height)
}

function textBoxes(input: PictureInput): TextBox[] {
  return canvas(input).elements.flatMap(({ type, x, y, style }) => {
    if (type !== 'text') return []
    const { text, align, fontSize: size, fontWeight } = style
    const width = textWidth(text, size, fontWeight > 400)
    return [
      {
        text,
        size,
        italic: false,
        colour: '',
        x: align === 'right' ? x - width : x,
        y: y - size * 0.6,
        width,
        height: size * 1.2,
      },
    ]
  })
}

describe('all states of dots in one picture', () => {
  const looks: readonly (Look & { readonly comparison: Comparison })[] = [
    ...LOOKS.map((look) => ({ comparison: 'yoy' as const, ...look })),
    { comparison: 'peers', language: 'en', width: 324, dark: false },
    { comparison: 'target', language: 'vi', width: 1100, dark: false },
  ]
  const nameOf = ({ comparison, ...look }: (typeof looks)[number]) => lookName(`dots-${comparison}`, look)

  test.each(looks)('is its golden: $comparison, $language, $width px, dark $dark', ({ comparison, ...look }) => {
    const text = svg(dotsInput(comparison, look))
    expect(text).not.toMatch(/NaN|Infinity|undefined/)
    expectGolden(`svg/${nameOf({ comparison, ...look })}`, text)
  })

  test('no golden is left over, and drawing again gives the same text', () => {
    expect(goldenNames('svg').filter((name) => name.startsWith('dots-'))).toEqual(looks.map(nameOf).sort())
    expect(svg(dotsInput('yoy'))).toBe(svg(dotsInput('yoy')))
  })
})

describe.each(['yoy', 'peers', 'target', 'none'] as const)('compared with %s', (comparison) => {
  test.each([
    [1100, 'vi'],
    [560, 'en'],
    [324, 'vi'],
    [324, 'en'],
  ] as const)('at %i px (%s) no text stands on another or leaves the picture', (width, language) => {
    const boxes = textBoxes(dotsInput(comparison, { width, language }))
    expect(overlaps(boxes)).toEqual([])
    for (const { text, x, width: of } of boxes) expect([text, x >= 0, x + of <= width + 0.5]).toEqual([text, true, true])
  })

  test('the table has the same numbers', () => {
    const input = dotsInput(comparison)
    const rows = dotPanels(input).flatMap((panel) => panel.rows)
    const table = dots.table(input).rows.filter(({ figure }) => figure)
    expect(new Set(table.map(({ figure }) => figure))).toEqual(new Set(rows.map(({ figure }) => figure)))
    for (const row of rows) {
      const line = table.find(({ figure }) => figure === row.figure)
      expect([line?.place, line?.value, line?.number]).toEqual([row.name, row.value, row.text])
      const { base, change, percent } = line?.cells ?? {}
      if (row.ghost !== null) expect(base?.value).toBe(row.ghost)
      expect((percent?.figure ?? change?.figure ?? null) === row.changeFigure).toBe(true)
    }
  })

  test('every dot and every change opens its own grounds', () => {
    const input = dotsInput(comparison)
    const { elements, pick } = canvas(input)
    const names = elements.flatMap(({ name }) => name ?? [])
    const rows = dotPanels(input).flatMap((panel) => panel.rows)
    const asked = rows.flatMap(({ figure, changeFigure }) => [figure, ...(changeFigure ? [changeFigure] : [])])
    expect(names.map((name) => pick(name))).toEqual(expect.arrayContaining(asked))
    expect(names).toHaveLength(asked.length)
  })
})

describe('the picture of a change', () => {
  const [tips] = dotPanels(dotsInput('yoy'))
  const row = (code: string) => tips?.rows.find(({ figure }) => figure.territory.code === code)

  test('has a ring for what may be compared only', () => {
    expect(['01', '79', '77', '19', '35', '36', '26'].map((code) => row(code)?.ghost)).toEqual([
      7000,
      null,
      2000,
      2127,
      0,
      null,
      5,
    ])
  })

  test('says why there is none', () => {
    expect(['01', '79', '77', '19', '35', '36', '26'].map((code) => row(code)?.change)).toEqual([
      '+28,1%',
      'hai số đều chặn một phía, không so được',
      'tăng ít nhất 6,3%',
      '0%',
      'số cùng kỳ năm trước bằng 0',
      'không có số cùng kỳ năm trước',
      '-100%',
    ])
  })

  test('puts dots and rings on one scale', () => {
    const { elements } = canvas(dotsInput('yoy'))
    const at = (index: number) => {
      const area = elements.find(({ name }) => name === `0-${index}`)?.shape
      return elements.filter(
        ({ type, shape }) => type === 'circle' && area && shape.cy > area.y && shape.cy < area.y + area.height,
      )
    }
    const [first] = tips?.rows ?? []
    expect(first?.value).toBe(8968)
    const [ring, dot] = at(0).map(({ shape }) => shape.cx)
    const zero = at((tips?.rows ?? []).findIndex(({ value }) => value === 0)).at(-1)?.shape.cx ?? Number.NaN
    expect(((ring ?? 0) - zero) / ((dot ?? 0) - zero)).toBeCloseTo(7000 / 8968, 3)
  })
})

describe('the order', () => {
  const order = (sort: string | null) => {
    const input = dotsInput('yoy')
    const [panel] = dotPanels({ ...input, view: { ...input.view, sort } })
    return panel?.rows.map(({ figure }) => figure.territory.code)
  }

  test('is from the highest number, equal ones by their names', () => {
    expect(order(null)).toEqual(['01', '79', '77', '19', '46', '35', '36', '26'])
    expect(order('number')?.slice(0, 3)).toEqual(['26', '36', '35'])
  })

  test('by change puts what has none last, both ways', () => {
    // A base of 0 has a difference and no percentage.
    expect(order('-percent')?.slice(-3).sort()).toEqual(['35', '36', '79'])
    expect(order('percent')?.slice(-3).sort()).toEqual(['35', '36', '79'])
    expect(order('percent')?.[0]).toBe('26')
  })

  test('by name is that of the language', () => {
    expect(order('place')).toEqual(['77', '35', '36', '19', '01', '79', '46', '26'])
  })
})

test('dots are for many places on one scale, or for a comparison', () => {
  const input = dotsInput('none')
  expect(showsDots(input.answer)).toBe(true)
  expect(showsDots(dotsInput('none', {}, DOT_STATES.slice(0, 4)).answer)).toBe(false)
  expect(showsDots(dotsInput('yoy', {}, DOT_STATES.slice(0, 4)).answer)).toBe(true)
  expect(showsDots(dotsInput('yoy', {}, DOT_STATES.slice(0, 1), DOT_BASE).answer)).toBe(false)
  expect(dots.picture(dotsInput('yoy', {}, DOT_STATES.slice(0, 1)))).toEqual({
    kind: 'nothing',
    reason: input.words.chart.barNothing,
  })
})

test('a comparison that cannot be made is said below', () => {
  const input = dotsInput('yoy')
  const { compared } = input.answer
  if (!compared) throw new Error('nothing compared')
  const refused: PictureInput = {
    ...input,
    answer: { ...input.answer, compared: { ...compared, refused: 'no_window', changes: new Map() } },
  }
  const said = textBoxes(refused)
    .map(({ text }) => text)
    .join(' ')
  expect(said).toContain(input.words.compare.refusedAll.no_window)
  expect(said).not.toContain(input.words.compare.keyBase.yoy)
})

test('the scale with most places is drawn first, whatever the order of their days; of two alike the first', () => {
  const ofDays = (codes: readonly string[], days: string) =>
    DOT_STATES.slice(0, codes.length).map((one, at) => ({
      ...one,
      territory: { set: '63' as const, code: codes[at] ?? '' },
      comparisonKey: `tips|total|tip|P:${days}`,
    }))
  const now = [
    ...ofDays(['01', '19'], '2024-01-01/2024-10-31'),
    ...ofDays(['26', '35', '36'], '2024-01-01/2024-11-30'),
    ...ofDays(['46', '77'], '2024-02-01/2024-11-30'),
  ]
  const places = dotPanels(dotsInput('none', {}, now, [])).map(({ rows }) =>
    rows.map(({ figure }) => figure.territory.code).sort(),
  )
  expect(places).toEqual([
    ['26', '35', '36'],
    ['01', '19'],
    ['46', '77'],
  ])
})

test('why none of a scale is compared is said once, in its heading; of some, beside each', () => {
  const panels = dotPanels(dotsInput('target'))
  const reason = wordsOf('vi').compare.noTarget
  const told = panels.map(({ sub, rows }) => [sub.includes(reason), rows.filter(({ change }) => change === reason).length])
  expect(told.some(([isOnce]) => isOnce)).toBe(true)
  expect(told.some(([, beside]) => Number(beside) > 0)).toBe(true)
  for (const [isOnce, beside] of told) expect(isOnce && Number(beside) > 0).toBe(false)
})
