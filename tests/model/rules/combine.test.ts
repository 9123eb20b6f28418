import { describe, expect, test } from 'vitest'
import type { Aggregation } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { combine } from '../../../src/model/rules/combine.ts'
import {
  ABOUT_30,
  AT_MOST_40,
  HUNDREDS,
  NEARLY_60,
  NOT_APPLICABLE,
  OVER_100,
  resolvedFrom,
  SUPPRESSED,
} from '../../support/observation.ts'

function combined(rows: readonly Partial<Observation>[], aggregation: Aggregation = 'sum') {
  return combine(resolvedFrom(rows), aggregation, false, true)
}

describe('numbers', () => {
  test('of one key and source are added and marked: grenades 31 and 1', () => {
    const grenade = { breakdownKey: 'item', breakdownValue: 'grenade' }
    expect(
      combined([
        { ...grenade, value: 31 },
        { ...grenade, value: 1 },
      ]),
    ).toMatchObject({ value: 32, sameKeyAdded: true, terms: [0, 1] })
  })

  test('of one key are marked also where the own rows name different units', () => {
    expect(combined([{ value: 3 }, { value: 2, unitName: 'Công an các đơn vị, địa phương' }])).toMatchObject({
      value: 5,
      sameKeyAdded: true,
    })
  })

  test('of two kinds are added without that mark', () => {
    const gift = { indicator: 'gifts', breakdownKey: 'recipient' }
    expect(
      combined([
        { ...gift, breakdownValue: 'poor' },
        { ...gift, breakdownValue: 'pupils' },
      ]),
    ).toMatchObject({ value: 20, sameKeyAdded: false })
  })

  test('of different units are not added', () => {
    expect(
      combined([
        { unit: 'gram', value: 180 },
        { unit: 'item', value: 12 },
      ]),
    ).toMatchObject({ value: null, terms: [0, 1] })
  })

  test('that never combine are not added', () => {
    for (const aggregation of ['none', 'ratio'] as const) {
      expect(combined([{ value: 77 }, { value: 99.9 }], aggregation).value).toBeNull()
      expect(combined([{ value: 99.9 }], aggregation).value).toBe(99.9)
    }
  })
})

describe('bounds', () => {
  test('unite: trên 100 and 10', () => {
    expect(combined([OVER_100, { value: 10 }])).toMatchObject({ value: 110, low: true, high: false, approx: false, word: '' })
  })

  test('low with high is no sum: the terms are listed and nothing is bounded', () => {
    expect(combined([OVER_100, AT_MOST_40])).toMatchObject({ value: null, low: false, high: false, approx: false, terms: [0, 1] })
    expect(combined([OVER_100, NEARLY_60]).value).toBeNull()
  })

  test('about with low, or with high, stays about', () => {
    expect(combined([OVER_100, ABOUT_30])).toMatchObject({ value: 130, low: true, high: false, approx: true })
    expect(combined([NEARLY_60, ABOUT_30])).toMatchObject({ value: 90, low: false, high: true, approx: true })
  })

  test('the printed word stays with a single row only', () => {
    expect(combined([NEARLY_60])).toMatchObject({ word: 'gần', high: true, approx: true })
    expect(combined([NEARLY_60, NEARLY_60]).word).toBe('')
  })
})

describe('rows without a number', () => {
  test('words beside numbers make the sum a lower bound', () => {
    expect(combined([{ value: 40 }, HUNDREDS])).toMatchObject({ value: 40, low: true, state: 'value', magnitudes: [100] })
  })

  test('a suppressed row does the same', () => {
    expect(combined([{ value: 40 }, SUPPRESSED])).toMatchObject({ value: 40, low: true, state: 'value' })
  })

  test('either beside "not more than" leaves nothing known of the sum', () => {
    expect(combined([AT_MOST_40, HUNDREDS])).toMatchObject({ value: null, low: false, high: false })
    expect(combined([AT_MOST_40, SUPPRESSED])).toMatchObject({ value: null, low: false, high: false })
  })

  test('a row that does not apply adds nothing and bounds nothing', () => {
    expect(combined([{ value: 40 }, NOT_APPLICABLE])).toMatchObject({ value: 40, low: false, state: 'value' })
  })

  test('never become 0', () => {
    expect(combined([HUNDREDS])).toMatchObject({ value: null, state: 'in_words', magnitudes: [100] })
    expect(combined([HUNDREDS, { ...HUNDREDS, magnitude: 1000 }])).toMatchObject({ value: null, magnitudes: [100, 1000] })
    expect(combined([SUPPRESSED, SUPPRESSED])).toMatchObject({ value: null, state: 'suppressed' })
    expect(combined([NOT_APPLICABLE])).toMatchObject({ value: null, state: 'not_applicable' })
  })

  test('what is withheld beside what does not apply is withheld, not in words', () => {
    expect(combined([SUPPRESSED, NOT_APPLICABLE])).toMatchObject({ value: null, state: 'suppressed' })
    expect(combined([SUPPRESSED, HUNDREDS])).toMatchObject({ value: null, state: 'in_words' })
  })
})

describe('zero', () => {
  test('is a number of its own state', () => {
    expect(combined([{ value: 0 }])).toMatchObject({ value: 0, state: 'zero' })
    expect(combined([{ value: 0 }, { value: 0 }])).toMatchObject({ value: 0, state: 'zero' })
  })

  test('with words beside it is at least that much, which is no zero', () => {
    expect(combined([{ value: 0 }, HUNDREDS])).toMatchObject({ value: 0, low: true, state: 'value' })
  })

  test('of a part is "only parts"', () => {
    expect(combine(resolvedFrom([{ value: 0 }]), 'sum', true, true).state).toBe('only_parts')
  })
})

test('rows of different days are not added', () => {
  expect(combine(resolvedFrom([{ value: 3 }, { value: 4 }]), 'sum', false, false).value).toBeNull()
})

test('marks of any row are marks of the figure', () => {
  expect(combined([{}, { needsVerification: true }, { status: 'provisional' }, { status: 'estimated' }])).toMatchObject({
    needsVerification: true,
    provisional: true,
    estimated: true,
  })
  expect(combined([{}, {}])).toMatchObject({ needsVerification: false, provisional: false, estimated: false })
})
