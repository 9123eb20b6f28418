import { printFigure } from '../../locale/print-figure.ts'
import type { Figure } from '../../model/figure.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { reporterName } from '../parts/reporters.ts'
import { NO_COMPARISON } from '../table/table-compared.ts'
import { tableOf } from '../table/table-model.ts'
import type { TableModel, TableRow } from '../table/table-row.ts'
import { bucketText } from './line-buckets.ts'
import { type DataLine, linePanels } from './line-panels.ts'

/**
 * Every figure of the panels, newest first, a line for each gap inside a line, and the figures of the view of which no row stands
 * in any bucket. Without a series, the figures of the view.
 */
export function lineTable(input: PictureInput): TableModel {
  if (!input.series) return tableOf(standingOf(input), input)
  const places = new Map<Figure, Place>()
  const gaps: { readonly row: TableRow; readonly place: Place }[] = []
  linePanels(input).forEach((panel, at) => {
    panel.lines.forEach((line, nth) => {
      for (const { figure, bucket } of [...line.points, ...line.undrawn]) places.set(figure, { panel: at, line: nth, bucket })
      for (const bucket of gapsOf(line)) {
        gaps.push({
          row: gapRow(`gap-${at}-${nth}-${bucket}`, line, bucket, input),
          place: { panel: at, line: nth, bucket },
        })
      }
    })
  })
  // Of each time its own figure: what the view's is compared with belongs to that one only.
  const alone = { ...input, answer: { ...input.answer, compared: null } }
  const { columns, rows } = tableOf([...places.keys(), ...figuresBeside([...places.keys()], input)], alone)
  const placed = [
    ...rows.map((row) => {
      const place = row.figure ? places.get(row.figure) : undefined
      return place ? { row: { ...row, time: timeOf(row, place.bucket, input) }, place } : { row, place: LAST }
    }),
    ...gaps,
  ]
  const collator = new Intl.Collator('vi')
  const order = (a: (typeof placed)[number], b: (typeof placed)[number]) =>
    collator.compare(a.row.place, b.row.place) ||
    a.place.panel - b.place.panel ||
    a.place.line - b.place.line ||
    b.place.bucket - a.place.bucket
  return { columns, rows: placed.sort(order).map(({ row }) => row) }
}

/** The figures of the view of which no row stands in the figures over time: those of no bucket, such as a period not stated. */
export function figuresBeside(overTime: readonly Figure[], input: PictureInput): Figure[] {
  const shown = new Set(overTime.flatMap(({ terms }) => terms))
  return standingOf(input).filter(({ terms }) => !terms.some((row) => shown.has(row)))
}

function standingOf({ answer }: PictureInput): Figure[] {
  return answer.figures.filter((figure) => figure.stands)
}

interface Place {
  readonly panel: number
  readonly line: number
  readonly bucket: number
}

const LAST: Place = { panel: Number.MAX_SAFE_INTEGER, line: 0, bucket: 0 }

/** Buckets without a figure between the first and the last that have one. */
function gapsOf({ points, undrawn }: DataLine): number[] {
  const held = new Set([...points, ...undrawn].map(({ bucket }) => bucket))
  const first = Math.min(...held)
  return Array.from({ length: Math.max(...held) - first }, (_, at) => first + at).filter((bucket) => !held.has(bucket))
}

function gapRow(id: string, line: DataLine, bucket: number, input: PictureInput): TableRow {
  const { words, dataset, language, series } = input
  const { figure } = (line.points[0] ?? line.undrawn[0]) as { readonly figure: Figure }
  const text = printFigure(figure, dataset, words.figure, language)
  const of = series?.buckets[bucket]
  return {
    id,
    place: reporterName(dataset, `${figure.territory.set}:${figure.territory.code}`, language),
    indicator: text.indicator,
    kind: figure.basis === 'part' ? text.kind : '',
    number: words.chart.missing,
    unit: '',
    time: of && series ? bucketText(of, series, words, language) : '',
    scope: '',
    // By rule 9: the place has the same figure for other times.
    state: words.figure.state.other_time,
    stateCode: 'other_time',
    value: null,
    figure: null,
    ...NO_COMPARISON,
  }
}

/** The bucket, and the figure's own time where it says something else. */
function timeOf(row: TableRow, bucket: number, { series, words, language }: PictureInput): string {
  const of = series?.buckets[bucket]
  if (!series || !of) return row.time
  const text = bucketText(of, series, words, language)
  const { start, end } = row.figure?.period ?? { start: null, end: null }
  return start === of.from && end === of.to ? text : `${text} (${row.time})`
}
