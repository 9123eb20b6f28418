import { printFigure } from '../../locale/print-figure.ts'
import { type Graphic, hitArea, LINE, rectAt, textAt } from './graphics.ts'
import { type Palette, PICTURE_FONT, palette } from './palette.ts'
import type { PictureInput } from './picture-input.ts'
import type { Before, Step } from './steps-model.ts'
import { linesOf, textWidth } from './text-width.ts'

const GAP = 24
const LEAST_CARD = 250
const MOST_COLUMNS = 4
const HEAD = 34
const POINT = 12
const NUMBER = 24
const NUMBER_LINE = 34
const BAR = 6
const SQUARE = 7
const SQUARE_STEP = 9
const MOST_BESIDE = 4

/** The steps side by side, each under its own definition: no length is common to two of them. */
export function stepsOption(steps: readonly Step[], closing: readonly string[], input: PictureInput) {
  const { width, dark } = input
  const colours = palette(dark)
  const graphics: Graphic[] = []
  const most = Math.max(1, Math.min(MOST_COLUMNS, Math.floor((width + GAP) / (LEAST_CARD + GAP))))
  // Of five in rows of four one would stand alone.
  const columns = Math.ceil(steps.length / Math.ceil(steps.length / most))
  const each = (width - (columns - 1) * GAP) / columns
  let y = 2
  for (let first = 0; first < steps.length; first += columns) {
    const cards = steps
      .slice(first, first + columns)
      .map((step, at) => cardOf(step, first + at, at * (each + GAP), y, each, input))
    graphics.push(...cards.flatMap((card) => card.graphics))
    y = Math.max(...cards.map(({ bottom }) => bottom)) + GAP
  }
  const lines = closing.flatMap((text) => linesOf(text, Math.min(width, 900), 12))
  graphics.push(...lines.map((line, at) => textAt(0, y + (at + 0.5) * LINE, line, { colour: colours.muted })))
  const height = Math.ceil(y + lines.length * LINE + 4)
  return { option: { animation: false, textStyle: { fontFamily: PICTURE_FONT }, graphic: { elements: graphics } }, height }
}

function cardOf(step: Step, at: number, x: number, top: number, width: number, input: PictureInput) {
  const { dark, words } = input
  const { models, chart } = words
  const colours = palette(dark)
  const hue = colours.domain[step.domain] ?? colours.other
  const graphics: Graphic[] = [...headOf(step, x, top, width, hue, colours)]
  let y = top + HEAD + 6
  const write = (text: string, colour: string, name?: string) => {
    for (const line of linesOf(text, width, 12)) {
      graphics.push(textAt(x, y + LINE / 2, line, { colour }))
      if (name) graphics.push(hitArea(x, y, width, LINE, { name, tip: chart.grounds(text), z: 5 }))
      y += LINE
    }
  }
  if (step.figure && step.text) {
    const { figure, text } = step
    const isNarrow = textWidth(text.number, NUMBER, true) + 8 + textWidth(text.unit, 12) > width
    graphics.push(
      textAt(x, y + NUMBER_LINE / 2, text.number, {
        ...{ colour: colours.ink, size: isNarrow ? 18 : NUMBER, strong: true, italic: figure.approx },
      }),
      textAt(
        x + textWidth(text.number, isNarrow ? 18 : NUMBER, true) + 3,
        y + NUMBER_LINE / 2 + (isNarrow ? LINE : 4),
        isNarrow ? '' : text.unit,
        { colour: colours.muted },
      ),
      hitArea(x, y, width, NUMBER_LINE, { name: `${at}`, tip: chart.grounds(`${step.label}: ${text.full}`), z: 5 }),
    )
    y += NUMBER_LINE
    if (isNarrow) write(text.unit, colours.muted)
    for (const remark of text.remarks) write(remark, colours.muted)
    if (step.place) write(step.place, colours.ink)
    write(`${text.time}; ${step.isFlow ? models.stepFlow : models.stepStock}`, colours.muted)
    const squares = squaresOf(step, x, y + 6, width, hue, colours)
    graphics.push(...squares.graphics)
    y = squares.bottom
    write(models.stepPlaces(step.n, step.of), colours.muted)
    if (step.beside.length > 0) write(models.stepBeside(step.beside.length), colours.muted)
  } else {
    for (const [nth, { text }] of step.beside.slice(0, MOST_BESIDE).entries()) write(text, colours.ink, `${at}-b${nth}`)
    if (step.beside.length > MOST_BESIDE) write(models.stepBeside(step.beside.length - MOST_BESIDE), colours.muted)
    if (step.beside.length > 1) write(models.stepNoSum, colours.muted)
  }
  if (step.withheld > 0) write(models.stepWithheld(step.withheld), colours.muted)
  if (step.before) {
    y += 8
    if (step.before.share) {
      const value = Math.max(0, Math.min(100, step.before.share.value as number))
      const start = y
      graphics.push(
        rectAt(x, y, width, BAR, { fill: colours.land, line: colours.border }),
        rectAt(x, y, (width * value) / 100, BAR, { fill: hue }),
      )
      y += BAR + 4
      const [share = '', ...more] = shareLines(step.before, step.unit, input)
      write(share, colours.ink)
      for (const text of more) write(text, colours.muted)
      graphics.push(hitArea(x, start, width, y - start, { name: `${at}-share`, tip: chart.grounds(share), z: 5 }))
    } else for (const text of shareLines(step.before, step.unit, input)) write(text, colours.muted)
  }
  y += 8
  write(step.title, colours.ink)
  write(step.definition, colours.muted)
  return { graphics, bottom: y }
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

/** A square for each place: full for those in the number, empty for the others. */
function squaresOf({ n, of }: Step, x: number, y: number, width: number, hue: string, { border }: Palette) {
  const perRow = Math.max(1, Math.floor(width / SQUARE_STEP))
  const graphics = Array.from({ length: of }, (_, at) =>
    rectAt(x + (at % perRow) * SQUARE_STEP, y + Math.floor(at / perRow) * SQUARE_STEP, SQUARE, SQUARE, {
      ...(at < n ? { fill: hue } : { line: border }),
    }),
  )
  return { graphics, bottom: y + Math.ceil(of / perRow) * SQUARE_STEP + 2 }
}
