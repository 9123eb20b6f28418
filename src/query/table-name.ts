import { ident } from './sql.ts'

export interface TableName {
  readonly schema: string
  readonly table: string
}

/** The name as it stands in SQL: `"schema"."table"`. */
export function tableIdent({ schema, table }: TableName): string {
  return `${ident(schema)}.${ident(table)}`
}

/** Answers with one row: `rows`. Fails where there is no such table. */
export function countRowsSql(name: TableName): string {
  return `SELECT count(*) AS "rows" FROM ${tableIdent(name)}`
}

export function dropTableSql(name: TableName): string {
  return `DROP TABLE IF EXISTS ${tableIdent(name)}`
}
