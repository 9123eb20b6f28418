import { type FigureText, printFigure } from '../../locale/print-figure.ts'
import type { Figure } from '../../model/figure.ts'
import { type Graphic, hitArea, rectAt, textAt } from '../parts/graphics.ts'
import { openEndAt } from '../parts/marks.ts'
import { type Palette, palette } from '../parts/palette.ts'
import { panelsInRows } from '../parts/panels-in-rows.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { placeArea, placeInFocus } from '../parts/place-area.ts'
import { type TextColumn, textColumn } from '../parts/text-column.ts'
import { textWidth } from '../parts/text-width.ts'
import { wholePicture } from '../parts/whole-picture.ts'
import type { Before, Step } from './steps-model.ts'

const GAP = 24
const LEAST_CARD = 250
const MOST_COLUMNS = 4
const HEAD = 34
const POINT = 12
const NUMBER = 24
const NUMBER_LINE = 34
const SMALL_NUMBER = 18
const BAR = 6
/** An end that is not sharp fades over so many pixels. */
const FADE = 8
const SQUARE = 7
const SQUARE_STEP = 9
const MOST_BESIDE = 4

/** The steps side by side, each under its own definition: no length is common to two of them. */
export function stepsOption(steps: readonly Step[], closing: readonly string[], input: PictureInput) {
  const most = Math.max(1, Math.min(MOST_COLUMNS, Math.floor((input.width + GAP) / (LEAST_CARD + GAP))))
  // Of five in rows of four one would stand alone.
  const columns = Math.ceil(steps.length / Math.ceil(steps.length / most))
  const rows = { columns, width: input.width, gutter: GAP, gap: GAP }
  const { drawn, bottom } = panelsInRows(steps, rows, (step, at, { x, y, width }) => cardOf(step, at, x, y, width, input))
  const graphics = drawn.flatMap((card) => card.graphics)
  return wholePicture(graphics, { texts: closing, top: bottom }, input)
}

function cardOf(step: Step, at: number, x: number, top: number, width: number, input: PictureInput) {
  const colours = palette(input.dark)
  const hue = colours.domain[step.domain] ?? colours.other
  const column = textColumn(x, top, width)
  const place = { at, x, width, hue, colours, column }
  column.put(headOf(step, x, top, width, hue, colours), HEAD + 6)
  if (step.figure && step.text) writeNumber(step, step.figure, step.text, place, input)
  else writeBeside(step, place, input)
  if (step.withheld > 0) column.write(input.words.models.stepWithheld(step.withheld), colours.muted)
  if (step.before) writeShare(step, step.before, place, input)
  column.put([], 8)
  column.write(step.title, colours.ink)
  if (step.definition.replace(/\.$/, '') !== step.title) column.write(step.definition, colours.muted)
  return { graphics: column.graphics, bottom: column.bottom() }
}

/** A card that is being written: where, and in which colours. */
interface CardPlace {
  readonly at: number
  readonly x: number
  readonly width: number
  readonly hue: string
  readonly colours: Palette
  readonly column: TextColumn
}

/** The number with what it is of: its time, how many of how many places, and what is not in it. */
function writeNumber(step: Step, figure: Figure, text: FigureText, place: CardPlace, input: PictureInput): void {
  const { at, x, width, colours, column } = place
  const { models, chart } = input.words
  const beside = (size: number) => textWidth(text.number, size, true) + 6
  const fits = (size: number) => beside(size) + textWidth(text.unit, 12) <= width
  const size = fits(NUMBER) ? NUMBER : SMALL_NUMBER
  const y = column.bottom()
  column.put(
    [
      textAt(x, y + NUMBER_LINE / 2, text.number, { colour: colours.ink, size, strong: true, italic: figure.approx }),
      ...(fits(size) ? [textAt(x + beside(size), y + NUMBER_LINE / 2 + 4, text.unit, { colour: colours.muted })] : []),
      hitArea(x, y, width, NUMBER_LINE, { name: `${at}`, tip: chart.grounds(`${step.label}: ${text.full}`), z: 5 }),
    ],
    NUMBER_LINE,
  )
  if (!fits(size)) column.write(text.unit, colours.muted)
  for (const remark of text.remarks) column.write(remark, colours.muted)
  if (step.place) column.write(step.place, colours.ink)
  column.write(`${text.time}; ${step.isFlow ? models.stepFlow : models.stepStock}`, colours.muted)
  if (step.of > 1) writeCoverage(step, place, input)
  if (step.beside.length > 0) column.write(models.stepBeside(step.beside.length), colours.muted)
}

function writeCoverage(step: Step, place: CardPlace, input: PictureInput): void {
  const { colours, column } = place
  const { words } = input
  const squares = squaresOf(step, place, column.bottom() + 6, input)
  column.put(squares.graphics, squares.height + 8)
  column.write(words.models.stepPlaces(step.n, step.of), colours.muted)
}

