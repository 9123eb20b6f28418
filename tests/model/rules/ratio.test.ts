import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../src/model/figure.ts'
import type { Observation } from '../../../src/model/observation.ts'
import {
  type Asking,
  AT_MOST_40,
  dated,
  FIRST_HALF,
  figuresFrom,
  HUNDREDS,
  month,
  OVER_100,
  SECOND_HALF,
  UNDATED,
  YEAR,
  YOUTH_UNION,
} from '../../support/observation.ts'

/** Rows of communes covered, all communes, and the printed share where there is one. */
function shares(
  covered: Partial<Observation>,
  communes: Partial<Observation>,
  share?: Partial<Observation>,
): Partial<Observation>[] {
  const printed = share ? [{ indicator: 'coverage_share', unit: 'percent', ...share }] : []
  return [{ indicator: 'covered', ...covered }, { indicator: 'communes', ...communes }, ...printed]
}

function ratioOf(rows: readonly Partial<Observation>[], asking: Asking = {}, indicator = 'coverage_share'): Figure | undefined {
  const [figure, ...others] = figuresFrom(rows, asking).filter((figure) => figure.indicator === indicator)
  expect(others).toEqual([])
  return figure
}

describe('a ratio with both counts', () => {
  test('is recomputed, in percent, with the counts for its terms', () => {
    expect(ratioOf(shares({ value: 204 }, { value: 204 }, { value: 100 }))).toMatchObject({
      basis: 'ratio',
      value: 100,
      unit: 'percent',
      terms: [0, 1],
      mismatch: false,
    })
  })

  test('is flagged where the printed one differs by more than it was rounded', () => {
    expect(ratioOf(shares({ value: 2 }, { value: 3 }, { value: 66.7 }))).toMatchObject({ value: 200 / 3, mismatch: false })
    expect(ratioOf(shares({ value: 2 }, { value: 3 }, { value: 66 }))).toMatchObject({ value: 200 / 3, mismatch: true })
    expect(ratioOf(shares({ value: 2 }, { value: 3 }, { ...OVER_100, value: 60 }))).toMatchObject({
      value: 200 / 3,
      mismatch: false,
    })
  })

  test('needs no printed one', () => {
    expect(ratioOf(shares({ value: 3 }, { value: 4 }))).toMatchObject({
      basis: 'ratio',
      value: 75,
      unit: 'percent',
      stands: true,
    })
  })

  test('is a ratio of sums, never a mean of ratios', () => {
    const rows = [...shares({ value: 1 }, { value: 1 }), ...shares({ value: 1 }, { value: 9 })]
    expect(ratioOf(rows)).toMatchObject({ value: 20, sameKeyAdded: true, terms: [0, 1, 2, 3] })
  })

  test('of zero is zero; by zero it is not made', () => {
    expect(ratioOf(shares({ value: 0 }, { value: 9 }))).toMatchObject({ value: 0, state: 'zero' })
    expect(ratioOf(shares({ value: 0 }, { value: 0 }))).toBeUndefined()
    expect(ratioOf(shares({ value: 0 }, { value: 0 }, { value: 12 }))).toMatchObject({ value: 12, basis: 'total' })
  })

  test('carries the marks of its counts', () => {
    const figure = ratioOf(shares({ status: 'provisional' }, { needsVerification: true, status: 'estimated' }, {}))
    expect(figure).toMatchObject({ needsVerification: true, provisional: true, estimated: true })
  })

  test('of a part of a province is "only parts"', () => {
    expect(ratioOf(shares(YOUTH_UNION, YOUTH_UNION))).toMatchObject({
      value: 100,
      state: 'only_parts',
      scopeVi: 'chỉ Đoàn Thanh niên',
    })
    expect(ratioOf(shares(YOUTH_UNION, {}))).toBeUndefined()
  })
})

describe('bounds', () => {
  test('of the numerator stay, of the divisor swap', () => {
    expect(ratioOf(shares(OVER_100, { value: 204 }))).toMatchObject({ low: true, high: false })
    expect(ratioOf(shares({ value: 10 }, OVER_100))).toMatchObject({ low: false, high: true, value: 10 })
    expect(ratioOf(shares({ value: 10 }, AT_MOST_40))).toMatchObject({ low: true, high: false, value: 25 })
  })

  test('on one side of both leave the printed ratio alone', () => {
    expect(ratioOf(shares(OVER_100, OVER_100, { value: 98 }))).toMatchObject({ basis: 'total', value: 98, terms: [2] })
    expect(ratioOf(shares(OVER_100, OVER_100))).toBeUndefined()
  })
})

describe('the printed ratio stands', () => {
  test('without both counts as numbers', () => {
    expect(ratioOf([{ indicator: 'coverage_share', value: 98 }])).toMatchObject({ basis: 'total', value: 98 })
    expect(ratioOf(shares(HUNDREDS, {}, { value: 98 }))).toMatchObject({ basis: 'total', value: 98 })
  })

  test('where the counts are of another period', () => {
    expect(ratioOf(shares(FIRST_HALF, FIRST_HALF, { value: 98 }))).toMatchObject({ basis: 'total', value: 98 })
    expect(ratioOf(shares(FIRST_HALF, SECOND_HALF, { ...FIRST_HALF, value: 98 }))).toMatchObject({ basis: 'total', value: 98 })
  })

  test('where unknown times are not known to be one', () => {
    const rows = shares({ ...UNDATED }, { ...UNDATED }, { ...UNDATED, sourceId: 'B', value: 98 })
    expect(ratioOf(rows)).toMatchObject({ basis: 'total', value: 98 })
    expect(ratioOf(shares(UNDATED, UNDATED, { ...UNDATED, value: 98 }))).toMatchObject({ basis: 'ratio', value: 100 })
  })
})

