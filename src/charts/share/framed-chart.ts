import type { Words } from '../../locale/words.ts'
import type { Picture } from '../chart-type.ts'
import { initDetachedChart } from '../echarts.ts'
import { palette } from '../parts/palette.ts'
import { closingLines, type ExportLabel, lookedAt, warningsOf } from './export-label.ts'
import { lineHeight, svgLine, svgLines, svgPicture, svgRect, svgText } from './svg-parts.ts'

/** Width of a chart that leaves the page, in pixels: that of a text column of A4 at 150 dots an inch. */
export const EXPORT_WIDTH = 1000
const EDGE = 32

/** Width that the chart itself has inside its frame. */
export const CHART_WIDTH = EXPORT_WIDTH - 2 * EDGE

export interface DrawnPicture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** A chart, made for `CHART_WIDTH` and light paper, in a frame that says what it is. */
export async function framedChart(
  picture: Extract<Picture, { kind: 'canvas' }>,
  label: ExportLabel,
  words: Words,
  fontCss: string,
): Promise<DrawnPicture> {
  await picture.prepare?.()
  const inner = drawn(picture)
  const colours = palette(false)
  const parts: string[] = []
  let y = EDGE - 8
  const put = (text: string, size: number, colour: string, strong = false, after = 0) => {
    const lines = svgLines(text, { x: EDGE, y, width: CHART_WIDTH }, { size, colour, strong })
    parts.push(lines.svg)
    y = lines.bottom + after
  }
  for (const warning of warningsOf(label, words)) {
    parts.push(svgRect(EDGE, y, CHART_WIDTH, 28, '#fbf3df', ' stroke="#8c6d1f"'))
    parts.push(svgText(EDGE + 10, y + 19, warning, { size: 14, colour: colours.ink, strong: true }))
    y += 36
  }
  put(label.title, 20, colours.ink, true, 2)
  put(lookedAt(label, words), 13, colours.muted, false, 14)
  parts.push(`<svg x="${EDGE}" y="${Math.round(y)}" width="${CHART_WIDTH}" height="${picture.height}">${inner}</svg>`)
  y = Math.round(y) + picture.height + 12
  parts.push(svgLine(EDGE, y, EXPORT_WIDTH - EDGE, y, colours.line))
  y += 8
  for (const line of closingLines(label, words)) put(breakable(line), 12, colours.muted)
  const height = Math.ceil(y + lineHeight(12))
  return { svg: svgPicture(EXPORT_WIDTH, height, parts.join(''), colours.paper, fontCss), width: EXPORT_WIDTH, height }
}

function drawn({ option, height }: Extract<Picture, { kind: 'canvas' }>): string {
  const chart = initDetachedChart(CHART_WIDTH, height)
  try {
    chart.setOption({ ...option, animation: false })
    return chart.renderToSVGString()
  } finally {
    // A chart that is not disposed keeps its timers.
    chart.dispose()
  }
}

/** A link has no spaces to break at. */
export function breakable(line: string): string {
  return line.replace(/(\S{60})(?=\S)/g, '$1 ')
}
