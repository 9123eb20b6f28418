import type { Window } from '../../model/rules/time.ts'
import type { TerritorySet } from '../../model/territory.ts'
import { literal } from '../sql.ts'

/**
 * A window; or a part of the `of`-th one, up to or after a seam, in which only reports of one list are asked for, on what has such a
 * seam.
 */
export interface AskedWindow extends Window {
  readonly part?: { readonly list: TerritorySet; readonly seam: string; readonly of: number }
}

/**
 * CTEs that pick, from the CTE `candidate`, the rows of "latest of each" (`null`) or of windows, as the CTE `picked` with
 * `days`, `spans`, `finer_differs` and `cover` of the row's figure (rule 4); figures with equal `cover` are of one period.
 * `bucket` numbers the windows; each is answered as if it stood alone. Texts that may be long, as `spans` and `cover` of a figure
 * of many years, stand beside the first row of the figure only; the others have NULL.
 */
export function pickedCtes(s: string, windows: readonly AskedWindow[] | null): string {
  if (windows === null) {
    return `picked AS (
  SELECT *, 0 AS bucket, NULL::DATE AS bucket_from, NULL::DATE AS bucket_to, ${UNCOVERED} FROM candidate WHERE latest
)`
  }
  return `bucket (bucket, bucket_from, bucket_to, bucket_list, bucket_seam, bucket_of) AS (VALUES ${windows.map(bucketRow).join(', ')}),
reported AS (
  SELECT figure, report, min("row") AS "row", any_value(topic) AS topic, any_value(territory_set) AS list, any_value(source_rank) AS source_rank,
    any_value(period_start) AS span_start, any_value(period_end) AS span_end,
    date_diff('day', any_value(period_start), any_value(period_end)) + 1 AS span_days,
    CASE WHEN bool_and(value IS NOT NULL AND qualifier NOT IN ('at_least', 'at_most', 'about')) AND min(unit) = max(unit)
      THEN sum(value) END AS exact_value,
    any_value(unit) AS span_unit
  FROM candidate WHERE aggregation = 'sum'${withinAll(windows)} GROUP BY figure, report
),
${hasParts(windows) ? spanInParts(s) : `span AS (SELECT * FROM reported JOIN bucket ON ${liesIn('span_start', 'span_end')})`},
stretch AS MATERIALIZED (
  SELECT *, sum(CAST(is_apart AS INTEGER)) OVER (${SPANS}) AS stretch
  FROM (
    SELECT *, coalesce(span_start > max(span_end) OVER (${SPANS_BEFORE}), FALSE) AS is_apart,
      coalesce(span_start > max(span_start) OVER (${SPANS_BEFORE}), TRUE)
        AND coalesce(span_end < min(span_end) OVER (${SPANS_BEHIND}), TRUE) AS is_finest
    FROM span
  )
),
${crowdCtes()},
judged AS MATERIALIZED (
  SELECT stretch.*, is_tiled IS NOT NULL AS is_crowded,
    CASE WHEN is_tiled IS NULL THEN TRUE WHEN is_tiled THEN is_finest ELSE list_contains(picks, report) END AS is_taken,
    coalesce(list_contains(finer_picks, report), FALSE) AS is_finer
  FROM stretch LEFT JOIN crowded USING (bucket, figure, stretch) LEFT JOIN crowd USING (bucket, figure, stretch)
),
taken AS (
  SELECT bucket, figure, min("row") AS "row", any_value(bucket_from) AS bucket_from, any_value(bucket_to) AS bucket_to,
    CAST(sum(span_days) AS INTEGER) AS days, list(span_start ORDER BY span_start) AS starts, list(span_end ORDER BY span_start) AS ends
  FROM judged WHERE is_taken GROUP BY bucket, figure
),
covered AS (SELECT * EXCLUDE (starts, ends), ${ADJOINED} AS spans FROM taken),
finer AS (
  SELECT DISTINCT bucket, figure FROM (
    SELECT bucket, figure
    FROM (${beside('NOT coarse.is_taken', 'short.is_taken')}
      UNION ALL ${beside('coarse.is_taken AND NOT coarse.is_finer', 'short.is_finer')})
    GROUP BY bucket, figure, report
    HAVING count(*) > 1 AND sum(short_days) = any_value(span_days) AND min(short_start) = any_value(span_start)
      AND list_transform(list_sort(list(short_end))[:-2], lambda day: day + 1) = list_sort(list(short_start))[2:]
      AND bool_and(short_value IS NOT NULL AND short_unit = span_unit)
      AND abs(sum(short_value) - any_value(exact_value)) > 1e-9 * greatest(1, abs(any_value(exact_value)))
  )
),
newest AS (
  SELECT bucket, division, any_value(bucket_from) AS bucket_from, any_value(bucket_to) AS bucket_to, min(report) AS report
  FROM (SELECT DISTINCT division, report, period_end FROM candidate WHERE aggregation <> 'sum')
  JOIN bucket ON bucket_list IS NULL AND ${liesIn('period_end', 'period_end')}
  GROUP BY bucket, division
),
picked AS (
  SELECT candidate.*, judged.bucket, judged.bucket_from, judged.bucket_to, covered.days, covered.spans, finer.figure IS NOT NULL AS finer_differs,
    CASE WHEN covered.days = date_diff('day', covered.bucket_from, covered.bucket_to) + 1 THEN '' ELSE covered.spans END AS cover
  FROM candidate
  JOIN judged ON judged.figure = candidate.figure AND judged.report = candidate.report AND judged.is_taken
  LEFT JOIN covered ON covered.bucket = judged.bucket AND covered.figure = judged.figure AND covered."row" = candidate."row"
  LEFT JOIN finer ON finer.bucket = judged.bucket AND finer.figure = judged.figure
  UNION ALL BY NAME
  SELECT candidate.*, newest.bucket, newest.bucket_from, newest.bucket_to, ${UNCOVERED}
  FROM candidate JOIN newest USING (division, report)
)`
}

