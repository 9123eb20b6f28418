import type { Workspace } from '../../data/workspace.ts'
import { type Dataset, keyOf } from '../../model/dataset.ts'
import type { View } from '../../model/view.ts'
import { askAll } from '../../query/ask-view.ts'
import { readOwed } from '../../query/owed-query.ts'
import { readStraddling } from '../../query/straddling-query.ts'
import { type Answer, readAnswerInSteps } from '../../query/view-answer.ts'
import { viewOwedSql, viewStraddlingSql } from '../../query/view-query.ts'

/** The answer to the statements of a view, with what is owed and what straddles its edges. */
export async function askAnswer(
  workspace: Workspace,
  dataset: Dataset,
  view: View,
  statements: readonly string[],
  signal: AbortSignal,
): Promise<Answer> {
  const ask = (text: string) => workspace.ask(keyOf(dataset), text, signal)
  const beside = [viewOwedSql(view, dataset), viewStraddlingSql(view, dataset)].map((text) => text && ask(text))
  const [result, owed, edges] = await Promise.all([askAll(statements, ask), ...beside])
  return readAnswerInSteps(pause, result, dataset, view, owed ? readOwed(owed) : [], edges ? readStraddling(edges) : [])
}

/** Until the page has answered what its reader did meanwhile. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve)
  })
}

/** What changes an answer but not the texts of its statements: a key for caches, beside them. */
export function shapeOf(view: View): string {
  // What changes only the picture (charts, language) is not in it; the view is read at drawing time from the same key.
  const { dataset, indicators, time, straddling, territories, units, normalisation, comparison } = view
  return JSON.stringify([dataset, indicators, time, straddling, territories, units, normalisation, comparison])
}
