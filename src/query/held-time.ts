import type { Dataset } from '../model/dataset.ts'
import { bucketEdge, bucketsBetween } from '../model/rhythm.ts'
import type { Grain, TimeChoice, View } from '../model/view.ts'
import { indicatorsOf } from './view-query.ts'

/** Between which inclusive ISO days the indicators of a view are reported, and the newest whole period of the kind that it asks for. */
export interface HeldTime {
  readonly from: string
  readonly to: string
  readonly newest: TimeChoice
}

/** Null where nothing that the view asks for is reported period by period, or it asks for no period. */
export function heldTime(view: View, dataset: Dataset): HeldTime | null {
  const { calendar, rhythms } = dataset
  const codes = new Set(indicatorsOf(view, dataset))
  const held = rhythms.filter(({ indicator }) => codes.has(indicator))
  const from = held.map((rhythm) => rhythm.from).sort()[0]
  const to = held
    .map((rhythm) => rhythm.to)
    .sort()
    .at(-1)
  if (view.time.kind === 'report' || from === undefined || to === undefined) return null
  const grain = grainOf(view.time)
  const buckets = bucketsBetween(from, to, grain, calendar)
  const newest = buckets.findLast((bucket) => bucket.from >= from && bucket.to <= to) ?? buckets.at(-1)
  if (!newest) return null
  const edge = bucketEdge(newest, grain, calendar)
  return { from, to, newest: { kind: 'window', from: edge, to: edge } }
}

/** The kind of period at the end of a window; a year for any other time. */
function grainOf(time: TimeChoice): Grain {
  const edge = time.kind === 'window' ? (time.to ?? time.from ?? '') : ''
  if (edge.includes('-Q')) return 'quarter'
  if (edge.includes('-H')) return 'half'
  return edge.includes('-') ? 'month' : 'year'
}
