import type { Bilingual } from '../model/bilingual.ts'
import type { Dataset } from '../model/dataset.ts'
import type { PeriodBasis, Qualifier, Status } from '../model/observation.ts'
import type { ResultSet } from '../model/result-set.ts'
import type { View } from '../model/view.ts'
import { choiceSql } from './rows/row-choices.ts'
import type { RowColumnId } from './rows/row-columns.ts'
import { type NarrowingKey, rowNarrowings } from './rows/row-narrowing.ts'
import { rowOrder } from './rows/row-order.ts'
import type { Narrowing } from './rows/row-search.ts'
import { ident, literal } from './sql.ts'

/** So many rows that were not accepted are shown; the rest is counted. */
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

/** An accepted row with all its columns. */
export interface FullRow extends ReportedRow {
  readonly observationId: string
  readonly unitLevel: string
  readonly periodStart: string | null
  readonly periodEnd: string | null
  readonly periodBasis: PeriodBasis
  readonly duration: string
  readonly qualifier: Qualifier
  readonly status: Status
  readonly periodNote: Bilingual
  readonly verify: Bilingual
  readonly note: Bilingual
}

/** One thing that is wrong with a row that was not accepted; rows with several have several. */
export interface Fault {
  readonly file: number
  readonly line: number
  readonly column: string
  readonly text: string
  readonly reason: string
  /** Of a text that is no code: the code that was probably meant. */
  readonly near?: { readonly code: string; readonly label: Bilingual }
}

/**
 * SQL for the numbers (`row`) of the rows that a view is about, in its order: few bytes for each, so that a table of millions can be
 * scrolled without being fetched. Rows that its order holds for equal are in the order of the file.
 */
export function rowNumbersSql(view: View, dataset: Dataset): string {
  const order = rowOrder(view.sort, dataset, view.language)
  const { prefix, from } = fromRows([...rowNarrowings(view, dataset).values()], dataset, order)
  return `${prefix}SELECT CAST(o."row" AS INTEGER) AS "row" ${from} ORDER BY ${[...(order?.keys ?? []), 'o."row"'].join(', ')}`
}

export function readRowNumbers(result: ResultSet): readonly number[] {
  return (result.columns.row ?? []) as readonly number[]
}

/** SQL for the rows of these numbers; read with `readFullRows`. */
export function rowsByNumberSql({ schema }: Dataset, numbers: readonly number[]): string {
  // The range lets the engine pass over what lies beyond it, where numbers follow each other.
  const [least, most] = numbers.reduce(
    ([low, high], number) => [Math.min(low, number), Math.max(high, number)],
    [Number.POSITIVE_INFINITY, 0],
  )
  const range = `"row" BETWEEN ${least} AND ${most}`
  const isRange = most - least + 1 === numbers.length
  const within = numbers.length === 0 ? 'FALSE' : isRange ? range : `${range} AND "row" IN (${numbers.join(', ')})`
  return `SELECT CAST("row" AS INTEGER) AS "row", file, CAST(line AS INTEGER) AS line, observation_id,
  territory_set || ':' || province_code AS place, indicator_code, breakdown_key, breakdown_value, printed, value, unit, unit_level, scope_vi, scope_en,
  unit_name, source_id, locator, CAST(period_start AS VARCHAR) AS period_start, CAST(period_end AS VARCHAR) AS period_end, period_basis,
  duration_stated, qualifier, status, period_note_vi, period_note_en, verify_vi, verify_en, note_vi, note_en
FROM ${ident(schema)}.observation WHERE ${within}`
}

/** SQL for the values that a column of choices has among the rows that everything else keeps, the most frequent first. */
export function rowValuesSql(view: View, dataset: Dataset, column: RowColumnId): string {
  const others = [...rowNarrowings(view, dataset)].filter(([key]) => key !== `r.${column}`).map(([, narrowing]) => narrowing)
  const { prefix, from } = fromRows(others, dataset)
  return `${prefix}SELECT ${choiceSql(column, dataset)} AS code, CAST(count(*) AS INTEGER) AS n ${from}
GROUP BY 1 ORDER BY n DESC, code LIMIT ${MOST_VALUES}`
}

/** More values are no choice. */
const MOST_VALUES = 1_000

/** A value of a column and how many rows have it. */
export interface RowValue {
  readonly code: string
  readonly n: number
}

