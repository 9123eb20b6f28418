import type { Dataset } from '../model/dataset.ts'
import type { ResultSet } from '../model/result-set.ts'
import { type Bucket, bucketsBetween, GRAINS } from '../model/rhythm.ts'
import type { TerritorySet } from '../model/territory.ts'
import { edgeDays } from '../model/time-choice.ts'
import type { Grain, View } from '../model/view.ts'
import { ident, literal } from './sql.ts'
import { indicatorsOf } from './view-query.ts'

/** The stretches of the reporting calendar that a view's data lie in, one after the other. */
export interface Timeline {
  readonly grain: Grain
  readonly buckets: readonly Bucket[]
  readonly indicators: readonly string[]
}

/** How many places of a list have a figure for days of a bucket. */
export type TimelineCounts = readonly Readonly<Record<TerritorySet, number>>[]

/** More than these are too narrow to be told apart: the next coarser grain is taken. */
const MOST = 72

/** Null where the data have fewer than two closed periods to choose between. */
export function timelineOf(view: View, dataset: Dataset): Timeline | null {
  const { calendar, years } = dataset
  const indicators = indicatorsOf(view, dataset)
  const held = dataset.rhythms.filter(({ indicator }) => indicators.includes(indicator))
  const whole = years.map((year) => edgeDays(String(year), calendar))
  const days = [...held, ...(held.length > 0 ? [] : whole)]
  const from = days.map((one) => one.from).sort()[0]
  const to = days
    .map((one) => one.to)
    .sort()
    .at(-1)
  if (!from || !to) return null
  for (const grain of GRAINS) {
    const isHeld = grain === 'year' || held.some((rhythm) => rhythm.grain === grain)
    const buckets = isHeld ? bucketsBetween(from, to, grain, calendar) : []
    if (buckets.length > 1 && (buckets.length <= MOST || grain === 'year')) return { grain, buckets, indicators }
  }
  return null
}

/** SQL for `readTimelineCounts`: a flow is there on all its days, anything else on the day that it is of. */
export function timelineSql(schema: string, { buckets, indicators }: Timeline): string {
  const values = buckets.map(({ from, to }, nth) => `(${nth}, DATE ${literal(from)}, DATE ${literal(to)})`)
  return `WITH bucket (bucket, bucket_from, bucket_to) AS (VALUES ${values.join(', ')}),
told AS MATERIALIZED (
  SELECT DISTINCT territory_set, province_code, CASE WHEN aggregation = 'sum' THEN period_start ELSE period_end END AS first, period_end AS last
  FROM ${ident(schema)}.figure_row
  WHERE left_out IS NULL AND indicator_code IN (${indicators.map(literal).join(', ')}) AND period_end IS NOT NULL
)
SELECT bucket, territory_set, CAST(count(DISTINCT province_code) AS INTEGER) AS places
FROM bucket JOIN told ON first <= bucket_to AND last >= bucket_from
GROUP BY bucket, territory_set ORDER BY bucket, territory_set`
}

/** One entry a bucket. */
export function readTimelineCounts(result: ResultSet, { buckets }: Timeline): TimelineCounts {
  const counts = buckets.map(() => ({ '63': 0, '34': 0 }))
  for (let at = 0; at < result.length; at++) {
    const bucket = counts[Number(result.columns.bucket?.[at])]
    const set = result.columns.territory_set?.[at]
    if (bucket && (set === '63' || set === '34')) bucket[set] = Number(result.columns.places?.[at] ?? 0)
  }
  return counts
}
