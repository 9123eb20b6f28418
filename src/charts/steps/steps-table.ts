import { printFigure } from '../../locale/print-figure.ts'
import type { Figure } from '../../model/figure.ts'
import { stateAlone } from '../../model/rules/states.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { NO_COMPARISON } from '../table/table-compared.ts'
import { tableOf } from '../table/table-model.ts'
import type { TableModel, TableRow } from '../table/table-row.ts'
import type { Step } from './steps-model.ts'
import { shareLines } from './steps-option.ts'

/** The sums and shares that the picture shows, step by step, then the numbers of the places that they are made of. */
export function stepsTable(steps: readonly Step[], input: PictureInput): TableModel {
  const standing = input.answer.figures.filter(({ stands }) => stands)
  const table = tableOf(standing, input)
  const computed = steps.flatMap((step) => [
    ...(step.figure?.computed ? [rowOf(step, step.figure, '', '', input)] : []),
    ...(step.before?.share ? [shareRow(step, step.before.share, input)] : []),
  ])
  return { ...table, rows: [...computed, ...table.rows] }
}

function shareRow(step: Step, share: Figure, input: PictureInput): TableRow {
  const [of = '', over = ''] = step.before ? shareLines(step.before, step.unit, input) : []
  return rowOf(step, share, of, over, input)
}

function rowOf(step: Step, figure: Figure, kind: string, state: string, input: PictureInput): TableRow {
  const { words, dataset, language } = input
  const text = printFigure(figure, dataset, words.figure, language)
  const n = figure.computed?.how === 'step_share' ? (step.before?.places.length ?? 0) : step.n
  return {
    id: `step-${step.nth}-${figure.computed?.how ?? ''}`,
    place: words.models.stepPlaces(n, step.of),
    indicator: step.title,
    kind,
    number: text.number,
    unit: text.unit,
    time: text.time,
    scope: words.chart.wholePlace,
    state:
      [state, ...words.figure.boundedState(figure), ...text.remarks].filter(Boolean).join('; ') ||
      words.figure.state[figure.state],
    stateCode: stateAlone(figure),
    value: figure.value,
    figure,
    ...NO_COMPARISON,
  }
}
