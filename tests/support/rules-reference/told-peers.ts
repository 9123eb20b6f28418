import type { Figure } from '../../../src/model/figure.ts'
import type { ToldGroup } from './comparison-groups.ts'
import { type Sized, type Step, stepOf } from './step-of.ts'
import { aggregationOf, type Told, type ToldFigure } from './told-figure.ts'

/** Rule 13: a figure among the others of its peer group. */
export interface ToldPeers extends Step {
  readonly figure: ToldFigure
  readonly group: string
  readonly mean: Sized
  readonly place: number
  readonly of: number
  readonly tied: boolean
  readonly missing: readonly string[]
}

/** Only what shares a scale is compared; of several groups that hold a place the first counts. */
export function toldPeers(groups: readonly ToldGroup[], told: Told): ToldPeers[] {
  return groups
    .filter(({ composition }) => !composition)
    .flatMap(({ scale }) => scale.flatMap((figure) => amongOthers(figure, scale, told)))
}

function amongOthers(figure: ToldFigure, scale: readonly ToldFigure[], told: Told): ToldPeers[] {
  const { hit } = told
  const holding = told.meta.groups.filter(({ members }) => members.some((key) => key === nameOf(figure)))
  const [group] = holding
  if (!group) {
    hit('rule 13: who is in no group has no peers')
    return []
  }
  if (holding.length > 1) hit('rule 13: of two groups the first counts')
  const members = group.members.filter((key) => key.slice(0, 2) === figure.territory.set)
  const others = members.filter((key) => key !== nameOf(figure)).map((key) => scale.find((one) => nameOf(one) === key))
  const known = others.filter((one) => one !== undefined)
  const missing = members.filter((key) => !scale.some((one) => nameOf(one) === key))
  const mean = meanOf(known, told)
  if (!mean) return []
  if (missing.length > 0) hit('rule 13: peers without a comparable number are named')
  const all = [figure, ...known]
  const isTied = all.every((one) => one.value === figure.value && !one.low && !one.high && !one.approx)
  if (isTied) hit('rule 13: of a tie among all no place is told')
  const lacksDays = figure.days !== null && figure.daysOf !== null && figure.days < figure.daysOf
  if (lacksDays) hit('rule 13: a number of some days has a place among its peers and no change')
  const own = { ...figure, value: figure.value ?? 0 }
  const isShare = aggregationOf(told, figure.indicator) === 'ratio'
  const step = lacksDays ? { refused: 'partial_now', step: null, percent: null } : stepOf(own, mean, isShare, hit)
  if (step.refused === '') hit('rule 13: against the mean of its peers')
  return [
    {
      ...step,
      ...{ figure, group: group.id, mean, missing, tied: isTied, of: all.length },
      place: all.filter((one) => (one.value ?? 0) > (figure.value ?? 0)).length + 1,
    },
  ]
}

/** Of counts by their number, of ratios from the sums of their counts; null where they make no sum, or there is nobody. */
function meanOf(others: readonly ToldFigure[], told: Told): Sized | null {
  const [first] = others
  const aggregation = first && aggregationOf(told, first.indicator)
  if (!first || aggregation === 'none') return null
  const has = (flag: keyof Figure & ('low' | 'high' | 'approx')) => others.some((one) => one[flag])
  const bounds = { low: has('low'), high: has('high'), approx: has('approx') }
  if (others.length > 1 && bounds.low && bounds.high) {
    told.hit('rule 13: low and high of peers have no mean')
    return null
  }
  if (aggregation !== 'ratio')
    return { ...bounds, value: others.reduce((sum, { value }) => sum + (value ?? 0), 0) / others.length }
  const counts = others.flatMap((one) => one.counts ?? [])
  if (counts.length < others.length) {
    told.hit('rule 13: printed ratios of peers have no mean')
    return null
  }
  told.hit('rule 13: the mean of ratios is that of their counts')
  const sumOf = (which: 'numerator' | 'denominator') => counts.reduce((sum, one) => sum + one[which], 0)
  return { ...bounds, value: (100 * sumOf('numerator')) / sumOf('denominator') }
}

function nameOf({ territory }: ToldFigure): string {
  return `${territory.set}:${territory.code}`
}
