import type { Dataset } from '../../../src/model/dataset.ts'
import type { Denominator } from '../../../src/model/denominator.ts'
import type { Figure, NormalisedBy } from '../../../src/model/figure.ts'
import { compareFigures, totalOf } from '../../../src/model/rules/comparability.ts'
import { territoryKey } from '../../../src/model/territory.ts'
import type { View } from '../../../src/model/view.ts'
import { divider } from '../../../src/query/view-query.ts'
import { comparisonGroups } from '../rules-reference/comparison-groups.ts'
import { aggregationOf, each, type Told, type ToldFigure } from '../rules-reference/told-figure.ts'
import { normalisedTotal, type ToldNormalised, toldNormalised } from '../rules-reference/told-normalised.ts'
import { DENOMINATORS } from './denominators.ts'
import { type AnyFigure, compared, type Difference, nameOf, near } from './difference.ts'

/** What a count of a place is divided by; one of them in each world, for a world is asked many times. */
const COUNTS: readonly NormalisedBy[] = ['per100k', 'commune']

/** Rule 12 for the figures of one world, and rule 7 for what comes of them. */
export function normalisedDifferences(
  world: number,
  found: readonly Figure[],
  expected: readonly ToldFigure[],
  view: View,
  dataset: Dataset,
  plainTold: Told,
): Difference[] {
  const told: Told = { ...plainTold, meta: { ...plainTold.meta, denominators: DENOMINATORS } }
  const ways: readonly NormalisedBy[] = ['year', ...COUNTS.filter((_, at) => at === world % COUNTS.length)]
  return ways.flatMap((by) => {
    const mine = divider({ ...view, normalisation: by }, { ...dataset, denominators: DENOMINATORS })(found)
    const theirs = toldNormalised(expected, by, told)
    const values = new Map(theirs.map((figure) => [nameOf(figure), figure.value]))
    const line = (figure: Figure) =>
      lineOf(figure, figure.value === null ? null : near(figure.value, values.get(nameOf(figure))), {
        reason: figure.notNormalised?.reason,
        of: figure.normalised?.denominators,
      })
    const toldLine = (figure: ToldNormalised) =>
      lineOf(figure, figure.value, { reason: figure.reason, of: figure.divided ? figure.divided.by : undefined })
    return [
      ...compared(world, `figures by ${by}`, mine.map(line), theirs.map(toldLine)),
      ...compared(world, `groups by ${by}`, groupLines(mine, told), toldGroupLines(theirs, by, told)),
    ]
  })
}

function lineOf(
  figure: AnyFigure,
  value: number | null,
  { reason = '', of }: { readonly reason?: string | undefined; readonly of?: readonly Denominator[] | undefined },
): string {
  const { low, high, approx, state } = figure
  const counts = of?.map((one) => `${territoryKey(one.territory)} ${one.basis} ${one.year} ${one.value} ${one.verified}`)
  return JSON.stringify([nameOf(figure), value, low, high, approx, state, reason, counts ?? 'not divided'])
}

function groupLines(figures: readonly Figure[], told: Told): string[] {
  return compareFigures(figures, () => false).groups.map((group) => {
    const aggregation = aggregationOf(told, group.members[0]?.indicator ?? '')
    return groupLine(group.members, group.scale, totalOf(group, aggregation)?.value ?? null)
  })
}

function toldGroupLines(figures: readonly ToldNormalised[], by: NormalisedBy, told: Told): string[] {
  const groups = comparisonGroups(figures, { ...told, hit: () => {} }).filter(({ composition }) => !composition)
  return groups.map(({ members, scale }) => {
    const all: readonly ToldNormalised[] = scale
    if (by === 'year' && each(all.map(({ period }) => `${period.start}/${period.end}`)).length > 1)
      told.hit('rule 12: numbers of a year compare, of whatever time')
    return groupLine(members, scale, normalisedTotal(all, by, told))
  })
}

function groupLine(members: readonly AnyFigure[], scale: readonly AnyFigure[], total: number | null): string {
  const names = (all: readonly AnyFigure[]) => all.map(nameOf).sort().join(' ; ')
  return `${names(members)} | on one scale: ${names(scale)} | ${total === null ? 'no total' : total.toPrecision(10)}`
}
