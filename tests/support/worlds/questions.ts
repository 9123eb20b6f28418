import fc from 'fast-check'
import type { CalendarStart } from '../../../src/model/calendar.ts'
import type { Comparison, Grain, TimeChoice, UnitList, View, WindowEdge } from '../../../src/model/view.ts'
import { DOMAINS, KINDS } from './world-package.ts'

/** What is asked of every world: a view, but for its indicators, which are named by their kinds. */
export type Question = Pick<View, 'time' | 'units' | 'filters' | 'comparison' | 'straddling'> & {
  readonly indicators: readonly string[]
  /** Codes as the list of provinces writes them; empty for all. */
  readonly territories: readonly string[]
}

/** The same over time. */
export interface Series extends Pick<Question, 'units' | 'filters'> {
  readonly grain: Grain
  readonly from: string
  readonly to: string
  readonly calendar: CalendarStart
}

const edges = [
  '2024',
  '2025',
  '2025',
  '2024-H1',
  '2025-H1',
  '2025-H2',
  '2024-Q1',
  '2025-Q1',
  '2025-Q2',
  '2024-02',
  '2025-06',
  '2025-07',
  '2023',
]

export const times: fc.Arbitrary<TimeChoice> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<TimeChoice>({ kind: 'report' }) },
  { weight: 6, arbitrary: fc.constantFrom(...edges).map((edge): TimeChoice => ({ kind: 'window', from: edge, to: edge })) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<TimeChoice>(
      { kind: 'ytd' },
      { kind: 'ytd' },
      { kind: 'window', from: '2023', to: '2025' },
      { kind: 'window', from: '2024', to: '2025' },
      { kind: 'window', from: '2024', to: '2025' },
      { kind: 'window', from: '2024-Q3', to: '2025-Q2' },
      { kind: 'window', from: null, to: null },
      { kind: 'window', from: '2025', to: null },
      { kind: 'window', from: null, to: '2024-H1' },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('last' as const),
      count: fc.constantFrom(1, 2, 6, 12),
      grain: fc.constantFrom('m', 'q', 'y'),
    }),
  },
)

export const units = fc.constantFrom<UnitList>('goc', '34', '34', '63')

/** Of a time without two ends it asks for nothing more. */
const straddling = fc.constantFrom<View['straddling']>('out', 'out', 'out', 'share')

const filters = fc.constantFrom<View['filters']>(
  {},
  {},
  {},
  {},
  { add: ['x'] },
  { add: ['x', 'y'] },
  { kind: ['x'] },
  { kind: ['y', 'z'], add: ['x', 'y'] },
  { said: ['x'] },
  { more: ['x', 'y', 'z'] },
)

const indicators = fc.oneof(
  { weight: 3, arbitrary: fc.constant(DOMAINS.map((domain) => `dom-${domain}`)) },
  {
    weight: 1,
    arbitrary: fc.subarray(
      KINDS.map(({ code }) => code),
      { minLength: 1 },
    ),
  },
)

export const questions: fc.Arbitrary<Question> = fc
  .record({
    time: times,
    units,
    filters,
    comparison: fc.constantFrom<Comparison>('none', 'prev', 'yoy', 'yoy', 'peers', 'target'),
    straddling,
    indicators,
    territories: fc.option(fc.subarray(['15', '24', '35', '37', '46', '91', '10'], { minLength: 3 }), { freq: 4 }),
  })
  .map(({ territories, ...rest }) => ({
    ...rest,
    territories: (territories ?? []).map((code, at) => (rest.units === 'goc' ? `${at % 2 === 0 ? 'o' : 'n'}${code}` : code)),
  }))

export function seriesOf(calendar: CalendarStart): fc.Arbitrary<Series> {
  return fc.record({
    units,
    filters,
    grain: fc.constantFrom<Grain>('month', 'month', 'quarter', 'half', 'year'),
    from: fc.constantFrom('2024-11-20', '2025-01-01', '2024-01-01'),
    to: fc.constantFrom('2025-08-31', '2025-12-31'),
    calendar: fc.constant(calendar),
  })
}

/** A time and the earlier one that it is compared with, as views name them. */
export interface TwoEdges {
  readonly now: WindowEdge
  readonly before: WindowEdge
  readonly comparison: 'prev' | 'yoy'
}

export const twoEdges = fc.constantFrom<TwoEdges>(
  { now: '2025', before: '2024', comparison: 'yoy' },
  { now: '2025', before: '2024', comparison: 'yoy' },
  { now: '2025', before: '2024', comparison: 'prev' },
  { now: '2024', before: '2023', comparison: 'yoy' },
  { now: '2025-H1', before: '2024-H1', comparison: 'yoy' },
  { now: '2024-H1', before: '2023-H2', comparison: 'prev' },
  { now: '2025-Q2', before: '2025-Q1', comparison: 'prev' },
)

/** Views of everything in one time, beside the earlier one, against peers and against targets. */
export function comparing({ now, comparison }: TwoEdges): fc.Arbitrary<Question[]> {
  const inTime = (kind: Comparison) =>
    fc.record({ units, straddling, comparison: fc.constant(kind) }).map(
      (one): Question => ({
        ...one,
        time: { kind: 'window', from: now, to: now },
        filters: {},
        indicators: DOMAINS.map((domain) => `dom-${domain}`),
        territories: [],
      }),
    )
  return fc.tuple(inTime(comparison), inTime('peers'), inTime('target'))
}
