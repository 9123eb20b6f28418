import type { Words } from '../../locale/words.ts'
import { territoryKey } from '../../model/territory.ts'
import { endsOfList } from '../parts/ends-of-list.ts'
import { type Column, circleAt, type Graphic, hitArea, LINE, lineAt, type ShapeLook, textAt } from '../parts/graphics.ts'
import { mix } from '../parts/lightness.ts'
import { type Palette, palette } from '../parts/palette.ts'
import { panelsInRows } from '../parts/panels-in-rows.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { placeArea } from '../parts/place-area.ts'
import { linesOf, textWidth } from '../parts/text-width.ts'
import { wholePicture } from '../parts/whole-picture.ts'
import type { DotPanel, DotRow } from './dots-model.ts'

const TITLE = 21
const WIDE = 560
const ROW = 26
const NARROW_ROW = 40
const GAP = 22
const DOT = 5
const LETTERS = 13
/** Height of what is pressed over a name. */
const NAME = 22
/** Narrower than this a long list is a long way for a thumb: its ends are drawn, the rest stands in the table. */
const PHONE = 480
const MOST_ON_PHONE = 8

/** Scale below scale: a row for each place with its number as a dot, and the number it is compared with as a ring. */
export function dotsOption(panels: readonly DotPanel[], closing: readonly string[], input: PictureInput) {
  const rows = { columns: 1, width: input.width, gutter: 0, gap: GAP }
  const { drawn, bottom } = panelsInRows(panels, rows, (panel, at, { y }) => panelAt(panel, at, y, input))
  const graphics = drawn.flatMap((one) => one.graphics)
  return wholePicture(graphics, { texts: closing, top: bottom - GAP + 12 }, input)
}

function panelAt(panel: DotPanel, at: number, top: number, input: PictureInput) {
  const { width, dark, words } = input
  const colours = palette(dark)
  const graphics: Graphic[] = []
  let y = top
  for (const line of linesOf(panel.title, width, 14, true)) {
    graphics.push(textAt(0, y + TITLE / 2, line, { colour: colours.ink, size: 14, strong: true }))
    y += TITLE
  }
  for (const line of linesOf(panel.sub, width, 12)) {
    graphics.push(textAt(0, y + LINE / 2, line, { colour: colours.muted }))
    y += LINE
  }
  y += 6
  const key = keyAt(y, panel, input)
  graphics.push(...key.graphics)
  y = key.bottom
  const place = columnsOf(panel, width)
  const kept = endsOfList(panel.rows, width < PHONE ? MOST_ON_PHONE : panel.rows.length, ({ isFocus }) => isFocus)
  for (const [index, row] of panel.rows.entries()) {
    const before = panel.rows[index - 1]
    if (kept.has(row)) {
      graphics.push(...rowAt(row, `${at}-${index}`, y, place, panel, colours, words))
      y += place.height
    } else if (!before || kept.has(before)) {
      const left = panel.rows.slice(index).findIndex((other) => kept.has(other))
      graphics.push(textAt(0, y + LINE / 2, words.chart.mapMorePlaces(left), { colour: colours.muted }))
      y += LINE + 8
    }
  }
  return { graphics, bottom: y }
}

/** What the dot and the rings are, above the rows: only those that are drawn, in as many lines as they need. */
function keyAt(y: number, panel: DotPanel, { answer, words, dark, width }: PictureInput): Column {
  const colours = palette(dark)
  const hue = colours.domain[panel.domain] ?? colours.other
  const hasGhosts = panel.rows.some(({ ghost }) => ghost !== null)
  const base = words.compare.keyBase[answer.compared?.kind ?? 'prev']
  const entries: (readonly [text: string, look: ShapeLook])[] = [
    ...(hasGhosts ? [[words.compare.keyNow, { fill: hue }] as const, [base, ghostLook(colours)] as const] : []),
    ...(panel.rows.some(isUnsure) ? [[words.chart.lineUnsure, unsureLook(hue, colours)] as const] : []),
  ]
  const graphics: Graphic[] = []
  let [x, line] = [0, y]
  for (const [text, look] of entries) {
    const room = 16 + textWidth(text, 12)
    if (x > 0 && x + room > width) [x, line] = [0, line + LINE]
    graphics.push(circleAt(x + 6, line + LINE / 2, DOT, look), textAt(x + 16, line + LINE / 2, text, { colour: colours.muted }))
    x += room + 20
  }
  return { graphics, bottom: entries.length > 0 ? line + LINE + 4 : y }
}

function isUnsure({ figure: { provisional, estimated } }: DotRow): boolean {
  return provisional || estimated
}

function ghostLook({ paper, muted }: Palette): ShapeLook {
  return { fill: paper, line: muted, lineWidth: 1.5 }
}

/** Round ends of dashes reach into the gaps, which have to be wider for it. */
function unsureLook(line: string, { paper }: Palette): ShapeLook {
  return { fill: paper, line, lineWidth: 2, dash: [2.2, 4] }
}

