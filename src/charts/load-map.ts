import { registerMap } from 'echarts/core'
import type { Territories } from '../model/dataset.ts'
import { Failure } from '../model/failure.ts'
import type { TerritorySet } from '../model/territory.ts'
import { landOf } from './map/map-places.ts'

/** Names under which the outlines of Vietnam are known to ECharts, by the list of provinces they are drawn by. */
export const VIETNAM: Readonly<Record<TerritorySet, string>> = { '63': 'vietnam-63', '34': 'vietnam-34' }

/** The lists whose outlines are known to ECharts. */
const loaded = new Set<TerritorySet>()
const loading = new Map<TerritorySet, Promise<void>>()

/**
 * Makes the outlines of a list known to ECharts. They are a file of their own, fetched once; a `Failure` where it does not come,
 * and then the next call fetches again.
 */
export function loadMap(list: TerritorySet, territories: Territories): Promise<void> {
  const known = loading.get(list)
  if (known !== undefined) return known
  const coming = register(list, territories).catch((error: unknown) => {
    loading.delete(list)
    throw error
  })
  loading.set(list, coming)
  return coming
}

/** Whether a map of the list can be drawn at once. */
export function isMapLoaded(list: TerritorySet): boolean {
  return loaded.has(list)
}

async function register(list: TerritorySet, territories: Territories): Promise<void> {
  const { vietnamSvg } = await import('./map/vietnam-outlines.ts').catch((error: unknown) => {
    throw new Failure('http-unreachable', { file: 'vietnam-outlines', raw: String(error).slice(0, 500) })
  })
  registerMap(VIETNAM[list], { svg: vietnamSvg(landOf(list, territories)) })
  loaded.add(list)
}