/** The other spans of a figure in one window, which stand in the order of their first days. */
const SPANS = 'PARTITION BY bucket, figure ORDER BY span_start, span_end, report'
const SPANS_BEFORE = `${SPANS} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING`
const SPANS_BEHIND = `${SPANS} ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING`

/**
 * From `stretch`, whose spans lie apart or follow one upon another, the CTE `crowded` of those with several: which reports cover most
 * days without overlapping, of these most by the source trusted most, and of these are most (`bestCover`). Where those spans that no
 * other lies in (`is_finest`) follow one upon the other without a gap and are all of the source trusted most, these are the one best
 * choice; of the others the CTE `crowd` tells it, and which were best if all sources were trusted alike. Its `best` holds the best
 * choice among the first 0, 1, 2 … spans; a `worth` counts days, days by each source in the order of trust, and spans: of two lists
 * the first count that differs decides.
 */
function crowdCtes(): string {
  return `crowded AS (
  SELECT bucket, figure, stretch, is_trusted AND coalesce(starts[1] = first_day AND ends[-1] = last_day
    AND list_transform(ends[:-2], lambda day: day + 1) = starts[2:], FALSE) AS is_tiled
  FROM (
    SELECT bucket, figure, stretch, min(span_start) AS first_day, max(span_end) AS last_day,
      list_sort(list(span_start) FILTER (is_finest)) AS starts, list_sort(list(span_end) FILTER (is_finest)) AS ends,
      max(source_rank) FILTER (is_finest) = min(source_rank) AS is_trusted
    FROM stretch GROUP BY bucket, figure, stretch HAVING count(*) > 1
  )
),
ends AS (
  SELECT bucket, figure, stretch, list_sort(list_distinct(list(source_rank))) AS ranks,
    list_sort(list({'last': span_end, 'first': span_start, 'report': report, 'days': span_days, 'rank': source_rank})) AS spans
  FROM stretch JOIN crowded USING (bucket, figure, stretch) WHERE NOT is_tiled GROUP BY bucket, figure, stretch
),
gains AS (
  SELECT bucket, figure, stretch, ${spansWith('[span.days] || list_transform(ranks, lambda rank: CASE WHEN rank = span.rank THEN span.days ELSE 0 END) || [1]')} AS trusted,
    CASE WHEN len(ranks) > 1 THEN ${spansWith('[span.days, 1]')} END AS alike
  FROM ends
),
crowd AS MATERIALIZED (
  SELECT bucket, figure, stretch, ${picksOf('trusted')} AS picks, ${picksOf('alike')} AS finer_picks FROM gains
)`
}

/** The spans with how many of them end before each begins, and what each gains a choice. */
function spansWith(gain: string): string {
  return `list_transform(spans, lambda span, nth: {'report': span.report,
      'before': len(list_filter(spans[1:nth - 1], lambda other: other.last < span.first)), 'gain': ${gain}})`
}

/** The reports of the best choice of `spans`. */
function picksOf(spans: string): string {
  const before = 'reached.best[span.before + 1]'
  const worth = `list_transform(list_zip(${before}.worth, span.gain), lambda pair: pair[1] + pair[2])`
  const nothing = `list_transform(${spans}[1].gain, lambda one: 0::BIGINT)`
  return `list_reduce(${spans},
    lambda reached, span: {'report': span.report, 'before': span.before, 'gain': span.gain, 'best': list_append(reached.best,
      CASE WHEN ${worth} > reached.best[-1].worth THEN {'worth': ${worth}, 'picks': list_append(${before}.picks, span.report)}
      ELSE reached.best[-1] END)},
    {'report': 0, 'before': 0::BIGINT, 'gain': ${nothing}, 'best': [{'worth': ${nothing}, 'picks': []::INTEGER[]}]}
  ).best[-1].picks`
}

