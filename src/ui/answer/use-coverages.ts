import { skipToken, useQuery } from '@tanstack/react-query'
import type { Workspace } from '../../data/workspace.ts'
import type { Dataset } from '../../model/dataset.ts'
import type { Coverage } from '../../model/rules/coverage.ts'
import type { View } from '../../model/view.ts'
import { coverageStatements, coveragesOf, coverageView } from '../../query/coverage-query.ts'
import { askAnswer, shapeOf } from './ask-answer.ts'

/**
 * Per indicator, how many of the expected places have what in the view's time; empty until it is known. Asked only while it is
 * `wanted`: it is about all figures of the dataset, and the engine answers one question after the other.
 */
export function useCoverages(workspace: Workspace, dataset: Dataset, view: View, wanted: boolean): ReadonlyMap<string, Coverage> {
  const asked = coverageView(view, dataset)
  const statements = wanted ? coverageStatements(asked, dataset) : []
  const { data } = useQuery({
    queryKey: ['coverage', ...statements, shapeOf(asked)],
    queryFn: wanted
      ? async ({ signal }) => coveragesOf(await askAnswer(workspace, dataset, asked, statements, signal), asked, dataset)
      : skipToken,
  })
  return data ?? NONE
}

const NONE: ReadonlyMap<string, Coverage> = new Map()
