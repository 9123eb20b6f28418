import type { Figure } from '../../src/model/figure.ts'
import type { BreakdownRule, Indicator } from '../../src/model/indicator.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { BreakdownFilter } from '../../src/model/rules/breakdown.ts'
import { figuresOf } from '../../src/model/rules/figures.ts'
import { resolveRows } from '../../src/model/rules/resolve-rows.ts'
import type { ResolvedRow, RuleBook } from '../../src/model/rules/resolved-row.ts'
import type { Window } from '../../src/model/rules/time.ts'
import type { Source } from '../../src/model/source.ts'

/** One row: 10 tips of a whole province in 2024, by source A. What a test is about is written out, the rest is left to this. */
export function observation(partial: Partial<Observation> = {}): Observation {
  return {
    row: 0,
    observationId: '',
    sourceId: 'A',
    revision: 1,
    territorySet: '63',
    provinceCode: '36',
    unitLevel: 'tinh',
    unitName: 'Công an tỉnh',
    scopeVi: '',
    scopeEn: '',
    levelRelation: '',
    periodStart: '2024-01-01',
    periodEnd: '2024-12-31',
    periodBasis: 'stated',
    durationStated: '',
    indicator: 'tips',
    breakdownKey: '',
    breakdownValue: '',
    value: 10,
    unit: 'tip',
    status: 'reported',
    qualifier: 'exact',
    qualifierWord: '',
    magnitude: null,
    needsVerification: false,
    ...partial,
  }
}

/** Rows of one dataset, numbered from 0 as they stand. */
export function observations(partials: readonly Partial<Observation>[]): Observation[] {
  return partials.map((partial, row) => observation({ ...partial, row }))
}

/** What a test asks of its rows; all of it is optional. */
export interface Asking {
  readonly window?: Window | null
  readonly filter?: BreakdownFilter
}

export function resolvedFrom(partials: readonly Partial<Observation>[]): ResolvedRow[] {
  return resolveRows(observations(partials), book())
}

export function figuresFrom(partials: readonly Partial<Observation>[], { window = null, filter = {} }: Asking = {}): Figure[] {
  return figuresOf(resolvedFrom(partials), book(), window, filter)
}

/** The only figure of the rows that stands. Throws when there is another, or none. */
export function figureFrom(partials: readonly Partial<Observation>[], asking: Asking = {}): Figure {
  const standing = figuresFrom(partials, asking).filter((figure) => figure.stands)
  const [figure] = standing
  if (!figure || standing.length > 1) throw new Error(`${standing.length} figures stand`)
  return figure
}

/** A row's dates: both bounds, either of which may be unknown. */
export function dated(periodStart: string | null, periodEnd: string | null): Pick<Observation, 'periodStart' | 'periodEnd'> {
  return { periodStart, periodEnd }
}

/** A month of 2024, from 1 to 12. */
export function month(number: number): Pick<Observation, 'periodStart' | 'periodEnd'> {
  const day = (of: number, date: number) => new Date(Date.UTC(2024, of, date)).toISOString().slice(0, 10)
  return dated(day(number - 1, 1), day(number, 0))
}

export const FIRST_HALF = dated('2024-01-01', '2024-06-30')
export const SECOND_HALF = dated('2024-07-01', '2024-12-31')
export const UNDATED = { ...dated(null, null), periodBasis: 'not_stated' } as const
export const YEAR: Window = { from: '2024-01-01', to: '2024-12-31' }
export const HALF_YEAR: Window = { from: '2024-01-01', to: '2024-06-30' }

/** "hàng trăm": words without a number. */
export const HUNDREDS = { value: null, qualifier: 'unquantified', magnitude: 100 } as const
/** "trên 100" */
export const OVER_100 = { value: 100, qualifier: 'at_least', qualifierWord: 'trên' } as const
/** "không quá 40" */
export const AT_MOST_40 = { value: 40, qualifier: 'at_most', qualifierWord: 'không quá' } as const
/** "khoảng 30" */
export const ABOUT_30 = { value: 30, qualifier: 'about', qualifierWord: 'khoảng' } as const
/** "gần 60" */
export const NEARLY_60 = { value: 60, qualifier: 'about', qualifierWord: 'gần' } as const
export const SUPPRESSED = { value: null, status: 'suppressed' } as const
export const NOT_APPLICABLE = { value: null, status: 'not_applicable' } as const

/** A commune whose results may already be in the province's. */
export const COMMUNE = {
  unitLevel: 'xa',
  unitName: 'Công an xã Long Toàn',
  scopeVi: 'chỉ xã Long Toàn',
  scopeEn: 'Long Toàn only',
  levelRelation: 'within',
} as const
/** A department that its report adds to the province's figure. */
export const DEPARTMENT = {
  unitLevel: 'phong',
  unitName: 'Phòng An ninh',
  scopeVi: 'chỉ Phòng An ninh',
  scopeEn: 'Security only',
  levelRelation: 'additional',
} as const
/** A provincial body narrower than the province. */
export const YOUTH_UNION = { unitName: 'Đoàn Thanh niên', scopeVi: 'chỉ Đoàn Thanh niên', scopeEn: 'Youth Union only' } as const

/** A small package: flows, stocks, ratios of both and a figure that never combines, with breakdowns of every rule. */
export function book(): RuleBook {
  return {
    indicators: new Map(INDICATORS.map((indicator) => [indicator.code, indicator])),
    sources: new Map(SOURCES.map((source) => [source.id, source])),
    rules: new Map(Object.entries(RULES)),
  }
}

const RULES: Readonly<Record<string, BreakdownRule>> = {
  'tips tip_kind': 'definition',
  'items item': 'not_additive',
  'gifts recipient': 'additive',
  'gifts season': 'additive',
  'models field': 'additive',
}

const INDICATORS: readonly Indicator[] = [
  indicator('tips', 'sum'),
  indicator('items', 'sum', { unit: 'item' }),
  indicator('gifts', 'sum', { unit: 'gift' }),
  indicator('models', 'last', { unit: 'model' }),
  indicator('covered', 'last', { unit: 'commune' }),
  indicator('communes', 'last', { unit: 'commune' }),
  indicator('coverage_share', 'ratio', { unit: 'percent', numerator: 'covered', denominator: 'communes' }),
  indicator('solved', 'sum', { unit: 'case' }),
  indicator('cases', 'sum', { unit: 'case' }),
  indicator('solved_share', 'ratio', { unit: 'percent', numerator: 'solved', denominator: 'cases' }),
  indicator('online_share', 'none', { unit: 'percent' }),
]

/** A is trusted most; of B, C and D, equal in the package's order, C is the newest and D has no date. */
const SOURCES: readonly Source[] = [
  source('A', 0, '2025-01-10', 2024),
  source('B', 1, '2025-02-01', 2024),
  source('C', 1, '2025-03-01', 2024),
  source('D', 1, null, 2021),
]

function indicator(code: string, aggregation: Indicator['aggregation'], more: Partial<Indicator> = {}): Indicator {
  return {
    code,
    label: { vi: code, en: code },
    definition: { vi: '', en: '' },
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

function source(id: string, order: number, publishedDate: string | null, reportYear: number): Source {
  return {
    id,
    order,
    title: '',
    publisher: '',
    author: '',
    publishedDate,
    url: '',
    reportYear,
    reportYearBasis: { vi: '', en: '' },
    periodLabel: { vi: '', en: '' },
    reportType: { vi: '', en: '' },
    provinceVi: '',
    calendarStart: null,
  }
}
