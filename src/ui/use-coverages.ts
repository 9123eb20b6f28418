import { useQuery } from '@tanstack/react-query'
import type { Workspace } from '../data/workspace.ts'
import { type Dataset, keyOf } from '../model/dataset.ts'
import type { Coverage } from '../model/rules/coverage.ts'
import type { View } from '../model/view.ts'
import { coverageSql, readCoverages } from '../query/coverage-query.ts'
import { windowOf } from '../query/view-query.ts'

/** Per indicator, how many of the expected places have what in the view's time; empty until it is known. */
export function useCoverages(workspace: Workspace, dataset: Dataset, view: View): ReadonlyMap<string, Coverage> {
  const sql = coverageSql(dataset.schema, windowOf(view, dataset))
  const result = useQuery({
    queryKey: [sql],
    queryFn: async ({ signal }) => readCoverages(await workspace.ask(keyOf(dataset), sql, signal)),
  })
  // Counted by those who reported: on another list of provinces the counts would be of something else.
  const isReported = view.units === 'goc' || dataset.reporters.every((key) => key.startsWith(view.units))
  return (isReported && result.data) || NONE
}

const NONE: ReadonlyMap<string, Coverage> = new Map()
