import type { CsvIngest } from '../model/ingest.ts'
import { literal } from './sql.ts'

/**
 * The table expression that reads `ds/<name>`: every column as text, an empty cell as '', records in the order of the file,
 * so that `row_number() OVER ()` over it counts them. Nothing is detected: the ingest has said how the file is cut.
 */
export function readCsvSql(name: string, ingest: Pick<CsvIngest, 'columns' | 'dialect' | 'longestRecord'>): string {
  const { delimiter, quote } = ingest.dialect
  const line = Math.max(LEAST_LINE, ingest.longestRecord)
  const columns = ingest.columns.map((column) => `${literal(column)}: 'VARCHAR'`)
  // No new_line: together with strict_mode it makes DuckDB 1.4 read a CRLF file as empty, without an error.
  const options = [
    'auto_detect = false',
    'all_varchar = true',
    'header = true',
    `delim = ${literal(delimiter)}`,
    `quote = ${literal(quote)}`,
    `escape = ${literal(quote)}`,
    "encoding = 'utf-8'",
    "compression = 'none'",
    'strict_mode = true',
    'ignore_errors = false',
    'null_padding = false',
    'parallel = false',
    `max_line_size = ${line}`,
    `buffer_size = ${Math.max(LEAST_BUFFER, 2 * line)}`,
    `force_not_null = [${ingest.columns.map(literal).join(', ')}]`,
    `columns = {${columns.join(', ')}}`,
  ]
  return `read_csv(${literal(`ds/${name}`)}, ${options.join(', ')})`
}

/** Bytes. Left to itself the engine takes sixteen times the longest line at once, a quarter of a gigabyte for long notes. */
const LEAST_LINE = 2 ** 16
const LEAST_BUFFER = 2 ** 22
