import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Denominator } from '../../../src/model/denominator.ts'
import type { Figure } from '../../../src/model/figure.ts'
import { onList } from '../../../src/model/rules/administrative-units.ts'
import { denominatorIndex } from '../../../src/model/rules/denominators.ts'
import { normalise } from '../../../src/model/rules/normalise.ts'
import type { Normalisation } from '../../../src/model/view.ts'
import { communes, people } from '../../support/denominators.ts'
import { book } from '../../support/observation.ts'
import {
  bothLists,
  context,
  FIRST_HALF_2025,
  IN_WORDS,
  SCOPED,
  SECOND_HALF_2025,
  told,
  toldIn,
  YEAR_2025,
} from '../../support/units.ts'

/** People of the old units of Ninh Bình: 860,000, 1,880,000 and 1,000,000; and of the new one, by another basis. */
const PEOPLE: readonly Denominator[] = [
  people('63:35', 2024, 860_000),
  people('63:36', 2024, 1_880_000),
  people('63:37', 2024, 1_000_000),
  people('34:37', 2025, 4_412_000, { basis: 'resolution_202', verified: false }),
  communes('63:36', 2021, 204),
  communes('63:36', 2025, 175),
]

function all(figures: readonly Figure[], normalisation: Normalisation, denominators = PEOPLE) {
  const { indicators } = book()
  const denominatorsOf = denominatorIndex(denominators)
  return normalise(figures, { normalisation, indicators, territories: bothLists(), denominatorsOf })
}

const one = (figure: Figure, normalisation: Normalisation, denominators = PEOPLE) =>
  all([figure], normalisation, denominators)[0] as Figure
const refusal = (figure: Figure, by: Normalisation, denominators = PEOPLE) => one(figure, by, denominators).notNormalised?.reason
const of = (start: string | null, end: string | null, duration = '') => ({
  period: { start, end, basis: 'stated', duration } as const,
})
const usedOf = ({ normalised }: Figure) =>
  normalised?.denominators.map(({ territory, year }) => `${territory.set}:${territory.code} ${year}`)

const FIVE_YEARS = told('63:36', { value: 8968, ...of('2017-01-01', null, 'P5Y') }, 'A:2017-01-01/?/stated')

describe('per year', () => {
  test('the 8,968 of five years of which only the first day is known are about 1,790 a year', () => {
    const divided = one(FIVE_YEARS, 'year')
    expect(divided).toMatchObject({ value: 1793.6, approx: true, state: 'value' })
    expect(divided.normalised).toMatchObject({ by: 'year', divisor: 5, byDuration: true, plain: { value: 8968, approx: false } })
  })

  test('known days give an exact number, which compares with that of any other known days', () => {
    const leap = one(told('63:36', { value: 2127 }), 'year')
    expect(leap).toMatchObject({ value: 2127, approx: false })
    const sixYears = one(told('63:84', of('2019-01-01', '2024-12-31'), '2019-01-01/2024-12-31/stated'), 'year')
    expect(sixYears.value).toBeCloseTo(10 / 6)
    expect(sixYears.comparisonKey).toBe(leap.comparisonKey)
    expect(leap.comparisonKey).not.toBe(told('63:36').comparisonKey)
  })

  test('a duration that is only stated compares with nobody of known days, nor with another source', () => {
    const key = one(FIVE_YEARS, 'year').comparisonKey
    expect(key).toBe('tips|total|tip/year|A:2017-01-01/?/stated')
    expect(one(told('63:84'), 'year').comparisonKey).not.toBe(key)
  })

  test('of a partial cover are the days that are covered', () => {
    const months = toldIn('63:36', 'P:2025-01-01/2025-02-28+2025-04-01/2025-12-31', { value: 334 })
    expect(one(months, 'year').value).toBeCloseTo((334 * 365.2425) / 334)
  })

  test('are not given for a stock, for no time, for shares, or for what is never added', () => {
    expect(refusal(told('63:36', { indicator: 'models' }), 'year')).toBe('stock')
    expect(refusal(told('63:36', of('2017-01-01', null)), 'year')).toBe('no_duration')
    expect(refusal(told('63:36', { indicator: 'coverage_share' }), 'year')).toBe('ratio')
    expect(refusal(told('63:36', { indicator: 'online_share' }), 'year')).toBe('unlike')
  })

  test('are given for a part of a province too: its years are its own', () => {
    expect(one(told('63:36', { ...SCOPED, ...of('2023-01-01', '2024-12-31') }), 'year')).toMatchObject({
      value: 5,
      state: 'only_parts',
    })
  })
})

