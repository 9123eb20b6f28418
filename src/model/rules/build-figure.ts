import type { Figure, FigureBasis, FigurePeriod } from '../figure.ts'
import { combine } from './combine.ts'
import { comparePeriodKey, daysBetween } from './periods.ts'
import type { ResolvedRow } from './resolved-row.ts'
import type { Window } from './time.ts'

/** A row that enters a figure, with the days and spans that its key covers in the window. */
export interface Picked {
  readonly row: ResolvedRow
  readonly days: number | null
  readonly spans: string
}

/** A figure on its way; `ownPeriod` tells whether two figures of one territory are of one period. */
export interface Draft extends Figure {
  readonly ownPeriod: string
}

/** Rows with equal keys make one figure: territory, indicator, part of the territory, breakdown key and value. */
export function figureKey(row: ResolvedRow): string {
  return JSON.stringify([wholeKey(row), row.breakdownValue])
}

/** The same without the breakdown value. */
export function wholeKey(row: ResolvedRow): string {
  return JSON.stringify([row.territorySet, row.provinceCode, row.indicator, row.figureScope, row.breakdownKey])
}

/** `wholeKey` of a figure's rows, or of its total where `breakdownKey` is given as empty. */
export function wholeKeyOf(figure: Figure, breakdownKey = figure.breakdownKey): string {
  return JSON.stringify([figure.territory.set, figure.territory.code, figure.indicator, figure.scope, breakdownKey])
}

/** One figure of picked rows: `single` for rows of one key and value, `parts_sum` for several values of one key. */
export function buildFigure(group: readonly Picked[], kind: 'single' | 'parts_sum', window: Window | null): Draft {
  const rows = group.map((p) => p.row).sort((a, b) => a.row - b.row)
  const first = rows[0] as ResolvedRow
  const scoped = first.figureScope !== ''
  const combined = combine(rows, first.aggregation, scoped)
  const values = first.breakdownKey === '' ? [] : [...new Set(rows.map((row) => row.breakdownValue))].sort()
  const basis: FigureBasis = kind === 'parts_sum' ? 'parts_sum' : first.breakdownKey === '' ? 'total' : 'part'
  const time = timeOf(group, first, window)
  const definition = basis === 'total' ? 'total' : `${first.breakdownKey}=${values.join('+')}`
  const place = scoped ? `|${first.territorySet}:${first.provinceCode}|${first.figureScope}` : ''
  return {
    ...combined,
    territory: { set: first.territorySet, code: first.provinceCode },
    indicator: first.indicator,
    breakdownKey: first.breakdownKey,
    breakdownValues: values,
    basis,
    stands: true,
    scope: first.figureScope,
    scopeVi: scoped ? first.scopeVi || first.unitName : '',
    scopeEn: scoped ? first.scopeEn || first.unitName : '',
    unitLevel: scoped ? first.unitLevel : 'tinh',
    period: periodOf(rows, time.covered),
    mismatch: false,
    days: time.days,
    daysOf: time.daysOf,
    comparisonKey: `${first.indicator}|${definition}|${combined.unit}|${time.compare}${place}`,
    ownPeriod: time.own,
  }
}

/** Rule 7 in a window: a flow that covers all its days, and every stock, are of the window; a partial cover is of its own spans. */
function timeOf(group: readonly Picked[], first: ResolvedRow, window: Window | null) {
  if (window === null) {
    return { covered: false, days: null, daysOf: null, own: first.periodKey, compare: comparePeriodKey(first, first.aggregation) }
  }
  const whole = `W:${window.from ?? ''}/${window.to ?? ''}`
  if (first.aggregation !== 'sum') return { covered: false, days: null, daysOf: null, own: first.periodKey, compare: whole }
  const days = Math.min(...group.map((p) => p.days ?? 0))
  const daysOf = window.from !== null && window.to !== null ? daysBetween(window.from, window.to) : null
  const key = days === daysOf ? whole : `P:${[...new Set(group.map((p) => p.spans))].sort().join(' ')}`
  return { covered: true, days, daysOf, own: key, compare: key }
}

function periodOf(rows: readonly ResolvedRow[], covered: boolean): FigurePeriod {
  const first = rows[0] as ResolvedRow
  const durations = new Set(rows.map((row) => row.durationStated))
  const duration = durations.size === 1 ? first.durationStated : ''
  if (!covered) return { start: first.periodStart, end: first.periodEnd, basis: first.periodBasis, duration }
  const start = rows.map((row) => row.periodStart as string).sort()[0] as string
  const end = rows.map((row) => row.periodEnd as string).sort().at(-1) as string
  return { start, end, basis: first.periodBasis, duration }
}
