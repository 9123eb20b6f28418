import type { Observation } from '../observation.ts'
import type { Source } from '../source.ts'
import { periodKey } from './periods.ts'
import { scopeKey } from './scope.ts'

/** Why a row enters no figure, whatever the view; null when it may. */
export type LeftOut = 'revised' | 'other_source' | 'inside_own' | 'other_period'

/** Rule 5: a revision replaces its predecessor; of several sources for one key the package's order, then the newer date, decides. */
export function leftOutByStanding(rows: readonly Observation[], sources: ReadonlyMap<string, Source>): Map<number, LeftOut> {
  const out = new Map<number, LeftOut>()
  for (const group of groupBy(rows, (row) => JSON.stringify([row.sourceId, sameFigureKey(row)])).values()) {
    const newest = Math.max(...group.map((row) => row.revision))
    for (const row of group) if (row.revision < newest) out.set(row.row, 'revised')
  }
  const current = rows.filter((row) => !out.has(row.row))
  for (const group of groupBy(current, sameFigureKey).values()) {
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

/** Rows with equal keys report the same thing: territory, part of it, indicator, breakdown and period. */
export function sameFigureKey(row: Observation): string {
  return JSON.stringify([
    row.territorySet,
    row.provinceCode,
    scopeKey(row),
    row.levelRelation,
    row.indicator,
    row.breakdownKey,
    row.breakdownValue,
    periodKey(row),
  ])
}
