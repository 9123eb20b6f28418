import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datasetsFolder, readRecords } from '../support/dataset-files.ts'
import { givenAway, type Published } from '../support/given-away.ts'

type Row = Readonly<Record<string, string>>

interface SmallCounts {
  readonly WITHHELD: Row
  withoutSmallCounts(
    observations: readonly Row[],
    rules: {
      readonly indicators: readonly Row[]
      readonly breakdowns: readonly Row[]
      readonly oldUnits: ReadonlyMap<string, readonly string[]>
      readonly threshold: number
    },
  ): readonly Row[]
}

const { withoutSmallCounts, WITHHELD }: SmallCounts = await import(join(datasetsFolder, 'build/small-counts.mjs'))

const INDICATORS = [
  { indicator_code: 'cases', aggregation: 'sum', numerator: '', denominator: '' },
  { indicator_code: 'solved', aggregation: 'sum', part_of: 'cases', numerator: '', denominator: '' },
  { indicator_code: 'models', aggregation: 'last', numerator: '', denominator: '' },
  { indicator_code: 'money', aggregation: 'sum', numerator: '', denominator: '' },
  { indicator_code: 'share', aggregation: 'ratio', numerator: 'solved', denominator: 'cases' },
]
const BREAKDOWNS = [
  { indicator_code: 'cases', breakdown_key: 'kind', rule: 'additive' },
  { indicator_code: 'cases', breakdown_key: 'age', rule: 'additive' },
  { indicator_code: 'cases', breakdown_key: 'item', rule: 'not_additive' },
  { indicator_code: 'cases', breakdown_key: 'meaning', rule: 'definition' },
  { indicator_code: 'models', breakdown_key: 'kind', rule: 'additive' },
]
const OLD_UNITS = new Map([
  ['37', ['35', '36', '37']],
  ['48', ['48', '49']],
  ['01', ['01']],
])

const suppress = (rows: readonly Row[], threshold = 3) =>
  withoutSmallCounts(rows, { indicators: INDICATORS, breakdowns: BREAKDOWNS, oldUnits: OLD_UNITS, threshold })

/** Ids of the rows that are withheld. */
const withheld = (rows: readonly Row[]) => rows.filter(({ status }) => status === 'suppressed').map((row) => row.observation_id)

/** A row of cases in Nam Định in January 2024; `id` names its time, its part and whatever sets it apart. */
function row(id: string, value: number | string, more: Row = {}): Row {
  return {
    ...{ observation_id: id, source_id: 'A', revision: '1', territory_set: '63', province_code: '36', unit_level: 'tinh' },
    ...{ unit_name: 'Công an tỉnh', scope_vi: '', scope_en: '', level_relation: '', period_start: '2024-01-01' },
    ...{ period_end: '2024-01-31', period_basis: 'stated', duration_stated: '', indicator_code: 'cases' },
    ...{ breakdown_key: '', breakdown_value: '', value: String(value), unit: 'case', status: 'reported', qualifier: 'exact' },
    ...{ qualifier_word: '', magnitude: '', printed: `${value} vụ`, locator: 'bảng 1', verify_vi: '', verify_en: '' },
    ...{ note_vi: '', note_en: '' },
    ...more,
  }
}

const kind = (value: string): Row => ({ breakdown_key: 'kind', breakdown_value: value })
const age = (value: string): Row => ({ breakdown_key: 'age', breakdown_value: value })
const days = (from: string, to: string): Row => ({ period_start: from, period_end: to })
const month = (at: number): Row => {
  const name = String(at).padStart(2, '0')
  return days(`2024-${name}-01`, `2024-${name}-${new Date(Date.UTC(2024, at, 0)).getUTCDate()}`)
}
const YEAR = days('2024-01-01', '2024-12-31')
const months = (values: readonly number[]) => values.map((value, at) => row(`m${at + 1}`, value, month(at + 1)))

