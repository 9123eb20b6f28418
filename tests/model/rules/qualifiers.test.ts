import { describe, expect, test } from 'vitest'
import { addable, boundsOf, divideBounds, EXACT, uniteBounds } from '../../../src/model/rules/qualifiers.ts'
import { ABOUT_30, AT_MOST_40, HUNDREDS, NEARLY_60, OVER_100, observation } from '../../support/observation.ts'

const LOW = { low: true, high: false, approx: false }
const HIGH = { low: false, high: true, approx: false }
const ABOUT = { low: false, high: false, approx: true }
const NEARLY = { low: false, high: true, approx: true }

test('a printed word is flags: trên low, không quá high, khoảng approx, gần high and approx', () => {
  expect(boundsOf(observation())).toEqual(EXACT)
  expect(boundsOf(observation(OVER_100))).toEqual(LOW)
  expect(boundsOf(observation(AT_MOST_40))).toEqual(HIGH)
  expect(boundsOf(observation(ABOUT_30))).toEqual(ABOUT)
  expect(boundsOf(observation(NEARLY_60))).toEqual(NEARLY)
})

test('words without a number bound nothing by themselves', () => {
  expect(boundsOf(observation(HUNDREDS))).toEqual(EXACT)
})

describe('a sum', () => {
  test('unites the flags of its terms', () => {
    expect(uniteBounds([EXACT, LOW, LOW])).toEqual(LOW)
    expect(uniteBounds([EXACT, ABOUT])).toEqual(ABOUT)
    expect(uniteBounds([LOW, ABOUT])).toEqual({ low: true, high: false, approx: true })
  })

  test('of low and high is not made; all else is', () => {
    expect(addable([LOW, HIGH])).toBe(false)
    expect(addable([LOW, EXACT, NEARLY])).toBe(false)
    expect(addable([LOW, ABOUT])).toBe(true)
    expect(addable([HIGH, NEARLY])).toBe(true)
  })
})

describe('a quotient', () => {
  test('keeps the flags under an exact divisor', () => {
    for (const bounds of [EXACT, LOW, HIGH, ABOUT, NEARLY]) expect(divideBounds(bounds, EXACT)).toEqual(bounds)
  })

  test('swaps the sides of its divisor', () => {
    expect(divideBounds(EXACT, LOW)).toEqual(HIGH)
    expect(divideBounds(EXACT, HIGH)).toEqual(LOW)
    expect(divideBounds(LOW, HIGH)).toEqual(LOW)
    expect(divideBounds(EXACT, NEARLY)).toEqual({ low: true, high: false, approx: true })
  })

  test('of two terms bounded on one side is not computed', () => {
    expect(divideBounds(LOW, LOW)).toBeNull()
    expect(divideBounds(NEARLY, HIGH)).toBeNull()
  })
})
