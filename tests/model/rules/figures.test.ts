import { describe, expect, test } from 'vitest'
import type { Observation } from '../../../src/model/observation.ts'
import {
  dated,
  FIRST_HALF,
  figureFrom,
  figuresFrom,
  HALF_YEAR,
  HUNDREDS,
  month,
  SECOND_HALF,
  UNDATED,
  YEAR,
} from '../../support/observation.ts'

describe('latest of each', () => {
  const gift = { indicator: 'gifts', breakdownKey: 'recipient' }
  const old = dated('2023-01-01', '2023-12-31')

  test('takes the rows of the newest report together; what only an older one had is history', () => {
    const rows = [
      { ...gift, ...old, breakdownValue: 'poor', value: 1 },
      { ...gift, ...old, breakdownValue: 'veterans', value: 2 },
      { ...gift, breakdownValue: 'poor', value: 3 },
      { ...gift, breakdownValue: 'pupils', value: 4 },
    ]
    expect(figureFrom(rows)).toMatchObject({ value: 7, breakdownValues: ['poor', 'pupils'], terms: [2, 3] })
  })

  test('is decided for each territory, indicator and breakdown key by itself', () => {
    const rows = [{ ...old, value: 1 }, { ...old, provinceCode: '84' }, { ...old, indicator: 'items' }, { value: 2 }]
    expect(figuresFrom(rows).map((figure) => figure.terms)).toEqual([[2], [3], [1]])
  })

  test('a report without dates is ordered by its publication, and shows no date', () => {
    const rows = [{ value: 1 }, { ...UNDATED, value: 2 }]
    expect(figureFrom(rows)).toMatchObject({ value: 2, period: { start: null, end: null, basis: 'not_stated' } })
  })

  test('never adds two sources', () => {
    expect(figureFrom([{ sourceId: 'B', value: 2 }, { value: 1 }])).toMatchObject({ value: 1, sources: ['A'] })
    expect(
      figureFrom([
        { ...UNDATED, sourceId: 'B', value: 2 },
        { ...UNDATED, value: 1 },
      ]),
    ).toMatchObject({ value: 2, sources: ['B'] })
  })
})

describe('a flow in a window', () => {
  const MONTHS_WITHOUT_JUNE = [1, 2, 3, 4, 5].map((at) => ({ ...month(at), value: 10 }))
  const LATE_MONTHS = [7, 8, 9, 10, 11, 12].map((at) => ({ ...month(at), value: 10 }))
  const rows = [...MONTHS_WITHOUT_JUNE, { ...FIRST_HALF, value: 70 }, { value: 130 }]

  test('of months of 10 without June and a half-year of 70 is 70 for the half-year', () => {
    expect(figureFrom(rows, { window: HALF_YEAR })).toMatchObject({ value: 70, days: 182, daysOf: 182, terms: [5] })
  })

  test('is 130 for the year, or 70 with July to December where those exist', () => {
    expect(figureFrom(rows, { window: YEAR })).toMatchObject({ value: 130, days: 366, daysOf: 366, terms: [6] })
    expect(figureFrom([...rows, ...LATE_MONTHS], { window: YEAR })).toMatchObject({
      value: 130,
      days: 366,
      terms: [5, 7, 8, 9, 10, 11, 12],
      finerDiffers: false,
    })
  })

  test('is never a sum over one day twice', () => {
    const overlapping = [
      { ...dated('2024-01-01', '2024-03-31'), value: 30 },
      { ...dated('2024-03-01', '2024-04-30'), value: 20 },
    ]
    expect(figureFrom(overlapping, { window: YEAR })).toMatchObject({ value: 30, terms: [0] })
  })

  test('says how many days it covers where some are missing', () => {
    expect(figureFrom(MONTHS_WITHOUT_JUNE, { window: HALF_YEAR })).toMatchObject({
      value: 50,
      days: 152,
      daysOf: 182,
      period: { start: '2024-01-01', end: '2024-05-31' },
    })
  })

  test('leaves out what straddles the window, and what has an unknown bound', () => {
    for (const outside of [dated('2023-12-15', '2024-01-14'), dated('2024-01-01', null), dated(null, '2024-03-31')]) {
      expect(figuresFrom([outside], { window: YEAR })).toEqual([])
      expect(figureFrom([outside, { ...month(5), value: 7 }], { window: YEAR })).toMatchObject({ value: 7, terms: [1] })
    }
  })

  test('takes no second source for the same months', () => {
    const two = [1, 2].flatMap((at) => [
      { ...month(at), value: 10 },
      { ...month(at), sourceId: 'B', value: 11 },
    ])
    expect(figureFrom(two, { window: YEAR })).toMatchObject({ value: 20, sources: ['A'] })
  })

  test('is flagged where finer reports make another sum than the coarser one', () => {
    const halves = [
      { ...FIRST_HALF, value: 70 },
      { ...SECOND_HALF, value: 50 },
    ]
    expect(figureFrom([...halves, { value: 130 }], { window: YEAR })).toMatchObject({
      value: 120,
      finerDiffers: true,
      terms: [0, 1],
    })
    expect(figureFrom([...halves, { value: 120 }], { window: YEAR })).toMatchObject({ value: 120, finerDiffers: false })
    expect(figureFrom([...halves, { value: 130 }], { window: HALF_YEAR })).toMatchObject({ value: 70, finerDiffers: false })
  })

  test('with a month in words is a lower bound', () => {
    expect(
      figureFrom(
        [
          { ...month(1), value: 10 },
          { ...month(2), ...HUNDREDS },
        ],
        { window: YEAR },
      ),
    ).toMatchObject({ value: 10, low: true })
  })

  test('of an open window has no number of days to be complete', () => {
    const window = { from: '2024-01-01', to: null }
    expect(figureFrom([{ value: 5 }, { ...dated('2025-01-01', '2025-12-31'), value: 6 }], { window })).toMatchObject({
      value: 11,
      days: 731,
      daysOf: null,
    })
  })
})

