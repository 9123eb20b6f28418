import type { EChartsCoreOption } from 'echarts/core'
import type { ChartType } from './chart-type.ts'
import { matrixChips } from './matrix/matrix-chips.ts'
import { matrixFacts } from './matrix/matrix-facts.ts'
import { matrixLegend } from './matrix/matrix-legend.ts'
import { type Matrix, matrixOf, tilesOf } from './matrix/matrix-model.ts'
import { matrixTable, tablePlace } from './matrix/matrix-table.ts'
import type { PictureInput } from './parts/picture-input.ts'
import { unlikeScales } from './parts/unlike-scales.ts'
import { textTooltip, wholePicture } from './parts/whole-picture.ts'
import { tableOf } from './table/table-model.ts'

/** Widest line of the text below a matrix. */
const WIDEST = 900

/**
 * Indicators or kinds × places, every number in its cell, each row coloured on its own scale: for what shares a place but no unit.
 * Where the columns would be too narrow, each row is a block of its own.
 */
export const matrix: ChartType = {
  id: 'matrix',
  title: (words) => words.chart.matrix,
  accepts: (view) => view.indicators.length > 0,
  suits: ({ comparability }) => unlikeScales(comparability) > 1,
  picture(input) {
    const model = matrixOf(input)
    if (model.rows.length === 0) return { kind: 'nothing', reason: input.words.chart.matrixNothing }
    const figures = new Map(model.rows.flatMap(tilesOf).map(({ id, figure }) => [id, figure]))
    return {
      kind: 'canvas',
      ...drawn(model, input),
      summary: [...summaries(model, input), ...model.closing].join(' '),
      pick: (name) => figures.get(name) ?? null,
    }
  },
  table(input) {
    const figures = new Set(
      matrixOf(input)
        .rows.flatMap(tilesOf)
        .map(({ figure }) => figure),
    )
    return tableOf([...figures, ...input.answer.figures.filter((one) => one.stands && !figures.has(one))], input)
  },
}

function drawn(model: Matrix, input: PictureInput): { readonly option: EChartsCoreOption; readonly height: number } {
  const headed = matrixFacts(model, true)
  const place = tablePlace(model, headed, input.width)
  const body = place ? matrixTable(model, headed, place, input) : matrixChips(model, matrixFacts(model, false), input)
  const legend = matrixLegend(model, place !== null, body.bottom + 10, input)
  const graphics = [...body.graphics, ...legend.graphics]
  const closing = { texts: model.closing, top: legend.bottom, most: WIDEST }
  return wholePicture(graphics, closing, input, { tooltip: textTooltip(input) })
}

/** One sentence a row: its numbers with what they are of. */
function summaries({ rows }: Matrix, { words }: PictureInput): string[] {
  return rows.map((row) => {
    const head = [row.sub, row.unit, row.time].filter(Boolean).join(' · ')
    const items = tilesOf(row).map(({ place, text, facts, mark }) => {
      const doubt = mark === 'doubtful' ? [words.figure.needsVerification] : []
      const time = text.time === row.time ? [] : [text.time]
      return [`${place} ${text.full}`, ...facts, ...time, ...doubt].join(', ')
    })
    return `${row.label}${head === '' ? '' : ` (${head})`}: ${items.join('; ')}.`
  })
}
