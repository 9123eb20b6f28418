import { beforeAll, describe, expect, test } from 'vitest'
import { bar } from '../../src/charts/bar.ts'
import type { ChartType } from '../../src/charts/chart-type.ts'
import { dots } from '../../src/charts/dots.ts'
import { line } from '../../src/charts/line.ts'
import { map } from '../../src/charts/map.ts'
import { matrix } from '../../src/charts/matrix.ts'
import { circleAt } from '../../src/charts/parts/graphics.ts'
import { lightness } from '../../src/charts/parts/lightness.ts'
import { palette } from '../../src/charts/parts/palette.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { ribbon } from '../../src/charts/ribbon.ts'
import { slope } from '../../src/charts/slope.ts'
import { steps } from '../../src/charts/steps.ts'
import { dotLook } from '../../src/charts/unit-dots/unit-dots-marks.ts'
import type { DotMark } from '../../src/charts/unit-dots/unit-dots-model.ts'
import { unitDots } from '../../src/charts/unit-dots.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Figure } from '../../src/model/figure.ts'
import { geoOf } from '../support/describe-map.ts'
import { barPanels } from '../support/describe-picture.ts'
import { dotsInput } from '../support/dots-states.ts'
import {
  type DrawnElement,
  drawnElements,
  type GreyMark,
  greyMark,
  isMark,
  looksUnlike,
  marksOfFigures,
  SEEN,
} from '../support/drawn-marks.ts'
import { BAR_STATES, inputOf } from '../support/hand-made.ts'
import { LINE_STATES, lineInput } from '../support/line-states.ts'
import { mapDataset } from '../support/map-dataset.ts'
import { AMOUNTS, MERGED_SHARES, SHARES, WITHOUT_SIZE } from '../support/map-states.ts'
import { MATRIX_OTHER_TIME, MATRIX_STATES, matrixInput } from '../support/matrix-states.ts'
import { DOT_STATES, modelInput, STEP_STATES } from '../support/model-states.ts'
import { RIBBON_DATASET, RIBBON_STATES } from '../support/ribbon-states.ts'
import { SLOPE_BASE, SLOPE_NOW, slopeInput } from '../support/slope-states.ts'

/** What a reader has to tell apart. A figure of two states at once proves nothing about either. */
type State = (typeof STATES)[number]
const STATES = [
  ...['exact', 'zero', 'at_least', 'at_most', 'about', 'part', 'some_days'],
  ...['unsure', 'doubtful', 'words', 'withheld', 'alone'],
] as const

function stateOf(figure: Figure, isAlone: (figure: Figure) => boolean): string | null {
  const { low, high, approx, scope, days, daysOf, provisional, estimated, needsVerification, state, value } = figure
  const states = [
    ...(state === 'suppressed' || state === 'not_applicable' ? ['withheld'] : value === null ? ['words'] : []),
    ...(needsVerification ? ['doubtful'] : []),
    ...(scope === '' ? [] : ['part']),
    ...(days !== null && daysOf !== null && days < daysOf ? ['some_days'] : []),
    ...(provisional || estimated ? ['unsure'] : []),
    ...(low ? ['at_least'] : approx ? ['about'] : high ? ['at_most'] : []),
    ...(value === 0 ? ['zero'] : []),
  ]
  if (states.length > 1) return null
  return states[0] ?? (isAlone(figure) ? 'alone' : 'exact')
}

interface Scene {
  readonly name: string
  readonly chart: ChartType
  readonly input: (look: Look) => PictureInput
  /** The states that this chart has marks for: they are told apart without reading a word. */
  readonly byMark: readonly (readonly State[])[]
  /** Whether a figure without ink, which stands in words only, is told apart by its words. */
  readonly wordsOnly?: true
  /** What a narrow picture has no room to say of every figure: its tip and the table do. */
  readonly unlabelled?: readonly string[]
  /** What its place says: zero stands on the line of zero. */
  readonly byPlace?: readonly string[]
  /** The others that are in the picture: their words tell them apart. */
  readonly byWords: readonly State[]
}

