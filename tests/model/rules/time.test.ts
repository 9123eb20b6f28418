import { describe, expect, test } from 'vitest'
import type { Observation } from '../../../src/model/observation.ts'
import {
  bestCover,
  finerDiffers,
  isAsOfInside,
  liesInside,
  newestReport,
  type Span,
  spansOf,
} from '../../../src/model/rules/time.ts'
import {
  ABOUT_30,
  book,
  dated,
  FIRST_HALF,
  HUNDREDS,
  month,
  resolvedFrom,
  SECOND_HALF,
  UNDATED,
  YEAR,
} from '../../support/observation.ts'

describe('the newest report', () => {
  function newest(rows: readonly Partial<Observation>[]): number[] {
    return newestReport(resolvedFrom(rows), book().sources).map((row) => row.row)
  }

  test('is the one that ends last, all its rows together', () => {
    const old = dated('2023-01-01', '2023-12-31')
    expect(newest([{ breakdownValue: 'a' }, old, { breakdownValue: 'b' }, { ...old, breakdownValue: 'c' }])).toEqual([0, 2])
  })

  test('without an end it is of its day of publication, else of the end of its year', () => {
    expect(newest([{ periodEnd: '2025-01-09' }, { ...UNDATED, sourceId: 'A' }])).toEqual([1])
    expect(newest([{ periodEnd: '2025-01-11' }, { ...UNDATED, sourceId: 'A' }])).toEqual([0])
    expect(newest([{ periodEnd: '2021-11-30' }, { ...UNDATED, sourceId: 'D' }])).toEqual([1])
    expect(newest([{ periodEnd: '2022-01-01' }, { ...UNDATED, sourceId: 'D' }])).toEqual([0])
  })

  test('on one day is the stated one, before the order of sources', () => {
    expect(newest([{ periodBasis: 'carried' }, { sourceId: 'C' }])).toEqual([1])
    expect(newest([{ periodBasis: 'not_stated' }, { periodBasis: 'as_of' }, { periodBasis: 'carried' }])).toEqual([2])
  })

  test('on one day and one basis is that of the most trusted source', () => {
    expect(newest([{ sourceId: 'B', ...SECOND_HALF }, { sourceId: 'A' }, { sourceId: 'C' }])).toEqual([1])
  })

  test('is one period of one source: rows of another are not put beside it', () => {
    expect(newest([{ breakdownValue: 'a' }, { ...SECOND_HALF, breakdownValue: 'b' }])).toHaveLength(1)
  })

  test('of no rows is none', () => {
    expect(newest([])).toEqual([])
  })
})

describe('inside a window', () => {
  test('lies a flow whose whole period does', () => {
    expect(liesInside(month(1), YEAR)).toBe(true)
    expect(liesInside(dated('2024-01-01', '2024-12-31'), YEAR)).toBe(true)
    expect(liesInside(dated('2023-12-15', '2024-01-14'), YEAR)).toBe(false)
    expect(liesInside(dated('2024-12-15', '2025-01-14'), YEAR)).toBe(false)
  })

  test('lies no flow with an unknown bound, however wide the window', () => {
    for (const row of [dated(null, '2024-12-31'), dated('2024-01-01', null), dated(null, null)]) {
      expect(liesInside(row, YEAR)).toBe(false)
      expect(liesInside(row, { from: null, to: null })).toBe(false)
    }
  })

  test('lies a stock by its as-of date, whatever its start', () => {
    expect(isAsOfInside(dated('2019-01-01', '2024-06-30'), YEAR)).toBe(true)
    expect(isAsOfInside(dated(null, '2024-06-30'), YEAR)).toBe(true)
    expect(isAsOfInside(dated('2024-01-01', '2025-01-01'), YEAR)).toBe(false)
    expect(isAsOfInside(dated('2024-01-01', null), { from: null, to: null })).toBe(false)
  })

  test('an open end is open', () => {
    expect(liesInside(month(1), { from: null, to: '2024-01-31' })).toBe(true)
    expect(liesInside(month(2), { from: null, to: '2024-01-31' })).toBe(false)
    expect(isAsOfInside(month(2), { from: '2024-03-01', to: null })).toBe(false)
  })
})

function spans(rows: readonly Partial<Observation>[]): Span[] {
  return spansOf(resolvedFrom(rows), book().sources)
}

function covered(rows: readonly Partial<Observation>[]): string[] {
  return bestCover(spans(rows)).map(({ start, end }) => `${start}/${end}`)
}

