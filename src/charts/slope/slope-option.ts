import { territoryKey } from '../../model/territory.ts'
import { readTerritoryCode } from '../../model/territory-code.ts'
import { spread } from '../line/line-labels.ts'
import { ringOf } from '../line/line-marks.ts'
import { circleAt, type Graphic, hitArea, LINE, lineAt, textAt } from '../parts/graphics.ts'
import { palette } from '../parts/palette.ts'
import { panelsInRows } from '../parts/panels-in-rows.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { placeArea } from '../parts/place-area.ts'
import { linesOf, textWidth } from '../parts/text-width.ts'
import { wholePicture } from '../parts/whole-picture.ts'
import { numberOf, type SlopeLine, type SlopePanel } from './slope-model.ts'

const TITLE = 21
const GAP = 32
const DOT = 4
const LABEL = 18
/** A label is a target for a finger where a picture is narrow. */
const NARROW_LABEL = 34
const LETTER_LINE = 15
const LEAST_PLOT = 110
const LEAST_HEIGHT = 150
/** Room between a dot and its label, for the line that leads to a label that was pushed aside. */
const LEAD = 18
const LETTERS = 12
const TWO_COLUMNS = 960
const MOST_HUED = 8

/** Two columns of dots for each scale, joined by lines; labels stand apart, ties are one dot with several labels. */
export function slopeOption(panels: readonly SlopePanel[], closing: readonly string[], input: PictureInput) {
  const columns = input.width >= TWO_COLUMNS && panels.length > 1 ? 2 : 1
  const rows = { columns, width: input.width, gutter: GAP, gap: GAP }
  const { drawn, bottom } = panelsInRows(panels, rows, (panel, at, { x, y, width }) => panelAt(panel, at, x, y, width, input))
  const graphics = drawn.flatMap((one) => one.graphics)
  return wholePicture(graphics, { texts: closing, top: bottom - GAP + 12 }, input)
}

/** How a panel is laid out: beside each column its labels, in one line with the name on both sides where there is room. */
interface Layout {
  readonly isWide: boolean
  readonly step: number
  readonly texts: readonly Readonly<Record<Time, readonly string[]>>[]
  /** Widths of the labels. */
  readonly room: Readonly<Record<Time, number>>
}

type Time = 'base' | 'now'

function panelAt(panel: SlopePanel, nth: number, left: number, top: number, width: number, input: PictureInput) {
  const { words, dark, answer } = input
  const colours = palette(dark)
  const graphics: Graphic[] = []
  let y = top
  for (const line of linesOf(panel.title, width, 14, true)) {
    graphics.push(textAt(left, y + TITLE / 2, line, { colour: colours.ink, size: 14, strong: true }))
    y += TITLE
  }
  for (const line of linesOf(panel.sub, width, 12)) {
    graphics.push(textAt(left, y + LINE / 2, line, { colour: colours.muted }))
    y += LINE
  }
  y += 8
  const layout = layoutOf(panel, width)
  const { isWide, step, room } = layout
  const from = left + room.base + LEAD
  const to = left + width - room.now - LEAD
  const [before = '', after = ''] = words.slope.columns[answer.compared?.kind === 'prev' ? 'prev' : 'yoy']
  graphics.push(
    textAt(isWide ? from : left, y + LINE / 2, before, { colour: colours.muted, align: isWide ? 'right' : 'left' }),
    textAt(isWide ? to : left + width, y + LINE / 2, after, { colour: colours.muted, align: isWide ? 'left' : 'right' }),
  )
  y += LINE + 8
  const bottom = y + Math.max(LEAST_HEIGHT, panel.lines.length * step + 12)
  const scale = scaleOf(panel.lines, y + step / 2, bottom - step / 2)
  for (const x of [from, to]) graphics.push(lineAt(x, y, x, bottom, { line: colours.line }))
  const tops = (time: Time) =>
    spread(
      panel.lines.map((line) => ({ middle: scale(numberOf(line[time])), height: step })),
      y,
      bottom,
    )
  const sides = [
    { time: 'base', x: from, tops: tops('base') },
    { time: 'now', x: to, tops: tops('now') },
  ] as const
  for (const [index, line] of panel.lines.entries()) {
    const look = lookOf(line, panel, input)
    graphics.push(lineAt(from, scale(numberOf(line.base)), to, scale(numberOf(line.now)), look.line))
    for (const { time, x, tops: all } of sides) {
      const place = { x, dot: scale(numberOf(line[time])), middle: (all[index] as number) + step / 2 }
      graphics.push(
        ...endAt(line, time, `${nth}-${index}-${time}`, place, layout.texts[index]?.[time] ?? [], layout, look, input),
      )
    }
  }
  return { graphics, bottom }
}

