import fc from 'fast-check'
import type { ExpectedReport, OwedGrain } from '../../../src/model/expected-report.ts'
import type { PeerGroup } from '../../../src/model/peer-group.ts'
import type { Source } from '../../../src/model/source.ts'
import type { Target } from '../../../src/model/target.ts'
import { readTerritoryKey, type TerritoryKey, type TerritoryRef, type TerritorySet } from '../../../src/model/territory.ts'
import { daysOfTime } from '../rules-reference/calendar-days.ts'
import { bothLists } from '../units.ts'
import { CLUSTERS } from './setting.ts'
import type { PackageOptions } from './world-package.ts'

const keys: readonly TerritoryKey[] = [...bothLists().keys()]
const near = keys.filter((key) => {
  const [set, code = ''] = key.split(':')
  const unit = set === '34' ? code : (bothLists().get(key)?.mergedInto ?? '')
  return (CLUSTERS as readonly string[]).includes(unit)
})

/** What the provinces of a list owe; mostly of years, which most rows are of. */
const owing: fc.Arbitrary<ExpectedReport> = fc.record({
  territorySet: fc.constantFrom<TerritorySet>('63', '34'),
  indicator: fc.constantFrom('flow', 'flow', 'stock', 'stock', 'printed', 'won', 'rate'),
  grain: fc.constantFrom<OwedGrain>('month', 'quarter', 'quarter', 'half', 'first_half', 'nine_months', 'year', 'year', 'year'),
  from: fc.constantFrom('2023-10-31', '2024-01-01', '2025-01-01'),
  to: fc.constantFrom('2025-06-30', '2025-12-31', '2025-12-31', '2026-06-30'),
  dueDays: fc.constantFrom(0, 10, 45),
})

/** What leaves some days to report is owed beside a shorter stretch that it holds, each in its own right. */
function withShorter(rule: ExpectedReport): ExpectedReport[] {
  const shorter = rule.dueDays > 0 ? (SHORTER.get(rule.grain) ?? []) : []
  return [rule, ...shorter.map((grain) => ({ ...rule, grain }))]
}

const SHORTER: ReadonlyMap<OwedGrain, readonly OwedGrain[]> = new Map([
  ['year', ['half', 'nine_months']],
  ['half', ['quarter']],
])

const groups: fc.Arbitrary<PeerGroup> = fc
  .record({ id: fc.constantFrom('cum-a', 'cum-b', 'rg-c'), members: fc.subarray([...near], { minLength: 12 }) })
  .map(({ id, members }) => ({ id, members, label: { vi: id, en: id } }))

interface Assigning {
  readonly keys: readonly TerritoryKey[]
  readonly indicator: string
  readonly edge: string
  readonly value: number
  readonly unit: string
}

const assigning = (edge: string): fc.Arbitrary<Assigning> =>
  fc.record({
    keys: fc.subarray([...near], { minLength: 20 }),
    indicator: fc.constantFrom('flow', 'flow', 'stock', 'stock', 'won'),
    edge: fc.constantFrom(edge, edge, edge, '2024', '2025-H1'),
    value: fc.constantFrom(0, 8, 40, 40),
    unit: fc.constantFrom('tip', 'tip', 'tip', 'tip', 'gram'),
  })

/** One for each place, of the days that a view of that time asks for. */
function targetsOf({ keys, edge, ...rest }: Assigning, calendar: string): Target[] {
  const days = daysOfTime({ kind: 'window', from: edge, to: edge }, null, calendar)
  return keys.map((key, at) => ({
    ...rest,
    territory: readTerritoryKey(key) as TerritoryRef,
    start: days?.from ?? '',
    end: days?.to ?? '',
    value: rest.value * (1 + (at % 3)),
  }))
}

/** What the worlds of one load share; most of what is assigned is of the time of the `edge`. */
export const packages = (edge: string): fc.Arbitrary<PackageOptions> =>
  fc
    .record({
      calendar: fc.constantFrom('01-01', '01-01', '12-15', '12-15', '07-01', '10-31'),
      sources: fc
        .record({
          dates: fc.uniqueArray(fc.constantFrom('2024-03-01', '2024-12-31', '2025-06-30', '2025-12-31', '2026-01-10'), {
            minLength: 3,
            maxLength: 3,
          }),
          orders: fc.constantFrom([0, 1, 1, 1, 2], [0, 1, 1, 2, 2], [1, 0, 0, 2, 1]),
          years: fc.array(fc.constantFrom(2023, 2024, 2025), { minLength: 5, maxLength: 5 }),
        })
        .map(({ dates, orders, years }) =>
          [...dates, null, null].map((published, at) =>
            source('ABCDE'[at] ?? '', orders[at] ?? 9, published, at === 4 ? null : (years[at] ?? null)),
          ),
        ),
      reporters: fc.subarray([...near], { minLength: 20 }),
      asOf: fc.constantFrom(null, '2025-01-08', '2025-07-20', '2026-01-31'),
      owed: fc.array(owing, { maxLength: 4 }).map((rules) => rules.flatMap(withShorter)),
      groups: fc.uniqueArray(groups, { maxLength: 3, selector: ({ id }) => id }),
      assigned: fc.array(assigning(edge), { minLength: 2, maxLength: 5 }),
    })
    .map(({ assigned, ...rest }) => ({ ...rest, assigned: assigned.flatMap((one) => targetsOf(one, rest.calendar)) }))

function source(id: string, order: number, publishedDate: string | null, reportYear: number | null): Source {
  const nothing = { vi: '', en: '' }
  return {
    id,
    order,
    title: id,
    publisher: '',
    author: '',
    publishedDate,
    url: '',
    reportYear,
    reportYearBasis: nothing,
    periodLabel: nothing,
    reportType: nothing,
    provinceVi: '',
    calendarStart: null,
  }
}
