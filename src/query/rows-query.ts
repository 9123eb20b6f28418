import type { Dataset } from '../model/dataset.ts'
import type { ResultSet } from '../model/result-set.ts'
import { territoryKey } from '../model/territory.ts'
import type { View } from '../model/view.ts'
import { ident, literal, literalList } from './sql.ts'
import { indicatorsOf, territoriesOf } from './view-query.ts'

/** So many rows are shown; the rest is counted. */
export const MOST_ROWS = 500

/** One accepted row as it was reported. */
export interface ReportedRow {
  readonly row: number
  /** Which of the dataset's files, from 0, and the line in it, from 1. */
  readonly file: number
  readonly line: number
  readonly place: string
  readonly indicator: string
  readonly breakdownKey: string
  readonly breakdownValue: string
  readonly printed: string
  readonly value: number | null
  readonly unit: string
  readonly scope: { readonly vi: string; readonly en: string }
  readonly unitName: string
  readonly sourceId: string
  readonly locator: string
}

/** A row that was not accepted: where it stands and what is wrong with it. */
export interface RejectedRow {
  readonly file: number
  readonly line: number
  readonly column: string
  readonly text: string
  readonly reason: string
}

/** SQL for the accepted rows that a view is about, in the order of the file, with `all_rows`: how many there are. */
export function rowsSql(view: View, dataset: Dataset): string {
  const where = ['TRUE']
  if (view.indicators.length > 0) where.push(`indicator_code IN ${literalList(indicatorsOf(view, dataset))}`)
  const places = territoriesOf(view, dataset)
  if (places) where.push(`territory_set || ':' || province_code IN ${literalList(places.map(territoryKey))}`)
  for (const [key, values] of Object.entries(view.filters)) {
    where.push(`(breakdown_key <> ${literal(key)} OR breakdown_value IN ${literalList(values)})`)
  }
  return `SELECT CAST("row" AS INTEGER) AS "row", file, CAST(line AS INTEGER) AS line, territory_set || ':' || province_code AS place, indicator_code,
  breakdown_key, breakdown_value, printed, value, unit, scope_vi, scope_en, unit_name, source_id, locator, CAST(count(*) OVER () AS INTEGER) AS all_rows
FROM ${ident(dataset.schema)}.observation WHERE ${where.join(' AND ')} ORDER BY "row" LIMIT ${MOST_ROWS}`
}

/** SQL for the rows of the file that were not accepted. */
export function rejectsSql(dataset: Dataset): string {
  return `SELECT file, CAST(line AS INTEGER) AS line, "column", "text", reason FROM ${ident(dataset.schema)}.reject ORDER BY record LIMIT ${MOST_ROWS}`
}

export function readRows(result: ResultSet): { readonly rows: readonly ReportedRow[]; readonly all: number } {
  const rows = Array.from({ length: result.length }, (_, at): ReportedRow => {
    const text = (name: string) => String(result.columns[name]?.[at] ?? '')
    const value = result.columns.value?.[at] ?? null
    return {
      row: Number(text('row')),
      file: Number(text('file')),
      line: Number(text('line')),
      place: text('place'),
      indicator: text('indicator_code'),
      breakdownKey: text('breakdown_key'),
      breakdownValue: text('breakdown_value'),
      printed: text('printed'),
      value: value === null ? null : Number(value),
      unit: text('unit'),
      scope: { vi: text('scope_vi'), en: text('scope_en') },
      unitName: text('unit_name'),
      sourceId: text('source_id'),
      locator: text('locator'),
    }
  })
  return { rows, all: Number(result.columns.all_rows?.[0] ?? 0) }
}

export function readRejects(result: ResultSet): RejectedRow[] {
  return Array.from({ length: result.length }, (_, at) => ({
    file: Number(result.columns.file?.[at] ?? 0),
    line: Number(result.columns.line?.[at] ?? 0),
    column: String(result.columns.column?.[at] ?? ''),
    text: String(result.columns.text?.[at] ?? ''),
    reason: String(result.columns.reason?.[at] ?? ''),
  }))
}
