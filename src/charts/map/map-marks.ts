import type { TerritoryKey } from '../../model/territory.ts'
import { circleAt, type Graphic, lineAt, rectAt, textAt } from '../parts/graphics.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { placeArea } from '../parts/place-area.ts'
import { textWidth } from '../parts/text-width.ts'
import { type Box, type LabelWish, type PlacedLabel, placeLabels } from './map-labels.ts'
import type { MapItem, MapMark, MapPanel } from './map-panels.ts'
import { INSETS, placeOf } from './map-places.ts'
import { type MapBox, type MapScale, onCanvas } from './map-scale.ts'
import { SYMBOL_RADIUS, symbolAt } from './map-symbols.ts'

/** From here on only the focus and the extremes have labels. */
const MANY = 8
const LABEL_LINE = 15
const SIZE = 12
/** What a label leaves free of a place that is filled. */
const FILL_RADIUS = 7

/** Everything above the land: frames and names of the archipelagos, circles and other marks, labels. */
export function mapMarks(panel: MapPanel, scale: MapScale, box: MapBox, input: PictureInput): Graphic[] {
  const insets = insetFrames(panel, scale, box, input)
  const items = shownItems(panel).flatMap((item) => {
    const place = placeOf(item.figure.territory, input.dataset.territories)
    return place ? [{ item, ...onCanvas(place, box), radius: radiusOf(item, panel, scale) }] : []
  })
  const labelled = items.flatMap((one) => {
    const isNamed = items.length < MANY || one.item.key === scale.focus || isExtreme(one.item, panel)
    const lines = labelLines(one.item, panel, isNamed)
    return lines.length > 0 ? [{ ...one, lines, wish: wishOf(one, lines, isNamed || isItsMark(one.item)) }] : []
  })
  // Words that are a mark stand on their place before other labels look for theirs.
  const rank = ({ item, wish }: (typeof labelled)[number]) => (isItsMark(item) ? 0 : wish.needed ? 1 : 2)
  const order = [...labelled].sort((a, b) => rank(a) - rank(b))
  const placed = placeLabels(
    order.map(({ wish }) => wish),
    // A fill may be written on, next to the label of its own place.
    items.filter(({ item }) => !(panel.isRate && item.mark === 'sized')),
    insets.boxes,
    box,
  )
  return [
    ...insets.graphics,
    ...items.flatMap(({ item, x, y, radius }) => markAt(item, x, y, radius, panel, scale)),
    ...order.flatMap((one, at) => labelAt(one, placed[at] ?? null, scale, input)),
  ]
}

/** One figure for each place: that of the scale, else the one of which most can be said. */
export function shownItems({ scale, others }: MapPanel): MapItem[] {
  const shown = new Map<TerritoryKey, MapItem>()
  const byWorth = MARKS.flatMap((mark) => others.filter((item) => item.mark === mark))
  for (const item of [...scale, ...byWorth]) if (!shown.has(item.key)) shown.set(item.key, item)
  return [...shown.values()]
}

/** From the most to the least that can be said. */
const MARKS: readonly MapMark[] = ['sized', 'alone', 'zero', 'doubtful', 'part', 'words', 'withheld']

/** What a mark says when the pointer rests on it. */
export function tipOf({ name, text }: MapItem): string {
  return [`${name}: ${text.full}`, [text.kind, text.scope, text.time].filter(Boolean).join(' · '), text.remarks.join('; ')]
    .filter(Boolean)
    .join('\n')
}

/** The number as it is printed on a map: an open end behind a lower bound. */
export function numberOf({ figure, text }: MapItem): string {
  return figure.low && figure.value !== null ? `${text.number} ›` : text.number
}

/** Whether the number, or what stands for it, is in italics: words, and what is only about. */
export function isItalic({ figure, mark }: MapItem): boolean {
  return mark === 'words' || figure.approx
}

interface Line {
  readonly text: string
  readonly strong: boolean
  readonly italic: boolean
}

function labelLines(item: MapItem, panel: MapPanel, named: boolean): Line[] {
  const number = { text: numberOf(item), strong: false, italic: isItalic(item) }
  const isAlone = panel.scale.includes(item) || panel.others.filter(({ key }) => key === item.key).length === 1
  const full = [{ text: item.name, strong: true, italic: false }, ...(isAlone || item.mark === 'words' ? [number] : [])]
  if (named) return full
  if (isItsMark(item)) return [number]
  return item.figure.low && item.mark === 'sized' ? [{ ...number, text: '›' }] : []
}

/** The highest and the lowest of a scale, unless so many share it that it is none. */
function isExtreme(item: MapItem, { scale }: MapPanel): boolean {
  const equals = (other: MapItem | undefined) => other?.figure.value === item.figure.value
  if (item.mark !== 'sized' || !(equals(scale[0]) || equals(scale.at(-1)))) return false
  return scale.filter(equals).length <= 3
}

