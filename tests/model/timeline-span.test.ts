import { describe, expect, test } from 'vitest'
import { CIVIL } from '../../src/model/calendar.ts'
import { bucketsBetween } from '../../src/model/rhythm.ts'
import { windowDays } from '../../src/model/time-choice.ts'
import { spanOf, timeOfSpan } from '../../src/model/timeline-span.ts'

const POLICE = '12-15'
const months = bucketsBetween('2023-01-01', '2024-12-31', 'month')
const quarters = bucketsBetween('2022-12-15', '2024-12-14', 'quarter', POLICE)

describe('the buckets of a window', () => {
  test('are those that hold a day of it', () => {
    expect(spanOf(months, { from: '2023-03-01', to: '2023-05-31' })).toEqual({ start: 2, end: 5 })
    expect(spanOf(months, { from: '2023-03-31', to: '2023-04-01' })).toEqual({ start: 2, end: 4 })
  })

  test('of an open end reach to the end', () => {
    expect(spanOf(months, { from: null, to: '2023-02-28' })).toEqual({ start: 0, end: 2 })
    expect(spanOf(months, { from: '2024-12-01', to: null })).toEqual({ start: 23, end: 24 })
    expect(spanOf(months, { from: null, to: null })).toEqual({ start: 0, end: 24 })
  })

  test('are none without a window, or where it lies elsewhere', () => {
    expect(spanOf(months, null)).toBeNull()
    expect(spanOf(months, { from: '2019-01-01', to: '2020-12-31' })).toBeNull()
  })
})

describe('the time of a span', () => {
  test.each([
    [{ start: 0, end: 24 }, '2023', '2024'],
    [{ start: 12, end: 24 }, '2024', '2024'],
    [{ start: 0, end: 6 }, '2023-H1', '2023-H1'],
    [{ start: 3, end: 6 }, '2023-Q2', '2023-Q2'],
    [{ start: 0, end: 15 }, '2023-Q1', '2024-Q1'],
    [{ start: 1, end: 2 }, '2023-02', '2023-02'],
    [{ start: 2, end: 12 }, '2023-03', '2023-12'],
  ])('%j is written by its coarsest stretches', (span, from, to) => {
    expect(timeOfSpan(months, span, CIVIL)).toEqual({ kind: 'window', from, to })
  })

  test('follows the reporting calendar', () => {
    expect(timeOfSpan(quarters, { start: 0, end: 4 }, POLICE)).toEqual({ kind: 'window', from: '2023', to: '2023' })
    expect(timeOfSpan(quarters, { start: 1, end: 2 }, POLICE)).toEqual({ kind: 'window', from: '2023-Q2', to: '2023-Q2' })
  })

  test('covers the days of its buckets and nothing else, whatever is chosen', () => {
    for (const [buckets, calendar] of [
      [months, CIVIL],
      [quarters, POLICE],
    ] as const) {
      for (let start = 0; start < buckets.length; start++) {
        for (let end = start + 1; end <= buckets.length; end++) {
          const time = timeOfSpan(buckets, { start, end }, calendar)
          const window = time && windowDays(time, null, calendar)
          expect(window).toEqual({ from: buckets[start]?.from, to: buckets[end - 1]?.to })
          expect(spanOf(buckets, window)).toEqual({ start, end })
        }
      }
    }
  })

  test('of nothing is none', () => {
    expect(timeOfSpan(months, { start: 30, end: 31 }, CIVIL)).toBeNull()
  })
})
