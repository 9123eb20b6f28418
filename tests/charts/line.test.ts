import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type DataLine, linePanels } from '../../src/charts/line/line-panels.ts'
import { line } from '../../src/charts/line.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { printFigure } from '../../src/locale/print-figure.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Figure } from '../../src/model/figure.ts'
import { bucketsBetween, GRAINS } from '../../src/model/rhythm.ts'
import { figuresOf } from '../../src/model/rules/figures.ts'
import { resolveRows } from '../../src/model/rules/resolve-rows.ts'
import type { View } from '../../src/model/view.ts'
import { type DemoSimulated, openDemoSimulated } from '../support/demo-simulated.ts'
import { expectGolden, goldenNames } from '../support/golden.ts'
import { inputOf } from '../support/hand-made.ts'
import { boxesOf, elementsOf, lineCanvas, lineSvg, overlapsIn, strokesOf, tipsOf } from '../support/line-picture.ts'
import {
  indexInput,
  LINE_DATASET,
  LINE_INDEX,
  LINE_PARTS,
  LINE_STATES,
  lineInput,
  monthly,
  months,
} from '../support/line-states.ts'
import { LOOKS, type Look, lookName } from '../support/picture-looks.ts'
import { OPENING_TIME, openPublicReports } from '../support/public-reports.ts'
import { PUBLIC_VIEWS, searchOf } from '../support/public-views.ts'
import { worldArbitrary, worldBook, worldMeta } from '../support/small-worlds.ts'
import { svgTexts } from '../support/ssr.ts'

const INDEX_GOLDEN = 'line-index-1100-light.vi.svg'
const chart = wordsOf('vi').chart

describe('all states of a line in one picture', () => {
  const nameOf = (look: Look) => lookName('line-states', look)

  test.each(LOOKS)('is its golden: $language, $width px, dark $dark', (look) => {
    expectGolden(`svg/${nameOf(look)}`, lineSvg(inputFor(LINE_STATES, look)))
  })

  test('an index is its golden', () => {
    expectGolden(`svg/${INDEX_GOLDEN}`, lineSvg(indexInput(LINE_INDEX)))
  })

  test('no golden is left over', () => {
    const names = [...LOOKS.map(nameOf), INDEX_GOLDEN].sort()
    expect(goldenNames('svg').filter((name) => name.startsWith('line-'))).toEqual(names)
  })

  test('each figure has its point, or its words below the plot', () => {
    const [whole, valuable, ...more] = linePanels(inputFor(LINE_STATES))
    expect(more).toEqual([])
    expect(whole?.lines.map(({ name, points, undrawn }) => [name, points.length, undrawn.length])).toEqual([
      ['Hà Nam', 0, 2],
      ['Nam Định', 6, 0],
      ['Thành phố Hà Nội', 12, 0],
      ['Thành phố Hồ Chí Minh', 10, 1],
      ['Thừa Thiên Huế', 9, 0],
    ])
    expect(valuable?.title).toBe('Nguồn tin do quần chúng nhân dân cung cấp: Tin có giá trị')
    expect(valuable?.lines.map(({ points }) => points.length)).toEqual([12, 12])
    expect(marksAt('36')).toEqual(['3 full', '4 full', '7 doubtful', '9 full', '11 unsure', '12 unsure'])
    expect(marksAt('79').slice(0, 3)).toEqual(['1 full', '2 partial', '3 full'])
    expect(svgTexts(lineSvg(inputFor(LINE_STATES)))).toEqual(
      expect.arrayContaining([
        'Không vẽ được: Hà Nam, tháng 6/2024: không công bố',
        'Hà Nam, tháng 7/2024: 40 nguồn tin, chỉ thị xã Duy Tiên',
        'Thành phố Hồ Chí Minh, tháng 5/2024: hàng trăm',
      ]),
    )
  })

  test('a line goes only between neighbouring months that have a full, sure number of one kind', () => {
    expect(runsOf(inputFor(LINE_STATES))).toEqual([
      'Nam Định 3-4',
      'Nam Định 11-12 dashed',
      'Thành phố Hà Nội 1-11',
      'Thành phố Hà Nội 11-12 dashed',
      'Thành phố Hồ Chí Minh 3-4',
      'Thành phố Hồ Chí Minh 7-12',
      'Thừa Thiên Huế 1-6',
      'Thừa Thiên Huế 8-10',
      'Thành phố Hà Nội 1-12',
      'Thành phố Hồ Chí Minh 1-12',
    ])
  })

  test('a number of another basis, or of fewer parts, starts a new line', () => {
    const sum = (month: number, parts: readonly string[]) =>
      monthly('01', month, 1e9, {
        ...{ indicator: 'money', unit: 'VND', basis: 'parts_sum', breakdownKey: 'giver', breakdownValues: parts },
      })
    const total = (month: number) => monthly('01', month, 2e9, { indicator: 'money', unit: 'VND' })
    const both = ['officers', 'people']
    const input = inputFor([total(1), total(2), sum(3, both), sum(4, both), sum(5, [...both, 'x']), sum(6, [...both, 'x'])])
    expect(runsOf(input)).toEqual(['Thành phố Hà Nội 1-2', 'Thành phố Hà Nội 3-4', 'Thành phố Hà Nội 5-6'])
  })

  test('another unit has a panel and a scale of its own', () => {
    const grams = months('01', [5, 6, 7], { unit: 'gram' })
    const panels = linePanels(inputFor([...months('01', [5, 6, 7]), ...grams]))
    expect(panels.map(({ unit, lines }) => [unit, lines.length])).toEqual([
      ['tip', 1],
      ['gram', 1],
    ])
  })

  test('each mark on screen is explained, and no other', () => {
    const { figure } = wordsOf('vi')
    const all = [
      ...[chart.linePartial, chart.lineUnsure, figure.needsVerification, chart.mapAtLeast, chart.lineAtMost],
      ...[chart.lineAbout, chart.lineGap],
    ]
    const said = (figures: readonly Figure[]) => {
      const texts = svgTexts(lineSvg(inputFor(figures)))
      return all.filter((text) => texts.includes(text))
    }
    expect(said(LINE_STATES)).toEqual(all)
    expect(said(months('01', [1, 2, 3]))).toEqual([])
    expect(said(months('01', [1, null, 3]))).toEqual([chart.lineGap])
    expect(said(months('01', [1, 2], { low: true }))).toEqual([chart.mapAtLeast])
  })
})

