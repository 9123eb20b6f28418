import type { DatasetMeta } from '../../model/dataset.ts'
import type { Rhythm } from '../../model/rhythm.ts'
import type { NameRead, Understood } from '../../model/understood.ts'
import { ident, literal } from '../sql.ts'
import { understoodSql } from './by-hand.ts'
import { yearAtSql } from './calendar-sql.ts'
import { metaTablesSql } from './meta-tables.ts'
import { namesReadSql, nameTableSql } from './name-table.ts'
import { checkedSql, observationSql } from './observation.ts'
import { columnsOf, type LoadPart, rawSql } from './raw-rows.ts'
import { resolvedSql } from './resolved.ts'
import { rhythmsSql } from './rhythms.ts'
import { seamDaysSql, seamsSql } from './seams.ts'

/** What the last statement of a load answers: one row. */
export interface LoadReport {
  readonly kept: number
  readonly rejected: number
  /** Rows that the engine read from the files; must equal the records counted before. */
  readonly read: number
  readonly years: readonly number[]
  readonly latestDay: string | null
  readonly rhythms: readonly Rhythm[]
  readonly seams: readonly string[]
  /** Of files filled in by hand: accepted rows by what was understood in them. */
  readonly understood: ReadonlyMap<Understood, number>
  /** The names that were read as codes, the most frequent first. */
  readonly namesRead: readonly NameRead[]
}

/**
 * All statements that make a dataset of its files; the last one answers with a load report. Of files filled in `byHand`, the cells
 * are understood first, and whoever has a row is who is expected to report.
 */
export function loadStatements(meta: DatasetMeta, parts: readonly LoadPart[], byHand = false): string[] {
  const raw = rawSql(meta.schema, parts)
  const words = byHand ? [fileSourcesSql(meta), ...nameTableSql(meta)] : []
  return [...beginStatements(meta), ...raw, ...words, ...resolveStatements(meta, columnsOf(parts), byHand)]
}

/** The empty schema with the small tables. */
export function beginStatements(meta: DatasetMeta): string[] {
  return [`CREATE SCHEMA ${ident(meta.schema)}`, ...metaTablesSql(meta)]
}

/** From the table `raw` (text columns, file, record, line) to `observation`, `reject` and `resolved`, and the report. */
export function resolveStatements(meta: DatasetMeta, columns: readonly string[], byHand = false): string[] {
  const s = ident(meta.schema)
  const [understood, namesRead] = byHand ? [understoodSql, namesReadSql].map((sql) => `(${sql(meta.schema)})`) : [`''`, `''`]
  return [
    checkedSql(meta.schema, columns, byHand),
    `DROP TABLE ${s}.raw`,
    `CREATE TABLE ${s}.loaded AS SELECT count(*) AS read, count(*) FILTER (faults IS NULL) AS kept, count(*) FILTER (faults IS NOT NULL) AS rejected, ${understood} AS understood, ${namesRead} AS names_read FROM ${s}.checked`,
    ...observationSql(meta.schema, byHand),
    ...(byHand ? [reportersSql(meta.schema)] : []),
    ...resolvedSql(meta.schema),
    seamsSql(meta.schema),
    reportSql(meta),
  ]
}

/** Removes everything of a dataset. */
export function dropSql(schema: string): string {
  return `DROP SCHEMA IF EXISTS ${ident(schema)} CASCADE`
}

/** Sources that nothing else is known of than that rows name them; last in the order of trust. */
function fileSourcesSql(meta: DatasetMeta): string {
  const s = ident(meta.schema)
  return `INSERT INTO ${s}.source
SELECT id, ${literal(meta.sources.length)} + row_number() OVER (ORDER BY id) - 1, NULL, NULL
FROM (SELECT DISTINCT trim(source_id) AS id FROM (SELECT NULL AS source_id WHERE FALSE UNION ALL BY NAME SELECT * FROM ${s}.raw))
WHERE id <> '' AND id NOT LIKE '%|%' AND length(id) <= 80 AND id NOT IN (SELECT id FROM ${s}.source)`
}

function reportersSql(schema: string): string {
  const s = ident(schema)
  return `INSERT INTO ${s}.reporter SELECT DISTINCT territory_set || ':' || province_code FROM ${s}.observation ORDER BY 1`
}

function reportSql({ schema, calendar }: DatasetMeta): string {
  const s = ident(schema)
  const [first, last] = [yearAtSql('period_start', calendar), yearAtSql('period_end', calendar)]
  return `SELECT read, kept, rejected, coalesce((
  SELECT string_agg(DISTINCT CAST(${last} AS VARCHAR), ',') FROM (SELECT DISTINCT period_start, period_end FROM ${s}.figure_row)
  WHERE period_start IS NOT NULL AND ${first} = ${last}), '') AS years,
  (SELECT CAST(max(period_end) AS VARCHAR) FROM ${s}.figure_row) AS latest_day,
  (${rhythmsSql(schema, calendar)}) AS rhythms, (${seamDaysSql(schema)}) AS seams, understood, names_read
FROM ${s}.loaded`
}
