import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { bar } from '../../src/charts/bar.ts'
import { matrix } from '../../src/charts/matrix.ts'
import { classColours } from '../../src/charts/parts/classes.ts'
import { contrast, readableInk } from '../../src/charts/parts/contrast.ts'
import { lightness } from '../../src/charts/parts/lightness.ts'
import { palette } from '../../src/charts/parts/palette.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { printFigure } from '../../src/locale/print-figure.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import { figuresOf } from '../../src/model/rules/figures.ts'
import { resolveRows } from '../../src/model/rules/resolve-rows.ts'
import { type DemoSimulated, openDemoSimulated } from '../support/demo-simulated.ts'
import { figure } from '../support/figure.ts'
import { expectGolden, goldenNames } from '../support/golden.ts'
import { inputOf } from '../support/hand-made.ts'
import { mapDataset } from '../support/map-dataset.ts'
import { type DrawnTile, drawnTiles, matrixCanvas, matrixSvg, overlaps, textBoxes } from '../support/matrix-picture.ts'
import {
  FIVE_YEARS,
  MATRIX_OTHER_TIME,
  MATRIX_STATES,
  MATRIX_WORLD,
  matrixInput,
  townOf,
  weaponsOf,
} from '../support/matrix-states.ts'
import { LOOKS, type Look, lookName } from '../support/picture-looks.ts'
import { OPENING_TIME, openPublicReports, type PublicReports } from '../support/public-reports.ts'
import { LANGUAGES, PUBLIC_VIEWS, searchOf } from '../support/public-views.ts'
import { worldArbitrary, worldBook, worldMeta } from '../support/small-worlds.ts'

const states = (more: Partial<PictureInput> = {}) => matrixInput(MATRIX_STATES, more, MATRIX_OTHER_TIME)