describe('per 100,000 people', () => {
  test('with the year and the basis of the people', () => {
    const divided = one(told('63:36', { value: 2127 }), 'per100k')
    expect(divided.value).toBeCloseTo(113.138, 3)
    expect(divided.normalised).toMatchObject({ by: 'per100k', divisor: 1_880_000, byDuration: false })
    expect(divided.normalised?.denominators).toEqual([PEOPLE[1]])
    expect(divided.comparisonKey).toBe('tips|total|tip/per100k@gso_average|2024-01-01/2024-12-31/stated')
  })

  test('of the year in the middle of a flow, of the day of a stock', () => {
    const years = [2019, 2020, 2021, 2022, 2023].map((year) => people('63:36', year, year))
    const used = (figure: Figure) => usedOf(one(figure, 'per100k', years))
    expect(used(told('63:36', of('2018-01-01', '2022-12-31')))).toEqual(['63:36 2020'])
    expect(used(told('63:36', of('2018-01-01', null, 'P5Y')))).toEqual(['63:36 2020'])
    expect(used(told('63:36', of(null, '2022-12-31', 'P5Y')))).toEqual(['63:36 2020'])
    // Two whole years, told by both days or by the last one, have one middle.
    expect(used(told('63:36', of('2021-01-01', '2022-12-31')))).toEqual(['63:36 2022'])
    expect(used(told('63:36', of(null, '2022-12-31', 'P2Y')))).toEqual(['63:36 2022'])
    expect(used(told('63:36', { indicator: 'models', ...of('2015-01-01', '2022-12-31') }))).toEqual(['63:36 2022'])
    expect(used(told('63:36', of('2022-12-15', '2023-12-14')))).toEqual(['63:36 2023'])
  })

  test('not more than two years away', () => {
    expect(refusal(told('63:36', of('2021-01-01', '2021-12-31')), 'per100k')).toBe('no_denominator')
    expect(usedOf(one(told('63:36', of('2022-01-01', '2022-12-31')), 'per100k'))).toEqual(['63:36 2024'])
    expect(refusal(told('63:01'), 'per100k')).toBe('no_denominator')
  })

  test('not of a part of a province, not of a time that has no middle', () => {
    expect(refusal(told('63:36', SCOPED), 'per100k')).toBe('part')
    expect(refusal(told('63:36', { ...SCOPED, value: 0 }), 'per100k')).toBe('part')
    expect(refusal(told('63:36', of(null, '2024-12-31')), 'per100k')).toBe('no_time')
    expect(refusal(told('63:36', of(null, null, 'P5Y')), 'per100k')).toBe('no_time')
    expect(refusal(told('63:36', { indicator: 'models', ...of('2024-01-01', null) }), 'per100k')).toBe('no_time')
    expect(refusal(told('63:36', { indicator: 'coverage_share' }), 'per100k')).toBe('ratio')
  })

  test('with the bounds of the count: people are exact', () => {
    const bounds = { low: true, high: false, approx: false }
    expect(one(told('63:36', { ...bounds, word: 'trên' }), 'per100k')).toMatchObject(bounds)
  })

  test('nothing is 0 of nothing: 0 stays 0, words stay words', () => {
    expect(one(told('63:36', { value: 0, state: 'zero' }), 'per100k')).toMatchObject({ value: 0, state: 'zero' })
    const words = told('63:36', IN_WORDS)
    expect(one(words, 'per100k')).toBe(words)
  })
})

describe('of a merged province', () => {
  const merged = (figures: readonly Figure[], window: typeof YEAR_2025 | null = null) =>
    onList(figures, context('34', window)).figures

  test('two old units in three are divided by their own people only', () => {
    const [part] = merged([told('63:35'), told('63:36', { value: 30 })])
    const divided = one(part as Figure, 'per100k')
    expect(usedOf(divided)).toEqual(['63:35 2024', '63:36 2024'])
    expect(divided).toMatchObject({ state: 'only_parts', value: (40 * 100_000) / 2_740_000 })
  })

  test('all of them are divided by the people of all, not by those of the new unit on another basis', () => {
    const [sum] = merged(['63:35', '63:36', '63:37'].map((by) => told(by)))
    expect(usedOf(one(sum as Figure, 'per100k'))).toEqual(['63:35 2024', '63:36 2024', '63:37 2024'])
  })

  test('of which one has no people of that year, the new unit is taken', () => {
    const [sum] = merged(['63:35', '63:36', '63:37'].map((by) => told(by, {}, 'W')))
    const without = PEOPLE.filter(({ territory }) => territory.code !== '35')
    expect(usedOf(one(sum as Figure, 'per100k', without))).toEqual(['34:37 2025'])
  })

  test('that reported itself is divided by its people, else by those of its old units', () => {
    const own = told('34:37', of('2025-01-01', '2025-12-31'))
    expect(usedOf(one(own, 'per100k'))).toEqual(['34:37 2025'])
    expect(usedOf(one(own, 'per100k', PEOPLE.slice(0, 3)))).toEqual(['63:35 2024', '63:36 2024', '63:37 2024'])
  })

  test('that reported on both lists in one year is divided once', () => {
    const reports = [...['63:35', '63:36', '63:37'].map((by) => toldIn(by, FIRST_HALF_2025)), toldIn('34:37', SECOND_HALF_2025)]
    const [year] = merged(reports, YEAR_2025)
    expect(year?.merged?.joined).toBe(true)
    expect(one(year as Figure, 'per100k')).toMatchObject({ value: (40 * 100_000) / 4_412_000 })
    expect(one(year as Figure, 'per100k', PEOPLE.slice(0, 3))).toMatchObject({ value: (40 * 100_000) / 3_740_000 })
  })
})