type Look = Partial<PictureInput> & { readonly width: number; readonly dark: boolean }

const LOOKS = [
  { width: 1100, dark: false },
  { width: 1100, dark: true },
  { width: 324, dark: false },
  { width: 324, dark: true },
] as const

let provinces: Dataset
beforeAll(async () => {
  provinces = await mapDataset()
})

const SCENES: readonly Scene[] = [
  {
    ...{ name: 'dots', chart: dots, input: (look) => dotsInput('yoy', look) },
    byMark: [['exact', 'zero'], ['at_least'], ['unsure']],
    byWords: ['about'],
  },
  {
    ...{ name: 'lines', chart: line, input: (look) => lineInput(LINE_STATES, { words: wordsOf('vi'), ...look }) },
    byMark: [['exact', 'zero'], ['at_least'], ['at_most'], ['about'], ['some_days'], ['unsure'], ['doubtful']],
    byWords: [],
    byPlace: ['zero'],
  },
  {
    ...{ name: 'amounts on a map', chart: map, input: (look) => inputOf([...AMOUNTS, ...WITHOUT_SIZE], look, provinces) },
    byMark: [['exact'], ['at_least'], ['about'], ['zero'], ['part'], ['doubtful'], ['words'], ['withheld'], ['alone']],
    byWords: [],
    unlabelled: ['about', 'unsure'],
  },
  {
    name: 'a matrix',
    chart: matrix,
    input: (look) => matrixInput(MATRIX_STATES, look, MATRIX_OTHER_TIME),
    byMark: [['exact'], ['at_least'], ['about'], ['zero'], ['part'], ['doubtful']],
    byWords: ['unsure', 'words', 'withheld'],
  },
  {
    ...{ name: 'ribbons', chart: ribbon, input: (look) => inputOf(RIBBON_STATES, look, RIBBON_DATASET) },
    byMark: [['exact'], ['zero'], ['part'], ['doubtful']],
    wordsOnly: true,
    byWords: ['words'],
  },
  {
    ...{ name: 'two times', chart: slope, input: (look) => slopeInput(SLOPE_NOW, SLOPE_BASE, look) },
    byMark: [['exact'], ['about'], ['unsure']],
    byWords: ['at_least'],
  },
]

describe.each(SCENES)(
  'in grey print: $name',
  ({ chart, input, byMark, byWords, wordsOnly = false, unlabelled = [], byPlace = [] }) => {
    test.each(LOOKS)('states keep apart, $width px, dark $dark', (look) => {
      const asked = input(look)
      const isSaid = (one: string) => !byPlace.includes(one) && (look.width > 500 || !unlabelled.includes(one))
      const drawn = statesOf(chart, asked)
      const isInked = (marks: readonly GreyMark[]) => !wordsOnly || marks.some(({ shape }) => shape !== 'text')
      const seen = new Map([...drawn].map(([state, all]) => [state, all.filter(isInked).map(withoutWords)]))
      for (const state of [...byMark.flat(), ...byWords]) expect(drawn.get(state) ?? [], state).not.toEqual([])
      byMark.forEach((some, at) => {
        for (const [one, other] of byMark.slice(at + 1).flatMap((others) => pairsOf(some, others))) {
          if (!isSaid(one) || !isSaid(other)) continue
          expect(alike(seen, one, other), `${one} and ${other}`).toEqual([])
        }
      })
      const read = new Map([...drawn].map(([state, all]) => [state, all.map((marks) => withoutNumbers(marks, asked))]))
      for (const [one, other] of pairsOf([...read.keys()], [...read.keys()]).filter(([a, b]) => a < b)) {
        if (!isSaid(one) || !isSaid(other)) continue
        expect(alike(read, one, other), `${one} and ${other}`).toEqual([])
      }
    })
  },
)

