import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { ribbonPanels } from '../../src/charts/ribbon/ribbon-model.ts'
import { ribbonHeights } from '../../src/charts/ribbon/ribbon-scale.ts'
import { dayOf, extentOf, labelledTicks, timeAxis } from '../../src/charts/ribbon/ribbon-time.ts'
import { ribbon } from '../../src/charts/ribbon.ts'
import { printFigure } from '../../src/locale/print-figure.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Figure } from '../../src/model/figure.ts'
import { figuresOf } from '../../src/model/rules/figures.ts'
import { resolveRows } from '../../src/model/rules/resolve-rows.ts'
import { openDemoSimulated } from '../support/demo-simulated.ts'
import { expectGolden, goldenNames } from '../support/golden.ts'
import { inputOf } from '../support/hand-made.ts'
import { LOOKS, type Look, lookName } from '../support/picture-looks.ts'
import { openPublicReports, type PublicReports } from '../support/public-reports.ts'
import { LANGUAGES } from '../support/public-views.ts'
import { drawnRects, inkOf, labelOf, ribbonCanvas, ribbonElements, ribbonSvg, textBoxes } from '../support/ribbon-elements.ts'
import { period, RIBBON_DATASET, RIBBON_STATES, tipsOf, year } from '../support/ribbon-states.ts'
import { worldArbitrary, worldBook, worldMeta } from '../support/small-worlds.ts'
import { svgTexts } from '../support/ssr.ts'

const NO_TIME = period('', '', { basis: 'not_stated' })

describe('the time of a figure', () => {
  test('is its dates, or what a stated duration adds to the one that is known', () => {
    const span = (from: string, to: string, fades: 'start' | 'end' | null) => ({
      ...{ kind: 'span', from: dayOf(from), to: dayOf(to), fades },
    })
    expect(extentOf(year(2024), false)).toEqual(span('2024-01-01', '2025-01-01', null))
    expect(extentOf(period('2017-01-01', '', { duration: 'P5Y' }), false)).toEqual(span('2017-01-01', '2022-01-01', 'end'))
    expect(extentOf(period('', '2018-12-31', { duration: 'P2Y' }), false)).toEqual(span('2017-01-01', '2019-01-01', 'start'))
    expect(extentOf(period('2023-08-31', '', { duration: 'P6M' }), false)).toEqual(span('2023-08-31', '2024-02-29', 'end'))
    expect(extentOf(period('2024-01-01', '', { duration: 'P1Y2M1W3D' }), false)).toEqual(span('2024-01-01', '2025-03-11', 'end'))
    // Both dates are known: the words for their distance are not needed.
    expect(extentOf(period('2006-01-01', '2016-12-31', { duration: 'P10Y' }), false)).toEqual(
      span('2006-01-01', '2017-01-01', null),
    )
  })

  test('of one date without a length is open, and nothing where no date is known', () => {
    expect(extentOf(period('2019-01-01', '', { basis: 'carried' }), false)).toEqual({
      ...{ kind: 'open', at: dayOf('2019-01-01'), side: 'after' },
    })
    expect(extentOf(period('', '2021-06-30'), false)).toEqual({ kind: 'open', at: dayOf('2021-07-01'), side: 'before' })
    expect(extentOf(period('2019-01-01', '', { duration: 'years' }), false)).toMatchObject({ kind: 'open' })
    expect([extentOf(NO_TIME, false), extentOf(period('', '', { duration: 'P5Y' }), false)]).toEqual([null, null])
  })

  test('of a stock, and of what is as of a day, is that day alone', () => {
    const day = (iso: string) => ({ kind: 'day', at: dayOf(iso) })
    expect(extentOf(year(2024), true)).toEqual(day('2024-12-31'))
    expect(extentOf(period('', '2017-09-19', { basis: 'as_of' }), false)).toEqual(day('2017-09-19'))
    expect(extentOf(period('2017-09-19', '2017-09-19', { basis: 'as_of' }), false)).toEqual(day('2017-09-19'))
    expect(extentOf(period('2017-09-19', '2017-09-19'), false)).toMatchObject({ kind: 'span' })
    expect(extentOf(period('2017-01-01', '2017-09-19', { basis: 'as_of' }), false)).toMatchObject({ kind: 'span' })
    expect(extentOf(period('2019-01-01', '', { duration: 'P2Y' }), true)).toBeNull()
  })

  const axisOf = (...periods: Parameters<typeof extentOf>[0][]) => {
    const axis = timeAxis(periods.flatMap((one) => extentOf(one, false) ?? []))
    if (!axis) throw new Error('no axis')
    return axis
  }

  test('stands on an axis of whole years, or of months below two years', () => {
    const years = axisOf(period('2017-03-01', '2021-02-28'), year(2024))
    expect([years.from, years.to]).toEqual([dayOf('2017-01-01'), dayOf('2025-01-01')])
    expect(years.ticks.map(({ year: number, month }) => [number, month])).toEqual(
      [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025].map((number) => [number, null]),
    )
    expect(axisOf(year(2023), year(2024)).ticks).toHaveLength(3)
    const months = axisOf(period('2023-11-15', '2023-12-31'), period('2024-02-01', '2024-02-29'))
    expect(months.ticks.map(({ year: number, month }) => `${month}/${number}`)).toEqual([
      ...['11/2023', '12/2023', '1/2024', '2/2024', '3/2024'],
    ])
    expect([months.from, months.to]).toEqual([dayOf('2023-11-01'), dayOf('2024-03-01')])
    expect(axisOf(period('2024-12-01', '2024-12-31')).ticks).toHaveLength(13)
    expect(timeAxis([])).toBeNull()
  })

  test('an unknown length has room on its side only', () => {
    const after = axisOf(period('2019-01-01', ''), period('2018-01-01', '2018-12-31'))
    expect([after.from, after.to]).toEqual([dayOf('2018-01-01'), dayOf('2021-01-01')])
    const before = axisOf(period('', '2018-12-31'), year(2019))
    expect([before.from, before.to]).toEqual([dayOf('2018-01-01'), dayOf('2020-01-01')])
  })

  test('labels stand on every tick that has room', () => {
    const axis = axisOf(year(2006), year(2024))
    const labels = (width: number) => labelledTicks(axis, width, 40).map(({ year: number }) => number)
    expect(labels(1000)).toHaveLength(19)
    expect(labels(324)).toEqual([2010, 2015, 2020])
    const months = labelledTicks(axisOf(period('2024-12-01', '2024-12-31')), 324, 60)
    expect(months.map(({ month }) => month)).toEqual([1, 4, 7, 10])
  })
})

