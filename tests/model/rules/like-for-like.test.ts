import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../src/model/figure.ts'
import { onList } from '../../../src/model/rules/administrative-units.ts'
import { type FiguresOfTime, likeForLike } from '../../../src/model/rules/like-for-like.ts'
import type { TwoWindows } from '../../../src/model/rules/same-place.ts'
import type { TerritoryKey } from '../../../src/model/territory.ts'
import { book } from '../../support/observation.ts'
import { bothLists, context, IN_WORDS, SCOPED, told } from '../../support/units.ts'

type Told = readonly [by: TerritoryKey, partial: Partial<Figure>]

/** What was reported for one year, and how it stands on a list. */
function time(year: number, units: '34' | '63', all: readonly Told[]): FiguresOfTime {
  const period = { start: `${year}-01-01`, end: `${year}-12-31`, basis: 'stated', duration: '' } as const
  const reported = all.map(([by, partial]) => told(by, { period, ...partial }, `${year}-01-01/${year}-12-31/stated`))
  return { reported, onList: onList(reported, context(units)).figures }
}

const YEARS: TwoWindows = {
  kind: 'yoy',
  now: { from: '2024-01-01', to: '2024-12-31' },
  before: { from: '2023-01-01', to: '2023-12-31' },
  calendar: '01-01',
}

const oldUnits = (unit: TerritoryKey) =>
  unit.startsWith('34:') ? (bothLists().get(unit)?.formedFrom ?? []).map((code): TerritoryKey => `63:${code}`) : []

function compare(units: readonly TerritoryKey[], now: readonly Told[], base: readonly Told[], list: '34' | '63' = '63') {
  const { indicators } = book()
  return likeForLike(
    time(2024, list, now),
    time(2023, list, base),
    units,
    oldUnits,
    (code) => indicators.get(code)?.aggregation,
    YEARS,
  )
}

const values = (value: number): Partial<Figure> => ({ value })
const PROVINCES: readonly TerritoryKey[] = ['63:35', '63:36', '63:37', '63:84']

describe('units with both numbers', () => {
  test('make the change; the two without one of them are named', () => {
    const [like, ...others] = compare(
      PROVINCES,
      [
        ['63:35', values(10)],
        ['63:36', values(50)],
        ['63:84', values(1000)],
      ],
      [
        ['63:35', values(10)],
        ['63:36', values(30)],
        ['63:37', values(2000)],
      ],
    )
    expect(others).toEqual([])
    expect(like).toMatchObject({
      measure: 'tips|total|tip',
      whole: ['63:35', '63:36'],
      partly: [],
      bounded: [],
      withoutNow: ['63:37'],
      withoutBase: ['63:84'],
    })
    expect(like?.change).toMatchObject({
      now: { value: 60 },
      base: { value: 40 },
      step: { value: 20 },
      percent: { value: 50 },
    })
    expect(like?.pairs.map(([one, older]) => [one.value, older.value])).toEqual([
      [10, 10],
      [50, 30],
    ])
  })

  test('are those of the view only', () => {
    const all: Told[] = [
      ['63:35', values(10)],
      ['63:36', values(10)],
    ]
    expect(compare(['63:35'], all, all)[0]).toMatchObject({ whole: ['63:35'], withoutNow: [], change: { now: { value: 10 } } })
  })

  test('of no unit there is no change', () => {
    expect(compare(PROVINCES, [['63:35', {}]], [['63:36', {}]])).toEqual([])
    expect(compare(PROVINCES, [], [])).toEqual([])
  })

  test('are told by measure: kinds that do not add are two changes, shares are none', () => {
    const kinds: Told[] = ['bomb', 'grenade'].map((item) => [
      '63:36',
      { indicator: 'items', unit: 'item', breakdownKey: 'item', breakdownValues: [item], basis: 'part' },
    ])
    expect(compare(PROVINCES, kinds, kinds).map(({ measure }) => measure)).toEqual([
      'items|item=bomb|item',
      'items|item=grenade|item',
    ])
    const share: Told = ['63:36', { indicator: 'coverage_share', unit: 'percent', basis: 'ratio' }]
    expect(compare(PROVINCES, [share], [share])).toEqual([])
  })

  test('of which the base is 0 have a difference', () => {
    const [like] = compare(PROVINCES, [['63:36', {}]], [['63:36', { value: 0, state: 'zero' }]])
    expect(like?.change).toMatchObject({ refused: 'zero_base', step: { value: 10 }, percent: null })
  })
})

test.each<readonly [string, Partial<Figure>]>([
  ['words', IN_WORDS],
  ['a part of a province', SCOPED],
  ['fewer days than the window has', { days: 335, daysOf: 366 }],
  ['a number in doubt', { needsVerification: true }],
  ['a part that stands for nothing', { stands: false }],
])('%s are no number that counts', (_, partial) => {
  const both: Told[] = [
    ['63:35', {}],
    ['63:36', {}],
  ]
  const less: Told[] = [
    ['63:35', {}],
    ['63:36', partial],
  ]
  expect(compare(['63:35', '63:36'], less, both)[0]).toMatchObject({ whole: ['63:35'], withoutNow: ['63:36'], withoutBase: [] })
  expect(compare(['63:35', '63:36'], both, less)[0]).toMatchObject({ whole: ['63:35'], withoutNow: [], withoutBase: ['63:36'] })
})

