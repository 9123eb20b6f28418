import { describe, expect, test } from 'vitest'
import type { Figure, State } from '../../../src/model/figure.ts'
import { type Asked, stateOf } from '../../../src/model/rules/states.ts'
import { figure } from '../../support/figure.ts'

const state = (asked: Partial<Asked>) => stateOf({ figures: [], otherTime: [], overdue: false, hasSource: true, ...asked })
const withStates = (...states: State[]) => states.map((state) => figure({ state }))

describe('a territory with figures has the state of its best one', () => {
  test.each(['value', 'zero', 'in_words', 'only_parts', 'suppressed', 'not_applicable'] as const)('%s', (own) => {
    expect(state({ figures: withStates(own) })).toBe(own)
  })

  test('whatever their order', () => {
    expect(state({ figures: withStates('only_parts', 'in_words', 'value') })).toBe('value')
    expect(state({ figures: withStates('only_parts', 'in_words') })).toBe('in_words')
    expect(state({ figures: withStates('zero', 'only_parts') })).toBe('zero')
    expect(state({ figures: withStates('not_applicable', 'suppressed') })).toBe('suppressed')
  })

  test('and before anything of another time', () => {
    expect(state({ figures: withStates('suppressed'), otherTime: withStates('value') })).toBe('suppressed')
  })
})

describe('a number of fewer days than were asked for', () => {
  const days = (days: number | null, daysOf: number | null, more: Partial<Figure> = {}) => figure({ days, daysOf, ...more })

  test('is a state of its own, one day short as well as none but one', () => {
    expect(state({ figures: [days(364, 365)] })).toBe('part_of_time')
    expect(state({ figures: [days(1, 365, { state: 'zero', value: 0 })] })).toBe('part_of_time')
    expect(state({ figures: [days(365, 365)] })).toBe('value')
    expect(state({ figures: [days(365, 365, { state: 'zero', value: 0 })] })).toBe('zero')
  })

  test('comes after one of all days and before words', () => {
    expect(state({ figures: [days(335, 365), days(365, 365)] })).toBe('value')
    expect(state({ figures: [days(335, 365), figure({ state: 'in_words', value: null })] })).toBe('part_of_time')
    expect(state({ figures: [days(335, 365)], overdue: true })).toBe('part_of_time')
  })

  test('is told only where days were asked for, and of numbers only', () => {
    expect(state({ figures: [days(null, null)] })).toBe('value')
    expect(state({ figures: [days(335, null)] })).toBe('value')
    expect(state({ figures: [days(335, 365, { state: 'in_words', value: null })] })).toBe('in_words')
    expect(state({ figures: [days(335, 365, { state: 'only_parts' })] })).toBe('only_parts')
    expect(state({ figures: [days(335, 365, { stands: false })] })).toBe('not_mentioned')
  })

  test('leaves the state of the figure as it is', () => {
    const some = days(335, 365)
    state({ figures: [some] })
    expect(some.state).toBe('value')
  })
})

describe('a territory without figures', () => {
  test('is offered another time where it has one', () => {
    expect(state({ otherTime: withStates('value') })).toBe('other_time')
    expect(state({ otherTime: withStates('value'), overdue: false })).toBe('other_time')
    // A report that is owed is not made good by a figure for another time.
    expect(state({ otherTime: withStates('value'), overdue: true })).toBe('not_received')
  })

  test('owes its report only where the calendar says so and the day has passed', () => {
    expect(state({ overdue: true })).toBe('not_received')
  })

  test('owes its report where what there is for another time cannot be split either', () => {
    expect(state({ refusedOtherTime: true })).toBe('refused')
    expect(state({ refusedOtherTime: true, overdue: true })).toBe('not_received')
    expect(state({ refusedOtherTime: true, otherTime: withStates('value') })).toBe('other_time')
    // A report of this time that cannot be split was sent.
    expect(state({ refused: true, overdue: true })).toBe('refused')
  })

  test('is not mentioned by its source, which is no report that was not sent', () => {
    expect(state({})).toBe('not_mentioned')
  })

  test('has no source at all', () => {
    expect(state({ hasSource: false })).toBe('no_source')
  })
})

test('a figure that does not stand is none', () => {
  expect(state({ figures: [figure({ stands: false })], otherTime: [figure({ stands: false })] })).toBe('not_mentioned')
})
