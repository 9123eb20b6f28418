import { ident } from '../sql.ts'

/**
 * SQL that creates the table `seam`: for each topic (a territory, an indicator, no part of the territory) the days after which reports
 * of the newer list of provinces may go on where those of the older list leave off (rules 4 and 11). Such a day stands before a report
 * of the newer list; of those that begin after the last report of the old units, one that begins before the first of them ends is in
 * every best cover.
 */
export function seamsSql(schema: string): string {
  const s = ident(schema)
  return `CREATE TABLE ${s}.seam AS
WITH flow AS (
  SELECT topic, territory_set AS list, coalesce(merged_into, province_code) AS unit, indicator_code, breakdown_key, breakdown_value,
    period_start, period_end
  FROM ${s}.figure_row JOIN ${s}.territory ON territory.key = territory_set || ':' || province_code
  WHERE left_out IS NULL AND aggregation = 'sum' AND figure_scope = '' AND period_start IS NOT NULL AND period_end IS NOT NULL
),
older AS (
  SELECT unit, indicator_code, breakdown_key, breakdown_value, min(period_start) AS first_day, max(period_end) AS last_day
  FROM flow WHERE list = '63' GROUP BY ALL
),
newer AS (
  SELECT unit, indicator_code, period_start, period_start <= last_day AS is_early,
    min(period_end) OVER (PARTITION BY unit, indicator_code, breakdown_key, breakdown_value, period_start <= last_day) AS first_end
  FROM (SELECT DISTINCT unit, indicator_code, breakdown_key, breakdown_value, period_start, period_end FROM flow WHERE list = '34')
  JOIN older USING (unit, indicator_code, breakdown_key, breakdown_value)
  WHERE period_start > first_day
),
met AS (
  SELECT DISTINCT unit, indicator_code, CAST(period_start - 1 AS DATE) AS "day" FROM newer WHERE is_early OR period_start <= first_end
)
SELECT DISTINCT topic, "day" FROM flow JOIN met USING (unit, indicator_code)`
}

/** SQL for one text that `readSeams` reads. */
export function seamDaysSql(schema: string): string {
  return `SELECT coalesce(string_agg(DISTINCT CAST("day" AS VARCHAR), ' '), '') FROM ${ident(schema)}.seam`
}

/** ISO days, oldest first. */
export function readSeams(text: string): string[] {
  return text === '' ? [] : text.split(' ').sort()
}
