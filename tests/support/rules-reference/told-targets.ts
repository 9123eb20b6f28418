import { type Days, newCodeOf, oldCodesOf, type Told, type ToldFigure } from './told-figure.ts'

/** Rule 13: a figure with its assigned target. */
export interface ToldTarget {
  readonly figure: ToldFigure
  readonly target: number
  /** In percent. */
  readonly share: number
}

/** Of whole plain numbers of all days of the window, whose place has a target for exactly these, in their unit. */
export function toldTargets(figures: readonly ToldFigure[], window: Days | null, told: Told): ToldTarget[] {
  const { hit } = told
  return figures.flatMap((figure): ToldTarget[] => {
    const { value, stands, basis, scope, needsVerification, days, daysOf } = figure
    if (!stands || value === null || basis !== 'total' || scope !== '') return []
    const assigned = (place: string) => {
      const mine = told.meta.targets.filter(
        (one) => `${one.territory.set}:${one.territory.code}` === place && one.indicator === figure.indicator,
      )
      const found = mine.find(({ start, end, unit }) => start === window?.from && end === window.to && unit === figure.unit)
      if (mine.length > 0 && !found) hit('rule 13: a target of another time or unit is none')
      return found?.value
    }
    const { set, code } = figure.territory
    const own = assigned(`${set}:${code}`)
    const target = own ?? elsewhere(set, code, assigned, told)
    if (target === undefined) return []
    if (needsVerification) {
      hit('rule 13: a doubt is measured by no target')
      return []
    }
    if (days !== null && days !== daysOf) {
      hit('rule 13: some of the days are measured by no target')
      return []
    }
    if (target === 0) {
      hit('rule 13: of a target of zero there is no share')
      return []
    }
    hit('rule 13: a share of an assigned target')
    return [{ figure, target, share: (value / target) * 100 }]
  })
}

/** Of a merged unit the sum of those of all its old ones; of a unit that was not merged what it has on the other list. */
function elsewhere(set: string, code: string, assigned: (place: string) => number | undefined, told: Told): number | undefined {
  const newCode = newCodeOf(told, code)
  const olds = oldCodesOf(told, set === '34' ? code : newCode)
  if (set === '63' && olds.length !== 1) return undefined
  const all = set === '34' ? olds.map((old) => assigned(`63:${old}`)) : [assigned(`34:${newCode}`)]
  const known = all.filter((one) => one !== undefined)
  if (known.length > 0 && known.length < all.length) told.hit('rule 13: targets of some old units are none of the new one')
  if (known.length < all.length) return undefined
  told.hit(all.length > 1 ? 'rule 13: the target of a new unit is that of its old ones' : 'rule 13: a target of the other list')
  return known.reduce((sum, one) => sum + one, 0)
}
