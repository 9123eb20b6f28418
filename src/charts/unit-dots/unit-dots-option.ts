import { territoryKey } from '../../model/territory.ts'
import { type Graphic, hitArea, LINE, textAt } from '../parts/graphics.ts'
import { mix } from '../parts/lightness.ts'
import { palette } from '../parts/palette.ts'
import { panelsInRows } from '../parts/panels-in-rows.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { placeArea, placeInFocus } from '../parts/place-area.ts'
import { linesOf, textWidth } from '../parts/text-width.ts'
import { wholePicture } from '../parts/whole-picture.ts'
import { unitDotsLegend } from './unit-dots-legend.ts'
import { dotsAt, linesOfDots, PITCH, zeroAt } from './unit-dots-marks.ts'
import type { DotBlock, DotsPanel } from './unit-dots-model.ts'

const TITLE = 21
const HEAD = 20
const GAP = 28
const BLOCK_GAP = 18
/** Three tens of dots in a line. */
const LEAST_BLOCK = 310
/** So few numbers of a definition need no line of their own on the page. */
const FEW = 2

/** Definitions apart from each other, in each the places with their dots. */
export function unitDotsOption(panels: readonly DotsPanel[], closing: readonly string[], input: PictureInput) {
  const most = Math.max(1, Math.floor((input.width + GAP) / (LEAST_BLOCK + GAP)))
  const columns = panels.every(({ blocks }) => blocks.length <= FEW) ? Math.min(most, panels.length) : 1
  const rows = { columns, width: input.width, gutter: GAP, gap: GAP }
  const { drawn, bottom } = panelsInRows(panels, rows, (panel, at, { x, y, width }) => panelAt(panel, at, x, y, width, input))
  const legend = unitDotsLegend(panels, bottom - GAP + 12, input)
  const graphics = [...drawn.flatMap((one) => one.graphics), ...legend.graphics]
  return wholePicture(graphics, { texts: closing, top: legend.bottom }, input)
}

function panelAt(panel: DotsPanel, nth: number, left: number, top: number, width: number, input: PictureInput) {
  const colours = palette(input.dark)
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
  const columns = Math.max(1, Math.floor((width + GAP) / (LEAST_BLOCK + GAP)))
  const each = (width - (columns - 1) * GAP) / columns
  for (let first = 0; first < panel.blocks.length; first += columns) {
    const drawn = panel.blocks
      .slice(first, first + columns)
      .map((block, at) => blockAt(block, `${nth}-${first + at}`, left + at * (each + GAP), y, each, panel, input))
    graphics.push(...drawn.flatMap((one) => one.graphics))
    y = Math.max(...drawn.map(({ bottom }) => bottom)) + BLOCK_GAP
  }
  return { graphics, bottom: y - BLOCK_GAP }
}

function blockAt(block: DotBlock, id: string, x: number, top: number, width: number, panel: DotsPanel, input: PictureInput) {
  const { dark, words } = input
  const colours = palette(dark)
  const { name, text, figure, notes, groups } = block
  const full = colours.domain[panel.domain] ?? colours.other
  const [key, focus] = [territoryKey(figure.territory), placeInFocus(input.view)]
  const isPale = key !== focus && panel.blocks.some((other) => territoryKey(other.figure.territory) === focus)
  const hue = isPale ? mix(colours.paper, full, 0.4) : full
  const isNumber = figure.value !== null
  const graphics: Graphic[] = []
  let y = top
  const number = { colour: colours.ink, size: 14, strong: isNumber, italic: figure.approx || !isNumber }
  const beside = textWidth(name, 14) + 10
  const fits = beside + textWidth(text.full, 14, true) <= width
  if (fits) {
    graphics.push(textAt(x, y + HEAD / 2, name, { colour: colours.ink, size: 14 }))
    graphics.push(textAt(x + beside, y + HEAD / 2, text.full, number))
    y += HEAD
  } else {
    for (const line of linesOf(name, width, 14)) {
      graphics.push(textAt(x, y + HEAD / 2, line, { colour: colours.ink, size: 14 }))
      y += HEAD
    }
    for (const line of linesOf(text.full, width, 14, true)) {
      graphics.push(textAt(x, y + HEAD / 2, line, number))
      y += HEAD
    }
  }
  for (const line of notes.flatMap((note) => linesOf(note, width, 12))) {
    graphics.push(textAt(x, y + LINE / 2, line, { colour: colours.muted }))
    y += LINE
  }
  y += 3
  const parts: Graphic[] = []
  for (const [nth, group] of groups.entries()) {
    const start = y
    if (group.label !== '') {
      const shift = textWidth(group.number, 12, true) + 6
      parts.push(textAt(x, y + LINE / 2, group.number, { colour: colours.ink, strong: true }))
      for (const line of linesOf(group.label, width - shift, 12)) {
        parts.push(textAt(x + shift, y + LINE / 2, line, { colour: colours.muted }))
        y += LINE
      }
    }
    parts.push(...dotsAt(group.value, panel.per, { x, y, width }, block, hue, colours))
    y += linesOfDots(group.value, panel.per, width) * PITCH + 4
    const tip = words.chart.grounds([group.label, group.number].filter(Boolean).join(': '))
    if (group.label !== '') parts.push(hitArea(x, start, width, y - start, { name: `${id}-${nth}`, tip, z: 5 }))
  }
  if (figure.value === 0) {
    graphics.push(zeroAt(x, y, colours))
    y += PITCH + 4
  }
  graphics.push(hitArea(x, top, width, y - top, { name: id, tip: words.chart.grounds(`${name}: ${text.full}`), z: 4 }))
  const names = fits ? 1 : linesOf(name, width, 14).length
  const area = { x, y: top, width: Math.min(width, textWidth(name, 14)), height: names * HEAD }
  return { graphics: [...graphics, ...parts, placeArea(area, key, name, words)], bottom: y }
}