describe.each(LOOKS)('in grey print, $width px, dark $dark', (look) => {
  test.each([
    ['63', () => inputOf(SHARES, look, provinces)],
    ['34', () => inputOf(MERGED_SHARES, look, provinces)],
  ] as const)('neighbouring classes of a map of %s keep apart, and from land without a figure', (_, asked) => {
    const { land } = palette(look.dark)
    const regions = geoOf(asked()).regions.filter(({ silent, itemStyle }) => !silent && itemStyle)
    const { paper } = palette(look.dark)
    const fills = regions.map(({ itemStyle }) => itemStyle?.areaColor ?? '').filter((fill) => fill !== paper)
    const steps = [...new Set([land, ...fills])].map(lightness).sort((a, b) => (look.dark ? a - b : b - a))
    expect(steps.length).toBeGreaterThanOrEqual(5)
    expect(steps[0]).toBe(lightness(land))
    for (const [at, step] of steps.slice(1).entries()) {
      expect(Math.abs(step - (steps[at] as number))).toBeGreaterThanOrEqual(SEEN)
    }
  })

  test('neighbouring classes of a row of a matrix keep apart, and from paper', () => {
    const { paper } = palette(look.dark)
    const rows = new Map<string, Set<number>>()
    for (const [figure, marks] of marksOfFigures(matrix, matrixInput(MATRIX_STATES, look), paper)) {
      const row = [figure.indicator, ...figure.breakdownValues].join(' ')
      const fills = marks.filter(({ shape, edge }) => shape === 'rect' && edge === 'none').map(({ fill }) => fill as number)
      rows.set(row, new Set([...(rows.get(row) ?? [lightness(paper)]), ...fills]))
    }
    expect(Math.max(...[...rows.values()].map(({ size }) => size))).toBeGreaterThanOrEqual(5)
    for (const [row, fills] of rows) {
      const steps = [...fills].sort((a, b) => (look.dark ? a - b : b - a))
      for (const [at, step] of steps.slice(1).entries()) {
        expect(Math.abs(step - (steps[at] as number)), row).toBeGreaterThanOrEqual(SEEN)
      }
    }
  })

  test('dots that are counted look unlike in each state', () => {
    const colours = palette(look.dark)
    const { paper } = colours
    const marks = DOT_MARKS.map((mark) => [
      greyMark(circleAt(0, 0, 3.5, dotLook(mark, colours.other, colours)) as unknown as DrawnElement, paper),
    ])
    for (const [one, other] of pairsOf([...marks.entries()], [...marks.entries()]).filter(([[a], [b]]) => a < b)) {
      expect(looksUnlike(one[1], other[1]), `${DOT_MARKS[one[0]]} and ${DOT_MARKS[other[0]]}`).toBe(true)
    }
    const drawn = marksOfKinds(unitDots, modelInput(DOT_STATES, look))
    expect([...drawn].sort()).toEqual(expect.arrayContaining(['circle dashed', 'circle none', 'circle solid']))
  })

  test('squares of a step are full, half or empty, and seen on paper', () => {
    const { paper } = palette(look.dark)
    const squares = drawnElements(steps, modelInput(STEP_STATES, look)).filter(
      ({ type, invisible, shape }) => type === 'rect' && !invisible && shape?.height === 7,
    )
    const fills = (width: number) =>
      squares.flatMap(({ shape, style }) => (shape?.width === width && style.fill ? [style.fill] : []))
    const inked = [...fills(7), ...fills(3.5)].filter((fill) => typeof fill === 'string' && fill !== 'none')
    expect([fills(7).length, fills(3.5).length].every((n) => n > 0)).toBe(true)
    for (const fill of inked) expect(Math.abs(lightness(String(fill)) - lightness(paper))).toBeGreaterThanOrEqual(SEEN)
    expect(squares.filter(({ style }) => style.stroke && !(style.fill && style.fill !== 'none')).length).toBeGreaterThan(0)
  })

  test('a bar with an open end has an arrow, one that is about so long has its word', () => {
    const picture = bar.picture(inputOf(BAR_STATES, look))
    if (picture.kind !== 'canvas') throw new Error('no bars')
    const { series } = picture.option as { series: { markPoint: { symbol: string; data: { coord: [number, number] }[] } }[] }
    barPanels(picture).forEach(({ bars }, at) => {
      const open = bars.flatMap(({ figure, value }, index) => (figure?.low ? [[value, index]] : []))
      expect(series[at]?.markPoint.data.map(({ coord }) => coord)).toEqual(open)
      for (const { figure, text, label } of bars) {
        expect(text.includes('khoảng') || text.includes('gần')).toBe(figure?.approx)
        expect(/sơ bộ|ước/.test(`${text} ${label}`)).toBe(figure?.provisional || figure?.estimated)
      }
    })
    expect(series.flatMap(({ markPoint }) => markPoint.data)).toHaveLength(3)
  })
})

