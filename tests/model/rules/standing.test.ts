import { describe, expect, test } from 'vitest'
import type { Observation } from '../../../src/model/observation.ts'
import { compareSources, leftOutByStanding } from '../../../src/model/rules/standing.ts'
import { book, dated, observations, UNDATED } from '../../support/observation.ts'

/** Why each row is left out, or null. */
function leftOut(rows: readonly Partial<Observation>[]): (string | null)[] {
  const out = leftOutByStanding(observations(rows), book())
  return rows.map((_, row) => out.get(row) ?? null)
}

describe('a revision replaces its predecessor', () => {
  test('in the same source', () => {
    expect(leftOut([{ value: 31 }, { value: 32, revision: 2 }])).toEqual(['revised', null])
    expect(leftOut([{ revision: 3 }, { revision: 1 }, { revision: 2 }])).toEqual([null, 'revised', 'revised'])
  })

  test('all the rows that it had for one key', () => {
    expect(leftOut([{ value: 31 }, { value: 1 }, { value: 32, revision: 2 }])).toEqual(['revised', 'revised', null])
  })

  test('but not a row of another kind or another source', () => {
    const grenade = { indicator: 'items', breakdownKey: 'item', breakdownValue: 'grenade' }
    expect(leftOut([grenade, { ...grenade, breakdownValue: 'bomb', revision: 2 }])).toEqual([null, null])
    expect(leftOut([{}, { sourceId: 'B', revision: 2 }])).toEqual([null, 'other_source'])
  })
})

describe('of two sources for one key', () => {
  test('the package’s order decides, not the date', () => {
    expect(leftOut([{ sourceId: 'C' }, { sourceId: 'A' }])).toEqual(['other_source', null])
  })

  test('the newer date decides between equals', () => {
    expect(leftOut([{ sourceId: 'B' }, { sourceId: 'C' }])).toEqual(['other_source', null])
    expect(leftOut([{ sourceId: 'D' }, { sourceId: 'B' }])).toEqual(['other_source', null])
  })

  test('they are two keys where the periods differ, or are not known to be equal', () => {
    expect(leftOut([{}, { sourceId: 'B', ...dated('2023-01-01', '2023-12-31') }])).toEqual([null, null])
    expect(leftOut([UNDATED, { ...UNDATED, sourceId: 'B' }])).toEqual([null, null])
    expect(leftOut([dated(null, '2024-12-31'), { ...dated(null, '2024-12-31'), sourceId: 'B' }])).toEqual([null, null])
  })

  test('of a stock they are one key on one day, whatever else is said of its time', () => {
    const stock = { indicator: 'models', ...dated(null, '2024-12-31') }
    const other = { ...stock, sourceId: 'B' }
    expect(leftOut([other, stock])).toEqual(['other_source', null])
    expect(leftOut([{ ...other, periodBasis: 'as_of' }, stock])).toEqual(['other_source', null])
    expect(leftOut([{ ...other, periodStart: '2020-01-01' }, stock])).toEqual(['other_source', null])
    expect(leftOut([{ ...other, periodEnd: '2024-06-30' }, stock])).toEqual([null, null])
    expect(
      leftOut([
        { ...other, periodEnd: null },
        { ...stock, periodEnd: null },
      ]),
    ).toEqual([null, null])
  })

  test('the one that stands may be a revision', () => {
    expect(leftOut([{}, { revision: 2 }, { sourceId: 'B' }])).toEqual(['revised', null, 'other_source'])
  })
})

test('a correction of a stock is of the same start', () => {
  const stock = { indicator: 'models', ...dated(null, '2024-12-31') }
  expect(leftOut([stock, { ...stock, revision: 2 }])).toEqual(['revised', null])
  expect(leftOut([stock, { ...stock, periodStart: '2020-01-01', revision: 2 }])).toEqual([null, null])
})

test('two rows of one source with one key both stand', () => {
  expect(leftOut([{ value: 31 }, { value: 1 }])).toEqual([null, null])
})

test('sources are ordered by trust, then newest first, the undated last', () => {
  const { sources } = book()
  expect(['D', 'B', 'C', 'A'].sort((a, b) => compareSources(sources, a, b))).toEqual(['A', 'C', 'B', 'D'])
})