describe('heights', () => {
  const sizes = fc.array(
    fc.record({ value: fc.integer({ min: 1, max: 1e9 }), width: fc.double({ min: 2, max: 1000, noNaN: true }) }),
    {
      ...{ minLength: 2, maxLength: 12 },
    },
  )

  test('areas are to each other as the numbers, but for what is too low to be seen, which is a line', () => {
    let lines = 0
    fc.assert(
      fc.property(sizes, (all) => {
        const heights = ribbonHeights(all)
        const area = (at: number) => (heights[at]?.height as number) * (all[at]?.width as number)
        const tall = heights.flatMap(({ isLine }, at) => (isLine ? [] : [at]))
        for (const at of tall) {
          const ratio =
            area(at) / area(tall[0] as number) / ((all[at]?.value as number) / (all[tall[0] as number]?.value as number))
          expect(ratio).toBeCloseTo(1, 6)
          expect(heights[at]?.height).toBeGreaterThanOrEqual(3)
          expect(heights[at]?.height).toBeLessThanOrEqual(56.000001)
        }
        const densities = all.map(({ value, width }) => value / width)
        heights.forEach(({ height, isLine }, at) => {
          if (!isLine) return
          lines += 1
          expect(height).toBe(1.5)
          expect(Math.max(...densities) / (densities[at] as number)).toBeGreaterThan(56 / 3 - 1e-6)
        })
      }),
      { seed: 20261122 },
    )
    expect(lines).toBeGreaterThan(10)
  })

  test('the tallest grows with what the lowest needs, and no further than 56', () => {
    const of = (...values: number[]) =>
      ribbonHeights(values.map((value) => ({ value, width: 100 }))).map(({ height }) => Number(height.toFixed(3)))
    expect(of(7, 7)).toEqual([28, 28])
    expect(of(80, 10)).toEqual([48, 6])
    expect(of(180, 10)).toEqual([56, 3.111])
    expect(of(190, 10)).toEqual([56, 1.5])
    expect(of(5)).toEqual([14])
    expect(of()).toEqual([])
  })
})

