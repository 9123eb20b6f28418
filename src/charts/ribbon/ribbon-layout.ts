import { linesOf, textWidth } from '../parts/text-width.ts'
import { numberOf, type RibbonItem, type RibbonPanel, remarksOf } from './ribbon-model.ts'
import { type RibbonHeight, ribbonHeights } from './ribbon-scale.ts'
import type { TimeAxis } from './ribbon-time.ts'

/** The columns of a picture: names, figures without a time, time. On a narrow one names and figures stand above their time. */
export interface RibbonColumns {
  readonly width: number
  readonly isWide: boolean
  readonly nameWidth: number
  readonly laneX: number
  readonly laneWidth: number
  /** Null where no figure has a time. */
  readonly axis: TimeAxis | null
  readonly axisX: number
  readonly axisWidth: number
}

export interface TextLine {
  readonly text: string
  readonly height: number
  /** A printed number, or a remark. */
  readonly isNumber: boolean
}

/** A row on the canvas; all in pixels. */
export interface RibbonRow {
  readonly item: RibbonItem
  readonly y: number
  readonly height: number
  readonly name: { readonly y: number; readonly lines: readonly string[]; readonly remarks: readonly string[] }
  readonly label: {
    readonly x: number
    readonly y: number
    readonly align: 'left' | 'right'
    readonly lines: readonly TextLine[]
  }
  /** Null in the lane and for words, which have no ink. */
  readonly mark: { readonly x: number; readonly y: number; readonly width: number; readonly size: RibbonHeight } | null
}

export const NAME_LINE = 18
export const REMARK_LINE = 16
export const NAME_SIZE = 13
/** From this width on names stand beside the time and not above it. */
const WIDE = 640
const NAME_COLUMN = 176
const LANE_COLUMN = 208
const COLUMN_GAP = 20
const ROW_GAP = 16
/** Between a mark and its label. */
const APART = 8
/** Narrowest ribbon; length of the line of an unknown length; heights of the marks that have no size. */
const NARROWEST = 2
const OPEN_LENGTH = 44
const ZERO_HEIGHT = 6
const BRACKET_HEIGHT = 10
const TICK_HEIGHT = 18
const HALF_TICK = 1.5

export function ribbonColumns(panels: readonly RibbonPanel[], axis: TimeAxis | null, width: number): RibbonColumns {
  const isWide = width >= WIDE
  const lane = panels.flatMap(({ items }) => items.filter(({ mark }) => mark === 'lane'))
  const nameWidth = isWide ? NAME_COLUMN : width
  const laneX = isWide ? nameWidth + COLUMN_GAP : 0
  if (!isWide) return { width, isWide, nameWidth, laneX, laneWidth: width, axis, axisX: 0, axisWidth: width }
  const wished = Math.max(...lane.map((item) => labelSize(labelLines(item, LANE_COLUMN)).width), 0)
  const laneWidth = axis ? Math.ceil(wished) : width - laneX
  const axisX = lane.length > 0 && axis ? laneX + laneWidth + COLUMN_GAP : laneX
  return { width, isWide, nameWidth, laneX, laneWidth, axis, axisX, axisWidth: width - axisX }
}

/** The rows of a panel below one another from `top` on. */
export function ribbonRows(panel: RibbonPanel, columns: RibbonColumns, top: number): RibbonRow[] {
  const sizes = sizesOf(panel.items, columns)
  const rows: RibbonRow[] = []
  let y = top
  for (const item of panel.items) {
    const row = rowAt(item, sizes.get(item) ?? null, columns, y)
    rows.push(row)
    y += row.height
  }
  return rows
}

/** Pixels from the left of the picture. */
export function dayX(day: number, { axis, axisX, axisWidth }: RibbonColumns): number {
  return axis ? axisX + ((day - axis.from) / (axis.to - axis.from)) * axisWidth : axisX
}

interface MarkSize extends RibbonHeight {
  readonly x: number
  readonly width: number
}

/** Where the marks of a panel begin, how wide and how high they are. What has no ink is of no height. */
function sizesOf(items: readonly RibbonItem[], columns: RibbonColumns): Map<RibbonItem, MarkSize> {
  const spans = new Map(items.flatMap((item) => (item.extent ? [[item, spanOf(item, columns)] as const] : [])))
  const ribbons = items.filter(({ mark }) => mark === 'ribbon')
  const heights = ribbonHeights(
    ribbons.map((item) => ({ value: item.figure.value as number, width: spans.get(item)?.width as number })),
  )
  const heightOf = (item: RibbonItem): RibbonHeight => {
    const sized = heights[ribbons.indexOf(item)]
    if (sized) return sized
    const height = { zero: ZERO_HEIGHT, bracket: BRACKET_HEIGHT, tick: TICK_HEIGHT, words: 0, lane: 0, ribbon: 0 }[item.mark]
    return { height, isLine: false }
  }
  return new Map([...spans].map(([item, span]) => [item, { ...span, ...heightOf(item) }]))
}

