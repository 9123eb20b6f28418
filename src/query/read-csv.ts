import type { CsvIngest } from '../model/ingest.ts'
import { literal } from './sql.ts'

/**
 * The table expression that reads `ds/<name>`: every column as text, an empty cell as '', records in the order of the file,
 * so that `row_number() OVER ()` over it counts them. Nothing is detected: the ingest has said how the file is cut.
 */
export function readCsvSql(name: string, ingest: Pick<CsvIngest, 'columns' | 'dialect'>): string {
  const { delimiter, quote } = ingest.dialect
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
    `max_line_size = ${MAX_LINE_SIZE}`,
    `force_not_null = [${ingest.columns.map(literal).join(', ')}]`,
    `columns = {${columns.join(', ')}}`,
  ]
  return `read_csv(${literal(`ds/${name}`)}, ${options.join(', ')})`
}

/** Bytes of the longest record; the engine's own limit of 2 MB refuses a long note. */
const MAX_LINE_SIZE = 16_777_216
