import type { Bilingual } from './bilingual.ts'
import type { TerritoryKey } from './territory.ts'

/** Territories that are compared with each other: a named group of the package (cụm thi đua), or a region. */
export interface PeerGroup {
  /** As links write it: `cum-<slug>` of a package, `rg-<slug>` of a region. */
  readonly id: string
  readonly label: Bilingual
  /** Each once. A region may have members of both lists; a view takes those of its own. */
  readonly members: readonly TerritoryKey[]
}