describe('bounded numbers', () => {
  const LOW = { low: true }

  test('of one time leave a bounded change', () => {
    const [like] = compare(
      ['63:35', '63:36'],
      [
        ['63:35', LOW],
        ['63:36', {}],
      ],
      [
        ['63:35', {}],
        ['63:36', {}],
      ],
    )
    expect(like).toMatchObject({ whole: ['63:35', '63:36'], bounded: [], change: { step: { low: true, high: false } } })
  })

  test('of both times leave none, unless those are left out who have them', () => {
    const [like] = compare(
      ['63:35', '63:36', '63:37'],
      [
        ['63:35', LOW],
        ['63:36', values(30)],
        ['63:37', {}],
      ],
      [
        ['63:35', {}],
        ['63:36', {}],
        ['63:37', LOW],
      ],
    )
    expect(like).toMatchObject({ whole: ['63:36'], bounded: ['63:35', '63:37'], withoutNow: [], withoutBase: [] })
    expect(like?.change).toMatchObject({ step: { value: 20, low: false, high: false } })
  })

  test('of everybody at both times leave nothing to tell', () => {
    expect(compare(['63:35'], [['63:35', LOW]], [['63:35', LOW]])).toEqual([])
  })
})

describe('a merged unit', () => {
  const NINH_BINH: readonly TerritoryKey[] = ['34:37']
  const three = (...numbers: readonly number[]): Told[] =>
    numbers.flatMap((value, at): Told[] => (value < 0 ? [] : [[`63:${35 + at}`, { value }]]))

  test('is whole with all old units at both times', () => {
    const [like] = compare(NINH_BINH, three(10, 20, 30), three(10, 10, 10), '34')
    expect(like).toMatchObject({ whole: ['34:37'], partly: [], change: { now: { value: 60 }, base: { value: 30 } } })
  })

  test('is compared by the old units that reported both times', () => {
    const [like] = compare(NINH_BINH, three(10, 20, -1), three(5, 15, 1000), '34')
    expect(like).toMatchObject({
      whole: [],
      partly: [{ unit: '34:37', old: ['63:35', '63:36'] }],
      change: { now: { value: 30 }, base: { value: 20 } },
      withoutNow: ['34:37'],
      withoutBase: [],
    })
  })

  test('of which other old units reported at the two times is not compared', () => {
    expect(compare(NINH_BINH, three(10, -1, -1), three(-1, 10, 10), '34')).toEqual([])
  })

  test('that reports itself now is compared with all its old units together, or with none of them', () => {
    const own: Told[] = [['34:37', values(90)]]
    expect(compare(NINH_BINH, own, three(10, 20, 30), '34')[0]).toMatchObject({
      whole: ['34:37'],
      change: { now: { value: 90 }, base: { value: 60 } },
    })
    expect(compare(NINH_BINH, own, three(10, 20, -1), '34')).toEqual([])
  })

  test('stands beside one that is whole', () => {
    const hanoi: Told = ['63:01', values(100)]
    const [like] = compare(['34:01', '34:37'], [hanoi, ...three(1, -1, -1)], [hanoi, ...three(2, 2, 2)], '34')
    expect(like).toMatchObject({ whole: ['34:01'], partly: [{ unit: '34:37', old: ['63:35'] }] })
    expect(like?.change).toMatchObject({ now: { value: 101 }, base: { value: 102 }, step: { value: -1 } })
  })
})

test('the change is that of the pairs, and every unit is told of once', () => {
  const number = fc.option(fc.integer({ min: 0, max: 1000 }))
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { minLength: 4, maxLength: 4 }), (numbers) => {
      const tell = (at: 0 | 1): Told[] =>
        numbers.flatMap((pair, nth): Told[] => {
          const value = pair[at] ?? null
          return value === null ? [] : [[PROVINCES[nth] as TerritoryKey, { value, state: value === 0 ? 'zero' : 'value' }]]
        })
      const [like] = compare(PROVINCES, tell(0), tell(1))
      const both = numbers.filter(([now, base]) => now !== null && base !== null)
      if (!like) {
        expect(both).toEqual([])
        return
      }
      const sum = (at: 0 | 1) => both.reduce((all, pair) => all + (pair[at] ?? 0), 0)
      expect([like.change.now.value, like.change.base?.value]).toEqual([sum(0), sum(1)])
      expect(like.change.step?.value).toBe(sum(0) - sum(1))
      const without = new Set([...like.withoutNow, ...like.withoutBase])
      expect([...like.whole, ...without].sort()).toEqual([...PROVINCES])
    }),
  )
})

describe('stocks of two windows', () => {
  const at = (by: TerritoryKey, end: string, value: number) =>
    told(by, { indicator: 'models', value, period: { start: null, end, basis: 'as_of', duration: '' } }, '@')
  const like = (now: readonly Figure[], base: readonly Figure[]) =>
    likeForLike(
      { onList: now, reported: now },
      { onList: base, reported: base },
      PROVINCES,
      oldUnits,
      (code) => book().indicators.get(code)?.aggregation,
      { ...YEARS, now: { from: '2025-01-01', to: '2025-12-31' }, before: YEARS.now },
    )

  test('of which one is of another day is told of the others, and whose it is', () => {
    const base = [at('63:35', '2024-12-31', 10), at('63:36', '2024-12-31', 100)]
    const [one] = like([at('63:35', '2025-12-31', 15), at('63:36', '2025-07-31', 900)], base)
    expect(one).toMatchObject({ whole: ['63:35'], otherDate: ['63:36'], change: { percent: { value: 50 } } })
    expect([one?.withoutNow, one?.withoutBase]).toEqual([
      ['63:37', '63:84'],
      ['63:37', '63:84'],
    ])
  })

  test('of which all are of another day make no change', () => {
    expect(like([at('63:36', '2025-07-31', 900)], [at('63:36', '2024-12-31', 100)])).toEqual([])
  })
})
