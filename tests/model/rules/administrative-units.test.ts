import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../src/model/figure.ts'
import { onList } from '../../../src/model/rules/administrative-units.ts'
import { compareFigures, totalOf } from '../../../src/model/rules/comparability.ts'
import {
  context,
  FIRST_HALF_2025,
  IN_WORDS,
  line,
  SCOPED,
  SECOND_HALF_2025,
  told,
  toldAllYear,
  toldIn,
  YEAR_2025,
} from '../../support/units.ts'

const on34 = (figures: readonly Figure[]) => onList(figures, context('34')).figures
const on63 = (figures: readonly Figure[]) => onList(figures, context('63'))
const lines = (figures: readonly Figure[]) => figures.map(line)

describe('as in the report', () => {
  test('nothing moves and nothing is added', () => {
    const figures = [told('63:36'), told('34:37'), told('63:35', SCOPED)]
    expect(onList(figures, context('goc'))).toEqual({ figures, refused: [] })
  })
})

describe('on the 34, old units that all report', () => {
  const all = [told('63:35', { value: 1 }), told('63:36', { value: 20 }), told('63:37', { value: 300 })]

  test('are one full figure, with the rows of all of them', () => {
    const [sum, ...others] = on34(all)
    expect([line(sum as Figure), others]).toEqual(['34:37 321 tips from 35+36+37 of 3 (value)', []])
    expect(sum).toMatchObject({ scope: '', terms: [35, 36, 37], comparisonKey: all[0]?.comparisonKey })
  })

  test('stand on the scale of units that were not merged', () => {
    const { groups } = compareFigures(on34([...all, told('63:01', { value: 5 }), told('34:38', { value: 6 })]), () => false)
    expect(groups.map(({ scale }) => scale.map(({ value }) => value))).toEqual([[5, 321, 6]])
    expect(totalOf(groups[0] as (typeof groups)[number], 'sum')).toMatchObject({
      value: 332,
      computed: { how: 'total', of: groups[0]?.scale },
    })
  })

  test('keep the marks of each of them', () => {
    const marks = { provisional: true, estimated: true, mismatch: true, finerDiffers: true, sameKeyAdded: true, sources: ['B'] }
    const [sum] = on34([told('63:10', { ...marks, terms: [7, 3] }), told('63:15', { terms: [5] })])
    expect(sum).toMatchObject({ ...marks, sources: ['A', 'B'], terms: [3, 5, 7] })
  })

  test('in any order of the figures give the same answer', () => {
    expect(on34([...all].reverse())).toEqual(on34(all))
  })

  test('of which one says zero lose nothing, and zeros alone are zero', () => {
    expect(lines(on34([told('63:10', { value: 0, state: 'zero' }), told('63:15')]))).toEqual([
      '34:15 10 tips from 10+15 of 2 (value)',
    ])
    expect(lines(on34([told('63:10', { value: 0, state: 'zero' }), told('63:15', { value: 0, state: 'zero' })]))).toEqual([
      '34:15 0 tips from 10+15 of 2 (zero)',
    ])
  })

  test('a figure that does not apply adds nothing and makes nothing uncertain', () => {
    const none = { value: null, state: 'not_applicable' } as const
    expect(lines(on34([told('63:10', none), told('63:15')]))).toEqual(['34:15 10 tips from 10+15 of 2 (value)'])
  })
})

describe('on the 34, fewer than all old units', () => {
  test('one of three is a part under its own name, on no scale', () => {
    const [one] = on34([told('63:84', { value: 2127 })])
    expect(line(one as Figure)).toBe('34:86 2127 tips from 84 of 3 (only_parts)')
    expect(one?.scope).toBe('cu:84')
    const { groups } = compareFigures([one as Figure, ...on34([told('63:01'), told('63:38')])], () => false)
    expect(groups.map(({ scale }) => scale.length).sort()).toEqual([0, 2])
  })

  test('two of three are added, and are still a part', () => {
    expect(lines(on34([told('63:83'), told('63:84', { value: 5 })]))).toEqual(['34:86 15 tips from 83+84 of 3 (only_parts)'])
  })

  test('a zero of one of two is no zero of the province', () => {
    expect(lines(on34([told('63:10', { value: 0, state: 'zero' })]))).toEqual(['34:15 0 tips from 10 of 2 (only_parts)'])
  })

  test('withheld and not applicable stay what they are', () => {
    const states = ['suppressed', 'not_applicable'] as const
    for (const state of states) expect(on34([told('63:10', { value: null, state })])[0]?.state).toBe(state)
  })

  test('parts of two provinces never share a comparison key', () => {
    const keys = on34([told('63:10'), told('63:84'), told('63:36')]).map(({ comparisonKey }) => comparisonKey)
    expect(new Set(keys).size).toBe(3)
  })
})

