import type { Denominator } from '../../../src/model/denominator.ts'
import { readTerritoryKey, type TerritoryRef } from '../../../src/model/territory.ts'
import { bothLists } from '../units.ts'

const YEARS: readonly (readonly number[])[] = [[2022, 2024], [2023, 2024, 2025], [2024], [], [2025], [2018]]

/**
 * People and communes of all territories as two publications count them, each with its gaps: some places have one basis only, some
 * a single year that is far from most, some none.
 */
export const DENOMINATORS: readonly Denominator[] = [...bothLists().keys()].flatMap((key, at) => {
  const territory = readTerritoryKey(key) as TerritoryRef
  const of = (measure: Denominator['measure'], basis: string, years: readonly number[], value: number) =>
    years.map(
      (year): Denominator => ({
        ...{ territory, measure, basis, year },
        value: value + 1000 * (year % 10),
        verified: at % 4 !== 0,
        source: basis,
      }),
    )
  return [
    ...of('population', 'gso_average', YEARS[at % YEARS.length] ?? [], 500_000 + 7000 * at),
    ...of('population', 'resolution_202', at % 5 < 3 ? [2024] : [], 640_000 + 9000 * at),
    ...of('commune_units', 'ministry', at % 7 === 0 ? [] : [territory.set === '63' ? 2023 : 2025], 90 + at),
  ]
})