/** Each with the ids that have to be withheld, the small ones first. */
const CASES: readonly (readonly [name: string, rows: readonly Row[], due: readonly string[]])[] = [
  ['a small count alone', [row('x', 2), row('y', 40, month(2))], ['x']],
  ['zero and the threshold itself are published', [row('x', 0), row('y', 3, month(2))], []],
  ['money and shares are no counts', [row('x', 2, { unit: 'VND' }), row('y', 2, { unit: 'percent', province_code: '84' })], []],
  [
    'a total less its other parts: the smallest of them goes too',
    [row('t', 60), row('a', 2, kind('a')), row('b', 18, kind('b')), row('c', 40, kind('c'))],
    ['a', 'b'],
  ],
  [
    'a zero gives nothing to hide behind',
    [row('t', 42), row('a', 2, kind('a')), row('b', 0, kind('b')), row('c', 40, kind('c'))],
    ['a', 'c'],
  ],
  [
    'of two alike the first id goes',
    [row('t', 38), row('a', 2, kind('a')), row('c', 18, kind('c')), row('b', 18, kind('b'))],
    ['a', 'b'],
  ],
  ['parts without a total give nothing away', [row('a', 2, kind('a')), row('b', 18, kind('b'))], ['a']],
  [
    'two breakdowns without a total: what one comes to is what the other comes to',
    [row('a', 2, kind('a')), row('b', 18, kind('b')), row('u', 9, age('u')), row('v', 11, age('v'))],
    ['a', 'u'],
  ],
  [
    'two breakdowns with a total: each needs a second one',
    [row('t', 20), row('a', 2, kind('a')), row('b', 18, kind('b')), row('u', 1, age('u')), row('v', 19, age('v'))],
    ['a', 'b', 'u', 'v'],
  ],
  [
    'kinds and definitions do not come to their total',
    [
      row('t', 20),
      row('a', 2, { breakdown_key: 'item', breakdown_value: 'a' }),
      row('b', 18, { breakdown_key: 'item', breakdown_value: 'b' }),
      row('u', 1, { breakdown_key: 'meaning', breakdown_value: 'u' }),
    ],
    ['a', 'u'],
  ],
  ['a part of an indicator leaves the rest unsaid', [row('t', 20), row('s', 2, { indicator_code: 'solved' })], ['s']],
  ['a year less eleven months', [row('y', 102, YEAR), ...months([10, 10, 10, 10, 10, 2, 8, 9, 11, 7, 10, 5])], ['m6', 'm12']],
  [
    'a half-year less five months, a year less its other half',
    [
      row('y', 100, YEAR),
      row('h1', 52, days('2024-01-01', '2024-06-30')),
      row('h2', 48, days('2024-07-01', '2024-12-31')),
      ...months([10, 10, 12, 12, 6, 2]),
    ],
    ['m6', 'm5'],
  ],
  [
    'nine months less six',
    [
      row('nine', 31, days('2024-01-01', '2024-09-30')),
      row('six', 29, days('2024-01-01', '2024-06-30')),
      row('third', 2, days('2024-07-01', '2024-09-30')),
    ],
    ['third', 'six'],
  ],
  [
    'months that overlap neither make nor fill a period',
    [row('x', 2, days('2024-01-15', '2024-02-14')), row('y', 30, days('2024-01-01', '2024-02-29')), row('z', 20)],
    ['x'],
  ],
  [
    'nested: parts by month, their total by year',
    [
      row('y', 21, days('2024-01-01', '2024-02-29')),
      row('a1', 2, kind('a')),
      row('b1', 5, kind('b')),
      row('a2', 6, { ...kind('a'), ...month(2) }),
      row('b2', 8, { ...kind('b'), ...month(2) }),
    ],
    ['a1', 'b1'],
  ],
  [
    'nested: parts of the year and of its months, which have no totals',
    [
      row('a', 8, { ...kind('a'), ...days('2024-01-01', '2024-02-29') }),
      row('b', 13, { ...kind('b'), ...days('2024-01-01', '2024-02-29') }),
      row('a1', 2, kind('a')),
      row('a2', 6, { ...kind('a'), ...month(2) }),
      row('b1', 5, kind('b')),
      row('b2', 8, { ...kind('b'), ...month(2) }),
    ],
    ['a1', 'a2'],
  ],
  ['a revision and what it corrects', [row('x', 2), row('x2', 4, { revision: '2' }), row('other', 40, month(2))], ['x', 'x2']],
  ['another source of the same figure', [row('x', 4), row('b', 2, { source_id: 'B' })], ['b', 'x']],
  [
    'another source of another time stays',
    [row('x', 4, { period_start: '' }), row('b', 2, { source_id: 'B', period_start: '' })],
    ['b'],
  ],
  [
    'a new unit less its other old ones',
    [
      row('new', 42, { territory_set: '34', province_code: '48' }),
      row('old48', 2, { province_code: '48' }),
      row('old49', 40, { province_code: '49' }),
    ],
    ['old48', 'old49'],
  ],
  [
    'a new unit beside only one of its old ones',
    [row('new', 42, { territory_set: '34', province_code: '48' }), row('old48', 2, { province_code: '48' })],
    ['old48'],
  ],
  [
    'a unit that did not merge is the same on both lists',
    [row('new', 2, { territory_set: '34', province_code: '01' }), row('old', 2, { province_code: '01' })],
    ['new', 'old'],
  ],
  [
    'a new unit whose old ones report parts only',
    [
      row('new', 42, { territory_set: '34', province_code: '48' }),
      row('a48', 2, { province_code: '48', ...kind('a') }),
      row('b48', 9, { province_code: '48', ...kind('b') }),
      row('old49', 31, { province_code: '49' }),
    ],
    ['a48', 'b48'],
  ],
  [
    'a part that a table leaves out is taken for nothing',
    [
      row('new', 42, { territory_set: '34', province_code: '48' }),
      row('a48', 2, { province_code: '48', ...kind('a') }),
      row('old49', 40, { province_code: '49' }),
      row('b49', 40, { province_code: '49', ...kind('b') }),
    ],
    ['a48', 'b49', 'old49'],
  ],
  [
    'a share beside its count',
    [
      row('s', 2, { indicator_code: 'solved' }),
      row('c', 40),
      row('p', 5, { indicator_code: 'share', unit: 'percent' }),
      row('p2', 50, { indicator_code: 'share', unit: 'percent', ...month(2) }),
    ],
    ['s', 'p'],
  ],
  [
    'units inside a province that are all there are',
    [
      row('t', 30),
      row('x1', 2, { unit_level: 'xa', unit_name: 'xã Long', scope_vi: 'xã Long' }),
      row('x2', 28, { unit_level: 'xa', unit_name: 'xã Phú', scope_vi: 'xã Phú' }),
    ],
    ['x1', 'x2'],
  ],
  [
    'units inside a province of which some are missing',
    [
      row('t', 90),
      row('x1', 2, { unit_level: 'xa', unit_name: 'xã Long', scope_vi: 'xã Long' }),
      row('x2', 28, { unit_level: 'xa', unit_name: 'xã Phú', scope_vi: 'xã Phú' }),
    ],
    ['x1'],
  ],
  [
    'stocks of one day add up over their parts, and never over time',
    [
      row('t', 20, { indicator_code: 'models', period_start: '' }),
      row('a', 2, { indicator_code: 'models', period_start: '', ...kind('a') }),
      row('b', 18, { indicator_code: 'models', period_start: '', ...kind('b') }),
      row('t2', 22, { indicator_code: 'models', period_start: '', period_end: '2024-02-29' }),
    ],
    ['a', 'b'],
  ],
  [
    'two withheld parts that can only be one each',
    [row('t', 7), row('a', 1, kind('a')), row('b', 1, kind('b')), row('c', 5, kind('c'))],
    ['a', 'b', 'c'],
  ],
  [
    'what a source withholds itself',
    [row('t', 60), row('a', '', { ...kind('a'), status: 'suppressed' }), row('b', 18, kind('b')), row('c', 40, kind('c'))],
    ['a', 'b'],
  ],
]