describe('all states of a ribbon in one picture', () => {
  const nameOf = (look: Look) => lookName('ribbon-states', look)

  test.each(LOOKS)('is its golden: $language, $width px, dark $dark', (look) => {
    const svg = ribbonSvg(inputFor(RIBBON_STATES, look))
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    expectGolden(`svg/${nameOf(look)}`, svg)
  })

  test('no golden is left over', () => {
    expect(goldenNames('svg').filter((name) => name.startsWith('ribbon-'))).toEqual(LOOKS.map(nameOf).sort())
  })

  const input = inputFor(RIBBON_STATES)
  const stateOf = (code: string, more: Partial<Figure> = {}) => {
    const found = RIBBON_STATES.find(
      (one) =>
        one.territory.code === code &&
        Object.entries({ indicator: 'tips', scope: '', ...more }).every(([key, value]) => one[key as keyof Figure] === value),
    )
    if (!found) throw new Error(`no figure of ${code}`)
    return found
  }
  const ink = (code: string, more: Partial<Figure> = {}) => inkOf(stateOf(code, more), input)
  const said = (code: string, more: Partial<Figure> = {}) => labelOf(stateOf(code, more), input).map(({ style }) => style.text)
  const isFading = (paint: unknown) => typeof paint === 'object'

  test('a ribbon fades on the side that only its duration gives', () => {
    const [known] = ink('01')
    expect(known?.style.fill).toBe('#1f6fb4')
    const ends = (code: string) => {
      const fill = ink(code)[0]?.style.fill as { x: number; x2: number; colorStops: { color: string }[] }
      return [fill.x, fill.x2, fill.colorStops.at(-1)?.color]
    }
    expect(ends('36')).toEqual([0, 1, 'rgba(31,111,180,0)'])
    expect(ends('40')).toEqual([1, 0, 'rgba(31,111,180,0)'])
    expect(said('36')).toEqual(['8.968 nguồn tin', '5 năm, từ năm 2017'])
    expect(said('40')).toEqual(['khoảng 1.200 nguồn tin', '2 năm, tính đến 31/12/2018'])
  })

  test('words, and figures without a time, have no ink', () => {
    expect([ink('26'), ink('35', { scope: 'thị xã Duy Tiên' }), ink('79'), ink('79', { scope: 'thành phố Thủ Đức' })]).toEqual([
      [],
      [],
      [],
      [],
    ])
    expect(ink('01', { scope: 'quận Hoàn Kiếm' })).toEqual([])
    expect(ink('36', { indicator: 'models' })).toEqual([])
    expect(said('26')).toEqual(['hàng nghìn', 'tính đến 19/9/2017'])
    expect(said('79', { scope: 'thành phố Thủ Đức' }).join(' ')).toBe('75 nguồn tin 3 năm, nguồn không ghi thời gian')
    const italics = ribbonElements(input).filter(({ style }) => style.fontStyle === 'italic')
    expect(italics.map(({ style }) => style.text)).toEqual(['hàng nghìn', 'hàng trăm'])
  })

  test('figures without a time stand left of the axis, words right of the last date that is known', () => {
    const level = ribbonElements(input).flatMap(({ type, shape }) => (type === 'line' && shape?.x2 === 1100 ? [shape] : []))
    const axis = Math.min(...level.map(({ x1 = 0 }) => x1))
    expect(axis).toBeGreaterThan(300)
    const [lane] = labelOf(stateOf('79'), input)
    expect(lane?.x).toBeLessThan(axis)
    const words = labelOf(stateOf('26'), input)[0]?.x as number
    const share = (dayOf('2017-09-19') - dayOf('2016-01-01')) / (dayOf('2025-01-01') - dayOf('2016-01-01'))
    expect(words).toBeCloseTo(axis + share * (1100 - axis) + 8, 0)
  })

  test('zero is an outline without a fill, a part of a place a hollow ribbon, what is in doubt dotted', () => {
    const [zero] = ink('77')
    expect([zero?.type, zero?.style.fill, zero?.style.stroke]).toEqual(['rect', 'none', '#1f6fb4'])
    expect(said('77')[0]).toBe('0 nguồn tin')
    const [part] = ink('19', { scope: 'huyện Đồng Hỷ' })
    expect([part?.style.fill, part?.style.stroke, part?.style.lineDash]).toEqual(['#ffffff', '#1f6fb4', undefined])
    const [doubtful] = ink('84')
    expect([doubtful?.style.stroke, doubtful?.style.lineDash]).toEqual(['#1f6fb4', [0.1, 3.6]])
    const tick = ink('84', { indicator: 'models' })
    expect(tick.map(({ type, style }) => [type, style.lineDash])).toEqual([['line', [0.1, 3.6]]])
    const texts = svgTexts(ribbonSvg(input))
    expect(texts).toEqual(expect.arrayContaining(['chỉ huyện Đồng Hỷ', 'cần kiểm chứng', 'sơ bộ']))
  })

  test('only a lower bound has an open end, behind its number', () => {
    expect(said('79')[0]).toBe('trên 5.200 nguồn tin ›')
    expect(said('79', { indicator: 'money' })[0]).toBe('trên 3,58 tỷ đồng ›')
    expect(said('46')[0]).toBe('gần 980 nguồn tin')
    const open = ribbonElements(input).filter(({ name, style }) => name !== undefined && style.text?.includes('›'))
    expect(open).toHaveLength(2)
  })

  test('a stock is a tick at its day, what has no size or no length a line with a cap at each known date', () => {
    const [tick, ...rest] = ink('35', { indicator: 'models' })
    expect([tick?.type, rest]).toEqual(['line', []])
    expect(tick?.shape?.x1).toBe(tick?.shape?.x2)
    const bracket = ink('36', { indicator: 'share' })
    expect(bracket.map(({ type }) => type)).toEqual(['rect', 'line', 'line'])
    const open = ink('62')
    expect(open.map(({ type, style }) => [type, isFading(style.fill)])).toEqual([
      ['rect', true],
      ['line', false],
    ])
    expect(open[1]?.shape?.x1).toBe(open[0]?.shape?.x)
    const before = ink('84', { indicator: 'share' })
    expect(before[1]?.shape?.x1).toBeCloseTo((before[0]?.shape?.x ?? 0) + (before[0]?.shape?.width ?? 0), 1)
  })

  test('a ribbon that would be too low is a line, a day is as wide as can be seen, and the note says so', () => {
    const [line] = ink('22')
    expect(line?.shape?.height).toBe(1.5)
    expect(ink('58')[0]?.shape?.width).toBe(2)
    expect(svgTexts(ribbonSvg(input))).toContain(input.words.chart.ribbonThin)
  })

  test('the legend has the marks of the picture and no others', () => {
    const { chart, figure } = input.words
    const all = [chart.ribbonFade, chart.ribbonThin, figure.state.only_parts, figure.needsVerification, figure.state.zero]
    all.push(chart.ribbonBracket, chart.ribbonOpen, chart.ribbonTick, chart.ribbonAtLeast)
    const legend = (figures: readonly Figure[]) => {
      const boxes = textBoxes(inputFor(figures)).filter(({ left }) => left === 44)
      return boxes.map(({ text }) => text)
    }
    expect(legend(RIBBON_STATES)).toEqual(all)
    expect(legend([tipsOf('01', 5, year(2023)), tipsOf('36', 5, year(2024))])).toEqual([])
    expect(legend([tipsOf('01', 0, year(2023))])).toEqual([figure.state.zero])
    expect(legend([tipsOf('01', null, year(2023), { magnitudes: [100] })])).toEqual([])
    const texts = (figures: readonly Figure[]) => svgTexts(ribbonSvg(inputFor(figures))).join(' ')
    expect(texts([tipsOf('01', 5, year(2023))])).toContain(chart.ribbonArea)
    expect(texts([tipsOf('01', 5, NO_TIME)])).not.toContain(chart.ribbonArea)
    expect(chart.ribbonArea).toContain('Chiều dài là thời gian, diện tích là số lượng')
  })

  test('rows stand in official order, the whole of a place before its parts', () => {
    const [tips] = ribbonPanels(input)
    expect(tips?.items.map(({ figure }) => figure.territory.code)).toEqual([
      ...['01', '01', '19', '22', '26', '35', '36', '40', '46', '58', '62', '77', '79', '79', '84'],
    ])
    expect(tips?.items.filter(({ name }) => name === 'Thành phố Hồ Chí Minh').map(({ figure }) => figure.scope)).toEqual([
      ...['', 'thành phố Thủ Đức'],
    ])
  })

  test('a focused place keeps its colour, the others grow pale', () => {
    const fill = (code: string, focus: string | null) =>
      inkOf(stateOf(code), { ...input, view: { ...input.view, focus } })[0]?.style.fill
    expect([fill('01', '01'), fill('01', null)]).toEqual(['#1f6fb4', '#1f6fb4'])
    expect(fill('01', '36')).not.toBe('#1f6fb4')
  })

  test('every row opens its own figure, anything else none', () => {
    const picture = ribbonCanvas(input)
    const named = ribbonElements(input).filter(({ name }) => name !== undefined)
    const opened = (elements: typeof named) => elements.map(({ name }) => picture.pick(name as string))
    expect(new Set(opened(named))).toEqual(new Set(RIBBON_STATES))
    const areas = named.filter(({ invisible }) => invisible)
    expect(opened(areas)).toHaveLength(RIBBON_STATES.length)
    expect(new Set(opened(areas)).size).toBe(RIBBON_STATES.length)
    expect(named.filter(({ silent }) => silent)).toEqual([])
    for (const one of RIBBON_STATES) {
      const { full } = printFigure(one, input.dataset, input.words.figure, 'vi')
      expect(said(one.territory.code, one).join(' ')).toContain(full)
    }
    expect(['', 'ribbon-99', '__proto__', '36'].map((name) => picture.pick(name))).toEqual([null, null, null, null])
  })

  test('the table has every figure once and a line for every place without one', () => {
    const { rows } = ribbon.table(input)
    const figures = rows.flatMap(({ figure }) => (figure ? [figure] : []))
    expect(figures).toHaveLength(RIBBON_STATES.length)
    expect(new Set(figures)).toEqual(new Set(RIBBON_STATES))
    expect(rows).toHaveLength(RIBBON_STATES.length)
    const one = ribbon.table(inputFor(RIBBON_STATES.slice(0, 1))).rows
    expect(one).toHaveLength(RIBBON_DATASET.reporters.length)
  })

  test.each([280, 324, 358, 639, 640, 700, 1100, 1232])('%i px: texts lie inside the picture and not on one another', (width) => {
    for (const language of LANGUAGES) {
      const sized = inputFor(RIBBON_STATES, { language, width })
      const { height } = ribbonCanvas(sized)
      const boxes = textBoxes(sized)
      for (const [at, one] of boxes.entries()) {
        expect(one.left, one.text).toBeGreaterThanOrEqual(-0.01)
        expect(one.right, one.text).toBeLessThanOrEqual(width + 0.01)
        expect(one.top, one.text).toBeGreaterThanOrEqual(0)
        expect(one.bottom, one.text).toBeLessThanOrEqual(height)
        for (const other of boxes.slice(at + 1)) {
          const isApart =
            one.right <= other.left + 0.01 || other.right <= one.left + 0.01 || one.bottom <= other.top || other.bottom <= one.top
          expect(isApart, `${one.text} / ${other.text}`).toBe(true)
        }
      }
      for (const { style } of ribbonElements(sized)) expect(style.fontSize ?? 12).toBeGreaterThanOrEqual(12)
    }
  })

  test.each([280, 324, 640, 1100])('%i px: no text stands on a ribbon, and all ink is inside', (width) => {
    const sized = inputFor(RIBBON_STATES, { width })
    const boxes = textBoxes(sized)
    for (const one of RIBBON_STATES) {
      for (const { type, shape } of inkOf(one, sized)) {
        if (type !== 'rect' || !shape) continue
        const { x = 0, y = 0, width: wide = 0, height = 0 } = shape
        expect([x >= -0.01, x + wide <= width + 0.01]).toEqual([true, true])
        const over = boxes.filter(
          ({ left, right, top, bottom }) =>
            left < x + wide && x < right && Math.min(bottom, y + height) - Math.max(top, y) > 0.01,
        )
        expect(over.map(({ text }) => text)).toEqual([])
      }
    }
  })
})

