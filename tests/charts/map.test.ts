// @vitest-environment jsdom
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { initDetachedChart } from '../../src/charts/echarts.ts'
import { loadMap } from '../../src/charts/load-map.ts'
import { type MapPanel, mapPanels } from '../../src/charts/map/map-panels.ts'
import { INSETS, landOf, placeOf } from '../../src/charts/map/map-places.ts'
import { vietnamSvg } from '../../src/charts/map/vietnam-outlines.ts'
import { map } from '../../src/charts/map.ts'
import { palette } from '../../src/charts/parts/palette.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import { figuresOf } from '../../src/model/rules/figures.ts'
import { resolveRows } from '../../src/model/rules/resolve-rows.ts'
import { circlesOf, elementsOf, geoOf, landPaths, mapCanvas, mapSvg, withoutOutlines } from '../support/describe-map.ts'
import { expectGolden, goldenNames } from '../support/golden.ts'
import { inputOf } from '../support/hand-made.ts'
import { mapDataset } from '../support/map-dataset.ts'
import { AMOUNTS, MERGED_AMOUNTS, MERGED_SHARES, SHARES, shareOf, tipsOf, WITHOUT_SIZE } from '../support/map-states.ts'
import { LOOKS, type Look, lookName } from '../support/picture-looks.ts'
import { OPENING_TIME, openPublicReports } from '../support/public-reports.ts'
import { worldArbitrary, worldBook, worldMeta } from '../support/small-worlds.ts'
import { svgTexts } from '../support/ssr.ts'

const MERGED_LOOKS = [
  { width: 1100, dark: false },
  { width: 324, dark: true },
] as const
const mergedNameOf = ({ width, dark }: (typeof MERGED_LOOKS)[number]) => `map-34-${width}-${dark ? 'dark' : 'light'}.vi.svg`
const ALL_STATES = [...AMOUNTS, ...WITHOUT_SIZE, ...SHARES]
let dataset: Dataset
beforeAll(async () => {
  // jsdom draws nothing, and says so each time it is asked to.
  HTMLCanvasElement.prototype.getContext = () => null
  dataset = await mapDataset()
  await loadMap('63', dataset.territories)
  await loadMap('34', dataset.territories)
}, OPENING_TIME)

test('numbers of fewer days make no map of their own beside a larger one: they stand at it without size, with their days', () => {
  const whole = { days: 366, daysOf: 366 }
  const short = { days: 335, daysOf: 366, comparisonKey: 'tips|total|tip|P:2024-01-01/2024-11-30' }
  const few = ['22', '56', '96'].map((code, at) => tipsOf(code, 100 + at, short))
  const [panel, ...more] = mapPanels(inputFor([...['01', '79', '46', '77'].map((code) => tipsOf(code, 500, whole)), ...few]))
  expect(more).toEqual([])
  expect(panel?.scale).toHaveLength(4)
  expect(panel?.others.map(({ key, mark }) => [key, mark]).sort()).toEqual(
    ['22', '56', '96'].map((code) => [`63:${code}`, 'alone']),
  )
  // Where they are all there is, they are the map.
  expect(mapPanels(inputFor(few)).map(({ scale }) => scale.length)).toEqual([3])
})

