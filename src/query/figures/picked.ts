import { daysBetween } from '../../model/rules/periods.ts'
import type { Window } from '../../model/rules/time.ts'
import { NEWEST_FIRST, REPORT_KEY } from '../resolve/resolved.ts'
import { literal } from '../sql.ts'

/** Rows that make one figure share these. */
export const FIGURE_KEY = 'territory_set, province_code, indicator_code, figure_scope, breakdown_key, breakdown_value'

/**
 * CTEs that pick, from the CTE `candidate`, the rows of "latest of each" (`null`) or of a window, as the CTE `picked` with
 * `days`, `spans`, `finer_differs` and `cover` of the row's key (rule 4); keys with equal `cover` are of one period.
 */
export function pickedCtes(window: Window | null): string {
  if (window === null) return `picked AS (SELECT *, ${UNCOVERED} FROM candidate WHERE latest)`
  const inside = edges(window, 'period_start', 'period_end')
  const asOf = edges(window, 'period_end', 'period_end')
  return `inside AS (SELECT * FROM candidate WHERE aggregation = 'sum' AND ${inside}),
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
covered AS (
  SELECT ${FIGURE_KEY}, best[nth + 1].days AS days, best[nth + 1].picks AS picks,
    array_to_string(list_transform(best[nth + 1].picks, lambda p: CAST(spans[p].s AS VARCHAR) || '/' || CAST(spans[p].e AS VARCHAR)), '+') AS spans
  FROM cover WHERE nth = len(spans)
),
marked_span AS (
  SELECT span.*, list_contains(covered.picks, CAST(span.nth AS INTEGER)) AS is_picked FROM span JOIN covered USING (${FIGURE_KEY})
),
finer AS (
  SELECT ${FIGURE_KEY}, coarse.nth
  FROM marked_span coarse JOIN marked_span part USING (${FIGURE_KEY})
  WHERE NOT coarse.is_picked AND part.is_picked AND part.span_start >= coarse.span_start AND part.span_end <= coarse.span_end
  GROUP BY ${FIGURE_KEY}, coarse.nth
  HAVING count(*) > 1 AND sum(part.span_days) = any_value(coarse.span_days)
    AND bool_and(part.exact_value IS NOT NULL AND part.span_unit = coarse.span_unit)
    AND abs(sum(part.exact_value) - any_value(coarse.exact_value)) > 1e-9 * greatest(1, abs(any_value(coarse.exact_value)))
),
newest AS (
  SELECT *, source_id || ' ' || period_key = first_value(source_id || ' ' || period_key) OVER (
    PARTITION BY ${REPORT_KEY} ORDER BY ${NEWEST_FIRST}) AS is_newest
  FROM candidate WHERE aggregation <> 'sum' AND ${asOf}
),
picked AS (
  SELECT inside.*, CAST(covered.days AS INTEGER) AS days, covered.spans,
    (${FIGURE_KEY}) IN (SELECT (${FIGURE_KEY}) FROM finer) AS finer_differs,
    ${wholeOr(window)} AS cover
  FROM inside
  JOIN span USING (${FIGURE_KEY}, source_id, period_key)
  JOIN covered USING (${FIGURE_KEY})
  WHERE list_contains(covered.picks, CAST(span.nth AS INTEGER))
  UNION ALL BY NAME
  SELECT * EXCLUDE (is_newest), ${UNCOVERED} FROM newest WHERE is_newest
)`
}

const UNCOVERED = `NULL::INTEGER AS days, '' AS spans, FALSE AS finer_differs, '' AS cover`

/** The spans of a cover, or nothing where it leaves no day of the window out: two complete covers are of one period. */
function wholeOr({ from, to }: Window): string {
  return from === null || to === null
    ? 'covered.spans'
    : `CASE WHEN covered.days = ${daysBetween(from, to)} THEN '' ELSE covered.spans END`
}

/** The condition that [first, last] lies in the window; a row without a bound lies in none. */
function edges({ from, to }: Window, first: string, last: string): string {
  const parts = [`${first} IS NOT NULL AND ${last} IS NOT NULL`]
  if (from !== null) parts.push(`${first} >= DATE ${literal(from)}`)
  if (to !== null) parts.push(`${last} <= DATE ${literal(to)}`)
  return parts.join(' AND ')
}