describe('the area of a ribbon', () => {
  test('is its number, whatever the time: five years against one, drawn side by side', () => {
    const figures = [tipsOf('36', 8968, period('2017-01-01', '', { duration: 'P5Y' })), tipsOf('84', 2127, year(2024))]
    for (const width of [1100, 324]) {
      const rects = drawnRects(ribbonSvg(inputFor(figures, { width }))).filter(({ height }) => height !== 10)
      const [five, one] = rects.map((rect) => rect.width * rect.height)
      expect(rects).toHaveLength(2)
      expect((five as number) / (one as number) / (8968 / 2127)).toBeCloseTo(1, 1)
      expect((rects[0]?.width as number) / (rects[1]?.width as number)).toBeCloseTo(1826 / 366, 1)
    }
  })

  test('is as large where the ribbon is hollow or dotted', () => {
    const more: readonly Partial<Figure>[] = [{}, { scope: 'a', state: 'only_parts' }, { needsVerification: true }]
    const figures = more.map((one, at) => tipsOf(['36', '40', '84'][at] as string, 500, year(2021 + at), one))
    const rects = figures.flatMap((one) => inkOf(one, inputFor(figures)))
    const areas = rects.map(({ shape, style }) => {
      const rim = style.stroke ? (style.lineWidth ?? 1) : 0
      return ((shape?.width ?? 0) + rim) * ((shape?.height ?? 0) + rim)
    })
    // A leap year is as much lower as it is longer.
    for (const area of areas) expect(area / (areas[0] as number)).toBeCloseTo(1, 3)
  })

  test('of a report of one day is its number too, and does not blow up its panel', () => {
    const figures = [tipsOf('36', 400, period('2019-01-01', '2023-12-31')), tipsOf('84', 4, period('2024-05-19', '2024-05-19'))]
    const [long, short] = figures.map((one) => inkOf(one, inputFor(figures))[0]?.shape)
    const area = (shape: typeof long) => (shape?.width ?? 0) * (shape?.height ?? 0)
    expect(area(long) / area(short)).toBeCloseTo(100, 0)
    expect(short?.height).toBeLessThanOrEqual(56)
  })

  test('of another definition or unit is on another scale, in a panel of its own', () => {
    const kind = (value: string): Partial<Figure> => ({ basis: 'part', breakdownKey: 'field', breakdownValues: [value] })
    const panels = ribbonPanels(
      inputFor([
        tipsOf('36', 10, year(2021)),
        tipsOf('36', 20, year(2021), { ...kind('security'), comparisonKey: 'a' }),
        tipsOf('84', 30, year(2022), { ...kind('security'), comparisonKey: 'b' }),
        tipsOf('84', 40, year(2022), { ...kind('reform'), comparisonKey: 'c' }),
        tipsOf('84', 50, year(2022), { unit: 'model', comparisonKey: 'd' }),
      ]),
    )
    expect(panels.map(({ items }) => items.map(({ figure }) => figure.value))).toEqual([[10], [50], [20, 30], [40]])
    expect(panels.map(({ indicator, kind: of }) => [indicator !== '', of])).toEqual([
      [true, ''],
      [false, ''],
      [false, 'Bảo đảm an ninh, trật tự; phong trào Toàn dân bảo vệ an ninh Tổ quốc'],
      [false, 'Cải cách hành chính'],
    ])
  })
})

