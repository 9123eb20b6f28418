import type { CalendarStart } from '../../../src/model/calendar.ts'
import { type DatasetMeta, NOTHING_BESIDE } from '../../../src/model/dataset.ts'
import type { ExpectedReport } from '../../../src/model/expected-report.ts'
import type { Aggregation, Breakdown, BreakdownRule, Indicator } from '../../../src/model/indicator.ts'
import type { Observation } from '../../../src/model/observation.ts'
import type { PeerGroup } from '../../../src/model/peer-group.ts'
import type { Source } from '../../../src/model/source.ts'
import type { Target } from '../../../src/model/target.ts'
import { readTerritoryKey, type TerritoryKey, type TerritoryRef } from '../../../src/model/territory.ts'
import { bothLists } from '../units.ts'

/** A row before it has its place in a dataset; its indicator is one of `KINDS`, without the name of its world. */
export type Draft = Omit<Observation, 'row'>

/** What the worlds of one load share; each world has indicators of its own, so that none sees another's rows. */
export interface PackageOptions {
  readonly calendar: CalendarStart
  readonly sources: readonly Source[]
  readonly reporters: readonly TerritoryKey[]
  /** The day up to which reports were gathered. */
  readonly asOf?: string | null
  /** What the provinces of a list owe, and what is assigned to them; the indicators are kinds. */
  readonly owed?: readonly ExpectedReport[]
  readonly assigned?: readonly Target[]
  readonly groups?: readonly PeerGroup[]
}

interface Kind extends Partial<Indicator> {
  readonly code: string
  readonly aggregation: Aggregation
}

/** Flows, stocks, ratios of both, what never combines, and a flow that is a part of another. */
export const KINDS: readonly Kind[] = [
  { code: 'flow', aggregation: 'sum', domain: 'tips', headlineOrder: 1 },
  { code: 'inner', aggregation: 'sum', domain: 'tips', headlineOrder: 2, partOf: 'flow' },
  { code: 'stock', aggregation: 'last', domain: 'models', headlineOrder: 1 },
  { code: 'printed', aggregation: 'none', domain: 'models', headlineOrder: 2 },
  { code: 'top', aggregation: 'last', domain: 'charity' },
  { code: 'bottom', aggregation: 'last', domain: 'charity' },
  {
    code: 'share',
    aggregation: 'ratio',
    domain: 'charity',
    unit: 'percent',
    numerator: 'top',
    denominator: 'bottom',
    headlineOrder: 1,
  },
  { code: 'won', aggregation: 'sum', domain: 'others' },
  { code: 'tried', aggregation: 'sum', domain: 'others' },
  {
    code: 'rate',
    aggregation: 'ratio',
    domain: 'others',
    unit: 'percent',
    numerator: 'won',
    denominator: 'tried',
    headlineOrder: 1,
  },
]

export const DOMAINS = ['tips', 'models', 'charity', 'others'] as const

const BREAKDOWNS: readonly (readonly [indicator: string, key: string, rule: BreakdownRule])[] = [
  ['flow', 'add', 'additive'],
  ['flow', 'more', 'additive'],
  ['flow', 'kind', 'not_additive'],
  ['flow', 'said', 'definition'],
  ['stock', 'add', 'additive'],
  ['stock', 'kind', 'not_additive'],
  ['stock', 'said', 'definition'],
  ['printed', 'kind', 'not_additive'],
  ['won', 'add', 'additive'],
  ['tried', 'add', 'additive'],
  ['rate', 'kind', 'not_additive'],
]

export const KEYS = ['add', 'more', 'kind', 'said'] as const
export const VALUES = ['x', 'y', 'z'] as const

export function keysOf(kind: string): string[] {
  return BREAKDOWNS.filter(([indicator]) => indicator === kind).map(([, key]) => key)
}

/** The code of a kind in the world of that number. */
export function codeIn(world: number, kind: string): string {
  return `w${world}_${kind}`
}

/** The number of the world that a code is of. */
export function worldOf(code: string): number {
  return Number(code.slice(1, code.indexOf('_')))
}

export function packageOf(
  schema: string,
  worlds: readonly number[],
  { owed = [], assigned = [], ...options }: PackageOptions,
  used: readonly Draft[],
): DatasetMeta {
  const here = <T extends { readonly indicator: string }>(all: readonly T[]) =>
    worlds.flatMap((world) => all.map((one) => ({ ...one, indicator: codeIn(world, one.indicator) })))
  return {
    id: 'worlds',
    localFile: null,
    title: both('worlds'),
    description: both('worlds'),
    fingerprint: schema.slice(3),
    schema,
    simulated: true,
    licence: '',
    indicators: worlds.flatMap((world) => KINDS.map((kind) => indicatorOf(world, kind))),
    breakdowns: worlds.flatMap((world) =>
      BREAKDOWNS.map(([indicator, key, rule]): Breakdown => ({ indicator: codeIn(world, indicator), key, rule })),
    ),
    codes: [
      ...KEYS.flatMap((key) => VALUES.map((value) => code(key, value))),
      ...['tip', 'gram', 'percent'].map((value) => code('unit', value)),
    ],
    models: [],
    territories: bothLists(),
    territorySets: (['63', '34'] as const).filter((set) => used.some(({ territorySet }) => territorySet === set)),
    ...NOTHING_BESIDE,
    expected: [...worlds.flatMap(expectedOf), ...here(owed)],
    targets: here(assigned),
    defaultView: {},
    ...options,
  }
}

/** Of stocks the communes owe from 2025 on. */
function expectedOf(world: number): ExpectedReport[] {
  const since = [
    ['flow', '2010-01-01'],
    ['won', '2010-01-01'],
    ['stock', '2025-01-01'],
  ] as const
  return COMMUNES_OF.flatMap((key) => {
    const territory = readTerritoryKey(key) as TerritoryRef
    const lower = { territory, level: 'xa' as const, names: EXPECTED_COMMUNES }
    const rule = { territorySet: territory.set, grain: 'year' as const, to: '2035-12-31', dueDays: 10, lower }
    return since.map(([kind, from]) => ({ ...rule, indicator: codeIn(world, kind), from }))
  })
}

/** What the package expects of the communes of some provinces. */
export const EXPECTED_COMMUNES: readonly string[] = ['Công an xã Long Toàn', 'Công an xã Long Hữu']
const COMMUNES_OF = ['63:83', '63:86', '63:36', '63:37', '63:44', '63:27', '63:01', '34:86', '34:37', '34:01', '34:46']

function indicatorOf(world: number, kind: Kind): Indicator {
  const here = (of: string | null | undefined) => (of ? codeIn(world, of) : null)
  return {
    label: both(kind.code),
    definition: both(kind.code),
    domain: 'others',
    unit: 'tip',
    decimals: 1,
    direction: 'neutral',
    headlineOrder: null,
    ...kind,
    code: codeIn(world, kind.code),
    partOf: here(kind.partOf),
    numerator: here(kind.numerator),
    denominator: here(kind.denominator),
  }
}

function code(key: string, value: string) {
  return { key, value, label: both(value), unit: null, parent: null, order: 0 }
}

function both(text: string) {
  return { vi: `${text} vi`, en: `${text} en` }
}
