import { type Graphic, hitArea, LINE, lineAt, textAt } from '../parts/graphics.ts'
import { mix } from '../parts/lightness.ts'
import { type Palette, palette } from '../parts/palette.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { placeArea } from '../parts/place-area.ts'
import { linesOf, textWidth } from '../parts/text-width.ts'
import { wholePicture } from '../parts/whole-picture.ts'
import {
  dayX,
  NAME_LINE,
  NAME_SIZE,
  REMARK_LINE,
  type RibbonColumns,
  type RibbonRow,
  ribbonColumns,
  ribbonRows,
} from './ribbon-layout.ts'
import { ribbonLegend } from './ribbon-legend.ts'
import { kindOf, ribbonMark } from './ribbon-marks.ts'
import type { RibbonPanel } from './ribbon-model.ts'
import { labelledTicks, type Tick, timeAxis } from './ribbon-time.ts'

const TITLE = 21
const KIND = 19
const GAP = 26
/** Room of a label on the axis beside its words. */
const LABEL_ROOM = 12
/** Farthest that two printings of the time stand apart, and nearest that two of its lines do. */
const LABELS_APART = 320
const LINES_APART = 32
/** Widest line of the closing text. */
const WIDEST = 900

/** Definition below definition, each with the common time below its rows; then how to read them, and who has no figure. */
export function ribbonOption(
  panels: readonly RibbonPanel[],
  focus: string | null,
  closing: readonly string[],
  input: PictureInput,
) {
  const { width, dark } = input
  const colours = palette(dark)
  const axis = timeAxis(panels.flatMap(({ items }) => items.flatMap(({ extent }) => extent ?? [])))
  const columns = ribbonColumns(panels, axis, width)
  const graphics: Graphic[] = []
  const drawn: RibbonRow[][] = []
  const lastTimed = panels.findLast(({ items }) => items.some(({ extent }) => extent !== null))
  let labelledAt = Number.NEGATIVE_INFINITY
  let top = 2
  for (const panel of panels) {
    const heading = headingOf(panel, top, input)
    const rows = ribbonRows(panel, columns, heading.bottom + 6)
    const end = rows.at(-1)
    const bottom = end ? end.y + end.height : heading.bottom
    const isTimed = rows.some(({ item }) => item.extent !== null)
    // The common time is printed again where the last one is far above.
    const isLabelled = isTimed && (panel === lastTimed || bottom - labelledAt > LABELS_APART)
    if (isTimed) graphics.push(...timeLines(rows, bottom, columns, isLabelled, input))
    if (isLabelled) labelledAt = bottom
    graphics.push(...heading.graphics, ...rows.flatMap((row) => rowGraphics(row, panel, focus, columns, input)))
    drawn.push(rows)
    top = bottom + (isLabelled ? LINE + 4 : 0) + (isTimed ? GAP : GAP - 10)
  }
  const hue = colours.domain[panels[0]?.domain ?? ''] ?? colours.other
  const legend = ribbonLegend(drawn, top - 4, hue, input)
  const after = legend.bottom + (legend.graphics.length > 0 ? 8 : 0)
  return wholePicture([...graphics, ...legend.graphics], { texts: closing, top: after, most: WIDEST }, input)
}

function headingOf({ indicator, kind, isSum }: RibbonPanel, y: number, { width, dark }: PictureInput) {
  const colours = palette(dark)
  const titles = indicator === '' ? [] : linesOf(indicator, width, 14, true)
  const kinds = kind === '' ? [] : linesOf(kind, width, isSum ? 12 : 13, !isSum)
  const below = y + titles.length * TITLE
  const graphics = [
    ...titles.map((line, at) => textAt(0, y + (at + 0.5) * TITLE, line, { colour: colours.ink, size: 14, strong: true })),
    ...kinds.map((line, at) =>
      textAt(0, below + (at + 0.5) * KIND, line, { colour: colours.muted, size: isSum ? 12 : 13, strong: !isSum }),
    ),
  ]
  return { graphics, bottom: below + kinds.length * KIND }
}