export function readRowValues(result: ResultSet): RowValue[] {
  const { code = [], n = [] } = result.columns
  return code.map((value, at) => ({ code: String(value ?? ''), n: Number(n[at] ?? 0) }))
}

/** SQL for how many rows there would be without each thing that narrows them; null where nothing does. */
export function rowsWithoutSql(view: View, dataset: Dataset): string | null {
  const all = rowNarrowings(view, dataset)
  const counts = [...all.keys()].map((key) => {
    const { prefix, from } = fromRows(
      [...all].filter(([other]) => other !== key).map(([, narrowing]) => narrowing),
      dataset,
    )
    return `SELECT ${literal(key)} AS "key", (${prefix}SELECT CAST(count(*) AS INTEGER) ${from}) AS n`
  })
  return counts.length === 0 ? null : counts.join('\nUNION ALL ')
}

export function readRowsWithout(result: ResultSet): { readonly key: NarrowingKey; readonly n: number }[] {
  const { key = [], n = [] } = result.columns
  return key.map((name, at) => ({ key: String(name), n: Number(n[at] ?? 0) }))
}

type Joined = Pick<Narrowing, 'parts' | 'joins'>

function fromRows(narrowings: readonly Narrowing[], { schema }: Dataset, order: Joined | null = null) {
  const joined: readonly Joined[] = order ? [...narrowings, order] : narrowings
  // Two of them may look into the texts of one column.
  const parts = [...new Map(joined.flatMap((one) => one.parts).map(({ name, sql }) => [name, sql]))]
  const where = narrowings.map((one) => `(${one.where})`)
  const tables = [`FROM ${ident(schema)}.observation o`, ...joined.flatMap(({ joins }) => joins)]
  return {
    prefix: parts.length === 0 ? '' : `WITH ${parts.map(([name, sql]) => `${name} AS MATERIALIZED (${sql})`).join(',\n')}\n`,
    from: `${tables.join('\n')}${where.length === 0 ? '' : `\nWHERE ${where.join(' AND ')}`}`,
  }
}

/** SQL for what is wrong with the rows of the file that were not accepted, in their order. */
export function faultsSql(dataset: Dataset): string {
  const reject = `${ident(dataset.schema)}.reject`
  return `SELECT file, CAST(line AS INTEGER) AS line, "column", "text", reason, near_code, near_vi, near_en FROM ${reject}
WHERE record IN (SELECT DISTINCT record FROM ${reject} ORDER BY record LIMIT ${MOST_ROWS}) ORDER BY record, nth`
}

export function readRows(result: ResultSet): { readonly rows: readonly ReportedRow[]; readonly all: number } {
  const rows = Array.from({ length: result.length }, (_, at) => readRow(result, at))
  return { rows, all: Number(result.columns.all_rows?.[0] ?? 0) }
}

/** The rows by their number. */
export function readFullRows(result: ResultSet): ReadonlyMap<number, FullRow> {
  const rows = Array.from({ length: result.length }, (_, at): FullRow => {
    const text = (name: string) => String(result.columns[name]?.[at] ?? '')
    const orNull = (name: string) => (result.columns[name]?.[at] ?? null) as string | null
    const pair = (name: string) => ({ vi: text(`${name}_vi`), en: text(`${name}_en`) })
    return {
      ...readRow(result, at),
      observationId: text('observation_id'),
      unitLevel: text('unit_level'),
      periodStart: orNull('period_start'),
      periodEnd: orNull('period_end'),
      periodBasis: text('period_basis') as PeriodBasis,
      duration: text('duration_stated'),
      qualifier: text('qualifier') as Qualifier,
      status: text('status') as Status,
      periodNote: pair('period_note'),
      verify: pair('verify'),
      note: pair('note'),
    }
  })
  return new Map(rows.map((row) => [row.row, row]))
}

function readRow(result: ResultSet, at: number): ReportedRow {
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
}

export function readFaults({ length, columns }: ResultSet): Fault[] {
  return Array.from({ length }, (_, at) => {
    const text = (name: string) => String(columns[name]?.[at] ?? '')
    const near = { code: text('near_code'), label: { vi: text('near_vi'), en: text('near_en') } }
    return {
      ...{ file: Number(columns.file?.[at] ?? 0), line: Number(columns.line?.[at] ?? 0) },
      ...{ column: text('column'), text: text('text'), reason: text('reason') },
      ...(near.code === '' ? {} : { near }),
    }
  })
}
