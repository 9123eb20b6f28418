import type { Observation } from '../observation.ts'
import { comparePeriodKey, orderDate, periodKey } from './periods.ts'
import { type ResolvedRow, type RuleBook, reportKey } from './resolved-row.ts'
import { isOwnRow, scopeKey } from './scope.ts'
import { groupBy, type LeftOut, leftOutByStanding } from './standing.ts'
import { newestReport } from './time.ts'

/** Rules 3, 4 (latest of each) and 5 over the rows of one dataset; every row is kept, in order. */
export function resolveRows(rows: readonly Observation[], book: RuleBook): ResolvedRow[] {
  const leftOut = leftOutByStanding(rows, book)
  scopeRoles(rows, leftOut, book)
  const resolved = rows.map((row) => ({
    ...row,
    aggregation: book.indicators.get(row.indicator)?.aggregation ?? 'none',
    periodKey: periodKey(row),
    orderDate: orderDate(row, book.sources.get(row.sourceId)),
    leftOut: leftOut.get(row.row) ?? null,
    figureScope: isOwnRow(row) || (row.levelRelation === 'additional' && hasOwn(rows, leftOut, row)) ? '' : scopeKey(row),
    latest: false,
  }))
  const candidates = resolved.filter((row) => row.leftOut === null)
  const latest = new Set<number>()
  for (const group of groupBy(candidates, reportKey).values()) {
    for (const row of newestReport(group, book.sources)) latest.add(row.row)
  }
  return resolved.map((row) => ({ ...row, latest: latest.has(row.row) }))
}

/**
 * Rule 3. Beside an own row no `within` row of that province and indicator counts; an `additional` row joins the own rows of
 * its source, breakdown key and period, or stays out: alone it would pass for the province's figure.
 */
function scopeRoles(rows: readonly Observation[], leftOut: Map<number, LeftOut>, { indicators }: RuleBook): void {
  const standing = rows.filter((row) => !leftOut.has(row.row))
  for (const group of groupBy(standing, (row) => JSON.stringify([row.territorySet, row.provinceCode, row.indicator])).values()) {
    const own = group.filter(isOwnRow)
    if (own.length === 0) continue
    for (const row of group) {
      if (isOwnRow(row)) continue
      const aggregation = indicators.get(row.indicator)?.aggregation ?? 'none'
      const alike = own.filter((other) => other.breakdownKey === row.breakdownKey)
      const [mine, others] = [
        alike.filter((other) => other.sourceId === row.sourceId && periodKey(other) === periodKey(row)),
        alike.filter(
          (other) =>
            other.sourceId !== row.sourceId && comparePeriodKey(other, aggregation) === comparePeriodKey(row, aggregation),
        ),
      ]
      if (row.levelRelation !== 'additional') leftOut.set(row.row, 'inside_own')
      else if (mine.length === 0) leftOut.set(row.row, others.length > 0 ? 'other_source' : 'other_period')
    }
  }
}

function hasOwn(rows: readonly Observation[], leftOut: ReadonlyMap<number, LeftOut>, row: Observation): boolean {
  return rows.some(
    (other) =>
      isOwnRow(other) &&
      leftOut.get(other.row) === undefined &&
      other.territorySet === row.territorySet &&
      other.provinceCode === row.provinceCode &&
      other.indicator === row.indicator,
  )
}
