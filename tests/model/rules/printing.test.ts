import { describe, expect, test } from 'vitest'
import { allDigits, leadOf, type PrintOptions, printNumber } from '../../../src/model/rules/printing.ts'

const PLAIN: PrintOptions = { low: false, high: false, approx: false, unit: 'tip', decimals: 0, language: 'vi', computed: false }
const print = (value: number, options: Partial<PrintOptions> = {}) => printNumber(value, { ...PLAIN, ...options })
const digits = (value: number, options: Partial<PrintOptions> = {}) => print(value, options).digits
const money = (value: number, options: Partial<PrintOptions> = {}) => print(value, { unit: 'VND', ...options })

describe('counts', () => {
  test('stand in all digits', () => {
    expect(print(8968)).toEqual({ lead: 'none', digits: '8.968', scale: 'ones' })
    expect(digits(0)).toBe('0')
    expect(digits(5284000000)).toBe('5.284.000.000')
  })

  test('have at most the decimals of their indicator', () => {
    expect(digits(99.9, { unit: 'percent', decimals: 1 })).toBe('99,9')
    expect(digits(100, { unit: 'percent', decimals: 1 })).toBe('100')
    expect(digits(200 / 3, { unit: 'percent', decimals: 1 })).toBe('66,7')
    expect(digits(99.96, { unit: 'percent', decimals: 1 })).toBe('100')
  })
})

describe('đồng', () => {
  test('from a billion is in tỷ, from a million in triệu, below in đồng', () => {
    expect(money(3_200_000_000)).toEqual({ lead: 'none', digits: '3,2', scale: 'billion' })
    expect(money(1_000_000_000)).toMatchObject({ digits: '1', scale: 'billion' })
    expect(money(384_000_000)).toMatchObject({ digits: '384', scale: 'million' })
    expect(money(1_000_000)).toMatchObject({ digits: '1', scale: 'million' })
    expect(money(999_999)).toMatchObject({ digits: '999.999', scale: 'ones' })
  })

  test('has two decimals at most', () => {
    expect(money(5_284_000_000).digits).toBe('5,28')
    expect(money(5_286_000_000).digits).toBe('5,29')
  })

  test('stands in all digits in the grounds', () => {
    expect(allDigits(5_284_000_000, 'vi')).toBe('5.284.000.000')
    expect(allDigits(99.95, 'vi')).toBe('99,95')
  })
})

describe('a bound stays true', () => {
  test('a lower one is rounded down: trên 5,28 tỷ', () => {
    expect(money(5_284_000_000, { low: true })).toEqual({ lead: 'low', digits: '5,28', scale: 'billion' })
    expect(money(5_289_999_999, { low: true }).digits).toBe('5,28')
    expect(digits(99.96, { unit: 'percent', decimals: 1, low: true })).toBe('99,9')
  })

  test('an upper one is rounded up', () => {
    expect(money(5_281_000_000, { high: true })).toEqual({ lead: 'high', digits: '5,29', scale: 'billion' })
    expect(digits(99.91, { unit: 'percent', decimals: 1, high: true })).toBe('100')
  })

  test('and does not move where there is nothing to round', () => {
    for (const bound of [{ low: true }, { high: true }]) {
      expect(money(5_280_000_000, bound).digits).toBe('5,28')
      expect(money(1_100_000_000, bound).digits).toBe('1,1')
      expect(digits(4600, bound)).toBe('4.600')
      expect(digits(0.3, { ...bound, decimals: 1 })).toBe('0,3')
    }
  })
})

describe('about', () => {
  test('a computed one has three significant digits', () => {
    expect(digits(12_345, { approx: true, computed: true })).toBe('12.300')
    expect(money(5_284_000_000, { approx: true, computed: true })).toEqual({ lead: 'about', digits: '5,28', scale: 'billion' })
    expect(money(384_500_000, { approx: true, computed: true }).digits).toBe('385')
    expect(digits(87, { approx: true, computed: true })).toBe('87')
  })

  test('a printed one keeps its digits', () => {
    expect(digits(12_345, { approx: true })).toBe('12.345')
    expect(digits(10_200, { approx: true, high: true })).toBe('10.200')
  })

  test('an exact sum keeps all of them', () => {
    expect(digits(12_345, { computed: true })).toBe('12.345')
  })

  test('with a bound is about', () => {
    expect(leadOf({ low: true, high: false, approx: true })).toBe('about')
    expect(leadOf({ low: false, high: true, approx: true })).toBe('about')
    expect(leadOf({ low: false, high: false, approx: false })).toBe('none')
  })
})

test('English has its own marks', () => {
  expect(digits(8968, { language: 'en' })).toBe('8,968')
  expect(money(5_284_000_000, { language: 'en', low: true })).toEqual({ lead: 'low', digits: '5.28', scale: 'billion' })
  expect(digits(99.9, { language: 'en', decimals: 1 })).toBe('99.9')
  expect(allDigits(5_284_000_000, 'en')).toBe('5,284,000,000')
})