describe('a stock in a window', () => {
  const stock = (partial: Partial<Observation>) => ({ indicator: 'models', ...partial })

  test('is the one with the latest as-of date inside, never a sum', () => {
    const rows = [stock({ ...month(3), value: 50 }), stock({ ...month(5), value: 52 }), stock({ ...month(7), value: 60 })]
    expect(figureFrom(rows, { window: HALF_YEAR })).toMatchObject({ value: 52, terms: [1], days: null, daysOf: null })
    expect(figureFrom(rows, { window: YEAR })).toMatchObject({ value: 60, terms: [2] })
  })

  test('counts by that date though it began long before', () => {
    expect(figureFrom([stock({ ...dated(null, '2024-05-31'), value: 52 })], { window: YEAR }).value).toBe(52)
    expect(figureFrom([stock({ ...dated('2017-01-01', '2024-05-31'), value: 52 })], { window: YEAR }).value).toBe(52)
  })

  test('without that date is in no window', () => {
    expect(figuresFrom([stock({ ...UNDATED })], { window: { from: null, to: null } })).toEqual([])
  })
})

describe('a filter', () => {
  const tip = (breakdownValue: string, value: number) => ({ breakdownKey: 'tip_kind', breakdownValue, value })
  const rows = [{ value: 100 }, tip('valuable', 60), tip('security_related', 70)]

  test('keeps the chosen kinds; the total does not answer it', () => {
    expect(figureFrom(rows, { filter: { tip_kind: ['valuable'] } })).toMatchObject({ value: 60, breakdownValues: ['valuable'] })
    expect(figuresFrom(rows, { filter: { tip_kind: ['other'] } })).toEqual([])
  })

  test('leaves an indicator alone that does not have the breakdown', () => {
    expect(figureFrom([{ indicator: 'models' }], { filter: { tip_kind: ['valuable'] } })).toMatchObject({ value: 10 })
  })
})

test('figures come by territory, indicator, scope and breakdown', () => {
  const rows = [{ provinceCode: '84' }, { indicator: 'items' }, { indicator: 'models', provinceCode: '35' }, {}]
  expect(figuresFrom(rows).map(({ territory, indicator }) => `${territory.code} ${indicator}`)).toEqual([
    '35 models',
    '36 items',
    '36 tips',
    '84 tips',
  ])
})
