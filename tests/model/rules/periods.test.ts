import { describe, expect, test } from 'vitest'
import { comparePeriodKey, daysBetween, orderDate, periodKey } from '../../../src/model/rules/periods.ts'
import { book, dated, observation, UNDATED } from '../../support/observation.ts'

describe('one period', () => {
  const key = (partial: Parameters<typeof observation>[0]) => periodKey(observation(partial))

  test('inside a source: equal bounds, equally unknown ones included, and equal basis', () => {
    expect(key(UNDATED)).toBe(key(UNDATED))
    expect(key(dated('2019-01-01', null))).toBe(key(dated('2019-01-01', null)))
    expect(key(dated('2019-01-01', null))).not.toBe(key(dated('2020-01-01', null)))
    expect(key({ ...dated('2019-01-01', null), periodBasis: 'carried' })).not.toBe(key(dated('2019-01-01', null)))
  })

  test('across sources: known bounds that are equal; an unknown one equals nothing', () => {
    expect(key({ sourceId: 'B' })).toBe(key({ sourceId: 'A' }))
    expect(key({ ...UNDATED, sourceId: 'B' })).not.toBe(key(UNDATED))
    expect(key({ ...dated('2019-01-01', null), sourceId: 'B' })).not.toBe(key(dated('2019-01-01', null)))
    expect(key({ ...dated(null, '2024-12-31'), sourceId: 'B' })).not.toBe(key(dated(null, '2024-12-31')))
  })

  test('a month from the 15th to the 14th is not the calendar month', () => {
    expect(key(dated('2023-12-15', '2024-01-14'))).not.toBe(key(dated('2024-01-01', '2024-01-31')))
  })
})

test('a stock is of its as-of date, whatever its start; a flow and a printed share are of their whole period', () => {
  const early = observation(dated('2019-01-01', '2024-12-31'))
  const late = observation({ ...dated(null, '2024-12-31'), sourceId: 'B' })
  expect(comparePeriodKey(early, 'last')).toBe(comparePeriodKey(late, 'last'))
  expect(comparePeriodKey(early, 'sum')).not.toBe(comparePeriodKey(observation(), 'sum'))
  expect(comparePeriodKey(early, 'none')).not.toBe(comparePeriodKey(late, 'none'))
})

test('stocks without an as-of date are of one time only inside their source', () => {
  expect(comparePeriodKey(observation({ ...UNDATED, sourceId: 'B' }), 'last')).not.toBe(
    comparePeriodKey(observation(UNDATED), 'last'),
  )
})

test('reports are ordered by their end, else their publication, else the end of their year', () => {
  const { sources } = book()
  expect(orderDate({ periodEnd: '2023-06-30' }, sources.get('A'))).toBe('2023-06-30')
  expect(orderDate({ periodEnd: null }, sources.get('A'))).toBe('2025-01-10')
  expect(orderDate({ periodEnd: null }, sources.get('D'))).toBe('2021-12-31')
  expect(orderDate({ periodEnd: null }, undefined) < '1900-01-01').toBe(true)
})

test('days count both ends', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(3)
  expect(daysBetween('2024-01-01', '2024-12-31')).toBe(366)
  expect(daysBetween('2024-06-30', '2024-06-30')).toBe(1)
})
