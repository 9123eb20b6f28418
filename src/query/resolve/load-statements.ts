import type { DatasetMeta } from '../../model/dataset.ts'
import type { CsvIngest } from '../../model/ingest.ts'
import { readCsvSql } from '../read-csv.ts'
import { ident, literal } from '../sql.ts'
import { metaTablesSql } from './meta-tables.ts'
import { checkedSql, observationSql } from './observation.ts'
import { resolvedSql } from './resolved.ts'

/** What the last statement of a load answers: one row. */
export interface LoadReport {
  readonly kept: number
  readonly rejected: number
  /** Rows that the engine read from the file; must equal the records counted before. */
  readonly read: number
  readonly years: readonly number[]
  readonly latestDay: string | null
}

/** All statements that make a dataset of a CSV file registered as `ds/<name>`; the last one answers with a load report. */
export function loadStatements(meta: DatasetMeta, ingest: CsvIngest, name: string): string[] {
  return [...beginStatements(meta), ...rawStatements(meta.schema, ingest, name), ...resolveStatements(meta, ingest.columns)]
}

/** The empty schema with the small tables. */
export function beginStatements(meta: DatasetMeta): string[] {
  return [`CREATE SCHEMA ${ident(meta.schema)}`, ...metaTablesSql(meta)]
}

/** From the table `raw` (text columns, record, line) to `observation`, `reject` and `resolved`, and the report. */
export function resolveStatements(meta: DatasetMeta, columns: readonly string[]): string[] {
  const s = ident(meta.schema)
  return [
    checkedSql(meta.schema, columns),
    `CREATE TABLE ${s}.loaded AS SELECT count(*) AS read, count(*) FILTER (reason IS NULL) AS kept, count(*) FILTER (reason IS NOT NULL) AS rejected FROM ${s}.checked`,
    ...observationSql(meta.schema),
    resolvedSql(meta.schema),
    reportSql(meta.schema),
  ]
}

/** Removes everything of a dataset. */
export function dropSql(schema: string): string {
  return `DROP SCHEMA IF EXISTS ${ident(schema)} CASCADE`
}

function rawStatements(schema: string, ingest: CsvIngest, name: string): string[] {
  const s = ident(schema)
  const shifts = ingest.shifts.map(({ record, shift }) => `(${literal(record)}, ${literal(shift)})`)
  return [
    `CREATE TABLE ${s}.line_shift (record BIGINT, shift BIGINT)`,
    ...(shifts.length > 0 ? [`INSERT INTO ${s}.line_shift VALUES ${shifts.join(', ')}`] : []),
    `CREATE TABLE ${s}.raw AS
SELECT r.*, r.record + 2 + coalesce(l.shift, 0) AS line
FROM (SELECT row_number() OVER () - 1 AS record, * FROM ${readCsvSql(name, ingest)}) r
ASOF LEFT JOIN ${s}.line_shift l ON r.record >= l.record
ORDER BY r.record`,
    `DROP TABLE ${s}.line_shift`,
  ]
}

function reportSql(schema: string): string {
  const s = ident(schema)
  return `SELECT read, kept, rejected, coalesce((
  SELECT string_agg(DISTINCT CAST(year(period_end) AS VARCHAR), ',') FROM ${s}.observation
  WHERE period_start IS NOT NULL AND year(period_start) = year(period_end)), '') AS years,
  (SELECT CAST(max(period_end) AS VARCHAR) FROM ${s}.observation) AS latest_day
FROM ${s}.loaded`
}
