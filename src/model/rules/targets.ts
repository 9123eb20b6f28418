import type { Territories } from '../dataset.ts'
import type { Figure } from '../figure.ts'
import type { Target } from '../target.ts'
import { type TerritoryKey, territoryKey } from '../territory.ts'
import type { Window } from './time.ts'

/** What a figure is of its target (rule 13). */
export interface AgainstTarget {
  readonly target: number
  /** In percent, with the bounds of the figure. */
  readonly share: Figure
}

/**
 * The target that a figure is measured by: of its own territory, indicator, unit and exactly the days of the window; of a merged unit
 * without one, the sum of those of all its old units; of a unit that was not merged, that which it has on the other list. Null where
 * there is none, or where the figure is no whole plain number.
 */
export function againstTarget(
  figure: Figure,
  window: Window | null,
  targets: readonly Target[],
  territories: Territories,
): AgainstTarget | null {
  const isPlain = figure.basis === 'total' && figure.scope === '' && !figure.normalised && !figure.needsVerification
  if (!isPlain || figure.value === null || (figure.days !== null && figure.days !== figure.daysOf)) return null
  const of = (key: TerritoryKey) =>
    targets.find(
      ({ territory, indicator, unit, start, end }) =>
        territoryKey(territory) === key &&
        indicator === figure.indicator &&
        unit === figure.unit &&
        start === window?.from &&
        end === window.to,
    )?.value
  const key = territoryKey(figure.territory)
  const target = of(key) ?? sumOf(otherListOf(key, territories).map(of))
  if (!target) return null
  const value = (100 * figure.value) / target
  const computed = { how: 'target_share', of: [figure], target } as const
  return { target, share: { ...figure, value, unit: 'percent', word: '', state: value === 0 ? 'zero' : 'value', computed } }
}

/** The units of the other list that are the whole of a unit; none for an old unit that was merged with others. */
function otherListOf(key: TerritoryKey, territories: Territories): TerritoryKey[] {
  const { formedFrom = [], mergedInto } = territories.get(key) ?? {}
  if (formedFrom.length > 0) return formedFrom.map((code): TerritoryKey => `63:${code}`)
  const unit: TerritoryKey = `34:${mergedInto}`
  return territories.get(unit)?.formedFrom.length === 1 ? [unit] : []
}

function sumOf(values: readonly (number | undefined)[]): number | undefined {
  if (values.length === 0) return undefined
  return values.reduce((sum, value) => (sum === undefined || value === undefined ? undefined : sum + value), 0)
}
