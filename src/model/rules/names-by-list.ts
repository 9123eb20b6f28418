import type { Dataset } from '../dataset.ts'
import { type Territory, type TerritoryKey, territoryKey } from '../territory.ts'
import type { UnitList } from '../view.ts'

/**
 * The dataset with names that tell units apart: as in the report both lists stand side by side, where a name that is on both says
 * which list it is of, `Hà Nội (63)`. On one list a name is enough.
 */
export function namesByList(dataset: Dataset, units: UnitList): Dataset {
  if (units !== 'goc' || dataset.territorySets.length < 2) return dataset
  const made = MADE.get(dataset)
  if (made) return made
  const lists = new Map<string, Set<string>>()
  for (const { name, set } of dataset.territories.values()) lists.set(name.vi, (lists.get(name.vi) ?? new Set()).add(set))
  const named = [...dataset.territories.values()].map((territory): [TerritoryKey, Territory] => {
    const { name, set } = territory
    const isOnBoth = (lists.get(name.vi)?.size ?? 0) > 1
    return [
      territoryKey(territory),
      isOnBoth ? { ...territory, name: { vi: `${name.vi} (${set})`, en: `${name.en} (${set})` } } : territory,
    ]
  })
  const marked = { ...dataset, territories: new Map(named) }
  MADE.set(dataset, marked)
  return marked
}

/** The same dataset each time, so that nothing is drawn anew. */
const MADE = new WeakMap<Dataset, Dataset>()
