import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { durationYears, yearsOf } from '../../../src/model/rules/years-of.ts'
import { figure } from '../../support/figure.ts'

/** Years of a figure of these days, of which it covers so many. */
function years(start: string | null, end: string | null, duration = '', days: number | null = null) {
  return yearsOf(figure({ period: { start, end, basis: 'stated', duration }, days }))
}

describe('known days', () => {
  test('of a whole year are one year, in a leap year too', () => {
    expect(years('2024-01-01', '2024-12-31')).toEqual({ years: 1, byDuration: false })
    expect(years('2023-01-01', '2023-12-31')).toEqual({ years: 1, byDuration: false })
    expect(years('2023-12-15', '2024-12-14')).toEqual({ years: 1, byDuration: false })
  })

  test('of whole months are twelfths, be they of 28 days or of 31', () => {
    expect(years('2023-02-01', '2023-02-28')?.years).toBeCloseTo(1 / 12, 12)
    expect(years('2024-02-01', '2024-02-29')?.years).toBeCloseTo(1 / 12, 12)
    expect(years('2024-01-01', '2024-06-30')?.years).toBe(0.5)
    expect(years('2019-01-01', '2024-12-31')?.years).toBe(6)
    expect(years('2024-11-15', '2025-02-14')?.years).toBe(0.25)
  })

  test('of other stretches are counted', () => {
    expect(years('2024-03-05', '2024-03-05')?.years).toBeCloseTo(1 / 365.2425, 12)
    expect(years('2024-01-01', '2024-12-30')?.years).toBeCloseTo(365 / 365.2425, 12)
  })

  test('go before a duration that is stated too', () => {
    expect(years('2020-01-01', '2024-12-31', 'P4Y')).toEqual({ years: 5, byDuration: false })
  })
})

test('of a partial cover only the covered days count, not those between the first and the last', () => {
  expect(years('2024-01-01', '2024-12-31', '', 335)?.years).toBeCloseTo(335 / 365.2425, 12)
  expect(years('2024-01-01', '2024-12-31', '', 366)?.years).toBe(1)
})

describe('an unknown day', () => {
  test('leaves the duration that the source states', () => {
    expect(years('2017-01-01', null, 'P5Y')).toEqual({ years: 5, byDuration: true })
    expect(years(null, '2024-12-31', 'P18M')).toEqual({ years: 1.5, byDuration: true })
    expect(years(null, null, 'P2Y6M')).toEqual({ years: 2.5, byDuration: true })
  })

  test('without a duration leaves nothing', () => {
    expect(years('2017-01-01', null)).toBeNull()
    expect(years(null, '2024-12-31')).toBeNull()
    expect(years(null, null)).toBeNull()
  })
})

test('what is no duration has no years', () => {
  expect(['', 'P', 'P0Y', '5Y', 'PT5H', 'P5'].map(durationYears)).toEqual([null, null, null, null, null, null])
  expect(durationYears('P30D')).toBeCloseTo(30 / 365.2425, 12)
})

test('whole months from any day of the month, however many, are that many twelfths', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 240 }),
      (year, first, day, months) => {
        const iso = (month: number, date: number) => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)
        expect(years(iso(first, day), iso(first + months, day - 1))?.years).toBeCloseTo(months / 12, 12)
      },
    ),
  )
})
