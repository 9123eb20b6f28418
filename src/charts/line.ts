import type { EChartsCoreOption } from 'echarts/core'
import { printFigure } from '../locale/print-figure.ts'
import type { Figure } from '../model/figure.ts'
import { bucketEdge } from '../model/rhythm.ts'
import { seriesQuestion } from '../query/series-query.ts'
import type { ChartType } from './chart-type.ts'
import { baselessSentences } from './line/line-base.ts'
import { lineOption, unnamedUndrawn } from './line/line-option.ts'
import { type LinePanel, linePanels } from './line/line-panels.ts'
import { figuresBeside, lineTable } from './line/line-table.ts'
import type { PictureInput } from './parts/picture-input.ts'
import { closingLines } from './words/closing-lines.ts'

/** From here on a line says more than a list. */
const MANY_BUCKETS = 3
const MOST_PANELS = 6

/** Lines over time, one scale for each indicator, definition and unit; a bucket without its full figure is a gap. */
export const line: ChartType = {
  id: 'line',
  title: (words) => words.chart.line,
  // Also where the period is too short: then the card says so, which a link that names the chart has to be told.
  accepts: (view, dataset) =>
    view.indicators.length > 0 && seriesQuestion({ ...view, grain: null, time: { kind: 'report' } }, dataset) !== null,
  suits: (_, view, dataset) => view.indicators.length > 0 && (seriesQuestion(view, dataset)?.buckets.length ?? 0) >= MANY_BUCKETS,
  series: seriesQuestion,
  picture(input) {
    const { chart } = input.words
    if (!input.series) return { kind: 'nothing', reason: chart.lineTooShort }
    const all = linePanels(input)
    const panels = all.filter(hasPoints)
    const baseless = baselessSentences(all, input)
    if (panels.length === 0) return { kind: 'nothing', reason: baseless.join(' ') || chart.lineNothing }
    const shown = panels.slice(0, MOST_PANELS)
    const more = panels.length - shown.length
    const overTime = all.flatMap(figuresOf).map(([, figure]) => figure)
    const wordless = all.filter((panel) => !hasPoints(panel)).flatMap(figuresOf).length
    const unnamed = shown.reduce((sum, panel) => sum + unnamedUndrawn(panel), 0)
    const undrawn = unnamed + wordless + figuresBeside(overTime, input).length
    const closing = [
      ...baseless,
      ...(undrawn > 0 ? [chart.lineUndrawnMore(undrawn)] : []),
      ...closingLines(input),
      ...(more > 0 ? [chart.lineMorePanels(more)] : []),
    ]
    const { option, height } = lineOption(shown, closing, input)
    const figures = new Map(shown.flatMap(figuresOf))
    return {
      kind: 'canvas',
      option: option as EChartsCoreOption,
      height,
      summary: [...shown.map((panel) => summaryOf(panel, input)), ...closing].join(' '),
      pick: (name) => figures.get(name) ?? null,
    }
  },
  table: lineTable,
  viewOf(figure, { series, view }) {
    const bucket = series?.buckets[series.figures.findIndex((figures) => figures.includes(figure))]
    if (!series || !bucket) return view
    const edge = bucketEdge(bucket, series.grain, series.calendar)
    return { ...view, time: { kind: 'window', from: edge, to: edge } }
  },
}

function hasPoints({ lines }: LinePanel): boolean {
  return lines.some(({ points }) => points.length > 0)
}

function figuresOf({ lines }: LinePanel): [string, Figure][] {
  return lines.flatMap(({ points, undrawn }) => [...points, ...undrawn].map(({ id, figure }): [string, Figure] => [id, figure]))
}

/** First and newest number of each line, and in how many buckets it has one. */
function summaryOf({ title, lines }: LinePanel, { series, dataset, words, language }: PictureInput): string {
  const of = series?.buckets.length ?? 0
  const texts = lines.flatMap(({ name, points }) => {
    const [first, last] = [points[0], points.at(-1)]
    if (!first || !last) return []
    const said = ({ figure }: typeof first) => {
      const { full, time } = printFigure(figure, dataset, words.figure, language)
      return `${full} (${time})`
    }
    return [words.chart.lineSummary(name, said(first), said(last), points.length, of)]
  })
  return `${title}: ${texts.join('; ')}.`
}
