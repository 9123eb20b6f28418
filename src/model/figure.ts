import type { Denominator } from './denominator.ts'
import type { PeriodBasis, UnitLevel } from './observation.ts'
import type { TerritoryRef } from './territory.ts'
import type { Normalisation } from './view.ts'

/** What is known about how sure a number is: `low` the truth is at least this, `high` at most, `approx` about. */
export interface Bounds {
  readonly low: boolean
  readonly high: boolean
  readonly approx: boolean
}

/** How a figure was put together from its rows. */
export type FigureBasis = 'total' | 'part' | 'parts_sum' | 'ratio'

/** State of a territory × time × indicator (rule 9); a figure by itself has only some of them. */
export type State =
  | 'value'
  | 'zero'
  /** Of a place: a number, of fewer days than were asked for. */
  | 'part_of_time'
  | 'in_words'
  | 'only_parts'
  | 'other_time'
  | 'not_mentioned'
  | 'not_received'
  | 'no_source'
  | 'not_applicable'
  | 'suppressed'
  /** The figure is there on another list of provinces and cannot be split (rule 11). */
  | 'refused'
  /** There is a number that may not be divided as the view asks (rule 12); `Figure.notNormalised` says why. */
  | 'not_normalised'

export interface FigurePeriod {
  /** Inclusive ISO days; null where the source gives none. */
  readonly start: string | null
  readonly end: string | null
  readonly basis: PeriodBasis
  readonly duration: string
}

/** A row shared out by days. */
export interface SharedRow {
  readonly row: number
  readonly days: number
  readonly of: number
}

/** How a figure came to its territory from reports of the other list of provinces. */
export interface Merged {
  /** The units of the other list that reported it, by code. */
  readonly from: readonly TerritoryRef[]
  /** Of how many such units the territory was made; a figure of fewer is none of the territory. */
  readonly of: number
  /** Whether the territory's own reports, for other days, are in it too. */
  readonly joined?: true
  /** A stock of several units: the oldest of their as-of dates, where these differ. */
  readonly oldest?: string
}

/** The two counts of a ratio, in the units of their indicators; the divisor is not 0. */
export interface RatioCounts {
  readonly numerator: number
  readonly denominator: number
}

/** What a view may divide each of its numbers by; an index is over another number (`Computed`). */
export type NormalisedBy = Exclude<Normalisation, 'abs' | 'index'>

/** How a number was divided (rule 12). */
export interface Normalised {
  readonly by: NormalisedBy
  /** The figure before it was divided. */
  readonly plain: Figure
  /** Years, people or units of commune level. */
  readonly divisor: number
  /** What the divisor was added from; empty for years. */
  readonly denominators: readonly Denominator[]
  /** Whether the years are those that the source states, while a day of the period is unknown. */
  readonly byDuration: boolean
  /** Whether every number beside it has a divisor that is not verified: then it is said once of them all. */
  readonly allUnverified: boolean
}

/**
 * Why a number may not be divided: a share; a stock has no years; a part of a province has no population; no time to choose a
 * denominator by; no length of time to divide by; no denominator; an index is of numbers over time only; it has no common base.
 */
export type NormalisationRefusal =
  | 'ratio'
  | 'unlike'
  | 'stock'
  | 'part'
  | 'no_time'
  | 'no_duration'
  | 'no_denominator'
  | 'series_only'
  | 'no_base'

/** What a figure is set against: the time before, the same time of the year before, the others of its peer group. */
export type Against = 'prev' | 'yoy' | 'peers'

/** How a number was computed from figures of several places or times, each of which can be questioned by itself. */
export type Computed = ComputedOf &
  (
    | { readonly how: 'total' | 'pooled' | 'peer_mean' | 'target_share' | 'index' | 'step_share' }
    | { readonly how: 'difference' | 'percent_change'; readonly against: Against }
  )

interface ComputedOf {
  /**
   * Of a change the newer figure, then the older one; of an index the figure, then its base; of a share of a target the one figure;
   * of a share of the step before the figure, then that of the step before.
   */
  readonly of: readonly Figure[]
  /** The target of a share. */
  readonly target?: number
}

/** One number, or one wording, that may stand on a screen, with the rows it was made of. */
export interface Figure extends Bounds {
  readonly territory: TerritoryRef
  readonly indicator: string
  /** Empty for the total. */
  readonly breakdownKey: string
  readonly breakdownValues: readonly string[]
  readonly basis: FigureBasis
  /** Whether it may stand for its indicator (or for one of its kinds); false for a part whose whole stands. */
  readonly stands: boolean
  /** Empty for the province's own figure; else names the part of the province (`scopeKey`), with its words vi and en. */
  readonly scope: string
  readonly scopeVi: string
  readonly scopeEn: string
  readonly unitLevel: UnitLevel
  readonly period: FigurePeriod
  /** Base units; null where the rows have only words or may not be added. */
  readonly value: number | null
  readonly unit: string
  readonly state: State
  /** The one printed qualifier word (trên, hơn, gần …) where the figure is a single row; empty otherwise. */
  readonly word: string
  /** Magnitudes of rows in words: 100 for "hàng trăm". */
  readonly magnitudes: readonly number[]
  /** Rows (`Observation.row`) that make up the value, in row order. */
  readonly terms: readonly number[]
  readonly sources: readonly string[]
  readonly needsVerification: boolean
  readonly provisional: boolean
  readonly estimated: boolean
  /** A total that differs from the sum of its parts, or a printed ratio that differs from its recomputation. */
  readonly mismatch: boolean
  /** In a window: finer reports that cover the days of a coarser one add up to something else (rule 4); the finer ones count. */
  readonly finerDiffers: boolean
  /** Two rows of one source with one key were added (rule 5). */
  readonly sameKeyAdded: boolean
  /** There are numbers among its rows that may not be added: they are told one by one. */
  readonly isList: boolean
  /** Days of the window that the terms cover, and days of the window; null outside windows. */
  readonly days: number | null
  readonly daysOf: number | null
  /** Rows among the terms that begin or end outside the window: only `days` of their `of` days are in the value (rule 4). */
  readonly shared?: readonly SharedRow[]
  /** Days that they give, however many rows a report has; of several units or parts the mean of theirs. */
  readonly sharedDays?: number
  /** On another list of provinces than the report's (rule 11): where it comes from. */
  readonly merged?: Merged
  /** Of how many of the units below the province, which owe it in its stead, it was added (rule 3). */
  readonly units?: { readonly level: UnitLevel; readonly n: number; readonly of: number }
  /** Of a ratio that was computed from its two counts: what these are. */
  readonly counts?: RatioCounts
  /** Divided as the view asks, or why it is not (rule 12). */
  readonly normalised?: Normalised
  readonly notNormalised?: {
    readonly by: Exclude<Normalisation, 'abs'>
    readonly plain: Figure
    readonly reason: NormalisationRefusal
  }
  /** A number of several figures: `terms` are theirs, territory and period those of the first. */
  readonly computed?: Computed
  /** The window that it answers, where that is another than the view's own: an earlier time that the view compares with. */
  readonly window?: { readonly from: string | null; readonly to: string | null }
  /** Two figures with equal text may stand on one scale (rule 7). */
  readonly comparisonKey: string
}
