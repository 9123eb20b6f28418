import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../src/model/figure.ts'
import { denominatorIndex } from '../../../src/model/rules/denominators.ts'
import { normalise } from '../../../src/model/rules/normalise.ts'
import { poolFigures } from '../../../src/model/rules/pool-figures.ts'
import type { Normalisation } from '../../../src/model/view.ts'
import { people } from '../../support/denominators.ts'
import { book } from '../../support/observation.ts'
import { bothLists, IN_WORDS, told } from '../../support/units.ts'

function divided(figures: readonly Figure[], normalisation: Normalisation, denominators = [people('63:36', 2024, 2e6)]) {
  const { indicators } = book()
  return normalise(figures, {
    normalisation,
    indicators,
    territories: bothLists(),
    denominatorsOf: denominatorIndex(denominators),
  })
}

describe('counts', () => {
  test('add, and say what they were made of', () => {
    const parts = [told('63:36', { value: 30, sources: ['B'] }), told('63:84', { provisional: true })]
    const sum = poolFigures(parts, 'sum')
    expect(sum).toMatchObject({ value: 40, terms: [36, 84], sources: ['A', 'B'], provisional: true, estimated: false })
    expect(sum?.computed).toEqual({ how: 'total', of: parts })
  })

  test('unite their bounds; what is bounded on both sides is not added', () => {
    const low = told('63:36', { low: true, word: 'trên' })
    expect(poolFigures([low, told('63:84')], 'sum')).toMatchObject({ low: true, word: '', value: 20 })
    expect(poolFigures([low, told('63:84', { high: true })], 'sum')).toBeNull()
  })

  test('of no units are 0, of words or of none there is no sum', () => {
    const zero = told('63:36', { value: 0, state: 'zero' })
    expect(poolFigures([zero, zero], 'sum')).toMatchObject({ value: 0, state: 'zero' })
    expect(poolFigures([zero, told('63:84', { value: 0, low: true })], 'sum')).toMatchObject({ value: 0, state: 'value' })
    expect(poolFigures([zero, told('63:84', IN_WORDS)], 'sum')).toBeNull()
    expect(poolFigures([], 'sum')).toBeNull()
  })

  test('of shares, and of what is never added, have no sum', () => {
    const parts = [told('63:36'), told('63:84')]
    expect([poolFigures(parts, 'ratio'), poolFigures(parts, 'none')]).toEqual([null, null])
    expect(poolFigures(parts, 'last')).toMatchObject({ value: 20 })
  })

  test('of shares are those of their counts, never of the shares', () => {
    const share = (by: string, numerator: number, denominator: number, more: Partial<Figure> = {}) =>
      told(by, {
        ...{ indicator: 'coverage_share', basis: 'ratio', unit: 'percent', value: (100 * numerator) / denominator },
        counts: { numerator, denominator },
        ...more,
      })
    const parts = [share('63:36', 1, 2), share('63:84', 90, 100)]
    const pooled = poolFigures(parts, 'ratio')
    expect(pooled).toMatchObject({ counts: { numerator: 91, denominator: 102 }, computed: { how: 'pooled', of: parts } })
    expect(pooled?.value).toBeCloseTo((100 * 91) / 102, 9)
    // One that stands as it was printed has no counts to add.
    expect(poolFigures([...parts, told('63:37', { indicator: 'coverage_share', unit: 'percent' })], 'ratio')).toBeNull()
    expect(poolFigures([share('63:36', 1, 2, { low: true }), share('63:84', 1, 2, { high: true })], 'ratio')).toBeNull()
    expect(poolFigures([share('63:36', 1, 2, { low: true }), share('63:84', 1, 2)], 'ratio')).toMatchObject({
      low: true,
      high: false,
    })
  })

  test('of stocks of several days are of the newest, with no other day claimed', () => {
    const at = (end: string) => ({ period: { start: null, end, basis: 'as_of', duration: '' } as const })
    const sum = poolFigures([told('63:36', at('2024-06-30')), told('63:84', at('2024-12-31'))], 'last')
    expect(sum?.period).toEqual({ start: null, end: '2024-12-31', basis: 'as_of', duration: '' })
    expect(sum?.computed?.of.map(({ period }) => period.end)).toEqual(['2024-06-30', '2024-12-31'])
  })

  test('say that one of them is in doubt', () => {
    expect(poolFigures([told('63:36'), told('63:84', { needsVerification: true })], 'sum')?.needsVerification).toBe(true)
  })
})

describe('numbers per 100,000 people', () => {
  const both = [people('63:36', 2024, 2_000_000), people('63:84', 2024, 1_000_000, { verified: false })]
  const parts = divided([told('63:36', { value: 100 }), told('63:84', { value: 200 })], 'per100k', both)

  test('are those of all people together, not a mean of rates', () => {
    expect(parts.map(({ value }) => value)).toEqual([5, 20])
    const pooled = poolFigures(parts, 'sum')
    expect(pooled).toMatchObject({ value: 10, computed: { how: 'pooled' } })
    expect(pooled?.normalised).toMatchObject({ by: 'per100k', divisor: 3_000_000, plain: { value: 300 } })
  })

  test('are made with a number that is not verified, though the first of them is', () => {
    expect(poolFigures(parts, 'sum')?.normalised?.denominators.map(({ verified }) => verified)).toEqual([true, false])
  })
})

test('numbers per year add, as their counts do', () => {
  const period = { start: '2023-01-01', end: '2024-12-31', basis: 'stated', duration: '' } as const
  const pooled = poolFigures(divided([told('63:36', { value: 100, period }), told('63:84', { value: 30 })], 'year'), 'sum')
  expect(pooled).toMatchObject({ value: 80, computed: { how: 'total' } })
})

test('the rate of all lies between the lowest and the highest, and is that of the sums', () => {
  const place = fc.record({ value: fc.integer({ min: 0, max: 1e6 }), people: fc.integer({ min: 1000, max: 1e7 }) })
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), (places) => {
      const codes = [...bothLists().values()].filter(({ set }) => set === '63').map(({ code }) => `63:${code}`)
      const figures = places.map(({ value }, at) => told(codes[at] ?? '', { value }))
      const denominators = places.map((one, at) => people(codes[at] ?? '', 2024, one.people))
      const parts = divided(figures, 'per100k', denominators)
      const pooled = poolFigures(parts, 'sum')
      const values = parts.map(({ value }) => value as number)
      expect(pooled?.value).toBeGreaterThanOrEqual(Math.min(...values) * (1 - 1e-9))
      expect(pooled?.value).toBeLessThanOrEqual(Math.max(...values) * (1 + 1e-9))
      const [sum, all] = [places.reduce((a, b) => a + b.value, 0), places.reduce((a, b) => a + b.people, 0)]
      expect(pooled?.value).toBeCloseTo((sum / all) * 100_000, 6)
    }),
  )
})
