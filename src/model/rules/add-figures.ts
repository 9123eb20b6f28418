import type { Bounds, Figure, FigurePeriod, State } from '../figure.ts'
import { addable, uniteBounds } from './qualifiers.ts'

/** What a sum of figures cannot have from its terms. */
export type SumOf = Pick<Figure, 'period' | 'days' | 'daysOf' | 'comparisonKey' | 'merged'>

/**
 * Rules 1 and 6 for figures of one indicator, definition and unit: numbers add, and beside figures in words the sum is a lower
 * bound. Null where there is no number, where bounds contradict, or where a figure is itself a list of what does not add.
 */
export function addFigures(members: readonly Figure[], sum: SumOf): Figure | null {
  const [first] = members
  const numbers = members.filter((figure) => figure.value !== null)
  if (!first || numbers.length === 0) return null
  const united = uniteBounds(numbers)
  const unnumbered = members.some((figure) => figure.value === null && figure.state !== 'not_applicable')
  if (!addable(numbers) || (unnumbered && united.high) || members.some(({ isList }) => isList)) return null
  const bounds = { ...united, low: united.low || unnumbered }
  const value = numbers.reduce((all, figure) => all + (figure.value as number), 0)
  const shared = members.flatMap((figure) => figure.shared ?? [])
  const sharedDays = members.reduce((sum, figure) => sum + (figure.sharedDays ?? 0), 0) / members.length
  const some = (flag: Flag) => members.some((figure) => figure[flag])
  return {
    ...first,
    ...bounds,
    ...sum,
    ...(shared.length > 0 ? { shared, sharedDays } : {}),
    value,
    state: stateOf(first, value, bounds),
    word: '',
    magnitudes: members.flatMap(({ magnitudes }) => magnitudes),
    terms: members.flatMap(({ terms }) => terms).sort((a, b) => a - b),
    sources: [...new Set(members.flatMap(({ sources }) => sources))].sort(),
    needsVerification: some('needsVerification'),
    provisional: some('provisional'),
    estimated: some('estimated'),
    mismatch: some('mismatch'),
    finerDiffers: some('finerDiffers'),
    sameKeyAdded: some('sameKeyAdded'),
  }
}

/** The time of figures added over territories: one period or, of stocks, the newest of their as-of dates. */
export function sharedPeriod(members: readonly Figure[]): FigurePeriod {
  const { basis } = (members[0] as Figure).period
  const only = <T>(values: readonly T[], otherwise: T) => (new Set(values).size === 1 ? (values[0] as T) : otherwise)
  const ends = members.map(({ period }) => period.end)
  return {
    start: only(
      members.map(({ period }) => period.start),
      null,
    ),
    end: ends.reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b), null),
    basis,
    duration: only(
      members.map(({ period }) => period.duration),
      '',
    ),
  }
}

type Flag = 'needsVerification' | 'provisional' | 'estimated' | 'mismatch' | 'finerDiffers' | 'sameKeyAdded'

/** Rule 2: one part alone, without a total, is the part that it is, of however many units. */
function stateOf({ basis, breakdownValues }: Figure, value: number, bounds: Bounds): State {
  if (basis === 'parts_sum' && breakdownValues.length === 1) return 'only_parts'
  return value === 0 && !bounds.low && !bounds.approx ? 'zero' : 'value'
}
