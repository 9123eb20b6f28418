import type { Words } from '../../locale/words.ts'
import { groupBy } from '../../model/rules/standing.ts'
import { endsOfList } from '../parts/ends-of-list.ts'
import { type Column, type ColumnPlace, type Graphic, hitArea, LINE, lineAt, textAt } from '../parts/graphics.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { placeArea } from '../parts/place-area.ts'
import { linesOf, textWidth } from '../parts/text-width.ts'
import { isItalic, numberOf } from './map-marks.ts'
import type { MapItem, MapPanel } from './map-panels.ts'
import type { MapScale } from './map-scale.ts'

export interface ListPlace extends ColumnPlace {
  /** How many places it may name, and the height of a line: more where fingers touch it. */
  readonly rows: number
  readonly row: number
}

const GAP = 14
/** Stays at the end of a line. */
const DOT = '\u00a0· '

/** Beside or below a map: the figures of its scale in order, then those outside it with what they are figures of. */
export function mapList(panel: MapPanel, scale: MapScale, place: ListPlace, input: PictureInput): Column {
  const list = scaleList(panel.scale, scale, place, input)
  const gap = panel.scale.length > 0 && panel.others.length > 0 ? GAP : 0
  const others = otherList(panel, scale, { ...place, y: list.bottom + gap }, input)
  return { graphics: [...list.graphics, ...others.graphics], bottom: others.bottom }
}

/** Highest first; where there are more than rows, the first, the focus and the last three. */
function scaleList(items: readonly MapItem[], scale: MapScale, place: ListPlace, input: PictureInput): Column {
  const { x, y, rows, row } = place
  const { colours, focus } = scale
  // A place is left for the focus, and one for what is left out.
  const kept = endsOfList(items, items.length <= rows ? rows : rows - 2, ({ key }) => key === focus)
  const graphics: Graphic[] = []
  let top = y
  for (const [at, item] of items.entries()) {
    const before = items[at - 1]
    if (kept.has(item)) {
      const remarks = item.text.remarks.length > 0 ? ` (${item.text.remarks.join('; ')})` : ''
      const drawn = rowOf(
        item,
        { lead: item.name + remarks, strong: item.key === focus, number: numberOf(item), details: '' },
        { ...place, y: top },
        scale,
        input.words,
      )
      graphics.push(...drawn.graphics)
      top = drawn.bottom
    } else if (!before || kept.has(before)) {
      const left = items.slice(at).findIndex((other) => kept.has(other))
      const more = linesOf(input.words.chart.mapMorePlaces(left), place.width, 12)
      graphics.push(...more.map((line, nth) => textAt(x, top + row / 2 + nth * LINE, line, { colour: colours.muted })))
      top += row + (more.length - 1) * LINE
    }
  }
  return { graphics, bottom: top }
}

/** Place by place; where a place has several, its name and what they have in common stand above them. */
function otherList({ scale: onScale, others }: MapPanel, scale: MapScale, place: ListPlace, input: PictureInput): Column {
  const { colours } = scale
  const graphics: Graphic[] = []
  let top = place.y
  if (others.length > 0 && onScale.length > 0) {
    graphics.push(textAt(place.x, top + LINE / 2, input.words.chart.mapOthers, { colour: colours.ink, strong: true }))
    top += LINE + 4
  }
  for (const items of groupBy(others, ({ key }) => key).values()) {
    // Beside a scale stand only figures of its own kind, which the heading has named.
    const details = (item: MapItem) => detailsOf(item, onScale.length === 0)
    const common = items.length > 1 ? inCommon(items.map(details)) : null
    if (common) {
      const head = headOf(items[0] as MapItem, common.join(DOT), { ...place, y: top }, scale, input.words)
      graphics.push(...head.graphics)
      top = head.bottom
    }
    for (const item of items) {
      const own = details(item).filter((detail) => !common?.includes(detail))
      const [lead = item.text.indicator, ...rest] = common ? own : [item.name, ...own]
      const number = [numberOf(item), item.text.unit].filter(Boolean).join(' ')
      const said = { lead, strong: false, number, details: rest.join(DOT) }
      const drawn = rowOf(item, said, { ...place, y: top }, scale, common ? null : input.words)
      graphics.push(...drawn.graphics)
      top = drawn.bottom
    }
    top += common ? GAP / 2 : 0
  }
  return { graphics, bottom: top }
}

/** The name of a place, and behind it what its figures have in common; below it where that takes more than the rest of the line. */
function headOf(
  { key, name }: MapItem,
  common: string,
  { x, y, width, row }: ListPlace,
  { colours }: MapScale,
  words: Words,
): Column {
  const nameWidth = textWidth(`${name}  `, 12, true)
  const isBehind = textWidth(common, 12) <= width - nameWidth
  const below = isBehind ? [] : linesOf(common, width, 12)
  const middle = y + row / 2
  return {
    graphics: [
      textAt(x, middle, name, { colour: colours.ink, strong: true }),
      ...(isBehind ? [textAt(x + nameWidth, middle, common, { colour: colours.muted })] : []),
      ...below.map((text, at) => textAt(x, middle + (at + 1) * LINE, text, { colour: colours.muted })),
      placeArea({ x, y, width: nameWidth, height: row }, key, name, words),
    ],
    bottom: y + row + below.length * LINE,
  }
}

interface RowText {
  readonly lead: string
  readonly strong: boolean
  readonly number: string
  readonly details: string
}

/** Words at the left, the number at the right, details below; all of it can be clicked. With `named` they begin with the place's name. */
function rowOf(
  item: MapItem,
  { lead, strong, number, details }: RowText,
  { x, y, width, row }: ListPlace,
  { colours }: MapScale,
  named: Words | null,
): Column {
  const numberWidth = textWidth(number, 13, true)
  // Words that take most of a line leave none for what they are about.
  const isBelow = numberWidth > width * 0.6
  const leads = linesOf(lead, isBelow ? width : width - numberWidth - 12, 12, strong)
  const below = details === '' ? [] : linesOf(details, width, 12)
  const heads = isBelow ? leads.length + 1 : leads.length
  const line = (at: number) => y + row / 2 + at * LINE
  const bottom = y + row + (heads - 1 + below.length) * LINE
  return {
    graphics: [
      ...leads.map((text, at) => textAt(x, line(at), text, { colour: colours.ink, strong })),
      textAt(x + width, line(isBelow ? leads.length : 0), number, {
        ...{ colour: colours.ink, size: 13, strong: item.figure.value !== null, align: 'right', italic: isItalic(item) },
      }),
      ...below.map((text, at) => textAt(x, line(heads + at), text, { colour: colours.muted })),
      hitArea(x, y, width, bottom - y, { name: item.id }),
      ...(named
        ? [placeArea({ x, y, width: textWidth(leads[0] ?? '', 12, strong), height: row }, item.key, item.name, named)]
        : []),
      lineAt(x, bottom, x + width, bottom, { line: colours.line, lineWidth: 0.75 }),
    ],
    bottom,
  }
}

function inCommon([first = [], ...others]: readonly (readonly string[])[]): string[] {
  return first.filter((detail) => others.every((details) => details.includes(detail)))
}

/** What a figure is of: kind, part of the place, time; then what has to be said of it. */
function detailsOf({ text }: MapItem, withKind: boolean): string[] {
  return [withKind ? text.kind : '', text.scope, text.time, ...text.remarks].filter(Boolean)
}