describe('what is drawn where', () => {
  test('zero lies on the baseline, and each value as high as its share of the scale', () => {
    const input = inputFor([...months('01', [0, 50, 100]), ...months('79', [25, null, 75])])
    const [zero, half, full] = heights(input, 'Thành phố Hà Nội')
    const baseline = tickHeights(input).get('0') as number
    expect(zero).toBeCloseTo(baseline, 1)
    expect(tickHeights(input).get('100')).toBeCloseTo(full as number, 1)
    expect((baseline - (half as number)) / (baseline - (full as number))).toBeCloseTo(0.5, 2)
    expect(heights(input, 'Thành phố Hồ Chí Minh').map((y) => (baseline - y) / (baseline - (full as number)))).toEqual([
      expect.closeTo(0.25, 2),
      expect.closeTo(0.75, 2),
    ])
  })

  test('a scale begins at zero and has round ticks in the words of its unit', () => {
    const ticks = (value: number, more: Partial<Figure> = {}) => [
      ...tickHeights(inputFor(months('01', [value, value], more))).keys(),
    ]
    expect(ticks(868)).toEqual(['0', '250', '500', '750', '1.000'])
    expect(ticks(3)).toEqual(['0', '1', '2', '3'])
    expect(ticks(0)).toEqual(['0', '1'])
    expect(ticks(2.1e9, { indicator: 'money', unit: 'VND' })).toEqual(['0', '1', '2', '3'])
    expect(ticks(6e8, { indicator: 'money', unit: 'VND' })).toEqual(['0', '200', '400', '600'])
    expect(ticks(99.9, { indicator: 'share', unit: 'percent' })).toEqual(['0%', '25%', '50%', '75%', '100%'])
    const subs = (more: Partial<Figure>) => svgTexts(lineSvg(inputFor(months('01', [6e8, 7e8], more))))
    expect(subs({ indicator: 'money', unit: 'VND' })).toContain('triệu đồng · theo tháng')
  })

  test('a lone number between gaps is a dot, a joined one of a grey line is none', () => {
    const dots = (values: readonly (number | null)[]) => {
      const others = Array.from({ length: 8 }, (_, at) => months(PLACES[at] as string, [...values].fill(at + 1)))
      return elementsOf(inputFor([...others.slice(0, 7).flat(), ...months('01', values)])).filter(({ type }) => type === 'circle')
        .length
    }
    expect([dots([5, 6, 7, 8]), dots([5, null, 7, 8]), dots([5, null, 7, null])]).toEqual([0, 1, 2])
  })

  test('months are labelled on round dates, quarters, halves and years by their names', () => {
    const texts = (grain: View['grain'] & string) =>
      svgTexts(
        lineSvg(
          lineInput(
            months(
              '01',
              Array.from({ length: 12 }, (_, at) => at + 1),
            ),
            {},
            grain,
          ),
        ),
      )
    expect(texts('month')).toEqual(expect.arrayContaining(['th. 1/2024', 'th. 7/2024']))
    expect(texts('quarter')).toEqual(expect.arrayContaining(['quý I/2024', 'quý II/2024', 'quý III/2024', 'quý IV/2024']))
    expect(texts('half')).toEqual(expect.arrayContaining(['6 tháng đầu 2024', '6 tháng cuối 2024']))
    expect(texts('year')).toEqual(expect.arrayContaining(['2024']))
  })
})

