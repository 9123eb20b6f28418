import { readTerritoryKey, type TerritoryKey, territoryKey } from '../model/territory.ts'

/** Where the choice is kept: the part of `localStorage` that is used. */
export type HomeStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The place that the reader chose as their own on this machine; null where none is kept, or nothing may be read. */
export function readHome(storage: () => HomeStorage): TerritoryKey | null {
  try {
    const ref = readTerritoryKey(storage().getItem(KEY) ?? '')
    return ref && territoryKey(ref)
  } catch {
    // A frame of another site may not even look at the storage.
    return null
  }
}

/** Keeps the choice, or forgets it; where that is refused, it holds as long as the page does. */
export function keepHome(storage: () => HomeStorage, home: TerritoryKey | null): void {
  try {
    if (home === null) storage().removeItem(KEY)
    else storage().setItem(KEY, home)
  } catch {
    // Refused, or full: nothing else depends on it.
  }
}

const KEY = 'dan-van-atlas:home'
