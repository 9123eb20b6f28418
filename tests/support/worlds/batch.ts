import fc from 'fast-check'
import { seededRandom } from '../seeded-random.ts'
import type { Asking } from './ask-batch.ts'
import { packages } from './packages.ts'
import { comparing, questions, seriesOf, type TwoEdges, times, twoEdges, units } from './questions.ts'
import { type Setting, settings } from './setting.ts'
import { stories } from './stories.ts'
import { everybodyTwice, twoTimes } from './stories-of-two-times.ts'
import { boundedApart } from './stories-of-units.ts'
import { bothListsOverTheEdges, overTheEdges } from './stories-over-edges.ts'
import type { Story } from './story.ts'
import type { Draft, PackageOptions } from './world-package.ts'

/** Worlds that one load puts into the engine, and what is asked of each of them. */
export interface Batch {
  readonly options: PackageOptions
  readonly worlds: readonly (readonly Draft[])[]
  readonly asking: Asking
}

export function batches(worlds: number, asked: number): fc.Arbitrary<Batch> {
  return twoEdges.chain((edges) =>
    packages(edges.now).chain((shared) =>
      fc.record({
        options: fc.constant(shared),
        worlds: fc.array(world(shared, edges), { minLength: worlds, maxLength: worlds }),
        asking: fc.record({
          questions: fc
            .tuple(fc.array(questions, { minLength: asked, maxLength: asked }), comparing(edges))
            .map((all) => all.flat()),
          coverages: fc.tuple(fc.constant({ time: { kind: 'report' }, units: '34' } as const), fc.record({ time: times, units })),
          series: fc.tuple(seriesOf(shared.calendar)),
        }),
      }),
    ),
  )
}

/** `edges` are the two times that are compared. */
function world({ calendar }: PackageOptions, edges: TwoEdges): fc.Arbitrary<readonly Draft[]> {
  return settings(calendar)
    .chain((setting) =>
      fc.tuple(
        fc.array(stories(setting), { minLength: 3, maxLength: 6 }),
        fc.option(ofTwoTimes(setting, everybodyTwice(setting, edges, calendar)), { freq: 3 }),
        fc.array(overEdges(setting), { maxLength: 2 }),
        fc.nat(),
      ),
    )
    .map(([told, before, over, seed]) => shuffled([...told.flat(), ...(before ?? []), ...over.flat()], seed))
}

function ofTwoTimes(setting: Setting, everybody: Story): Story {
  return fc.oneof(
    { weight: 2, arbitrary: twoTimes(setting) },
    { weight: 3, arbitrary: everybody },
    { weight: 2, arbitrary: boundedApart(setting) },
  )
}

function overEdges(setting: Setting): Story {
  return fc.oneof({ weight: 2, arbitrary: overTheEdges(setting) }, { weight: 1, arbitrary: bothListsOverTheEdges(setting) })
}

/** Rows of one thing do not stand together in a file. */
function shuffled(rows: readonly Draft[], seed: number): Draft[] {
  const random = seededRandom(seed)
  return rows
    .map((row) => ({ row, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row)
}