describe('the best cover', () => {
  test('is the finest of those that leave no day out', () => {
    const year = dated('2024-01-01', '2024-12-31')
    expect(covered([year, FIRST_HALF, SECOND_HALF])).toEqual(['2024-01-01/2024-06-30', '2024-07-01/2024-12-31'])
  })

  test('may mix grains: a half-year and six months', () => {
    const rows = [dated('2024-01-01', '2024-12-31'), FIRST_HALF, ...[1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12].map(month)]
    expect(covered(rows)).toEqual([
      '2024-01-01/2024-06-30',
      '2024-07-01/2024-07-31',
      '2024-08-01/2024-08-31',
      '2024-09-01/2024-09-30',
      '2024-10-01/2024-10-31',
      '2024-11-01/2024-11-30',
      '2024-12-01/2024-12-31',
    ])
  })

  test('is else the one that covers most days, not the one with most rows', () => {
    expect(covered([dated('2024-01-01', '2024-05-31'), month(1), month(2), month(3)])).toEqual(['2024-01-01/2024-05-31'])
  })

  test('never takes a day twice', () => {
    expect(covered([dated('2024-01-01', '2024-05-31'), dated('2024-05-31', '2024-08-31')])).toEqual(['2024-01-01/2024-05-31'])
    expect(covered([month(1), dated('2024-01-15', '2024-02-14'), month(2)])).toEqual([
      '2024-01-01/2024-01-31',
      '2024-02-01/2024-02-29',
    ])
  })

  test('of equal ones is the stated one, then that of the most trusted source', () => {
    expect(bestCover(spans([{ periodBasis: 'carried' }, {}]))[0]?.rows[0]?.row).toBe(1)
    expect(bestCover(spans([{ sourceId: 'B' }, { sourceId: 'C' }, { sourceId: 'A' }]))[0]?.rows[0]?.row).toBe(2)
  })

  test('is that of the most trusted source which has these days, however fine another one is', () => {
    const half = { ...FIRST_HALF, sourceId: 'B' }
    const months = [1, 2, 3, 4, 5, 6].map((at) => ({ ...month(at), sourceId: 'C' }))
    expect(covered([half, ...months])).toHaveLength(6)
    expect(covered([{ ...half, sourceId: 'A' }, ...months])).toEqual(['2024-01-01/2024-06-30'])
  })

  test('adds another source where the most trusted one has nothing', () => {
    const rows = [1, 2, 3, 4, 5].map((at) => ({ ...month(at), sourceId: 'A' }))
    expect(covered([...rows, { ...month(6), sourceId: 'B' }, { ...FIRST_HALF, sourceId: 'C' }])).toHaveLength(6)
    expect(covered([...rows, { ...FIRST_HALF, sourceId: 'C' }])).toEqual(['2024-01-01/2024-06-30'])
  })

  test('does not make up a half-year of one source by two quarters, one of them of another', () => {
    const quarter = (sourceId: string, from: string, to: string) => ({ ...dated(from, to), sourceId })
    const rows = [
      { ...FIRST_HALF, sourceId: 'A' },
      quarter('A', '2024-01-01', '2024-03-31'),
      quarter('B', '2024-04-01', '2024-06-30'),
    ]
    expect(covered(rows)).toEqual(['2024-01-01/2024-06-30'])
  })

  test('keeps the rows of one report together', () => {
    expect(bestCover(spans([{ value: 31 }, { value: 1 }]))[0]?.rows).toHaveLength(2)
  })

  test('of nothing is nothing', () => {
    expect(bestCover([])).toEqual([])
  })
})

describe('finer reports', () => {
  const differ = (rows: readonly Partial<Observation>[]) => {
    const all = spans(rows)
    return finerDiffers(all, bestCover(all))
  }
  const first = { ...FIRST_HALF, value: 70 }
  const second = { ...SECOND_HALF, value: 50 }

  test('that make another sum than the coarser one of their days, which counts as its source is trusted more, are flagged', () => {
    const ofB = [first, second].map((row) => ({ ...row, sourceId: 'B' }))
    expect(differ([{ value: 130, sourceId: 'A' }, ...ofB])).toBe(true)
    expect(differ([{ value: 120, sourceId: 'A' }, ...ofB])).toBe(false)
    expect(differ([{ value: 130, sourceId: 'A' }, ...ofB.slice(1)])).toBe(false)
    // Whatever else the other source tells of some of these days.
    expect(differ([{ value: 130, sourceId: 'A' }, ...ofB, { ...month(1), value: 5, sourceId: 'B' }])).toBe(true)
    expect(differ([{ value: 130, sourceId: 'A' }, ...ofB, { ...dated('2024-06-15', '2024-07-14'), sourceId: 'B' }])).toBe(true)
  })

  test('that make another sum than the coarser one of their days are flagged', () => {
    expect(differ([{ value: 130 }, first, second])).toBe(true)
    expect(differ([{ value: 120 }, first, second])).toBe(false)
  })

  test('are held against a coarser one of some of the days, too', () => {
    expect(
      differ([
        { ...dated('2024-01-01', '2024-02-29'), value: 30 },
        { ...month(1), value: 10 },
        { ...month(2), value: 11 },
        month(9),
      ]),
    ).toBe(true)
  })

  test('are not held against a coarser one whose days they do not all cover', () => {
    expect(
      differ([
        { ...FIRST_HALF, value: 70 },
        { ...month(1), value: 10 },
        { ...month(2), value: 10 },
      ]),
    ).toBe(false)
  })

  test('are not held against words or bounds, nor is one unit against another', () => {
    expect(differ([{ value: 130 }, first, { ...second, ...ABOUT_30 }])).toBe(false)
    expect(differ([{ ...HUNDREDS }, first, second])).toBe(false)
    expect(differ([{ value: 130, unit: 'gram' }, first, second])).toBe(false)
  })
})
