import type { ParquetIngest } from '../model/ingest.ts'
import { ident } from './sql.ts'
import { type TableName, tableIdent } from './table-name.ts'

/**
 * The table expression that reads what a Parquet file became: these columns as text, NULL as '', in the order of the file, as
 * `readCsvSql` gives a CSV file. Numbers have the fewest digits that give them back, days stand as 2024-01-31.
 */
export function readTableSql(name: TableName, columns: readonly string[], { unmarked }: Pick<ParquetIngest, 'unmarked'>): string {
  const texts = columns.map((column) => {
    const text = unmarked.includes(column) ? bytesText(ident(column)) : plainText(ident(column))
    return `coalesce(nfc_normalize(${text}), '') AS ${ident(column)}`
  })
  return `(SELECT ${texts.join(', ')} FROM ${tableIdent(name)})`
}

/** Many programs know no days, only times: a day is midnight for them. */
function plainText(column: string): string {
  const text = `CAST(${column} AS VARCHAR)`
  return `CASE WHEN typeof(${column}) LIKE 'TIMESTAMP%' THEN regexp_replace(${text}, ' 00:00:00$', '') ELSE ${text} END`
}

function bytesText(column: string): string {
  return `coalesce(TRY(decode(${column})), CAST(${column} AS VARCHAR))`
}
