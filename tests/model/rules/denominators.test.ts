import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Denominator } from '../../../src/model/denominator.ts'
import { denominatorIndex, denominatorsFor } from '../../../src/model/rules/denominators.ts'
import type { TerritoryRef } from '../../../src/model/territory.ts'
import { people } from '../../support/denominators.ts'

const NAM_DINH: TerritoryRef = { set: '63', code: '36' }
const HA_NAM: TerritoryRef = { set: '63', code: '35' }

const pick = (all: readonly Denominator[], year: number, of: readonly TerritoryRef[] = [NAM_DINH]) =>
  denominatorsFor(of, 'population', year, denominatorIndex(all))
const yearsOf = (found: readonly Denominator[] | null) => found?.map(({ basis, year }) => `${basis} ${year}`) ?? null

describe('of one territory', () => {
  const some = [2019, 2023, 2024].map((year) => people('63:36', year, 1_000_000))

  test('the nearest year counts', () => {
    expect(yearsOf(pick(some, 2023))).toEqual(['gso_average 2023'])
    expect(yearsOf(pick(some, 2020))).toEqual(['gso_average 2019'])
    expect(yearsOf(pick(some, 2026))).toEqual(['gso_average 2024'])
  })

  test('of two years as near the earlier one counts', () => {
    expect(yearsOf(pick(some, 2021))).toEqual(['gso_average 2019'])
  })

  test('more than two years away there is none', () => {
    expect(pick(some, 2016)).toBeNull()
    expect(yearsOf(pick(some, 2017))).toEqual(['gso_average 2019'])
    expect(pick(some, 2027)).toBeNull()
  })

  test('nothing is taken of another territory, list or measure', () => {
    expect(pick([people('63:35', 2024, 5), people('34:36', 2024, 5)], 2024)).toBeNull()
    expect(pick([{ ...people('63:36', 2024, 5), measure: 'commune_units' }], 2024)).toBeNull()
    expect(pick([], 2024)).toBeNull()
    expect(pick(some, 2024, [])).toBeNull()
  })
})

describe('bases', () => {
  test('the statistics office goes first, though another is nearer or was read before', () => {
    const two = [people('63:36', 2024, 5, { basis: 'resolution_202' }), people('63:36', 2022, 5)]
    expect(yearsOf(pick(two, 2024))).toEqual(['gso_average 2022'])
    expect(yearsOf(pick(two, 2025))).toEqual(['resolution_202 2024'])
  })

  test('and years are one for all territories of a sum', () => {
    const all = [people('63:36', 2023, 1), people('63:36', 2024, 2), people('63:35', 2023, 3), people('63:35', 2022, 4)]
    expect(pick(all, 2024, [NAM_DINH, HA_NAM])?.map(({ value, year }) => [value, year])).toEqual([
      [1, 2023],
      [3, 2023],
    ])
  })

  test('that not all territories have are passed over, and never mixed', () => {
    const all = [
      people('63:36', 2024, 1),
      people('63:36', 2024, 2, { basis: 'resolution_202' }),
      people('63:35', 2024, 3, { basis: 'resolution_202' }),
    ]
    expect(yearsOf(pick(all, 2024, [NAM_DINH, HA_NAM]))).toEqual(['resolution_202 2024', 'resolution_202 2024'])
    expect(pick(all.slice(0, 1).concat(all.slice(2)), 2024, [NAM_DINH, HA_NAM])).toBeNull()
  })
})

test('whatever there is, one basis and one year not more than two away are taken, each territory once', () => {
  const one = fc.record({
    code: fc.constantFrom('35', '36', '37'),
    year: fc.integer({ min: 2015, max: 2026 }),
    basis: fc.constantFrom('gso_average', 'resolution_202', 'census'),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(one, { selector: (a) => JSON.stringify(a) }),
      fc.integer({ min: 2014, max: 2028 }),
      (rows, year) => {
        const all = rows.map(({ code, year: of, basis }) => people(`63:${code}`, of, 1000, { basis }))
        const codes = ['35', '36']
        const found = pick(
          all,
          year,
          codes.map((code) => ({ set: '63', code })),
        )
        const usable = (basis: string, of: number) =>
          Math.abs(of - year) <= 2 &&
          codes.every((code) => rows.some((r) => r.code === code && r.basis === basis && r.year === of))
        const best = (basis: string) => rows.filter((r) => r.basis === basis && usable(basis, r.year)).map((r) => r.year)
        if (!found) {
          expect(rows.some((r) => usable(r.basis, r.year))).toBe(false)
          return
        }
        expect(found.map(({ territory }) => territory.code)).toEqual(codes)
        const [first] = found
        expect(new Set(found.map(({ basis, year: of }) => `${basis} ${of}`)).size).toBe(1)
        const distances = best(first?.basis ?? '').map((of) => Math.abs(of - year))
        expect(Math.abs((first?.year ?? 0) - year)).toBe(Math.min(...distances))
        if (best('gso_average').length > 0) expect(first?.basis).toBe('gso_average')
      },
    ),
  )
})