describe('on the 34, what rule 7 keeps apart is listed side by side', () => {
  test('figures of other years', () => {
    expect(lines(on34([told('63:10'), told('63:15', { value: 7 }, '2023-01-01/2023-12-31/stated')]))).toEqual([
      '34:15 10 tips from 10 of 2 (only_parts)',
      '34:15 7 tips from 15 of 2 (only_parts)',
    ])
  })

  test('unknown periods of two sources', () => {
    expect(on34([told('63:10', {}, 'A:?/?/not_stated'), told('63:15', {}, 'B:?/?/not_stated')])).toHaveLength(2)
    expect(on34([told('63:10', {}, 'A:?/?/not_stated'), told('63:15', {}, 'A:?/?/not_stated')])).toHaveLength(1)
  })

  test('other kinds and other units', () => {
    const kind = (value: string) => ({
      indicator: 'items',
      breakdownKey: 'item',
      breakdownValues: [value],
      basis: 'part' as const,
    })
    expect(on34([told('63:10', kind('bomb')), told('63:15', kind('gun'))])).toHaveLength(2)
    expect(on34([told('63:10', { unit: 'gram' }), told('63:15', { unit: 'item' })])).toHaveLength(2)
  })

  test('equal kinds are added kind by kind', () => {
    const kind = (value: string) => ({
      indicator: 'items',
      breakdownKey: 'item',
      breakdownValues: [value],
      basis: 'part' as const,
    })
    const all = ['bomb', 'gun'].flatMap((one) => [told('63:10', kind(one)), told('63:15', kind(one))])
    expect(on34(all).map(({ breakdownValues, value }) => [breakdownValues, value])).toEqual([
      [['bomb'], 20],
      [['gun'], 20],
    ])
  })

  test('a total and a sum of parts', () => {
    const parts = { basis: 'parts_sum', breakdownKey: '', breakdownValues: [] } as const
    expect(on34([told('63:10'), told('63:15', parts)])).toHaveLength(2)
  })

  test('a part that stands alone and one whose whole stands', () => {
    const part = { indicator: 'gifts', breakdownKey: 'recipient', breakdownValues: ['poor'], basis: 'part' } as const
    expect(on34([told('63:10', part), told('63:15', { ...part, stands: false })])).toHaveLength(2)
  })

  test('ratios and what never combines', () => {
    for (const indicator of ['solved_share', 'online_share']) {
      const all = on34([told('63:10', { indicator, unit: 'percent' }), told('63:15', { indicator, unit: 'percent' })])
      expect(all.map(({ state }) => state)).toEqual(['only_parts', 'only_parts'])
    }
  })

  test('a figure in doubt is never added to another unit’s', () => {
    const figures = [told('63:35'), told('63:36', { value: 5 }), told('63:37', { value: 7, needsVerification: true })]
    expect(lines(on34(figures))).toEqual(['34:37 15 tips from 35+36 of 3 (only_parts)', '34:37 7 tips from 37 of 3 (only_parts)'])
  })

  test('a figure of a part of an old unit stays what it is, under both names', () => {
    const [scoped] = on34([told('63:35', { ...SCOPED, value: 3 })])
    expect(scoped).toMatchObject({ scope: `cu:35|${SCOPED.scope}`, scopeVi: SCOPED.scopeVi, state: 'only_parts', value: 3 })
    expect(on34([told('63:35', SCOPED), told('63:36', SCOPED), told('63:37', SCOPED)])).toHaveLength(3)
  })

  test('one part alone is the part that it is, also when all old units give it', () => {
    const alone = {
      basis: 'parts_sum',
      breakdownKey: 'season',
      breakdownValues: ['tet'],
      indicator: 'gifts',
      state: 'only_parts',
    } as const
    expect(lines(on34([told('63:10', alone), told('63:15', alone)]))).toEqual(['34:15 20 gifts from 10+15 of 2 (only_parts)'])
  })
})