/** Numbers and words that have no sum, one by one. */
function writeBeside({ beside }: Step, { at, colours, column }: CardPlace, { words }: PictureInput): void {
  const { models, chart } = words
  for (const [nth, { text }] of beside.slice(0, MOST_BESIDE).entries()) {
    column.write(text, colours.ink, { name: `${at}-b${nth}`, tip: chart.grounds(text) })
  }
  if (beside.length > MOST_BESIDE) column.write(models.stepBeside(beside.length - MOST_BESIDE), colours.muted)
  if (beside.length > 1) column.write(models.stepNoSum, colours.muted)
}

/** A bar of 100 percent with the share in it, over whom it is; or why there is none. */
function writeShare(step: Step, before: Before, place: CardPlace, input: PictureInput): void {
  const { at, x, width, colours, column } = place
  const [first = '', ...more] = shareLines(before, step.unit, input)
  column.put([], 8)
  if (before.share === null) {
    column.write(first, colours.muted)
    return
  }
  const start = column.bottom()
  column.put(barOf(before.share, start, place), BAR + 4)
  column.write(first, colours.ink)
  for (const text of more) column.write(text, colours.muted)
  const tip = input.words.chart.grounds(first)
  column.put([hitArea(x, start, width, column.bottom() - start, { name: `${at}-share`, tip, z: 5 })], 0)
}

/** An open end where the share is bounded; where it is only about so much the end fades. */
function barOf({ value, low, high, approx }: Figure, y: number, { x, width, hue, colours }: CardPlace): Graphic[] {
  const end = (width * Math.max(0, Math.min(100, value as number))) / 100
  const sharp = approx ? Math.max(0, end - FADE) : end
  return [
    rectAt(x, y, width, BAR, { fill: colours.land, line: colours.border }),
    rectAt(x, y, sharp, BAR, { fill: hue }),
    ...(approx ? [rectAt(x + sharp, y, end - sharp, BAR, { fill: hue, opacity: 0.4 })] : []),
    ...(low || high ? [openEndAt(x + end + (low ? 5 : -5), y + BAR / 2, low ? 1 : -1, low ? hue : colours.paper)] : []),
  ]
}

/** What a step is of the one before, and over whom; or why it is not said. */
export function shareLines(
  { share, refused, label, text, unit, places }: Before,
  ownUnit: string,
  input: PictureInput,
): string[] {
  const { models } = input.words
  if (refused !== null) {
    const reason = refused === 'unit' ? models.stepUnits(ownUnit, unit) : models.stepReasons[refused]
    return [models.stepRefused(label, reason)]
  }
  const [now, before] = (share?.computed?.of ?? []).map(
    (one) => printFigure(one, input.dataset, input.words.figure, input.language).number,
  )
  return [models.stepShare(text, label), models.stepPairs(places.length, now ?? '', before ?? '')]
}

/** A band that points to the next step. */
function headOf({ nth, label }: Step, x: number, y: number, width: number, hue: string, { paper }: Palette): Graphic[] {
  const points = [
    [x, y],
    [x + width - POINT, y],
    [x + width, y + HEAD / 2],
    [x + width - POINT, y + HEAD],
    [x, y + HEAD],
  ]
  return [
    {
      type: 'polygon',
      shape: { points: points.map(([a = 0, b = 0]) => [Math.round(a * 100) / 100, b]) },
      style: { fill: hue },
      silent: true,
      z: 10,
      z2: 0,
    },
    textAt(x + 12, y + HEAD / 2, `${nth}  ${label}`, { colour: paper, size: 14, strong: true, z: 1 }),
  ]
}

/** A square for each place, where it stands in every step: full for those in the number, half for other figures, empty without any. */
function squaresOf({ places }: Step, { x, width, hue, colours }: CardPlace, y: number, input: PictureInput) {
  const focus = placeInFocus(input.view)
  const perRow = Math.max(1, Math.floor(width / SQUARE_STEP))
  const graphics = places.flatMap(({ key, has, name, state }, nth) => {
    const [left, top] = [x + (nth % perRow) * SQUARE_STEP, y + Math.floor(nth / perRow) * SQUARE_STEP]
    const full = has === 'number' ? [rectAt(left, top, SQUARE, SQUARE, { fill: hue })] : []
    const half = has === 'beside' ? [rectAt(left, top, SQUARE / 2, SQUARE, { fill: hue })] : []
    const rim = has === 'number' ? [] : [rectAt(left, top, SQUARE, SQUARE, { line: has === 'beside' ? hue : colours.border })]
    const box = { x: left - 1, y: top - 1, width: SQUARE_STEP, height: SQUARE_STEP }
    const ring = key === focus ? [rectAt(box.x, box.y, box.width, box.height, { line: colours.ink, lineWidth: 1.5, z: 2 })] : []
    return [...full, ...half, ...rim, ...ring, placeArea(box, key, name, input.words, `${name}: ${state}`)]
  })
  return { graphics, height: Math.ceil(places.length / perRow) * SQUARE_STEP }
}
