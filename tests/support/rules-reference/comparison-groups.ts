import { aggregationOf, each, isSameUnit, piles, ruleOf, type Told, type ToldFigure } from './told-figure.ts'

/** Rule 7: figures that stand side by side under one definition and time, and those of them that share a scale. */
export interface ToldGroup {
  readonly members: readonly ToldFigure[]
  readonly scale: readonly ToldFigure[]
  readonly composition: boolean
  /** Of its scale, over units; null where nothing may be added. */
  readonly total: number | null
}

export function comparisonGroups(figures: readonly ToldFigure[], told: Told): ToldGroup[] {
  const { hit } = told
  const standing = piles(
    figures.filter(({ stands }) => stands),
    areComparable,
  ).map((members): ToldGroup => {
    const numbers = members.filter((one) => one.value !== null && one.state !== 'only_parts' && !one.needsVerification)
    const scale = numbers.length > 1 ? numbers : []
    if (scale.length > 1) hit('rule 7: two or more on one scale')
    if (members.some((one) => one.needsVerification && one.value !== null))
      hit('rule 7: what needs verification is off the scale')
    return { members, scale, composition: false, total: totalOf(scale, told) }
  })
  noteApart(standing, hit)
  const parts = figures.filter((one) => one.basis === 'part' && ruleOf(told, one.indicator, one.breakdownKey) === 'additive')
  const compositions = piles(
    parts,
    (a, b) =>
      isSameUnit(a.territory, b.territory) &&
      a.indicator === b.indicator &&
      a.scope === b.scope &&
      a.breakdownKey === b.breakdownKey &&
      a.unit === b.unit &&
      a.time === b.time,
  ).filter((members) => members.length > 1)
  return [
    ...standing,
    ...compositions.map((members): ToldGroup => {
      hit('rule 7: additive parts form a composition')
      const numbers = members.filter((one) => one.value !== null && !one.needsVerification)
      return { members, scale: numbers.length > 1 ? numbers : [], composition: true, total: null }
    }),
  ]
}

export function areComparable(a: ToldFigure, b: ToldFigure): boolean {
  return (
    isOneDefinition(a, b) &&
    // The same people are on both lists.
    a.territory.set === b.territory.set &&
    a.time === b.time &&
    a.scope === b.scope &&
    (a.scope === '' || isSameUnit(a.territory, b.territory))
  )
}

/** One indicator, of the same kinds, in one unit. */
export function isOneDefinition(a: ToldFigure, b: ToldFigure): boolean {
  return (
    a.indicator === b.indicator &&
    a.breakdownKey === b.breakdownKey &&
    a.breakdownValues.join() === b.breakdownValues.join() &&
    a.unit === b.unit
  )
}

function totalOf(scale: readonly ToldFigure[], told: Told): number | null {
  const [first] = scale
  const aggregation = first && aggregationOf(told, first.indicator)
  if (!aggregation || aggregation === 'none') return null
  if (scale.some(({ low }) => low) && scale.some(({ high }) => high)) {
    told.hit('rule 7: low and high have no total')
    return null
  }
  if (aggregation !== 'ratio') return scale.reduce((sum, { value }) => sum + (value ?? 0), 0)
  let [top, bottom] = [0, 0]
  for (const { counts } of scale) {
    if (!counts) {
      told.hit('rule 1: printed ratios of several places have none together')
      return null
    }
    top += counts.numerator
    bottom += counts.denominator
  }
  told.hit('rule 1: the ratio of several places is that of their counts')
  return (100 * top) / bottom
}

/** Figures of one definition that are kept apart by their time alone. */
function noteApart(groups: readonly ToldGroup[], hit: Told['hit']): void {
  const firsts = groups.flatMap(({ members }) => members.slice(0, 1)).filter(({ scope }) => scope === '')
  for (const pile of piles(firsts, isOneDefinition)) {
    if (pile.length < 2) continue
    hit('rule 7: other times stand in other groups')
    if (pile.filter(({ time }) => time.startsWith('days ')).length > 1)
      hit('rule 7: covers of different days stand in other groups')
    const written = pile.map(({ time }) => time).filter((time) => time.startsWith('['))
    const without = (at: number) =>
      written.map((time) => JSON.stringify((JSON.parse(time) as unknown[]).filter((_, nth) => nth !== at)))
    if (each(without(2)).length < written.length) hit('rule 7: the same days with another basis are not one period')
    if (each(without(3)).length < written.length) hit('rule 7: unknown times of two sources are not one')
  }
}
