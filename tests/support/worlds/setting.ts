import fc from 'fast-check'
import type { CalendarStart } from '../../../src/model/calendar.ts'
import type { TerritoryRef } from '../../../src/model/territory.ts'
import { reportingMonths, stretches } from '../rules-reference/calendar-days.ts'
import { bothLists } from '../units.ts'

export type Span = readonly [start: string | null, end: string | null]

/** Where and when the rows of a world lie: few enough places and spans that rows meet. */
export interface Setting {
  /** Units of the 34, each with the old ones that it was made of. */
  readonly clusters: readonly { readonly unit: TerritoryRef; readonly olds: readonly TerritoryRef[] }[]
  readonly places: readonly TerritoryRef[]
  readonly year: number
  readonly calendar: CalendarStart
  readonly spans: readonly Span[]
}

/** Merged of three, merged of two with a code that changed its meaning, not merged. */
export const CLUSTERS = ['37', '37', '86', '92', '15', '24', '44', '52', '80', '82', '91', '46', '46', '01', '38'] as const

export function settings(calendar: CalendarStart): fc.Arbitrary<Setting> {
  return fc
    .record({
      codes: fc.uniqueArray(fc.constantFrom(...CLUSTERS), { minLength: 1, maxLength: 2 }),
      year: fc.constantFrom(2024, 2025, 2025),
      own: fc.boolean(),
    })
    .map(({ codes, year, own }) => {
      const clusters = codes.map(clusterOf)
      const at = own ? calendar : '01-01'
      const places = clusters.flatMap(({ unit, olds }) => [unit, ...olds, ...olds])
      return { clusters, places, year, calendar: at, spans: spansOf(year, at) }
    })
}

/** The months of a year of the calendar. */
export function monthsOf({ year, calendar }: Pick<Setting, 'year' | 'calendar'>): (readonly [string, string])[] {
  return reportingMonths(calendar)
    .filter((month) => month.year === year)
    .map(({ from, to }) => [from, to] as const)
}

/** Stretches of so many months of a year of the calendar. */
export function partsOf({ year, calendar }: Pick<Setting, 'year' | 'calendar'>, months: number): (readonly [string, string])[] {
  const all = monthsOf({ year, calendar })
  const [from = ''] = all[0] ?? []
  const to = all.at(-1)?.[1] ?? ''
  return stretches(from, to, months, calendar).map((one) => [one.from, one.to] as const)
}

function clusterOf(code: string) {
  const olds = bothLists().get(`34:${code}`)?.formedFrom ?? []
  return {
    unit: { set: '34', code } as const,
    olds: olds.map((old) => ({ set: '63', code: old }) as const),
  }
}

function spansOf(year: number, calendar: CalendarStart): Span[] {
  const at = { year, calendar }
  return [
    ...partsOf(at, 12),
    ...partsOf(at, 12),
    ...partsOf(at, 6),
    ...partsOf(at, 3),
    ...monthsOf(at).slice(0, 7),
    ...partsOf({ year: year - 1, calendar }, 12),
    [`${year}-02-01`, year === 2024 ? '2024-02-29' : `${year}-02-28`],
    [`${year}-02-15`, `${year}-05-14`],
    ['2025-06-15', '2025-07-14'],
    ['2025-07-01', '2025-12-31'],
    [`${year - 4}-01-01`, `${year}-12-31`],
    [null, `${year}-12-31`],
    [`${year - 5}-01-01`, null],
    [null, null],
    [null, null],
  ]
}
