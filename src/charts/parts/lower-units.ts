import { nameOrder } from '../../locale/name-order.ts'
import type { UnitLevel } from '../../model/observation.ts'
import { groupBy } from '../../model/rules/standing.ts'
import type { PlaceLine, PlaceSection } from './place-sections.ts'

/** A unit, or another part, of a place with the figures that stand under its name. */
export interface LowerUnit {
  /** As the figures are printed: `chỉ xã Long Toàn`. */
  readonly label: string
  /** The words for what it covers, as its rows have them. */
  readonly covers: string
  readonly level: UnitLevel
  readonly figures: readonly { readonly indicator: string; readonly line: PlaceLine }[]
}

/** What stands under a part of a place, the larger units first; what was added over its units is no part. */
export function lowerUnits(sections: readonly PlaceSection[]): LowerUnit[] {
  const all = sections.flatMap(({ rows }) =>
    rows.flatMap(({ label, lines }) => lines.map((line) => ({ indicator: label, line }))),
  )
  const parts = all.filter(({ line: { figure } }) => figure.scopeVi !== '' && !figure.units)
  return [...groupBy(parts, ({ line }) => line.text.scope)]
    .flatMap(([label, figures]): LowerUnit[] => {
      const first = figures[0]?.line.figure
      return first ? [{ label, covers: first.scopeVi, level: first.unitLevel, figures }] : []
    })
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || nameOrder(a.label, b.label))
}

const LEVELS: readonly UnitLevel[] = ['huyen', 'xa', 'phong', 'tinh']