describe('hand-made packages', () => {
  test.each(CASES)('%s', (_, rows, due) => {
    const written = suppress(rows)
    expect(withheld(written).toSorted()).toEqual(due.toSorted())
    expect(givenAway(published(written), OLD_UNITS)).toEqual([])
  })

  test.each(CASES)('%s: the order of the rows does not matter', (_, rows, due) => {
    expect(withheld(suppress(rows.toReversed())).toSorted()).toEqual(due.toSorted())
  })

  test('the check finds what is given away', () => {
    const bare = (id: string, rows: readonly Row[]) =>
      givenAway(
        published(rows.map((one) => (one.observation_id === id ? { ...one, value: '', status: 'suppressed' } : one))),
        OLD_UNITS,
      )
    const found = CASES.flatMap(([name, rows, [first, ...more]]) =>
      first && more.length > 0 ? [[name, bare(first, rows)] as const] : [],
    )
    const linear = found.filter(([, ids]) => ids.length > 0).map(([name]) => name)
    // Shares, sources and sums that leave each only one are no matter of sums over what is published.
    expect(linear.length).toBeGreaterThan(10)
    expect(linear).toEqual(
      expect.arrayContaining([
        'a total less its other parts: the smallest of them goes too',
        'two breakdowns without a total: what one comes to is what the other comes to',
        'a year less eleven months',
        'nine months less six',
        'nested: parts by month, their total by year',
        'a new unit less its other old ones',
      ]),
    )
  })
})