describe('all states of a map in one picture', () => {
  const nameOf = (look: Look) => lookName('map-states', look)

  test.each(LOOKS)('is its golden: $language, $width px, dark $dark', (look) => {
    expectGolden(`map/${nameOf(look)}`, withoutOutlines(mapSvg(inputFor(ALL_STATES, look))))
  })

  test('no golden is left over', () => {
    expect(goldenNames('map')).toEqual([...LOOKS.map(nameOf), ...MERGED_LOOKS.map(mergedNameOf)].sort())
  })

  test.each(LOOKS)('has 63 outlines and both archipelagos with their names: $language, $width px, dark $dark', (look) => {
    const input = inputFor(ALL_STATES, look)
    const svg = mapSvg(input)
    const panels = mapPanels(input).length
    expect(panels).toBe(2)
    expect(landPaths(svg)).toHaveLength(panels * (63 + 2))
    const { hoangSa, truongSa, mapCredit } = input.words.chart
    const texts = svgTexts(svg)
    expect([texts.filter((text) => text === hoangSa).length, texts.filter((text) => text === truongSa).length]).toEqual([2, 2])
    if (look.language === 'vi') expect([hoangSa, truongSa]).toEqual(['Quần đảo Hoàng Sa', 'Quần đảo Trường Sa'])
    expect(texts.join(' ')).toContain(mapCredit)
    expect(mapCredit).toContain('@svg-maps/vietnam (CC BY 4.0)')
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })

  test('an archipelago has the colour of its province, a place without a source that of plain land', () => {
    const input = inputFor(SHARES)
    const { regions } = geoOf(input)
    const paths = landPaths(mapSvg(input))
    const fillOf = (path: string) => /fill="([^"]*)"/.exec(path)?.[1]
    const names = [...vietnamSvg(landOf('63', dataset.territories)).matchAll(/<path name="(\d\d)"/g)].map(([, name = '']) => name)
    expect(names).toHaveLength(paths.length)
    const fills = (code: string) => names.flatMap((name, at) => (name === code ? [fillOf(paths[at] as string)] : []))
    const colour = (code: string) => regions.find(({ name }) => name === code)?.itemStyle?.areaColor
    expect(fills('48')).toEqual([colour('48'), colour('48')])
    expect(fills('56')).toEqual([colour('56'), colour('56')])
    expect(fills('36')).toEqual([palette(false).land])
    // Five classes, zero and land.
    expect(new Set(paths.map(fillOf)).size).toBe(7)
  })

  test('words stand in italics at their place, and only the marks on the map are in the legend', () => {
    const italics = elementsOf(inputFor(ALL_STATES)).filter(({ style }) => style.fontStyle === 'italic')
    expect(italics.map(({ style }) => style.text)).toEqual(expect.arrayContaining(['hàng trăm', 'khoảng 1.000', 'gần 900']))
    const { chart, figure } = inputFor(ALL_STATES).words
    const ofMarks = [figure.state.zero, chart.mapAlone, figure.needsVerification, figure.state.only_parts, figure.state.in_words]
    const all = [chart.mapArea, ...ofMarks, chart.mapWithheld, chart.mapAtLeast]
    const said = (figures: readonly Figure[]) => {
      const texts = svgTexts(mapSvg(inputFor(figures, { width: 900 })))
      return all.filter((text) => texts.includes(text))
    }
    expect(said([...AMOUNTS, ...WITHOUT_SIZE])).toEqual(all)
    expect(said([tipsOf('01', 3), tipsOf('79', 5)])).toEqual([chart.mapArea])
    expect(said(SHARES.slice(0, 3))).toEqual([])
    expect(said([tipsOf('01', 3)])).toEqual([chart.mapAlone])
  })

  test('classes are printed with their bounds, as many as have a place', () => {
    const texts = svgTexts(mapSvg(inputFor(SHARES)))
    const classes = ['từ 0% đến dưới 20%', 'từ 20% đến dưới 40%', 'từ 40% đến dưới 60%', 'từ 60% đến dưới 80%', 'từ 80% đến 100%']
    expect(texts.filter((text) => text.startsWith('từ ') && text.includes('%'))).toEqual(classes)
    const without = svgTexts(mapSvg(inputFor(SHARES.filter(({ value }) => (value ?? 0) > 79 || value === 18))))
    expect(without.filter((text) => text.startsWith('từ ') && text.includes('%'))).toEqual([0, 3, 4].map((at) => classes[at]))
  })

  test('a class of one value alone is that value', () => {
    const texts = svgTexts(mapSvg(inputFor([shareOf('01', 100), shareOf('48', 100), shareOf('56', 100)])))
    expect(new Set(texts.filter((text) => text.includes('%')))).toEqual(new Set(['100%']))
  })
})

test('the outlines are loaded before the picture is drawn, and have no styles of their own', () => {
  expect(mapCanvas(inputFor(AMOUNTS)).prepare).toBeDefined()
  for (const list of ['63', '34'] as const) expect(vietnamSvg(landOf(list, dataset.territories))).not.toMatch(/style|class=|NaN/)
})

