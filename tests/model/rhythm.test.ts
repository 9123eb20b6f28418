import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bucketEdge, bucketsBetween, GRAIN_MONTHS, GRAINS } from '../../src/model/rhythm.ts'
import { daysBetween } from '../../src/model/rules/periods.ts'
import { edgeDays } from '../../src/model/time-choice.ts'

const edges = (from: string, to: string, grain: (typeof GRAINS)[number]) =>
  bucketsBetween(from, to, grain).map((bucket) => bucketEdge(bucket, grain))

describe('the buckets that hold two days', () => {
  test('are whole months, quarters, halves and years of the calendar', () => {
    expect(edges('2023-11-15', '2024-02-29', 'month')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02'])
    expect(edges('2023-11-15', '2024-04-01', 'quarter')).toEqual(['2023-Q4', '2024-Q1', '2024-Q2'])
    expect(edges('2023-07-01', '2024-07-01', 'half')).toEqual(['2023-H2', '2024-H1', '2024-H2'])
    expect(edges('2023-12-31', '2024-01-01', 'year')).toEqual(['2023', '2024'])
    expect(bucketsBetween('2024-02-10', '2024-02-10', 'month')).toEqual([{ from: '2024-02-01', to: '2024-02-29' }])
    expect(bucketsBetween('2023-02-10', '2023-02-10', 'month')).toEqual([{ from: '2023-02-01', to: '2023-02-28' }])
  })

  test('are none where the days run backwards', () => {
    expect(bucketsBetween('2024-05-01', '2024-03-01', 'month')).toEqual([])
  })

  test('are right in the first century too', () => {
    expect(bucketsBetween('0001-01-01', '0001-02-01', 'month')).toEqual([
      { from: '0001-01-01', to: '0001-01-31' },
      { from: '0001-02-01', to: '0001-02-28' },
    ])
  })

  test('follow each other without a gap, and the link’s name of each has its days', () => {
    const day = fc
      .date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, fc.constantFrom(...GRAINS), (one, other, grain) => {
        const [from, to] = [one, other].sort() as [string, string]
        const buckets = bucketsBetween(from, to, grain)
        expect((buckets[0]?.from ?? '9') <= from && from <= (buckets[0]?.to ?? '')).toBe(true)
        expect((buckets.at(-1)?.from ?? '9') <= to && to <= (buckets.at(-1)?.to ?? '')).toBe(true)
        buckets.forEach((bucket, at) => {
          expect(edgeDays(bucketEdge(bucket, grain))).toEqual(bucket)
          expect(Math.round(daysBetween(bucket.from, bucket.to) / 30.5)).toBe(GRAIN_MONTHS[grain])
          const before = buckets[at - 1]
          if (before) expect(daysBetween(before.to, bucket.from)).toBe(2)
        })
      }),
      { numRuns: 200, seed: 20261122 },
    )
  })
})
