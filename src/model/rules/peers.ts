import type { Figure } from '../figure.ts'
import type { Aggregation } from '../indicator.ts'
import type { PeerGroup } from '../peer-group.ts'
import { type TerritoryKey, territoryKey } from '../territory.ts'
import { type Change, changeOf } from './change.ts'
import { poolFigures } from './pool-figures.ts'

/** Where a figure stands among those of its peer group (rule 13). */
export interface AmongPeers {
  readonly group: PeerGroup
  /** Against the mean of the other members: counts by their number, rates from their sums. */
  readonly change: Change
  /** Place from the highest, ties share the best; of so many members with comparable numbers, itself included. */
  readonly place: number
  readonly of: number
  /** Whether all of them have one number, none of it a bound: a place says nothing then. */
  readonly tied: boolean
  /** Members without a comparable number. */
  readonly missing: readonly TerritoryKey[]
}

/** The group of a territory: the first that holds it; groups of the package stand before the regions. */
export function groupOf(unit: TerritoryKey, groups: readonly PeerGroup[]): PeerGroup | null {
  return groups.find(({ members }) => members.includes(unit)) ?? null
}

/** `scale` are the figures that may be compared with this one. Null where there is no group, or nobody else in it has a number. */
export function amongPeers(
  figure: Figure,
  scale: readonly Figure[],
  groups: readonly PeerGroup[],
  aggregation: Aggregation,
): AmongPeers | null {
  const unit = territoryKey(figure.territory)
  const group = groupOf(unit, groups)
  if (!group || figure.value === null) return null
  const members = group.members.filter((key) => key.startsWith(`${figure.territory.set}:`))
  const mine = scale.filter(({ territory }) => members.includes(territoryKey(territory)))
  const others = mine.filter((one) => one !== figure)
  if (others.length === 0 || !mine.includes(figure)) return null
  const mean = meanOf(others, aggregation)
  if (!mean) return null
  return {
    group,
    change: changeOf(figure, mean, { aggregation, against: 'peers' }),
    place: 1 + others.filter(({ value }) => (value as number) > (figure.value as number)).length,
    of: mine.length,
    tied: mine.every((one) => one.value === figure.value && !one.low && !one.high && !one.approx),
    missing: members.filter((key) => !mine.some(({ territory }) => territoryKey(territory) === key)),
  }
}

function meanOf(others: readonly Figure[], aggregation: Aggregation): Figure | null {
  const pooled = poolFigures(others, aggregation)
  if (!pooled?.computed || pooled.computed.how === 'pooled') return pooled
  return { ...pooled, value: (pooled.value as number) / others.length, computed: { how: 'peer_mean', of: others } }
}