describe('the published reports', () => {
  let reports: PublicReports
  beforeAll(async () => {
    reports = await openPublicReports()
  })
  const ask = async (link: string, language: 'vi' | 'en' = 'vi'): Promise<PictureInput> => {
    const asked = await reports.answerOf(`?d=public-reports&i=${link}&c=ribbon&lang=${language}`)
    expect(asked.notices).toEqual([])
    return { ...asked, width: 1100, dark: false }
  }
  const lines = (input: PictureInput) =>
    ribbonPanels(input).map(({ kind, items }) => [
      kind,
      ...items.map(({ name, mark, text }) => `${name}: ${text.full} (${mark})`),
    ])

  test.each(['dom-tips', 'tips_received'])('Nam Định and Trà Vinh share no scale: %s', async (link) => {
    const input = await ask(link)
    expect(lines(input)).toEqual([
      ['Tin có liên quan đến an ninh, trật tự', 'Vĩnh Phúc: hàng nghìn (words)', 'Trà Vinh: 2.127 nguồn tin (ribbon)'],
      ['Tin có giá trị', 'Hà Nam: hàng trăm (words)', 'Nam Định: 8.968 nguồn tin (ribbon)'],
    ])
    const texts = svgTexts(ribbonSvg(input))
    expect(texts).toEqual(expect.arrayContaining(['5 năm, từ năm 2017', 'chỉ thị xã Duy Tiên', 'Không nêu: Ninh Thuận.']))
    expect(texts).toContain('Nguồn tin do quần chúng nhân dân cung cấp')
    expect(texts.join(' ')).toContain(input.words.chart.ribbonOwnScale)
    expect(ribbon.accepts(input.view, input.dataset)).toBe(true)
    expect(ribbon.suits(input.answer, input.view, input.dataset)).toBe(true)
  })

  test('weapons of one kind: areas as the numbers of five years and of one', async () => {
    const input = await ask('surrendered_items')
    expect(ribbon.suits(input.answer, input.view, input.dataset)).toBe(true)
    const pairs = ribbonPanels(input).filter(({ items }) => items.length > 1)
    expect(pairs.map(({ kind, items }) => [kind, ...items.map(({ figure }) => figure.value)])).toEqual([
      ['Đạn các loại', 3089, 382],
      ['Vũ khí thô sơ', 428, 26],
      ['Công cụ hỗ trợ', 355, 50],
    ])
    for (const { items } of pairs) {
      const areas = items.map(({ figure }) => {
        const [rect] = inkOf(figure, input)
        return (rect?.shape?.width ?? 0) * (rect?.shape?.height ?? 0)
      })
      const [five, one] = items.map(({ figure }) => figure.value as number)
      expect((areas[0] as number) / (areas[1] as number)).toBeCloseTo((five as number) / (one as number), 0)
    }
  })

  test('models and money: what has no time is in the lane, a review span only time', async () => {
    const models = await ask('dom-models')
    const marks = ribbonPanels(models).flatMap(({ items }) => items.map(({ figure, mark }) => [figure.value, mark]))
    expect(marks).toEqual([
      ...[
        [52, 'lane'],
        [33, 'lane'],
        [132, 'lane'],
        [150, 'lane'],
        [39, 'ribbon'],
        [3, 'lane'],
        [21, 'lane'],
        [19, 'lane'],
        [75, 'lane'],
        [10, 'bracket'],
      ],
    ])
    expect(svgTexts(ribbonSvg(models))).toContain('Không nêu tổng số: Ninh Thuận.')
    expect(ribbon.suits(models.answer, models.view, models.dataset)).toBe(false)
    const money = await ask('charity_donations')
    expect(lines(money)).toEqual([
      ['cộng 2 phần: Nhà hảo tâm; Cán bộ, chiến sĩ', 'Trà Vinh: trên 5,28 tỷ đồng (lane)'],
      ['Cán bộ, chiến sĩ', 'Vĩnh Phúc: hàng trăm tỷ đồng (words)'],
    ])
    expect(ribbon.suits(money.answer, money.view, money.dataset)).toBe(false)
  })

  test('in every view the table has the figures of the picture, all of them standing', async () => {
    for (const link of ['dom-tips', 'dom-models', 'dom-surrenders', 'dom-charity', 'dom-enforcement', 'charity_donations']) {
      for (const language of LANGUAGES) {
        const input = await ask(link, language)
        const drawn = ribbonPanels(input).flatMap(({ items }) => items.map(({ figure }) => figure))
        const inTable = ribbon.table(input).rows.flatMap(({ figure }) => (figure ? [figure] : []))
        expect(new Set(drawn)).toEqual(new Set(inTable))
        expect(drawn).toHaveLength(inTable.length)
        expect(drawn.every(({ stands }) => stands)).toBe(true)
        expect(drawn.length).toBeGreaterThan(1)
        const { summary } = ribbonCanvas(input)
        for (const one of drawn) expect(summary).toContain(printFigure(one, input.dataset, input.words.figure, language).full)
      }
    }
  })
})

