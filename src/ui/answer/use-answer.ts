import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Workspace } from '../../data/workspace.ts'
import { type Dataset, keyOf } from '../../model/dataset.ts'
import type { View } from '../../model/view.ts'
import { viewStatements } from '../../query/ask-view.ts'
import type { Answer } from '../../query/view-answer.ts'
import { viewQuery } from '../../query/view-query.ts'
import { askAnswer, shapeOf } from './ask-answer.ts'
import { LARGE_ANSWER } from './keep-few.ts'

/** An answer together with the view that it answers: old numbers are never drawn under a new title. */
export interface Answered {
  readonly answer: Answer
  readonly view: View
  readonly dataset: Dataset
}

export interface AnswerState {
  /** The newest answer there is; while a new one is computed, and where it cannot be, the previous one. */
  readonly answered: Answered | undefined
  readonly waiting: boolean
  readonly error: unknown
  retry(): void
}

/** Asks the engine what a view needs, or with `statements` a part of it. Their text is the key of the cache. */
export function useAnswer(
  workspace: Workspace,
  dataset: Dataset,
  view: View,
  statements = viewStatements(viewQuery(view, dataset)),
): AnswerState {
  const { data, isFetching, error, refetch } = useQuery({
    queryKey: [...statements, shapeOf(view)],
    meta: LARGE_ANSWER,
    queryFn: ({ signal }) => askAnswer(workspace, dataset, view, statements, signal),
  })
  const current = useMemo((): Answered | undefined => data && { answer: data, view, dataset }, [data, view, dataset])
  // Not the query's placeholder: that one goes with the first error, and the picture with it.
  const [kept, keep] = useState(current)
  if (current && current !== kept) keep(current)
  // Numbers of another dataset are not shown under the name of this one, not even while its own are computed.
  const previous = kept && keyOf(kept.dataset) === keyOf(dataset) ? kept : undefined
  const newest = current ?? previous ?? null
  // Pictures of a new answer are made between what the reader does meanwhile, not in one task with the press that asked for them.
  const ready = useDeferredValue(newest, null)
  const answered = ready && keyOf(ready.dataset) === keyOf(dataset) ? ready : undefined
  return { answered, waiting: isFetching || ready !== newest, error, retry: () => void refetch() }
}
