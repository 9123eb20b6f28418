import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../src/model/figure.ts'
import { type ChangeOf, changeOf, measureOf } from '../../../src/model/rules/change.ts'
import { denominatorIndex } from '../../../src/model/rules/denominators.ts'
import { normalise } from '../../../src/model/rules/normalise.ts'
import { people } from '../../support/denominators.ts'
import { book } from '../../support/observation.ts'
import { bothLists, IN_WORDS, SCOPED, told } from '../../support/units.ts'

const now = (partial: Partial<Figure> = {}) => told('63:36', { value: 120, terms: [2], ...partial })
const old = (partial: Partial<Figure> = {}) =>
  told('63:36', { value: 100, terms: [1], sources: ['B'], ...partial }, '2023-01-01/2023-12-31/stated')
const FLOW: ChangeOf = { aggregation: 'sum', against: 'prev' }
const SHARE: ChangeOf = { aggregation: 'ratio', against: 'prev' }
const LOW = { low: true } as const
const HIGH = { high: true } as const
const ABOUT = { approx: true } as const

const bounds = (figure: Figure | null) =>
  figure && [figure.low && 'low', figure.high && 'high', figure.approx && 'approx'].filter(Boolean).join(' ')
const refused = (one: Partial<Figure>, base: Partial<Figure>) => changeOf(now(one), old(base), FLOW).refused

describe('two numbers of one thing', () => {
  test('make a difference and a percentage, of the rows of both', () => {
    const [one, base] = [now(), old()]
    const { step, percent, refused: why } = changeOf(one, base, FLOW)
    expect(why).toBeNull()
    expect(step).toMatchObject({ value: 20, unit: 'tip', terms: [2, 1], sources: ['A', 'B'], state: 'value' })
    expect(step?.computed).toEqual({ how: 'difference', of: [one, base], against: 'prev' })
    expect(percent).toMatchObject({ value: 20, unit: 'percent', computed: { how: 'percent_change' } })
  })

  test('that are equal have a change of 0', () => {
    expect(changeOf(now({ value: 100 }), old(), FLOW)).toMatchObject({
      step: { value: 0, state: 'zero' },
      percent: { value: 0, state: 'zero' },
    })
  })

  test('fall by less than nothing', () => {
    expect(changeOf(now({ value: 25 }), old(), FLOW)).toMatchObject({ step: { value: -75 }, percent: { value: -75 } })
  })

  test('of a base of 0 have a difference and no percentage, which is said', () => {
    const change = changeOf(now(), old({ value: 0, state: 'zero' }), FLOW)
    expect(change).toMatchObject({ refused: 'zero_base', percent: null, step: { value: 120 } })
  })

  test('that are shares differ by percentage points, and never by percent', () => {
    const share = { unit: 'percent', indicator: 'coverage_share' }
    const change = changeOf(now({ ...share, value: 45 }), old({ ...share, value: 40 }), SHARE)
    expect(change).toMatchObject({ percent: null, refused: null, step: { value: 5, unit: 'percentage_point' } })
    expect(changeOf(now({ ...share, value: 45 }), old({ ...share, value: 0 }), SHARE).refused).toBeNull()
  })

  test('are provisional or estimated where one of them is', () => {
    expect(changeOf(now(), old({ provisional: true, estimated: true }), FLOW).percent).toMatchObject({
      provisional: true,
      estimated: true,
    })
  })
})

describe('bounds', () => {
  test.each([
    ['at least, less an exact number, is at least', LOW, {}, 'low'],
    ['at most, less an exact number, is at most', HIGH, {}, 'high'],
    ['an exact number, less at least, is at most', {}, LOW, 'high'],
    ['an exact number, less at most, is at least', {}, HIGH, 'low'],
    ['at least, less at most, is at least', LOW, HIGH, 'low'],
    ['about, less an exact number, is about', ABOUT, {}, 'approx'],
    ['an exact number, less about, is about', {}, ABOUT, 'approx'],
  ] as const)('%s', (_, one, base, said) => {
    const { step, percent } = changeOf(now(one), old(base), FLOW)
    expect([bounds(step), bounds(percent)]).toEqual([said, said])
  })

  test.each([
    ['at least', LOW],
    ['at most', HIGH],
  ])('%s on both sides says nothing', (_, side) => {
    const change = changeOf(now(side), old(side), FLOW)
    expect(change).toMatchObject({ refused: 'one_sided', step: null, percent: null })
  })
})

