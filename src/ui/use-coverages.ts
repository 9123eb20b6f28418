import { skipToken, useQuery } from '@tanstack/react-query'
import type { Workspace } from '../data/workspace.ts'
import { type Dataset, keyOf } from '../model/dataset.ts'
import type { Coverage } from '../model/rules/coverage.ts'
import type { View } from '../model/view.ts'
import { coverageSql, readCoverages } from '../query/coverage-query.ts'
import { windowOf } from '../query/view-query.ts'

/**
 * Per indicator, how many of the expected places have what in the view's time; empty until it is known. Asked only while it is
 * `wanted`: it is about all figures of the dataset, and the engine answers one question after the other.
 */
export function useCoverages(workspace: Workspace, dataset: Dataset, view: View, wanted: boolean): ReadonlyMap<string, Coverage> {
  const sql = coverageSql(dataset.schema, windowOf(view, dataset))
  // Counted by those who reported: on another list of provinces the counts would be of something else.
  const isReported = view.units === 'goc' || dataset.reporters.every((key) => key.startsWith(view.units))
  const result = useQuery({
    queryKey: [sql],
    queryFn:
      wanted && isReported ? async ({ signal }) => readCoverages(await workspace.ask(keyOf(dataset), sql, signal)) : skipToken,
  })
  return (isReported && result.data) || NONE
}

const NONE: ReadonlyMap<string, Coverage> = new Map()
