import type { Figure } from '../figure.ts'
import type { BreakdownRule } from '../indicator.ts'
import type { TerritoryRef } from '../territory.ts'
import type { BreakdownFilter } from './breakdown.ts'
import type { ResolvedRow } from './resolved-row.ts'
import { reportedScope } from './scope.ts'
import type { LeftOut } from './standing.ts'
import { isAsOfInside, liesInside, type Window } from './time.ts'

/** Why a row of the same territory and indicator is not among the terms of a figure. */
export type RowReason =
  | LeftOut
  | 'older'
  | 'other_window'
  | 'straddles'
  | 'not_chosen'
  | 'part_of_total'
  | 'whole'
  | 'other_kind'
  | 'other_scope'
  | 'printed_ratio'
  | 'filtered'
  /** Of another old unit of the same merged one, or reported on the other list of provinces (rule 11). */
  | 'other_unit'
  | 'other_list'

/** What a row must tell for its reason to be known. */
export type ReasonRow = Pick<
  ResolvedRow,
  | 'row'
  | 'territorySet'
  | 'provinceCode'
  | 'indicator'
  | 'aggregation'
  | 'breakdownKey'
  | 'breakdownValue'
  | 'periodStart'
  | 'periodEnd'
  | 'leftOut'
  | 'figureScope'
  | 'latest'
>

export interface ReasonContext {
  readonly figure: Figure
  readonly window: Window | null
  readonly filter: BreakdownFilter
  /** The rule of a breakdown key of the figure's indicator. */
  readonly ruleOf: (key: string) => BreakdownRule
}

/** Null for a term of the figure; else the first reason that keeps the row out. */
export function reasonFor(row: ReasonRow, { figure, window, filter, ruleOf }: ReasonContext): RowReason | null {
  if (figure.terms.includes(row.row)) return null
  if (row.leftOut !== null) return row.leftOut
  if (row.figureScope !== reportedScope(figure)) return 'other_scope'
  if (window === null && !row.latest) return 'older'
  if (window !== null && !isInWindow(row, window)) return straddles(row, window) ? 'straddles' : 'other_window'
  const units = unitsOf(figure)
  if (!units.some(({ set, code }) => set === row.territorySet && code === row.provinceCode)) {
    return units.some(({ set }) => set === row.territorySet) ? 'other_unit' : 'other_list'
  }
  if (figure.basis === 'ratio' && row.indicator === figure.indicator) return 'printed_ratio'
  // A figure of a filtered key stands for what the filter keeps: everything else of the indicator is outside it.
  if (filter[figure.breakdownKey] && !filter[row.breakdownKey]?.includes(row.breakdownValue)) return 'filtered'
  if (row.breakdownKey !== figure.breakdownKey) {
    if (row.breakdownKey === '') return ruleOf(figure.breakdownKey) === 'additive' ? 'whole' : 'other_kind'
    return ruleOf(row.breakdownKey) === 'additive' ? 'part_of_total' : 'other_kind'
  }
  if (row.breakdownKey !== '' && !figure.breakdownValues.includes(row.breakdownValue)) return 'other_kind'
  return row.aggregation === 'sum' ? 'not_chosen' : 'older'
}

/** Whether a row tells of days of a window, whatever keeps it out. */
export function touchesWindow(row: ReasonRow, window: Window): boolean {
  return isInWindow(row, window) || straddles(row, window)
}

/** Whose reports a figure is made of: those of its territory or of the units that it came from, or both. */
function unitsOf({ territory, merged }: Figure): readonly TerritoryRef[] {
  return merged ? [...merged.from, ...(merged.joined ? [territory] : [])] : [territory]
}

function isInWindow(row: ReasonRow, window: Window): boolean {
  return row.aggregation === 'sum' ? liesInside(row, window) : isAsOfInside(row, window)
}

function straddles({ periodStart, periodEnd }: ReasonRow, { from, to }: Window): boolean {
  if (periodStart === null || periodEnd === null) return false
  return (to === null || periodStart <= to) && (from === null || periodEnd >= from)
}
