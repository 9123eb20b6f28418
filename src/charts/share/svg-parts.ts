import { PICTURE_FONT } from '../parts/palette.ts'
import { linesOf, textWidth } from '../parts/text-width.ts'

export interface SvgTextLook {
  readonly size: number
  readonly colour: string
  readonly strong?: boolean
  readonly align?: 'start' | 'middle' | 'end'
}

/** One line of text; `y` is its baseline. */
export function svgText(
  x: number,
  y: number,
  text: string,
  { size, colour, strong = false, align = 'start' }: SvgTextLook,
): string {
  const anchor = align === 'start' ? '' : ` text-anchor="${align}"`
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${strong ? 600 : 400}" fill="${colour}"${anchor}>${escapeXml(text)}</text>`
}

/** Text in lines no wider than `width`, at most so many; the last one says by `…` that there was more. `bottom` is where it ends. */
export function svgLines(
  text: string,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly most?: number },
  look: SvgTextLook,
): { readonly svg: string; readonly bottom: number; readonly cut: boolean } {
  // Widths are guessed rather too wide; whole sentences are not, for the kinds of letters even out.
  const all = linesOf(text, box.width * SPARE, look.size, look.strong)
  const most = box.most ?? all.length
  const shown = all
    .slice(0, most)
    .map((line, at) => (at === most - 1 && all.length > most ? `${shortened(line, box.width, look)}…` : line))
  const height = lineHeight(look.size)
  const svg = shown.map((line, at) => svgText(box.x, box.y + at * height + look.size, line, look)).join('')
  return { svg, bottom: box.y + shown.length * height, cut: all.length > most }
}

/** Without its last words where the sign of more would stand beyond the edge. */
function shortened(line: string, width: number, { size, strong = false }: SvgTextLook): string {
  const words = line.split(' ')
  while (words.length > 1 && textWidth(`${words.join(' ')}…`, size, strong) > width) words.pop()
  return words.join(' ')
}

const SPARE = 1.05

/** Vietnamese stacks marks on its capitals. */
export function lineHeight(size: number): number {
  return Math.round(size * 1.42)
}

export function svgRect(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"${more}/>`
}

export function svgCircle(x: number, y: number, r: number, fill: string, more = ''): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${r}" fill="${fill}"${more}/>`
}

export function svgLine(x1: number, y1: number, x2: number, y2: number, colour: string, width = 1): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${colour}" stroke-width="${width}"/>`
}

/** A whole picture. `fontCss` are `@font-face` rules with their data inside, for a picture knows no fonts of the page; may be empty. */
export function svgPicture(width: number, height: number, body: string, paper: string, fontCss: string): string {
  const style = fontCss === '' ? '' : `<style>${escapeXml(fontCss)}</style>`
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(PICTURE_FONT)}">${style}${svgRect(0, 0, width, height, paper)}${body}</svg>`
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
