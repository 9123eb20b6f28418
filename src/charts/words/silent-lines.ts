import { ofIndicators, stateFor } from '../../query/place-state.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { reporterName, reportersOf } from '../parts/reporters.ts'

/**
 * Who has no figure of the indicators that a picture of models draws, and why: a report that names its models mentions them, though
 * it does not count them.
 */
export function silentLines(codes: readonly string[], { answer, view, dataset, words, language }: PictureInput): string[] {
  const states = reportersOf(view, dataset).map((key) => ({
    name: reporterName(dataset, key, language),
    state: stateFor(key, answer, ofIndicators(codes)),
  }))
  const { otherTime, notMentionedTotal, notReceived } = words.headline
  const says = { other_time: otherTime, not_mentioned: notMentionedTotal, not_received: notReceived } as const
  return Object.entries(says).flatMap(([wanted, say]) => {
    const names = states.filter(({ state }) => state === wanted).map(({ name }) => name)
    return names.length > 0 ? [say(names)] : []
  })
}
