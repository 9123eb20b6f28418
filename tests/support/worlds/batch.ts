import fc from 'fast-check'
import type { Source } from '../../../src/model/source.ts'
import type { TerritoryKey } from '../../../src/model/territory.ts'
import type { TimeChoice } from '../../../src/model/view.ts'
import { seededRandom } from '../seeded-random.ts'
import { bothLists } from '../units.ts'
import type { Asking } from './ask-batch.ts'
import { comparing, questions, seriesOf, times } from './questions.ts'
import { CLUSTERS, settings } from './setting.ts'
import { stories, twoTimes } from './stories.ts'
import { boundedApart } from './stories-of-units.ts'
import type { Draft, PackageOptions } from './world-package.ts'

/** Worlds that one load puts into the engine, and what is asked of each of them. */
export interface Batch {
  readonly options: PackageOptions
  readonly worlds: readonly (readonly Draft[])[]
  readonly asking: Asking
}

export function batches(worlds: number, asked: number): fc.Arbitrary<Batch> {
  return options.chain((shared) =>
    fc.record({
      options: fc.constant(shared),
      worlds: fc.array(world(shared), { minLength: worlds, maxLength: worlds }),
      asking: fc.record({
        questions: fc
          .tuple(fc.array(questions, { minLength: asked, maxLength: asked }), comparing)
          .map(([any, one]) => [...any, one]),
        coverages: fc.tuple(fc.constant<TimeChoice>({ kind: 'report' }), times),
        series: fc.tuple(seriesOf(shared.calendar)),
      }),
    }),
  )
}

function world({ calendar }: PackageOptions): fc.Arbitrary<readonly Draft[]> {
  return settings(calendar)
    .chain((setting) =>
      fc.tuple(
        fc.array(stories(setting), { minLength: 3, maxLength: 6 }),
        fc.option(fc.oneof(twoTimes(setting), twoTimes(setting), boundedApart(setting)), { freq: 2 }),
        fc.nat(),
      ),
    )
    .map(([told, before, seed]) => shuffled([...told.flat(), ...(before ?? [])], seed))
}

/** Rows of one thing do not stand together in a file. */
function shuffled(rows: readonly Draft[], seed: number): Draft[] {
  const random = seededRandom(seed)
  return rows
    .map((row) => ({ row, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row)
}

const keys: readonly TerritoryKey[] = [...bothLists().keys()]
const near = keys.filter((key) => {
  const [set, code = ''] = key.split(':')
  const unit = set === '34' ? code : (bothLists().get(key)?.mergedInto ?? '')
  return (CLUSTERS as readonly string[]).includes(unit)
})

const options: fc.Arbitrary<PackageOptions> = fc.record({
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
  reporters: fc.subarray([...near], { minLength: 8 }),
})

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
