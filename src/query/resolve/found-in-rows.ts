import type { ResultSet } from '../../model/result-set.ts'
import { readTerritoryKey, type TerritoryKey, territoryKey } from '../../model/territory.ts'
import { ident } from '../sql.ts'

/** What only the rows of a file tell: whom they are from and what about. */
export interface FoundInRows {
  readonly places: readonly TerritoryKey[]
  readonly indicators: readonly string[]
  /** In the order of trust that the engine has them in. */
  readonly sources: readonly string[]
}

/** SQL for `readFoundInRows`: one row for each thing found among the accepted rows. */
export function foundInRowsSql(schema: string): string {
  const s = ident(schema)
  return `SELECT 'place' AS kind, "key" AS name, 0 AS nth FROM ${s}.reporter
UNION ALL SELECT 'indicator', indicator_code, 0 FROM ${s}.observation GROUP BY indicator_code
UNION ALL SELECT 'source', id, rank FROM ${s}.source WHERE id IN (SELECT source_id FROM ${s}.observation)
ORDER BY kind, nth, name`
}

export function readFoundInRows(result: ResultSet): FoundInRows {
  const named = (kind: string) =>
    Array.from({ length: result.length }, (_, at) => at)
      .filter((at) => result.columns.kind?.[at] === kind)
      .map((at) => String(result.columns.name?.[at] ?? ''))
  const refs = named('place').map(readTerritoryKey)
  return {
    places: refs.filter((ref) => ref !== null).map(territoryKey),
    indicators: named('indicator'),
    sources: named('source'),
  }
}