/** The lines of years or months behind the rows, and their labels below. On a narrow picture they stay clear of the names. */
function timeLines(
  rows: readonly RibbonRow[],
  bottom: number,
  columns: RibbonColumns,
  isLabelled: boolean,
  { words, dark }: PictureInput,
): Graphic[] {
  const { axis, axisX, axisWidth, isWide } = columns
  const colours = palette(dark)
  const first = rows[0]
  if (!axis || !first) return []
  const text = ({ year, month }: Tick) => (month === null ? String(year) : words.chart.ribbonMonth(month, year))
  const widest = Math.max(...axis.ticks.map((tick) => textWidth(text(tick), 12)))
  const labelled = labelledTicks(axis, axisWidth, widest + LABEL_ROOM)
  const marks = rows.flatMap(({ mark }) => mark ?? [])
  const bands = isWide
    ? [{ from: first.y, to: bottom }]
    : [...marks.map(({ y, size }) => ({ from: y - 3, to: y + size.height + 3 })), { from: bottom - 6, to: bottom }]
  const isRoomy = axisWidth / (axis.ticks.length - 1) >= LINES_APART
  const lines = (isRoomy ? axis.ticks : labelled).flatMap(({ day }) => {
    const x = dayX(day, columns)
    return bands.map(({ from, to }) => lineAt(x, from, x, to, { line: colours.line, lineWidth: 0.75 }))
  })
  const labels = (isLabelled ? labelled : []).flatMap((tick) => {
    const x = dayX(tick.day, columns)
    const isInside = x + 3 + textWidth(text(tick), 12) <= axisX + axisWidth
    return isInside ? [textAt(x + 3, bottom + 2 + LINE / 2, text(tick), { colour: colours.muted })] : []
  })
  return [...lines, lineAt(axisX, bottom, axisX + axisWidth, bottom, { line: colours.border, lineWidth: 1 }), ...labels]
}

function rowGraphics(
  row: RibbonRow,
  { domain }: RibbonPanel,
  focus: string | null,
  columns: RibbonColumns,
  { words, dark }: PictureInput,
): Graphic[] {
  const colours = palette(dark)
  const { item, name, mark } = row
  const hue = colours.domain[domain] ?? colours.other
  const { set, code } = item.figure.territory
  const isFocus = focus === `${set}:${code}`
  const ink = focus === null || isFocus ? hue : mix(colours.paper, hue, 0.4)
  const names = name.lines.map((line, at) =>
    textAt(0, name.y + (at + 0.5) * NAME_LINE, line, { colour: colours.ink, size: NAME_SIZE, strong: isFocus }),
  )
  const below = name.y + name.lines.length * NAME_LINE
  const remarks = name.remarks.map((line, at) => textAt(0, below + (at + 0.5) * REMARK_LINE, line, { colour: colours.muted }))
  const marks = mark ? ribbonMark(kindOf(item), mark, { ink, colours, name: item.id }) : []
  return [
    ...names,
    ...remarks,
    ...marks,
    ...labelGraphics(row, colours),
    hitArea(0, row.y, columns.width, row.height, { name: item.id }),
    placeArea(
      {
        x: 0,
        y: name.y,
        width: Math.max(...name.lines.map((line) => textWidth(line, NAME_SIZE, isFocus))),
        height: below - name.y,
      },
      `${set}:${code}`,
      item.name,
      words,
    ),
  ]
}

function labelGraphics({ item, label }: RibbonRow, colours: Palette): Graphic[] {
  const isNumber = item.figure.value !== null
  const isWords = item.figure.magnitudes.length > 0 && !isNumber
  let top = label.y
  return label.lines.map((line) => {
    const y = top + line.height / 2
    top += line.height
    const look = { align: label.align, rim: colours.paper, z: 30, name: item.id } as const
    if (!line.isNumber) return textAt(label.x, y, line.text, { ...look, colour: colours.muted })
    return textAt(label.x, y, line.text, {
      ...look,
      ...{ colour: isNumber || isWords ? colours.ink : colours.muted, size: NAME_SIZE, strong: isNumber, italic: isWords },
    })
  })
}
