import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CIVIL, commonCalendar, monthAt, monthEnd, monthStart } from '../../src/model/calendar.ts'
import { bucketEdge, bucketsBetween, GRAINS } from '../../src/model/rhythm.ts'
import { edgeDays, readTime, windowDays } from '../../src/model/time-choice.ts'

const POLICE = '12-15'
const of = (year: number, month: number) => year * 12 + month - 1

describe('a reporting calendar', () => {
  it.each([
    [CIVIL, of(2024, 1), '2024-01-01', '2024-01-31'],
    [CIVIL, of(2024, 2), '2024-02-01', '2024-02-29'],
    [POLICE, of(2024, 1), '2023-12-15', '2024-01-14'],
    [POLICE, of(2024, 12), '2024-11-15', '2024-12-14'],
    [POLICE, of(2025, 7), '2025-06-15', '2025-07-14'],
    ['04-01', of(2024, 1), '2024-04-01', '2024-04-30'],
    ['10-31', of(2024, 2), '2023-11-30', '2023-12-30'],
  ])('%s has its months: %i from %s to %s', (calendar, month, from, to) => {
    expect([monthStart(month, calendar), monthEnd(month, calendar)]).toEqual([from, to])
    expect([monthAt(from, calendar), monthAt(to, calendar)]).toEqual([month, month])
  })

  it('leaves no day between two months and gives none to both', () => {
    const calendar = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    fc.assert(
      fc.property(calendar, fc.integer({ min: of(1901, 1), max: of(2098, 12) }), ([month, day], at) => {
        const start = [month, day].map((part) => String(part).padStart(2, '0')).join('-')
        expect(Date.parse(monthStart(at + 1, start)) - Date.parse(monthEnd(at, start))).toBe(86_400_000)
        expect(monthEnd(at, start) >= monthStart(at, start)).toBe(true)
        expect(monthAt(monthStart(at, start), start)).toBe(at)
        expect(monthAt(monthEnd(at, start), start)).toBe(at)
      }),
    )
  })

  it('is what all sources follow, or the civil one', () => {
    expect(commonCalendar([POLICE, POLICE])).toBe(POLICE)
    expect([commonCalendar([]), commonCalendar([POLICE, CIVIL])]).toEqual([CIVIL, CIVIL])
  })
})

describe('times of a view on the calendar of the police', () => {
  it.each([
    ['2024', '2023-12-15', '2024-12-14'],
    ['2024-H1', '2023-12-15', '2024-06-14'],
    ['2024-Q2', '2024-03-15', '2024-06-14'],
    ['2024-06', '2024-05-15', '2024-06-14'],
  ])('%s goes from %s to %s', (edge, from, to) => {
    expect(edgeDays(edge, POLICE)).toEqual({ from, to })
  })

  it.each([
    ['2023..2024', '2024-11-20', '2022-12-15', '2024-12-14'],
    ['last12m', '2024-06-20', '2023-07-15', '2024-07-14'],
    ['last2q', '2024-06-14', '2023-12-15', '2024-06-14'],
    ['last1y', '2024-12-20', '2024-12-15', '2025-12-14'],
    ['ytd', '2024-12-20', '2024-12-15', '2024-12-20'],
    ['ytd', '2024-12-14', '2023-12-15', '2024-12-14'],
  ])('%s seen on %s goes from %s to %s', (text, latest, from, to) => {
    const time = readTime(text)
    expect(time && windowDays(time, latest, POLICE)).toEqual({ from, to })
  })

  it('are the buckets of a series, and each is written as the time that it is', () => {
    for (const grain of GRAINS) {
      const buckets = bucketsBetween('2023-12-15', '2025-07-14', grain, POLICE)
      expect(buckets[0]?.from).toBe('2023-12-15')
      for (const bucket of buckets) expect(edgeDays(bucketEdge(bucket, grain, POLICE), POLICE)).toEqual(bucket)
    }
    expect(bucketsBetween('2023-12-15', '2025-07-14', 'month', POLICE)).toHaveLength(19)
    expect(bucketsBetween('2024-01-14', '2024-01-15', 'month', POLICE)).toHaveLength(2)
  })
})