test('the simulated provinces share one month: ribbons of one length as high as their numbers, and no reason to show them', async () => {
  const demo = await openDemoSimulated()
  const { view, answer } = await demo.ask(['tips_received'], 'report')
  const { dataset } = demo.opened
  const input = { view, answer, dataset, words: wordsOf('vi'), language: 'vi', width: 1100, dark: false } as const
  expect(ribbon.accepts(view, dataset)).toBe(true)
  expect(ribbon.suits(answer, view, dataset)).toBe(false)
  for (const { items } of ribbonPanels(input)) {
    const shapes = items.map(({ figure }) => inkOf(figure, input)[0]?.shape)
    expect(new Set(shapes.map((shape) => shape?.width)).size).toBe(1)
    const per = items.map(({ figure }, at) => (shapes[at]?.height ?? 0) / (figure.value as number))
    for (const one of per) expect(one / (per[0] as number)).toBeCloseTo(1, 2)
  }
  expect(svgTexts(ribbonSvg(input))).toEqual(expect.arrayContaining(['01/2024', '12/2024']))
  const window = await demo.ask(['tips_received'], '2024')
  expect(ribbon.accepts(window.view, dataset)).toBe(false)
}, 60_000)

describe('the picture shows itself', () => {
  const suits = (figures: readonly Figure[]) => {
    const { answer, view, dataset } = inputFor(figures)
    return ribbon.suits(answer, view, dataset)
  }
  const asOf = (end: string) => period('', end, { basis: 'as_of' })

  test('for two figures or more of one indicator whose periods differ, and not for more than forty', () => {
    expect(suits([tipsOf('36', 5, year(2021)), tipsOf('84', 5, year(2022))])).toBe(true)
    expect(suits([tipsOf('36', 5, year(2021)), tipsOf('84', 5, year(2021))])).toBe(false)
    expect(suits([tipsOf('36', 5, year(2021))])).toBe(false)
    expect(suits([tipsOf('36', 5, year(2021)), tipsOf('84', 5, year(2022), { indicator: 'money' })])).toBe(false)
    expect(suits([tipsOf('36', 5, year(2021)), tipsOf('84', 5, year(2022), { stands: false })])).toBe(false)
    const many = (n: number) => Array.from({ length: n }, (_, at) => tipsOf('36', 5, year(1980 + at), { scope: `${at}` }))
    expect([suits(many(40)), suits(many(41))]).toEqual([true, false])
  })

  test('not for stocks without a start, nor where nothing has a date', () => {
    expect(suits([tipsOf('36', 5, asOf('2021-12-31')), tipsOf('84', 5, asOf('2022-12-31'))])).toBe(false)
    const stock = { indicator: 'models' }
    expect(suits([tipsOf('36', 5, period('', '2021-12-31'), stock), tipsOf('84', 5, asOf('2022-12-31'), stock)])).toBe(false)
    expect(suits([tipsOf('36', 5, NO_TIME), tipsOf('84', 5, period('', '', { duration: 'P5Y' }))])).toBe(false)
    expect(suits([tipsOf('36', 5, NO_TIME), tipsOf('84', 5, year(2022))])).toBe(true)
  })

  test('never on the overview, nor in a window', () => {
    const { view, dataset } = inputFor(RIBBON_STATES)
    const accepts = (more: Partial<typeof view>) => ribbon.accepts({ ...view, ...more }, dataset)
    expect([accepts({}), accepts({ indicators: [] }), accepts({ time: { kind: 'ytd' } })]).toEqual([true, false, false])
  })
})

