import type { Bilingual } from './bilingual.ts'

/** How figures of an indicator combine: `sum` flows, `last` stocks, `ratio` recomputed from its parts, `none` never combined. */
export type Aggregation = 'sum' | 'last' | 'ratio' | 'none'

/** How the values of one breakdown combine: parts of a whole, kinds that do not add, or different definitions of one thing. */
export type BreakdownRule = 'additive' | 'not_additive' | 'definition'

export interface Indicator {
  readonly code: string
  readonly label: Bilingual
  readonly definition: Bilingual
  readonly domain: string
  /** Unit code; a breakdown value's own unit (explosive: gram) overrides it. */
  readonly unit: string
  readonly aggregation: Aggregation
  /** The indicator whose figure contains this one: never added to it. */
  readonly partOf: string | null
  /** At most so many decimals are printed. */
  readonly decimals: number
  readonly direction: 'neutral' | 'up_is_good' | 'down_is_good'
  /** Order in which the indicator may stand for its domain; null when it may not. */
  readonly headlineOrder: number | null
  readonly numerator: string | null
  readonly denominator: string | null
}

export interface Breakdown {
  readonly indicator: string
  readonly key: string
  readonly rule: BreakdownRule
}

/** A code of the data with its words; `parent` and `order` only arrange, they never add or check. */
export interface Code {
  readonly key: string
  readonly value: string
  readonly label: Bilingual
  readonly unit: string | null
  readonly parent: string | null
  readonly order: number
}

/** The four domains leaders ask for, in their order; further domains come from the package. */
export const MAIN_DOMAINS = ['tips', 'models', 'surrenders', 'charity'] as const
