import fc from 'fast-check'
import { type DatasetMeta, NOTHING_BESIDE } from '../../src/model/dataset.ts'
import type { Breakdown, Indicator } from '../../src/model/indicator.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { RuleBook } from '../../src/model/rules/resolved-row.ts'
import type { Source } from '../../src/model/source.ts'
import type { Territory, TerritoryKey } from '../../src/model/territory.ts'

const both = (text: string) => ({ vi: `${text} vi`, en: `${text} en` })

function indicator(code: string, aggregation: Indicator['aggregation'], more: Partial<Indicator> = {}): Indicator {
  return {
    code,
    label: both(code),
    definition: both(code),
    domain: 'tips',
    unit: 'tip',
    aggregation,
    partOf: null,
    decimals: 1,
    direction: 'neutral',
    headlineOrder: null,
    numerator: null,
    denominator: null,
    ...more,
  }
}

/** A package small enough that random rows collide on every rule. */
export const WORLD_INDICATORS: readonly Indicator[] = [
  indicator('flow', 'sum'),
  indicator('stock', 'last'),
  indicator('printed', 'none'),
  indicator('top', 'last'),
  indicator('bottom', 'last'),
  indicator('share', 'ratio', { unit: 'percent', numerator: 'top', denominator: 'bottom' }),
  indicator('won', 'sum'),
  indicator('tried', 'sum'),
  indicator('rate', 'ratio', { unit: 'percent', numerator: 'won', denominator: 'tried' }),
]

export const WORLD_BREAKDOWNS: readonly Breakdown[] = [
  { indicator: 'flow', key: 'add', rule: 'additive' },
  { indicator: 'flow', key: 'more', rule: 'additive' },
  { indicator: 'flow', key: 'kind', rule: 'not_additive' },
  { indicator: 'stock', key: 'add', rule: 'additive' },
  { indicator: 'stock', key: 'kind', rule: 'definition' },
]

function source(id: string, order: number, publishedDate: string | null, reportYear: number | null): Source {
  return {
    id,
    order,
    title: id,
    publisher: '',
    author: '',
    publishedDate,
    url: '',
    reportYear,
    reportYearBasis: both('basis'),
    periodLabel: both('period'),
    reportType: both('type'),
    provinceVi: '',
    calendarStart: null,
  }
}

/** Two sources share an order, so that the date of publication has to decide. */
export const WORLD_SOURCES: readonly Source[] = [
  source('A', 0, '2024-03-01', 2024),
  source('B', 1, null, 2023),
  source('C', 1, '2023-05-05', null),
]

const TERRITORIES: readonly Territory[] = ['36', '84'].map((code) => ({
  set: '63',
  code,
  name: both(code),
  kind: 'tinh',
  region: both('region'),
  mergedInto: null,
  formedFrom: [],
  aliases: [],
}))

const code = (key: string, value: string) => ({ key, value, label: both(value), unit: null, parent: null, order: 0 })

export function worldMeta(schema: string): DatasetMeta {
  return {
    id: 'world',
    localFile: null,
    title: both('world'),
    description: both('world'),
    fingerprint: schema.slice(3),
    schema,
    simulated: true,
    licence: '',
    indicators: WORLD_INDICATORS,
    breakdowns: WORLD_BREAKDOWNS,
    codes: [
      ...['add', 'more', 'kind'].flatMap((key) => ['x', 'y', 'z'].map((value) => code(key, value))),
      ...['tip', 'gram', 'percent'].map((value) => code('unit', value)),
    ],
    sources: WORLD_SOURCES,
    models: [],
    reporters: ['63:36', '63:84'],
    territories: new Map(TERRITORIES.map((t) => [`${t.set}:${t.code}` as TerritoryKey, t])),
    territorySets: ['63'],
    calendar: '01-01',
    ...NOTHING_BESIDE,
    defaultView: {},
  }
}

export function worldBook(): RuleBook {
  return {
    indicators: new Map(WORLD_INDICATORS.map((i) => [i.code, i])),
    sources: new Map(WORLD_SOURCES.map((s) => [s.id, s])),
    rules: new Map(WORLD_BREAKDOWNS.map((b) => [`${b.indicator} ${b.key}`, b.rule])),
  }
}