describe('sizes', () => {
  test('areas are as the values', () => {
    const sized = circlesOf(inputFor(AMOUNTS)).filter(({ figure }) => (figure.value as number) > 0)
    expect(sized).toHaveLength(AMOUNTS.length - 1)
    const [largest] = [...sized].sort((a, b) => b.r - a.r)
    for (const { figure, r } of sized) {
      const due = (largest?.r ?? 0) * Math.sqrt((figure.value as number) / 8968)
      expect(Math.abs(r - due)).toBeLessThan(0.01)
    }
  })

  test('a circle stands where its place is drawn', () => {
    const input = inputFor(AMOUNTS)
    const { option, height } = mapCanvas(input)
    const chart = initDetachedChart(input.width, height)
    try {
      chart.setOption(option)
      for (const { figure, cx, cy } of circlesOf(input)) {
        const place = placeOf(figure.territory, dataset.territories)
        const [x = 0, y = 0] = chart.convertToPixel({ geoIndex: 0 }, [place?.x ?? 0, place?.y ?? 0]) as number[]
        expect([Math.abs(x - cx) < 0.6, Math.abs(y - cy) < 0.6]).toEqual([true, true])
      }
    } finally {
      chart.dispose()
    }
  })

  test('Nam Định and Trà Vinh share no scale in the published reports: two marks without size, and words', async () => {
    const reports = await openPublicReports()
    const asked = await reports.answerOf('?d=public-reports&i=tips_received&c=map')
    expect(map.accepts(asked.view, asked.dataset)).toBe(true)
    expect(map.suits(asked.answer, asked.view, asked.dataset)).toBe(false)
    const input = { ...asked, width: 1100, dark: false }
    const [panel, ...more] = mapPanels(input)
    expect([panel?.scale, more]).toEqual([[], []])
    expect(panel?.others.map(({ name, mark, text }) => [name, mark, text.number])).toEqual([
      ['Hà Nam', 'words', 'hàng trăm'],
      ['Nam Định', 'alone', '8.968'],
      ['Trà Vinh', 'doubtful', '2.127'],
      ['Vĩnh Phúc', 'words', 'hàng nghìn'],
    ])
    expect(circlesOf(input).map(({ r }) => r)).toEqual([5.5, 5.5])
    const colours = geoOf(input).regions.map(({ itemStyle }) => itemStyle?.areaColor ?? palette(false).land)
    expect(new Set(colours)).toEqual(new Set([palette(false).land]))
    expect(svgTexts(mapSvg(input))).toContain('Không nêu: Ninh Thuận.')
  }, 60_000)

  test('on random small worlds each standing figure is on one map, each scale of one comparison group', () => {
    const meta = worldMeta('ds_map')
    const world = {
      ...meta,
      reporters: [...meta.territories.keys()],
      years: [2024],
      latestDay: '2024-12-31',
      rhythms: [],
      seams: [],
    }
    let scales = 0
    fc.assert(
      fc.property(worldArbitrary, (observations) => {
        const resolved = resolveRows(observations, worldBook())
        for (const window of [null, { from: '2024-01-01', to: '2024-12-31' }]) {
          const input = inputOf(figuresOf(resolved, worldBook(), window, {}), {}, world)
          const panels = mapPanels(input)
          const all = panels.flatMap(({ scale, others }) => [...scale, ...others])
          expect(new Set(all.map(({ figure }) => figure))).toEqual(new Set(input.answer.figures.filter(({ stands }) => stands)))
          expect(new Set(all.map(({ figure }) => figure)).size).toBe(all.length)
          expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
          const keys = panels.filter(hasScale).map(({ scale }) => new Set(scale.map(({ figure }) => figure.comparisonKey)))
          for (const key of keys) expect(key.size).toBe(1)
          expect(new Set(keys.flatMap((key) => [...key])).size).toBe(keys.length)
          for (const { others } of panels) expect(others.filter(({ mark }) => mark === 'sized')).toEqual([])
          scales += keys.length
        }
      }),
      { numRuns: 200, seed: 20261122 },
    )
    expect(scales).toBeGreaterThan(10)
  })
})

describe('what can be clicked', () => {
  test('every mark and every line of a list opens its own figure; anything else none', () => {
    const input = inputFor(ALL_STATES)
    const picture = mapCanvas(input)
    const picked = elementsOf(input).flatMap(({ name }) => (name === undefined ? [] : [picture.pick(name)]))
    expect(new Set(picked)).toEqual(new Set(ALL_STATES))
    expect(['', '9-9', '99', '__proto__', '36'].map((name) => picture.pick(name))).toEqual([null, null, null, null, null])
  })

  test('an outline opens the figure of its place on its own map', () => {
    const picture = mapCanvas(inputFor(ALL_STATES))
    expect([picture.pick('48', 0), picture.pick('48', 1)]).toEqual([AMOUNTS[5], SHARES[0]])
    expect([picture.pick('84', 0), picture.pick('84', 1), picture.pick('84', 7)]).toEqual([WITHOUT_SIZE[0], null, null])
  })

  test('land of the view without a figure makes its place stand out; other land does not answer to the pointer', () => {
    const shares = SHARES.map(({ territory }) => territory.code)
    const silent = dataset.reporters.map((key) => key.slice(3)).find((code) => !shares.includes(code)) ?? ''
    const reporters = [...shares, silent].map((code) => `63:${code}` as const)
    const input = inputFor(SHARES, { dataset: { ...dataset, reporters } })
    const { regions } = geoOf(input)
    expect(regions).toHaveLength(63)
    const awake = regions.filter(({ silent }) => !silent).map(({ name }) => name)
    expect(awake.sort()).toEqual([...shares, silent].sort())
    const picture = mapCanvas(input)
    expect([picture.pick(silent, 0), picture.place?.(silent, 0)]).toEqual([null, `63:${silent}`])
    expect(picture.place?.('nowhere', 0)).toBeNull()
  })
})

