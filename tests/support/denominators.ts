import type { Denominator } from '../../src/model/denominator.ts'
import type { TerritorySet } from '../../src/model/territory.ts'

/** People of `63:36` in a year, as the statistics office counts them. What a test is about is written out. */
export function people(by: string, year: number, value: number, more: Partial<Denominator> = {}): Denominator {
  const [set = '', code = ''] = by.split(':')
  const territory = { set: set as TerritorySet, code }
  return { territory, measure: 'population', year, value, basis: 'gso_average', verified: true, source: '', ...more }
}

/** Units of commune level of `63:36` in a year, counted in that year. */
export function communes(by: string, year: number, value: number): Denominator {
  return people(by, year, value, { measure: 'commune_units', basis: `counted_${year}` })
}
