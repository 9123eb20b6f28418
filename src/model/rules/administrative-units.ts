import type { Territories } from '../dataset.ts'
import type { Figure } from '../figure.ts'
import type { Aggregation } from '../indicator.ts'
import { type TerritoryKey, type TerritoryRef, territoryKey } from '../territory.ts'
import type { UnitList } from '../view.ts'
import { joinLists } from './join-lists.ts'
import { addable, EXACT, uniteBounds } from './qualifiers.ts'
import { groupBy } from './standing.ts'
import type { Window } from './time.ts'

/** Figures of a unit of the 34 that cannot be split among the old units that it was made of. */
export interface RefusedSplit {
  readonly unit: TerritoryRef
  /** Its old units, on the list of 63. */
  readonly parts: readonly TerritoryKey[]
  readonly indicators: readonly string[]
}

/** Figures on the list that a view counts by. */
export interface OnList {
  readonly figures: readonly Figure[]
  readonly refused: readonly RefusedSplit[]
}

export interface UnitsContext {
  readonly units: UnitList
  readonly territories: Territories
  /** The window that the figures answer; null for the latest of each. */
  readonly window: Window | null
  aggregationOf(indicator: string): Aggregation
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
  const { territories } = context
  const own = figures.filter(({ territory }) => territory.set === '34')
  const moved = figures.flatMap((figure): Figure[] => {
    if (figure.territory.set === '34') return []
    const code = territories.get(territoryKey(figure.territory))?.mergedInto
    const unit: TerritoryRef | null = code ? { set: '34', code } : null
    const of = unit ? (territories.get(territoryKey(unit))?.formedFrom.length ?? 0) : 0
    return unit && of > 0 ? [{ ...figure, territory: unit, merged: { from: [figure.territory], of } }] : []
  })
  const groups = groupBy(moved, (figure) =>
    isAddable(figure, context) ? JSON.stringify([figure.territory.code, figure.comparisonKey, figure.basis, figure.stands]) : '',
  )
  const alone = groups.get('') ?? []
  const added = [...groups].flatMap(([key, members]) => (key === '' ? [] : (sumOf(members) ?? members)))
  return { figures: joinLists([...own, ...[...alone, ...added].map(underNewUnit)], context), refused: [] }
}

function on63(figures: readonly Figure[], context: UnitsContext): OnList {
  const { territories } = context
  const refused = new Map<string, { readonly unit: TerritoryRef; readonly indicators: Set<string> }>()
  const partsOf = (unit: TerritoryRef) =>
    (territories.get(territoryKey(unit))?.formedFrom ?? []).map((code) => territoryKey({ set: '63', code }))
  const passed = figures.flatMap((figure): Figure[] => {
    if (figure.territory.set === '63') return [figure]
    const unit = figure.territory
    const [code, ...others] = territories.get(territoryKey(unit))?.formedFrom ?? []
    if (code !== undefined && others.length === 0) {
      return [{ ...figure, territory: { set: '63', code }, merged: { from: [unit], of: 1 } }]
    }
    const said = refused.get(unit.code) ?? { unit, indicators: new Set<string>() }
    refused.set(unit.code, said)
    said.indicators.add(figure.indicator)
    return []
  })
  return {
    figures: joinLists(passed, context),
    refused: [...refused.values()].map(({ unit, indicators }) => ({ unit, parts: partsOf(unit), indicators: [...indicators] })),
  }
}

/** A figure in doubt, of a part of its province, or of an indicator that is never added, stays what it is. */
function isAddable(figure: Figure, { aggregationOf }: UnitsContext): boolean {
  const aggregation = aggregationOf(figure.indicator)
  return figure.scope === '' && !figure.needsVerification && (aggregation === 'sum' || aggregation === 'last')
}

/** Rule 6: numbers add, and beside figures in words the sum is a lower bound. Null where they say too different things. */
function sumOf(members: readonly Figure[]): Figure[] | null {
  const [first] = members
  if (!first || members.length === 1) return null
  const numbers = members.filter((figure) => figure.value !== null)
  const bounds = uniteBounds(numbers)
  const unnumbered = members.some((figure) => figure.value === null && figure.state !== 'not_applicable')
  if (numbers.length === 0 || !addable(numbers) || (unnumbered && bounds.high)) return null
  const value = numbers.reduce((sum, figure) => sum + (figure.value as number), 0)
  const flags = { ...(numbers.length === 0 ? EXACT : bounds), low: bounds.low || unnumbered }
  const some = (flag: 'provisional' | 'estimated' | 'mismatch' | 'finerDiffers' | 'sameKeyAdded') =>
    members.some((figure) => figure[flag])
  return [
    {
      ...first,
      ...flags,
      value,
      state: value === 0 && !flags.low && !flags.approx ? 'zero' : 'value',
      word: '',
      magnitudes: members.flatMap(({ magnitudes }) => magnitudes),
      terms: members.flatMap(({ terms }) => terms).sort((a, b) => a - b),
      sources: [...new Set(members.flatMap(({ sources }) => sources))].sort(),
      provisional: some('provisional'),
      estimated: some('estimated'),
      mismatch: some('mismatch'),
      finerDiffers: some('finerDiffers'),
      sameKeyAdded: some('sameKeyAdded'),
      merged: { from: members.flatMap(({ merged }) => merged?.from ?? []), of: first.merged?.of ?? members.length },
    },
  ]
}

/** Of some of its old units only, it is no figure of the new unit: it stands under their names and compares with itself. */
function underNewUnit(figure: Figure): Figure {
  const { merged } = figure
  if (!merged || merged.from.length === merged.of) return figure
  const units = merged.from.map(({ code }) => code).join('+')
  const scope = [`cu:${units}`, figure.scope].filter(Boolean).join('|')
  const hasFigure = figure.state === 'value' || figure.state === 'zero' || figure.state === 'in_words'
  return {
    ...figure,
    scope,
    state: hasFigure ? 'only_parts' : figure.state,
    comparisonKey: `${figure.comparisonKey}|34:${figure.territory.code}|${scope}`,
  }
}
