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
  readonly finerDiffers: boolean
}

/**
 * A figure on its way. `ownPeriod` tells whether two figures of one territory are of one period (see `isOfOneTime`), `comparePeriod`
 * whether two of different territories are.
 */
export interface Draft extends Figure {
  readonly ownPeriod: string
  readonly comparePeriod: string
  /** Of a stock its as-of day, where that is known. */
  readonly asOf: string | null
}

/** Rules 1 and 7 inside a territory: of one period, or stocks of one day, whatever their starts and whoever reports them. */
export function isOfOneTime(one: Draft, other: Draft): boolean {
  return one.ownPeriod === other.ownPeriod || (one.asOf !== null && one.asOf === other.asOf)
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

/** Whether a figure is a number that nothing bounds. */
export function isExactNumber(figure: Pick<Figure, 'value' | 'low' | 'high' | 'approx'>): boolean {
  return figure.value !== null && !figure.low && !figure.high && !figure.approx
}

/** One figure of picked rows: `single` for rows of one key and value, `parts_sum` for several values of one key. */
export function buildFigure(group: readonly Picked[], kind: 'single' | 'parts_sum', window: Window | null): Draft {
  const rows = group.map((p) => p.row).sort((a, b) => a.row - b.row)
  const first = rows[0] as ResolvedRow
  const scoped = first.figureScope !== ''
  const time = timeOf(group, first, window)
  const values = first.breakdownKey === '' ? [] : [...new Set(rows.map((row) => row.breakdownValue))].sort()
  const basis: FigureBasis = kind === 'parts_sum' ? 'parts_sum' : first.breakdownKey === '' ? 'total' : 'part'
  const figure = {
    ...combine(rows, first.aggregation, scoped, time.onePeriod),
    territory: { set: first.territorySet, code: first.provinceCode },
    indicator: first.indicator,
    breakdownKey: first.breakdownKey,
    breakdownValues: values,
    basis,
    stands: true,
    scope: first.figureScope,
    scopeVi: scoped ? first.scopeVi || first.unitName : '',
    scopeEn: scoped ? first.scopeEn || first.unitName : '',
    unitLevel: scoped ? first.unitLevel : ('tinh' as const),
    period: periodOf(rows, time.covered),
    mismatch: false,
    finerDiffers: group.some((p) => p.finerDiffers),
    days: time.days,
    daysOf: time.daysOf,
    ownPeriod: time.own,
    comparePeriod: time.compare,
    asOf: first.aggregation === 'last' ? first.periodEnd : null,
  }
  // Rule 2: one part alone, without a total, is shown as the part it is.
  const isOnePart = basis === 'parts_sum' && values.length === 1 && figure.value !== null
  return { ...figure, state: isOnePart ? ('only_parts' as const) : figure.state, comparisonKey: comparisonKey(figure) }
}

/** Rule 7 as one text: indicator, definition, unit, period; a figure of a part of a territory only compares with itself. */
export function comparisonKey(figure: Omit<Draft, 'comparisonKey'>): string {
  const { territory, indicator, scope, unit, comparePeriod } = figure
  const definition = figure.breakdownKey === '' ? 'total' : `${figure.breakdownKey}=${figure.breakdownValues.join('+')}`
  const place = scope === '' ? '' : `|${territory.set}:${territory.code}|${scope}`
  return `${indicator}|${definition}|${unit}|${comparePeriod}${place}`
}

/**
 * Rule 7 in a window: a flow that covers all its days, and every stock, are of the window; a partial cover is of its own spans,
 * what is neither flow nor stock of its own period.
 */
function timeOf(group: readonly Picked[], first: ResolvedRow, window: Window | null) {
  const compare = comparePeriodKey(first, first.aggregation)
  const uncovered = { covered: false, onePeriod: true, days: null, daysOf: null, own: first.periodKey, compare }
  if (window === null) return uncovered
  const whole = `W:${window.from ?? ''}/${window.to ?? ''}`
  if (first.aggregation === 'last') return { ...uncovered, compare: whole }
  if (first.aggregation !== 'sum') return uncovered
  const daysOf = window.from !== null && window.to !== null ? daysBetween(window.from, window.to) : null
  const days = Math.min(...group.map((p) => p.days ?? 0))
  const key = days === daysOf ? whole : `P:${[...new Set(group.map((p) => p.spans))].sort().join(' ')}`
  const onePeriod = new Set(group.map((p) => (p.days === daysOf ? whole : p.spans))).size === 1
  return { covered: true, onePeriod, days, daysOf, own: key, compare: key }
}

function periodOf(rows: readonly ResolvedRow[], covered: boolean): FigurePeriod {
  const first = rows[0] as ResolvedRow
  const durations = new Set(rows.map((row) => row.durationStated))
  const duration = durations.size === 1 ? first.durationStated : ''
  if (!covered) return { start: first.periodStart, end: first.periodEnd, basis: first.periodBasis, duration }
  const start = rows.map((row) => row.periodStart as string).sort()[0] as string
  const end = rows
    .map((row) => row.periodEnd as string)
    .sort()
    .at(-1) as string
  return { start, end, basis: first.periodBasis, duration }
}
