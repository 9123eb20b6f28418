import type { Denominator, Measure } from '../denominator.ts'
import { type TerritoryRef, territoryKey } from '../territory.ts'

/** Rule 12: further away a count of people says nothing of a figure. */
const MOST_YEARS = 2

/** Looks up denominators by territory and measure. */
export type DenominatorsOf = (territory: TerritoryRef, measure: Measure) => readonly Denominator[]

export function denominatorIndex(all: readonly Denominator[]): DenominatorsOf {
  const byKey = new Map<string, Denominator[]>()
  for (const one of all) {
    const key = `${territoryKey(one.territory)} ${one.measure}`
    const list = byKey.get(key)
    if (list) list.push(one)
    else byKey.set(key, [one])
  }
  return (territory, measure) => byKey.get(`${territoryKey(territory)} ${measure}`) ?? []
}

/**
 * One denominator for each territory, all of one basis and one year: of the bases, the statistics office's first, the first that
 * has a year for all of them not more than two years from `year`; of its years the nearest, of two as near the earlier one.
 * Null where there is none.
 */
export function denominatorsFor(
  territories: readonly TerritoryRef[],
  measure: Measure,
  year: number,
  of: DenominatorsOf,
): Denominator[] | null {
  const lists = territories.map((territory) => of(territory, measure))
  const [first] = lists
  if (!first) return null
  for (const basis of basesOf(first)) {
    const years = first
      .filter((one) => one.basis === basis && Math.abs(one.year - year) <= MOST_YEARS)
      .map((one) => one.year)
      .sort((a, b) => Math.abs(a - year) - Math.abs(b - year) || a - b)
    for (const wanted of years) {
      const found = lists.map((list) => list.find((one) => one.basis === basis && one.year === wanted))
      if (found.every((one) => one !== undefined)) return found
    }
  }
  return null
}

function basesOf(all: readonly Denominator[]): string[] {
  const bases = [...new Set(all.map(({ basis }) => basis))]
  return [...bases.filter(isOffice), ...bases.filter((basis) => !isOffice(basis))]
}

/** The general statistics office, whose numbers go before all others. */
function isOffice(basis: string): boolean {
  return basis.startsWith('gso')
}
