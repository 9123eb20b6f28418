import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CIVIL } from '../../../src/model/calendar.ts'
import type { ExpectedReport, OwedGrain } from '../../../src/model/expected-report.ts'
import { bucketsBetween, GRAIN_MONTHS } from '../../../src/model/rhythm.ts'
import { owedAround, owedStretches } from '../../../src/model/rules/owed-stretches.ts'
import { daysBetween } from '../../../src/model/rules/periods.ts'
import type { Grain } from '../../../src/model/view.ts'

const POLICE = '12-15'
const rule = (grain: OwedGrain, from: string, to: string, dueDays = 10): ExpectedReport => ({
  ...{ territorySet: '63', indicator: 'tips_received', grain, from, to, dueDays },
})
const textsOf = (of: ExpectedReport, calendar: string) =>
  owedStretches(of, calendar).map(({ start, end, due }) => `${start}..${end} by ${due}`)

describe('stretches that are owed', () => {
  it.each<[OwedGrain, string, string[]]>([
    ['quarter', POLICE, ['2023-12-15..2024-03-14', '2024-03-15..2024-06-14', '2024-06-15..2024-09-14', '2024-09-15..2024-12-14']],
    ['half', POLICE, ['2023-12-15..2024-06-14', '2024-06-15..2024-12-14']],
    ['first_half', POLICE, ['2023-12-15..2024-06-14']],
    ['nine_months', POLICE, ['2023-12-15..2024-09-14']],
    ['year', POLICE, ['2023-12-15..2024-12-14']],
    ['half', CIVIL, ['2024-01-01..2024-06-30', '2024-07-01..2024-12-31']],
    ['first_half', CIVIL, ['2024-01-01..2024-06-30']],
    ['nine_months', CIVIL, ['2024-01-01..2024-09-30']],
    ['year', CIVIL, ['2024-01-01..2024-12-31']],
  ])('by %s of the year from %s', (grain, calendar, expected) => {
    const [from, to] = calendar === CIVIL ? ['2024-01-01', '2024-12-31'] : ['2023-12-15', '2024-12-14']
    expect(owedStretches(rule(grain, from, to), calendar).map(({ start, end }) => `${start}..${end}`)).toEqual(expected)
  })

  it('are due some days after their end', () => {
    expect(textsOf(rule('month', '2023-12-15', '2024-02-14'), POLICE)).toEqual([
      '2023-12-15..2024-01-14 by 2024-01-24',
      '2024-01-15..2024-02-14 by 2024-02-24',
    ])
    expect(textsOf(rule('month', '2024-02-01', '2024-02-29', 0), CIVIL)).toEqual(['2024-02-01..2024-02-29 by 2024-02-29'])
    expect(textsOf(rule('year', '2024-01-01', '2024-12-31', 20), CIVIL)).toEqual(['2024-01-01..2024-12-31 by 2025-01-20'])
  })

  it('lie whole in the days of the rule', () => {
    expect(textsOf(rule('month', '2024-01-02', '2024-03-30'), CIVIL)).toEqual(['2024-02-01..2024-02-29 by 2024-03-10'])
    expect(textsOf(rule('quarter', '2024-02-01', '2024-08-31'), CIVIL)).toEqual(['2024-04-01..2024-06-30 by 2024-07-10'])
    expect(textsOf(rule('year', '2023-07-01', '2024-12-14'), CIVIL)).toEqual([])
    expect(textsOf(rule('first_half', '2023-07-01', '2024-12-31'), CIVIL)).toEqual(['2024-01-01..2024-06-30 by 2024-07-10'])
    expect(textsOf(rule('month', '2024-03-01', '2024-02-01'), CIVIL)).toEqual([])
  })

  it('may come late with the one beside them, the longer of the two', () => {
    const days = (grain: OwedGrain, from: string, to: string, calendar = POLICE) =>
      owedStretches(rule(grain, from, to), calendar).map(({ mostDays }) => mostDays)
    expect(days('month', '2024-02-15', '2024-03-14')).toEqual([31 + 29])
    expect(days('month', '2024-02-01', '2024-02-29', CIVIL)).toEqual([60])
    expect(days('month', '2024-04-01', '2024-04-30', CIVIL)).toEqual([61])
    expect(days('nine_months', '2023-12-15', '2024-09-14')).toEqual([daysBetween('2023-03-15', '2024-09-14')])
  })

  it('do not come with what is owed in its own right around them', () => {
    const of = (grain: OwedGrain) => owedStretches(rule(grain, '2022-12-15', '2024-12-14'), POLICE)
    const all = (['month', 'quarter', 'half', 'first_half', 'nine_months', 'year'] as const).flatMap(of)
    const around = (grain: OwedGrain, at: number) => {
      const stretch = of(grain)[at]
      if (!stretch) throw new Error(`no ${grain} ${at}`)
      return owedAround(stretch, all).map(({ start, end }) => `${start}..${end}`)
    }
    expect(around('nine_months', 1)).toEqual(['2023-12-15..2024-12-14'])
    expect(around('first_half', 1)).toEqual(['2023-12-15..2024-09-14', '2023-12-15..2024-12-14'])
    expect(around('half', 3)).toEqual(['2023-12-15..2024-12-14'])
    expect(around('quarter', 1)).toEqual(['2022-12-15..2023-06-14', '2022-12-15..2023-06-14'])
    expect(around('quarter', 2)).toEqual(['2023-06-15..2023-12-14'])
    // The quarter has three times the days of a month.
    expect(around('month', 3)).toEqual([])
    expect(around('year', 1)).toEqual([])
  })

  it('of grains that divide the year are the buckets of a series', () => {
    const day = fc
      .integer({ min: 0, max: 4000 })
      .map((at) => new Date(Date.UTC(2015, 0, 1) + at * 86_400_000).toISOString().slice(0, 10))
    const calendar = fc.constantFrom('01-01', '12-15', '12-31', '04-01', '10-16')
    const grain = fc.constantFrom<Grain & OwedGrain>('month', 'quarter', 'half', 'year')
    fc.assert(
      fc.property(day, day, calendar, grain, (from, to, start, of) => {
        const whole = bucketsBetween(from, to, of, start).filter((bucket) => bucket.from >= from && bucket.to <= to)
        const owed = owedStretches(rule(of, from, to), start)
        expect(owed.map(({ start: first, end }) => [first, end])).toEqual(whole.map((bucket) => [bucket.from, bucket.to]))
        for (const { mostDays } of owed) expect(Math.round(mostDays / (2 * 30.44 * GRAIN_MONTHS[of]))).toBe(1)
      }),
    )
  })
})
