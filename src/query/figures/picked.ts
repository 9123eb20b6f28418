import type { Window } from '../../model/rules/time.ts'
import { NEWEST_FIRST, REPORT_KEY } from '../resolve/resolved.ts'
import { literal } from '../sql.ts'

/** Rows that make one figure share these. */
export const FIGURE_KEY = 'bucket, territory_set, province_code, indicator_code, figure_scope, breakdown_key, breakdown_value'

/**
 * CTEs that pick, from the CTE `candidate`, the rows of "latest of each" (`null`) or of windows, as the CTE `picked` with
 * `days`, `spans`, `finer_differs` and `cover` of the row's key (rule 4); keys with equal `cover` are of one period.
 * `bucket` numbers the windows; each is answered as if it stood alone.
 */
export function pickedCtes(windows: readonly Window[] | null): string {
  if (windows === null) {
    return `picked AS (
  SELECT *, 0 AS bucket, NULL::DATE AS bucket_from, NULL::DATE AS bucket_to, ${UNCOVERED} FROM candidate WHERE latest
)`
  }
  return `bucket (bucket, bucket_from, bucket_to) AS (VALUES ${windows.map(bucketRow).join(', ')}),
inside AS (SELECT * FROM candidate JOIN bucket ON aggregation = 'sum' AND ${liesIn('period_start', 'period_end')}),
span AS (
  SELECT ${FIGURE_KEY}, source_id, period_key, any_value(period_start) AS span_start, any_value(period_end) AS span_end,
    date_diff('day', any_value(period_start), any_value(period_end)) + 1 AS span_days,
    CASE WHEN bool_and(value IS NOT NULL AND qualifier NOT IN ('at_least', 'at_most', 'about')) AND count(DISTINCT unit) = 1
      THEN sum(value) END AS exact_value,
    any_value(unit) AS span_unit,
    row_number() OVER (
      PARTITION BY ${FIGURE_KEY}
      ORDER BY any_value(period_end), any_value(period_start), any_value(basis_rank), any_value(source_rank), period_key
    ) AS nth
  FROM inside GROUP BY ${FIGURE_KEY}, source_id, period_key
),
span_list AS (
  SELECT ${FIGURE_KEY}, list({'s': span_start, 'e': span_end, 'd': span_days} ORDER BY nth) AS spans FROM span GROUP BY ${FIGURE_KEY}
),
cover AS (
  SELECT ${FIGURE_KEY}, spans, 0 AS nth, [{'days': 0::BIGINT, 'n': 0, 'picks': []::INTEGER[]}] AS best FROM span_list
  UNION ALL
  SELECT ${FIGURE_KEY}, spans, nth + 1, list_append(best, CASE
    WHEN take.days > best[nth + 1].days OR (take.days = best[nth + 1].days AND take.n > best[nth + 1].n) THEN take
    ELSE best[nth + 1] END)
  FROM (
    SELECT *, {'days': base.days + spans[nth + 1].d, 'n': base.n + 1, 'picks': list_append(base.picks, nth + 1)} AS take
    FROM (SELECT *, best[len(list_filter(spans[1:nth], lambda x: x.e < spans[nth + 1].s)) + 1] AS base FROM cover WHERE nth < len(spans))
  )
),
covered AS MATERIALIZED (
  SELECT ${FIGURE_KEY}, row_number() OVER () AS key_number, best[nth + 1].days AS days, best[nth + 1].picks AS picks,
    array_to_string(list_transform(best[nth + 1].picks, lambda p: CAST(spans[p].s AS VARCHAR) || '/' || CAST(spans[p].e AS VARCHAR)), '+') AS spans
  FROM cover WHERE nth = len(spans)
),
coarse AS (
  SELECT covered.key_number, span.* FROM span JOIN covered USING (${FIGURE_KEY}) WHERE NOT list_contains(covered.picks, CAST(span.nth AS INTEGER))
),
chosen AS (
  SELECT covered.key_number, span.* FROM span JOIN covered USING (${FIGURE_KEY}) WHERE list_contains(covered.picks, CAST(span.nth AS INTEGER))
),
finer AS (
  SELECT coarse.key_number
  FROM coarse JOIN chosen ON chosen.key_number = coarse.key_number
    AND chosen.span_start >= coarse.span_start AND chosen.span_end <= coarse.span_end
  GROUP BY coarse.key_number, coarse.nth
  HAVING count(*) > 1 AND sum(chosen.span_days) = any_value(coarse.span_days)
    AND bool_and(chosen.exact_value IS NOT NULL AND chosen.span_unit = coarse.span_unit)
    AND abs(sum(chosen.exact_value) - any_value(coarse.exact_value)) > 1e-9 * greatest(1, abs(any_value(coarse.exact_value)))
),
newest AS (
  SELECT *, source_id || ' ' || period_key = first_value(source_id || ' ' || period_key) OVER (
    PARTITION BY bucket, ${REPORT_KEY} ORDER BY ${NEWEST_FIRST}) AS is_newest
  FROM candidate JOIN bucket ON aggregation <> 'sum' AND ${liesIn('period_end', 'period_end')}
),
picked AS (
  SELECT inside.*, CAST(covered.days AS INTEGER) AS days, covered.spans,
    covered.key_number IN (SELECT key_number FROM finer) AS finer_differs,
    CASE WHEN covered.days = date_diff('day', bucket_from, bucket_to) + 1 THEN '' ELSE covered.spans END AS cover
  FROM inside
  JOIN span USING (${FIGURE_KEY}, source_id, period_key)
  JOIN covered USING (${FIGURE_KEY})
  WHERE list_contains(covered.picks, CAST(span.nth AS INTEGER))
  UNION ALL BY NAME
  SELECT * EXCLUDE (is_newest), ${UNCOVERED} FROM newest WHERE is_newest
)`
}

const UNCOVERED = `NULL::INTEGER AS days, '' AS spans, FALSE AS finer_differs, '' AS cover`

function bucketRow({ from, to }: Window, nth: number): string {
  const day = (text: string | null) => (text === null ? 'NULL::DATE' : `DATE ${literal(text)}`)
  return `(${nth}, ${day(from)}, ${day(to)})`
}

/** The condition that [first, last] lies in the bucket, whose ends may be open; a row without a bound lies in none. */
function liesIn(first: string, last: string): string {
  return `${first} IS NOT NULL AND ${last} IS NOT NULL
  AND (bucket_from IS NULL OR ${first} >= bucket_from) AND (bucket_to IS NULL OR ${last} <= bucket_to)`
}
