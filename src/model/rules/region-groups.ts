import type { Dataset, Territories } from '../dataset.ts'
import { fold } from '../fold.ts'
import type { PeerGroup } from '../peer-group.ts'
import { territoryKey } from '../territory.ts'

/**
 * One group per region, of the territories of the lists of a dataset, in official order. A region that both lists know by one name
 * is one group with the members that it has on each.
 */
export function regionGroups(territories: Territories, territorySets: Dataset['territorySets']): readonly PeerGroup[] {
  const byId = new Map<string, PeerGroup>()
  for (const territory of territories.values()) {
    if (!territorySets.includes(territory.set)) continue
    const id = `rg-${fold(territory.region.vi).replaceAll(' ', '-')}`
    const group = byId.get(id) ?? { id, label: territory.region, members: [] }
    byId.set(id, { ...group, members: [...group.members, territoryKey(territory)] })
  }
  return [...byId.values()]
}
