import { printFigure } from '../../locale/print-figure.ts'
import type { Figure } from '../../model/figure.ts'
import { circleAt, type Graphic, hitArea, lineAt, textAt } from './graphics.ts'
import { classIndex } from './map-classes.ts'
import { isItalic, numberOf, shownItems, tipOf } from './map-marks.ts'
import type { MapMark, MapPanel } from './map-panels.ts'
import type { MapScale } from './map-scale.ts'
import { legendSymbol, swatch } from './map-symbols.ts'
import type { PictureInput } from './picture-input.ts'
import { linesOf, textWidth } from './text-width.ts'

/** Where a column of text stands, in pixels, and how many places its list may name. */
export interface ColumnPlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly rows: number
  /** Height of a line of the list: more where fingers touch it. */
  readonly row: number
}

export interface Column {
  readonly graphics: readonly Graphic[]
  /** Where the next thing below it may begin. */
  readonly bottom: number
}

/** Pixels of a line of 12 px. */
export const LINE = 18
/** Room of a sample before its words. */
const SAMPLE = 34
const GAP = 14
/** Stays at the end of a line. */
const DOT = '\u00a0· '

/** Beside or below a map: what its marks mean, its figures in order, and the figures outside its scale with what they are. */
export function mapColumn(panel: MapPanel, scale: MapScale, place: ColumnPlace, input: PictureInput): Column {
  const legend = legendOf(panel, scale, place, input)
  const list = listOf(panel, scale, { ...place, y: legend.bottom + GAP }, input)
  const others = othersOf(panel, scale, { ...place, y: list.bottom + (list.graphics.length > 0 ? GAP : 0) }, input)
  return { graphics: [...legend.graphics, ...list.graphics, ...others.graphics], bottom: others.bottom }
}

/** Only the marks that are on the map. */
function legendOf(panel: MapPanel, scale: MapScale, { x, y, width }: ColumnPlace, input: PictureInput): Column {
  const { chart, figure: figureWords } = input.words
  const { colours } = scale
  const items = shownItems(panel)
  const graphics: Graphic[] = []
  let top = y
  const say = (text: string, height = LINE) => {
    for (const line of linesOf(text, width - SAMPLE, 12)) {
      graphics.push(textAt(x + SAMPLE, top + height / 2, line, { colour: colours.muted }))
      top += height
    }
  }
  if (items.some(({ mark }) => mark === 'sized')) {
    const size = panel.isRate ? classLegend(panel, scale, { x, y }, input) : circleLegend(panel, scale, { x, y }, input)
    graphics.push(...size.graphics)
    top = size.bottom
  }
  const entries: readonly (readonly [MapMark, string])[] = [
    ['zero', figureWords.state.zero],
    ['alone', chart.mapAlone],
    ['doubtful', figureWords.needsVerification],
    ['part', figureWords.state.only_parts],
    ['words', figureWords.state.in_words],
    ['withheld', chart.mapWithheld],
  ]
  for (const [mark, text] of entries.filter(([mark]) => items.some((item) => item.mark === mark))) {
    graphics.push(...legendSymbol(x + 12, top + LINE / 2, mark, { ink: scale.hue, colours }))
    say(text)
  }
  if (items.some(({ figure }) => figure.low && figure.value !== null)) {
    graphics.push(textAt(x + 12, top + LINE / 2, '›', { colour: colours.ink, align: 'center' }))
    say(chart.mapAtLeast)
  }
  return { graphics, bottom: top }
}

function classLegend(panel: MapPanel, scale: MapScale, { x, y }: { x: number; y: number }, input: PictureInput): Column {
  const { chart } = input.words
  const { bounds, colours } = scale
  const values = panel.scale.filter(({ mark }) => mark === 'sized').map(({ figure }) => figure.value as number)
  const used = bounds.slice(0, -1).flatMap((_, at) => (values.some((value) => classIndex(value, bounds) === at) ? [at] : []))
  const print = (value: number) => printed(value, panel, input)
  const graphics = used.flatMap((at, row) => {
    const [from, to] = [bounds[at] as number, bounds[at + 1] as number]
    const text = at === bounds.length - 2 ? chart.mapLastClass(print(from), print(to)) : chart.mapClass(print(from), print(to))
    const middle = y + (row + 0.5) * LINE
    return [swatch(x + 12, middle, scale.fillOf(from), colours), textAt(x + SAMPLE, middle, text, { colour: colours.muted })]
  })
  return { graphics, bottom: y + used.length * LINE }
}

