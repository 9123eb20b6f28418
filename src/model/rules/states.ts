import type { Figure, State } from '../figure.ts'
import { isOfSomeDays } from './some-days.ts'

/** From the most to the least that can be said; the first that holds is the state. */
const BY_WORTH: readonly State[] = ['value', 'zero', 'part_of_time', 'in_words', 'only_parts', 'suppressed', 'not_applicable']

/** What is known of one territory when a view asks for one thing. */
export interface Asked {
  /** Standing figures of the territory for what was asked. */
  readonly figures: readonly Figure[]
  /** Figures of the same thing for any other time. */
  readonly otherTime: readonly Figure[]
  /** Whether the calendar says that the figure is owed and its day has passed. */
  readonly overdue: boolean
  /** Whether only a merged unit, that this one became part of, has a figure (rule 11), of this time and of any other. */
  readonly refused?: boolean
  readonly refusedOtherTime?: boolean
  /** Whether the package has any source on the territory. */
  readonly hasSource: boolean
}

/** Rule 9: the state of a territory. A source that does not give a figure is never a report that was not sent. */
export function stateOf({ figures, otherTime, overdue, hasSource, refused = false, refusedOtherTime = false }: Asked): State {
  const standing = figures.filter(({ stands }) => stands).map(stateAlone)
  const found = BY_WORTH.find((state) => standing.includes(state))
  if (found) return found
  // It was given, and may only not be divided as asked; a number of a part is that of no whole place, divided or not.
  const undivided = figures.filter(({ stands, state }) => stands && state === 'not_normalised')
  const isOfParts = undivided.every(({ notNormalised }) => notNormalised?.plain.state === 'only_parts')
  if (undivided.length > 0) return isOfParts ? 'only_parts' : 'not_normalised'
  if (refused) return 'refused'
  // What is owed for this time is not made good by a figure for another.
  if (overdue) return 'not_received'
  if (otherTime.some((figure) => figure.stands)) return 'other_time'
  // What cannot be split for another time is offered by nothing, but there is a report of it.
  if (refusedOtherTime) return 'refused'
  return hasSource ? 'not_mentioned' : 'no_source'
}

/** What a figure alone makes of its place: a number of some of the days that were asked for is not all that was asked for. */
export function stateAlone(figure: Figure): State {
  const isNumber = figure.state === 'value' || figure.state === 'zero'
  return isNumber && isOfSomeDays(figure) ? 'part_of_time' : figure.state
}