describe('on the 34, bounds and words', () => {
  const low = { low: true, value: 100 }
  const high = { high: true, value: 40 }

  test('a lower bound makes the sum one', () => {
    expect(lines(on34([told('63:10', low), told('63:15')]))).toEqual(['34:15 ≥110 tips from 10+15 of 2 (value)'])
  })

  test('low with high is no sum: both are listed', () => {
    expect(on34([told('63:10', low), told('63:15', high)]).map(({ value }) => value)).toEqual([100, 40])
  })

  test('about with high is an upper “about”', () => {
    const about = told('63:15', { approx: true, high: true, value: 60 })
    expect(lines(on34([told('63:10'), about]))).toEqual(['34:15 ≤~70 tips from 10+15 of 2 (value)'])
  })

  test('words beside a number make the sum a lower bound', () => {
    expect(lines(on34([told('63:10', IN_WORDS), told('63:15')]))).toEqual(['34:15 ≥10 tips from 10+15 of 2 (value)'])
  })

  test('words beside a zero are no zero', () => {
    const zero = told('63:15', { value: 0, state: 'zero' })
    expect(lines(on34([told('63:10', IN_WORDS), zero]))).toEqual(['34:15 ≥0 tips from 10+15 of 2 (value)'])
  })

  test('words beside “not more than” leave nothing known: both are listed', () => {
    expect(on34([told('63:10', IN_WORDS), told('63:15', high)])).toHaveLength(2)
  })

  test('words alone are listed in words, each under its old unit', () => {
    expect(lines(on34([told('63:10', IN_WORDS), told('63:15', IN_WORDS)]))).toEqual([
      '34:15 words tips from 10 of 2 (only_parts)',
      '34:15 words tips from 15 of 2 (only_parts)',
    ])
  })

  test('rows that one old unit could not add are in no sum: their numbers would be lost in it', () => {
    const list = told('63:10', { value: null, isList: true, state: 'in_words', terms: [1, 2], magnitudes: [] })
    expect(on34([list, told('63:15')])).toHaveLength(2)
  })
})

describe('on the 34, stocks', () => {
  const stock = (end: string) => ({
    indicator: 'models',
    unit: 'model',
    period: { start: null, end, basis: 'as_of' as const, duration: '' },
  })

  test('of one day are added', () => {
    const all = [told('63:10', stock('2024-12-31'), '@2024-12-31'), told('63:15', stock('2024-12-31'), '@2024-12-31')]
    const [sum] = on34(all)
    expect([line(sum as Figure), sum?.merged?.oldest]).toEqual(['34:15 20 models from 10+15 of 2 (value)', undefined])
  })

  test('of different days in one window are added, and the oldest day is said', () => {
    const window = 'W:2025-01-01/2025-12-31'
    const all = [told('63:10', stock('2025-03-31'), window), told('63:15', stock('2025-06-30'), window)]
    const [sum] = onList(all, context('34', YEAR_2025)).figures
    expect(sum).toMatchObject({ value: 20, period: { end: '2025-06-30' }, merged: { oldest: '2025-03-31' } })
  })

  test('have one start only where all have it', () => {
    const from = (start: string) => ({ ...stock('2024-12-31'), period: { ...stock('2024-12-31').period, start } })
    const sum = (a: string, b: string) => on34([told('63:10', from(a), '@2024-12-31'), told('63:15', from(b), '@2024-12-31')])[0]
    expect(sum('2024-01-01', '2024-01-01')?.period.start).toBe('2024-01-01')
    expect(sum('2024-01-01', '2023-01-01')?.period.start).toBeNull()
  })
})

describe('units that were not merged', () => {
  test('keep everything on the 34 but their list', () => {
    for (const partial of [{}, IN_WORDS, SCOPED, { needsVerification: true }]) {
      const before = told('63:01', partial)
      const [after] = on34([before])
      expect(after).toEqual({ ...before, territory: { set: '34', code: '01' }, merged: { from: [before.territory], of: 1 } })
    }
  })

  test('pass from the 34 to the 63, the eleven of them', () => {
    const eleven = ['01', '04', '11', '12', '14', '20', '22', '38', '40', '42', '46']
    const { figures, refused } = on63(eleven.map((code) => told(`34:${code}`)))
    expect([figures.map(({ territory }) => territory), refused]).toEqual([eleven.map((code) => ({ set: '63', code })), []])
    for (const { merged, state } of figures) expect([merged?.of, state]).toEqual([1, 'value'])
  })
})