/** The stretch of the axis that a figure takes. Words stand at the last bound that is known. */
function spanOf({ extent, mark }: RibbonItem, columns: RibbonColumns): { readonly x: number; readonly width: number } {
  const { axisX, axisWidth } = columns
  if (!extent) return { x: axisX, width: 0 }
  if (extent.kind === 'span') {
    const [from, to] = [dayX(extent.from, columns), dayX(extent.to, columns)]
    if (mark === 'words') return { x: to, width: 0 }
    const width = Math.max(NARROWEST, to - from)
    return { x: Math.min(from, axisX + axisWidth - width), width }
  }
  const at = dayX(extent.at, columns)
  // Half of a tick must not fall off the picture.
  if (extent.kind === 'day' || mark === 'words') return { x: Math.min(at, axisX + axisWidth - HALF_TICK), width: 0 }
  if (extent.side === 'after') return { x: at, width: Math.min(OPEN_LENGTH, axisX + axisWidth - at) }
  const width = Math.min(OPEN_LENGTH, at - axisX)
  return { x: at - width, width }
}

function rowAt(item: RibbonItem, size: MarkSize | null, columns: RibbonColumns, y: number): RibbonRow {
  const { isWide, nameWidth } = columns
  const lines = linesOf(item.name, nameWidth, NAME_SIZE)
  const remarks = remarksOf(item).flatMap((remark) => linesOf(remark, nameWidth, 12))
  const nameHeight = lines.length * NAME_LINE + remarks.length * REMARK_LINE
  const place = placeLabel(item, size, columns)
  const label = labelSize(place.lines)
  const markHeight = size?.height ?? 0
  const content = place.isAbove ? label.height + 3 + markHeight : Math.max(label.height, markHeight)
  const body = isWide ? Math.max(nameHeight, content) : nameHeight + 2 + content
  const middle = y + body / 2
  const top = isWide ? middle - content / 2 : y + nameHeight + 2
  const markY = place.isAbove ? top + label.height + 3 : top + (content - markHeight) / 2
  return {
    item,
    y,
    height: body + ROW_GAP,
    name: { y: isWide ? middle - nameHeight / 2 : y, lines, remarks },
    label: {
      x: place.x,
      y: place.isAbove ? top : top + (content - label.height) / 2,
      align: place.align,
      lines: place.lines,
    },
    mark: size && markHeight > 0 ? { x: size.x, y: markY, width: size.width, size } : null,
  }
}

interface LabelPlace {
  readonly x: number
  readonly align: 'left' | 'right'
  readonly isAbove: boolean
  readonly lines: readonly TextLine[]
}

/** At the end of the mark, else at its beginning, else above it; in the lane where there is none. */
function placeLabel(item: RibbonItem, size: MarkSize | null, columns: RibbonColumns): LabelPlace {
  const { axisX, axisWidth, laneX, laneWidth } = columns
  if (!size) return { x: laneX, align: 'left', isAbove: false, lines: labelLines(item, laneWidth) }
  const lines = labelLines(item, axisWidth)
  const { width } = labelSize(lines)
  const [begin, end] = [size.x - APART, size.x + size.width + APART]
  const right = axisX + axisWidth
  if (end + width <= right) return { x: end, align: 'left', isAbove: false, lines }
  if (begin - width >= axisX) return { x: begin, align: 'right', isAbove: false, lines }
  return { x: Math.max(axisX, Math.min(size.x, right - width)), align: 'left', isAbove: item.mark !== 'words', lines }
}

/** The number, then its time: the axis shows years, the report may mean days. */
function labelLines(item: RibbonItem, width: number): TextLine[] {
  const numbers = linesOf(numberOf(item), width, NAME_SIZE, item.figure.value !== null)
  const times = linesOf(item.text.time, width, 12)
  return [
    ...numbers.map((text) => ({ text, height: NAME_LINE, isNumber: true })),
    ...times.map((text) => ({ text, height: REMARK_LINE, isNumber: false })),
  ]
}

function labelSize(lines: readonly TextLine[]): { readonly width: number; readonly height: number } {
  const widths = lines.map(({ text, isNumber }) => textWidth(text, isNumber ? NAME_SIZE : 12, isNumber))
  return { width: Math.max(...widths), height: lines.reduce((sum, { height }) => sum + height, 0) }
}
