import type { CalendarStart } from '../model/calendar.ts'
import type { Dataset } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import type { ResultSet } from '../model/result-set.ts'
import { type Bucket, bucketsBetween, GRAINS } from '../model/rhythm.ts'
import { type IndexedSeries, indexSeries } from '../model/rules/index-series.ts'
import { groupBy } from '../model/rules/standing.ts'
import type { Grain, View } from '../model/view.ts'
import { type FigureQuestion, figuresSql } from './figures/figures-sql.ts'
import { readBuckets, readFigures } from './figures/read-figures.ts'
import { byBucket, type SeamedWindows, seamedWindows, seamsOf } from './seam-windows.ts'
import { sharedOnList } from './shared-on-list.ts'
import { type Straddling, straddlingSql } from './straddling-query.ts'
import { countsBeside, divider, indicatorsOf, territoriesOf, windowOf, withLowerUnits } from './view-query.ts'

/** The figures of a view over time: one question, answered for each bucket as if it stood alone. */
export interface SeriesQuestion {
  readonly question: FigureQuestion
  readonly grain: Grain
  readonly buckets: readonly Bucket[]
  readonly windows: SeamedWindows
}

/** Figures over time; `figures[i]` are those of `buckets[i]`. A bucket without figures is a gap. */
export interface Series {
  readonly grain: Grain
  readonly buckets: readonly Bucket[]
  readonly figures: readonly (readonly Figure[])[]
  /** Under an index, the measures without a common base, as `indexSeries` has them. */
  readonly baseless?: IndexedSeries['baseless']
  /** What its months and years are. */
  readonly calendar: CalendarStart
}

/** More points than a picture can tell apart: the next coarser grain is taken. */
const MOST_BUCKETS = 200

/**
 * The question of a series: whole buckets inside the view's window, at the view's grain or, where it names none or a finer one
 * than the indicators have, at the finest that they have. Null where there are fewer than two buckets.
 */
export function seriesQuestion(view: View, dataset: Dataset): SeriesQuestion | null {
  const indicators = indicatorsOf(view, dataset)
  const grains = view.grain === null ? GRAINS : GRAINS.slice(GRAINS.indexOf(view.grain))
  for (const grain of grains) {
    const buckets = bucketsAt(grain, indicators, view, dataset)
    if (buckets.length < 2 || buckets.length > MOST_BUCKETS) continue
    const windows = seamedWindows(buckets, view.units, dataset)
    const question = {
      schema: dataset.schema,
      window: null,
      indicators: [...indicators, ...countsBeside(view, dataset)],
      territories: territoriesOf(view, dataset),
      filter: view.filters,
      buckets: windows.asked,
    }
    return { question, grain, buckets, windows }
  }
  return null
}

export function seriesSql({ question }: SeriesQuestion): string {
  return figuresSql(question)
}

/** SQL for the rows that straddle the edges of the buckets; null where the view leaves them out. Read with `readStraddling`. */
export function seriesStraddlingSql({ question, buckets }: SeriesQuestion, { straddling }: View): string | null {
  return straddling === 'out' ? null : straddlingSql(question, buckets)
}

/**
 * Each bucket on the list of provinces that the view counts by, divided as the view asks, and as the view of its days alone would
 * have it. `straddling` is the answer to `seriesStraddlingSql`.
 */
export function readSeries(
  result: ResultSet,
  { grain, buckets, windows }: SeriesQuestion,
  dataset: Dataset,
  view: View,
  straddling: readonly Straddling[] = [],
): Series {
  const divided = divider(view, dataset)
  const figures = byBucket(readFigures(result), readBuckets(result), windows).map((told) => withLowerUnits(told, dataset))
  const edges = groupBy(straddling, ({ window }) => String(window))
  const listed = buckets.map((bucket, at) => {
    const of = { figures: figures[at] ?? [], window: bucket, seams: seamsOf(windows, at, figures) }
    return sharedOnList(of, { window: bucket, rows: edges.get(String(at)) ?? [] }, view, dataset).figures
  })
  const series = { grain, buckets, calendar: dataset.calendar }
  if (view.normalisation === 'index') return { ...series, ...indexSeries(listed, buckets) }
  return { ...series, figures: listed.map(divided) }
}

function bucketsAt(grain: Grain, indicators: readonly string[], view: View, dataset: Dataset): Bucket[] {
  const held = dataset.rhythms.filter((rhythm) => rhythm.grain === grain && indicators.includes(rhythm.indicator))
  if (held.length === 0) return []
  const from = held.map((rhythm) => rhythm.from).reduce((a, b) => (a < b ? a : b))
  const to = held.map((rhythm) => rhythm.to).reduce((a, b) => (a > b ? a : b))
  const window = windowOf(view, dataset) ?? { from: null, to: null }
  return bucketsBetween(from, to, grain, dataset.calendar).filter(
    (bucket) => (window.from === null || bucket.from >= window.from) && (window.to === null || bucket.to <= window.to),
  )
}
