import type { Observation } from '../../../src/model/observation.ts'
import { aggregationOf, isSameUnit, sourceOf, type Told, unitOf } from './told-figure.ts'

/** A row that may enter figures: of its province (`scope` empty) or of the part of it that `scope` names. */
export interface StandingRow {
  readonly row: Observation
  readonly scope: string
}

/** Rules 3 and 5: which rows may enter a figure at all, and of what. */
export function standingRows(told: Told): StandingRow[] {
  const { hit, rows } = told
  const current = rows.filter((row) => {
    const isReplaced = rows.some(
      (other) => other.sourceId === row.sourceId && other.revision > row.revision && isOneKey(other, row),
    )
    if (isReplaced) hit('rule 5: a revision replaces its predecessor')
    return !isReplaced
  })
  const trusted = current.filter((row) => {
    const rivals = current.filter((other) => other.sourceId !== row.sourceId)
    const sameThing = rivals.filter((other) => isOneThing(other, row) && isOneTimeOfSources(other, row, told))
    const better = sameThing.find((other) => trust(told, other.sourceId, row.sourceId) < 0)
    if (better) {
      if (sameThing.some((other) => !isOnePeriod(other, row))) hit('rule 5: two sources tell of a stock on one day')
      const isByOrder = sourceOf(told, better.sourceId).order < sourceOf(told, row.sourceId).order
      hit(
        isByOrder
          ? 'rule 5: the order of the package decides between sources'
          : 'rule 5: the newer publication decides between equal sources',
      )
    }
    if (rivals.some((other) => isOneKeyButForSource(other, row) && !sameThing.includes(other)))
      hit('rule 5: unknown bounds of two sources are no one key')
    return !better
  })
  return trusted.flatMap((row) => {
    if (isOwn(row)) return [{ row, scope: '' }]
    const own = trusted.filter(
      (other) => isOwn(other) && other.indicator === row.indicator && isSameUnit(unitOf(other), unitOf(row)),
    )
    if (own.length === 0) return [{ row, scope: scopeOf(row) }]
    const alike = own.filter((other) => other.breakdownKey === row.breakdownKey)
    const ofOneReport = alike.some((other) => other.sourceId === row.sourceId && isOnePeriod(other, row))
    const ofAnother = alike.some((other) => other.sourceId !== row.sourceId && isOneTimeOfSources(other, row, told))
    if (row.levelRelation !== 'additional') {
      hit('rule 3: a lower row beside the own row is in no figure')
      if (!ofOneReport && !ofAnother) hit('rule 3: a lower row of another period or breakdown is in none either')
      return []
    }
    if (!ofOneReport) {
      hit(
        ofAnother
          ? 'rule 3: an additional row of another source stays out'
          : 'rule 3: an additional row of another period or breakdown stays out',
      )
      return []
    }
    hit('rule 3: an additional row joins the own row')
    return [{ row, scope: '' }]
  })
}

/** Rule 7: equal bounds and an equal basis; what is unknown is only inside one source known to be the same. */
export function isOnePeriod(a: Observation, b: Observation): boolean {
  const isKnown = a.periodStart !== null && a.periodEnd !== null
  return isWrittenTheSame(a, b) && (isKnown || a.sourceId === b.sourceId)
}

/** Rule 7 between sources: a stock is of its day, whatever else is said of its time. */
function isOneTimeOfSources(a: Observation, b: Observation, told: Told): boolean {
  const isStock = aggregationOf(told, a.indicator) === 'last'
  return isStock && a.periodEnd !== null && b.periodEnd !== null ? a.periodEnd === b.periodEnd : isOnePeriod(a, b)
}

/** Rule 5: below zero where `a` is trusted more than `b`. */
export function trust(told: Told, a: string, b: string): number {
  const [one, other] = [sourceOf(told, a), sourceOf(told, b)]
  if (one.order !== other.order) return one.order - other.order
  const [first, second] = [one.publishedDate ?? '', other.publishedDate ?? '']
  if (first !== second) return first > second ? -1 : 1
  return a === b ? 0 : a < b ? -1 : 1
}

/** Whether two rows say how much of the same thing: of one unit, part, kind and period. */
export function isOneKey(a: Observation, b: Observation): boolean {
  return isOneThing(a, b) && isOnePeriod(a, b)
}

function isOneKeyButForSource(a: Observation, b: Observation): boolean {
  return isOneThing(a, b) && isWrittenTheSame(a, b) && !isOnePeriod(a, b)
}

function isOneThing(a: Observation, b: Observation): boolean {
  return (
    isSameUnit(unitOf(a), unitOf(b)) &&
    a.indicator === b.indicator &&
    a.breakdownKey === b.breakdownKey &&
    a.breakdownValue === b.breakdownValue &&
    scopeOf(a) === scopeOf(b) &&
    relationOf(a) === relationOf(b)
  )
}

function isWrittenTheSame(a: Observation, b: Observation): boolean {
  return a.periodStart === b.periodStart && a.periodEnd === b.periodEnd && a.periodBasis === b.periodBasis
}

function isOwn({ unitLevel, scopeVi }: Observation): boolean {
  return unitLevel === 'tinh' && scopeVi === ''
}

function scopeOf(row: Observation): string {
  return isOwn(row) ? '' : [row.unitLevel, row.unitName, row.scopeVi].join('|')
}

/** Below the province what is not said is within it. */
function relationOf({ unitLevel, levelRelation }: Observation): string {
  return unitLevel !== 'tinh' && levelRelation === '' ? 'within' : levelRelation
}
