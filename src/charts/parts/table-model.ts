import { printFigure } from '../../locale/print-figure.ts'
import type { Figure } from '../../model/figure.ts'
import { territoryKey } from '../../model/territory.ts'
import type { PictureInput } from './picture-input.ts'
import { reporterName, reportersOf, stateText } from './reporters.ts'

/** One line of a table twin. `figure` opens the grounds; null where there is no figure, then `state` says why. */
export interface TableRow {
  readonly id: string
  readonly place: string
  readonly indicator: string
  readonly kind: string
  readonly number: string
  readonly unit: string
  readonly time: string
  readonly scope: string
  readonly state: string
  /** What the number sorts by; null (words, nothing) sorts last both ways. */
  readonly value: number | null
  readonly figure: Figure | null
}

export interface TableModel {
  readonly columns: readonly { readonly id: keyof TableRow; readonly label: string; readonly numeric: boolean }[]
  readonly rows: readonly TableRow[]
}

/** The table twin of a picture that shows `figures`, with a line for every expected place that has none. */
export function tableOf(figures: readonly Figure[], input: PictureInput): TableModel {
  const { words, dataset, language, view, answer } = input
  const rows = figures.map((figure, at) => rowOf(figure, at, input))
  const silent = reportersOf(view, dataset).filter((key) => !figures.some((figure) => territoryKey(figure.territory) === key))
  const missing = silent.map((key) => ({
    id: `none-${key}`,
    place: reporterName(dataset, key, language),
    indicator: '',
    kind: '',
    number: words.chart.missing,
    unit: '',
    time: '',
    scope: '',
    state: stateText(key, answer, words),
    value: null,
    figure: null,
  }))
  const column = (id: keyof TableRow, label: string, numeric = false) => ({ id, label, numeric })
  const { chart } = words
  return {
    columns: [
      column('place', chart.place),
      column('indicator', chart.indicator),
      column('kind', chart.kind),
      column('number', chart.figure, true),
      column('unit', chart.unit),
      column('time', chart.time),
      column('scope', chart.scope),
      column('state', chart.state),
    ],
    rows: [...rows, ...missing].sort((a, b) => new Intl.Collator('vi').compare(a.place, b.place)),
  }
}

function rowOf(figure: Figure, at: number, { words, dataset, language }: PictureInput): TableRow {
  const text = printFigure(figure, dataset, words.figure, language)
  return {
    id: `figure-${at}`,
    place: reporterName(dataset, territoryKey(figure.territory), language),
    indicator: text.indicator,
    kind: text.kind,
    number: text.number,
    unit: text.unit,
    time: text.time,
    scope: text.scope || words.chart.wholePlace,
    state: [words.figure.state[figure.state], ...text.remarks].join('; '),
    value: figure.value,
    figure,
  }
}