describe('what stands out', () => {
  const eight = PLACES_OF(8)

  test('few lines have hues of their own, the same in every panel', () => {
    const strokes = strokesOf(inputFor(LINE_STATES))
    const of = (name: string) => new Set(strokes.filter((one) => one.name === name).map(({ colour }) => colour))
    expect(of('Thành phố Hà Nội').size).toBe(1)
    expect(new Set(strokes.map(({ colour }) => colour)).size).toBe(4)
  })

  test('with a focus it has the hue of its domain and a broad line, the rest one grey', () => {
    const input = inputFor(eight)
    const strokes = strokesOf({ ...input, view: { ...input.view, focus: '36' } })
    const focus = strokes.filter(({ name }) => name === 'Nam Định')
    expect(focus.map(({ colour, width }) => [colour, width])).toEqual([['#1f6fb4', 2.5]])
    const rest = strokes.filter(({ name }) => name !== 'Nam Định')
    expect(new Set(rest.map(({ colour, width }) => `${colour} ${width}`)).size).toBe(1)
    expect(rest[0]?.colour).not.toBe('#1f6fb4')
    expect(namesIn({ ...input, view: { ...input.view, focus: '36' } })).toEqual(['Nam Định'])
  })

  test('of more than seven grey lines the highest three are named, of seven all', () => {
    expect(namesIn(inputFor(eight)).sort()).toEqual(['Bà Rịa - Vũng Tàu', 'Thành phố Hồ Chí Minh', 'Thừa Thiên Huế'])
    expect(namesIn(inputFor(PLACES_OF(7)))).toHaveLength(7)
  })

  test('of many grey lines the one that is highest on the whole stands out, where one alone is', () => {
    const strokes = strokesOf(inputFor(eight))
    const dark = [...new Set(strokes.filter(({ colour }) => colour === '#1f6fb4').map(({ name }) => name))]
    const rest = strokes.filter(({ name }) => !dark.includes(name))
    expect(dark).toHaveLength(1)
    expect(namesIn(inputFor(eight))).toContain(dark[0])
    expect(new Set(rest.map(({ colour, width }) => `${colour} ${width}`)).size).toBe(1)
    const alike = eight.map((one) => ({ ...one, value: 7 }))
    expect(new Set(strokesOf(inputFor(alike)).map(({ colour }) => colour)).size).toBe(1)
  })

  test('parts of one place that a filter asks for are lines of one panel, beside their sum', () => {
    const [sum, parts] = linePanels(filtered(LINE_PARTS))
    expect(sum?.title).toContain('Kinh phí ủng hộ, đóng góp: cộng 2 phần')
    expect(parts?.title).toBe('Thành phố Hà Nội: Kinh phí ủng hộ, đóng góp, theo bên đóng góp')
    expect(parts?.lines.map(({ name, points }) => [name, points.length])).toEqual([
      ['Nhà hảo tâm', 6],
      ['Cán bộ, chiến sĩ và đoàn viên, thanh niên trong lực lượng', 6],
    ])
    expect(linePanels(inputFor(LINE_PARTS)).map(({ lines }) => lines.length)).toEqual([1])
    // Of several places only the sums share a scale.
    const everywhere = { ...filtered(LINE_PARTS), view: { ...filtered(LINE_PARTS).view, territories: [] } }
    expect(linePanels(everywhere).map(({ lines }) => lines.map(({ name }) => name))).toEqual([['Thành phố Hà Nội']])
  })
})

