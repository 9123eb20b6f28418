import type { Dataset } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { headlineFigures } from '../../model/rules/headline.ts'
import { oldUnitsWith } from '../../model/rules/listed-reporters.ts'
import { reportedScope } from '../../model/rules/scope.ts'
import type { TerritoryKey, TerritoryRef } from '../../model/territory.ts'
import { inCodeOrder } from '../parts/code-order.ts'

/**
 * The figures of one territory that stand for a domain (rule 8). Of a merged province without a figure of its own, those that stand
 * for each of its old units: models built in one of them do not hide behind models maintained in another.
 */
export function headlineOf(key: TerritoryKey, figures: readonly Figure[], domain: string, dataset: Dataset): Figure[] {
  const parts = key.startsWith('34:') ? (dataset.territories.get(key)?.formedFrom ?? []) : []
  const whole = headlineFigures(figures, dataset.indicators, domain)
  if (parts.length < 2 || whole.some(({ scope }) => scope === '')) return inCodeOrder(whole, dataset)
  const chosen = parts.flatMap((code) => {
    const mine = figures.filter((figure) => isOf(figure, { set: '63', code }))
    const own = mine.filter((figure) => reportedScope(figure) === '')
    const standing = headlineFigures(own, dataset.indicators, domain)
    return standing.length > 0 ? standing : headlineFigures(mine, dataset.indicators, domain)
  })
  const others = chosen.length > 0 ? chosen : whole
  return inCodeOrder([...new Set(others)], dataset)
}

/**
 * Of how many old units of a merged province there is a figure; null for any other territory, and where the province of today has
 * a figure of its own.
 */
export function oldUnitsOf(key: TerritoryKey, figures: readonly Figure[], { territories }: Dataset) {
  const standing = figures.filter((figure) => figure.stands)
  if (standing.some(({ merged }) => !merged || merged.joined)) return null
  return oldUnitsWith(key, territories, (unit) => standing.some((figure) => isOf(figure, unit)))
}

function isOf({ merged }: Figure, unit: TerritoryRef): boolean {
  return merged?.from.some(({ set, code }) => set === unit.set && code === unit.code) ?? false
}
