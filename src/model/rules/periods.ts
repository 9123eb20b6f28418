import type { Aggregation } from '../indicator.ts'
import type { Observation } from '../observation.ts'
import type { Source } from '../source.ts'

type Dated = Pick<Observation, 'sourceId' | 'periodStart' | 'periodEnd' | 'periodBasis'>

/** Rule 7 inside a source: rows with equal text are of one period. Of two sources only known bounds are known to be equal. */
export function periodKey(row: Dated): string {
  const text = `${row.periodStart ?? '?'}/${row.periodEnd ?? '?'}/${row.periodBasis}`
  return row.periodStart !== null && row.periodEnd !== null ? text : `${row.sourceId}:${text}`
}

/** Rule 7 between sources and between territories: a stock is of its as-of date, whatever its start; all else is of its whole period. */
export function comparePeriodKey(row: Dated, aggregation: Aggregation): string {
  return aggregation === 'last' && row.periodEnd !== null ? `@${row.periodEnd}` : periodKey(row)
}

/** Rule 4: the day that orders reports: period end, else the date of publication, else the end of the report's year. Never shown. */
export function orderDate(row: Pick<Observation, 'periodEnd'>, source: Source | undefined): string {
  return row.periodEnd ?? source?.publishedDate ?? (source?.reportYear ? `${source.reportYear}-12-31` : '0001-01-01')
}

/** Days from `start` to `end`, both counted. */
export function daysBetween(start: string, end: string): number {
  return Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000) + 1
}

/** The ISO day so many days later; earlier where `days` is negative. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