describe('what rule 7 forbids is not drawn', () => {
  test('a printed share of a year is no point of its last month; one of its month is', () => {
    const share = (month: number, start: string | null) => {
      const one = monthly('01', month, 90, { indicator: 'share', unit: 'percent', days: null, daysOf: null })
      return { ...one, period: { ...one.period, start } }
    }
    const input = inputFor([share(10, '2024-10-01'), share(11, '2024-11-01'), share(12, '2024-01-01'), share(9, '2024-09-16')])
    const [of] = linePanels(input)[0]?.lines ?? []
    expect(of?.points.map(({ bucket, mark }) => [bucket + 1, mark])).toEqual([
      [9, 'partial'],
      [10, 'full'],
      [11, 'full'],
    ])
    expect(of?.undrawn.map(({ bucket }) => bucket + 1)).toEqual([12])
    expect(tipsOf(input).find((tip) => tip.startsWith('Tháng 9'))).toContain('số của từ 16/9/2024 đến 30/9/2024')
  })

  test('shares of unknown start stand together only inside one source', () => {
    const share = (place: string, source: string) =>
      months(place, [80, 90], { indicator: 'share', unit: 'percent', days: null, daysOf: null, sources: [source] }).map(
        (one) => ({
          ...one,
          period: { ...one.period, start: null },
        }),
      )
    const linesOf = (other: string) =>
      linePanels(inputFor([...share('01', 'A'), ...share('79', other)])).map(({ lines }) => lines.length)
    expect([linesOf('A'), linesOf('B')]).toEqual([[2], [1, 1]])
  })

  test('on random small worlds a panel has one indicator, definition and unit, each standing figure one place, and no gap a line', () => {
    const meta = worldMeta('ds_lines')
    const world = {
      ...{ ...meta, localFile: null, reporters: [...meta.territories.keys()], years: [2024], latestDay: '2024-12-31' },
      seams: [],
      rhythms: meta.indicators.map(({ code }) => ({
        indicator: code,
        grain: 'month' as const,
        from: '2024-01-01',
        to: '2024-12-31',
      })),
    }
    let joined = 0
    fc.assert(
      fc.property(worldArbitrary, fc.constantFrom(...GRAINS.slice(0, 3)), (observations, grain) => {
        const resolved = resolveRows(observations, worldBook())
        const buckets = bucketsBetween('2024-01-01', '2024-12-31', grain)
        const figures = buckets.map((window) => figuresOf(resolved, worldBook(), window, {}))
        const input: PictureInput = { ...inputOf([], {}, world), series: { grain, buckets, figures, calendar: '01-01' } }
        const panels = linePanels(input)
        const all = panels.flatMap(({ lines }) => lines.flatMap(({ points, undrawn }) => [...points, ...undrawn]))
        expect(all.length).toBe(new Set(all.map(({ figure }) => figure)).size)
        expect(new Set(all.map(({ figure }) => figure))).toEqual(new Set(figures.flat().filter(({ stands }) => stands)))
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
        for (const { lines } of panels) {
          const points = lines.flatMap((one) => one.points)
          expect(
            new Set(points.map(({ figure }) => [figure.indicator, figure.unit, kindOf(figure)].join('|'))).size,
          ).toBeLessThan(2)
          for (const { figure, value } of points)
            expect([figure.value, figure.scope, figure.state === 'only_parts']).toEqual([value, '', false])
          for (const one of lines) {
            for (const [from, to] of joinsOf(one)) {
              joined += 1
              expect(to.bucket - from.bucket).toBe(1)
              for (const { figure } of [from, to]) {
                expect(figure.needsVerification).toBe(false)
                expect((figure.days ?? 0) < (figure.daysOf ?? 0)).toBe(false)
              }
              expect([to.figure.basis, to.figure.breakdownValues]).toEqual([from.figure.basis, from.figure.breakdownValues])
            }
          }
        }
      }),
      { numRuns: 150, seed: 20261122 },
    )
    expect(joined).toBeGreaterThan(10)
  })
})

