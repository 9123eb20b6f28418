import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../src/model/figure.ts'
import type { Aggregation } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { compareFigures, totalOf } from '../../../src/model/rules/comparability.ts'
import { figure } from '../../support/figure.ts'
import { AT_MOST_40, book, dated, figuresFrom, HUNDREDS, OVER_100, UNDATED, YOUTH_UNION } from '../../support/observation.ts'

function groups(figures: readonly Figure[]) {
  const { rules } = book()
  return compareFigures(figures, ({ indicator, breakdownKey }) => rules.get(`${indicator} ${breakdownKey}`) === 'additive').groups
}

/** Sizes of the scales of rows, each of a province of its own. */
function scales(rows: readonly Partial<Observation>[]): number[] {
  const placed = rows.map((row, at) => ({ provinceCode: String(10 + at), ...row }))
  return groups(figuresFrom(placed)).map((group) => group.scale.length)
}

describe('figures share a scale', () => {
  test('of one indicator, definition, unit and period', () => {
    expect(scales([{}, { sourceId: 'B' }, { sourceId: 'C' }])).toEqual([3])
    expect(scales([{}, { indicator: 'items' }])).toEqual([0, 0])
    expect(scales([{}, { unit: 'gram' }])).toEqual([0, 0])
  })

  test('not over five years and one: they stand in two groups', () => {
    const five = { ...dated('2017-01-01', null), durationStated: 'P5Y', value: 8968 }
    expect(scales([five, { value: 2127 }])).toEqual([0, 0])
  })

  test('not as two definitions of one thing', () => {
    const kind = (breakdownValue: string) => ({ breakdownKey: 'tip_kind', breakdownValue })
    expect(scales([kind('valuable'), kind('security_related')])).toEqual([0, 0])
    expect(scales([kind('valuable'), kind('valuable')])).toEqual([2])
  })

  test('with unknown bounds inside one source, never across sources', () => {
    expect(scales([UNDATED, UNDATED])).toEqual([2])
    expect(scales([UNDATED, { ...UNDATED, sourceId: 'B' }])).toEqual([0, 0])
    expect(scales([dated(null, '2024-12-31'), { ...dated(null, '2024-12-31'), sourceId: 'B' }])).toEqual([0, 0])
  })

  test('as stocks of one as-of date', () => {
    const stock = (of: Partial<Observation>) => ({ indicator: 'models', ...of })
    expect(scales([stock(dated(null, '2024-12-31')), stock({ ...dated('2019-01-01', '2024-12-31'), sourceId: 'B' })])).toEqual([
      2,
    ])
    expect(scales([stock({}), stock(dated('2024-01-01', '2024-11-30'))])).toEqual([0, 0])
    expect(scales([stock(UNDATED), stock({ ...UNDATED, sourceId: 'B' })])).toEqual([0, 0])
  })
})

describe('no scale takes', () => {
  test('a figure of a part of a province', () => {
    expect(scales([{}, {}, { ...YOUTH_UNION, value: 0 }]).sort()).toEqual([0, 2])
    expect(scales([YOUTH_UNION, YOUTH_UNION])).toEqual([0, 0])
  })

  test('a figure to verify: it is a member without a place', () => {
    const [group] = groups(figuresFrom([{}, { provinceCode: '35' }, { provinceCode: '84', needsVerification: true }]))
    expect(group?.members).toHaveLength(3)
    expect(group?.scale.map(({ territory }) => territory.code)).toEqual(['35', '36'])
  })

  test('words, or terms that were not added', () => {
    expect(scales([{}, {}, HUNDREDS])).toEqual([2])
    expect(
      groups(figuresFrom([{}, { provinceCode: '35', ...OVER_100 }, { provinceCode: '35', ...AT_MOST_40 }]))[0]?.scale,
    ).toEqual([])
  })

  test('a single figure', () => {
    expect(scales([{}])).toEqual([0])
    expect(scales([{}, { needsVerification: true }])).toEqual([0])
  })
})

