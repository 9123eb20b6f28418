import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { bar } from '../../src/charts/bar.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { printFigure } from '../../src/locale/print-figure.ts'
import type { indicatorOf } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import { figuresOf } from '../../src/model/rules/figures.ts'
import { resolveRows } from '../../src/model/rules/resolve-rows.ts'
import type { Window } from '../../src/model/rules/time.ts'
import { type BarPanel, barPanels, describePicture } from '../support/describe-picture.ts'
import { figure } from '../support/figure.ts'
import { compactJson, expectGolden, goldenNames } from '../support/golden.ts'
import { AT_MOST, BAR_STATES, HAND_MADE, inputOf } from '../support/hand-made.ts'
import { ALL_LOOKS, lookName } from '../support/picture-looks.ts'
import { openPublicReports, type PublicReports } from '../support/public-reports.ts'
import { LANGUAGES, PUBLIC_VIEWS, searchOf } from '../support/public-views.ts'
import { worldArbitrary, worldBook, worldMeta } from '../support/small-worlds.ts'
import { drawSvg, placedTexts, svgTexts } from '../support/ssr.ts'

describe('the bars of the published reports', () => {
  let reports: PublicReports
  beforeAll(async () => {
    reports = await openPublicReports()
  })

  test.each(LANGUAGES)(
    'are their golden in %s',
    async (language) => {
      const all: [string, unknown][] = []
      for (const view of PUBLIC_VIEWS) {
        const asked = await reports.answerOf(searchOf(view, language))
        if (bar.accepts(asked.view, asked.dataset)) all.push([view.name, describePicture(bar, asked)])
      }
      expectGolden(`pictures/bars.${language}.json`, compactJson(Object.fromEntries(all)))
    },
    60_000,
  )

  test('no bar stands for tips, weapons or models of two provinces, and none for what needs verification', async () => {
    for (const view of PUBLIC_VIEWS) {
      const asked = await reports.answerOf(searchOf(view))
      for (const panel of panelsOf({ ...asked, width: 1100, dark: false })) {
        expect(new Set(panel.bars.map(({ figure: one }) => one?.territory.code)).size).toBe(1)
        expect(panel.bars.filter(({ figure: one }) => one?.needsVerification)).toEqual([])
      }
    }
  })
})

describe('all states of a bar in one picture', () => {
  test.each(ALL_LOOKS)('is its golden: $language, $width px, dark $dark', (look) => {
    const svg = svgOf(inputOf([...BAR_STATES, ...atMost()], look))
    expectGolden(`svg/${lookName('bar-states', look)}`, svg)
  })

  test('no golden is left over', () => {
    const names = ALL_LOOKS.map((look) => lookName('bar-states', look))
    expect(goldenNames('svg').filter((name) => name.startsWith('bar-'))).toEqual(names.sort())
  })

  test('drawing again gives the same text, ids and all', () => {
    expect(svgOf(inputOf(BAR_STATES))).toBe(svgOf(inputOf(BAR_STATES)))
  })

  test('each bar is as long as its number, from one zero', () => {
    for (const panel of panelsOf(inputOf(BAR_STATES))) {
      for (const { value, figure: one } of panel.bars) expect(value).toBe(one?.value)
    }
    const lengths = barLengths(svgOf(inputOf(BAR_STATES.slice(0, 8))))
    const values = BAR_STATES.slice(0, 8).map(({ value }) => value as number)
    expect(lengths).toHaveLength(values.length)
    const longest = Math.max(...lengths)
    for (const [at, value] of values.entries()) expect(lengths[at]).toBeCloseTo((value / 8968) * longest, 0)
  })

  test('values are printed with their words, ties beside each other, remarks after the name', () => {
    const [first] = panelsOf(inputOf(BAR_STATES))
    expect(first?.bars.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Thành phố Hà Nội: 8.968 nguồn tin',
      'Thành phố Hồ Chí Minh: trên 5.200 nguồn tin',
      'Thừa Thiên Huế (sơ bộ): 2.127 nguồn tin',
      'Bà Rịa - Vũng Tàu (ước tính; số của 305/366 ngày): 2.127 nguồn tin',
      'Thái Nguyên: 2.127 nguồn tin',
      'Hà Nam: khoảng 1.000 nguồn tin',
      'Nam Định: gần 900 nguồn tin',
      'Vĩnh Phúc: 0 nguồn tin',
    ])
  })

  test('a bar that is a lower bound has an open end, and no other has', () => {
    const ends = (figures: readonly Figure[]) => svgOf(inputOf(figures)).split('\n').filter(isOpenEnd).length
    expect(ends(BAR_STATES)).toBe(3)
    expect(ends(AT_MOST)).toBe(0)
  })

  test('every bar opens its own figure, nothing else does', () => {
    const picture = bar.picture(inputOf(BAR_STATES))
    if (picture.kind !== 'canvas') throw new Error('no bars')
    const figures = barPanels(picture).flatMap((panel) => panel.bars.map(({ figure: one }) => one))
    expect(new Set(figures)).toEqual(new Set(BAR_STATES))
    expect(figures).toHaveLength(BAR_STATES.length)
    expect([picture.pick(''), picture.pick('9-9'), picture.pick('__proto__')]).toEqual([null, null, null])
  })
})

