import type { Bilingual } from './bilingual.ts'
import type { TerritoryKey } from './territory.ts'

/** Territories of one list that are compared with each other: a named one of the package (cụm thi đua), or a region. */
export interface PeerGroup {
  /** As links write it: `cum-<slug>` of a package, `rg-<slug>` of a region. */
  readonly id: string
  readonly label: Bilingual
  readonly members: readonly TerritoryKey[]
}