describe('a withheld row', () => {
  const rows = [
    row('t', 60),
    row('a', 2, {
      ...kind('a'),
      ...{ qualifier: 'at_least', qualifier_word: 'trên', magnitude: '10', status: 'provisional', locator: 'đoạn 4: “2 vụ”' },
      ...{ verify_vi: 'có thể là 2', verify_en: 'may be 2', note_vi: 'Đính chính số 2.', note_en: 'Corrects the 2.' },
    }),
    row('b', 18, kind('b')),
    row('c', 40, kind('c')),
  ]

  test('has its number nowhere, and nothing tells whether it was small', () => {
    const [, small, beside] = suppress(rows)
    expect(small).toMatchObject({ value: '', status: 'suppressed', magnitude: '', qualifier: 'exact', ...WITHHELD })
    for (const one of [small, beside]) {
      for (const column of ['value', 'printed', 'locator', 'note_vi', 'note_en', 'verify_vi', 'verify_en', 'qualifier_word'])
        expect(one?.[column], column).not.toMatch(/\d/)
    }
    const shared = ({ observation_id: _, breakdown_value: __, ...rest }: Row) => rest
    expect(shared(small as Row)).toEqual(shared(beside as Row))
    expect(Object.keys(small as Row)).toEqual(Object.keys(rows[1] as Row))
  })

  test('is the only thing that changes, and without a threshold nothing does', () => {
    const written = suppress(rows)
    expect(written.filter(({ status }) => status !== 'suppressed')).toEqual([rows[0], rows[3]])
    expect(suppress(rows, 0)).toBe(rows)
    expect(suppress(written)).toEqual(written)
  })

  test('is not repeated by the words of another row: such a package is refused', () => {
    const telling = (note: string) => suppress([{ ...(rows[0] as Row), note_vi: note }, ...rows.slice(1)])
    expect(() => telling('Trong đó có 2 vụ.')).toThrow('t repeats what a may not say')
    expect(withheld(telling('Trong đó có 12 vụ.'))).toEqual(['a', 'b'])
  })
})

