import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { LEAST_NUMBERS, outliersOf } from '../../../src/model/rules/outliers.ts'

const measured = (values: readonly number[]) => values.map((value, at) => ({ of: at, value }))

describe('who is far from all others', () => {
  test('median and deviation by hand', () => {
    // Median 3, distances 3 2 1 1 0 0 1 1 208: their median is 1.
    const found = outliersOf(measured([0, 1, 2, 2, 3, 3, 4, 4, 211]))
    expect(found).toEqual({ n: 9, median: 3, deviation: 1, far: [{ of: 8, value: 211 }] })
  })

  test('exactly three deviations are not beyond them', () => {
    expect(outliersOf(measured([0, 2, 2, 3, 3, 4, 4, 6, 3]))?.far).toEqual([])
    expect(outliersOf(measured([0, 2, 2, 3, 3, 4, 4, 6.01, 3]))?.far.map(({ value }) => value)).toEqual([6.01])
  })

  test('of an even number the median lies between the two in the middle, and both sides are looked at', () => {
    const found = outliersOf(measured([-90, 1, 2, 2, 3, 4, 5, 5, 6, 80]))
    expect(found).toMatchObject({ n: 10, median: 3.5, deviation: 1.5 })
    expect(found?.far.map(({ value }) => value)).toEqual([-90, 80])
  })

  test('nothing is said of seven numbers, nor where more than half are equal', () => {
    expect(outliersOf(measured([1, 2, 3, 4, 5, 6, 700]))).toBeNull()
    expect(outliersOf(measured([5, 5, 5, 5, 5, 5, 5, 700]))).toBeNull()
  })

  test('who is nearer than what matters is not far, however close the others are', () => {
    const values = measured([0.7, 0.7, 0.8, 0.6, 0.7, 0.8, 0.6, 1.9, 0.75, 30])
    expect(outliersOf(values, 10)?.far.map(({ value }) => value)).toEqual([30])
  })

  test('where more than one in five would be far, nobody is', () => {
    expect(outliersOf(measured([1, 2, 3, 2, 1, 3, 2, 90, 95, 99]))).toBeNull()
  })
})

property.prop([
  fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: LEAST_NUMBERS, maxLength: 70 }),
  fc.integer({ min: -500, max: 500 }),
])('neither order nor a shift of all numbers changes who is far, and few are', (values, shift) => {
  const found = outliersOf(measured(values))
  const shifted = outliersOf(measured(values.map((value) => value + shift)))
  expect(shifted?.far.map(({ of }) => of).sort()).toEqual(found?.far.map(({ of }) => of).sort())
  const reversed = outliersOf(measured([...values].reverse()))
  expect(reversed?.far.map(({ value }) => value).sort()).toEqual(found?.far.map(({ value }) => value).sort())
  if (found) expect(found.far.length).toBeLessThanOrEqual(values.length / 5)
})
