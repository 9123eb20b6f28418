import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarStart, CIVIL } from '../../../src/model/calendar.ts'
import { earlierWindow } from '../../../src/model/rules/earlier-window.ts'
import type { Window } from '../../../src/model/rules/time.ts'
import { readTime, windowDays } from '../../../src/model/time-choice.ts'

function daysOf(time: string, calendar: CalendarStart, latestDay: string): Window | null {
  const choice = readTime(time)
  return choice && windowDays(choice, latestDay, calendar)
}

/** `2023-01-01/2023-12-31`: what a time as links write it is compared with. */
function comparedWith(
  time: string,
  kind: 'prev' | 'yoy',
  calendar: CalendarStart = CIVIL,
  latestDay = '2025-05-20',
): string | null {
  const window = daysOf(time, calendar, latestDay)
  const earlier = window && earlierWindow(window, kind, calendar)
  return earlier && `${earlier.from}/${earlier.to}`
}

describe('the civil calendar', () => {
  test.each([
    ['2024', 'prev', '2023-01-01/2023-12-31'],
    ['2024', 'yoy', '2023-01-01/2023-12-31'],
    ['2024-H1', 'prev', '2023-07-01/2023-12-31'],
    ['2024-H1', 'yoy', '2023-01-01/2023-06-30'],
    ['2024-Q1', 'prev', '2023-10-01/2023-12-31'],
    ['2024-Q1', 'yoy', '2023-01-01/2023-03-31'],
    ['2024-03', 'prev', '2024-02-01/2024-02-29'],
    ['2025-03', 'prev', '2025-02-01/2025-02-28'],
    ['2024-02', 'yoy', '2023-02-01/2023-02-28'],
    ['2025-02', 'yoy', '2024-02-01/2024-02-29'],
    ['2023..2024', 'prev', '2021-01-01/2022-12-31'],
    ['2023..2024', 'yoy', null],
    ['2023-12..2024-12', 'yoy', null],
    ['2024-02..2025-01', 'yoy', '2023-02-01/2024-01-31'],
    ['2024-02..2024-04', 'prev', '2023-11-01/2024-01-31'],
    ['last12m', 'prev', '2023-06-01/2024-05-31'],
  ] as const)('%s, %s: %s', (time, kind, said) => {
    expect(comparedWith(time, kind)).toBe(said)
  })
})

describe('a calendar that begins on 15 December', () => {
  test.each([
    ['2024', 'prev', '2022-12-15/2023-12-14'],
    ['2024', 'yoy', '2022-12-15/2023-12-14'],
    ['2024-H2', 'prev', '2023-12-15/2024-06-14'],
    ['2024-Q1', 'prev', '2023-09-15/2023-12-14'],
    ['2024-Q1', 'yoy', '2022-12-15/2023-03-14'],
    ['2024-01', 'prev', '2023-11-15/2023-12-14'],
    ['2024-03', 'yoy', '2023-02-15/2023-03-14'],
    ['2023..2024', 'prev', '2020-12-15/2022-12-14'],
  ] as const)('%s, %s: %s', (time, kind, said) => {
    expect(comparedWith(time, kind, '12-15')).toBe(said)
  })
})

describe('a year to date', () => {
  test('that ends inside a month keeps its days', () => {
    expect(comparedWith('ytd', 'yoy')).toBe('2024-01-01/2024-05-20')
    expect(comparedWith('ytd', 'yoy', '12-15')).toBe('2023-12-15/2024-05-20')
  })

  test('that ends with a month goes by months', () => {
    expect(comparedWith('ytd', 'yoy', CIVIL, '2025-02-28')).toBe('2024-01-01/2024-02-29')
    expect(comparedWith('ytd', 'yoy', '12-15', '2025-05-14')).toBe('2023-12-15/2024-05-14')
    expect(comparedWith('ytd', 'prev', CIVIL, '2025-02-28')).toBe('2024-11-01/2024-12-31')
  })

  test('on 29 February is compared with 28 February', () => {
    expect(comparedWith('ytd', 'yoy', '12-15', '2024-02-29')).toBe('2022-12-15/2023-02-28')
  })

  test('has as many days just before it', () => {
    expect(comparedWith('ytd', 'prev', CIVIL, '2025-01-10')).toBe('2024-12-22/2024-12-31')
  })
})

test('an open window, and the latest of each, are compared with nothing', () => {
  expect(['all', 'from-2024', 'to-2024', 'report'].map((time) => comparedWith(time, 'prev'))).toEqual([null, null, null, null])
})

test('the previous time of whole months ends the day before, and is as many months long', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1950, max: 2090 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 30 }),
      fc.constantFrom('01-01', '12-15', '04-01', '10-01'),
      (year, month, more, calendar) => {
        const edge = (at: number) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
        const first = year * 12 + month - 1
        const time = `${edge(first)}..${edge(first + more)}`
        const [from = '', to = ''] = comparedWith(time, 'prev', calendar)?.split('/') ?? []
        const window = daysOf(time, calendar, '2025-05-20')
        expect(Date.parse(window?.from ?? '') - Date.parse(to)).toBe(86_400_000)
        expect(from).toBe(daysOf(edge(first - more - 1), calendar, '2025-05-20')?.from)
        // A year later, what it was compared with is itself.
        const [a = '', b = ''] =
          comparedWith(`${edge(first + 12)}..${edge(first + more + 12)}`, 'yoy', calendar)?.split('/') ?? []
        expect([a, b]).toEqual(more < 12 ? [window?.from, window?.to] : ['', ''])
      },
    ),
  )
})
