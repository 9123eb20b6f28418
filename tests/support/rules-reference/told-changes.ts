import type { View } from '../../../src/model/view.ts'
import { reportedScope } from './both-lists.ts'
import { daysOfTime } from './calendar-days.ts'
import { isOneDefinition } from './comparison-groups.ts'
import { answerOf, type ReferenceAnswer } from './reference-answer.ts'
import { type Sized, type Step, stepOf } from './step-of.ts'
import { aggregationOf, isSameUnit, type Told, type ToldFigure } from './told-figure.ts'
import { type ToldLikeForLike, toldLikeForLike } from './told-like-for-like.ts'
import { areOfOneTime, type TwoTimes, twoTimes } from './two-times.ts'

/** How a figure stands to its own of an earlier time. */
export interface ToldChange extends Step {
  readonly now: ToldFigure
  readonly base: ToldFigure | null
}

export interface ToldComparison {
  /** Why nothing is compared; empty where there is something. */
  readonly refused: string
  /** Of every standing figure that has at most one to be compared with. */
  readonly changes: readonly ToldChange[]
  /** Of the earlier time, what there is nothing of now. */
  readonly gone: readonly ToldFigure[]
  readonly likeForLike: readonly ToldLikeForLike[]
}

/**
 * Rule 13 for the earlier times; null where a view asks for none. `newest` is the last day that any row of the package ends on,
 * `answer` what the view is answered.
 */
export function toldComparison(told: Told, view: View, newest: string | null, answer: ReferenceAnswer): ToldComparison | null {
  const kind = view.comparison
  if (kind !== 'prev' && kind !== 'yoy') return null
  const times = twoTimes(daysOfTime(view.time, newest, told.meta.calendar), kind, told)
  if (typeof times === 'string') return { refused: times, changes: [], gone: [], likeForLike: [] }
  const base = answerOf({ ...told, hit: () => {} }, view, times.before)
  const olds = base.figures.filter(({ stands }) => stands)
  const standing = answer.now.figures.filter(({ stands }) => stands)
  const changes = standing.flatMap((figure): ToldChange[] => {
    const same = olds.filter((old) => isSameThing(old, figure))
    const alike = same.filter((old) => old.basis === figure.basis && old.scope === figure.scope && isOneDefinition(old, figure))
    if (alike.length > 1 || (alike.length === 0 && same.length > 1)) return []
    return [change(figure, alike[0] ?? same[0] ?? null, times, told)]
  })
  const gone = olds.filter((old) => !standing.some((figure) => isSameThing(old, figure)))
  if (gone.length > 0) told.hit('rule 13: what there was then and is not now is named')
  return { refused: '', changes, gone, likeForLike: toldLikeForLike(answer.now, base, view, times, told) }
}

/** Whether two figures are of the same thing and place, whatever old units reported it and in whatever unit. */
function isSameThing(a: ToldFigure, b: ToldFigure): boolean {
  return (
    isSameUnit(a.territory, b.territory) &&
    a.indicator === b.indicator &&
    a.breakdownKey === b.breakdownKey &&
    a.breakdownValues.join() === b.breakdownValues.join() &&
    reportedScope(a) === reportedScope(b)
  )
}

function change(now: ToldFigure, base: ToldFigure | null, times: TwoTimes, told: Told): ToldChange {
  const why = reasonAgainst(now, base, times, told)
  if (base === null || why !== '') return { now, base, refused: why, step: null, percent: null }
  const sized = (figure: ToldFigure): Sized => ({ ...figure, value: figure.value ?? 0 })
  const made = stepOf(sized(now), sized(base), aggregationOf(told, now.indicator) === 'ratio', told.hit)
  if (made.refused === '') told.hit('rule 13: a change against an earlier time')
  return { now, base, ...made }
}

function reasonAgainst(now: ToldFigure, base: ToldFigure | null, times: TwoTimes, { hit, ...rest }: Told): string {
  const told = { hit, ...rest }
  if (base === null) {
    hit('rule 13: without an earlier figure there is no change')
    return 'no_base'
  }
  const either = (has: (figure: ToldFigure) => boolean) => has(now) || has(base)
  if (either(({ value }) => value === null)) {
    hit('rule 13: words make no change')
    return 'no_number'
  }
  const lacks = ({ state, days, daysOf }: ToldFigure) =>
    state === 'only_parts' || (days !== null && daysOf !== null && days < daysOf)
  if (lacks(now)) {
    hit('rule 13: what lacks days or units now has no change')
    return 'partial_now'
  }
  if (lacks(base)) {
    hit('rule 13: a complete number has no change against one that lacks days or units')
    return 'partial_base'
  }
  if (either(({ needsVerification }) => needsVerification)) {
    hit('rule 13: what needs verification has no change')
    return 'in_doubt'
  }
  if (!isOneDefinition(now, base)) {
    hit('rule 7: numbers in different units make no change')
    return 'unlike'
  }
  if (areOfOneTime(now, base, times, told)) return ''
  hit('rule 7: figures of days that do not answer to each other make no change')
  return 'other_date'
}
