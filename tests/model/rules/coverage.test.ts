import { expect, test } from 'vitest'
import type { State } from '../../../src/model/figure.ts'
import { type Coverage, coverageFirst, coverageOf } from '../../../src/model/rules/coverage.ts'

const EVERY: readonly State[] = [
  'value',
  'zero',
  'part_of_time',
  'in_words',
  'only_parts',
  'other_time',
  'not_mentioned',
  'not_received',
  'suppressed',
  'not_applicable',
  'refused',
  'not_normalised',
]

test('every state is counted once, and the counts add up', () => {
  expect(coverageOf(EVERY)).toEqual({
    numbers: 2,
    partOfTime: 1,
    inWords: 1,
    parts: 1,
    otherTime: 1,
    notMentioned: 1,
    notReceived: 1,
    withheld: 1,
    notApplicable: 1,
    notSplit: 1,
    notDivided: 1,
    of: 12,
  })
  for (const state of EVERY) expect(sumOf(coverageOf([state]))).toBe(1)
  expect(sumOf(coverageOf([...EVERY, ...EVERY, 'value']))).toBe(25)
})

test('a territory without a source is in no count', () => {
  expect(coverageOf(['value', 'no_source', 'no_source'])).toMatchObject({ numbers: 1, of: 1 })
  expect(sumOf(coverageOf(['no_source']))).toBe(0)
})

test('under 60 % the coverage comes first; at 60 % the number does', () => {
  const of = (numbers: number, all: number) =>
    coverageOf(Array.from({ length: all }, (_, at) => (at < numbers ? 'value' : 'not_mentioned')))
  expect(coverageFirst(of(3, 5))).toBe(false)
  expect(coverageFirst(of(37, 63))).toBe(true)
  expect(coverageFirst(of(38, 63))).toBe(false)
  expect(coverageFirst(of(0, 0))).toBe(false)
})

test('words and parts are no numbers: they do not make a coverage', () => {
  expect(coverageFirst(coverageOf(['value', 'in_words', 'only_parts']))).toBe(true)
  expect(coverageFirst(coverageOf(['value', 'zero', 'only_parts']))).toBe(false)
})

test('numbers of some days alone do not make a coverage: it comes first', () => {
  const of = (whole: number, some: number) =>
    coverageOf([...Array<State>(whole).fill('value'), ...Array<State>(some).fill('part_of_time')])
  expect(of(19, 15)).toMatchObject({ numbers: 19, partOfTime: 15, of: 34 })
  expect(coverageFirst(of(19, 15))).toBe(true)
  expect(coverageFirst(of(21, 13))).toBe(false)
  expect(coverageFirst(of(0, 34))).toBe(true)
})

function sumOf({ of, ...counts }: Coverage): number {
  const sum = Object.values(counts).reduce((all, count) => all + count, 0)
  expect(sum).toBe(of)
  return sum
}
