import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../src/model/figure.ts'
import { onList } from '../../../src/model/rules/administrative-units.ts'
import { againstTarget } from '../../../src/model/rules/targets.ts'
import type { Target } from '../../../src/model/target.ts'
import type { TerritorySet } from '../../../src/model/territory.ts'
import { bothLists, context, SCOPED, told, toldAllYear, YEAR_2025 } from '../../support/units.ts'

function target(by: string, value: number, more: Partial<Target> = {}): Target {
  const [set = '', code = ''] = by.split(':')
  const territory = { set: set as TerritorySet, code }
  return { territory, indicator: 'tips', start: '2025-01-01', end: '2025-12-31', value, unit: 'tip', ...more }
}

const year = (by: string, partial: Partial<Figure> = {}) => toldAllYear(by, partial)
const against = (figure: Figure, ...targets: readonly Target[]) => againstTarget(figure, YEAR_2025, targets, bothLists())

describe('a share of a target', () => {
  test('is in percent of it, and says of what', () => {
    const figure = year('63:36', { value: 150 })
    const found = against(figure, target('63:36', 120))
    expect(found).toMatchObject({ target: 120, share: { value: 125, unit: 'percent', state: 'value' } })
    expect(found?.share.computed).toEqual({ how: 'target_share', of: [figure], target: 120 })
  })

  test('keeps the bounds of the figure, and of nothing is 0', () => {
    expect(against(year('63:36', { low: true, word: 'trên' }), target('63:36', 20))?.share).toMatchObject({ low: true, word: '' })
    expect(against(year('63:36', { value: 0 }), target('63:36', 20))?.share).toMatchObject({ value: 0, state: 'zero' })
  })

  test('is of its own place, indicator, unit and exactly its days', () => {
    const none = [
      target('63:35', 20),
      target('34:36', 20),
      target('63:36', 20, { indicator: 'items' }),
      target('63:36', 20, { unit: 'gram' }),
      target('63:36', 20, { end: '2025-12-30' }),
      target('63:36', 20, { start: '2024-12-15' }),
      target('63:36', 0),
    ]
    expect(none.map((one) => against(year('63:36'), one))).toEqual(none.map(() => null))
    expect(againstTarget(told('63:36'), null, [target('63:36', 20)], bothLists())).toBeNull()
  })

  test('is not of a part, of fewer days, of words, of a doubt or of what was divided', () => {
    const refused: readonly Partial<Figure>[] = [
      SCOPED,
      { basis: 'part', breakdownKey: 'tip_kind', breakdownValues: ['valuable'] },
      { basis: 'parts_sum', breakdownKey: 'tip_kind', breakdownValues: ['valuable', 'other'] },
      { days: 334 },
      { value: null },
      { needsVerification: true },
      {
        normalised: {
          ...{ by: 'year', plain: told('63:36'), divisor: 1, denominators: [] },
          byDuration: false,
          allUnverified: false,
        },
      },
    ]
    for (const partial of refused) expect(against(year('63:36', partial), target('63:36', 20))).toBeNull()
    expect(against(year('63:36'), target('63:36', 20))?.share.value).toBe(50)
  })
})

describe('of a merged unit', () => {
  const [sum] = onList(
    ['63:35', '63:36', '63:37'].map((by) => year(by)),
    context('34', YEAR_2025),
  ).figures as [Figure]
  const olds = [target('63:35', 10), target('63:36', 20), target('63:37', 30)]

  test('it is the sum of those of all old units', () => {
    expect(against(sum, ...olds)).toMatchObject({ target: 60, share: { value: 50 } })
  })

  test('there is none where one of them has none', () => {
    expect(against(sum, ...olds.slice(1))).toBeNull()
  })

  test('its own goes before', () => {
    expect(against(sum, ...olds, target('34:37', 300))).toMatchObject({ target: 300, share: { value: 10 } })
  })

  test('nothing is measured where only some old units reported', () => {
    const [part] = onList([year('63:35'), year('63:36')], context('34', YEAR_2025)).figures as [Figure]
    expect(against(part, ...olds)).toBeNull()
  })
})

test('a unit that was not merged has one target on both lists; an old unit has none of the merged one', () => {
  const [passed] = onList([year('34:01')], context('63', YEAR_2025)).figures as [Figure]
  expect(passed.territory).toEqual({ set: '63', code: '01' })
  expect(against(passed, target('34:01', 20))?.share.value).toBe(50)
  expect(against(year('63:36'), target('34:37', 20))).toBeNull()
  const [moved] = onList([year('63:01')], context('34', YEAR_2025)).figures as [Figure]
  expect(against(moved, target('63:01', 20))?.share.value).toBe(50)
})