describe('all states of a matrix in one picture', () => {
  const nameOf = (look: Look) => lookName('matrix-states', look)

  test.each(LOOKS)('is its golden: $language, $width px, dark $dark', (look) => {
    const svg = matrixSvg(states(look))
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    expectGolden(`svg/${nameOf(look)}`, svg)
  })

  test('no golden is left over, and drawing again gives the same text', () => {
    expect(goldenNames('svg').filter((name) => name.startsWith('matrix-'))).toEqual(LOOKS.map(nameOf).sort())
    expect(matrixSvg(states())).toBe(matrixSvg(states()))
  })

  test.each([1100, 324])('at %i px each figure has one tile with its printed number', (width) => {
    const tiles = drawnTiles(states({ width }))
    expect(tiles.map((tile) => tile.figure)).toHaveLength(MATRIX_STATES.length)
    expect(new Set(tiles.map((tile) => tile.figure))).toEqual(new Set(MATRIX_STATES))
    for (const tile of tiles) expect(textOf(tile)).toContain(printedOf(tile.figure).number)
  })

  test.each([1100, 324])('at %i px each state has its mark', (width) => {
    const marks = drawnTiles(states({ width })).map((tile) => {
      const number = printedOf(tile.figure).number
      const [text] = tile.texts.filter((one) => one.text.startsWith(number))
      const filled = tile.fill !== 'none' && tile.outline === 'none'
      const said = [tile.outline === 'none' ? (filled ? 'filled' : 'plain') : tile.outline, text?.italic ? 'italic' : 'upright']
      const { territory, breakdownValues, scope } = tile.figure
      return [[territory.code, ...breakdownValues, scope].filter(Boolean).join(' '), `${text?.text} | ${said.join(' ')}`]
    })
    expect(Object.fromEntries(marks)).toEqual({
      '01 gun': '103 | filled upright',
      '19 gun': 'trên 64 › | filled upright',
      '26 gun': 'khoảng 50 | filled italic',
      '35 gun': 'không quá 30 | filled upright',
      '36 gun': '0 | solid upright',
      '77 gun': '12 | filled upright',
      '01 round': '2.273 | filled upright',
      '19 round': '1.287 | filled upright',
      '36 round': '3.089 | plain upright',
      '35 round thị xã Duy Tiên': '31 | solid upright',
      '35 round thành phố Phủ Lý': '17 | solid upright',
      '01 explosive': '16.670 | dotted upright',
      '19 explosive': 'hàng trăm | plain italic',
      '77 explosive': 'hàng trăm | dotted italic',
      '26 explosive thành phố Vĩnh Yên': 'hàng trăm | solid italic',
      '35 explosive': '900 | plain upright',
      '26 crude': 'không công bố | plain upright',
      '77 crude': 'không áp dụng | plain upright',
      '01 crude': '376 | plain upright',
      '01': '8.968 | filled upright',
      '36': '2.127 | filled upright',
    })
  })

  test('zero is white, a part of the place is hollow, what is withheld is faint', () => {
    const tiles = drawnTiles(states())
    const of = (wanted: Figure | undefined) => tiles.find((tile) => tile.figure === wanted)
    const { paper, muted, ink } = palette(false)
    expect(of(MATRIX_STATES[4])?.fill).toBe(paper)
    expect(of(MATRIX_STATES[9])?.fill).toBe('none')
    const colours = [16, 18].map((at) => of(MATRIX_STATES[at])?.texts[0]?.colour)
    expect(colours).toEqual([muted, ink])
  })

  test('what a figure is of stands in its tile where the heads do not say it', () => {
    const tiles = drawnTiles(states())
    const said = (at: number) => textOf(tiles.find((tile) => tile.figure === MATRIX_STATES[at]) as DrawnTile)
    expect([said(8), said(5), said(9)]).toEqual(['3.089 5 năm, từ năm 2017', '12 sơ bộ', '31 chỉ thị xã Duy Tiên'])
    expect([said(0), said(6), said(14)]).toEqual(['103', '2.273', 'hàng trăm chỉ thành phố Vĩnh Yên'])
    expect(said(15)).toBe('900 số của 304/366 ngày')
  })

  test('what has no figure has none drawn: another time in words, else the three dots of what a source does not mention', () => {
    const all = textBoxes(states()).map(({ text }) => text)
    const tableTexts = all.join(' ')
    expect(tableTexts).toContain('có số, thời gian khác')
    // 6 places × 5 rows; 19 cells have a figure and one that of another time; one sample in the legend.
    const filled = new Set(
      drawnTiles(states()).map(({ figure: one }) => `${one.territory.code} ${one.indicator} ${one.breakdownValues}`),
    )
    expect(all.filter((text) => text === '…')).toHaveLength(30 - filled.size - 1 + 1)
    expect(all).toEqual(
      expect.arrayContaining([
        'Có số, thời gian khác: Công cụ hỗ trợ.',
        'Có số, thời gian khác: Thành phố Hồ Chí Minh.',
        'Không nêu: Thừa Thiên Huế.',
      ]),
    )
    expect(all).not.toContain('–')
    const onPhone = textBoxes(states({ width: 324 })).map(({ text }) => text)
    expect(onPhone).not.toContain('…')
    expect(onPhone).toEqual(
      expect.arrayContaining(['Có số, thời gian khác: Nam Định.', 'Không nêu: Bà Rịa - Vũng Tàu, Vĩnh Phúc.']),
    )
  })

  test('only the marks on the picture are in the legend', () => {
    const { chart, figure: words } = wordsOf('vi')
    const all = [
      ...[chart.matrixScale(false), chart.matrixAlone, chart.matrixNoScale, words.state.zero, words.state.only_parts],
      ...[words.needsVerification, chart.mapAtLeast, words.state.not_mentioned],
    ]
    const said = (figures: readonly Figure[]) => {
      const texts = textBoxes(matrixInput(figures)).map(({ text }) => text)
      return all.filter((text) => texts.includes(text))
    }
    expect(said(MATRIX_STATES)).toEqual(all.filter((text) => text !== chart.matrixNoScale))
    expect(said(MATRIX_STATES.slice(19))).toEqual([chart.matrixScale(false)])
    expect(said([weaponsOf('gun', '01', 3)])).toEqual([chart.matrixNoScale])
    expect(said([weaponsOf('gun', '01', 3, townOf('thị xã Sơn Tây'))])).toEqual([chart.matrixNoScale, words.state.only_parts])
    expect(said([weaponsOf('gun', '01', null, { state: 'in_words', magnitudes: [100] })])).toEqual([chart.matrixNoScale])
    expect(said([weaponsOf('gun', '01', 0), weaponsOf('gun', '19', 0)])).toEqual([words.state.zero])
    expect(said([weaponsOf('gun', '01', 3), weaponsOf('gun', '19', 2), weaponsOf('gun', '26', 1, FIVE_YEARS)])).toEqual([
      chart.matrixScale(false),
      chart.matrixAlone,
    ])
    const dark = textBoxes(states({ dark: true })).map(({ text }) => text)
    expect(dark).toContain('Mỗi hàng một thang màu riêng: trong cùng một hàng, ô sáng hơn là số lớn hơn.')
  })
})