describe('by the list of 34', () => {
  test.each(MERGED_LOOKS)('is its golden: $width px, dark $dark', (look) => {
    const svg = mapSvg(inputFor([...MERGED_SHARES, ...MERGED_AMOUNTS], { language: 'vi', ...look }))
    expectGolden(`map/${mergedNameOf(look)}`, withoutOutlines(svg))
  })

  test('has 34 outlines and both archipelagos with their names', () => {
    const input = inputFor(MERGED_SHARES)
    const svg = mapSvg(input)
    expect(landPaths(svg)).toHaveLength(34 + 2)
    const texts = svgTexts(svg)
    expect(texts).toEqual(expect.arrayContaining(['Quần đảo Hoàng Sa', '(Đà Nẵng)', 'Quần đảo Trường Sa', '(Khánh Hòa)']))
  })

  test('a merged unit is one outline, with one colour, and its archipelago has it too', () => {
    const input = inputFor(MERGED_SHARES)
    const { regions } = geoOf(input)
    expect(regions).toHaveLength(34)
    const awake = regions.filter(({ silent }) => !silent).map(({ name }) => name)
    expect(awake.sort()).toEqual(MERGED_SHARES.map(({ territory }) => territory.code).sort())
    const names = [...vietnamSvg(landOf('34', dataset.territories)).matchAll(/<path name="(\d\d)"/g)].map(([, name = '']) => name)
    const paths = landPaths(mapSvg(input))
    const fillsOf = (code: string) =>
      names.flatMap((name, at) => (name === code ? [/fill="([^"]*)"/.exec(paths[at] as string)?.[1]] : []))
    const colour = (code: string) => regions.find(({ name }) => name === code)?.itemStyle?.areaColor
    expect(fillsOf('48')).toEqual([colour('48'), colour('48')])
    expect(fillsOf('56')).toEqual([colour('56'), colour('56')])
    expect(fillsOf('37')).toEqual([colour('37')])
    expect(fillsOf('15')).toEqual([palette(false).paper])
    expect(colour('48')).not.toBe(colour('75'))
    expect(INSETS.hoangsa.code).toBe('48')
  })

  test('a click anywhere on it opens its figure, also where its code meant another province', () => {
    const picture = mapCanvas(inputFor(MERGED_SHARES))
    const picked = (name: string) => picture.pick(name, 0)?.territory
    expect([picked('37'), picked('25'), picked('36'), picked('35')]).toEqual([
      { set: '34', code: '37' },
      { set: '34', code: '25' },
      undefined,
      undefined,
    ])
  })

  test('beside figures of the old list it has its old outlines, each of which opens it', () => {
    const [, , , , ninhBinh] = MERGED_SHARES
    const input = inputFor([ninhBinh as Figure, shareOf('01', 96), shareOf('79', 50)])
    expect(geoOf(input).regions).toHaveLength(63)
    const picture = mapCanvas(input)
    expect(['35', '36', '37'].map((name) => picture.pick(name, 0))).toEqual([ninhBinh, ninhBinh, ninhBinh])
  })
})

describe('labels', () => {
  const labels = (input: PictureInput) =>
    elementsOf(input).flatMap(({ type, name, style }) => (type === 'text' && name && style.stroke ? [style.text] : []))

  test('under eight figures all places are named, else the extremes and the focus', () => {
    const few = labels(inputFor(AMOUNTS.slice(0, 7)))
    expect(few).toHaveLength(14)
    expect(few).toEqual(expect.arrayContaining(['Huế', '2.127', 'Hồ Chí Minh', 'trên 5.200 ›']))
    const many = AMOUNTS.slice(0, 11)
    expect(labels(inputFor(many))).toEqual(expect.arrayContaining(['Hà Nội', '8.968', 'Cà Mau', '12']))
    expect(labels(inputFor(many))).not.toContain('Quảng Ninh')
    expect(labels(inputFor(many, {}, '22'))).toEqual(expect.arrayContaining(['Quảng Ninh', '640']))
  })

  test('the focus keeps its colour, the others grow pale', () => {
    const fills = (focus: string | null) =>
      new Map(circlesOf(inputFor(AMOUNTS, {}, focus)).map(({ figure, fill }) => [figure.territory.code, fill]))
    const [plain, focused] = [fills(null), fills('22')]
    expect(focused.get('22')).toBe(plain.get('22'))
    expect(focused.get('01')).not.toBe(plain.get('01'))
  })
})

describe('at every width', () => {
  test.each([280, 324, 358, 520, 700, 1000, 1232])('%i px: nothing stands outside the picture', (width) => {
    for (const language of ['vi', 'en'] as const) {
      const input = inputFor(ALL_STATES, { language, width })
      const { height } = mapCanvas(input)
      for (const { type, x = 0, y = 0, style } of elementsOf(input)) {
        if (type !== 'text' || !style.text) continue
        const wide = style.text.length * 5
        const left = style.align === 'right' ? x - wide : style.align === 'center' ? x - wide / 2 : x
        expect(left, style.text).toBeGreaterThanOrEqual(-1)
        expect(left + wide, style.text).toBeLessThanOrEqual(width + 1)
        expect(y, style.text).toBeGreaterThan(0)
        expect(y, style.text).toBeLessThan(height)
      }
    }
  })

  test('a long list names its first and last and the focus among them, and says how many it leaves out', () => {
    const figures = [...dataset.reporters].map((key, at) => tipsOf(key.slice(3), 100 + at))
    const texts = svgTexts(mapSvg(inputFor(figures, { width: 324 }, '46')))
    const numbers = texts.filter((text) => /^1\d\d$/.test(text))
    expect(numbers).toEqual(expect.arrayContaining(['162', '161', '160', '159', '130', '102', '101', '100']))
    const left = texts.flatMap((text) => (text.startsWith('… ') ? [Number(text.split(' ')[1])] : []))
    expect(left).toHaveLength(2)
    expect(left.reduce((sum, n) => sum + n, 0)).toBe(63 - 8)
  })
})

test('without a figure there is a sentence; the overview has no map, nor have several indicators', () => {
  const input = inputFor([])
  expect(map.picture(input)).toEqual({ kind: 'nothing', reason: input.words.chart.mapNothing })
  const accepts = (indicators: readonly string[]) => map.accepts({ ...input.view, indicators }, input.dataset)
  expect([accepts([]), accepts(['tips']), accepts(['tips', 'money'])]).toEqual([false, true, false])
})

test('more than six scales are not drawn but said, and the table has them', () => {
  const kinds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].flatMap((kind) =>
    ['01', '79'].map((code) =>
      tipsOf(code, 5, { breakdownKey: 'kind', breakdownValues: [kind], basis: 'part', comparisonKey: `tips|kind=${kind}` }),
    ),
  )
  const input = inputFor(kinds)
  const texts = svgTexts(mapSvg(input))
  expect(landPaths(mapSvg(input))).toHaveLength(6 * 65)
  expect(texts).toContain(input.words.chart.mapMorePanels(2))
  expect(map.table(input).rows.filter(({ figure }) => figure !== null)).toHaveLength(16)
})

test('eight comparable figures make a map of themselves, seven do not', () => {
  const suits = (n: number) => {
    const { answer, view, dataset } = inputFor(AMOUNTS.slice(0, n))
    return map.suits(answer, view, dataset)
  }
  expect([suits(7), suits(8)]).toEqual([false, true])
})

test('the table has every figure of the picture once, and a line for every expected place without one', () => {
  const input = inputFor(ALL_STATES)
  const figures = map.table(input).rows.flatMap(({ figure }) => (figure ? [figure] : []))
  expect(figures).toHaveLength(ALL_STATES.length)
  expect(new Set(figures)).toEqual(new Set(ALL_STATES))
  const places = new Set(ALL_STATES.map(({ territory }) => territory.code))
  expect(map.table(input).rows).toHaveLength(ALL_STATES.length + 63 - places.size)
})

function inputFor(figures: readonly Figure[], more: Partial<PictureInput> = {}, focus: string | null = null): PictureInput {
  const input = inputOf(figures, more, dataset)
  return { ...input, view: { ...input.view, focus } }
}

function hasScale({ scale }: MapPanel): boolean {
  return scale.length > 0
}