describe('a total over territories', () => {
  const subOf = (figures: readonly Figure[], language: 'vi' | 'en' = 'vi') => panelsOf(inputOf(figures, { language }))[0]?.sub
  const two = (one: Partial<Figure>, other: Partial<Figure>) => [
    figure({ territory: { set: '63', code: '36' }, ...one }),
    figure({ territory: { set: '63', code: '35' }, ...other }),
  ]

  test('is printed with its unit, as sure as the least sure of its terms', () => {
    expect(subOf(two({ value: 8968 }, { value: 32 }))).toBe('năm 2024 · cộng 9.000 nguồn tin của 2/8 địa phương')
    expect(subOf(two({ value: 8968 }, { value: 32, low: true, word: 'hơn' }))).toBe(
      'năm 2024 · cộng trên 9.000 nguồn tin của 2/8 địa phương',
    )
    expect(subOf(two({ value: 8968 }, { value: 32, high: true }))).toBe(
      'năm 2024 · cộng không quá 9.000 nguồn tin của 2/8 địa phương',
    )
    expect(subOf(two({ value: 8968 }, { value: 30, approx: true }), 'en')).toBe(
      '2024 · about 9,000 tips in all, from 2 of 8 provinces',
    )
    const donations = BAR_STATES.filter(({ indicator }) => indicator === 'money')
    expect(subOf(donations)).toBe('năm 2024 · cộng trên 5,35 tỷ đồng của 3/8 địa phương')
  })

  test('is not printed where low meets high, nor for parts of one whole', () => {
    expect(subOf(two({ low: true }, { high: true }))).toBe('năm 2024')
    expect(subOf(BAR_STATES.filter(({ indicator }) => indicator === 'models'))).toBe('năm 2024')
  })
})

describe('at every width', () => {
  test.each([280, 324, 358, 700, 1100])('%i px: no line is longer than the picture, nothing stands below it', (width) => {
    for (const language of LANGUAGES) {
      const picture = bar.picture(inputOf(BAR_STATES, { language, width }))
      if (picture.kind !== 'canvas') throw new Error('no bars')
      const svg = drawSvg(picture.option, width, picture.height)
      for (const line of svgTexts(svg)) expect(line.length * 5.5, line).toBeLessThanOrEqual(width)
      for (const { x, y, text } of placedTexts(svg)) {
        expect(x + text.length * 6.6, text).toBeLessThanOrEqual(width + 1)
        expect(y).toBeLessThanOrEqual(picture.height)
        expect(y).toBeGreaterThan(0)
      }
    }
  })

  test('no two lines of a picture stand on each other', () => {
    for (const width of [280, 324, 1100]) {
      const placed = placedTexts(svgOf(inputOf(BAR_STATES, { width }))).sort((a, b) => a.y - b.y)
      for (const [at, one] of placed.entries()) {
        const next = placed[at + 1]
        if (next) expect(next.y - one.y, `${one.text} / ${next.text}`).toBeGreaterThanOrEqual(14)
      }
    }
  })
})

test('the words of a bar are those of its figure everywhere else', () => {
  const input = inputOf(BAR_STATES)
  for (const { bars } of panelsOf(input)) {
    for (const { text, figure: one } of bars) {
      expect(text).toBe(printFigure(one as Figure, HAND_MADE, input.words.figure, 'vi').full)
    }
  }
})

test('figures of zero are drawn as no length, not as an error', () => {
  const zeros = ['36', '35'].map((number) => figure({ territory: { set: '63', code: number }, value: 0, state: 'zero' }))
  const svg = svgOf(inputOf(zeros))
  expect(svg).not.toMatch(/NaN|Infinity/)
  expect(svgTexts(svg)).toContain('0 nguồn tin')
})