describe('colour', () => {
  test('letters can be read on every class of every domain, in both themes', () => {
    for (const dark of [false, true]) {
      const { domain, other, ink, paper } = palette(dark)
      for (const hue of [...Object.values(domain), other]) {
        for (const count of [1, 2, 3, 4, 5]) {
          for (const fill of classColours(count, hue, dark)) {
            expect(contrast(readableInk(fill, [ink, paper]), fill), `${fill} of ${hue}`).toBeGreaterThanOrEqual(4.5)
          }
        }
      }
    }
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3)
  })

  test.each([false, true])('letters can be read on every tile that is drawn, dark %s', (dark) => {
    for (const width of [1100, 324]) {
      for (const { fill, texts } of drawnTiles(states({ dark, width }))) {
        const ground = fill === 'none' ? palette(dark).paper : fill
        for (const { colour, text } of texts) expect(contrast(colour, ground), text).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  test('a larger figure of a row is never paler, and at most five colours are in a row', () => {
    const guns = drawnTiles(states()).filter(({ figure: one }) => one.breakdownValues[0] === 'gun' && one.value !== 0)
    const byValue = [...guns].sort((a, b) => (a.figure.value as number) - (b.figure.value as number))
    const strengths = byValue.map(({ fill }) => contrast(fill, palette(false).paper))
    expect(strengths).toEqual([...strengths].sort((a, b) => a - b))
    const many = manyOf(63, 'gun').map((one, at) => ({ ...one, value: 1 + 79 * at }))
    expect(new Set(drawnTiles(matrixInput(many, {}, [], country)).map(({ fill }) => fill)).size).toBe(5)
  })

  test('each row is coloured by itself: what another row has changes nothing', () => {
    const guns = MATRIX_STATES.filter((one) => one.breakdownValues[0] === 'gun')
    const rounds = [weaponsOf('round', '01', 900_000), weaponsOf('round', '19', 800_000)]
    const fills = (figures: readonly Figure[]) =>
      drawnTiles(matrixInput(figures)).flatMap(({ figure: one, fill }) => (guns.includes(one) ? [fill] : []))
    expect(fills([...guns, ...rounds])).toEqual(fills(guns))
    expect(new Set(fills(guns)).size).toBeGreaterThan(3)
  })

  test('of two scales in a row the larger is coloured, of two equal ones the later', () => {
    const [a, b, c, d] = [
      weaponsOf('gun', '01', 5),
      weaponsOf('gun', '19', 6),
      weaponsOf('gun', '26', 7),
      weaponsOf('gun', '35', 8),
    ]
    const e = weaponsOf('gun', '36', 9)
    const before: Partial<Figure> = {
      period: { ...a.period, start: '2023-01-01', end: '2023-12-31' },
      comparisonKey: 'items|2023',
    }
    const old = (one: Figure) => ({ ...one, ...before })
    const filled = (figures: readonly Figure[]) =>
      drawnTiles(matrixInput(figures))
        .flatMap(({ fill, figure: one }) => (fill === 'none' ? [] : [one.territory.code]))
        .sort()
    expect(filled([old(a), old(b), c, d])).toEqual(['26', '35'])
    expect(filled([a, b, old(c), old(d)])).toEqual(['01', '19'])
    expect(filled([old(a), old(b), old(c), d])).toEqual(['01', '19', '26'])
    expect(filled([a, old(b)])).toEqual([])
    expect(filled([old(a), old(b), old(e), c, d])).toEqual(['01', '19', '36'])
  })
})

describe('the simulated weapons of 2024', () => {
  let demo: DemoSimulated
  let input: PictureInput
  const asked = async (indicators: readonly string[]): Promise<PictureInput> => {
    const { dataset } = demo.opened
    return { ...(await demo.ask(indicators, '2024')), dataset, words: wordsOf('vi'), language: 'vi', width: 1100, dark: false }
  }
  beforeAll(async () => {
    demo = await openDemoSimulated()
    input = await asked(['surrendered_items'])
  }, OPENING_TIME)

  test('are kinds × provinces, the most dangerous first, units at the kinds', () => {
    expect([matrix.accepts(input.view, input.dataset), matrix.suits(input.answer, input.view, input.dataset)]).toEqual([
      true,
      true,
    ])
    const texts = textBoxes(input).map(({ text }) => text)
    const wanted = ['Súng', 'Đạn các loại', 'Thuốc nổ', 'gam', 'Vũ khí thô sơ', 'Công cụ hỗ trợ']
    expect(texts.filter((text) => wanted.includes(text))).toEqual(wanted)
    const places = ['Cần Thơ', 'Đà Nẵng', 'Đắk Lắk', 'Hà Nội', 'Quảng Ninh']
    expect(texts.filter((text) => places.includes(text))).toEqual(places)
    expect(drawnTiles(input)).toHaveLength(25)
  })

  test('what holds for all, or for a place, is said once', () => {
    for (const said of ['năm 2024', 'số của 304/366 ngày', 'sơ bộ', 'gam']) {
      expect(
        textBoxes(input).filter(({ text }) => text === said),
        said,
      ).toHaveLength(1)
    }
  })

  test('the place whose months are not all there is in no scale, although its numbers are the largest', () => {
    const tiles = drawnTiles(input)
    const plain = tiles.filter(({ fill }) => fill === 'none')
    expect(new Set(plain.map(({ figure: one }) => one.territory.code))).toEqual(new Set(['66']))
    expect(plain).toHaveLength(5)
    for (const kind of ['gun', 'ammunition_round', 'explosive', 'crude_weapon', 'support_tool']) {
      const row = tiles.filter(({ figure: one, fill }) => one.breakdownValues[0] === kind && fill !== 'none')
      expect(new Set(row.map(({ figure: one }) => one.comparisonKey)).size).toBe(1)
      const [largest] = [...row].sort((a, b) => (b.figure.value as number) - (a.figure.value as number))
      expect(largest?.figure.territory.code).toBe('01')
      // The darkest of its row.
      expect(lightness(largest?.fill ?? '')).toBe(Math.min(...row.map(({ fill }) => lightness(fill))))
      expect(new Set(row.map(({ fill }) => fill)).size).toBeGreaterThan(1)
    }
  })

  test('at the width of a phone each kind is a block, its largest first, what is outside the scale last', () => {
    const codes = drawnTiles({ ...input, width: 324 }).map(({ figure: one }) => one.territory.code)
    expect(codes.slice(0, 10)).toEqual(['01', '22', '92', '48', '66', '01', '22', '48', '92', '66'])
  })

  test('two indicators have each their own colours and units', async () => {
    const two = await asked(['tips_received', 'charity_donations'])
    const fills = (indicator: string) =>
      new Set(drawnTiles(two).flatMap(({ figure: one, fill }) => (one.indicator === indicator && fill !== 'none' ? [fill] : [])))
    const [tips, money] = [fills('tips_received'), fills('charity_donations')]
    expect([...tips].filter((fill) => money.has(fill))).toEqual([])
    const texts = textBoxes(two).map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['nguồn tin', 'đồng', 'trên 19,92 tỷ ›', '10.214']))
    expect(matrix.suits(two.answer, two.view, two.dataset)).toBe(true)
  })
})

describe('in the published reports', () => {
  let reports: PublicReports
  const inputFor = async (link: string, language: 'vi' | 'en' = 'vi'): Promise<PictureInput> => ({
    ...(await reports.answerOf(searchOf({ link }, language))),
    width: 1100,
    dark: false,
  })
  beforeAll(async () => {
    reports = await openPublicReports()
  }, OPENING_TIME)

  test.each(['i=dom-surrenders', 'i=surrendered_items'])('weapons of five years and of one share no colour: %s', async (link) => {
    const input = await inputFor(link)
    expect(matrix.suits(input.answer, input.view, input.dataset)).toBe(false)
    const tiles = drawnTiles(input)
    expect(tiles).toHaveLength(15)
    expect(tiles.map(({ fill }) => fill)).toEqual(tiles.map(() => 'none'))
    const texts = textBoxes(input).map(({ text }) => text)
    for (const said of ['5 năm, từ năm 2017', 'năm 2024', input.words.chart.matrixNoScale]) {
      expect(
        texts.filter((text) => text === said),
        said,
      ).toHaveLength(1)
    }
    const doubtful = tiles.filter(({ outline }) => outline === 'dotted')
    expect(doubtful.map((tile) => textOf(tile))).toEqual(['32 cộng 2 mục cùng loại'])
    expect(doubtful[0]?.tip).toBe('Nam Định: 32\nLựu đạn · 5 năm, từ năm 2017\ncần kiểm chứng; cộng 2 mục cùng loại')
    expect(matrixCanvas(input).summary).toContain('Nam Định 32, cộng 2 mục cùng loại, cần kiểm chứng.')
  })

  test.each(PUBLIC_VIEWS)(
    '$name: every standing figure of an expected place is drawn once, and colours keep to rule 7',
    async (view) => {
      for (const language of LANGUAGES) {
        const asked = await inputFor(view.link, language)
        if (!matrix.accepts(asked.view, asked.dataset)) continue
        for (const width of [1100, 324]) {
          const tiles = drawnTiles({ ...asked, width })
          const standing = asked.answer.figures.filter(({ stands }) => stands)
          expect(tiles).toHaveLength(standing.length)
          expect(new Set(tiles.map((tile) => tile.figure))).toEqual(new Set(standing))
          expect(tiles.filter(({ fill }) => fill !== 'none' && fill !== palette(false).paper)).toEqual([])
        }
        expectFits(asked)
      }
    },
  )

  test('a part of a place that all its figures are of is said at its name, and each is hollow', async () => {
    const input = await inputFor('i=dom-enforcement')
    expect(textBoxes(input).filter(({ text }) => text === 'chỉ thị xã Duy Tiên')).toHaveLength(1)
    const parts = drawnTiles(input).filter(({ figure: one }) => one.territory.code === '35')
    expect(parts.map(({ outline, fill }) => [outline, fill])).toEqual(parts.map(() => ['solid', 'none']))
    const onPhone = textBoxes({ ...input, width: 324 }).filter(({ text }) => text === 'chỉ thị xã Duy Tiên')
    expect(onPhone).toHaveLength(parts.length)
  })
})

test('on random small worlds each standing figure has one tile, and only what may be compared is coloured', () => {
  const meta = worldMeta('ds_matrix')
  const world = {
    ...meta,
    reporters: [...meta.territories.keys()],
    years: [2024],
    latestDay: '2024-12-31',
    rhythms: [],
    seams: [],
  }
  let coloured = 0
  fc.assert(
    fc.property(worldArbitrary, (observations) => {
      const resolved = resolveRows(observations, worldBook())
      for (const window of [null, { from: '2024-01-01', to: '2024-12-31' }]) {
        const input = inputOf(figuresOf(resolved, worldBook(), window, {}), {}, world)
        const standing = input.answer.figures.filter(({ stands }) => stands)
        if (matrix.picture(input).kind === 'nothing') {
          expect(standing).toEqual([])
          continue
        }
        const tiles = drawnTiles(input)
        expect(tiles).toHaveLength(standing.length)
        expect(new Set(tiles.map((tile) => tile.figure))).toEqual(new Set(standing))
        const filled = tiles.filter(({ fill, outline }) => fill !== 'none' && outline === 'none')
        for (const { figure: one } of filled) {
          expect([one.value === null, one.needsVerification, one.scope, one.value === 0]).toEqual([false, false, '', false])
          const others = standing.filter((other) => other !== one && other.comparisonKey === one.comparisonKey)
          expect(others.length).toBeGreaterThan(0)
        }
        coloured += filled.length
      }
    }),
    { numRuns: 200, seed: 20261122 },
  )
  expect(coloured).toBeGreaterThan(20)
})

describe('at every width', () => {
  test.each([280, 324, 358, 520, 700, 1000, 1232])('%i px: no text is cut, covered or broken inside a word', (width) => {
    for (const language of LANGUAGES) expectFits(states({ language, width }))
  })

  test('the simplest pictures fit as well: one figure, one place, one row', () => {
    for (const width of [280, 324, 1100]) {
      expectFits(matrixInput([weaponsOf('gun', '01', 103)], { width }))
      expectFits(matrixInput([weaponsOf('gun', '36', null, { ...townOf('thành phố Nam Định'), magnitudes: [100] })], { width }))
      expectFits(matrixInput(MATRIX_STATES.slice(0, 6), { width }))
    }
  })

  test.each([
    [34, 324],
    [63, 324],
    [34, 1100],
    [63, 1100],
  ])('%i places at %i px are all drawn, highest first, and it is said', (count, width) => {
    const figures = [...manyOf(count, 'gun'), ...manyOf(count, 'round')]
    const input = matrixInput(figures, { width }, [], country)
    expectFits(input)
    const tiles = drawnTiles(input)
    expect(tiles).toHaveLength(2 * count)
    const values = tiles.slice(0, count).map(({ figure: one }) => one.value as number)
    expect(values).toEqual([...values].sort((a, b) => b - a))
    const said = textBoxes(input).map(({ text }) => text)
    expect(said.join(' ').split(input.words.chart.matrixAll(count))).toHaveLength(3)
  })

  test('columns are no narrower than 64 px, else each row is a block', () => {
    const names = [...country.territories.values()].filter(
      ({ set, name }) => set === '63' && name.vi.split(' ').every((word) => word.length < 5),
    )
    const figures = names.slice(0, 12).map(({ code }, at) => weaponsOf('gun', code, at + 1))
    expect(figures).toHaveLength(12)
    const named = (width: number) => {
      const tiles = drawnTiles(matrixInput(figures, { width }, [], country))
      return tiles.filter(({ texts }) => texts.length > 1).length
    }
    expect([named(112 + 12 * 64), named(112 + 12 * 63)]).toEqual([0, 12])
  })

  test('up to 24 places nothing has to be said', () => {
    const input = matrixInput(manyOf(24, 'gun'), { width: 324 }, [], country)
    expect(drawnTiles(input)).toHaveLength(24)
    expect(textBoxes(input).map(({ text }) => text)).not.toContain(input.words.chart.matrixAll(24))
  })
})

describe('what can be clicked', () => {
  test('a number opens its own figure, anything else none', () => {
    const picture = matrixCanvas(states())
    for (const tile of drawnTiles(states())) {
      const { text } = tile.texts[0] as { text: string }
      expect(text.replace(' ›', '')).toBe(printedOf(tile.figure).number)
      const place = MATRIX_WORLD.territories.get(`63:${tile.figure.territory.code}`)?.name.vi
      expect(tile.tip.startsWith(`${place}: `)).toBe(true)
    }
    expect(['', '9-9-9', '0-0-9', '__proto__', 'gun'].map((name) => picture.pick(name))).toEqual([null, null, null, null, null])
  })

  test('a tile is under the head of its place', () => {
    const input = states()
    const heads = textBoxes(input).filter(({ y }) => y < 20)
    expect(heads).toHaveLength(6)
    for (const tile of drawnTiles(input)) {
      const name = MATRIX_WORLD.territories.get(`63:${tile.figure.territory.code}`)?.name.vi
      const head = heads.find(({ text }) => text === name)
      expect(Math.abs(middleOf(head) - middleOf(tile)), name).toBeLessThan(1)
    }
  })

  test.each([324, 1100])('at %i px a finger finds each: tiles are apart, and 40 px high where fingers touch them', (width) => {
    const tiles = drawnTiles(states({ width }))
    for (const [at, one] of tiles.entries()) {
      expect(one.height).toBeGreaterThanOrEqual(width < 500 ? 40 : 34)
      for (const other of tiles.slice(at + 1)) {
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y
        expect(apart).toBe(true)
      }
    }
  })
})

test('the table has every figure of the picture once, those that no cell is for, and who has none', () => {
  const stranger = weaponsOf('gun', '01', 4, { territory: { set: '34', code: '01' } })
  const input = matrixInput([...MATRIX_STATES, stranger], {}, MATRIX_OTHER_TIME)
  expect(drawnTiles(input).map((tile) => tile.figure)).not.toContain(stranger)
  const rows = matrix.table(input).rows
  const figures = rows.flatMap((row) => (row.figure ? [row.figure] : []))
  expect(figures).toHaveLength(MATRIX_STATES.length + 1)
  expect(new Set(figures)).toEqual(new Set([...MATRIX_STATES, stranger]))
  const { state } = input.words.figure
  expect(rows.filter((row) => row.figure === null).map((row) => [row.place, row.state])).toEqual([
    ['Thành phố Hồ Chí Minh', state.other_time],
    ['Thừa Thiên Huế', state.not_mentioned],
  ])
})

test('figures that do not stand are not drawn, nor is a column for them', () => {
  const part = weaponsOf('gun', '46', 7, { stands: false })
  const input = matrixInput([...MATRIX_STATES, part])
  expect(drawnTiles(input).map((tile) => tile.figure)).not.toContain(part)
  expect(textBoxes(input).map(({ text }) => text)).not.toContain('Thừa Thiên Huế')
  expect(matrix.table(input).rows.map((row) => row.figure)).not.toContain(part)
})

test('parts of one whole share no colour: they stand in one cell, and are not figures of different places', () => {
  const parts = [97, 39].map((value, at) =>
    figure({
      indicator: 'models',
      unit: 'model',
      basis: 'part',
      breakdownKey: 'field',
      breakdownValues: [`${at}`],
      value,
      comparisonKey: `${at}`,
    }),
  )
  const input = inputOf(parts)
  expect(input.answer.comparability.groups.filter(({ scale }) => scale.length > 1)).toHaveLength(1)
  expect(drawnTiles(input).map(({ fill }) => fill)).toEqual(['none', 'none'])
})

describe('the time of figures', () => {
  const guns = [weaponsOf('gun', '01', 5), weaponsOf('gun', '19', 6), weaponsOf('gun', '36', 7, FIVE_YEARS)]
  const said = (input: PictureInput, text: string) => textBoxes(input).filter((box) => box.text === text).length

  test('stands at the places where each has one, and then not at the rows', () => {
    const input = matrixInput([...guns, weaponsOf('round', '36', 3, FIVE_YEARS)])
    expect([said(input, 'năm 2024'), said(input, '5 năm, từ năm 2017')]).toEqual([2, 1])
  })

  test('stands at the row and at what differs where a place has two', () => {
    const input = matrixInput([...guns, weaponsOf('round', '36', 3)])
    expect([said(input, 'năm 2024'), said(input, '5 năm, từ năm 2017')]).toEqual([2, 1])
    const tile = drawnTiles(input).find(({ figure: one }) => one === guns[2])
    expect(tile?.texts.map(({ text }) => text)).toEqual(['7', '5 năm, từ năm 2017'])
  })

  test('stands above the chips of a row, and in each chip of another time', () => {
    const more = ['26', '35', '77', '79'].map((code, at) => weaponsOf('gun', code, 1_000_000 + at))
    const input = matrixInput([...guns, ...more], { width: 324 })
    expect(said(input, 'năm 2024')).toBe(1)
    const tile = drawnTiles(input).find(({ figure: one }) => one === guns[2])
    expect(textOf(tile as DrawnTile)).toBe('7 5 năm, từ năm 2017')
  })
})

test('it is for views of chosen indicators, and suits two scales of unlike kinds', () => {
  const input = states()
  expect(matrix.accepts(input.view, input.dataset)).toBe(true)
  expect(matrix.accepts({ ...input.view, indicators: [] }, input.dataset)).toBe(false)
  const suits = (figures: readonly Figure[]) => {
    const { answer, view, dataset } = matrixInput(figures)
    return matrix.suits(answer, view, dataset)
  }
  const guns = [weaponsOf('gun', '01', 5), weaponsOf('gun', '19', 6)]
  const rounds = [weaponsOf('round', '01', 5), weaponsOf('round', '19', 6)]
  const gunsBefore = guns.map((one) => ({ ...one, comparisonKey: 'items|2023' }))
  expect([suits(guns), suits([...guns, ...rounds]), suits([...guns, ...gunsBefore])]).toEqual([false, true, false])
  expect(suits([...guns, weaponsOf('round', '01', 5)])).toBe(false)
  const parts = ['security', 'reform'].map((field) =>
    figure({
      indicator: 'models',
      basis: 'part',
      stands: false,
      breakdownKey: 'field',
      breakdownValues: [field],
      comparisonKey: field,
    }),
  )
  expect(suits([...guns, ...parts])).toBe(false)
})

test('bars leave many kinds to it, but not the parts of a whole', () => {
  const kinds = (count: number) =>
    ['gun', 'round', 'explosive', 'crude', 'tool']
      .slice(0, count)
      .flatMap((kind) => [weaponsOf(kind, '01', 5), weaponsOf(kind, '19', 6)])
  const suited = (figures: readonly Figure[], dataset = MATRIX_WORLD) => {
    const { answer, view } = matrixInput(figures, {}, [], dataset)
    return [bar, matrix].flatMap((chart) => (chart.suits(answer, view, dataset) ? [chart.id] : []))
  }
  expect([suited(kinds(1)), suited(kinds(3)), suited(kinds(4))]).toEqual([['bar'], ['bar', 'matrix'], ['matrix']])
  const parts = ['security', 'reform'].map((field) =>
    figure({
      indicator: 'models',
      basis: 'part',
      stands: false,
      breakdownKey: 'field',
      breakdownValues: [field],
      comparisonKey: field,
    }),
  )
  expect(suited([...kinds(4), ...parts])).toEqual(['bar', 'matrix'])
})

test('without a figure there is a sentence', () => {
  const input = matrixInput([], {}, MATRIX_OTHER_TIME)
  expect(matrix.picture(input)).toEqual({ kind: 'nothing', reason: input.words.chart.matrixNothing })
})

/** Every province of the list of 63. */
let country: Dataset
beforeAll(async () => {
  const { territories, reporters } = await mapDataset()
  country = { ...MATRIX_WORLD, territories, reporters }
}, OPENING_TIME)

/** One figure each of so many provinces, no two equal. */
function manyOf(count: number, kind: string): Figure[] {
  return country.reporters.slice(0, count).map((key, at) => weaponsOf(kind, key.slice(3), 100 + ((at * 37) % 63)))
}

function printedOf(one: Figure) {
  return printFigure(one, MATRIX_WORLD, wordsOf('vi').figure, 'vi')
}

/** What is written in a tile, without the name of a place; without the sign of an open end. */
function textOf({ texts, figure: one }: DrawnTile): string {
  const names = [...MATRIX_WORLD.territories.values()]
    .filter(({ code }) => code === one.territory.code)
    .map(({ name }) => name.vi)
  return texts
    .map(({ text }) => text)
    .filter((text) => !names.includes(text))
    .join(' ')
}

function middleOf(box: { readonly x: number; readonly width: number } | undefined): number {
  return box ? box.x + box.width / 2 : Number.NaN
}

/** Every text stands inside the picture, on no other text, in letters that can be read, in whole words. */
function expectFits(input: PictureInput): void {
  const { height } = matrixCanvas(input)
  const boxes = textBoxes(input)
  const known = new Set(wordsIn([...knownTexts(input), ...drawnTiles(input).map(({ tip }) => tip)]))
  for (const { text, x, y, width, height: tall, size } of boxes) {
    expect(x, text).toBeGreaterThanOrEqual(-0.5)
    expect(x + width, text).toBeLessThanOrEqual(input.width + 0.5)
    expect(y, text).toBeGreaterThanOrEqual(0)
    expect(y + tall, text).toBeLessThanOrEqual(height)
    expect(size, text).toBeGreaterThanOrEqual(12)
    for (const word of wordsIn([text])) expect(known, text).toContain(word)
  }
  expect(overlaps(boxes)).toEqual([])
}

function knownTexts({ dataset, words, language, dark }: PictureInput): string[] {
  const { chart, figure: figureWords, headline } = words
  return [
    ...[...dataset.territories.values()].map(({ name }) => name[language]),
    ...[...dataset.indicators, ...dataset.codes].map(({ label }) => label[language]),
    ...[chart.matrixScale(dark), chart.matrixNoScale, chart.matrixAlone, chart.mapAtLeast, chart.missing, '› ·'],
    ...[24, 34, 63].map((n) => chart.matrixAll(n)),
    ...Object.values(figureWords.state),
    ...[figureWords.needsVerification, headline.otherTime([]), headline.notMentioned([])],
  ]
}

function wordsIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split(/[\s,.:;()]+/)).filter(Boolean)
}