describe('random small packages', () => {
  /** Cases of two provinces that became one, in two months, of two kinds and two ages: what is true, and which sums of it are printed. */
  const world = fc.record({
    truth: fc.array(fc.constantFrom(0, 0, 1, 1, 2, 4, 9), { minLength: 16, maxLength: 16 }),
    printed: fc.array(fc.boolean(), { minLength: 45, maxLength: 45 }),
    threshold: fc.constantFrom(2, 3, 5),
  })

  test('no withheld number follows from what is published', () => {
    let hidden = 0
    fc.assert(
      fc.property(world, ({ truth, printed, threshold }) => {
        const written = suppress(
          packageOf(truth).filter((_, at) => printed[at]),
          threshold,
        )
        hidden += withheld(written).length
        for (const { value } of written) expect(Number(value) === 0 || Number(value) >= threshold).toBe(true)
        expect(givenAway(published(written), OLD_UNITS)).toEqual([])
      }),
      { numRuns: 150, seed: 20261122 },
    )
    expect(hidden).toBeGreaterThan(800)
  })

  test('each withheld number could be another one: all whole numbers are tried', () => {
    let tried = 0
    const few = fc.record({
      truth: fc.array(fc.constantFrom(0, 1, 1, 2, 3), { minLength: 4, maxLength: 4 }),
      printed: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
      byMonth: fc.boolean(),
    })
    fc.assert(
      fc.property(few, ({ truth, printed, byMonth }) => {
        const cells = sumsOfFour(truth, byMonth).filter((_, at) => printed[at])
        const written = suppress(cells.map(({ row: one }) => one))
        const could = cells.map(() => new Set<number>())
        for (const atoms of allOf(4, 8)) {
          const sums = cells.map(({ of }) => of.reduce((sum, at) => sum + (atoms[at] as number), 0))
          const fits = written.every(({ value, status }, at) => (status === 'suppressed' ? true : Number(value) === sums[at]))
          if (fits) for (const [at, sum] of sums.entries()) could[at]?.add(sum)
        }
        written.forEach(({ status }, at) => {
          // A zero goes only where nothing else is left; that it is one may be seen.
          if (status !== 'suppressed' || cells[at]?.row.value === '0') return
          tried += 1
          const positive = [...(could[at] ?? [])].filter((value) => value > 0)
          expect(positive.length, JSON.stringify(written.map((one) => [one.observation_id, one.value]))).toBeGreaterThan(1)
        })
      }),
      { numRuns: 150, seed: 20261122 },
    )
    expect(tried).toBeGreaterThan(150)
  })
})

describe.each(['demo-simulated', 'public-reports'])('%s as it is written', (name) => {
  const folder = join(datasetsFolder, name)
  const { danVanAtlas } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'))
  const threshold: number = danVanAtlas.smallCountThreshold

  test('has no count below its threshold, and what it withholds is not given away', async () => {
    const rows = await readRecords(`${name}/observations.csv`)
    const indicators = new Map((await readRecords(`${name}/indicators.csv`)).map((one) => [one.indicator_code, one.aggregation]))
    const counts = rows.filter(
      ({ indicator_code, unit, value }) =>
        ['sum', 'last'].includes(indicators.get(indicator_code) ?? '') &&
        !['VND', 'percent'].includes(unit ?? '') &&
        value !== '',
    )
    expect(counts.filter(({ value }) => Number(value) > 0 && Number(value) < threshold)).toEqual([])
    const hidden = rows.filter(({ status }) => status === 'suppressed')
    expect(hidden).toHaveLength(name === 'demo-simulated' ? 36 : 0)
    expect(threshold).toBe(name === 'demo-simulated' ? 3 : 0)
    for (const one of hidden) {
      expect(one).toMatchObject({ value: '', magnitude: '', qualifier: 'exact', ...WITHHELD })
      expect([one.locator, one.verify_vi, one.verify_en]).toEqual([WITHHELD.printed, '', ''])
    }
    const additive = (await readRecords(`${name}/breakdowns.csv`)).filter(({ rule }) => rule === 'additive')
    const keys = new Set(additive.map((one) => `${one.indicator_code} ${one.breakdown_key}`))
    expect(givenAway(published(rows, indicators, keys), OLD_UNITS)).toEqual([])
  })
})

