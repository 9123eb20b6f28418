import { placePressed } from '../../src/charts/parts/place-area.ts'
import type { TerritoryKey } from '../../src/model/territory.ts'

interface Named {
  readonly name?: string
}

/** What is drawn in a picture and what opens a figure in it, without the areas over the names of places. */
export function elementsIn<Element extends Named>(option: unknown): Element[] {
  return allIn<Element>(option).filter(({ name }) => placePressed(name ?? '') === null)
}

/** An area over the name of a place, which makes that place stand out. */
export interface NameArea {
  readonly key: TerritoryKey
  readonly tip: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function nameAreasIn(option: unknown): NameArea[] {
  return allIn<Named & { readonly shape: Omit<NameArea, 'key' | 'tip'>; readonly tooltip: { readonly formatter: string } }>(
    option,
  ).flatMap(({ name, shape, tooltip }) => {
    const key = placePressed(name ?? '')
    const { x, y, width, height } = shape ?? {}
    return key ? [{ key, tip: tooltip.formatter, x, y, width, height }] : []
  })
}

function allIn<Element>(option: unknown): readonly Element[] {
  return (option as { readonly graphic?: { readonly elements: readonly Element[] } }).graphic?.elements ?? []
}