describe('what can be clicked', () => {
  test('every point and every wording below opens its own figure; anything else none', () => {
    for (const width of [324, 1100]) {
      const input = inputFor(LINE_STATES, { width })
      const picture = lineCanvas(input)
      const picked = elementsOf(input).flatMap(({ name }) => (name ? [picture.pick(name)] : []))
      expect(new Set(picked)).toEqual(new Set(LINE_STATES))
      expect(['', '0-0-99', '__proto__', '36'].map((name) => picture.pick(name))).toEqual([null, null, null, null])
    }
  })

  test('the place under a point belongs to it, also where two points are one', () => {
    const input = inputFor([...months('01', [10, 20, 30]), ...months('79', [10, 25, 30]), ...months('36', [10, 5, 0])])
    const picture = lineCanvas(input)
    const areas = elementsOf(input).filter(({ invisible, name }) => invisible && name)
    expect(areas).toHaveLength(9)
    for (const area of areas) {
      expect(area.shape.width * area.shape.height).toBeGreaterThan(100)
      const figure = picture.pick(area.name as string) as Figure
      const y = pointHeight(input, figure)
      expect(y).toBeGreaterThanOrEqual(area.shape.y - 0.01)
      expect(y).toBeLessThanOrEqual(area.shape.y + area.shape.height + 0.01)
    }
    for (const [at, one] of areas.entries()) {
      for (const other of areas.slice(at + 1)) expect(commonArea(one.shape, other.shape)).toBeLessThan(2)
    }
  })

  test('a figure is asked about with its own bucket as the time', () => {
    const input = inputFor(months('01', [1, 2, 3]))
    const february = input.series?.figures[1]?.[0] as Figure
    expect(line.viewOf?.(february, input)).toEqual({ ...input.view, time: { kind: 'window', from: '2024-02', to: '2024-02' } })
    const quarters = lineInput(months('01', [1, 2, 3, 4]), {}, 'quarter')
    expect(line.viewOf?.(quarters.series?.figures[1]?.[0] as Figure, quarters).time).toMatchObject({
      from: '2024-Q2',
      to: '2024-Q2',
    })
    expect(line.viewOf?.(monthly('01', 1, 5), input)).toBe(input.view)
  })
})

describe('what the pointer is told', () => {
  test('the month, then each line with its printed number and remarks, or that there is none', () => {
    const tips = tipsOf(inputFor(LINE_STATES, { width: 1100 }))
    const of = (start: string) => tips.filter((tip) => tip.startsWith(start)).map((tip) => tip.split('\n').slice(1).sort())
    expect(of('Tháng 2/2024')[0]).toEqual([
      'Hà Nam: …',
      'Nam Định: …',
      'Thành phố Hà Nội: 868 nguồn tin',
      'Thành phố Hồ Chí Minh: 300 nguồn tin (số của 12/29 ngày)',
      'Thừa Thiên Huế: 12 nguồn tin',
    ])
    expect(of('Tháng 5/2024')[0]).toContain('Thành phố Hồ Chí Minh: hàng trăm')
    expect(of('Tháng 12/2024')[0]).toContain('Thành phố Hà Nội: 1.260 nguồn tin (sơ bộ)')
    expect(of('Tháng 8/2024')[0]).toContain('Thừa Thiên Huế: trên 500 nguồn tin')
  })

  test('the line under the pointer comes first, and of many the rest is left to the table', () => {
    const many = Array.from({ length: 20 }, (_, at) => months(String(at + 10), [at, at + 1])).flat()
    const input = inputFor(many)
    for (const { name, tooltip } of elementsOf(input).filter(({ invisible }) => invisible)) {
      const rows = tooltip?.formatter?.().split('\n') ?? []
      expect(rows).toHaveLength(14)
      expect(rows.at(-1)).toBe(chart.lineMore(8))
      const figure = name ? lineCanvas(input).pick(name) : null
      if (figure) expect(rows[1]).toContain(printFigure(figure, LINE_DATASET, wordsOf('vi').figure, 'vi').full)
    }
  })
})

describe('at every width', () => {
  test.each([280, 324, 358, 520, 700, 1000, 1232])('%i px: every text stands inside the picture and on no other', (width) => {
    for (const language of ['vi', 'en'] as const) {
      for (const input of [
        inputFor(LINE_STATES, { language, width, words: wordsOf(language) }),
        { ...filtered(LINE_PARTS), width, language, words: wordsOf(language) },
        inputFor(PLACES_OF(7), { language, width, words: wordsOf(language) }),
      ]) {
        const { height } = lineCanvas(input)
        const boxes = boxesOf(input)
        for (const { text, left, right, top, bottom, size } of boxes) {
          expect(left, text).toBeGreaterThanOrEqual(-1)
          expect(right, text).toBeLessThanOrEqual(width + 1)
          expect(top, text).toBeGreaterThanOrEqual(0)
          expect(bottom, text).toBeLessThanOrEqual(height)
          expect(size, text).toBeGreaterThanOrEqual(12)
        }
        expect(overlapsIn(boxes)).toEqual([])
        expect(lineSvg(input)).not.toMatch(/NaN|Infinity|undefined/)
      }
    }
  })

  test('labels of time have room between them', () => {
    for (const width of [324, 700, 1100]) {
      const labels = boxesOf(inputFor(months('01', [1, 2, 3]), { width })).filter(({ text }) => text.startsWith('th. '))
      expect(labels.length).toBeGreaterThan(1)
      labels
        .sort((a, b) => a.left - b.left)
        .forEach(({ left }, at) => {
          if (at > 0) expect(left - (labels[at - 1]?.right ?? 0)).toBeGreaterThan(6)
        })
    }
  })
})