function layoutOf({ lines }: SlopePanel, width: number): Layout {
  const layout = (isWide: boolean): Layout => {
    const texts = lines.map((line) => ({ base: baseLabel(line, isWide), now: nowLabel(line, isWide) }))
    const widest = (time: Time) =>
      Math.ceil(Math.max(...texts.flatMap((one) => one[time].map((text) => textWidth(text, LETTERS, true)))))
    return { isWide, step: isWide ? LABEL : NARROW_LABEL, texts, room: { base: widest('base'), now: widest('now') } }
  }
  const wide = layout(true)
  return width - wide.room.base - wide.room.now - 2 * LEAD >= LEAST_PLOT ? wide : layout(false)
}

interface Look {
  readonly colour: string
  readonly isStrong: boolean
  readonly line: Parameters<typeof lineAt>[4]
}

/** With a focus it alone has the hue of the domain; without one all have, as long as they are few. */
function lookOf(line: SlopeLine, { lines, domain }: SlopePanel, { view, dark }: PictureInput): Look {
  const colours = palette(dark)
  const focus = view.focus === null ? null : readTerritoryCode(view.focus, view.units)
  const key = focus && territoryKey(focus)
  const hasFocus = lines.some((one) => one.key === key)
  const isFull = hasFocus ? line.key === key : lines.length <= MOST_HUED
  const colour = isFull ? (colours.domain[domain] ?? colours.other) : colours.muted
  const width = isFull ? { lineWidth: 2, z: 2 } : { lineWidth: 1.25, opacity: 0.7, z: 1 }
  return { colour, isStrong: hasFocus && isFull, line: { line: colour, ...width } }
}

interface EndPlace {
  readonly x: number
  /** Heights of the dot and of the middle of its label, which may have been pushed aside. */
  readonly dot: number
  readonly middle: number
}

function endAt(
  line: SlopeLine,
  time: Time,
  name: string,
  { x, dot, middle }: EndPlace,
  texts: readonly string[],
  { room, step, isWide }: Layout,
  { colour, isStrong }: Look,
  { dark, words }: PictureInput,
): Graphic[] {
  const colours = palette(dark)
  const figure = line[time]
  const side = time === 'base' ? -1 : 1
  const label = x + side * LEAD
  const ring = figure.provisional || figure.estimated ? ringOf(['unsure']) : null
  const first = middle - ((texts.length - 1) * LETTER_LINE) / 2
  // In one line with its number, or on the line below the newer one.
  const isNamed = isWide || time === 'now'
  const nameWidth = textWidth(line.name, LETTERS, isStrong)
  const before = textWidth(time === 'base' ? (texts[0] ?? '') : `${line.nowText} `, LETTERS, isStrong)
  const named = time === 'base' ? label - before : isWide ? label + before : label
  const nameLine = isWide ? first : first + LETTER_LINE
  return [
    ...(Math.abs(middle - dot) > 1
      ? [lineAt(x + side * (DOT + 1), dot, label - side * 3, middle, { line: colours.border, z: 1 })]
      : []),
    circleAt(x, dot, DOT, ring ? { ...ring, fill: colours.paper, line: colour, z: 5 } : { fill: colour, z: 4 }),
    ...texts.map((text, at) =>
      textAt(label, first + at * LETTER_LINE, text, {
        colour: at === 0 ? colours.ink : colours.muted,
        size: LETTERS,
        strong: isStrong,
        italic: figure.approx,
        align: side < 0 ? 'right' : 'left',
        z: 3,
      }),
    ),
    hitArea(side < 0 ? label - room.base : x - DOT, middle - step / 2, room[time] + LEAD + DOT, step, {
      name,
      tip: words.chart.grounds(`${line.name} ${time === 'base' ? line.baseText : line.nowText}`),
      z: 6,
    }),
    ...(isNamed
      ? [
          placeArea(
            { x: named, y: nameLine - LETTER_LINE / 2, width: nameWidth, height: LETTER_LINE },
            line.key,
            line.name,
            words,
          ),
        ]
      : []),
  ]
}

/** From zero, so that a line is as steep as its change is large beside its number; below zero where a number is. */
function scaleOf(lines: readonly SlopeLine[], top: number, bottom: number): (value: number) => number {
  const values = lines.flatMap(({ base, now }) => [numberOf(base), numberOf(now)])
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  return (value) => (most === least ? bottom : bottom - ((value - least) / (most - least)) * (bottom - top))
}

/** On a narrow picture the name stands only beside the newer number, below it. */
function baseLabel({ name, baseText }: SlopeLine, isWide: boolean): readonly string[] {
  return [isWide ? `${name} ${baseText}` : baseText]
}

function nowLabel({ name, nowText, changeText }: SlopeLine, isWide: boolean): readonly string[] {
  if (!isWide) return [nowText, name]
  return [changeText ? `${nowText} ${name} (${changeText})` : `${nowText} ${name}`]
}
