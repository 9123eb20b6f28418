import { expect, test } from 'vitest'
import type { Observation } from '../../../src/model/observation.ts'
import { reasonFor, touchesWindow } from '../../../src/model/rules/grounds.ts'
import {
  type Asking,
  book,
  COMMUNE,
  DEPARTMENT,
  dated,
  FIRST_HALF,
  figuresFrom,
  month,
  resolvedFrom,
  SECOND_HALF,
  YEAR,
  YOUTH_UNION,
} from '../../support/observation.ts'

/** For each row, why it is not in the first figure that stands for the indicator of the first row; null for a term. */
function reasons(rows: readonly Partial<Observation>[], asking: Asking = {}): (string | null)[] {
  const resolved = resolvedFrom(rows)
  const figure = figuresFrom(rows, asking).find((candidate) => candidate.stands && candidate.indicator === resolved[0]?.indicator)
  if (!figure) throw new Error('no figure stands')
  const ruleOf = (key: string) => book().rules.get(`${figure.indicator} ${key}`) ?? 'not_additive'
  return resolved.map((row) => reasonFor(row, { figure, window: asking.window ?? null, filter: asking.filter ?? {}, ruleOf }))
}

const gift = (breakdownValue: string) => ({ indicator: 'gifts', breakdownKey: 'recipient', breakdownValue })

test('a term has no reason against it', () => {
  expect(reasons([{ value: 31 }, { value: 1 }])).toEqual([null, null])
})

test('what counts nowhere says why', () => {
  const other = dated('2023-01-01', '2023-12-31')
  const rows = [{}, { revision: 2 }, { sourceId: 'B' }, COMMUNE, { ...DEPARTMENT, ...other }, { ...DEPARTMENT, sourceId: 'B' }]
  expect(reasons(rows)).toEqual(['revised', null, 'other_source', 'inside_own', 'other_period', 'other_source'])
})

test('an older report is history; another scope is another figure', () => {
  expect(reasons([dated('2023-01-01', '2023-12-31'), {}])).toEqual(['older', null])
  expect(reasons([COMMUNE, YOUTH_UNION])).toContain('other_scope')
})

test('a part of a total, another kind, and what a filter leaves out', () => {
  expect(reasons([{ indicator: 'gifts' }, gift('poor')])).toEqual([null, 'part_of_total'])
  expect(reasons([{}, { breakdownKey: 'tip_kind', breakdownValue: 'valuable' }]).sort()).toEqual([null, 'other_kind'].sort())
  expect(reasons([gift('poor'), gift('pupils')], { filter: { recipient: ['poor'] } })).toEqual([null, 'filtered'])
})

test('the total of a part is its whole; under a filter it is outside, as all is that the filter does not keep', () => {
  const rows = [gift('poor'), { indicator: 'gifts' }, { indicator: 'gifts', breakdownKey: 'season', breakdownValue: 'tet' }]
  const resolved = resolvedFrom(rows)
  const part = figuresFrom(rows).find((figure) => figure.breakdownKey === 'recipient' && figure.basis === 'part')
  if (!part) throw new Error('no part')
  const ruleOf = (key: string) => book().rules.get(`gifts ${key}`) ?? 'not_additive'
  const reasonsOf = resolved.map((row) => reasonFor(row, { figure: part, window: null, filter: {}, ruleOf }))
  expect(reasonsOf).toEqual([null, 'whole', 'part_of_total'])
  expect(reasons(rows, { filter: { recipient: ['poor'] } })).toEqual([null, 'filtered', 'filtered'])
})

test('in a window: outside, across its edge, or not in the best cover', () => {
  const rows = [
    { ...FIRST_HALF, value: 70 },
    { ...SECOND_HALF, value: 60 },
    { value: 130 },
    dated('2023-12-15', '2024-01-14'),
    dated('2025-01-01', '2025-12-31'),
  ]
  expect(reasons(rows, { window: YEAR })).toEqual([null, null, 'not_chosen', 'straddles', 'other_window'])
  expect(
    reasons(
      [
        { indicator: 'models', ...month(5) },
        { indicator: 'models', ...month(9) },
      ],
      { window: YEAR },
    ),
  ).toEqual(['older', null])
})

test('a printed ratio gives way to its counts', () => {
  const rows = [{ indicator: 'coverage_share', unit: 'percent', value: 100 }, { indicator: 'covered' }, { indicator: 'communes' }]
  expect(reasons(rows)).toEqual(['printed_ratio', null, null])
})

test('a row tells of a window where it has a day in it; a stock where its day is inside', () => {
  const touching = (row: Partial<Observation>) => resolvedFrom([row]).map((one) => touchesWindow(one, YEAR))[0]
  const [late, early] = [dated('2024-12-31', '2025-06-30'), dated('2023-01-01', '2024-01-01')]
  for (const row of [{}, month(2), late, early]) expect(touching(row)).toBe(true)
  for (const row of [dated('2025-01-01', '2025-12-31'), dated(null, '2024-06-30')]) expect(touching(row)).toBe(false)
  expect(touching({ indicator: 'models', ...dated(null, '2024-06-30') })).toBe(true)
})
