import type { Dataset } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { headlineFigures } from '../../model/rules/headline.ts'
import { oldUnitsWith } from '../../model/rules/listed-reporters.ts'
import type { TerritoryKey, TerritoryRef } from '../../model/territory.ts'
import { inCodeOrder } from './code-order.ts'

/**
 * The figures of one territory that stand for a domain (rule 8). Of a merged province, those that stand for each of its old units:
 * models built in one of them do not hide behind models maintained in another.
 */
export function headlineOf(key: TerritoryKey, figures: readonly Figure[], domain: string, dataset: Dataset): Figure[] {
  const parts = key.startsWith('34:') ? (dataset.territories.get(key)?.formedFrom ?? []) : []
  const groups = parts.length < 2 ? [figures] : parts.map((code) => figures.filter((figure) => isOf(figure, { set: '63', code })))
  const chosen = groups.flatMap((group) => headlineFigures(group, dataset.indicators, domain))
  return inCodeOrder([...new Set(chosen)], dataset)
}

/** Of how many old units of a merged province there is a figure; null for any other territory. */
export function oldUnitsOf(key: TerritoryKey, figures: readonly Figure[], { territories }: Dataset) {
  return oldUnitsWith(key, territories, (unit) => figures.some((figure) => figure.stands && isOf(figure, unit)))
}

/** A figure that the merged province gave itself is of all its ground. */
function isOf({ merged }: Figure, unit: TerritoryRef): boolean {
  return !merged || merged.from.some(({ set, code }) => set === '34' || (set === unit.set && code === unit.code))
}