describe('the table', () => {
  test('has every figure of the picture once, newest first, and a line for each month that is missing inside a line', () => {
    const input = inputFor(LINE_STATES)
    const { rows } = line.table(input)
    const figures = rows.flatMap(({ figure }) => (figure ? [figure] : []))
    expect(figures).toHaveLength(LINE_STATES.length)
    expect(new Set(figures)).toEqual(new Set(LINE_STATES))
    const hcm = rows.filter(({ place, kind }) => place === 'Thành phố Hồ Chí Minh' && kind === '')
    expect(hcm.map(({ time, number }) => `${time}: ${number}`)).toEqual([
      ...['tháng 12/2024: 810', 'tháng 11/2024: 799', 'tháng 10/2024: 802', 'tháng 9/2024: 741', 'tháng 8/2024: 720'],
      ...['tháng 7/2024: 690', 'tháng 6/2024: …', 'tháng 5/2024: hàng trăm', 'tháng 4/2024: 655', 'tháng 3/2024: 702'],
      ...['tháng 2/2024 (từ 01/02/2024 đến 12/02/2024): 300', 'tháng 1/2024: 640'],
    ])
    expect(hcm[6]).toMatchObject({ figure: null, value: null, state: wordsOf('vi').figure.state.other_time })
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    // Who has none has one line, as in every table.
    expect(rows.filter(({ place }) => place === 'Vĩnh Phúc').map(({ number }) => number)).toEqual(['…'])
  })

  test('has the figures of the view that are of no bucket, and the picture says how many', () => {
    const beside = monthly('01', 1, 7, { terms: [9999], period: { start: null, end: null, basis: 'not_stated', duration: '' } })
    const summed = monthly('01', 1, 6, { terms: [101, 102] })
    const base = inputFor(months('01', [1, 2]))
    const input = { ...base, answer: { ...base.answer, figures: [beside, summed] } }
    const figures = line.table(input).rows.flatMap(({ figure }) => (figure ? [figure] : []))
    expect(figures).toContain(beside)
    expect(figures).not.toContain(summed)
    expect(svgTexts(lineSvg(input))).toContain(chart.lineUndrawnMore(1))
  })

  test('what a panel does not name and what is of no bucket are counted in one sentence', () => {
    const inWords = Array.from({ length: 6 }, (_, at) => monthly('79', at + 1, null, { magnitudes: [100] }))
    const beside = monthly('01', 1, 7, { terms: [9999], period: { start: null, end: null, basis: 'not_stated', duration: '' } })
    const base = inputFor([...months('01', [1, 2]), ...inWords])
    const texts = svgTexts(lineSvg({ ...base, answer: { ...base.answer, figures: [beside] } }))
    expect(texts.filter((text) => text.startsWith('…'))).toEqual([chart.lineUndrawnMore(3)])
    expect(texts.filter((text) => text.includes('hàng trăm'))).toHaveLength(4)
  })

  test('without a series it has the figures of the view', () => {
    const { series: _, ...input } = inputOf(months('01', [1, 2]), {}, LINE_DATASET)
    expect(line.table(input).rows.flatMap(({ figure }) => (figure ? [figure] : []))).toHaveLength(2)
  })
})

describe('when there is nothing to draw', () => {
  test('a period that is too short, and figures without any number, have a sentence each', () => {
    const { series: _, ...without } = inputFor([])
    expect(line.picture(without)).toEqual({ kind: 'nothing', reason: chart.lineTooShort })
    expect(line.picture(inputFor([monthly('01', 5, null, { magnitudes: [100] })]))).toEqual({
      kind: 'nothing',
      reason: chart.lineNothing,
    })
  })

  test('it is offered where an indicator has a rhythm, and chosen by itself from three buckets on', () => {
    const { answer, view } = inputFor([])
    const at = (time: View['time'], more: Partial<View> = {}) => {
      const one: View = { ...view, indicators: ['tips'], time, ...more }
      return [line.accepts(one, LINE_DATASET), line.suits(answer, one, LINE_DATASET)]
    }
    const window = (from: string, to: string) => ({ kind: 'window' as const, from, to })
    expect(at({ kind: 'report' })).toEqual([true, true])
    expect(at(window('2024-01', '2024-02'))).toEqual([true, false])
    expect(at(window('2024-05', '2024-05'))).toEqual([true, false])
    expect(at(window('2024-05', '2024-07'))).toEqual([true, true])
    expect(at({ kind: 'report' }, { indicators: [] })).toEqual([false, false])
    expect(line.accepts({ ...view, indicators: ['tips'] }, { ...LINE_DATASET, rhythms: [], seams: [] })).toBe(false)
  })

  test('more than six scales are not drawn but said, and the table has them', () => {
    const kinds = Array.from({ length: 8 }, (_, at) =>
      months('01', [1, 2], { basis: 'part', breakdownKey: 'kind', breakdownValues: [`k${at}`] }),
    )
    const input = inputFor(kinds.flat())
    expect(svgTexts(lineSvg(input)).join(' ')).toContain(chart.lineMorePanels(2))
    expect(line.table(input).rows.filter(({ figure }) => figure !== null)).toHaveLength(16)
  })
})

