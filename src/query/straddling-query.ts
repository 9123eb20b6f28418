import type { PeriodBasis, Qualifier, Status } from '../model/observation.ts'
import type { ResultSet } from '../model/result-set.ts'
import type { ClosedWindow, StraddlingRow } from '../model/rules/share-out.ts'
import { type TerritorySet, territoryKey } from '../model/territory.ts'
import { type FigureQuestion, keptWhere } from './figures/figures-sql.ts'
import { ident, literal, literalList } from './sql.ts'

/** A row that straddles an edge of a window; the windows are numbered from 0 as they were asked for. */
export interface Straddling extends StraddlingRow {
  readonly window: number
}

/** SQL for the rows of flows that straddle an edge of any of the windows, of what a question asks for; read with `readStraddling`. */
export function straddlingSql(
  { schema, indicators, territories, filter }: Omit<FigureQuestion, 'window' | 'buckets'>,
  windows: readonly ClosedWindow[],
): string {
  const s = ident(schema)
  const asked = windows.map(({ from, to }, nth) => `(${nth}, DATE ${literal(from)}, DATE ${literal(to)})`)
  const where = [
    `left_out IS NULL AND aggregation = 'sum' AND figure_scope = ''`,
    'period_start <= window_to AND period_end >= window_from AND (period_start < window_from OR period_end > window_to)',
    ...(indicators ? [`indicator_code IN ${literalList(indicators)}`] : []),
    ...(territories ? [`territory_set || ':' || province_code IN ${literalList(territories.map(territoryKey))}`] : []),
    `(${keptWhere(s, filter)})`,
  ]
  return `SELECT nth, "row", ${TEXTS.join(', ')},
  CAST(period_start AS VARCHAR) AS period_start, CAST(period_end AS VARCHAR) AS period_end, value, needs_verification, report, is_again
FROM ${s}.figure_row JOIN (VALUES ${asked.join(', ')}) AS asked (nth, window_from, window_to) ON TRUE
WHERE ${where.join('\n  AND ')}
ORDER BY nth, "row"`
}

export function readStraddling({ length, columns }: ResultSet): Straddling[] {
  return Array.from({ length }, (_, at) => {
    const text = (name: string) => String(columns[name]?.[at] ?? '')
    const value = columns.value?.[at] ?? null
    return {
      window: Number(text('nth')),
      row: Number(text('row')),
      territorySet: text('territory_set') as TerritorySet,
      provinceCode: text('province_code'),
      indicator: text('indicator_code'),
      breakdownKey: text('breakdown_key'),
      breakdownValue: text('breakdown_value'),
      sourceId: text('source_id'),
      periodStart: text('period_start'),
      periodEnd: text('period_end'),
      periodBasis: text('period_basis') as PeriodBasis,
      value: value === null ? null : Number(value),
      unit: text('unit'),
      status: text('status') as Status,
      qualifier: text('qualifier') as Qualifier,
      qualifierWord: text('qualifier_word'),
      needsVerification: columns.needs_verification?.[at] === true,
      report: Number(text('report')),
      isAgain: columns.is_again?.[at] === true,
    }
  })
}

const TEXTS = [
  ...['territory_set', 'province_code', 'indicator_code', 'breakdown_key', 'breakdown_value', 'source_id'],
  ...['period_basis', 'unit', 'status', 'qualifier', 'qualifier_word'],
]