describe('no change is computed', () => {
  test('of a number and nothing', () => {
    expect(changeOf(now(), null, FLOW)).toMatchObject({ base: null, step: null, percent: null, refused: 'no_base' })
  })

  test('of words', () => {
    expect([refused(IN_WORDS, {}), refused({}, IN_WORDS)]).toEqual(['no_number', 'no_number'])
  })

  test('of fewer days than the window has, or of a part of a province', () => {
    const partial = { days: 335, daysOf: 366 }
    expect([refused(partial, {}), refused({}, partial)]).toEqual(['partial_now', 'partial_base'])
    expect(refused(partial, partial)).toBe('partial_now')
    expect([refused({ state: 'only_parts' }, {}), refused({}, { state: 'only_parts' })]).toEqual(['partial_now', 'partial_base'])
    expect(refused(SCOPED, SCOPED)).toBe('partial_now')
    expect(refused({ days: 366, daysOf: 366 }, { days: 365, daysOf: 365 })).toBeNull()
  })

  test('of a number in doubt', () => {
    expect([refused({ needsVerification: true }, {}), refused({}, { needsVerification: true })]).toEqual(['in_doubt', 'in_doubt'])
  })

  test('of other units or definitions, or of numbers that were divided by people of two bases', () => {
    expect(refused({}, { unit: 'gram' })).toBe('unlike')
    expect(refused({}, { breakdownKey: 'tip_kind', breakdownValues: ['valuable'] })).toBe('unlike')
    const divided = (figure: Figure, basis: string) =>
      normalise([figure], {
        normalisation: 'per100k',
        indicators: book().indicators,
        territories: bothLists(),
        denominatorsOf: denominatorIndex([people('63:36', 2024, 1e6, { basis })]),
      })[0] as Figure
    expect(changeOf(divided(now(), 'gso_average'), divided(old(), 'resolution_202'), FLOW).refused).toBe('unlike')
    expect(changeOf(divided(now(), 'gso_average'), divided(old(), 'gso_average'), FLOW).refused).toBeNull()
  })
})

test('a change of numbers that were divided says of both by what', () => {
  const divided = (figure: Figure, year: number, verified: boolean) =>
    normalise([figure], {
      normalisation: 'per100k',
      indicators: book().indicators,
      territories: bothLists(),
      denominatorsOf: denominatorIndex([people('63:36', year, 1e6, { verified })]),
    })[0] as Figure
  const { percent } = changeOf(divided(now(), 2024, true), divided(old(), 2023, false), FLOW)
  expect(percent?.normalised?.denominators.map(({ year, verified }) => [year, verified])).toEqual([
    [2024, true],
    [2023, false],
  ])
})

test('a measure is the indicator, the kind and the unit, whatever the time and the place', () => {
  expect(measureOf(now())).toBe('tips|total|tip')
  expect(measureOf(old())).toBe(measureOf(now()))
  expect(measureOf(now(SCOPED))).toBe(measureOf(now()))
})

test('whatever the truth behind two bounded numbers, their change does not contradict it', () => {
  const bounded = fc.record({
    truth: fc.integer({ min: 1, max: 1000 }),
    off: fc.integer({ min: 0, max: 300 }),
    side: fc.constantFrom('exact', 'low', 'high'),
  })
  fc.assert(
    fc.property(bounded, bounded, (a, b) => {
      const told = ({ truth, off, side }: typeof a): Partial<Figure> =>
        side === 'exact'
          ? { value: truth }
          : side === 'low'
            ? { value: Math.max(1, truth - off), low: true }
            : { value: truth + off, high: true }
      const { step, percent, refused: why } = changeOf(now(told(a)), old(told(b)), FLOW)
      if (why) {
        expect([a.side, b.side]).not.toContain('exact')
        return
      }
      const holds = (figure: Figure | null, truth: number) => {
        const value = figure?.value as number
        if (figure?.low) expect(truth).toBeGreaterThanOrEqual(value - 1e-9)
        else if (figure?.high) expect(truth).toBeLessThanOrEqual(value + 1e-9)
        else expect(truth).toBeCloseTo(value, 9)
      }
      holds(step, a.truth - b.truth)
      holds(percent, (100 * (a.truth - b.truth)) / b.truth)
    }),
  )
})