/** Two round numbers as circles of the same scale. */
function circleLegend(panel: MapPanel, scale: MapScale, { x, y }: { x: number; y: number }, input: PictureInput): Column {
  const { colours, hue, radiusOf, largest } = scale
  if (largest === 0) return { graphics: [], bottom: y }
  const top = roundBelow(largest)
  const samples = [top / 5, top].filter((value) => value >= 1)
  const height = Math.max(LINE, 2 * radiusOf(top) + 4)
  let left = x + 2
  const graphics = samples.flatMap((value) => {
    const radius = radiusOf(value)
    const text = printed(value, panel, input)
    const sample = circleAt(left + radius, y + height / 2, radius, { fill: hue, line: colours.paper, opacity: 0.85 })
    const label = textAt(left + 2 * radius + 6, y + height / 2, text, { colour: colours.ink })
    left += 2 * radius + textWidth(text, 12) + 24
    return [sample, label]
  })
  const caption = textAt(x, y + height + LINE / 2, input.words.chart.mapArea, { colour: colours.muted })
  return { graphics: [...graphics, caption], bottom: y + height + LINE + 4 }
}

/** The figures of the scale, highest first; where there are more than rows, the first, the focus and the last three. */
function listOf(
  { scale: items }: MapPanel,
  scale: MapScale,
  { x, y, width, rows, row }: ColumnPlace,
  input: PictureInput,
): Column {
  const { colours, focus } = scale
  const kept = new Set(items.length <= rows ? items : [...items.slice(0, rows - 5), ...items.slice(-3)])
  for (const item of items) if (item.key === focus) kept.add(item)
  const graphics: Graphic[] = []
  let top = y
  let skipped = 0
  const tell = () => {
    if (skipped === 0) return
    graphics.push(textAt(x, top + row / 2, input.words.chart.mapMorePlaces(skipped), { colour: colours.muted }))
    top += row
    skipped = 0
  }
  for (const item of items) {
    if (!kept.has(item)) {
      skipped += 1
      continue
    }
    tell()
    const number = numberOf(item)
    const name = [item.name, ...(item.text.remarks.length > 0 ? [`(${item.text.remarks.join('; ')})`] : [])].join(' ')
    const lines = linesOf(name, width - textWidth(number, 13, true) - 12, 12, item.key === focus)
    const height = row + (lines.length - 1) * LINE
    const strong = item.key === focus
    lines.forEach((line, at) => {
      graphics.push(textAt(x, top + row / 2 + at * LINE, line, { colour: colours.ink, strong }))
    })
    graphics.push(
      textAt(x + width, top + row / 2, number, {
        ...{ colour: colours.ink, size: 13, strong: true, align: 'right', italic: isItalic(item) },
      }),
      hitArea(x, top, width, height, { name: item.id, tip: tipOf(item) }),
      lineAt(x, top + height, x + width, top + height, { line: colours.line, lineWidth: 0.75 }),
    )
    top += height
  }
  return { graphics, bottom: top }
}

/** The figures outside the scale: number, and below it what it is a number of. */
function othersOf(panel: MapPanel, scale: MapScale, { x, y, width, row }: ColumnPlace, input: PictureInput): Column {
  const { colours } = scale
  const graphics: Graphic[] = []
  let top = y
  if (panel.others.length > 0 && panel.scale.length > 0) {
    graphics.push(textAt(x, top + LINE / 2, input.words.chart.mapOthers, { colour: colours.ink, strong: true }))
    top += LINE + 4
  }
  for (const item of panel.others) {
    const details = [item.text.kind, item.text.scope, item.text.time, ...item.text.remarks].filter(Boolean).join(DOT)
    const lines = details === '' ? [] : linesOf(details, width, 12)
    const number = numberOf(item).concat(item.text.unit === '' ? '' : ` ${item.text.unit}`)
    const isShort = textWidth(item.name, 12) + textWidth(number, 13, true) + 12 <= width
    const head = isShort ? row : row + LINE
    const height = head + lines.length * LINE + 6
    graphics.push(
      textAt(x, top + row / 2, item.name, { colour: colours.ink }),
      textAt(x + width, top + head - row / 2, number, {
        ...{ colour: colours.ink, size: 13, strong: item.figure.value !== null, align: 'right', italic: isItalic(item) },
      }),
      ...lines.map((line, at) => textAt(x, top + head + (at + 0.5) * LINE - 3, line, { colour: colours.muted })),
      hitArea(x, top, width, height, { name: item.id, tip: tipOf(item) }),
      lineAt(x, top + height, x + width, top + height, { line: colours.line, lineWidth: 0.75 }),
    )
    top += height
  }
  return { graphics, bottom: top }
}

/** A round number in the words of a panel's figures. */
function printed(value: number, { scale }: MapPanel, { dataset, words, language }: PictureInput): string {
  const first = scale[0]?.figure as Figure
  const plain = { ...first, value, low: false, high: false, approx: false, word: '', terms: [] }
  return printFigure(plain, dataset, words.figure, language).number
}

/** 5.000 of 8.968: the largest 1, 2 or 5 times a power of ten that is not above. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return Math.max(...[1, 2, 5].map((times) => times * power).filter((round) => round <= value), power)
}
