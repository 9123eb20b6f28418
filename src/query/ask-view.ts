import type { Cell, ResultSet } from '../model/result-set.ts'
import { type ViewQuery, viewArms, viewSql } from './view-query.ts'

/**
 * The statements of a view's query, whose results follow each other in what `readAnswer` reads. With an earlier time to compare with
 * each time is a statement of its own: of three in one the engine makes a plan that on large data it does not come to the end of.
 */
export function viewStatements(query: ViewQuery, others = query.question.territories): readonly string[] {
  return query.before === null ? [viewSql(query, others)] : viewArms(query, others)
}

/** The results of statements with the same columns as one. */
export async function askAll(statements: readonly string[], ask: (sql: string) => Promise<ResultSet>): Promise<ResultSet> {
  const results: ResultSet[] = []
  for (const sql of statements) results.push(await ask(sql))
  const [only, ...others] = results
  if (only && others.length === 0) return only
  const columns = Object.keys(only?.columns ?? {}).map((name): [string, readonly Cell[]] => [
    name,
    results.flatMap((result) => [...(result.columns[name] ?? [])]),
  ])
  return { length: results.reduce((sum, { length }) => sum + length, 0), columns: Object.fromEntries(columns) }
}
