import type { LowerUnits } from '../../../src/model/expected-report.ts'
import type { TerritoryRef } from '../../../src/model/territory.ts'
import { addUp, sharedPeriod } from './add-up.ts'
import { isOneDefinition } from './comparison-groups.ts'
import { aggregationOf, each, isSameUnit, piles, type Told, type ToldFigure } from './told-figure.ts'

/**
 * Rule 3: the units below a province that the package expects make its figure, of one time and definition each; beside an own row no
 * row of theirs is left. Of some of them it is only a part.
 */
export function ofLowerUnits(figures: readonly ToldFigure[], told: Told): ToldFigure[] {
  const made: ToldFigure[] = []
  const used: ToldFigure[] = []
  const subject = (unit: TerritoryRef, indicator: string) => `${unit.set}:${unit.code} ${indicator}`
  const said = new Set(figures.map(({ territory, indicator }) => subject(territory, indicator)))
  for (const { lower, indicator, from, to } of told.meta.expected) {
    if (!lower || !said.has(subject(lower.territory, indicator))) continue
    const here = figures.filter((one) => isSameUnit(one.territory, lower.territory) && one.indicator === indicator)
    const isIn = ({ period: { end } }: ToldFigure) => end === null || (end >= from && end <= to)
    const owed = here.filter((one) => isExpected(one, lower) && isIn(one) && isAddable(one, told))
    if (owed.length === 0) continue
    const isOneSum = (a: ToldFigure, b: ToldFigure) =>
      isOneDefinition(a, b) && a.time === b.time && a.basis === b.basis && a.stands === b.stands
    for (const pile of piles(owed, isOneSum)) {
      const sum = addUp(pile, told)
      if (!sum) continue
      const n = each(pile.map(({ scope }) => scope)).length
      const isAll = n === lower.names.length
      told.hit(isAll ? 'rule 3: all expected units make the figure of their province' : 'rule 3: some expected units are n of N')
      used.push(...pile)
      made.push({
        ...sum,
        period: sharedPeriod(pile),
        unitLevel: 'tinh',
        scope: isAll ? '' : `${lower.level}:${n}/${lower.names.length}`,
        scopeVi: n === 1 && !isAll ? (pile[0]?.scopeVi ?? '') : '',
        scopeEn: n === 1 && !isAll ? (pile[0]?.scopeEn ?? '') : '',
        state: isAll ? sum.state : 'only_parts',
        units: { level: lower.level, n, of: lower.names.length },
      })
    }
  }
  return [...figures.filter((one) => !used.includes(one)), ...made]
}

function isExpected({ scope, scopeVi, unitLevel }: ToldFigure, { level, names }: LowerUnits): boolean {
  return scope !== '' && unitLevel === level && names.some((name) => scopeVi === name || scope.split('|')[1] === name)
}

function isAddable({ needsVerification, indicator }: ToldFigure, told: Told): boolean {
  return !needsVerification && ['sum', 'last'].includes(aggregationOf(told, indicator))
}