test('a province that was only renamed is divided by its people on the list that reported', () => {
  const [moved] = onList([told('34:01', of('2025-01-01', '2025-12-31'))], context('63')).figures
  const both = [people('63:01', 2025, 8_000_000), people('34:01', 2025, 8_500_000)]
  expect(usedOf(one(moved as Figure, 'per100k', both))).toEqual(['34:01 2025'])
  expect(usedOf(one(moved as Figure, 'per100k', both.slice(0, 1)))).toEqual(['63:01 2025'])
})

describe('per unit of commune level', () => {
  test('the 204 of 2021 are not those of 2025', () => {
    expect(one(told('63:36', of('2021-01-01', '2021-12-31')), 'commune')).toMatchObject({ value: 10 / 204 })
    expect(one(told('63:36', of('2025-01-01', '2025-12-31')), 'commune')).toMatchObject({ value: 10 / 175 })
    expect(refusal(told('63:36', of('2018-01-01', '2018-12-31')), 'commune')).toBe('no_denominator')
  })

  test('counts of two days are two bases, and share no scale', () => {
    const keys = all(
      [told('63:36', of('2023-01-01', '2023-12-31')), told('63:36', of('2024-01-01', '2024-12-31'))],
      'commune',
    ).map(({ comparisonKey }) => comparisonKey.split('|')[2])
    // 2023 is as near to both: the earlier one counts.
    expect(keys).toEqual(['tip/commune@counted_2021/63', 'tip/commune@counted_2025/63'])
  })
})

describe('what is not verified', () => {
  const people2024 = (by: string, verified: boolean) => people(by, 2024, 1_000_000, { verified })

  test('is said of the number that it was made with', () => {
    const some = [people2024('63:36', false), people2024('63:37', true)]
    expect(all([told('63:36'), told('63:37')], 'per100k', some).map(({ normalised }) => normalised?.allUnverified)).toEqual([
      false,
      false,
    ])
  })

  test('is said once, where it holds for all', () => {
    const none = [people2024('63:36', false), people2024('63:37', false)]
    const figures = [told('63:36'), told('63:37'), told('63:36', { indicator: 'coverage_share' })]
    expect(all(figures, 'per100k', none).map(({ normalised }) => normalised?.allUnverified)).toEqual([true, true, undefined])
    expect(one(told('63:36'), 'per100k', none).normalised?.allUnverified).toBe(false)
  })
})

test('what may not be divided keeps its number in its plain figure, and shows none', () => {
  const bounded = told('63:36', { ...SCOPED, low: true })
  expect(one(bounded, 'per100k')).toMatchObject({
    value: null,
    state: 'not_normalised',
    low: false,
    notNormalised: { plain: bounded },
  })
})

test('absolute numbers are left alone', () => {
  const figures = [told('63:36'), told('63:37')]
  expect(all(figures, 'abs')).toBe(figures)
})

test('any number of any time is the plain one divided, or refused for a reason', () => {
  const day = fc.option(fc.date({ min: new Date('2015-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }))
  const iso = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
  fc.assert(
    fc.property(
      fc.constantFrom('year', 'per100k', 'commune' as const),
      fc.constantFrom('tips', 'models', 'coverage_share', 'online_share'),
      fc.integer({ min: 0, max: 1e9 }),
      fc.constantFrom('', 'P1Y', 'P5Y', 'P18M'),
      day,
      day,
      (by, indicator, value, duration, a, b) => {
        const [start, end] = a && b && a > b ? [iso(b), iso(a)] : [iso(a), iso(b)]
        const figure = told('63:36', { indicator, value, ...of(start, end, duration) })
        const divided = one(figure, by as Normalisation)
        const { normalised, notNormalised } = divided
        expect(Number(normalised !== undefined) + Number(notNormalised !== undefined)).toBe(1)
        expect((normalised ?? notNormalised)?.plain).toBe(figure)
        if (!normalised) {
          expect(divided.value).toBeNull()
          return
        }
        const factor = by === 'per100k' ? 100_000 : 1
        expect(divided.value).toBeCloseTo((value * factor) / normalised.divisor, 6)
        expect(normalised.divisor).toBeGreaterThan(0)
        expect(divided.comparisonKey).not.toBe(figure.comparisonKey)
        if (by === 'year') return
        expect(new Set(normalised.denominators.map(({ basis, year }) => `${basis} ${year}`)).size).toBe(1)
        expect(normalised.denominators.reduce((sum, d) => sum + d.value, 0)).toBe(normalised.divisor)
      },
    ),
  )
})
