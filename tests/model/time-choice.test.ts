import { describe, expect, test } from 'vitest'
import { edgeDays, readEdge, readTime, windowDays, writeTime } from '../../src/model/time-choice.ts'

describe('a time as links write it', () => {
  test.each([
    'report',
    'all',
    'ytd',
    '2024',
    '2024-H1',
    '2024-Q2',
    '2024-06',
    '2019..2024',
    '2023-Q3..2024-06',
    'from-2019',
    'to-2024-H2',
    'last12m',
    'last4q',
    'last3y',
  ])('%s is read and written the same', (text) => {
    const time = readTime(text)
    expect(time && writeTime(time)).toBe(text)
  })

  test.each([
    ['2019..', '2019'],
    ['2019...', '2019'],
    ['2024..2024', '2024'],
    ['2024-q2', '2024-Q2'],
    ['from-2024-h1', 'from-2024-H1'],
    ['last12m.', 'last12m'],
  ])('%s means %s', (text, canonical) => {
    const time = readTime(text)
    expect(time && writeTime(time)).toBe(canonical)
  })

  test.each([
    '',
    '..',
    '..2024',
    '24',
    '2024-13',
    '2024-0',
    '2024-Q5',
    '2024-H3',
    '2024-6',
    '1899',
    '2100',
    '2024..2019',
    '2019..2020..2021',
    '2019.2020',
    'from-',
    'from-2019..2024',
    'last0m',
    'last12',
    'last1000y',
    'last12d',
    'REPORT',
    ' 2024',
    '2024\n',
  ])('%j is no time', (text) => {
    expect(readTime(text)).toBeNull()
  })
})

describe('the days of an edge', () => {
  test.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-H1', '2024-01-01', '2024-06-30'],
    ['2024-H2', '2024-07-01', '2024-12-31'],
    ['2024-Q1', '2024-01-01', '2024-03-31'],
    ['2024-Q2', '2024-04-01', '2024-06-30'],
    ['2024-Q4', '2024-10-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2024-12', '2024-12-01', '2024-12-31'],
  ])('%s is %s to %s', (edge, from, to) => {
    expect(edgeDays(edge)).toEqual({ from, to })
  })

  test('text that is no edge is refused', () => {
    expect(readEdge('2024-06-30')).toBeNull()
    expect(() => edgeDays('2024-06-30')).toThrow(RangeError)
  })
})

describe('the window of a time', () => {
  const days = (text: string, latestDay: string | null = '2024-11-15') => {
    const time = readTime(text)
    if (!time) throw new Error(`no time: ${text}`)
    const window = windowDays(time, latestDay)
    return window && [window.from, window.to]
  }

  test.each([
    ['2024-Q2', '2024-04-01', '2024-06-30'],
    ['2019..2024', '2019-01-01', '2024-12-31'],
    ['2023-Q3..2024-06', '2023-07-01', '2024-06-30'],
    ['from-2019-H2', '2019-07-01', null],
    ['to-2024-06', null, '2024-06-30'],
    ['all', null, null],
  ])('%s', (text, from, to) => {
    expect(days(text)).toEqual([from, to])
  })

  test('the latest report of each has none', () => {
    expect(days('report')).toBeNull()
  })

  test.each(['ytd', 'last3y'])('%s on data without a day is open', (text) => {
    expect(days(text, null)).toEqual([null, null])
  })

  test.each([
    ['last1m', '2024-11-15', '2024-11-01', '2024-11-30'],
    ['last12m', '2024-11-15', '2023-12-01', '2024-11-30'],
    ['last12m', '2024-12-31', '2024-01-01', '2024-12-31'],
    ['last2m', '2024-02-29', '2024-01-01', '2024-02-29'],
    ['last13m', '2024-01-01', '2023-01-01', '2024-01-31'],
    ['last4q', '2024-11-15', '2024-01-01', '2024-12-31'],
    ['last1q', '2024-03-31', '2024-01-01', '2024-03-31'],
    ['last2q', '2024-04-01', '2024-01-01', '2024-06-30'],
    ['last3y', '2024-11-15', '2022-01-01', '2024-12-31'],
    ['ytd', '2024-11-15', '2024-01-01', '2024-11-15'],
  ])('%s on data up to %s', (text, latestDay, from, to) => {
    expect(days(text, latestDay)).toEqual([from, to])
  })
})
