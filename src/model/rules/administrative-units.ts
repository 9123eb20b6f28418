import type { Territories } from '../dataset.ts'
import type { Figure } from '../figure.ts'
import { type TerritoryKey, type TerritoryRef, territoryKey } from '../territory.ts'
import type { UnitList } from '../view.ts'
import { addFigures, sharedPeriod } from './add-figures.ts'
import { inFigureOrder } from './figures.ts'
import { isWhole, type JoinContext, joinLists, type Seam } from './join-lists.ts'
import { withMergedRatios } from './merged-ratios.ts'
import { scopeOfOldUnits } from './scope.ts'
import { groupBy } from './standing.ts'

/** Figures of a unit of the 34 that cannot be split among the old units that it was made of. */
export interface RefusedSplit {
  readonly unit: TerritoryRef
  /** Its old units, on the list of 63. */
  readonly parts: readonly TerritoryKey[]
  readonly figures: readonly Figure[]
}

/** Figures on the list that a view counts by. */
export interface OnList {
  /** `inFigureOrder`, where any figure may have moved. */
  readonly figures: readonly Figure[]
  /** By code. */
  readonly refused: readonly RefusedSplit[]
}

export interface UnitsContext extends JoinContext {
  readonly units: UnitList
  readonly territories: Territories
  /** Where reports of both lists may meet in the window; `before` as reported on the 63, `after` on the 34. */
  readonly seams?: readonly Seam[]
}

/**
 * Rule 11. As in the report nothing moves. On the 34, figures of old units stand under the unit that they became part of: what
 * rule 7 allows is added, everything else is listed side by side. On the 63, figures of the units that were not merged pass, those
 * of merged ones are refused.
 */
export function onList(figures: readonly Figure[], context: UnitsContext): OnList {
  if (context.units === 'goc') return { figures, refused: [] }
  return context.units === '34' ? on34(figures, context) : on63(figures, context)
}

function on34(figures: readonly Figure[], context: UnitsContext): OnList {
  return { figures: settled((all) => under34(all, context), figures, context), refused: [] }
}

function under34(figures: readonly Figure[], context: UnitsContext): Figure[] {
  const { territories } = context
  const own = figures.filter(({ territory }) => territory.set === '34')
  const moved = figures.flatMap((figure): Figure[] => {
    if (figure.territory.set === '34') return []
    const code = territories.get(territoryKey(figure.territory))?.mergedInto
    const unit: TerritoryRef | null = code ? { set: '34', code } : null
    const of = unit ? (territories.get(territoryKey(unit))?.formedFrom.length ?? 0) : 0
    return unit && of > 0 ? [{ ...figure, territory: unit, merged: { from: [figure.territory], of } }] : []
  })
  const alone = moved.filter((figure) => !isAddable(figure, context))
  const added = [
    ...groupBy(
      moved.filter((figure) => isAddable(figure, context)),
      sumKey,
    ).values(),
  ].flatMap(overOldUnits)
  return [...own, ...[...alone, ...added].map(underNewUnit)]
}

function on63(figures: readonly Figure[], context: UnitsContext): OnList {
  const { territories } = context
  const formedFrom = (unit: TerritoryRef) =>
    (territories.get(territoryKey(unit))?.formedFrom ?? []).map((code): TerritoryRef => ({ set: '63', code }))
  const isRefused = ({ territory }: Figure) => territory.set === '34' && formedFrom(territory).length !== 1
  const passed = (all: readonly Figure[]) =>
    all.flatMap((figure): Figure[] => {
      if (figure.territory.set === '63') return [figure]
      const [unit] = formedFrom(figure.territory)
      if (!unit || isRefused(figure)) return []
      return [{ ...figure, territory: unit, merged: { from: [figure.territory], of: 1 } }]
    })
  const refused = groupBy(figures.filter(isRefused), ({ territory }) => territoryKey(territory))
  return {
    figures: settled(passed, figures, context),
    refused: [...refused]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, members]) => {
        const unit = (members[0] as Figure).territory
        return { unit, parts: formedFrom(unit).map(territoryKey), figures: members }
      }),
  }
}

/** `moved` puts reported figures under the units of the view's list. */
function settled(
  moved: (figures: readonly Figure[]) => readonly Figure[],
  figures: readonly Figure[],
  context: UnitsContext,
): Figure[] {
  const seams = (context.seams ?? []).map(({ day, before, after }) => ({ day, before: moved(before), after: moved(after) }))
  return inFigureOrder(withMergedRatios(joinLists(moved(figures), seams, context), context))
}

/** A figure in doubt, of a part of its province, or of an indicator that is never added, stays what it is. */
function isAddable({ indicator, scope, needsVerification }: Figure, { indicators }: UnitsContext): boolean {
  const aggregation = indicators.get(indicator)?.aggregation
  return scope === '' && !needsVerification && (aggregation === 'sum' || aggregation === 'last')
}

function sumKey({ territory, comparisonKey, basis, stands }: Figure): string {
  return JSON.stringify([territory.code, comparisonKey, basis, stands])
}

/** One figure of comparable ones of several old units, or all of them where they do not add. */
function overOldUnits(members: readonly Figure[]): readonly Figure[] {
  const [first] = members
  if (!first || members.length < 2) return members
  const from = members.flatMap(({ merged }) => merged?.from ?? []).sort((a, b) => (a.code < b.code ? -1 : 1))
  const ends = members.flatMap(({ period }) => period.end ?? []).sort()
  const oldest = ends[0] !== ends.at(-1) ? ends[0] : undefined
  const sum = addFigures(members, {
    period: sharedPeriod(members),
    days: first.days,
    daysOf: first.daysOf,
    comparisonKey: first.comparisonKey,
    merged: { from, of: first.merged?.of ?? members.length, ...(oldest === undefined ? {} : { oldest }) },
  })
  return sum ? [sum] : members
}

/** Of some of its old units only, it is no figure of the new unit: it stands under their names and compares with itself. */
function underNewUnit(figure: Figure): Figure {
  if (isWhole(figure)) return figure
  const scope = scopeOfOldUnits(figure)
  const hasFigure = figure.state === 'value' || figure.state === 'zero' || figure.state === 'in_words'
  return {
    ...figure,
    scope,
    state: hasFigure ? 'only_parts' : figure.state,
    comparisonKey: `${figure.comparisonKey}|34:${figure.territory.code}|${scope}`,
  }
}
