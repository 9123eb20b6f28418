import { printFigure } from '../../locale/print-figure.ts'
import type { Figure } from '../../model/figure.ts'
import { classIndex } from '../parts/classes.ts'
import { type Column, type ColumnPlace, circleAt, type Graphic, LINE, textAt } from '../parts/graphics.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { linesOf, textWidth } from '../parts/text-width.ts'
import { shownItems } from './map-marks.ts'
import type { MapMark, MapPanel } from './map-panels.ts'
import type { MapScale } from './map-scale.ts'
import { legendSymbol, swatch } from './map-symbols.ts'

/** Room of a sample before its words. */
const SAMPLE = 34

/** Only the marks that are on the map, and what stands behind a number on it or in its list. */
export function mapLegend(panel: MapPanel, scale: MapScale, place: ColumnPlace, input: PictureInput): Column {
  const { x, y, width } = place
  const { chart, figure: figureWords } = input.words
  const { colours } = scale
  const items = shownItems(panel)
  const graphics: Graphic[] = []
  let top = y
  const say = (text: string) => {
    for (const line of linesOf(text, width - SAMPLE, 12)) {
      graphics.push(textAt(x + SAMPLE, top + LINE / 2, line, { colour: colours.muted }))
      top += LINE
    }
  }
  if (items.some(({ mark }) => mark === 'sized')) {
    const size = panel.isRate ? classLegend(panel, scale, place, input) : circleLegend(panel, scale, place, input)
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
  if ([...panel.scale, ...panel.others].some(({ figure }) => figure.low && figure.value !== null)) {
    graphics.push(textAt(x + 12, top + LINE / 2, '›', { colour: colours.ink, align: 'center' }))
    say(chart.mapAtLeast)
  }
  return { graphics, bottom: top }
}

function classLegend(panel: MapPanel, scale: MapScale, { x, y }: ColumnPlace, input: PictureInput): Column {
  const { chart } = input.words
  const { bounds, colours } = scale
  const values = panel.scale.filter(({ mark }) => mark === 'sized').map(({ figure }) => figure.value as number)
  const used = bounds.slice(0, -1).flatMap((_, at) => (values.some((value) => classIndex(value, bounds) === at) ? [at] : []))
  const print = (value: number) => printed(value, panel, input)
  // Between which round numbers the one value of all of them lies says less than the value.
  const isOneValue = new Set(values).size === 1
  const graphics = used.flatMap((at, row) => {
    const [from, to] = [bounds[at] as number, bounds[at + 1] as number]
    const range = at === bounds.length - 2 ? chart.mapLastClass : chart.mapClass
    const text = isOneValue ? print(values[0] as number) : range(print(from), print(to))
    const middle = y + (row + 0.5) * LINE
    return [swatch(x + 12, middle, scale.fillOf(from), colours), textAt(x + SAMPLE, middle, text, { colour: colours.muted })]
  })
  return { graphics, bottom: y + used.length * LINE }
}

/** Two round numbers as circles of the same scale. */
function circleLegend(panel: MapPanel, scale: MapScale, { x, y, width }: ColumnPlace, input: PictureInput): Column {
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
  const lines = linesOf(input.words.chart.mapArea, width, 12)
  const caption = lines.map((line, at) => textAt(x, y + height + (at + 0.5) * LINE, line, { colour: colours.muted }))
  return { graphics: [...graphics, ...caption], bottom: y + height + lines.length * LINE + 4 }
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
