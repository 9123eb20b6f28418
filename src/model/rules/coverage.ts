import type { State } from '../figure.ts'

/** How many of how many (rule 10): counts of territories by what is known of them; they add up to `of`. */
export interface Coverage {
  /** Of all days that were asked for. */
  readonly numbers: number
  /** Numbers of fewer days than were asked for. */
  readonly partOfTime: number
  readonly inWords: number
  readonly parts: number
  readonly otherTime: number
  readonly notMentioned: number
  readonly notReceived: number
  readonly withheld: number
  readonly notApplicable: number
  /** Of a merged province, and asked of one that it was made of. */
  readonly notSplit: number
  /** There is no number to divide it by. */
  readonly notDivided: number
  readonly of: number
}

/** Rule 10 over the states of the expected reporters; a territory without a source is in no count. */
export function coverageOf(states: readonly State[]): Coverage {
  const count = (...wanted: State[]) => states.filter((state) => wanted.includes(state)).length
  return {
    numbers: count('value', 'zero'),
    partOfTime: count('part_of_time'),
    inWords: count('in_words'),
    parts: count('only_parts'),
    otherTime: count('other_time'),
    notMentioned: count('not_mentioned'),
    notReceived: count('not_received'),
    withheld: count('suppressed'),
    notApplicable: count('not_applicable'),
    notSplit: count('refused'),
    notDivided: count('not_normalised'),
    of: states.filter((state) => state !== 'no_source').length,
  }
}

/** Under 60 % the coverage is said before the number. */
export function coverageFirst(coverage: Coverage): boolean {
  return coverage.of > 0 && coverage.numbers / coverage.of < 0.6
}