test('without a figure there is a sentence', () => {
  const input = inputFor([tipsOf('36', 5, year(2021), { stands: false })])
  expect(ribbon.picture(input)).toEqual({ kind: 'nothing', reason: input.words.chart.ribbonNothing })
})

test('more than 150 figures are not drawn but said, and the table has them', () => {
  const kinds = Array.from({ length: 16 }, (_, kind) =>
    Array.from({ length: 10 }, (_, at) =>
      tipsOf('36', 5, year(2000 + at), {
        ...{ basis: 'part', breakdownKey: 'kind', breakdownValues: [`${kind}`], scope: `${at}`, comparisonKey: `${kind} ${at}` },
      }),
    ),
  ).flat()
  const input = inputFor(kinds)
  const areas = ribbonElements(input).filter(({ invisible }) => invisible)
  expect(areas).toHaveLength(150)
  expect(svgTexts(ribbonSvg(input))).toContain(input.words.chart.ribbonMore(10))
  expect(ribbon.table(input).rows.filter(({ figure }) => figure !== null)).toHaveLength(160)
})

test('on random small worlds a panel is of one definition, and each standing figure is in one', () => {
  const meta = worldMeta('ds_ribbon')
  const world = { ...meta, reporters: [...meta.territories.keys()], years: [2024], latestDay: '2024-12-31' }
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(worldArbitrary, (observations) => {
      const resolved = resolveRows(observations, worldBook())
      const input = inputOf(figuresOf(resolved, worldBook(), null, {}), {}, { ...world, rhythms: [], seams: [] })
      const panels = ribbonPanels(input)
      const all = panels.flatMap(({ items }) => items)
      expect(new Set(all.map(({ figure }) => figure))).toEqual(new Set(input.answer.figures.filter(({ stands }) => stands)))
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
      const definition = ({ comparisonKey }: Figure) => comparisonKey.split('|').slice(0, 3).join('|')
      const definitions = panels.map(({ items }) => new Set(items.map(({ figure }) => definition(figure))))
      for (const one of definitions) expect(one.size).toBe(1)
      expect(new Set(definitions.flatMap((one) => [...one])).size).toBe(panels.length)
      for (const item of all) {
        seen.set(item.mark, (seen.get(item.mark) ?? 0) + 1)
        if (item.mark !== 'ribbon') continue
        expect(item.figure.value).toBeGreaterThan(0)
        expect(['flow', 'won', 'tried']).toContain(item.figure.indicator)
      }
      if (all.length === 0) return
      const picture = ribbonCanvas(input)
      const inked = ribbonElements(input).filter(
        ({ type, name, invisible }) => name !== undefined && type !== 'text' && !invisible,
      )
      for (const { name = '' } of inked) expect(picture.pick(name)?.value).not.toBeNull()
    }),
    { numRuns: 150, seed: 20261122 },
  )
  for (const mark of ['ribbon', 'zero', 'bracket', 'tick', 'words', 'lane']) expect(seen.get(mark) ?? 0, mark).toBeGreaterThan(5)
}, 60_000)

function inputFor(figures: readonly Figure[], more: Partial<PictureInput> = {}): PictureInput {
  return inputOf(figures, more, RIBBON_DATASET)
}
