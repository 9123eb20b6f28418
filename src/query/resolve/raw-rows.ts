import type { CsvIngest, Ingest, ParquetIngest } from '../../model/ingest.ts'
import { readCsvSql } from '../read-csv.ts'
import { readTableSql } from '../read-table.ts'
import { ident, literal } from '../sql.ts'
import { dropTableSql, type TableName, tableIdent } from '../table-name.ts'
import { matchColumns } from './observation-columns.ts'

/** One file of a load and its name in the engine: `ds/<name>` for a CSV file, the table `importedTable(name)` for a Parquet file. */
export interface LoadPart {
  readonly ingest: Ingest
  readonly name: string
}

/** Where the rows of a Parquet file are put before the statements of its load. */
export function importedTable(name: string): TableName {
  return { schema: 'main', table: name }
}

/**
 * SQL that makes the table `raw` of all files: the columns of the form that they have, as text and under their names in the form,
 * with `file` (from 0), `record` (from 0 over all files), `line` (in its file, from 1) and whether its value is `typed`, a number
 * and not a text.
 */
export function rawSql(schema: string, parts: readonly LoadPart[]): string[] {
  const s = ident(schema)
  let offset = 0
  const selects = parts.map(({ ingest, name }, file) => {
    const place = { file, offset }
    offset += ingest.records
    return ingest.kind === 'csv' ? ofCsv(s, ingest, name, place) : ofParquet(ingest, name, place)
  })
  const shifts = parts.flatMap(({ ingest }, file) =>
    ingest.shifts.map(({ record, shift }) => `(${[file, record, shift].map(literal).join(', ')})`),
  )
  return [
    `CREATE TABLE ${s}.line_shift (file INTEGER, record BIGINT, shift BIGINT)`,
    ...(shifts.length > 0 ? [`INSERT INTO ${s}.line_shift VALUES ${shifts.join(', ')}`] : []),
    `CREATE TABLE ${s}.raw AS\n${selects.join('\nUNION ALL BY NAME\n')}`,
    `DROP TABLE ${s}.line_shift`,
    ...parts.flatMap(({ ingest, name }) => (ingest.kind === 'parquet' ? [dropTableSql(importedTable(name))] : [])),
  ]
}

/** The columns of the form that the files have between them. */
export function columnsOf(parts: readonly LoadPart[]): string[] {
  return [...new Set(parts.flatMap(({ ingest }) => [...matchColumns(ingest.columns).found.keys()]))]
}

interface Place {
  readonly file: number
  readonly offset: number
}

function ofCsv(s: string, ingest: CsvIngest, name: string, { file, offset }: Place): string {
  const { found } = matchColumns(ingest.columns)
  const columns = [...found].map(([column, own]) => `${ident(own)} AS ${ident(column)}`)
  return `SELECT ${file} AS file, r.* REPLACE (r.record + ${offset} AS record), r.record + 2 + coalesce(l.shift, 0) AS line, FALSE AS typed
FROM (SELECT row_number() OVER () - 1 AS record, ${columns.join(', ')} FROM ${readCsvSql(name, ingest)}) r
ASOF LEFT JOIN (SELECT record, shift FROM ${s}.line_shift WHERE file = ${file}) l ON r.record >= l.record`
}

function ofParquet(ingest: ParquetIngest, name: string, { file, offset }: Place): string {
  const imported = importedTable(name)
  const { found } = matchColumns(ingest.columns)
  const columns = [...found].map(([column, own]) => `${ident(own)} AS ${ident(column)}`)
  const value = found.get('value')
  const typed =
    value === undefined
      ? 'FALSE'
      : `(SELECT typeof(any_value(${ident(value)})) NOT IN ('VARCHAR', 'BLOB') FROM ${tableIdent(imported)})`
  return `SELECT ${file} AS file, row_number() OVER () - 1 + ${offset} AS record, row_number() OVER () AS line, ${typed} AS typed, ${columns.join(', ')}
FROM ${readTableSql(imported, [...found.values()], ingest)}`
}