describe('from the 34 to the 63', () => {
  const merged = [
    '08',
    '15',
    '19',
    '24',
    '25',
    '31',
    '33',
    '37',
    '44',
    '48',
    '51',
    '52',
    '56',
    '66',
    '68',
    '75',
    '79',
    '80',
    '82',
    '86',
  ]

  test('the 23 merged units are refused, each with its old units', () => {
    const all = [...merged, '91', '92', '96']
    const { figures, refused } = on63(all.map((code) => told(`34:${code}`)))
    expect([figures, refused.map(({ unit }) => unit.code)]).toEqual([[], all])
    expect(refused.find(({ unit }) => unit.code === '37')?.parts).toEqual(['63:35', '63:36', '63:37'])
    expect(refused.flatMap(({ parts }) => parts)).toHaveLength(52)
  })

  test('what is refused is kept apart from what the old units gave themselves', () => {
    const { figures, refused } = on63([told('34:37', { value: 500 }), told('63:36', { value: 20 })])
    expect(lines(figures)).toEqual(['63:36 20 tips (value)'])
    expect(refused.map((split) => lines(split.figures))).toEqual([['34:37 500 tips (value)']])
  })

  test('a month that straddles the day of the merger is of the list that reported it', () => {
    const july = 'P:2025-06-15/2025-07-14'
    const reported = toldIn('63:36', july)
    expect(onList([reported], context('63', YEAR_2025))).toEqual({ figures: [reported], refused: [] })
    expect(lines(onList([reported], context('34', YEAR_2025)).figures)).toEqual(['34:37 10 tips from 36 of 3 (only_parts)'])
  })
})

describe('codes that mean another unit on the other list', () => {
  test.each([
    ['24', ['24', '27'], 'Bắc Giang → Bắc Ninh'],
    ['15', ['10', '15'], 'Yên Bái → Lào Cai'],
    ['44', ['44', '45'], 'Quảng Bình → Quảng Trị'],
    ['52', ['52', '64'], 'Bình Định → Gia Lai'],
    ['80', ['72', '80'], 'Long An → Tây Ninh'],
    ['82', ['82', '87'], 'Tiền Giang → Đồng Tháp'],
    ['91', ['89', '91'], 'Kiên Giang → An Giang'],
  ])('%s: the old unit is half of the new one, and the new one is not the old one', (code, parts, _names) => {
    expect(lines(on34([told(`63:${code}`)]))).toEqual([`34:${code} 10 tips from ${code} of 2 (only_parts)`])
    expect(lines(on34(parts.map((part) => told(`63:${part}`))))).toEqual([
      `34:${code} 20 tips from ${parts.join('+')} of 2 (value)`,
    ])
    const { figures, refused } = on63([told(`34:${code}`)])
    expect([figures, refused.map(({ parts: of }) => of)]).toEqual([[], [parts.map((part) => `63:${part}`)]])
  })
})

