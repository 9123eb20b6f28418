import type { Dataset } from '../dataset.ts'
import { readTerritoryKey, type TerritoryKey, type TerritoryRef, territoryKey } from '../territory.ts'
import type { UnitList } from '../view.ts'

/**
 * Rules 10 and 11: who is expected to have figures, on the list that a view counts by. Under the 34, the units that hold a
 * reporter; under the 63, reporters of the 34 are the old units that they were made of.
 */
export function listedReporters(
  { reporters, territories }: Pick<Dataset, 'reporters' | 'territories'>,
  units: UnitList,
): TerritoryKey[] {
  const listed = reporters.flatMap((key) => {
    const ref = readTerritoryKey(key)
    return ref ? unitsOn(ref, units, territories) : []
  })
  return [...new Set(listed.map(territoryKey))]
}

/** The units of a list that a unit of either list is, became part of, or was made of; as in the report it is itself. */
export function unitsOn(ref: TerritoryRef, units: UnitList, territories: Dataset['territories']): TerritoryRef[] {
  if (units === 'goc' || ref.set === units) return [ref]
  const territory = territories.get(territoryKey(ref))
  if (units === '34') return territory?.mergedInto ? [{ set: '34', code: territory.mergedInto }] : []
  return (territory?.formedFrom ?? []).map((code) => ({ set: '63', code }))
}

/** The units whose reports tell of a unit of a list: itself, and those of the other list that it shares ground with. */
export function reportedAs(ref: TerritoryRef, territories: Dataset['territories']): TerritoryRef[] {
  return [ref, ...unitsOn(ref, ref.set === '34' ? '63' : '34', territories)]
}

/** The units on the lists of a dataset whose reports tell of a unit; as in the report only its own do. */
export function reportsOf(
  ref: TerritoryRef,
  units: UnitList,
  { territories, territorySets }: Pick<Dataset, 'territories' | 'territorySets'>,
): TerritoryRef[] {
  return units === 'goc' ? [ref] : reportedAs(ref, territories).filter(({ set }) => territorySets.includes(set))
}

/** Of the old units that a unit of the 34 was made of, how many `has` holds for. Null for a unit that was not merged. */
export function oldUnitsWith(
  key: TerritoryKey,
  territories: Dataset['territories'],
  has: (unit: TerritoryRef) => boolean,
): { readonly n: number; readonly of: number } | null {
  const codes = key.startsWith('34:') ? (territories.get(key)?.formedFrom ?? []) : []
  if (codes.length < 2) return null
  return { n: codes.filter((code) => has({ set: '63', code })).length, of: codes.length }
}
