import type { EChartsCoreOption } from 'echarts/core'
import { initDetachedChart } from '../../src/charts/echarts.ts'

/** An option drawn as SVG text without a page: one element a line, generated ids counted from 0 in the order they appear. */
export function drawSvg(option: EChartsCoreOption, width: number, height: number): string {
  const chart = initDetachedChart(width, height)
  try {
    chart.setOption(option)
    return reindexed(chart.renderToSVGString()).replaceAll('><', '>\n<')
  } finally {
    // A chart that is not disposed keeps its timers, and Node from ending.
    chart.dispose()
  }
}

/** A line of text in a drawing: where it begins, and the height of its middle, in pixels. */
export interface PlacedText {
  readonly x: number
  readonly y: number
  readonly text: string
}

/** The lines of text of a drawn picture in the order of drawing. Every text in these pictures begins at its left. */
export function placedTexts(svg: string): PlacedText[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', text = '']) => {
    const shift = Number(/ y="(-?[\d.]+)"/.exec(attributes)?.[1] ?? 0)
    const [, x, y] = /translate\((-?[\d.]+) (-?[\d.]+)\)/.exec(attributes) ?? []
    return { x: Number(x ?? Number.NaN), y: Number(y ?? Number.NaN) + shift, text: unescaped(text) }
  })
}

/** The texts of a drawn picture in the order of drawing. */
export function svgTexts(svg: string): string[] {
  return placedTexts(svg).map(({ text }) => text)
}

function unescaped(text: string): string {
  const plain = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'")
  return plain.replaceAll('&amp;', '&')
}

/** zrender counts its ids (`zr3-c0`, `zr3-cls-17`) over the whole process. */
function reindexed(svg: string): string {
  const seen = new Map<string, string>()
  const counts = new Map<string, number>()
  return svg.replace(/\bzr\d+-([a-z-]*)\d+/g, (id, kind: string) => {
    const known = seen.get(id)
    if (known !== undefined) return known
    const count = counts.get(kind) ?? 0
    counts.set(kind, count + 1)
    seen.set(id, `zr-${kind}${count}`)
    return `zr-${kind}${count}`
  })
}
