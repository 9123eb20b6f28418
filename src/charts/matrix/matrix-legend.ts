import { classColours } from '../parts/classes.ts'
import { type Column, type Graphic, LINE, rectAt, textAt } from '../parts/graphics.ts'
import { palette } from '../parts/palette.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { linesOf, textWidth } from '../parts/text-width.ts'
import { rowLook, type TileLook } from './matrix-look.ts'
import { type Matrix, type TileMark, tilesOf } from './matrix-model.ts'

/** Below a matrix: how its colours are to be read, and the marks that are on it. `withGaps`: whether cells without a figure are drawn. */
export function matrixLegend({ rows }: Matrix, withGaps: boolean, y: number, input: PictureInput): Column {
  const { words, width, dark } = input
  const colours = palette(dark)
  const tiles = rows.flatMap(tilesOf)
  const scaled = rows.filter(({ classes }) => classes > 0)
  const domains = [...new Set((scaled.length > 0 ? scaled : rows).map(({ domain }) => domain))]
  const domain = domains.length === 1 ? (domains[0] ?? '') : ''
  const look = rowLook({ domain, classes: 0 }, dark)
  const graphics: Graphic[] = []
  let top = y
  const say = (text: string, x = 0) => {
    for (const line of linesOf(text, Math.min(width, WIDEST) - x, 12)) {
      graphics.push(textAt(x, top + LINE / 2, line, { colour: colours.muted }))
      top += LINE
    }
  }
  if (scaled.length > 0) {
    const ramp = classColours(RAMP, colours.domain[domain] ?? colours.other, dark)
    graphics.push(...ramp.map((fill, at) => rectAt(at * SWATCH, top + 3, SWATCH, 12, { fill })))
    say(words.chart.matrixScale(dark), RAMP * SWATCH + 10)
    if (tiles.some(({ mark }) => mark === 'alone')) say(words.chart.matrixAlone)
  } else if (!tiles.some(({ isOnScale }) => isOnScale)) {
    say(words.chart.matrixNoScale)
  }
  const hasGaps =
    withGaps && rows.some(({ cells }) => cells.some((cell) => cell.tiles.length === 0 && cell.state === 'not_mentioned'))
  const isOn = (mark: TileMark) => tiles.some((tile) => tile.mark === mark)
  const entries: Entry[] = [
    ...(isOn('zero') ? [{ ...look.of('zero', null), sample: '0', text: words.figure.state.zero }] : []),
    ...(isOn('part') ? [{ ...look.of('part', null), sample: '', text: words.figure.state.only_parts }] : []),
    ...(isOn('doubtful') ? [{ ...look.of('doubtful', null), sample: '', text: words.figure.needsVerification }] : []),
    ...(tiles.some(({ figure }) => figure.low && figure.value !== null)
      ? [{ ink: colours.ink, shape: null, sample: '›', text: words.chart.mapAtLeast }]
      : []),
    ...(hasGaps
      ? [{ ink: colours.muted, shape: null, sample: words.chart.missing, text: words.figure.state.not_mentioned }]
      : []),
  ]
  let left = 0
  if (entries.length > 0) top += 4
  for (const { shape, ink, sample, text } of entries) {
    const needed = SAMPLE + textWidth(text, 12)
    if (left > 0 && left + needed > Math.min(width, WIDEST)) {
      left = 0
      top += LINE + 4
    }
    if (shape) graphics.push(rectAt(left + 1, top + 2, 20, 14, { ...shape, r: 3 }))
    if (sample) graphics.push(textAt(left + 11, top + LINE / 2, sample, { colour: ink, align: 'center' }))
    graphics.push(textAt(left + SAMPLE, top + LINE / 2, text, { colour: colours.muted }))
    left += needed + BETWEEN
  }
  return { graphics, bottom: entries.length > 0 ? top + LINE + 4 : top }
}

interface Entry extends Omit<TileLook, 'small'> {
  readonly sample: string
  readonly text: string
}

const WIDEST = 900
const RAMP = 5
const SWATCH = 14
const SAMPLE = 28
const BETWEEN = 20
