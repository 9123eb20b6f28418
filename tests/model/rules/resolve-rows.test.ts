import { describe, expect, test } from 'vitest'
import type { Observation } from '../../../src/model/observation.ts'
import {
  COMMUNE,
  DEPARTMENT,
  dated,
  figureFrom,
  figuresFrom,
  HALF_YEAR,
  resolvedFrom,
  UNDATED,
  YEAR,
  YOUTH_UNION,
} from '../../support/observation.ts'

function leftOut(rows: readonly Partial<Observation>[]): (string | null)[] {
  return resolvedFrom(rows).map((row) => row.leftOut)
}

test('every row is kept, in order', () => {
  const resolved = resolvedFrom([{ value: 31 }, { value: 32, revision: 2 }, { ...COMMUNE, value: 14 }])
  expect(resolved.map(({ row, value }) => [row, value])).toEqual([
    [0, 31],
    [1, 32],
    [2, 14],
  ])
})

describe('beside an own row', () => {
  const valuable = { breakdownKey: 'tip_kind', breakdownValue: 'valuable' }

  test('a row within the province is counted nowhere', () => {
    expect(leftOut([{ value: 2127 }, { ...COMMUNE, value: 14 }])).toEqual([null, 'inside_own'])
    expect(figureFrom([{ value: 2127 }, { ...COMMUNE, value: 14 }])).toMatchObject({ value: 2127, terms: [0] })
  })

  test('not under another breakdown, another period or a filter that the own row does not answer', () => {
    const rows = [
      { value: 2127 },
      { ...COMMUNE, ...valuable, ...UNDATED, value: 14 },
      { ...COMMUNE, ...dated('2023-01-01', '2023-12-31') },
    ]
    expect(leftOut(rows)).toEqual([null, 'inside_own', 'inside_own'])
    for (const window of [null, YEAR, HALF_YEAR, { from: '2023-01-01', to: '2023-12-31' }, { from: null, to: null }]) {
      for (const filter of [{}, { tip_kind: ['valuable'] }]) {
        expect(figuresFrom(rows, { window, filter }).flatMap((figure) => figure.terms)).not.toContain(1)
        expect(figuresFrom(rows, { window, filter }).flatMap((figure) => figure.terms)).not.toContain(2)
      }
    }
  })

  test('a narrower provincial row is inside it too', () => {
    expect(leftOut([{}, YOUTH_UNION])).toEqual([null, 'inside_own'])
  })

  test('but a row of another indicator or another province stands', () => {
    expect(leftOut([{}, { ...COMMUNE, indicator: 'items' }, { ...COMMUNE, provinceCode: '84' }])).toEqual([null, null, null])
  })

  test('a revised own row shields nothing by itself: its correction does', () => {
    expect(leftOut([{}, { revision: 2 }, COMMUNE])).toEqual(['revised', null, 'inside_own'])
  })
})

describe('an additional row', () => {
  const officers = { indicator: 'gifts', breakdownKey: 'recipient', breakdownValue: 'pupils' }

  test('is added to the own row of its breakdown key and period', () => {
    expect(figureFrom([{ value: 100 }, { ...DEPARTMENT, value: 5 }])).toMatchObject({
      value: 105,
      scope: '',
      terms: [0, 1],
      sameKeyAdded: false,
    })
  })

  test('joins with unknown bounds inside one source', () => {
    const rows = [
      { ...UNDATED, value: 100 },
      { ...DEPARTMENT, ...UNDATED, value: 5 },
    ]
    expect(figureFrom(rows)).toMatchObject({ value: 105, state: 'value' })
  })

  test('may be a kind of its own under the same key', () => {
    const rows = [
      { ...officers, value: 4531 },
      { ...DEPARTMENT, ...officers, breakdownValue: 'poor', value: 1616 },
    ]
    expect(figureFrom(rows)).toMatchObject({ basis: 'parts_sum', value: 6147, breakdownValues: ['poor', 'pupils'] })
  })

  test('stays out where the period or the breakdown key is another', () => {
    const rows = [{ value: 100 }, { ...DEPARTMENT, ...dated('2023-01-01', '2023-12-31'), value: 5 }]
    expect(leftOut(rows)).toEqual([null, 'other_period'])
    expect(figureFrom(rows)).toMatchObject({ value: 100, terms: [0] })
    expect(leftOut([officers, { ...DEPARTMENT, indicator: 'gifts' }])).toEqual([null, 'other_period'])
  })

  test('of another source is not added, and never passes for the province’s figure', () => {
    const rows = [
      { sourceId: 'B', value: 100 },
      { ...DEPARTMENT, sourceId: 'A', value: 5 },
    ]
    expect(leftOut(rows)).toEqual([null, 'other_source'])
    for (const window of [null, YEAR]) expect(figureFrom(rows, { window })).toMatchObject({ value: 100, terms: [0] })
  })

  test('of a stock, by another source of its day or by its own source of another time, stays out for what it is', () => {
    const stock = { indicator: 'models', ...dated(null, '2024-12-31') }
    const added = { ...DEPARTMENT, ...stock }
    expect(leftOut([stock, added])).toEqual([null, null])
    expect(leftOut([stock, { ...added, sourceId: 'B' }])).toEqual([null, 'other_source'])
    expect(leftOut([stock, { ...added, periodStart: '2020-01-01' }])).toEqual([null, 'other_period'])
    expect(leftOut([stock, { ...added, sourceId: 'B', periodEnd: '2024-06-30' }])).toEqual([null, 'other_period'])
  })

  test('stands by itself, under its scope’s name, where the province has no own row', () => {
    expect(figureFrom([{ ...DEPARTMENT, value: 5 }])).toMatchObject({
      value: 5,
      state: 'only_parts',
      scopeVi: 'chỉ Phòng An ninh',
    })
  })
})
