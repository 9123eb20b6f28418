import { useState } from 'react'
import type { TerritoryKey } from '../../model/territory.ts'
import { keepHome, readHome } from '../../state/home-place.ts'

/** "Địa phương tôi": the reader's own choice on this machine, else that of the configuration. It is in no link. */
export interface Home {
  readonly key: TerritoryKey | null
  /** Whether the reader chose it. */
  readonly isOwn: boolean
  /** Null forgets the own choice. Null itself where nothing can be chosen: in a frame everybody sees the same. */
  readonly choose: ((key: TerritoryKey | null) => void) | null
}

export function useHome(configured: TerritoryKey | null, embedded: boolean): Home {
  const [own, setOwn] = useState(() => (embedded ? null : readHome(storage)))
  const choose = (key: TerritoryKey | null) => {
    keepHome(storage, key)
    setOwn(key)
  }
  return { key: own ?? configured, isOwn: own !== null, choose: embedded ? null : choose }
}

function storage(): Storage {
  return window.localStorage
}
