import { readTerritoryKey, type TerritoryKey } from '../../model/territory.ts'
import { writeTerritoryCode } from '../../model/territory-code.ts'
import type { Room } from '../answer/room.ts'

/** Makes a place stand out in every picture, or no longer where it does; nothing where the view's list does not have it. */
export function toggleFocus(place: TerritoryKey, { view, setView }: Pick<Room, 'view' | 'setView'>): void {
  const code = focusCode(place, view)
  if (code !== null) setView({ focus: view.focus === code ? null : code })
}

/** As the view names a place that stands out. */
export function focusCode(place: TerritoryKey, { units }: Pick<Room['view'], 'units'>): string | null {
  const ref = readTerritoryKey(place)
  return ref && writeTerritoryCode(ref, units)
}