describe('in a window', () => {
  const counts = (of: Partial<Observation>, solved: number, cases: number) => [
    { indicator: 'solved', ...of, value: solved },
    { indicator: 'cases', ...of, value: cases },
  ]
  const printed = (of: Partial<Observation>, value: number) => ({ indicator: 'solved_share', unit: 'percent', ...of, value })

  test('a ratio of flows is that of their sums: not the last printed one, nor a mean', () => {
    const rows = [...counts(FIRST_HALF, 1, 2), ...counts(SECOND_HALF, 9, 10), printed(FIRST_HALF, 50), printed(SECOND_HALF, 90)]
    expect(ratioOf(rows, { window: YEAR }, 'solved_share')).toMatchObject({
      basis: 'ratio',
      value: (100 * 10) / 12,
      days: 366,
      terms: [0, 1, 2, 3],
    })
  })

  test('counts of different days are no ratio', () => {
    const rows = [...counts(FIRST_HALF, 1, 2), { indicator: 'cases', ...SECOND_HALF, value: 8 }]
    expect(ratioOf(rows, { window: YEAR }, 'solved_share')).toBeUndefined()
  })

  test('is compared by the time of its counts', () => {
    const key = (rows: Partial<Observation>[], indicator: string) => ratioOf(rows, { window: YEAR }, indicator)?.comparisonKey
    expect(key(counts({}, 1, 2), 'solved_share')).toBe(
      key([...counts(FIRST_HALF, 1, 2), ...counts(SECOND_HALF, 1, 2)], 'solved_share'),
    )
    expect(key(counts(FIRST_HALF, 1, 2), 'solved_share')).not.toBe(key(counts({}, 1, 2), 'solved_share'))
    expect(key(shares(month(5), month(5)), 'coverage_share')).toBe(key(shares(month(12), month(12)), 'coverage_share'))
  })

  test('a printed ratio without counts is of its own period', () => {
    const key = (of: Partial<Observation>) => ratioOf([printed(of, 50)], { window: YEAR }, 'solved_share')?.comparisonKey
    expect(key(FIRST_HALF)).not.toBe(key({}))
  })

  test('stocks of one as-of date divide, whatever the window holds besides', () => {
    const rows = [
      ...shares({ ...month(3), value: 1 }, { ...month(3), value: 4 }),
      ...shares({ ...month(9), value: 2 }, { ...month(9), value: 4 }),
    ]
    expect(ratioOf(rows, { window: YEAR })).toMatchObject({ value: 50, terms: [2, 3] })
    expect(ratioOf(shares(month(3), month(9), { ...month(9), value: 98 }), { window: YEAR })).toMatchObject({
      basis: 'total',
      value: 98,
    })
  })
})

describe('stocks of one day, whatever else is said of their time', () => {
  const atYearEnd = dated(null, '2024-12-31')

  test.each<[string, Partial<Observation>]>([
    ['of another source, neither start being known', { ...atYearEnd, sourceId: 'B' }],
    ['of another start', dated('2024-07-01', '2024-12-31')],
    ['of another basis', { ...atYearEnd, periodBasis: 'as_of' }],
  ])('divide: a divisor %s', (_, communes) => {
    for (const asking of [{}, { window: YEAR }]) {
      const ratio = ratioOf(shares({ ...atYearEnd, value: 3 }, { ...communes, value: 4 }), asking)
      expect(ratio).toMatchObject({ basis: 'ratio', value: 75, terms: [0, 1] })
    }
  })

  test('a ratio printed for that day gives way to theirs, and is flagged', () => {
    const printed = { ...dated('2024-01-01', '2024-12-31'), sourceId: 'B', value: 60 }
    expect(ratioOf(shares({ ...atYearEnd, value: 3 }, { ...atYearEnd, value: 4 }, printed))).toMatchObject({
      ...{ basis: 'ratio', value: 75, mismatch: true },
    })
    const earlier = { ...dated(null, '2024-11-30'), value: 60 }
    expect(ratioOf(shares({ ...atYearEnd, value: 3 }, { ...atYearEnd, value: 4 }, earlier))).toMatchObject({
      ...{ basis: 'total', value: 60 },
    })
  })

  test('of two days do not', () => {
    expect(ratioOf(shares({ ...atYearEnd, value: 3 }, { ...dated(null, '2024-12-30'), value: 4 }))).toBeUndefined()
  })
})

test('stocks of an equal as-of date make comparable ratios, though one start is unknown', () => {
  const one = ratioOf(shares(dated(null, '2024-12-31'), dated(null, '2024-12-31')))
  const other = ratioOf(shares({ sourceId: 'B' }, { sourceId: 'B' }))
  expect(one?.comparisonKey).toBe(other?.comparisonKey)
})
