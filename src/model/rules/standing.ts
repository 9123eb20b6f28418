import type { Indicator } from '../indicator.ts'
import type { Observation } from '../observation.ts'
import type { Source } from '../source.ts'
import { comparePeriodKey, periodKey } from './periods.ts'
import { scopeKey } from './scope.ts'

/** What decides between sources, and tells which indicators are stocks. */
interface StandingBook {
  readonly sources: ReadonlyMap<string, Source>
  readonly indicators: ReadonlyMap<string, Indicator>
}

/** Why a row enters no figure, whatever the view; null when it may. */
export type LeftOut = 'revised' | 'other_source' | 'inside_own' | 'other_period'

/** Rule 5: a revision replaces its predecessor; of several sources for one key the package's order, then the newer date, decides. */
export function leftOutByStanding(rows: readonly Observation[], { sources, indicators }: StandingBook): Map<number, LeftOut> {
  const out = new Map<number, LeftOut>()
  for (const group of groupBy(rows, (row) => JSON.stringify([row.sourceId, sameFigureKey(row)])).values()) {
    const newest = Math.max(...group.map((row) => row.revision))
    for (const row of group) if (row.revision < newest) out.set(row.row, 'revised')
  }
  const current = rows.filter((row) => !out.has(row.row))
  for (const group of groupBy(current, (row) => rivalKey(row, indicators)).values()) {
    const first = [...new Set(group.map((row) => row.sourceId))].sort((a, b) => compareSources(sources, a, b))[0]
    for (const row of group) if (row.sourceId !== first) out.set(row.row, 'other_source')
  }
  return out
}

/** Order of trust between two sources: the package's order, then the newer date of publication, then the id. */
export function compareSources(sources: ReadonlyMap<string, Source>, a: string, b: string): number {
  const left = sources.get(a)
  const right = sources.get(b)
  const byOrder = (left?.order ?? Number.MAX_SAFE_INTEGER) - (right?.order ?? Number.MAX_SAFE_INTEGER)
  if (byOrder !== 0) return byOrder
  const byDate = (right?.publishedDate ?? '').localeCompare(left?.publishedDate ?? '', 'en')
  return byDate !== 0 ? byDate : a < b ? -1 : 1
}

export function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const name = key(item)
    const group = groups.get(name)
    if (group) group.push(item)
    else groups.set(name, [item])
  }
  return groups
}

/** Rows of one source with equal keys report the same thing: territory, part of it, indicator, breakdown and period. */
export function sameFigureKey(row: Observation): string {
  return JSON.stringify([...cellOf(row), periodKey(row)])
}

/** Rows of several sources with equal keys report the same thing: of a stock they need to have no more in common than its day. */
export function rivalKey(row: Observation, indicators: ReadonlyMap<string, Indicator>): string {
  return JSON.stringify([...cellOf(row), comparePeriodKey(row, indicators.get(row.indicator)?.aggregation ?? 'none')])
}

function cellOf(row: Observation): string[] {
  return [
    row.territorySet,
    row.provinceCode,
    scopeKey(row),
    row.levelRelation,
    row.indicator,
    row.breakdownKey,
    row.breakdownValue,
  ]
}
