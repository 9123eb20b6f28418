import type { Aggregation, BreakdownRule, Indicator } from '../indicator.ts'
import type { Observation } from '../observation.ts'
import type { Source } from '../source.ts'
import type { LeftOut } from './standing.ts'

/** What the rules need to know of a dataset besides its rows. */
export interface RuleBook {
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly sources: ReadonlyMap<string, Source>
  /** `<indicator> <key>` → rule. */
  readonly rules: ReadonlyMap<string, BreakdownRule>
}

/** A row with what depends only on the data: the same columns as the engine's table `resolved`. */
export interface ResolvedRow extends Observation {
  readonly aggregation: Aggregation
  readonly periodKey: string
  readonly orderDate: string
  /** Null: the row may enter figures, of the province (`figureScope` empty) or of one part of it. */
  readonly leftOut: LeftOut | null
  readonly figureScope: string
  /** In the newest report of its territory, indicator, scope and breakdown key (rule 4). */
  readonly latest: boolean
}

/** Rows with equal keys compete for "latest of each": territory, indicator, part of the territory, breakdown key. */
export function reportKey(
  row: Pick<ResolvedRow, 'territorySet' | 'provinceCode' | 'indicator' | 'figureScope' | 'breakdownKey'>,
): string {
  return JSON.stringify([row.territorySet, row.provinceCode, row.indicator, row.figureScope, row.breakdownKey])
}
