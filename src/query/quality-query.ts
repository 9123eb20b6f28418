import type { ResultSet } from '../model/result-set.ts'
import type { LeftOut } from '../model/rules/standing.ts'
import { ident } from './sql.ts'

/** What became of an accepted row; every row is of exactly one class. */
export type RowClass = (typeof ROW_CLASSES)[number]

/**
 * In the order of the account: rows that enter figures (a whole, one part or kind of it, what a unit adds to its province, a part of
 * the province by itself), those without a number, and those that enter none.
 */
export const ROW_CLASSES = [
  ...(['whole', 'part', 'added', 'scoped'] as const),
  ...(['in_words', 'suppressed', 'not_applicable'] as const),
  ...(['revised', 'other_source', 'inside_own', 'other_period'] as const satisfies readonly LeftOut[]),
] as const

/** SQL for the class of a row of `figure_row`. */
export const ROW_CLASS = `CASE
    WHEN left_out IS NOT NULL THEN left_out
    WHEN status IN ('suppressed', 'not_applicable') THEN status
    WHEN value IS NULL THEN 'in_words'
    WHEN figure_scope <> '' THEN 'scoped'
    WHEN unit_level <> 'tinh' OR scope_vi <> '' THEN 'added'
    WHEN breakdown_key <> '' THEN 'part'
    ELSE 'whole' END`

/** SQL for how many accepted rows are of which class; read with `readAccount`. */
export function accountSql(schema: string): string {
  return `SELECT ${ROW_CLASS} AS class, CAST(count(*) AS INTEGER) AS n FROM ${ident(schema)}.figure_row GROUP BY class ORDER BY class`
}

/** Every class with its count, 0 where no row is of it. */
export function readAccount(result: ResultSet): ReadonlyMap<RowClass, number> {
  const found = new Map(Array.from({ length: result.length }, (_, at) => [result.columns.class?.[at], result.columns.n?.[at]]))
  return new Map(ROW_CLASSES.map((name) => [name, Number(found.get(name) ?? 0)]))
}

/** What a source brought: its accepted rows, and of how many units of either list they are. */
export interface SourceCount {
  readonly sourceId: string
  readonly rows: number
  readonly units: { readonly '63': number; readonly '34': number }
}

export function sourceCountsSql(schema: string): string {
  const of = (set: string) => `CAST(count(DISTINCT province_code) FILTER (territory_set = '${set}') AS INTEGER) AS units_${set}`
  return `SELECT source_id, CAST(count(*) AS INTEGER) AS n, ${of('63')}, ${of('34')}
FROM ${ident(schema)}.figure_row GROUP BY source_id ORDER BY source_id`
}

export function readSourceCounts(result: ResultSet): SourceCount[] {
  const number = (name: string, at: number) => Number(result.columns[name]?.[at] ?? 0)
  return Array.from({ length: result.length }, (_, at) => ({
    sourceId: String(result.columns.source_id?.[at] ?? ''),
    rows: number('n', at),
    units: { '63': number('units_63', at), '34': number('units_34', at) },
  }))
}

/** Rows of one indicator that have no number to show, of all its rows. */
export interface WithheldCount {
  readonly indicator: string
  readonly suppressed: number
  readonly notApplicable: number
  readonly rows: number
}

/** SQL for the indicators with withheld rows, counted as in the account. */
export function withheldSql(schema: string): string {
  return `SELECT * FROM (
  SELECT indicator_code, CAST(count(*) FILTER (class = 'suppressed') AS INTEGER) AS suppressed,
    CAST(count(*) FILTER (class = 'not_applicable') AS INTEGER) AS not_applicable, CAST(count(*) AS INTEGER) AS n
  FROM (SELECT indicator_code, ${ROW_CLASS} AS class FROM ${ident(schema)}.figure_row) GROUP BY indicator_code
) WHERE suppressed + not_applicable > 0 ORDER BY indicator_code`
}

export function readWithheld(result: ResultSet): WithheldCount[] {
  const number = (name: string, at: number) => Number(result.columns[name]?.[at] ?? 0)
  return Array.from({ length: result.length }, (_, at) => ({
    indicator: String(result.columns.indicator_code?.[at] ?? ''),
    suppressed: number('suppressed', at),
    notApplicable: number('not_applicable', at),
    rows: number('n', at),
  }))
}