test(
  'no view of the published reports has a line: none of their figures repeats by the calendar',
  async () => {
    const reports = await openPublicReports()
    expect(reports.dataset.rhythms).toEqual([])
    for (const view of PUBLIC_VIEWS) {
      const { answer, view: shown, dataset } = await reports.answerOf(searchOf(view))
      expect([line.accepts(shown, dataset), line.suits(answer, shown, dataset)]).toEqual([false, false])
    }
  },
  OPENING_TIME,
)

describe('the simulated months', () => {
  let demo: DemoSimulated
  beforeAll(async () => {
    demo = await openDemoSimulated()
  })
  const drawn = async (change: Partial<View>) => {
    const input = { ...(await demo.overTime(change)), width: 1100, dark: false }
    return { input, panels: linePanels(input) }
  }

  test('tips and valuable tips are two scales; Đắk Lắk has two gaps and a lone month, Cần Thơ a month in words', async () => {
    const { input, panels } = await drawn({ indicators: ['tips_received'] })
    expect(panels.map(({ lines }) => lines.map(({ points }) => points.length))).toEqual([
      [23, 24, 22, 24, 24],
      [24, 24, 22, 24, 24],
    ])
    expect(runsOf(input).filter((run) => run.startsWith('Đắk Lắk'))).toEqual([
      ...['Đắk Lắk 1-16', 'Đắk Lắk 20-24'],
      ...['Đắk Lắk 1-16', 'Đắk Lắk 20-24'],
    ])
    expect(runsOf(input)).toContain('Quảng Ninh 23-24 dashed')
    expect(svgTexts(lineSvg(input))).toContain('Không vẽ được: Cần Thơ, tháng 8/2023: hàng trăm')
  })

  test('five kinds of weapons are five scales, each in its unit; the doubtful explosives are joined to nothing', async () => {
    const { panels } = await drawn({ indicators: ['surrendered_items'] })
    expect(panels.map(({ unit }) => unit)).toEqual(['item', 'item', 'gram', 'item', 'item'])
    const doubtful = panels.flatMap(({ lines }) =>
      lines.flatMap(({ points }) => points.filter(({ mark }) => mark === 'doubtful')),
    )
    expect(doubtful.map(({ joins, figure }) => [joins, figure.needsVerification])).toEqual([['', true]])
  })

  test('quarters of money: two of Đắk Lắk cover some of their days', async () => {
    const { input, panels } = await drawn({ indicators: ['charity_donations'], grain: 'quarter' })
    expect(input.series?.grain).toBe('quarter')
    const partial = panels.flatMap(({ lines }) =>
      lines.flatMap(({ name, points }) =>
        points.filter(({ mark }) => mark === 'partial').map(({ bucket }) => `${name} ${bucket}`),
      ),
    )
    expect(partial).toEqual(['Đắk Lắk 5', 'Đắk Lắk 6'])
    expect(tipsOf(input).join('\n')).toContain('Đắk Lắk: 450 triệu đồng (số của 60/91 ngày)')
  })

  test('models of one place by field are its parts, and their sum stands above', async () => {
    const fields = ['administrative_reform', 'charity', 'public_security']
    const { panels } = await drawn({ indicators: ['models_maintained'], territories: ['48'], filters: { field: fields } })
    expect(panels.map(({ lines }) => lines.length)).toEqual([1, 3])
    const at = (bucket: number) => panels[1]?.lines.reduce((sum, { points }) => sum + (points[bucket]?.value ?? 0), 0)
    for (const [bucket, point] of panels[0]?.lines[0]?.points.entries() ?? []) expect(at(bucket)).toBe(point.value)
  })

  test('the table twin has the numbers of the picture, no more and no fewer', async () => {
    const { input, panels } = await drawn({ indicators: ['tips_received'], time: { kind: 'window', from: '2024', to: '2024' } })
    const figures = line.table(input).rows.flatMap(({ figure }) => (figure ? [figure] : []))
    const points = panels.flatMap(({ lines }) =>
      lines.flatMap((one) => [...one.points, ...one.undrawn].map(({ figure }) => figure)),
    )
    expect(new Set(figures)).toEqual(new Set(points))
    expect(figures).toHaveLength(points.length)
    expect(
      line
        .table(input)
        .rows.filter(({ id }) => id.startsWith('gap-'))
        .map(({ place, time }) => `${place} ${time}`),
    ).toEqual([...['Đắk Lắk tháng 7/2024', 'Đắk Lắk tháng 5/2024', 'Đắk Lắk tháng 7/2024', 'Đắk Lắk tháng 5/2024']])
  })
})

