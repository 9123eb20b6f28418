import type { Dataset } from '../../src/model/dataset.ts'
import type { Cell, ResultSet } from '../../src/model/result-set.ts'
import type { View } from '../../src/model/view.ts'
import { viewArms, viewQuery } from '../../src/query/view-query.ts'

/**
 * The result of a view's SQL, time by time: on large data the engine in Node takes minutes for all three at once, which the one in
 * the browser answers in seconds.
 */
export async function askView(view: View, dataset: Dataset, ask: (sql: string) => Promise<ResultSet>): Promise<ResultSet> {
  const results: ResultSet[] = []
  for (const arm of viewArms(viewQuery(view, dataset))) results.push(await ask(arm))
  const names = Object.keys(results[0]?.columns ?? {})
  const columns = names.map((name): [string, Cell[]] => [name, results.flatMap(({ columns }) => [...(columns[name] ?? [])])])
  return { length: results.reduce((sum, { length }) => sum + length, 0), columns: Object.fromEntries(columns) }
}