function statesOf(chart: ChartType, input: PictureInput): Map<string, GreyMark[][]> {
  const { groups } = input.answer.comparability
  const scaled = new Set(groups.filter(({ scale }) => scale.length > 1).flatMap(({ scale }) => scale))
  const isAlone = (figure: Figure) => chart === map && !scaled.has(figure)
  const drawn = new Map<string, GreyMark[][]>()
  for (const [figure, marks] of marksOfFigures(chart, input, palette(input.dark).paper)) {
    const state = stateOf(figure, isAlone)
    if (state !== null) drawn.set(state, [...(drawn.get(state) ?? []), marks])
  }
  return drawn
}

const DOT_MARKS: readonly DotMark[] = ['filled', 'hollow', 'unsure', 'doubtful']

/** Shapes with their edges. */
function marksOfKinds(chart: ChartType, input: PictureInput): Set<string> {
  const { paper } = palette(input.dark)
  const marks = drawnElements(chart, input)
    .filter(isMark)
    .map((element) => greyMark(element, paper))
  return new Set(marks.map(({ shape, edge }) => `${shape.split(' ')[0]} ${edge}`))
}

/** The figures of two states that look alike. */
function alike(drawn: ReadonlyMap<string, GreyMark[][]>, one: string, other: string) {
  return pairsOf(drawn.get(one) ?? [], drawn.get(other) ?? [])
    .filter(([a, b]) => !looksUnlike(a, b))
    .map(([a, b]) => [a.map(shortly), b.map(shortly)])
}

function pairsOf<One, Other>(some: readonly One[], others: readonly Other[]): [One, Other][] {
  return some.flatMap((one) => others.map((other): [One, Other] => [one, other]))
}

/** Of letters only their slant and the symbols among them; of the marks each kind once, in whatever size. */
function withoutWords(marks: readonly GreyMark[]): GreyMark[] {
  return each(marks.map((mark) => ({ ...mark, text: mark.text === '0' ? '0' : mark.text.replace(/[^›…]/g, '') })))
}

function withoutNumbers(marks: readonly GreyMark[], { dataset, language }: PictureInput): GreyMark[] {
  const names = [...dataset.territories.values()].map(({ name }) => name[language]).sort((a, b) => b.length - a.length)
  const plain = (text: string) =>
    names.reduce((rest, name) => rest.replaceAll(name, ''), text).replace(/\d[\d.,]*/g, (number) => (number === '0' ? '0' : '#'))
  return each(marks.map((mark) => ({ ...mark, text: plain(mark.text) })))
}

function each(marks: readonly GreyMark[]): GreyMark[] {
  const own = marks.map((mark) => {
    const isText = mark.shape === 'text'
    return { ...mark, shape: mark.shape.replace(/ [\d.]+/, ''), fill: isText ? null : mark.fill }
  })
  return [...new Map(own.map((mark) => [JSON.stringify(mark), mark])).values()]
}

function shortly({ shape, fill, stroke, edge, italic, text }: GreyMark): string {
  return [shape, text, fill?.toFixed(), stroke?.toFixed(), edge, italic ? 'italic' : ''].filter(Boolean).join(' ')
}
