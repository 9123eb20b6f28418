import type { Territories } from '../model/dataset.ts'
import type { Denominator } from '../model/denominator.ts'
import { type Territory, type TerritoryKey, type TerritoryRef, type TerritorySet, territoryKey } from '../model/territory.ts'
import { type MetaRow, readKeyed } from './meta-table.ts'
import { denominatorKey } from './package-extras.ts'

export const PROVINCE_COLUMNS = [
  ...['territory_set', 'code', 'name_vi', 'name_en', 'kind', 'region_vi', 'region_en', 'merged_into_code', 'formed_from_codes'],
]
export const ALIAS_COLUMNS = ['alias', 'territory_set', 'code']
export const POPULATION_COLUMNS = ['territory_set', 'code', 'basis', 'year', 'population', 'status', 'source']
export const COMMUNE_UNIT_COLUMNS = ['territory_set', 'code', 'as_of', 'commune_units', 'source']

/** What is known of the country, whatever dataset is open. */
export interface Reference {
  /** The provinces of both lists. */
  readonly territories: Territories
  /** Populations and counts of commune-level units, for datasets that bring none of their own. */
  readonly denominators: readonly Denominator[]
}

const SETS: readonly TerritorySet[] = ['63', '34']
const TWO_DIGITS = /^[0-9]{2}$/

/** The provinces of both lists in official order (63 first), with their aliases; both directions of the crosswalk must agree. */
export function readTerritories(provinces: readonly MetaRow[], aliases: readonly MetaRow[]): Territories {
  const keys = new Set<string>(readKeyed(provinces, 'code', (key) => key, keyOf).keys())
  const spellings = readAliases(aliases, keys)
  const territories = new Map<TerritoryKey, Territory>()
  for (const row of provinces) {
    const territory = readTerritory(row, keys, spellings)
    territories.set(territoryKey(territory), territory)
  }
  for (const row of provinces) checkCrosswalk(row, territories)
  return new Map([...territories].sort(([, a], [, b]) => SETS.indexOf(a.set) - SETS.indexOf(b.set) || (a.code < b.code ? -1 : 1)))
}

/**
 * Populations and counts of commune-level units with a year. Those of a decision or a resolution have none, because no source that
 * was read says of which day they are: what has no year has no nearest one, and divides nothing.
 */
export function readReferenceDenominators(
  populations: readonly MetaRow[],
  communeUnits: readonly MetaRow[],
  territories: Territories,
): readonly Denominator[] {
  const dated = populations.filter((row) => row.text('year') !== '')
  const people = readKeyed(
    dated,
    'code',
    denominatorKey,
    (row): Denominator => ({
      territory: knownUnit(row, territories),
      measure: 'population',
      year: row.year('year'),
      value: row.count('population'),
      basis: row.code('basis'),
      verified: row.oneOf('status', ['verified', 'recalled']) === 'verified',
      source: row.text('source'),
    }),
  )
  const communes = readKeyed(communeUnits, 'code', denominatorKey, (row): Denominator => {
    const year = Number(row.day('as_of').slice(0, 4))
    return {
      territory: knownUnit(row, territories),
      measure: 'commune_units',
      year,
      value: row.count('commune_units'),
      // A count of one day: those of another day are counts of other communes.
      basis: `counted_${year}`,
      verified: true,
      source: row.text('source'),
    }
  })
  return [...people.values(), ...communes.values()]
}

function knownUnit(row: MetaRow, territories: Territories): TerritoryRef {
  const found = territories.get(keyOf(row))
  return found ? { set: found.set, code: found.code } : row.fail('code', 'points-nowhere')
}

function keyOf(row: MetaRow): TerritoryKey {
  return territoryKey({ set: row.oneOf('territory_set', SETS), code: row.code('code', TWO_DIGITS) })
}

function readAliases(rows: readonly MetaRow[], known: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const byKey = new Map<string, string[]>()
  const seen = new Set<string>()
  for (const row of rows) {
    const key = keyOf(row)
    if (!known.has(key)) row.fail('code', 'points-nowhere')
    const alias = row.needed('alias')
    const inSet = `${row.text('territory_set')}:${alias}`
    if (seen.has(inSet)) row.fail('alias', 'duplicate')
    seen.add(inSet)
    byKey.set(key, [...(byKey.get(key) ?? []), alias])
  }
  return byKey
}

function readTerritory(row: MetaRow, known: ReadonlySet<string>, spellings: ReadonlyMap<string, readonly string[]>): Territory {
  const key = keyOf(row)
  const set = row.oneOf('territory_set', SETS)
  const formedFrom = row.text('formed_from_codes').split('|').filter(Boolean)
  const mergedInto = row.text('merged_into_code') || null
  if (set === '63') {
    row.needed('merged_into_code')
    if (!known.has(`34:${mergedInto}`)) row.fail('merged_into_code', 'points-nowhere')
    if (formedFrom.length > 0) row.fail('formed_from_codes', 'parts-needless')
  } else {
    row.needed('formed_from_codes')
    if (formedFrom.some((code) => !known.has(`63:${code}`))) row.fail('formed_from_codes', 'points-nowhere')
    if (mergedInto !== null) row.fail('merged_into_code', 'parts-needless')
  }
  return {
    set,
    code: row.code('code', TWO_DIGITS),
    name: row.neededPair('name'),
    kind: row.oneOf('kind', ['tinh', 'thanh_pho']),
    region: row.neededPair('region'),
    mergedInto,
    formedFrom,
    aliases: spellings.get(key) ?? [],
  }
}

/** Every unit names the other side of its merger, and is named by it. */
function checkCrosswalk(row: MetaRow, territories: Territories): void {
  const unit = territories.get(keyOf(row))
  if (unit?.set === '63') {
    const after = territories.get(`34:${unit.mergedInto}`)
    if (!after?.formedFrom.includes(unit.code)) row.fail('merged_into_code', 'crosswalk-differs')
    return
  }
  const twice = unit?.formedFrom.find((code, at, all) => all.indexOf(code) !== at)
  if (twice !== undefined) row.fail('formed_from_codes', 'duplicate')
  const stray = unit?.formedFrom.find((code) => territories.get(`63:${code}`)?.mergedInto !== unit.code)
  if (stray !== undefined) row.fail('formed_from_codes', 'crosswalk-differs')
}
