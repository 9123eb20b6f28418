import type { Bounds, Figure } from '../../../src/model/figure.ts'
import type { Change } from '../../../src/model/rules/change.ts'
import type { LikeForLike } from '../../../src/model/rules/like-for-like.ts'
import type { View } from '../../../src/model/view.ts'
import type { Answer } from '../../../src/query/view-answer.ts'
import { daysOfTime } from '../rules-reference/calendar-days.ts'
import type { ReferenceAnswer } from '../rules-reference/reference-answer.ts'
import type { Sized } from '../rules-reference/step-of.ts'
import { type ToldComparison, toldComparison } from '../rules-reference/told-changes.ts'
import type { Told } from '../rules-reference/told-figure.ts'
import type { ToldLikeForLike } from '../rules-reference/told-like-for-like.ts'
import { toldPeers } from '../rules-reference/told-peers.ts'
import { toldTargets } from '../rules-reference/told-targets.ts'
import { type AnyFigure, compared, type Difference, nameOf, near } from './difference.ts'
import { worldOf } from './world-package.ts'

/** Rule 13: how the figures of a world stand to an earlier time, to their peers or to their targets. */
export function comparisonDifferences(
  world: number,
  answer: Answer,
  expected: ReferenceAnswer,
  told: Told,
  view: View,
  newest: string | null,
): Difference[] {
  const isMine = ({ indicator }: AnyFigure) => worldOf(indicator) === world
  if (view.comparison === 'peers') return peersDifferences(world, answer, expected, told, isMine)
  if (view.comparison === 'target') return targetDifferences(world, answer, expected, told, view, newest, isMine)
  const earlier = toldComparison(told, view, newest, expected)
  if (earlier === null) return []
  const why = answer.compared?.refused ?? ''
  if (earlier.refused !== '' || why !== '') return compared(world, 'comparison', [why], [earlier.refused])
  return [
    ...changeDifferences(world, answer, earlier, isMine),
    ...compared(world, 'gone', answer.compared?.gone.filter(isMine).map(nameOf) ?? [], earlier.gone.map(nameOf)),
    ...likeDifferences(world, answer, earlier),
  ]
}

type IsMine = (figure: AnyFigure) => boolean

/** Of each figure to its own of an earlier time, where there cannot be several of these. */
function changeDifferences(world: number, answer: Answer, expected: ToldComparison, isMine: IsMine): Difference[] {
  const names = new Set(expected.changes.map(({ now }) => nameOf(now)))
  const found = [...(answer.compared?.changes.values() ?? [])].filter(({ now }) => isMine(now) && names.has(nameOf(now)))
  const asTold = nearest(
    expected.changes.map((one) => [nameOf(one.now), one.step, one.percent, one.now.value, one.base?.value ?? null]),
  )
  const lead = (now: AnyFigure, base: AnyFigure | null) => `${nameOf(now)} | ${base ? nameOf(base) : 'nothing'}`
  return compared(
    world,
    'changes',
    found.map((one) => `${lead(one.now, one.base)} | ${asTold(nameOf(one.now), one)}`),
    expected.changes.map((one) => `${lead(one.now, one.base)} | ${stepLine(one.refused, one.step, one.percent)}`),
  )
}

/** Of all that have both numbers, with everybody who is left out. */
function likeDifferences(world: number, answer: Answer, { likeForLike }: ToldComparison): Difference[] {
  const found = (answer.compared?.likeForLike ?? []).filter(({ measure }) => worldOf(measure) === world)
  const asTold = nearest(likeForLike.map((one) => [toldLike(one), one.step, one.percent, one.now.value, one.base.value]))
  const places = (one: LikeForLike | ToldLikeForLike, partly: readonly string[]) =>
    Object.entries({ ...one, partly })
      .filter(([key]) => WHERE.includes(key))
      .map(([key, names]) => `${key} ${[...(names as readonly string[])].sort().join(' ')}`)
      .sort()
      .join(' | ')
  const partlyOf = ({ partly }: LikeForLike) =>
    partly.map(({ unit, old }) => `${unit} by ${old.map((key) => key.slice(3)).join('+')}`)
  return compared(
    world,
    'like for like',
    found.map((one) => `${likeName(one)} | ${asTold(likeName(one), one.change)} | ${places(one, partlyOf(one))}`),
    likeForLike.map((one) => `${toldLike(one)} | ${stepLine(one.refused, one.step, one.percent)} | ${places(one, one.partly)}`),
  )
}

