import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../src/model/figure.ts'
import type { PeerGroup } from '../../../src/model/peer-group.ts'
import { denominatorIndex } from '../../../src/model/rules/denominators.ts'
import { normalise } from '../../../src/model/rules/normalise.ts'
import { amongPeers, groupOf } from '../../../src/model/rules/peers.ts'
import type { TerritoryKey } from '../../../src/model/territory.ts'
import { people } from '../../support/denominators.ts'
import { book } from '../../support/observation.ts'
import { bothLists, told } from '../../support/units.ts'

const group = (id: string, ...members: TerritoryKey[]): PeerGroup => ({ id, label: { vi: id, en: id }, members })
const CLUSTER = group('cum-a', '63:34', '63:35', '63:36', '63:37')
const numbers = (...values: readonly (readonly [string, number])[]) => values.map(([by, value]) => told(by, { value }))

function among(figures: readonly Figure[], at = 0, groups: readonly PeerGroup[] = [CLUSTER]) {
  return amongPeers(figures[at] as Figure, figures, groups, 'sum')
}

describe('a figure among its peers', () => {
  test('is compared with the mean of the others, itself excluded', () => {
    const figures = numbers(['63:36', 60], ['63:35', 20], ['63:37', 40])
    const found = among(figures)
    expect(found?.change.base).toMatchObject({ value: 30, computed: { how: 'peer_mean', of: [figures[1], figures[2]] } })
    expect(found?.change).toMatchObject({ step: { value: 30 }, percent: { value: 100 }, refused: null })
    expect(found).toMatchObject({ place: 1, of: 3, missing: ['63:34'] })
  })

  test('shares the best place with its equals', () => {
    const figures = numbers(['63:34', 50], ['63:35', 40], ['63:36', 40], ['63:37', 10])
    expect(figures.map((_, at) => among(figures, at)?.place)).toEqual([1, 2, 2, 4])
  })

  test('is tied where all that can be compared have its number, none of it a bound', () => {
    expect(among(numbers(['63:34', 50], ['63:35', 50], ['63:36', 50], ['63:84', 10]))?.tied).toBe(true)
    expect(among(numbers(['63:34', 50], ['63:35', 50], ['63:36', 10]))?.tied).toBe(false)
    expect(among([told('63:34', { value: 50 }), told('63:35', { value: 50, low: true })])?.tied).toBe(false)
  })

  test('is not compared with figures of another group, though they share a scale', () => {
    const found = among(numbers(['63:36', 60], ['63:35', 20], ['63:84', 1000]))
    expect(found).toMatchObject({ of: 2, change: { base: { value: 20 } } })
  })

  test('of which nobody else has a number is compared with nobody', () => {
    expect(among(numbers(['63:36', 60], ['63:84', 10]))).toBeNull()
    expect(among(numbers(['63:84', 60], ['63:36', 10]))).toBeNull()
  })

  test('that cannot stand on the scale itself has no place on it', () => {
    const outside = told('63:36', { needsVerification: true })
    expect(amongPeers(outside, numbers(['63:35', 1], ['63:37', 2]), [CLUSTER], 'sum')).toBeNull()
    expect(amongPeers(told('63:36', { value: null }), numbers(['63:35', 1]), [CLUSTER], 'sum')).toBeNull()
  })

  test('whose peers cannot be added has no mean', () => {
    const figures = [told('63:36'), told('63:35', { low: true }), told('63:37', { high: true })]
    expect(among(figures)).toBeNull()
    expect(amongPeers(figures[0] as Figure, figures.slice(0, 2), [CLUSTER], 'ratio')).toBeNull()
  })

  test('whose peers all have 0 is told in numbers, not in percent', () => {
    expect(among(numbers(['63:36', 60], ['63:35', 0]))?.change).toMatchObject({ refused: 'zero_base', step: { value: 60 } })
  })

  test('of people is compared with the rate of all the others together', () => {
    const denominators = [people('63:36', 2024, 1e6), people('63:35', 2024, 1e6), people('63:37', 2024, 3e6)]
    const figures = normalise(numbers(['63:36', 60], ['63:35', 40], ['63:37', 40]), {
      ...{ normalisation: 'per100k', indicators: book().indicators, territories: bothLists() },
      denominatorsOf: denominatorIndex(denominators),
    })
    expect(among(figures)?.change).toMatchObject({ base: { value: 2, computed: { how: 'pooled' } }, percent: { value: 200 } })
  })
})

describe('the group of a territory', () => {
  const MIXED = group('rg-a', '63:36', '63:35', '34:37', '34:33')

  test('is the first that holds it: those of the package stand before the regions', () => {
    expect(groupOf('63:36', [CLUSTER, MIXED])?.id).toBe('cum-a')
    expect(groupOf('34:37', [CLUSTER, MIXED])?.id).toBe('rg-a')
    expect(groupOf('63:84', [CLUSTER, MIXED])).toBeNull()
  })

  test('counts by its members of the same list only', () => {
    const figures = numbers(['34:37', 60], ['34:33', 20], ['63:36', 1000])
    expect(among(figures, 0, [MIXED])).toMatchObject({ of: 2, missing: [], change: { base: { value: 20 } } })
  })
})

test('places of all members run from 1 without one that nobody has above a shared one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 4 }), (values) => {
      const figures = values.map((value, at) => told(`63:${34 + at}`, { value }))
      const places = figures.map((_, at) => among(figures, at)?.place ?? 0)
      for (const [at, place] of places.entries()) {
        expect(place).toBe(1 + values.filter((value) => value > (values[at] ?? 0)).length)
        const others = values.filter((_, other) => other !== at)
        const mean = others.reduce((a, b) => a + b, 0) / others.length
        expect(among(figures, at)?.change.base?.value).toBeCloseTo(mean, 9)
      }
      expect(Math.min(...places)).toBe(1)
    }),
  )
})
