import type { Words } from '../../locale/words.ts'
import { palette } from '../parts/palette.ts'
import { textWidth } from '../parts/text-width.ts'
import { type ExportLabel, lookedAt, warningsOf } from './export-label.ts'
import { LEAST_TEXT } from './share-rows.ts'
import { lineHeight, svgLine, svgLines, svgRect, svgText } from './svg-parts.ts'

/** Where something was put, and where the next thing may begin. */
export interface Placed {
  readonly svg: string
  readonly bottom: number
}

interface Column {
  readonly x: number
  readonly width: number
}

/** The bands above everything: how the picture is to be treated, that it is not real. */
export function warningBands(label: ExportLabel, words: Words, { x, width }: Column, top: number): Placed {
  const colours = palette(false)
  let y = top
  const bands = warningsOf(label, words).map((text) => {
    const size = Math.max(LEAST_TEXT, Math.min(32, Math.floor((32 * (width - 40)) / textWidth(text, 32, true))))
    const band =
      svgRect(x, y, width, 56, '#fbf3df', ' stroke="#8c6d1f" stroke-width="2" rx="8"') +
      svgText(x + 20, y + 39, text, { size, colour: colours.ink, strong: true })
    y += 68
    return band
  })
  return { svg: bands.join(''), bottom: y }
}

/** Finding and what keeps it from being read as more than it is: the finding whole, of the rest as many sentences as find room. */
export function saying(
  finding: string,
  caveats: readonly string[],
  column: Column & { readonly top: number },
  { size, most }: { readonly size: number; readonly most: number },
  words: Words,
): Placed {
  const colours = palette(false)
  const box = { x: column.x, width: column.width }
  const first = svgLines(finding, { ...box, y: column.top }, { size, colour: colours.ink, strong: true })
  const shown = caveats.slice(0, most)
  const all = shown.length < caveats.length ? [...shown, words.take.moreNotes] : shown
  let y = first.bottom + (all.length > 0 ? 12 : 0)
  const rest = all.map((text) => {
    const lines = svgLines(text, { ...box, y }, { size: LEAST_TEXT, colour: colours.ink })
    y = lines.bottom + 6
    return lines.svg
  })
  return { svg: first.svg + rest.join(''), bottom: y }
}

/**
 * What the picture is of and where it comes from, from the bottom upwards; `top` is where it begins. Of more sources than find room in
 * `most` lines the last ones are counted.
 */
export function closing(label: ExportLabel, words: Words, { x, width }: Column, bottom: number, most = SOURCE_LINES) {
  const { take } = words
  const colours = palette(false)
  const days = [label.day === '' ? '' : take.day(label.day), take.madeOn(label.madeOn)].filter(Boolean).join(' ')
  const texts = [
    [lookedAt(label, words), 3],
    [sourcesText(label, words, width, most), most],
    [[label.coverage === '' ? '' : `${label.coverage}.`, days].filter(Boolean).join(' '), 2],
    [addressOf(label.link), 1],
  ] as const
  const told = texts.filter(([text]) => text !== '')
  const heightOf = ([text, lines]: readonly [string, number]) =>
    svgLines(text, { x, y: 0, width, most: lines }, { size: LEAST_TEXT, colour: colours.muted }).bottom
  const height = told.reduce((sum, line) => sum + heightOf(line), 0) + 16
  let y = bottom - height
  const top = y
  const parts = [svgLine(x, y, x + width, y, colours.line, 2)]
  y += 16
  for (const [text, atMost] of told) {
    const lines = svgLines(text, { x, y, width, most: atMost }, { size: LEAST_TEXT, colour: colours.muted })
    parts.push(lines.svg)
    y = lines.bottom
  }
  return { svg: parts.join(''), top }
}

const SOURCE_LINES = 2

/** As many whole names as find room in so many lines, and how many more there are. */
function sourcesText({ sources }: ExportLabel, { take }: Words, width: number, most: number): string {
  if (sources.length === 0) return ''
  const texts = sources.map((_, at) => {
    const named = sources.slice(0, sources.length - at).join('; ')
    return take.sources(at === 0 ? named : named + take.moreSources(at))
  })
  const look = { size: LEAST_TEXT, colour: '' }
  return texts.find((text) => !svgLines(text, { x: 0, y: 0, width, most }, look).cut) ?? (texts.at(-1) as string)
}

/** Nobody types a whole link from a picture: where the page is. The file itself says the link, see `linkNote`. */
function addressOf(link: string): string {
  return link.replace(/[?#].*$/, '')
}

/** The link of the view inside a picture, where only a reader of the file sees it. */
export function linkNote(label: ExportLabel): string {
  return `<desc>${label.link.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</desc>`
}

/** A line of the heading: whose numbers these are. */
export function pageTitle(title: string, colour: string, { x, width }: Column, top: number): Placed {
  const lines = svgLines(title, { x, y: top, width, most: 2 }, { size: LEAST_TEXT, colour, strong: true })
  return { svg: lines.svg, bottom: lines.bottom + lineHeight(LEAST_TEXT) * 0.2 }
}