describe('a ratio of a merged unit', () => {
  const ratio = (by: string, solved: number, cases: number, time?: string, partial: Partial<Figure> = {}) => [
    told(by, { indicator: 'solved', unit: 'case', value: solved, terms: [1] }, time),
    told(by, { indicator: 'cases', unit: 'case', value: cases, terms: [2] }, time),
    told(
      by,
      { ...{ indicator: 'solved_share', unit: 'percent', basis: 'ratio' }, value: (100 * solved) / cases, ...partial },
      time,
    ),
  ]
  const shares = (figures: readonly Figure[]) => figures.filter(({ indicator }) => indicator === 'solved_share')

  test('is that of the sums, not the middle of its parts', () => {
    const [share, ...others] = shares(on34([...ratio('63:10', 1, 10), ...ratio('63:15', 90, 90)]))
    expect([share?.value, others]).toEqual([91, []])
    expect(share).toMatchObject({ basis: 'ratio', scope: '', state: 'value', merged: { of: 2 } })
    expect(share?.comparisonKey).toBe('solved_share|total|percent|2024-01-01/2024-12-31/stated')
  })

  test('of fewer than all old units stays side by side', () => {
    const figures = on34([...ratio('63:35', 1, 10), ...ratio('63:36', 9, 10)])
    expect(shares(figures).map(({ value, state }) => [value, state])).toEqual([
      [10, 'only_parts'],
      [90, 'only_parts'],
    ])
  })

  test('whose counts are of two times stays side by side', () => {
    expect(shares(on34([...ratio('63:10', 1, 10), ...ratio('63:15', 9, 10, '2023-01-01/2023-12-31/stated')]))).toHaveLength(2)
  })

  test('beside a printed one of another time stays side by side', () => {
    const printed = told('63:15', { indicator: 'solved_share', unit: 'percent', value: 77 }, '2025-01-01/2025-06-30/stated')
    const [solved, cases] = ratio('63:15', 9, 10)
    expect(shares(on34([...ratio('63:10', 1, 10), solved as Figure, cases as Figure, printed]))).toHaveLength(2)
  })

  test('is as doubtful as any of its parts, and as wrong', () => {
    const [share] = shares(
      on34([...ratio('63:10', 1, 10, undefined, { needsVerification: true, mismatch: true }), ...ratio('63:15', 9, 10)]),
    )
    expect(share).toMatchObject({ value: 50, needsVerification: true, mismatch: true })
  })

  test('is not made where both counts are lower bounds', () => {
    const bounded = ratio('63:15', 9, 10).map((one) => (one.indicator === 'solved_share' ? one : { ...one, low: true }))
    expect(shares(on34([...ratio('63:10', 1, 10), ...bounded]))).toHaveLength(2)
  })

  test('is not made where the figures of the ratio are filtered away', () => {
    const counts = [...ratio('63:10', 1, 10), ...ratio('63:15', 9, 10)].filter(({ indicator }) => indicator !== 'solved_share')
    expect(shares(on34(counts))).toEqual([])
  })

  test('in a window across the merger is that of both lists', () => {
    const half = (by: string, spans: string, solved: number, cases: number) =>
      ratio(by, solved, cases).map((one) => {
        const { indicator, unit, value, basis } = one
        return toldIn(by, spans, { indicator, unit, value, basis })
      })
    const figures = [
      ...half('63:10', FIRST_HALF_2025, 1, 10),
      ...half('63:15', FIRST_HALF_2025, 4, 10),
      ...half('34:15', SECOND_HALF_2025, 45, 80),
    ]
    const [share, ...others] = shares(onList(figures, context('34', YEAR_2025)).figures)
    expect([share?.value, share?.days, share?.merged?.joined, others]).toEqual([50, 365, true, []])
  })

  test('of a unit that was not merged is that of both lists too', () => {
    const half = (by: string, spans: string, solved: number, cases: number) =>
      ratio(by, solved, cases).map(({ indicator, unit, value, basis }) => toldIn(by, spans, { indicator, unit, value, basis }))
    const figures = [...half('63:01', FIRST_HALF_2025, 5, 20), ...half('34:01', SECOND_HALF_2025, 45, 80)]
    expect(shares(onList(figures, context('34', YEAR_2025)).figures).map(({ value }) => value)).toEqual([50])
    expect(shares(onList(figures, context('63', YEAR_2025)).figures).map(({ value }) => value)).toEqual([50])
  })

  const stocks = (by: string, covered: string, communes: string) => {
    const of = (indicator: string, end: string, value: number): Partial<Figure> => ({
      ...{ indicator, unit: 'commune', value },
      period: { start: null, end, basis: 'as_of', duration: '' },
    })
    const share = { ...of('coverage_share', covered, 50), unit: 'percent', basis: 'ratio' as const }
    const window = 'W:2025-01-01/2025-12-31'
    return [told(by, of('covered', covered, 5), window), told(by, of('communes', communes, 10), window), told(by, share, window)]
  }
  const coverage = (figures: readonly Figure[]) =>
    onList(figures, context('34', YEAR_2025)).figures.filter(({ indicator }) => indicator === 'coverage_share')

  test('of stocks is made of counts of one day', () => {
    const day = '2025-06-30'
    const later = '2025-12-31'
    expect(
      coverage([...stocks('63:10', day, day), ...stocks('63:15', day, day)]).map(({ value, scope }) => [value, scope]),
    ).toEqual([[50, '']])
    expect(coverage([...stocks('63:10', day, later), ...stocks('63:15', day, later)])).toHaveLength(2)
    expect(coverage([...stocks('63:10', day, day), ...stocks('63:15', later, later)])).toHaveLength(2)
  })
})

test('on either list figures stand in the order of place, indicator, scope and kind', () => {
  const figures = [
    toldAllYear('34:86', { indicator: 'tips' }),
    toldAllYear('34:37', { indicator: 'tips' }),
    toldAllYear('63:36', { indicator: 'models' }),
    toldAllYear('63:01', { indicator: 'tips' }),
    toldAllYear('63:01', { indicator: 'items', breakdownKey: 'item', breakdownValues: ['gun'], basis: 'part' }),
  ]
  const order = (units: '34' | '63') =>
    onList(figures, context(units, YEAR_2025)).figures.map(({ territory, indicator }) => `${territory.code} ${indicator}`)
  expect(order('34')).toEqual(['01 items', '01 tips', '37 models', '37 tips', '86 tips'])
  expect(order('63')).toEqual(['01 items', '01 tips', '36 models'])
})
