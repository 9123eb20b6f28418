import { printFigure } from '../../locale/print-figure.ts'
import { type Column, type ColumnPlace, type Graphic, LINE, textAt } from '../parts/graphics.ts'
import { palette } from '../parts/palette.ts'
import { panelsInRows } from '../parts/panels-in-rows.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { linesOf, textWidth } from '../parts/text-width.ts'
import { textTooltip, wholePicture } from '../parts/whole-picture.ts'
import { bucketText } from './line-buckets.ts'
import { areJoined, drawPanel } from './line-draw.ts'
import { lineLooks } from './line-look.ts'
import { dotAt, LINE_MARKS, type LineMark, marksOf } from './line-marks.ts'
import type { LinePanel } from './line-panels.ts'

/** From this width on two panels stand beside one another. */
const TWO_PANELS = 900
const GUTTER = 40
/** Widest line of the text below the panels. */
const WIDEST_TEXT = 900
/** Figures without a point that a panel names. */
const MOST_UNDRAWN = 4

/** The panels below one another, or two in a row where there is room, then the marks on screen and the closing lines. */
export function lineOption(panels: readonly LinePanel[], closing: readonly string[], input: PictureInput) {
  const { width } = input
  const looks = lineLooks(panels, input)
  const columns = panels.length > 1 && width >= TWO_PANELS ? 2 : 1
  const own = Math.floor((width - (columns - 1) * GUTTER) / columns)
  const rows = { columns, width: own * columns + (columns - 1) * GUTTER, gutter: GUTTER, gap: 22 }
  const { drawn, bottom } = panelsInRows(panels, rows, (panel, _, place) => {
    const plot = drawPanel(panel, looks, place, input)
    const rest = undrawnLines(panel, { ...place, y: plot.bottom + 6 }, input)
    return { graphics: [...plot.graphics, ...rest.graphics], bottom: rest.bottom }
  })
  const legend = legendOf(panels, { x: 0, y: bottom - 8, width: Math.min(width, WIDEST_TEXT) }, input)
  const graphics = [...drawn.flatMap((one) => one.graphics), ...legend.graphics]
  return wholePicture(graphics, { texts: closing, top: legend.bottom }, input, { tooltip: textTooltip(input) })
}

/** How many figures without a point a panel has beyond those that it names. */
export function unnamedUndrawn({ lines }: LinePanel): number {
  return Math.max(0, lines.flatMap(({ undrawn }) => undrawn).length - MOST_UNDRAWN)
}

/** The first of what has no point, in its words; each line opens its figure. */
function undrawnLines(panel: LinePanel, { x, y, width }: ColumnPlace, input: PictureInput): Column {
  const { series, dataset, words, language, dark } = input
  const { muted } = palette(dark)
  const all = panel.lines.flatMap(({ name, undrawn }) => undrawn.map((one) => ({ ...one, name })))
  let bottom = y
  const write = (text: string, name?: string): Graphic[] => {
    const lines = linesOf(text, width, 12)
    const top = bottom
    bottom += lines.length * LINE
    const touch = name === undefined ? {} : { name }
    return lines.map((line, at) => textAt(x, top + (at + 0.5) * LINE, line, { colour: muted, ...touch }))
  }
  const graphics = all.slice(0, MOST_UNDRAWN).flatMap(({ id, bucket, name, figure }, at) => {
    const of = series?.buckets[bucket]
    const time = of && series ? bucketText(of, series, words, language) : ''
    const { full, scope } = printFigure(figure, dataset, words.figure, language)
    const said = `${name}, ${time}: ${[full, scope].filter(Boolean).join(', ')}`
    return write(at === 0 ? words.chart.lineUndrawn(said) : said, id)
  })
  return { graphics, bottom }
}

/** The marks on screen, and what a broken line means where there is one. */
function legendOf(panels: readonly LinePanel[], { x, y, width }: ColumnPlace, { words, dark }: PictureInput): Column {
  const colours = palette(dark)
  const { chart, figure } = words
  const lines = panels.flatMap((panel) => panel.lines)
  const used = new Set(lines.flatMap(({ points }) => points.flatMap(marksOf)))
  const said: Readonly<Record<LineMark, string>> = {
    partial: chart.linePartial,
    unsure: chart.lineUnsure,
    doubtful: figure.needsVerification,
    at_least: chart.mapAtLeast,
    at_most: chart.lineAtMost,
    about: chart.lineAbout,
  }
  let [left, row] = [x, y]
  const graphics = LINE_MARKS.filter((mark) => used.has(mark)).flatMap((mark) => {
    const wide = SAMPLE + textWidth(said[mark], 12)
    if (left > x && left + wide > x + width) [left, row] = [x, row + LINE + 2]
    const at = left
    left += wide + APART
    const middle = row + LINE / 2
    const shift = mark === 'at_least' ? 4 : mark === 'at_most' ? -4 : 0
    return [
      ...dotAt(at + 7, middle + shift, [mark], { colour: colours.other, colours, z: 5 }),
      textAt(at + SAMPLE, middle, said[mark], { colour: colours.muted }),
    ]
  })
  const isBroken = lines.some(({ points }) => points.some((point, at) => at > 0 && !areJoined(points[at - 1], point)))
  const top = left > x ? row + LINE + 2 : row
  const note = isBroken ? linesOf(chart.lineGap, width, 12) : []
  const broken = note.map((text, at) => textAt(x, top + (at + 0.5) * LINE, text, { colour: colours.muted }))
  return { graphics: [...graphics, ...broken], bottom: top + note.length * LINE + 4 }
}

const SAMPLE = 22
const APART = 22
