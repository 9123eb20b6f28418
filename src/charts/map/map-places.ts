import type { Territories } from '../../model/dataset.ts'
import { type TerritoryRef, type TerritorySet, territoryKey } from '../../model/territory.ts'

/** The frame in which Vietnam is drawn, in units of its outlines: the mainland at the left, boxes for the archipelagos beside it. */
export const FRAME = { width: 520, height: 824 } as const

/** A box in units of the frame. */
export interface Inset {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The province on the list of 63 that the archipelago belongs to. */
  readonly code: string
}

/** True to scale most islands would be smaller than a pixel, so each archipelago has a box off the coast that it lies off. */
export const INSETS: Readonly<Record<'hoangsa' | 'truongsa', Inset>> = {
  hoangsa: { x: 366, y: 300, width: 153, height: 104, code: '48' },
  truongsa: { x: 366, y: 718, width: 153, height: 105, code: '56' },
}

/** A point in the frame. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** The codes on the list of 63 whose outlines make up a unit of either list; empty where the unit is not known. */
export function outlinesOf(ref: TerritoryRef, territories: Territories): readonly string[] {
  const codes = ref.set === '63' ? [ref.code] : (territories.get(territoryKey(ref))?.formedFrom ?? [])
  return codes.filter((code) => Object.hasOwn(PLACES, code))
}

/** What a map of a list is made of: by the code of each unit, the codes on the list of 63 whose outlines it has. */
export function landOf(list: TerritorySet, territories: Territories): ReadonlyMap<string, readonly string[]> {
  if (list === '63') return new Map(Object.keys(PLACES).map((code) => [code, [code]]))
  const units = [...territories.values()].filter(({ set }) => set === '34')
  return new Map(units.map((unit) => [unit.code, outlinesOf(unit, territories)]))
}

/** The units of a map of a list that a unit of either list covers. */
export function regionsOf(ref: TerritoryRef, list: TerritorySet, territories: Territories): readonly string[] {
  return ref.set === '34' && list === '34' ? [ref.code] : outlinesOf(ref, territories)
}

/**
 * Where a unit of either list has its mark: well inside its outline, of a merged one inside the outline nearest to its middle,
 * which itself may lie in another unit. Null where the unit has none.
 */
export function placeOf(ref: TerritoryRef, territories: Territories): Place | null {
  const parts = outlinesOf(ref, territories).flatMap((code) => (PLACES[code] ? [PLACES[code]] : []))
  const area = parts.reduce((sum, part) => sum + part[2], 0)
  const middle = (at: 0 | 1) => parts.reduce((sum, part) => sum + part[at] * part[2], 0) / area
  const [nearest] = parts
    .map(([x, y]) => ({ x, y, away: Math.hypot(x - middle(0), y - middle(1)) }))
    .sort((a, b) => a.away - b.away)
  return nearest ? { x: nearest.x, y: nearest.y } : null
}

/** Code on the list of 63 → a point well inside its largest outline, near its middle, and the area of its outlines. */
export const PLACES: Readonly<Record<string, readonly [x: number, y: number, area: number]>> = {
  '01': [184, 138, 792],
  '02': [146, 35, 2045],
  '04': [205, 36, 1727],
  '06': [192, 64, 1237],
  '08': [163, 72, 1491],
  '10': [102, 58, 1622],
  '11': [55, 94, 2410],
  '12': [55, 60, 2309],
  '14': [98, 120, 3544],
  '15': [126, 91, 1743],
  '17': [167, 151, 1158],
  '19': [191, 97, 890],
  '20': [231, 89, 2110],
  '22': [264, 121, 1437],
  '24': [231, 114, 979],
  '25': [155, 116, 888],
  '26': [178, 115, 346],
  '27': [206, 128, 206],
  '30': [219, 138, 417],
  '31': [233, 145, 338],
  '33': [203, 144, 232],
  '34': [221, 161, 396],
  '35': [199, 159, 215],
  '36': [212, 175, 402],
  '37': [195, 177, 340],
  '38': [168, 185, 2745],
  '40': [145, 231, 4043],
  '42': [187, 283, 1446],
  '44': [216, 323, 1912],
  '45': [249, 366, 1098],
  '46': [278, 389, 1136],
  '48': [308, 403, 231],
  '49': [302, 428, 2473],
  '51': [338, 461, 1199],
  '52': [354, 507, 1396],
  '54': [360, 558, 1150],
  '56': [358, 602, 1043],
  '58': [350, 635, 764],
  '60': [300, 669, 1800],
  '62': [301, 474, 1892],
  '64': [314, 522, 3950],
  '66': [316, 576, 3016],
  '67': [288, 607, 1485],
  '68': [312, 638, 2228],
  '70': [248, 633, 1575],
  '72': [209, 651, 919],
  '74': [235, 661, 609],
  '75': [262, 669, 1333],
  '77': [268, 694, 432],
  '79': [236, 684, 456],
  '80': [208, 689, 1016],
  '82': [216, 703, 539],
  '83': [225, 718, 514],
  '84': [216, 735, 494],
  '86': [200, 719, 343],
  '87': [182, 695, 764],
  '89': [158, 698, 794],
  '91': [153, 737, 1402],
  '92': [176, 719, 325],
  '93': [181, 736, 365],
  '94': [197, 748, 734],
  '95': [174, 761, 552],
  '96': [151, 775, 1156],
}
