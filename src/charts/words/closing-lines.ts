import type { State } from '../../model/figure.ts'
import { stateFor } from '../../query/place-state.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { reporterName, reportersOf } from '../parts/reporters.ts'

type Said = 'part_of_time' | 'other_time' | 'not_mentioned' | 'not_received'

/** Who has no figure here, and why; or the places of other states, in their order. */
export function closingLines(
  input: PictureInput,
  said: readonly Said[] = ['other_time', 'not_mentioned', 'not_received'],
): string[] {
  const { view, dataset, answer, words, language } = input
  const states = reportersOf(view, dataset).map((key): readonly [State, string] => [
    stateFor(key, answer),
    reporterName(dataset, key, language),
  ])
  const { partOfTimeMany, otherTime, notMentioned, notReceived } = words.headline
  const says = { part_of_time: partOfTimeMany, other_time: otherTime, not_mentioned: notMentioned, not_received: notReceived }
  return said.flatMap((wanted) => {
    const names = states.filter(([state]) => state === wanted).map(([, name]) => name)
    return names.length > 0 ? [says[wanted](names)] : []
  })
}
