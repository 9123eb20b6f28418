import type { Dataset } from '../dataset.ts'
import type { PeerGroup } from '../peer-group.ts'
import { readTerritoryKey, type TerritoryRef, territoryKey } from '../territory.ts'
import type { UnitList } from '../view.ts'
import { unitsOn } from './listed-reporters.ts'

/**
 * The members of a group on the list that a view counts by. A group without any there gives the units of that list that hold its
 * members, or that they were made of; as in the report, its members on the lists of the dataset. Each once.
 */
export function groupMembers(
  { members }: Pick<PeerGroup, 'members'>,
  units: UnitList,
  { territories, territorySets }: Pick<Dataset, 'territories' | 'territorySets'>,
): TerritoryRef[] {
  const refs = members.map(readTerritoryKey).filter((ref) => ref !== null)
  if (units === 'goc') return refs.filter(({ set }) => territorySets.includes(set))
  const own = refs.filter(({ set }) => set === units)
  if (own.length > 0) return own
  const moved = refs.flatMap((ref) => unitsOn(ref, units, territories))
  return [...new Map(moved.map((ref) => [territoryKey(ref), ref])).values()]
}
