import type { Words } from '../../locale/words.ts'
import { type Palette, palette } from '../parts/palette.ts'
import { textWidth } from '../parts/text-width.ts'
import type { ScaleRow, ShareStory } from './share-story.ts'
import { lineHeight, svgCircle, svgLine, svgLines, svgText } from './svg-parts.ts'

/** Everything in a picture for a phone or a wall can be read from afar. */
export const LEAST_TEXT = 28
const NAME = 30
const ROW = 46
const DOT = 10

export interface RowsBox {
  readonly x: number
  readonly y: number
  readonly width: number
}

export interface DrawnRows {
  readonly svg: string
  readonly bottom: number
}

/** The picture of a story: `top` places from the highest, the reader's own, `bottom` ones from the lowest; or so many facts. */
export function shareRows(
  story: ShareStory,
  box: RowsBox,
  most: { readonly top: number; readonly bottom: number },
  words: Words,
): DrawnRows {
  return story.picture.kind === 'scale'
    ? scaleRows(story.picture, story.domain, box, most, words)
    : factRows(story.picture, story.domain, box, most.top, words)
}

function scaleRows(
  { rows, most: largest, mine, base, ahead }: Extract<ShareStory['picture'], { kind: 'scale' }>,
  domain: string,
  box: RowsBox,
  most: { readonly top: number; readonly bottom: number },
  words: Words,
): DrawnRows {
  const { take, compare } = words
  const colours = palette(false)
  const isShort = rows.length <= most.top + most.bottom
  const top = isShort ? rows : rows.slice(0, most.top)
  const bottom = isShort ? [] : rows.slice(rows.length - most.bottom)
  const own = rows.filter((row) => row.isMine && !top.includes(row) && !bottom.includes(row))
  const shown = [...top, ...own, ...bottom]
  const place = columnsOf(shown, box)
  const parts: string[] = []
  let y = box.y
  const put = (heading: string, group: readonly ScaleRow[]) => {
    if (group.length === 0) return
    if (heading !== '') {
      parts.push(svgText(box.x, y + LEAST_TEXT, heading, { size: LEAST_TEXT, colour: colours.muted }))
      y += lineHeight(LEAST_TEXT)
    }
    for (const row of group) {
      parts.push(rowAt(row, y, place, largest, colours, domain))
      y += ROW
    }
    y += 2
  }
  if (shown.some(({ ghost }) => ghost !== null)) {
    parts.push(keyAt(box.x, y, compare.keyNow, base, colours, domain))
    y += lineHeight(LEAST_TEXT) + 2
  }
  const ranked = mine === '' ? take.mine : `${take.mine}: ${mine}`
  put(isShort ? '' : take.top(top.length), top)
  const last = top[Math.min(top.length, most.top) - 1]
  const more = svgLines(last ? ahead(last) : '', { x: box.x, y, width: box.width }, { size: LEAST_TEXT, colour: colours.ink })
  if (last && ahead(last) !== '') {
    parts.push(more.svg)
    y = more.bottom + 2
  }
  put(ranked, own)
  put(isShort ? '' : take.bottom(bottom.length), bottom)
  return { svg: parts.join(''), bottom: y }
}

interface Columns {
  readonly x: number
  readonly from: number
  readonly to: number
  readonly numberRight: number
  readonly changeRight: number
  readonly withTrack: boolean
  readonly withChange: boolean
}

/** Names, a track for the dots where it finds room, numbers, changes. */
function columnsOf(rows: readonly ScaleRow[], { x, width }: RowsBox): Columns {
  const widest = (texts: readonly string[], size: number, strong: boolean) =>
    Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, size, strong))))
  const name = widest(
    rows.map((row) => row.name),
    NAME,
    true,
  )
  const number = widest(
    rows.map(({ text }) => text),
    NAME,
    true,
  )
  const change = widest(
    rows.map((row) => row.change),
    LEAST_TEXT,
    false,
  )
  const withChange = change > 0 && name + number + change + 48 <= width
  const changeWidth = withChange ? change + 24 : 0
  const from = x + name + 24
  const to = x + width - changeWidth - number - 28
  return {
    x,
    from,
    to,
    numberRight: x + width - changeWidth,
    changeRight: x + width,
    withTrack: to - from >= LEAST_TRACK,
    withChange,
  }
}

const LEAST_TRACK = 110

