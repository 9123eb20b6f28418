import type { Dataset } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import type { Seam } from '../model/rules/join-lists.ts'
import { daysLater } from '../model/rules/periods.ts'
import type { Window } from '../model/rules/time.ts'
import type { UnitList } from '../model/view.ts'
import type { AskedWindow } from './figures/picked.ts'

/**
 * Windows with all that is asked so that each can be answered by one cover over both lists of provinces (rules 4 and 11): the windows
 * themselves first, then for every seam inside one its days up to the seam by the older list and those after it by the newer.
 */
export interface SeamedWindows {
  readonly windows: readonly Window[]
  readonly asked: readonly AskedWindow[]
  readonly seams: readonly SeamOf[]
}

/** The seam of the `of`-th window; its two parts are `asked[at]` and the one behind it. */
export interface SeamOf {
  readonly of: number
  readonly day: string
  readonly at: number
}

export function seamedWindows(windows: readonly Window[], units: UnitList, dataset: Pick<Dataset, 'seams'>): SeamedWindows {
  const asked: AskedWindow[] = [...windows]
  const seams: SeamOf[] = []
  for (const [of, { from, to }] of windows.entries()) {
    // As in the reports no unit is on both lists.
    const inside =
      units === 'goc' ? [] : dataset.seams.filter((day) => (from === null || day >= from) && (to === null || day < to))
    for (const day of inside) {
      seams.push({ of, day, at: asked.length })
      asked.push(
        { from, to: day, part: { list: '63', seam: day, of } },
        { from: daysLater(day, 1), to, part: { list: '34', seam: day, of } },
      )
    }
  }
  return { windows, asked, seams }
}

/** The seams of the `nth` window with their figures, where `figures[i]` answer `asked[i]`. */
export function seamsOf({ seams }: SeamedWindows, nth: number, figures: readonly (readonly Figure[])[]): Seam[] {
  return seams
    .filter(({ of }) => of === nth)
    .map(({ day, at }) => ({ day, before: figures[at] ?? [], after: figures[at + 1] ?? [] }))
}

/** Figures by the window that they answer, for the numbers of `readBuckets`. */
export function byBucket(figures: readonly Figure[], buckets: readonly number[], { asked }: SeamedWindows): Figure[][] {
  const told: Figure[][] = asked.map(() => [])
  for (const [at, figure] of figures.entries()) told[buckets[at] ?? 0]?.push(figure)
  return told
}
