/** SQL for `comparePeriodKey` of what has an `aggregation`, from its end and its period key. */
export function comparePeriodSql(end: string, periodKey: string): string {
  return `CASE WHEN aggregation = 'last' AND ${end} IS NOT NULL THEN '@' || CAST(${end} AS VARCHAR) ELSE ${periodKey} END`
}