/** Where things stand in a row, from its top left corner. */
interface Columns {
  readonly width: number
  readonly height: number
  /** Middle of the line of the name and the number, of the dots, and of the change. */
  readonly words: number
  readonly dots: number
  readonly change: number
  readonly from: number
  readonly to: number
  readonly numberRight: number
  readonly changeLeft: number
}

/** All in one line where there is room; else the dots below the words; else the change between them. */
function columnsOf({ rows }: DotPanel, width: number): Columns {
  const widest = (text: (row: DotRow) => string, strong = false) =>
    Math.ceil(Math.max(0, ...rows.map((row) => textWidth(text(row), LETTERS, strong))))
  const name = widest((row) => row.name, true)
  const number = widest((row) => row.text, true)
  const change = widest((row) => row.change)
  const right = number + (change > 0 ? change + 16 : 0)
  const beside = { width, numberRight: width - right + number, changeLeft: width - change }
  if (width >= WIDE && width - name - right - 48 >= 160) {
    const middle = ROW / 2
    return { ...beside, height: ROW, words: middle, dots: middle, change: middle, from: name + 20, to: width - right - 24 }
  }
  // An open end of the highest or the lowest is drawn beside its dot.
  const narrow = { from: DOT + 9, to: width - DOT - 9, words: 11 }
  if (name + 12 + right <= width) return { ...beside, ...narrow, height: NARROW_ROW, dots: 29, change: 11 }
  return {
    ...{ ...narrow, width, numberRight: width, changeLeft: 0 },
    ...(change > 0
      ? { height: NARROW_ROW + LINE, change: 11 + LINE, dots: 29 + LINE }
      : { height: NARROW_ROW, change: 11, dots: 29 }),
  }
}

function rowAt(row: DotRow, id: string, y: number, place: Columns, panel: DotPanel, colours: Palette, said: Words): Graphic[] {
  const full = colours.domain[panel.domain] ?? colours.other
  const isPale = !row.isFocus && panel.rows.some(({ isFocus }) => isFocus)
  const hue = isPale ? mix(colours.paper, full, 0.4) : full
  const [words, dots] = [y + place.words, y + place.dots]
  const x = (value: number) => place.from + ((place.to - place.from) * Math.max(0, value)) / (panel.most || 1)
  const [at, ghost] = [x(row.value), row.ghost === null ? null : x(row.ghost)]
  const { low, high } = row.figure
  const tip = [row.name, row.text, row.change].filter(Boolean).join(' · ')
  const { changeLeft, width } = place
  const isBelow = place.change !== place.words
  return [
    lineAt(place.from, dots, place.to, dots, { line: colours.line, lineWidth: 1 }),
    textAt(0, words, row.name, { colour: colours.ink, size: LETTERS, strong: row.isFocus }),
    ...(ghost === null ? [] : [lineAt(ghost, dots, at, dots, { line: hue, lineWidth: 2, opacity: 0.5 })]),
    ...(ghost === null ? [] : [circleAt(ghost, dots, DOT, ghostLook(colours))]),
    circleAt(at, dots, DOT, isUnsure(row) ? unsureLook(hue, colours) : { fill: hue }),
    ...(low || high ? [chevron(at + (low ? 1 : -1) * (DOT + 4), dots, low ? 1 : -1, hue)] : []),
    textAt(place.numberRight, words, row.text, { colour: colours.ink, size: LETTERS, strong: true, align: 'right' }),
    ...(row.change === '' ? [] : [textAt(changeLeft, y + place.change, row.change, { colour: colours.muted, size: LETTERS })]),
    hitArea(0, y, row.changeFigure && !isBelow ? changeLeft - 8 : width, place.height, { name: id, tip, z: 5 }),
    ...(row.changeFigure
      ? [
          hitArea(
            Math.max(0, changeLeft - 6),
            isBelow ? y + place.change - LINE / 2 : y,
            width - Math.max(0, changeLeft - 6),
            isBelow ? LINE : place.height,
            {
              name: `${id}-c`,
              tip: said.chart.grounds(row.change),
              z: 6,
            },
          ),
        ]
      : []),
    placeArea(
      { x: 0, y: words - NAME / 2, width: textWidth(row.name, LETTERS, row.isFocus), height: NAME },
      territoryKey(row.figure.territory),
      row.name,
      said,
    ),
  ]
}

/** An open end: the truth lies on this side. */
function chevron(x: number, y: number, side: 1 | -1, line: string): Graphic {
  return {
    type: 'polyline',
    shape: {
      points: [
        [x - 3 * side, y - 4],
        [x + 1 * side, y],
        [x - 3 * side, y + 4],
      ],
    },
    style: { fill: 'none', stroke: line, lineWidth: 2 },
    silent: true,
    z: 10,
    z2: 1,
  }
}
