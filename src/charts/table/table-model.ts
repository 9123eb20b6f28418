import { nameOrder } from '../../locale/name-order.ts'
import { printFigure } from '../../locale/print-figure.ts'
import type { Figure } from '../../model/figure.ts'
import { stateAlone } from '../../model/rules/states.ts'
import { territoryKey } from '../../model/territory.ts'
import { stateFor } from '../../query/place-state.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { reporterName, reportersOf } from '../parts/reporters.ts'
import { comparedCells, comparedColumns, NO_COMPARISON } from './table-compared.ts'
import type { TableModel, TableRow } from './table-row.ts'

/** The table twin of a picture that shows `figures`, with a line for every expected place that has none. */
export function tableOf(figures: readonly Figure[], input: PictureInput): TableModel {
  const { words, dataset, language, view, answer } = input
  const rows = figures.map((figure, at) => rowOf(figure, at, input))
  const told = new Set(figures.map(({ territory }) => territoryKey(territory)))
  const silent = reportersOf(view, dataset).filter((key) => !told.has(key))
  const missing = silent.map((key) => ({
    id: `none-${key}`,
    place: reporterName(dataset, key, language),
    indicator: '',
    kind: '',
    number: words.chart.missing,
    unit: '',
    time: '',
    scope: '',
    state: words.figure.state[stateFor(key, answer)],
    stateCode: stateFor(key, answer),
    value: null,
    figure: null,
    ...NO_COMPARISON,
  }))
  const column = (id: Exclude<keyof TableRow, 'cells'>, label: string, numeric = false) => ({ id, label, numeric })
  const { chart } = words
  return {
    columns: [
      column('place', chart.place),
      column('indicator', chart.indicator),
      column('kind', chart.kind),
      column('number', chart.figure, true),
      column('unit', chart.unit),
      ...comparedColumns(input),
      column('time', chart.time),
      column('scope', chart.scope),
      column('state', chart.state),
    ],
    rows: [...rows, ...missing].sort((a, b) => nameOrder(a.place, b.place)),
  }
}

function rowOf(figure: Figure, at: number, input: PictureInput): TableRow {
  const { words, dataset, language } = input
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
    state: [words.figure.state[stateAlone(figure)], ...words.figure.boundedState(figure), ...text.remarks].join('; '),
    stateCode: stateAlone(figure),
    value: figure.value,
    figure,
    ...comparedCells(figure, input),
  }
}
