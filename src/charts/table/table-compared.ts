import { printFigure } from '../../locale/print-figure.ts'
import type { Figure } from '../../model/figure.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { changeText } from '../words/change-text.ts'
import type { TableModel, TableRow } from './table-row.ts'

type Compared = Pick<TableRow, 'base' | 'change' | 'percent' | 'cells'>

export const NO_COMPARISON: Compared = { base: '', change: '', percent: '', cells: {} }

/** The columns of what a view compares with: the base, the difference and the percentage; of a target what was reached of it. */
export function comparedColumns({ answer, words }: PictureInput): TableModel['columns'] {
  const { compared } = answer
  if (!compared || compared.refused) return []
  const { compare } = words
  const base = { id: 'base', label: compare.base[compared.kind], numeric: true } as const
  if (compared.kind === 'target') return [base, { id: 'percent', label: compare.share, numeric: true }]
  return [base, { id: 'change', label: compare.change, numeric: true }, { id: 'percent', label: compare.percent, numeric: true }]
}

export function comparedCells(figure: Figure, input: PictureInput): Compared {
  const { answer, dataset, words, language } = input
  const { compared } = answer
  if (!compared || compared.refused || !figure.stands) return NO_COMPARISON
  const print = (one: Figure) => printFigure(one, dataset, words.figure, language).full
  const cell = (one: Figure | null) => ({ value: one?.value ?? null, figure: one })
  const against = compared.targets.get(figure)
  if (against) {
    const target: Figure = { ...figure, value: against.target, low: false, high: false, approx: false, word: '', terms: [] }
    const cells = { base: { value: against.target, figure: null }, percent: cell(against.share) }
    return { base: print(target), change: '', percent: print(against.share), cells }
  }
  const change = compared.changes.get(figure)
  // Why there is no change stands where the change would be.
  if (!change || (change.refused && change.refused !== 'zero_base')) {
    const reason = changeText(figure, input)
    const base = change?.base ?? null
    const cells = { base: cell(base) }
    return { base: base ? print(base) : '', change: reason, percent: compared.kind === 'target' ? reason : '', cells }
  }
  const { base, step, percent } = change
  return {
    base: base ? print(base) : '',
    change: step ? print(step) : '',
    percent: percent ? print(percent) : change.refused === 'zero_base' ? words.compare.zeroBase(compared.kind) : '',
    cells: { base: cell(base), change: cell(step), percent: cell(percent) },
  }
}