/** Rows as the check reads them: those whose numbers add, known or withheld. */
function published(
  rows: readonly Row[],
  aggregations: ReadonlyMap<string | undefined, string | undefined> = new Map(
    INDICATORS.map((one) => [one.indicator_code, one.aggregation]),
  ),
  additive: ReadonlySet<string> = new Set(
    BREAKDOWNS.flatMap((one) => (one.rule === 'additive' ? [`${one.indicator_code} ${one.breakdown_key}`] : [])),
  ),
): Published[] {
  return rows.flatMap((one) => {
    const [indicator = '', key = ''] = [one.indicator_code, one.breakdown_key]
    const aggregation = aggregations.get(indicator)
    if (aggregation !== 'sum' && aggregation !== 'last') return []
    if (one.value === '' && one.status !== 'suppressed') return []
    const { observation_id: id = '', source_id: source = '', territory_set: set = '', province_code: code = '' } = one
    const scope = one.unit_level === 'tinh' && one.scope_vi === '' ? '' : `${one.unit_level} ${one.unit_name} ${one.scope_vi}`
    const end = one.period_end ?? ''
    return {
      ...{ id, source, set, code, scope, indicator, key, end, isKnown: one.value !== '', value: one.breakdown_value ?? '' },
      ...{ isAdditive: additive.has(`${indicator} ${key}`), start: aggregation === 'last' ? end : (one.period_start ?? '') },
    }
  })
}

/** Every sum that could be printed of 2 provinces × 2 months × 2 kinds × 2 ages, in that order. */
function packageOf(truth: readonly number[]): Row[] {
  const places = [
    { territory_set: '63', province_code: '48' },
    { territory_set: '63', province_code: '49' },
    { territory_set: '34', province_code: '48' },
  ]
  const times = [month(1), month(2), days('2024-01-01', '2024-02-29')]
  const parts = [{}, kind('a'), kind('b'), age('u'), age('v')]
  return places.flatMap((place, p) =>
    times.flatMap((time, t) =>
      parts.map((part, k) => {
        const isIn = (at: number) => {
          const [ofPlace, ofTime, ofKind, ofAge] = [at >> 3, (at >> 2) & 1, (at >> 1) & 1, at & 1]
          const inPart = k === 0 || (k < 3 ? ofKind === k - 1 : ofAge === k - 3)
          return (p === 2 || ofPlace === p) && (t === 2 || ofTime === t) && inPart
        }
        const sum = truth.reduce((all, value, at) => (isIn(at) ? all + value : all), 0)
        return row(`${p}${t}${k}`, sum, { ...place, ...time, ...part })
      }),
    ),
  )
}

/** Of two kinds in two months, or of two kinds in two provinces that became one: all nine sums, and which of the four each adds. */
function sumsOfFour(truth: readonly number[], byMonth: boolean): { readonly row: Row; readonly of: readonly number[] }[] {
  const halves: readonly Row[] = byMonth
    ? [month(1), month(2), days('2024-01-01', '2024-02-29')]
    : [{ province_code: '48' }, { province_code: '49' }, { territory_set: '34', province_code: '48' }]
  return halves.flatMap((half, h) =>
    [{}, kind('a'), kind('b')].map((part, k) => {
      const of = [0, 1, 2, 3].filter((at) => (h === 2 || at >> 1 === h) && (k === 0 || (at & 1) === k - 1))
      return {
        row: row(
          `${h}${k}`,
          of.reduce((sum, at) => sum + (truth[at] as number), 0),
          { ...half, ...part },
        ),
        of,
      }
    }),
  )
}

/** Every list of so many whole numbers up to a most. */
function allOf(length: number, most: number): number[][] {
  if (length === 0) return [[]]
  return allOf(length - 1, most).flatMap((rest) => Array.from({ length: most + 1 }, (_, value) => [value, ...rest]))
}
