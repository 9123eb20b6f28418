import type { Against, Figure } from '../figure.ts'
import type { Aggregation } from '../indicator.ts'
import { divideBounds } from './qualifiers.ts'
import { areOfSameTime, type TwoWindows } from './same-place.ts'
import { isOfSomeDays } from './some-days.ts'

/**
 * Why two figures make no change: none to compare with; words; bounded on one side; days or units missing now, or in the base only; in
 * doubt; not alike; of days that do not answer to each other in their windows; a zero base.
 */
export type ChangeRefusal =
  | 'no_base'
  | 'no_number'
  | 'one_sided'
  | 'partial_now'
  | 'partial_base'
  | 'in_doubt'
  | 'unlike'
  | 'other_date'
  | 'zero_base'

/** What two figures are asked. */
export interface ChangeOf {
  readonly aggregation: Aggregation
  readonly against: Against
  /** The two times, where it is still to be asked whether the two figures answer to each other. */
  readonly windows?: TwoWindows
}

/** How a figure stands to an older one of the same thing. */
export interface Change {
  readonly now: Figure
  readonly base: Figure | null
  /** In the unit of the figures, in percentage points for shares; null where refused. */
  readonly step: Figure | null
  /** In percent of the base; null where refused, for shares, and where the base is 0. */
  readonly percent: Figure | null
  readonly refused: ChangeRefusal | null
}

/**
 * Rules 6, 7 and 13. Of shares only points are told. A change of two numbers that are bounded on the same side says nothing; of a
 * zero base there is a difference but no percentage.
 */
export function changeOf(now: Figure, base: Figure | null, asked: ChangeOf): Change {
  const refusal = refusalOf(now, base, asked)
  const isShare = asked.aggregation === 'ratio'
  if (refusal !== null || base === null) return { now, base, step: null, percent: null, refused: refusal ?? 'no_base' }
  const value = (now.value as number) - (base.value as number)
  const { counts: _, ...rest } = now
  const computed = (how: 'difference' | 'percent_change', number: number, bounds: Bounded, unit: string): Figure => ({
    ...rest,
    ...bounds,
    ...dividedBy(now, base),
    value: number,
    unit,
    state: number === 0 ? 'zero' : 'value',
    word: '',
    magnitudes: [],
    terms: [...now.terms, ...base.terms],
    sources: [...new Set([...now.sources, ...base.sources])].sort(),
    provisional: now.provisional || base.provisional,
    estimated: now.estimated || base.estimated,
    computed: { how, of: [now, base], against: asked.against },
  })
  const step = computed('difference', value, differenceBounds(now, base), isShare ? 'percentage_point' : now.unit)
  if (isShare) return { now, base, step, percent: null, refused: null }
  if (base.value === 0) return { now, base, step, percent: null, refused: 'zero_base' }
  const bounds = divideBounds(now, base)
  const percent = bounds && computed('percent_change', (100 * value) / (base.value as number), bounds, 'percent')
  return { now, base, step, percent, refused: null }
}

type Bounded = Pick<Figure, 'low' | 'high' | 'approx'>

function refusalOf(now: Figure, base: Figure | null, { aggregation, windows }: ChangeOf): ChangeRefusal | null {
  if (!base) return 'no_base'
  if (now.value === null || base.value === null) return 'no_number'
  if (isPartial(now)) return 'partial_now'
  if (isPartial(base)) return 'partial_base'
  if (now.needsVerification || base.needsVerification) return 'in_doubt'
  if (measureOf(now) !== measureOf(base)) return 'unlike'
  if (windows && !areOfSameTime(now, base, windows, aggregation === 'last')) return 'other_date'
  const isOneSided = (now.low && base.low) || (now.high && base.high)
  return isOneSided ? 'one_sided' : null
}

function isPartial(figure: Figure): boolean {
  return figure.state === 'only_parts' || isOfSomeDays(figure)
}

/** Indicator, definition and unit with what it was divided by: what two times of one thing share. */
export function measureOf({ comparisonKey }: Pick<Figure, 'comparisonKey'>): string {
  const second = comparisonKey.indexOf('|', comparisonKey.indexOf('|') + 1)
  const third = second < 0 ? -1 : comparisonKey.indexOf('|', second + 1)
  return third < 0 ? comparisonKey : comparisonKey.slice(0, third)
}

/** Less a lower bound is at most: the divisor's sides swap in a difference as they do in a quotient. */
function differenceBounds(now: Figure, base: Figure): Bounded {
  return { low: now.low || base.high, high: now.high || base.low, approx: now.approx || base.approx }
}

/** What both were divided by: whichever is not verified is not verified of their change either. */
function dividedBy({ normalised }: Figure, { normalised: older }: Figure): Pick<Figure, 'normalised'> {
  if (!normalised || !older) return {}
  const denominators = [...normalised.denominators, ...older.denominators]
  return { normalised: { ...normalised, denominators, allUnverified: normalised.allUnverified && older.allUnverified } }
}
