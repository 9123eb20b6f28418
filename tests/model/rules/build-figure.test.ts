import { describe, expect, test } from 'vitest'
import {
  COMMUNE,
  dated,
  FIRST_HALF,
  figureFrom,
  HALF_YEAR,
  month,
  SECOND_HALF,
  UNDATED,
  YEAR,
} from '../../support/observation.ts'

describe('what a figure is compared by', () => {
  const key = (...asked: Parameters<typeof figureFrom>) => figureFrom(...asked).comparisonKey

  test('indicator, definition, unit and period, not the territory or the value', () => {
    expect(key([{ value: 3 }])).toBe(key([{ provinceCode: '84', sourceId: 'B', value: 4 }]))
    expect(key([{}])).not.toBe(key([{ indicator: 'items' }]))
    expect(key([{}])).not.toBe(key([{ unit: 'gram' }]))
    expect(key([{}])).not.toBe(key([{ breakdownKey: 'tip_kind', breakdownValue: 'valuable' }]))
    expect(key([{}])).not.toBe(key([FIRST_HALF]))
  })

  test('a figure of a part of a province only has itself', () => {
    expect(key([COMMUNE])).not.toBe(key([{}]))
    expect(key([COMMUNE])).not.toBe(key([{ ...COMMUNE, provinceCode: '84' }]))
  })

  test('unknown bounds are equal inside a source only', () => {
    expect(key([UNDATED])).toBe(key([{ ...UNDATED, provinceCode: '84' }]))
    expect(key([UNDATED])).not.toBe(key([{ ...UNDATED, provinceCode: '84', sourceId: 'B' }]))
  })

  test('stocks by their as-of date', () => {
    const stock = { indicator: 'models' }
    expect(key([{ ...stock, ...dated('2019-01-01', '2024-12-31') }])).toBe(
      key([{ ...stock, ...dated(null, '2024-12-31'), sourceId: 'B' }]),
    )
    expect(key([{ ...stock, ...month(11) }])).not.toBe(key([{ ...stock, ...month(12) }]))
  })
})

describe('in a window', () => {
  const key = (row: Parameters<typeof figureFrom>[0][number], window = YEAR) => figureFrom([row], { window }).comparisonKey

  test('flows that cover all its days are of one time, in whatever steps', () => {
    const halves = figureFrom([FIRST_HALF, SECOND_HALF], { window: YEAR })
    expect(halves.comparisonKey).toBe(figureFrom([{ provinceCode: '84' }], { window: YEAR }).comparisonKey)
  })

  test('a partial cover is of its own days', () => {
    expect(key(FIRST_HALF)).not.toBe(key({}))
    expect(key(FIRST_HALF)).not.toBe(key(SECOND_HALF))
    expect(key(FIRST_HALF)).toBe(key({ ...FIRST_HALF, provinceCode: '84' }))
  })

  test('stocks are of the window, though their dates differ', () => {
    expect(key({ indicator: 'models', ...month(5) })).toBe(key({ indicator: 'models', ...month(12) }))
  })

  test('what is neither flow nor stock is of its own period', () => {
    const share = { indicator: 'online_share', unit: 'percent' }
    expect(key({ ...share, ...month(5) })).not.toBe(key({ ...share, ...month(12) }))
    expect(key({ ...share, ...month(5) })).toBe(key({ ...share, ...month(5), provinceCode: '84' }))
  })

  test('the period of a flow is what its rows cover', () => {
    expect(figureFrom([month(2), month(3)], { window: HALF_YEAR }).period).toMatchObject({
      start: '2024-02-01',
      end: '2024-03-31',
    })
  })
})

test('a duration that all rows state is the figure’s, known bounds or not', () => {
  const five = { ...dated('2017-01-01', null), durationStated: 'P5Y' }
  expect(figureFrom([five, five]).period).toEqual({ start: '2017-01-01', end: null, basis: 'stated', duration: 'P5Y' })
  expect(figureFrom([five, { ...five, durationStated: '' }]).period.duration).toBe('')
})
