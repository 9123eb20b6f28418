import { useQuery } from '@tanstack/react-query'
import type { Workspace } from '../../data/workspace.ts'
import { type Dataset, indicatorOf, keyOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { reportsOf } from '../../model/rules/listed-reporters.ts'
import type { UnitList } from '../../model/view.ts'
import { type GroundsRow, groundsSql, readGrounds } from '../../query/grounds-query.ts'

/** The rows behind a figure on a list of provinces, terms and others. */
export function useGrounds(workspace: Workspace, dataset: Dataset, figure: Figure, units: UnitList) {
  const indicator = indicatorOf(dataset, figure.indicator)
  const partners =
    figure.basis === 'ratio' ? [indicator?.numerator, indicator?.denominator].filter((code) => typeof code === 'string') : []
  const sql = groundsSql(dataset.schema, figure, partners, reportsOf(figure.territory, units, dataset))
  return useQuery({
    queryKey: [sql],
    queryFn: async ({ signal }): Promise<GroundsRow[]> => readGrounds(await workspace.ask(keyOf(dataset), sql, signal)),
  })
}