/** Pairs of a longer span and one inside it, of those that say so. */
function beside(coarse: string, short: string): string {
  return `SELECT coarse.bucket, coarse.figure, coarse.report, coarse.span_days, coarse.span_start, coarse.span_unit, coarse.exact_value,
      short.span_days AS short_days, short.span_start AS short_start, short.span_end AS short_end, short.span_unit AS short_unit,
      short.exact_value AS short_value
    FROM judged coarse JOIN judged short ON short.bucket = coarse.bucket AND short.figure = coarse.figure
      AND short.span_start >= coarse.span_start AND short.span_end <= coarse.span_end
    WHERE coarse.is_crowded AND short.is_crowded AND ${coarse} AND ${short}`
}

/** From `starts` and `ends` of spans, oldest first: spans that follow one upon the other are one (`spansText`). */
const ADJOINED = `array_to_string(list_transform(
    list_zip(
      list_filter(starts, lambda day, nth: nth = 1 OR ends[nth - 1] + 1 <> day),
      list_filter(ends, lambda day, nth: nth = len(ends) OR starts[nth + 1] - 1 <> day)),
    lambda span: CAST(span[1] AS VARCHAR) || '/' || CAST(span[2] AS VARCHAR)), '+')`

const UNCOVERED = `NULL::INTEGER AS days, '' AS spans, FALSE AS finer_differs, '' AS cover`

/** The days that all windows lie in: what is outside is in none of them. */
function withinAll(windows: readonly Window[]): string {
  const days = (edge: keyof Window) =>
    windows
      .map((window) => window[edge])
      .filter((day) => day !== null)
      .sort()
  const [from, to] = [days('from'), days('to')]
  const first = from.length === windows.length ? ` AND period_start >= DATE ${literal(from[0] ?? '')}` : ''
  const last = to.length === windows.length ? ` AND period_end <= DATE ${literal(to.at(-1) ?? '')}` : ''
  return first + last
}

/** Whether some windows are parts of others; then there is the CTE `alike`. */
export function hasParts(windows: readonly AskedWindow[] | null): boolean {
  return windows?.some(({ part }) => part !== undefined) ?? false
}

function bucketRow({ from, to, part }: AskedWindow, nth: number): string {
  const day = (text: string | null) => (text === null ? 'NULL::DATE' : `DATE ${literal(text)}`)
  return `(${nth}, ${day(from)}, ${day(to)}, ${part ? literal(part.list) : 'NULL::VARCHAR'}, ${day(part?.seam ?? null)}, ${part ? part.of : 'NULL::INTEGER'})`
}

/**
 * Where all that a topic has in a window lies in the part of its list, as it does unless its reports go on beyond the seam, its figures
 * of the part are those of the window: they are not looked for again, but taken over from there, as the CTE `alike` tells.
 */
function spanInParts(s: string): string {
  return `in_window AS (SELECT * FROM reported JOIN bucket ON bucket_list IS NULL AND ${liesIn('span_start', 'span_end')}),
in_part AS (
  SELECT reach.topic, bucket.*, coalesce(first_day >= bucket_from, TRUE) AND coalesce(last_day <= bucket_to, TRUE) AS is_alike
  FROM (SELECT topic, list, bucket AS whole, min(span_start) AS first_day, max(span_end) AS last_day FROM in_window GROUP BY ALL) reach
  JOIN ${s}.seam ON seam.topic = reach.topic
  JOIN bucket ON bucket_of = whole AND bucket_list = list AND bucket_seam = seam."day"
),
alike AS (SELECT * FROM in_part WHERE is_alike),
span AS (
  SELECT * FROM in_window
  UNION ALL BY NAME
  SELECT reported.*, in_part.* EXCLUDE (topic, is_alike) FROM reported JOIN in_part ON in_part.topic = reported.topic
  WHERE NOT is_alike AND ${liesIn('span_start', 'span_end')}
)`
}

/** The condition that [first, last] lies in the bucket, whose ends may be open; a row without a bound lies in none. */
function liesIn(first: string, last: string): string {
  return `${first} IS NOT NULL AND ${last} IS NOT NULL
  AND (bucket_from IS NULL OR ${first} >= bucket_from) AND (bucket_to IS NULL OR ${last} <= bucket_to)`
}
