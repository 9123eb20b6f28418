import type { Figure } from '../figure.ts'
import type { Aggregation } from '../indicator.ts'
import { type TerritoryKey, territoryKey } from '../territory.ts'
import { timeOf } from './covered-spans.ts'
import { poolFigures } from './pool-figures.ts'
import { divideBounds } from './qualifiers.ts'

/**
 * Why a step has no share of the one before: one of them is counted over a period, not at a date; they count in different units;
 * they differ by definition; no place has both; no place has both for one time; the numbers cannot be added or are bounded on one
 * side; the one before is 0.
 */
export type StepRefusal = 'flow' | 'unit' | 'unlike' | 'no_common' | 'other_time' | 'bounded' | 'zero_base'

/** What a step is of the one before, over the places that have both numbers for one time. */
export interface StepShare {
  /** In percent; null where refused. Its grounds are the two sums that it is computed of. */
  readonly share: Figure | null
  readonly refused: StepRefusal | null
  /** The places that are in it, in the order of `now`. */
  readonly places: readonly TerritoryKey[]
}

/** One step: the comparable numbers of its places (rule 7), each place once. */
export interface StepFigures {
  readonly figures: readonly Figure[]
  readonly aggregation: Aggregation
}

/** Rules 1, 6, 7 and 10 for two steps: only stocks of one unit and one kind, only places with both numbers for the same time. */
export function stepShare(now: StepFigures, before: StepFigures): StepShare {
  const refuse = (refused: StepRefusal): StepShare => ({ share: null, refused, places: [] })
  const [one] = now.figures
  const [other] = before.figures
  if (!one || !other) return refuse('no_common')
  if (now.aggregation !== 'last' || before.aggregation !== 'last') return refuse('flow')
  if (one.unit !== other.unit) return refuse('unit')
  if (definitionOf(one) !== definitionOf(other) || one.normalised?.by !== other.normalised?.by) return refuse('unlike')
  const older = new Map(before.figures.map((figure) => [territoryKey(figure.territory), figure]))
  const common = now.figures.flatMap((figure) => {
    const base = older.get(territoryKey(figure.territory))
    return base ? [{ figure, base }] : []
  })
  if (common.length === 0) return refuse('no_common')
  const pairs = common.filter(({ figure, base }) => isOneTime(figure, base))
  if (pairs.length === 0) return refuse('other_time')
  // Bounds of both steps on one side leave no quotient: then those places are told that have none.
  const exact = pairs.filter(({ figure, base }) => !isBounded(figure) && !isBounded(base))
  const told = [pairs, exact].find((some) => some.length > 0 && quotientOf(some) !== null)
  const quotient = told && quotientOf(told)
  if (!told || !quotient) return refuse('bounded')
  const { top, base, bounds } = quotient
  if (!base.value) return refuse('zero_base')
  const share: Figure = {
    ...top,
    ...bounds,
    value: (100 * (top.value as number)) / base.value,
    unit: 'percent',
    state: top.value === 0 ? 'zero' : 'value',
    word: '',
    magnitudes: [],
    terms: [...top.terms, ...base.terms],
    sources: [...new Set([...top.sources, ...base.sources])].sort(),
    provisional: top.provisional || base.provisional,
    estimated: top.estimated || base.estimated,
    computed: { how: 'step_share', of: [top, base] },
  }
  return { share: withoutDivision(share), refused: null, places: told.map(({ figure }) => territoryKey(figure.territory)) }
}

interface Pair {
  readonly figure: Figure
  readonly base: Figure
}

/** Both sums with the bounds of their quotient; null where numbers cannot be added, or both are bounded on one side. */
function quotientOf(pairs: readonly Pair[]) {
  const top = together(pairs.map(({ figure }) => figure))
  const base = together(pairs.map((pair) => pair.base))
  const bounds = top && base && divideBounds(top, base)
  return top && base && bounds && top.value !== null && base.value !== null ? { top, base, bounds } : null
}

function isBounded({ low, high }: Figure): boolean {
  return low || high
}

function together(figures: readonly Figure[]): Figure | null {
  const [only, ...others] = figures
  return only && others.length === 0 ? only : poolFigures(figures, 'last')
}

/** Two stocks of one place are of one time where they answer the same time and were counted up to the same day, in every old unit. */
function isOneTime(a: Figure, b: Figure): boolean {
  const isSameDay = a.period.end === b.period.end && oldestDay(a) === oldestDay(b)
  return timeOf(a) === timeOf(b) && isSameDay && a.period.basis === b.period.basis
}

/** Of a merged unit: the day of the old unit that counted first. */
function oldestDay({ merged, period }: Figure): string | null {
  return merged?.oldest ?? period.end
}

/** `total`, or the parts that a figure is of. */
function definitionOf({ comparisonKey }: Figure): string {
  return comparisonKey.split('|')[1] ?? ''
}

/** Of what both numbers are divided by, nothing is left in their quotient. */
function withoutDivision({ normalised: _, ...share }: Figure): Figure {
  return share
}