const PLACES = ['19', '26', '35', '36', '46', '77', '79', '01']

/** Lines of so many places, each higher than the one before. */
function PLACES_OF(n: number): Figure[] {
  return ['01', '19', '26', '35', '36', '46', '77', '79'].slice(0, n).flatMap((place, at) =>
    months(
      place,
      [at + 1, at + 2, at + 3].map((v) => v * 10),
    ),
  )
}

function inputFor(figures: readonly Figure[], more: Partial<PictureInput> = {}): PictureInput {
  const { language = 'vi' } = more
  return lineInput(figures, { words: wordsOf(language), ...more })
}

function filtered(figures: readonly Figure[]): PictureInput {
  const input = inputFor(figures)
  return { ...input, view: { ...input.view, territories: ['01'], filters: { giver: ['people', 'officers'] } } }
}

function marksAt(place: string): string[] {
  const all = linePanels(inputFor(LINE_STATES))[0]?.lines.find(({ territory }) => territory === `63:${place}`)
  return all?.points.map(({ bucket, mark }) => `${bucket + 1} ${mark}`) ?? []
}

/** `Nam Định 3-4`: from which to which bucket a stroke goes, counted from 1, in the order of panels and lines. */
function runsOf(input: PictureInput): string[] {
  return strokesOf(input).map(({ name, from, to, dashed }) => `${name} ${from + 1}-${to + 1}${dashed ? ' dashed' : ''}`)
}

function joinsOf({ points }: DataLine) {
  return points.flatMap((point, at) => {
    const next = points[at + 1]
    return next && next.bucket === point.bucket + 1 && point.joins !== '' && point.joins === next.joins
      ? [[point, next] as const]
      : []
  })
}

function kindOf({ basis, breakdownKey, breakdownValues }: Figure): string {
  return basis === 'part' ? `${breakdownKey}=${breakdownValues.join('+')}` : ''
}

/** Heights of the points of one line in pixels, from the middles of the dots that are drawn for them. */
function heights(input: PictureInput, name: string): number[] {
  const all = linePanels(input)[0]?.lines.find((one) => one.name === name)
  return all?.points.map(({ figure }) => pointHeight(input, figure)) ?? []
}

function pointHeight(input: PictureInput, figure: Figure): number {
  const value = figure.value as number
  const ticks = [...tickHeights(input)].map(([text, y]) => ({ value: Number(text.replaceAll('.', '')), y }))
  const [low, high] = [ticks[0], ticks.at(-1)]
  if (!low || !high) return Number.NaN
  const y = low.y + ((high.y - low.y) * (value - low.value)) / (high.value - low.value)
  const dot = elementsOf(input).find(({ type, shape }) => type === 'circle' && Math.abs(shape.cy - y) < 0.6)
  expect(dot, `a dot at the height of ${value}`).toBeDefined()
  return dot?.shape.cy ?? Number.NaN
}

/** The ticks of the first panel and their heights, from the lowest. */
function tickHeights(input: PictureInput): Map<string, number> {
  const texts = elementsOf(input).filter(({ type, style }) => type === 'text' && style.align === 'right')
  const first = texts.findIndex(({ style }) => /^0%?$/.test(style.text ?? ''))
  const next = texts.findIndex(({ style }, at) => at > first && /^0%?$/.test(style.text ?? ''))
  return new Map(texts.slice(first, next === -1 ? undefined : next).map(({ style, y = 0 }) => [style.text ?? '', y]))
}

function namesIn(input: PictureInput): string[] {
  const names = linePanels(input).flatMap(({ lines }) => lines.map(({ name }) => name))
  return svgTexts(lineSvg(input)).filter((text) => names.includes(text))
}

function commonArea(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