test('without two comparable figures there is no picture but a sentence, and the table has the figures', () => {
  const input = inputOf([BAR_STATES[0] as Figure, BAR_STATES[10] as Figure])
  expect(bar.picture(input)).toEqual({ kind: 'nothing', reason: input.words.chart.barNothing })
  expect(bar.suits(input.answer, input.view, input.dataset)).toBe(false)
  const figures = bar.table(input).rows.flatMap(({ figure: one }) => (one ? [one] : []))
  expect(new Set(figures)).toEqual(new Set(input.answer.figures))
})

test('the overview offers no bars: its domains share no indicator', () => {
  const input = inputOf(BAR_STATES)
  expect(bar.accepts(input.view, input.dataset)).toBe(true)
  expect(bar.accepts({ ...input.view, indicators: [] }, input.dataset)).toBe(false)
})

const WINDOWS: readonly (Window | null)[] = [null, { from: '2024-01-01', to: '2024-12-31' }, { from: '2019-01-01', to: null }]

test('on random small worlds, bars of one scale share what rule 7 asks for, or are parts of one whole', () => {
  const seen = { across: 0, parts: 0 }
  const meta = worldMeta('ds_bars')
  const dataset = {
    ...meta,
    reporters: [...meta.territories.keys()],
    years: [2024],
    latestDay: '2024-12-31',
    rhythms: [],
    seams: [],
  }
  fc.assert(
    fc.property(worldArbitrary, (observations) => {
      const resolved = resolveRows(observations, worldBook())
      for (const window of WINDOWS) {
        const figures = figuresOf(resolved, worldBook(), window, {})
        for (const { title, bars } of panelsOf(inputOf(figures, {}, dataset))) {
          const drawn = bars.map(({ figure: one }) => one as Figure)
          expect(drawn.length).toBeGreaterThan(1)
          expect(drawn.filter((one) => one.value === null || one.needsVerification)).toEqual([])
          if (isOneComparison(drawn)) seen.across += 1
          else {
            seen.parts += 1
            expect(isOneWhole(drawn, dataset), `${title}: ${drawn.map((one) => one.comparisonKey).join(', ')}`).toBe(true)
          }
        }
      }
    }),
    { numRuns: 300, seed: 20261122 },
  )
  expect(seen.across).toBeGreaterThan(20)
  expect(seen.parts).toBeGreaterThan(20)
})

/** Whole provinces, each once, with one comparison key. */
function isOneComparison(figures: readonly Figure[]): boolean {
  return (
    new Set(figures.map((one) => one.comparisonKey)).size === 1 &&
    new Set(figures.map((one) => one.territory.code)).size === figures.length &&
    figures.every((one) => one.scope === '' && one.stands)
  )
}

/** Additive parts of one territory, scope, indicator, unit and time, each value once. */
function isOneWhole(figures: readonly Figure[], dataset: Parameters<typeof indicatorOf>[0]): boolean {
  const whole = (one: Figure) => {
    const period = one.comparisonKey.split('|')[3]
    return JSON.stringify([one.territory, one.scope, one.indicator, one.breakdownKey, one.unit, period])
  }
  const isAdditive = (one: Figure) =>
    dataset.breakdowns.some((b) => b.indicator === one.indicator && b.key === one.breakdownKey && b.rule === 'additive')
  return (
    new Set(figures.map(whole)).size === 1 &&
    figures.every((one) => one.basis === 'part' && isAdditive(one)) &&
    new Set(figures.map((one) => one.breakdownValues.join('+'))).size === figures.length
  )
}

/** Two figures of a period of their own, for "not more than" has no sum with "more than". */
function atMost(): Figure[] {
  return AT_MOST.map((one) => ({
    ...one,
    comparisonKey: `${one.comparisonKey} 2`,
    period: { ...one.period, start: '2023-01-01' },
  }))
}

function panelsOf(input: PictureInput): BarPanel[] {
  const picture = bar.picture(input)
  return picture.kind === 'canvas' ? barPanels(picture) : []
}

function svgOf(input: PictureInput): string {
  const picture = bar.picture(input)
  if (picture.kind !== 'canvas') throw new Error('no bars')
  return drawSvg(picture.option, input.width, picture.height)
}

/** Lengths of the bars in the order of drawing. */
function barLengths(svg: string): number[] {
  return [...svg.matchAll(/<path d="M0 [\d.]+l(-?[\d.]+) 0l0 12l/g)].map(([, length]) => Number(length))
}

/** A triangle in the colour of a domain: three corners, closed. */
function isOpenEnd(line: string): boolean {
  return /^<path d="M[^"]*L[^"]*L[^"]*Z"/.test(line)
}
