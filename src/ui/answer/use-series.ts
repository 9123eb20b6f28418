import { skipToken, useQuery } from '@tanstack/react-query'
import type { ChartType } from '../../charts/chart-type.ts'
import type { Workspace } from '../../data/workspace.ts'
import { keyOf } from '../../model/dataset.ts'
import { readSeries, type Series, seriesSql, seriesStraddlingSql } from '../../query/series-query.ts'
import { readStraddling } from '../../query/straddling-query.ts'
import { LARGE_ANSWER } from './keep-few.ts'
import type { Answered } from './use-answer.ts'

export interface SeriesState {
  /** Whether the picture can be drawn: it asks for no figures over time, or they are there. */
  readonly ready: boolean
  readonly series: Series | undefined
  readonly error: unknown
  retry(): void
}

/** Asks for the figures over time that a chart needs beside the answer. */
export function useSeries(workspace: Workspace, chart: ChartType, { view, dataset }: Answered): SeriesState {
  const question = chart.series?.(view, dataset) ?? null
  const sql = question && seriesSql(question)
  const { data, error, refetch } = useQuery({
    // The same answer is read on another list of provinces, divided, or with what straddles its buckets.
    queryKey: [sql ?? 'no series', view.units, view.normalisation, view.straddling],
    meta: LARGE_ANSWER,
    queryFn:
      question && sql
        ? async ({ signal }) => {
            const ask = (text: string) => workspace.ask(keyOf(dataset), text, signal)
            const edges = seriesStraddlingSql(question, view)
            const [result, rows] = await Promise.all([ask(sql), edges ? ask(edges) : null])
            return readSeries(result, question, dataset, view, rows ? readStraddling(rows) : [])
          }
        : skipToken,
  })
  const series = question ? data : undefined
  return { ready: question === null || series !== undefined, series, error: question ? error : null, retry: () => void refetch() }
}