/** Whether what is written at the place is all that marks it. */
function isItsMark({ mark }: MapItem): boolean {
  return mark === 'words' || mark === 'zero'
}

function radiusOf(item: MapItem, panel: MapPanel, scale: MapScale): number {
  if (item.mark === 'sized') return panel.isRate ? FILL_RADIUS : scale.radiusOf(item.figure.value as number)
  return isItsMark(item) ? 0 : SYMBOL_RADIUS
}

function wishOf({ x, y, radius }: { x: number; y: number; radius: number }, lines: readonly Line[], needed: boolean): LabelWish {
  const width = Math.max(...lines.map(({ text, strong }) => textWidth(text, SIZE, strong))) + 2
  return { x, y, radius, width, height: lines.length * LABEL_LINE, needed }
}

function markAt(item: MapItem, x: number, y: number, radius: number, { isRate }: MapPanel, scale: MapScale): Graphic[] {
  const touch = { name: item.id, tip: tipOf(item) }
  const { colours } = scale
  if (item.mark !== 'sized') return symbolAt(x, y, item.mark, { ink: scale.inkOf(item), colours, ...touch })
  if (isRate) return []
  return [circleAt(x, y, radius, { fill: scale.inkOf(item), line: colours.paper, opacity: 0.85, z: 10, ...touch })]
}

function labelAt(
  { item, lines, x, y, radius }: { item: MapItem; lines: readonly Line[]; x: number; y: number; radius: number },
  label: PlacedLabel | null,
  { colours }: MapScale,
  { words }: PictureInput,
): Graphic[] {
  if (!label) return []
  const align = label.x >= x ? 'left' : label.x + label.width <= x ? 'right' : 'center'
  const at = label.x + (align === 'left' ? 0 : align === 'right' ? label.width : label.width / 2)
  const texts = lines.map(({ text, strong, italic }, nth) =>
    textAt(at, label.y + (nth + 0.5) * LABEL_LINE, text, {
      ...{ colour: colours.ink, size: SIZE, rim: colours.paper, strong, italic, align, z: 50 },
      ...{ name: item.id, tip: tipOf(item) },
    }),
  )
  // The line with the name makes its place stand out, the number below it opens its grounds.
  const named = lines.findIndex(({ strong }) => strong)
  const area = { x: label.x, y: label.y + named * LABEL_LINE, width: label.width, height: LABEL_LINE }
  const name = named < 0 ? [] : [{ ...placeArea(area, item.key, item.name, words), z2: 60 }]
  return [...(label.far ? [leader(x, y, radius, label, colours.muted)] : []), ...texts, ...name]
}

/** From the edge of the mark to the nearest point of its label. */
function leader(x: number, y: number, radius: number, label: Box, line: string): Graphic {
  const toX = Math.min(Math.max(x, label.x), label.x + label.width)
  const toY = Math.min(Math.max(y, label.y), label.y + label.height)
  const length = Math.hypot(toX - x, toY - y) || 1
  const [fromX, fromY] = [x + ((toX - x) * radius) / length, y + ((toY - y) * radius) / length]
  return lineAt(fromX, fromY, toX, toY, { line, lineWidth: 0.75, z: 40 })
}

function insetFrames({ list }: MapPanel, { colours }: MapScale, box: MapBox, { words, dataset, language }: PictureInput) {
  const graphics: Graphic[] = []
  const boxes: Box[] = []
  for (const [inset, name] of [
    [INSETS.hoangsa, words.chart.hoangSa],
    [INSETS.truongsa, words.chart.truongSa],
  ] as const) {
    const { x, y } = onCanvas(inset, box)
    const corner = onCanvas({ x: inset.x + inset.width, y: inset.y + inset.height }, box)
    const old = dataset.territories.get(`63:${inset.code}`)
    const parent = (list === '34' && old?.mergedInto ? dataset.territories.get(`34:${old.mergedInto}`) : old)?.name[language]
    const lines = [name, ...(parent ? [`(${parent})`] : [])]
    const width = Math.max(...lines.map((line) => textWidth(line, SIZE)))
    const top = y - lines.length * LABEL_LINE - 2
    graphics.push(rectAt(x, y, corner.x - x, corner.y - y, { line: colours.border, lineWidth: 0.75, z: 5 }))
    lines.forEach((line, at) => {
      const look = { colour: at === 0 ? colours.ink : colours.muted, align: 'right', z: 50 } as const
      graphics.push(textAt(corner.x, top + (at + 0.5) * LABEL_LINE, line, look))
    })
    boxes.push({ x: Math.min(x, corner.x - width), y: top, width: Math.max(corner.x - x, width), height: corner.y - top })
  }
  return { graphics, boxes }
}
