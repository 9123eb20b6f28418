import type { Dataset } from '../../src/model/dataset.ts'
import type { ResultSet } from '../../src/model/result-set.ts'
import { groupBy } from '../../src/model/rules/standing.ts'
import { stateOf } from '../../src/model/rules/states.ts'
import { type TerritorySet, territoryKey } from '../../src/model/territory.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import type { CoverageMatrix, MatrixQuestion } from '../../src/query/coverage-matrix-query.ts'
import { figuresSql } from '../../src/query/figures/figures-sql.ts'
import { readBuckets, readFigures } from '../../src/query/figures/read-figures.ts'
import { readMatrixOnList } from '../../src/query/matrix-on-list.ts'
import { toldSql } from '../../src/query/matrix-told-query.ts'
import { owedSql, readOwedCounts } from '../../src/query/owed-query.ts'
import { byBucket, seamedWindows, seamsOf } from '../../src/query/seam-windows.ts'
import { reportersIn } from '../../src/query/view-answer.ts'
import { countsBeside, onViewList } from '../../src/query/view-query.ts'

export type Ask = (sql: string) => Promise<ResultSet>

/** The view of one indicator, counted by one list of provinces. */
export function viewOn(set: TerritorySet, indicator: string, dataset: Dataset): View {
  return { ...EMPTY_VIEW, dataset: dataset.id, units: set, indicators: [indicator] }
}

/** The matrix as the page asks for it, and the counts of owed reports beside it. */
export async function askMatrix(question: MatrixQuestion, dataset: Dataset, ask: Ask) {
  const { buckets, indicator, set } = question
  const window = { from: buckets[0]?.from ?? null, to: buckets.at(-1)?.to ?? null }
  const owed = readOwedCounts(await ask(owedSql(dataset, window, [indicator])))
  const places = reportersIn(viewOn(set, indicator, dataset), dataset)
  const said = await ask(toldSql(question, dataset))
  return { matrix: readMatrixOnList(said, question, owed, dataset, places), owed }
}

/** `place bucket state` of what the figures of each stretch come to, by the rules of every other picture; silent places are left out. */
export async function linesByFigures(question: MatrixQuestion, dataset: Dataset, ask: Ask): Promise<string[]> {
  const { indicator, set, buckets } = question
  const view = viewOn(set, indicator, dataset)
  const windows = seamedWindows(buckets, set, dataset)
  const asked = {
    schema: dataset.schema,
    window: null,
    indicators: [indicator, ...countsBeside(view, dataset)],
    territories: null,
  }
  const result = await ask(figuresSql({ ...asked, filter: {}, buckets: windows.asked }))
  const told = byBucket(readFigures(result), readBuckets(result), windows)
  return buckets.flatMap((bucket, nth) => {
    const { figures, refused } = onViewList(told[nth] ?? [], view, dataset, bucket, seamsOf(windows, nth, told))
    const byPlace = groupBy(figures, ({ territory }) => territoryKey(territory))
    return reportersIn(view, dataset).flatMap((place) => {
      const isRefused = refused.some((split) => split.parts.includes(place) && split.figures.some(({ stands }) => stands))
      const of = { otherTime: [], overdue: false, hasSource: true, refused: isRefused }
      const state = MATRIX_STATE[stateOf({ ...of, figures: byPlace.get(place) ?? [] })]
      return state ? [`${place} ${bucket.from} ${state}`] : []
    })
  })
}

/** The same lines of the matrix. */
export function linesOf({ columns, rows }: CoverageMatrix): string[] {
  return columns.flatMap((column, at) =>
    rows.flatMap(({ place, cells }) => {
      const state = cells[at]?.state ?? ''
      const isSaid = column !== 'rest' && !SILENT.includes(state)
      return isSaid ? [`${place} ${column.from} ${state === 'some_units' ? 'only_parts' : state}`] : []
    }),
  )
}

const MATRIX_STATE: Readonly<Record<string, string>> = {
  ...{ value: 'number', zero: 'number', part_of_time: 'some_days', in_words: 'in_words', only_parts: 'only_parts' },
  ...{ suppressed: 'withheld', not_applicable: 'withheld', refused: 'refused' },
}

const SILENT = ['in_longer', 'overdue', 'awaited', 'not_mentioned', 'not_owed']