const SPANS: readonly (readonly [string | null, string | null])[] = [
  ...Array.from({ length: 12 }, (_, m) => {
    const last = new Date(Date.UTC(2024, m + 1, 0)).getUTCDate()
    const month = String(m + 1).padStart(2, '0')
    return [`2024-${month}-01`, `2024-${month}-${last}`] as const
  }),
  ['2024-01-01', '2024-06-30'],
  ['2024-07-01', '2024-12-31'],
  ['2024-01-01', '2024-03-31'],
  ['2024-02-15', '2024-05-14'],
  ['2024-01-01', '2024-12-31'],
  ['2023-01-01', '2023-12-31'],
  ['2023-12-15', '2024-01-14'],
  [null, '2024-12-31'],
  ['2019-01-01', null],
  [null, null],
]

/** What a row says and how sure it is: [value, qualifier, word, magnitude, status]. */
const SAID: readonly [number | null, Observation['qualifier'], string, number | null, Observation['status']][] = [
  [12, 'exact', '', null, 'reported'],
  [5, 'exact', '', null, 'reported'],
  [7, 'exact', '', null, 'provisional'],
  [0, 'exact', '', null, 'reported'],
  [100, 'at_least', 'trên', null, 'reported'],
  [40, 'at_most', 'không quá', null, 'reported'],
  [30, 'about', 'khoảng', null, 'estimated'],
  [60, 'about', 'gần', null, 'reported'],
  [null, 'unquantified', '', 100, 'reported'],
  [null, 'exact', '', null, 'suppressed'],
  [null, 'exact', '', null, 'not_applicable'],
]

const LEVELS: readonly [Observation['unitLevel'], string, string, Observation['levelRelation']][] = [
  ['tinh', 'Công an tỉnh', '', ''],
  ['tinh', 'Công an tỉnh', '', ''],
  ['tinh', 'Công an tỉnh', '', ''],
  ['tinh', 'Đoàn Thanh niên', 'chỉ Đoàn Thanh niên', ''],
  ['xa', 'Công an xã Long', 'chỉ xã Long', 'within'],
  ['phong', 'Phòng An ninh', 'chỉ Phòng An ninh', 'additional'],
]

const breakdownOf: Readonly<Record<string, readonly string[]>> = {
  flow: ['', 'add', 'add', 'more', 'kind'],
  stock: ['', 'add', 'kind'],
}

const rowArbitrary = fc
  .record({
    indicator: fc.constantFrom('flow', 'flow', 'flow', 'stock', 'stock', 'printed', 'top', 'bottom', 'share'),
    place: fc.constantFrom('36', '36', '84'),
    level: fc.constantFrom(...LEVELS),
    span: fc.constantFrom(...SPANS),
    basis: fc.constantFrom('stated', 'stated', 'carried', 'as_of', 'not_stated'),
    source: fc.constantFrom('A', 'A', 'B', 'C'),
    revision: fc.constantFrom(1, 1, 1, 2),
    said: fc.constantFrom(...SAID),
    key: fc.nat(9),
    value: fc.constantFrom('x', 'x', 'y', 'z'),
    gram: fc.constantFrom(false, false, false, false, true),
    verify: fc.constantFrom(false, false, false, true),
    duration: fc.constantFrom('', '', 'P5Y'),
  })
  .map((r): Omit<Observation, 'row'> => {
    const keys = breakdownOf[r.indicator] ?? ['']
    const breakdownKey = keys[r.key % keys.length] as string
    return {
      observationId: '',
      sourceId: r.source,
      revision: r.revision,
      territorySet: '63',
      provinceCode: r.place,
      unitLevel: r.level[0],
      unitName: r.level[1],
      scopeVi: r.level[2],
      scopeEn: r.level[2] === '' ? '' : `en ${r.level[2]}`,
      levelRelation: r.level[3],
      periodStart: r.span[0],
      periodEnd: r.span[1],
      periodBasis: r.basis as Observation['periodBasis'],
      durationStated: r.duration,
      indicator: r.indicator,
      breakdownKey,
      breakdownValue: breakdownKey === '' ? '' : r.value,
      value: r.said[0],
      unit: r.gram ? 'gram' : r.indicator === 'share' ? 'percent' : 'tip',
      status: r.said[4],
      qualifier: r.said[1],
      qualifierWord: r.said[2],
      magnitude: r.said[3],
      needsVerification: r.verify,
    }
  })

const EXACT = { value: 12, qualifier: 'exact', qualifierWord: '', magnitude: null, status: 'reported' } as const

/**
 * Rows that say again what an earlier row said: a revision, another source, the same key twice, another part of the whole, a
 * whole that its parts do not make, counts of a ratio, halves that their year does not make, an addition by another source.
 */
