import { type CalendarStart, CIVIL } from '../../model/calendar.ts'
import { bucketsBetween, GRAIN_MONTHS, GRAINS, type Rhythm } from '../../model/rhythm.ts'
import { ident } from '../sql.ts'
import { isMonthStartSql, monthAtSql } from './calendar-sql.ts'

/**
 * SQL for one text that `readRhythms` reads: per indicator, how far apart its figures stand and between which days. A flow counts
 * with the stretches of the reporting calendar that it covers; anything else with the days that it is of.
 */
export function rhythmsSql(schema: string, calendar: CalendarStart = CIVIL): string {
  const s = ident(schema)
  const after = `CAST(period_end + 1 AS DATE)`
  const own = `left_out IS NULL AND figure_scope = ''`
  return `SELECT coalesce(string_agg(indicator_code || ' ' || months || ' ' || CAST(first AS VARCHAR) || ' ' || CAST(last AS VARCHAR), ';'
    ORDER BY indicator_code, months), '') FROM (
  SELECT indicator_code, months, min(first) AS first, max(last) AS last FROM (
    SELECT indicator_code, months, min(period_start) AS first, max(period_start) AS newest, max(period_end) AS last
    FROM ${s}.figure_row JOIN (
      SELECT report, ${monthAtSql('period_start', calendar)} AS month, ${monthAtSql(after, calendar)} - month AS months
      FROM (SELECT DISTINCT report, period_start, period_end FROM ${s}.figure_row)
      WHERE ${isMonthStartSql('period_start', calendar)} AND ${isMonthStartSql(after, calendar)}
    ) USING (report)
    WHERE ${own} AND aggregation = 'sum' AND months IN (1, 3, 6, 12) AND month % months = 0
    GROUP BY indicator_code, months, territory_set, province_code
  ) GROUP BY indicator_code, months HAVING bool_or(first < newest)
  UNION ALL
  SELECT indicator_code, CASE WHEN min(gap) <= 31 THEN 1 WHEN min(gap) <= 92 THEN 3 WHEN min(gap) <= 184 THEN 6 ELSE 12 END AS months,
    min(period_end) AS first, max(period_end) AS last
  FROM (
    SELECT indicator_code, period_end, date_diff('day', lag(period_end) OVER (
      PARTITION BY indicator_code, territory_set, province_code ORDER BY period_end), period_end) AS gap
    FROM (SELECT DISTINCT indicator_code, territory_set, province_code, period_end FROM ${s}.figure_row
      WHERE ${own} AND aggregation <> 'sum' AND period_end IS NOT NULL)
  ) GROUP BY indicator_code HAVING min(gap) IS NOT NULL
)`
}

/** Per indicator every grain at which there are at least two stretches; coarser ones gather what the finer ones hold. */
export function readRhythms(text: string, calendar: CalendarStart = CIVIL): Rhythm[] {
  const found = (text === '' ? [] : text.split(';')).map((entry) => {
    const [indicator = '', months = '', from = '', to = ''] = entry.split(' ')
    return { indicator, months: Number(months), from, to }
  })
  const indicators = [...new Set(found.map(({ indicator }) => indicator))]
  return indicators.flatMap((indicator) =>
    GRAINS.flatMap((grain): Rhythm[] => {
      const held = found.filter((one) => one.indicator === indicator && one.months <= GRAIN_MONTHS[grain])
      if (held.length === 0) return []
      const from = held.map((one) => one.from).reduce((a, b) => (a < b ? a : b))
      const to = held.map((one) => one.to).reduce((a, b) => (a > b ? a : b))
      return bucketsBetween(from, to, grain, calendar).length > 1 ? [{ indicator, grain, from, to }] : []
    }),
  )
}