const WHERE = ['whole', 'partly', 'bounded', 'otherDate', 'withoutNow', 'withoutBase']

function likeName({ measure, whole, partly }: LikeForLike): string {
  return `${(whole[0] ?? partly[0]?.unit)?.slice(0, 2)} ${measure}`
}

function toldLike({ list, thing: { indicator, breakdownKey, breakdownValues, unit } }: ToldLikeForLike): string {
  const kinds = breakdownKey === '' ? 'total' : `${breakdownKey}=${breakdownValues.join('+')}`
  return `${list} ${indicator}|${kinds}|${unit}`
}

function peersDifferences(
  world: number,
  { compared: found }: Answer,
  { groups }: ReferenceAnswer,
  told: Told,
  isMine: IsMine,
): Difference[] {
  if (told.meta.groups.length === 0) return compared(world, 'comparison', [found?.refused ?? ''], ['no_groups'])
  const expected = toldPeers(groups, told)
  const mine = [...(found?.peers ?? [])].filter(([figure]) => isMine(figure))
  const asTold = nearest(expected.map((one) => [nameOf(one.figure), one.step, one.percent, one.figure.value, one.mean.value]))
  const standing = (place: number, of: number, tied: boolean, missing: readonly string[]) =>
    `${place} of ${of}${tied ? ', tied' : ''}, without ${[...missing].sort().join(' ')}`
  return compared(
    world,
    'peers',
    mine.map(([figure, { group, change, place, of, tied, missing }]) =>
      [nameOf(figure), group.id, standing(place, of, tied, missing), asTold(nameOf(figure), change)].join(' | '),
    ),
    expected.map(({ figure, group, place, of, tied, missing, refused, step, percent }) =>
      [nameOf(figure), group, standing(place, of, tied, missing), stepLine(refused, step, percent)].join(' | '),
    ),
  )
}

function targetDifferences(
  world: number,
  { compared: found }: Answer,
  { now }: ReferenceAnswer,
  told: Told,
  view: View,
  newest: string | null,
  isMine: IsMine,
): Difference[] {
  if (told.meta.targets.length === 0) return compared(world, 'comparison', [found?.refused ?? ''], ['no_targets'])
  const expected = toldTargets(now.figures, daysOfTime(view.time, newest, told.meta.calendar), told)
  const line = (figure: AnyFigure, target: number, share: number, { low, high, approx }: Bounds) =>
    [nameOf(figure), target, stepLine('', { low, high, approx, value: share }, null)].join(' | ')
  const shares = new Map(expected.map(({ figure, share }) => [nameOf(figure), share]))
  return compared(
    world,
    'targets',
    [...(found?.targets ?? [])]
      .filter(([figure]) => isMine(figure))
      .map(([figure, { target, share }]) =>
        line(figure, target, near(share.value ?? Number.NaN, shares.get(nameOf(figure))), share),
      ),
    expected.map(({ figure, target, share }) => line(figure, target, share, figure)),
  )
}

type Expected = readonly [name: string, step: Sized | null, percent: Sized | null, now: number | null, base: number | null]

/** Writes a change of the engine; its numbers within 1e-9 of what they were made of are written as those of the reference. */
function nearest(all: readonly Expected[]): (name: string, change: Change) => string {
  const known = new Map(all.map(([name, ...rest]) => [name, rest]))
  return (name, { refused, step, percent }) => {
    const [one = null, other = null, now = 0, base = 0] = known.get(name) ?? []
    const limit = 1e-9 * Math.max(Math.abs(now ?? 0), Math.abs(base ?? 0))
    return stepLine(refused ?? '', snapped(step, one, limit), snapped(percent, other, (100 * limit) / Math.abs(base || 1)))
  }
}

function snapped(found: Figure | null, expected: Sized | null, limit: number): Sized | null {
  if (found === null) return null
  const { low, high, approx } = found
  const value = found.value ?? Number.NaN
  const isNear = expected !== null && Math.abs(value - expected.value) <= limit
  return { low, high, approx, value: isNear ? expected.value : value }
}

function stepLine(refused: string, step: Sized | null, percent: Sized | null): string {
  const line = (sized: Sized | null) =>
    sized ? `${sized.low ? '≥' : ''}${sized.high ? '≤' : ''}${sized.approx ? '~' : ''}${sized.value}` : 'none'
  return `${refused} step ${line(step)} percent ${line(percent)}`
}