const echoArbitrary = fc.record({
  of: fc.nat(44),
  kind: fc.constantFrom('revision', 'source', 'again', 'part', 'total', 'whole', 'ratio', 'counts', 'halves', 'addition'),
  said: fc.constantFrom(...SAID),
})

/** A random world of a few dozen rows that collide. */
export const worldArbitrary: fc.Arbitrary<readonly Observation[]> = fc
  .tuple(fc.array(rowArbitrary, { minLength: 5, maxLength: 30 }), fc.array(echoArbitrary, { maxLength: 20 }))
  .map(([rows, echoes]) => {
    const all = [...rows]
    for (const echo of echoes) {
      const row = rows[echo.of % rows.length] as Omit<Observation, 'row'>
      const said = {
        value: echo.said[0],
        qualifier: echo.said[1],
        qualifierWord: echo.said[2],
        magnitude: echo.said[3],
        status: echo.said[4],
      }
      if (echo.kind === 'revision') all.push({ ...row, ...said, revision: row.revision + 1 })
      if (echo.kind === 'source') all.push({ ...row, ...said, sourceId: row.sourceId === 'B' ? 'C' : 'B' })
      if (echo.kind === 'again') all.push({ ...row, ...said })
      if (echo.kind === 'part' && row.breakdownKey !== '')
        all.push({ ...row, ...said, breakdownValue: row.breakdownValue === 'x' ? 'y' : 'x' })
      if (echo.kind === 'ratio' || echo.kind === 'counts') {
        const whole = { ...row, breakdownKey: '', breakdownValue: '', unit: 'tip' }
        const [top, bottom, ratio] = row.indicator === 'flow' ? ['won', 'tried', 'rate'] : ['top', 'bottom', 'share']
        all.push({ ...whole, indicator: top, ...said }, { ...whole, indicator: bottom })
        if (echo.kind === 'ratio') all.push({ ...whole, indicator: ratio, unit: 'percent' })
      }
      if (echo.kind === 'total') all.push({ ...row, breakdownKey: '', breakdownValue: '' })
      if (echo.kind === 'whole')
        all.push({ ...row, ...EXACT, breakdownKey: '', breakdownValue: '' }, { ...row, ...EXACT, value: 5 })
      if (echo.kind === 'halves') {
        const halves = [
          ['2024-01-01', '2024-06-30'] as const,
          ['2024-07-01', '2024-12-31'] as const,
          ['2024-01-01', '2024-12-31'] as const,
        ]
        for (const [periodStart, periodEnd] of halves) all.push({ ...row, ...EXACT, periodStart, periodEnd })
      }
      if (echo.kind === 'addition') {
        all.push({
          ...row,
          sourceId: row.sourceId === 'B' ? 'C' : 'B',
          unitLevel: 'phong',
          unitName: 'Phòng An ninh',
          scopeVi: 'chỉ Phòng An ninh',
          scopeEn: 'en',
          levelRelation: 'additional',
        })
      }
    }
    return all.map((row, at) => ({ ...row, row: at }))
  })

/** The columns of a raw table for typed observations, and SQL values of its rows. */
export function rawRows(rows: readonly Observation[]): {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
} {
  const text = (value: string | number | null) => (value === null ? '' : String(value))
  const of: readonly [string, (o: Observation) => string | number | null][] = [
    ['source_id', (o) => o.sourceId],
    ['revision', (o) => o.revision],
    ['territory_set', (o) => o.territorySet],
    ['province_code', (o) => o.provinceCode],
    ['unit_level', (o) => o.unitLevel],
    ['unit_name', (o) => o.unitName],
    ['scope_vi', (o) => o.scopeVi],
    ['scope_en', (o) => o.scopeEn],
    ['level_relation', (o) => o.levelRelation],
    ['period_start', (o) => o.periodStart],
    ['period_end', (o) => o.periodEnd],
    ['period_basis', (o) => o.periodBasis],
    ['duration_stated', (o) => o.durationStated],
    ['indicator_code', (o) => o.indicator],
    ['breakdown_key', (o) => o.breakdownKey],
    ['breakdown_value', (o) => o.breakdownValue],
    ['value', (o) => o.value],
    ['unit', (o) => o.unit],
    ['status', (o) => o.status],
    ['qualifier', (o) => o.qualifier],
    ['qualifier_word', (o) => o.qualifierWord],
    ['magnitude', (o) => o.magnitude],
    ['verify_vi', (o) => (o.needsVerification ? 'nghi' : '')],
  ]
  return { columns: of.map(([name]) => name), rows: rows.map((row) => of.map(([, read]) => text(read(row)))) }
}