describe('a composition', () => {
  const part = (breakdownValue: string, more: Partial<Observation> = {}) => ({
    indicator: 'models',
    breakdownKey: 'field',
    breakdownValue,
    ...more,
  })
  const compositions = (rows: readonly Partial<Observation>[]) => groups(figuresFrom(rows)).filter((group) => group.composition)

  test('is the additive parts of one whole, on one scale beside their total', () => {
    const rows = [
      { indicator: 'models', value: 150 },
      part('reform', { value: 39 }),
      part('security', { value: 97 }),
      part('charity', { value: 14 }),
    ]
    expect(compositions(rows).map((group) => group.scale.map((figure) => figure.value))).toEqual([[14, 39, 97]])
    const others = groups(figuresFrom(rows)).filter((group) => !group.composition)
    expect(others.map((group) => group.members.map((figure) => figure.value))).toEqual([[150]])
  })

  test('never reaches over two territories, scopes or periods', () => {
    expect(compositions([part('reform'), part('charity', { provinceCode: '84' })])).toEqual([])
    expect(compositions([part('reform', YOUTH_UNION), part('charity', { ...YOUTH_UNION, scopeVi: 'chỉ Hội Phụ nữ' })])).toEqual(
      [],
    )
    const figures = [...figuresFrom([part('reform')]), ...figuresFrom([part('charity', dated('2023-01-01', '2023-12-31'))])]
    expect(groups(figures).filter((group) => group.composition)).toEqual([])
  })

  test('is not made of kinds or definitions', () => {
    expect(
      compositions(['bomb', 'gun'].map((breakdownValue) => ({ indicator: 'items', breakdownKey: 'item', breakdownValue }))),
    ).toEqual([])
    expect(compositions(['valuable', 'all'].map((breakdownValue) => ({ breakdownKey: 'tip_kind', breakdownValue })))).toEqual([])
  })

  test('leaves a part to verify, or in words, off its scale', () => {
    const [group] = compositions([
      part('reform'),
      part('security'),
      part('charity', { needsVerification: true }),
      part('other', HUNDREDS),
    ])
    expect(group?.members).toHaveLength(4)
    expect(group?.scale.map((figure) => figure.breakdownValues[0])).toEqual(['reform', 'security'])
  })
})

test('a figure that does not stand is in no comparison', () => {
  expect(groups([figure(), figure({ territory: { set: '63', code: '84' }, stands: false })])[0]?.members).toHaveLength(1)
})

describe('a total over territories', () => {
  const at = (code: string, more: Partial<Figure> = {}) => figure({ territory: { set: '63', code }, ...more })
  const total = (figures: readonly Figure[], aggregation: Aggregation = 'sum') => {
    const [group] = groups(figures)
    if (!group) throw new Error('no group')
    const sum = totalOf(group, aggregation)
    return sum && { value: sum.value, n: sum.computed?.of.length }
  }

  test('is the sum of the scale, with how many', () => {
    expect(total([at('35'), at('36', { value: 5 })])).toEqual({ value: 15, n: 2 })
    expect(total([at('35'), at('36', { value: 5 })], 'last')).toEqual({ value: 15, n: 2 })
  })

  test('leaves out what needs verification, and null is no 0', () => {
    expect(total([at('35'), at('36'), at('84', { needsVerification: true, value: 900 })])).toEqual({ value: 20, n: 2 })
    expect(total([at('35'), at('36'), at('84', { value: null, state: 'in_words' })])).toEqual({ value: 20, n: 2 })
    expect(total([at('35'), at('36', { value: 0, state: 'zero' })])).toEqual({ value: 10, n: 2 })
  })

  test('is not made of ratios, of what never combines, of one figure, or of low with high', () => {
    expect(total([at('35'), at('36')], 'ratio')).toBeNull()
    expect(total([at('35'), at('36')], 'none')).toBeNull()
    expect(total([at('35')])).toBeNull()
    expect(total([at('35', { low: true }), at('36', { high: true })])).toBeNull()
    expect(total([at('35', { low: true }), at('36', { low: true })])).toEqual({ value: 20, n: 2 })
  })
})