function rowAt(row: ScaleRow, y: number, place: Columns, most: number, colours: Palette, domain: string): string {
  const hue = colours.domain[domain] ?? colours.other
  const middle = y + ROW / 2
  const base = middle + NAME * 0.36
  const at = (value: number) => place.from + DOT + ((place.to - place.from - 2 * DOT) * Math.max(0, value)) / (most || 1)
  const ghost = row.ghost === null ? null : at(row.ghost)
  const track = place.withTrack
    ? [
        svgLine(place.from, middle, place.to, middle, colours.line, 2),
        ghost === null ? '' : svgLine(ghost, middle, at(row.value), middle, hue, 4),
        ghost === null ? '' : svgCircle(ghost, middle, DOT, colours.paper, ` stroke="${colours.muted}" stroke-width="3"`),
        row.isUnsure
          ? svgCircle(at(row.value), middle, DOT, colours.paper, ` stroke="${hue}" stroke-width="4" stroke-dasharray="5 4"`)
          : svgCircle(at(row.value), middle, DOT, hue),
        row.open === null ? '' : chevron(at(row.value), middle, row.open === 'low' ? 1 : -1, hue),
      ].join('')
    : ''
  return [
    svgText(place.x, base, row.name, { size: NAME, colour: colours.ink, strong: row.isMine }),
    track,
    svgText(place.numberRight, base, row.text, { size: NAME, colour: colours.ink, strong: true, align: 'end' }),
    place.withChange && row.change !== ''
      ? svgText(place.changeRight, base, row.change, { size: LEAST_TEXT, colour: colours.muted, align: 'end' })
      : '',
  ].join('')
}

/** An open end: the truth lies on this side. */
function chevron(x: number, y: number, side: 1 | -1, colour: string): string {
  const tip = x + side * (DOT + 12)
  const back = tip - side * 8
  return `<polyline points="${back},${y - 8} ${tip},${y} ${back},${y + 8}" fill="none" stroke="${colour}" stroke-width="4"/>`
}

function keyAt(x: number, y: number, now: string, base: string, colours: Palette, domain: string): string {
  const hue = colours.domain[domain] ?? colours.other
  const middle = y + LEAST_TEXT / 2 + 6
  const after = x + 36 + textWidth(now, LEAST_TEXT) + 40
  return [
    svgCircle(x + DOT, middle, DOT, hue),
    svgText(x + 32, y + LEAST_TEXT, now, { size: LEAST_TEXT, colour: colours.muted }),
    svgCircle(after + DOT, middle, DOT, colours.paper, ` stroke="${colours.muted}" stroke-width="3"`),
    svgText(after + 32, y + LEAST_TEXT, base, { size: LEAST_TEXT, colour: colours.muted }),
  ].join('')
}

/** Figures that share no scale: place and number on one line, what it counts and its time below. */
function factRows(
  { rows, of }: Extract<ShareStory['picture'], { kind: 'facts' }>,
  domain: string,
  { x, y: top, width }: RowsBox,
  most: number,
  words: Words,
): DrawnRows {
  const colours = palette(false)
  const hue = colours.domain[domain] ?? colours.other
  const parts: string[] = []
  let y = top
  for (const { name, text, details } of rows.slice(0, most)) {
    parts.push(svgLine(x, y, x + width, y, colours.line, 2))
    y += 10
    const isWide = textWidth(name, NAME) + textWidth(text, NUMBER, true) + 32 > width
    parts.push(svgText(x, y + NUMBER, name, { size: NAME, colour: colours.ink }))
    if (isWide) y += lineHeight(NAME)
    parts.push(svgText(x + width, y + NUMBER, text, { size: NUMBER, colour: hue, strong: true, align: 'end' }))
    y += lineHeight(NUMBER)
    const lines = svgLines(details, { x, y, width, most: 2 }, { size: LEAST_TEXT, colour: colours.muted })
    parts.push(lines.svg)
    y = lines.bottom + 10
  }
  const told = new Set(rows.slice(0, most).map(({ name }) => name))
  const more = new Set(rows.slice(most).flatMap(({ name }) => (told.has(name) ? [] : [name]))).size
  if (more > 0) {
    parts.push(
      svgText(x, y + LEAST_TEXT, (of === 'kinds' ? words.take.moreKinds : words.take.morePlaces)(more), {
        size: LEAST_TEXT,
        colour: colours.muted,
      }),
    )
    y += lineHeight(LEAST_TEXT)
  }
  return { svg: parts.join(''), bottom: y }
}

const NUMBER = 40
