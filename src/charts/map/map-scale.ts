import { type TerritoryKey, territoryKey } from '../../model/territory.ts'
import { readTerritoryCode } from '../../model/territory-code.ts'
import { classBounds, classColours, classIndex } from '../parts/classes.ts'
import { mix } from '../parts/lightness.ts'
import { type Palette, palette } from '../parts/palette.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import type { MapItem, MapPanel } from './map-panels.ts'
import { FRAME } from './map-places.ts'

/** Where a map stands on the canvas, in pixels; as wide to its height as `FRAME`. */
export interface MapBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How the figures of one panel become sizes and colours: nothing of it is shared with another panel. */
export interface MapScale {
  readonly colours: Palette
  readonly hue: string
  /** Bounds of the classes of a rate; empty for amounts. */
  readonly bounds: readonly number[]
  readonly largest: number
  readonly focus: TerritoryKey | null
  /** Radius in pixels of a circle whose area stands for the value. */
  radiusOf(value: number): number
  /** Colour of the class of a value. */
  fillOf(value: number): string
  /** The hue, pale where another place is in focus. */
  inkOf(item: MapItem): string
}

/** The largest circle, as a share of the width of its map. */
const LARGEST_RADIUS = 0.045

export function mapScale(panel: MapPanel, box: MapBox, { view, dark }: PictureInput): MapScale {
  const colours = palette(dark)
  const hue = colours.domain[panel.domain] ?? colours.other
  const values = panel.scale.map(({ figure }) => figure.value as number)
  const largest = Math.max(...values, 0)
  const bounds = panel.isRate && values.length > 0 ? classBounds(values, panel.decimals) : []
  const ramp = classColours(bounds.length - 1, hue, dark)
  const focused = view.focus === null ? null : readTerritoryCode(view.focus, view.units)
  const focus = focused && territoryKey(focused)
  const isPale = (item: MapItem) => focus !== null && item.key !== focus
  return {
    ...{ colours, hue, bounds, largest, focus },
    radiusOf: (value) => (largest > 0 ? LARGEST_RADIUS * box.width * Math.sqrt(Math.max(0, value) / largest) : 0),
    fillOf: (value) => ramp[classIndex(value, bounds)] ?? hue,
    inkOf: (item) => (isPale(item) ? mix(colours.land, hue, 0.45) : hue),
  }
}

/** A point of the frame in pixels. */
export function onCanvas(
  { x, y }: { readonly x: number; readonly y: number },
  box: MapBox,
): { readonly x: number; readonly y: number } {
  const scale = box.width / FRAME.width
  return { x: box.x + x * scale, y: box.y + y * scale }
}
