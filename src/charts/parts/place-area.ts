import type { Words } from '../../locale/words.ts'
import { readTerritoryKey, type TerritoryKey, territoryKey } from '../../model/territory.ts'
import { readTerritoryCode } from '../../model/territory-code.ts'
import type { View } from '../../model/view.ts'
import { type Graphic, hitArea } from './graphics.ts'

/** In pixels of the canvas. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const LEAD = 'place:'

/** What is pressed over the name of a place, so that the place stands out; above what opens the grounds of its number. */
export function placeArea(
  { x, y, width, height }: Area,
  key: TerritoryKey,
  name: string,
  words: Words,
  tip = words.chart.focusOn(name),
): Graphic {
  return hitArea(x, y, width, height, { name: `${LEAD}${key}`, tip, z: 30 })
}

/** The place whose name was pressed; null for anything else that is pressed in a picture. */
export function placePressed(name: string): TerritoryKey | null {
  const ref = name.startsWith(LEAD) ? readTerritoryKey(name.slice(LEAD.length)) : null
  return ref && territoryKey(ref)
}

/** The place that stands out in a view. */
export function placeInFocus({ focus, units }: Pick<View, 'focus' | 'units'>): TerritoryKey | null {
  const ref = focus === null ? null : readTerritoryCode(focus, units)
  return ref && territoryKey(ref)
}
