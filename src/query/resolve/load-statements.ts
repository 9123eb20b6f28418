import type { DatasetMeta } from '../../model/dataset.ts'
import type { CsvIngest, Ingest, ParquetIngest } from '../../model/ingest.ts'
import { readCsvSql } from '../read-csv.ts'
import { readTableSql } from '../read-table.ts'
import { ident, literal } from '../sql.ts'
import { dropTableSql, type TableName } from '../table-name.ts'
import { metaTablesSql } from './meta-tables.ts'
import { checkedSql, observationSql } from './observation.ts'
import { OBSERVATION_COLUMNS } from './observation-columns.ts'
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

/**
 * All statements that make a dataset of a file; the last one answers with a load report. A CSV file is registered as `ds/<name>`;
 * of a Parquet file the rows are in the table `importedTable(name)`, which is dropped on the way.
 */
export function loadStatements(meta: DatasetMeta, ingest: Ingest, name: string): string[] {
  const raw = ingest.kind === 'csv' ? rawOfCsv(meta.schema, ingest, name) : rawOfParquet(meta.schema, ingest, name)
  return [...beginStatements(meta), ...raw, ...resolveStatements(meta, ingest.columns)]
}

/** Where the rows of a Parquet file are put before the statements of its load. */
export function importedTable(name: string): TableName {
  return { schema: 'main', table: name }
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

function rawOfCsv(schema: string, ingest: CsvIngest, name: string): string[] {
  const s = ident(schema)
  const columns = observationColumns(ingest)
  const shifts = ingest.shifts.map(({ record, shift }) => `(${literal(record)}, ${literal(shift)})`)
  return [
    `CREATE TABLE ${s}.line_shift (record BIGINT, shift BIGINT)`,
    ...(shifts.length > 0 ? [`INSERT INTO ${s}.line_shift VALUES ${shifts.join(', ')}`] : []),
    `CREATE TABLE ${s}.raw AS
SELECT r.*, r.record + 2 + coalesce(l.shift, 0) AS line
FROM (SELECT row_number() OVER () - 1 AS record, ${columns.map(ident).join(', ')} FROM ${readCsvSql(name, ingest)}) r
ASOF LEFT JOIN ${s}.line_shift l ON r.record >= l.record
ORDER BY r.record`,
    `DROP TABLE ${s}.line_shift`,
  ]
}

function rawOfParquet(schema: string, ingest: ParquetIngest, name: string): string[] {
  const imported = importedTable(name)
  return [
    `CREATE TABLE ${ident(schema)}.raw AS
SELECT row_number() OVER () - 1 AS record, row_number() OVER () AS line, *
FROM ${readTableSql(imported, observationColumns(ingest), ingest)}`,
    dropTableSql(imported),
  ]
}

/** The columns of a file that mean something here; any other may be called `line` or `record` too. */
function observationColumns({ columns }: Ingest): string[] {
  return OBSERVATION_COLUMNS.map((column) => column.name).filter((column) => columns.includes(column))
}

function reportSql(schema: string): string {
  const s = ident(schema)
  return `SELECT read, kept, rejected, coalesce((
  SELECT string_agg(DISTINCT CAST(year(period_end) AS VARCHAR), ',') FROM ${s}.observation
  WHERE period_start IS NOT NULL AND year(period_start) = year(period_end)), '') AS years,
  (SELECT CAST(max(period_end) AS VARCHAR) FROM ${s}.observation) AS latest_day
FROM ${s}.loaded`
}
