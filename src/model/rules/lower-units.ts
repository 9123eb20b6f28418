import type { ExpectedReport, LowerUnits } from '../expected-report.ts'
import type { Figure } from '../figure.ts'
import type { Indicator } from '../indicator.ts'
import { type TerritoryKey, territoryKey } from '../territory.ts'
import { addFigures, sharedPeriod } from './add-figures.ts'
import { timeOf } from './covered-spans.ts'
import { inFigureOrder } from './figures.ts'
import { groupBy } from './standing.ts'

export interface LowerUnitsContext {
  readonly expected: readonly ExpectedReport[]
  readonly indicators: ReadonlyMap<string, Indicator>
}

/**
 * Rule 3 for figures of one time: where the package says which lower units of a province owe an indicator, those of these units make
 * the province's figure, added as rule 7 allows; where it has one of its own, none of theirs is left. Of all units it is the province's figure; of n of them it
 * is a part of it. Any other lower figure stays under the name of its unit.
 */
export function fromLowerUnits(figures: readonly Figure[], { expected, indicators }: LowerUnitsContext): readonly Figure[] {
  const rules = groupBy(
    expected.filter(({ lower }) => lower !== undefined),
    ({ lower, indicator }) => subjectOf((lower as LowerUnits).territory, indicator),
  )
  if (rules.size === 0) return figures
  const unitsOf = (figure: Figure): LowerUnits | null => {
    const subject = subjectOf(figure.territory, figure.indicator)
    if (!isAddable(figure, indicators)) return null
    const { end } = figure.period
    const rule = rules.get(subject)?.find(({ from, to }) => end === null || (end >= from && end <= to))
    return rule?.lower && isOneOf(figure, rule.lower) ? rule.lower : null
  }
  const owed = figures.flatMap((figure) => {
    const lower = unitsOf(figure)
    return lower ? [{ figure, lower }] : []
  })
  if (owed.length === 0) return figures
  const taken = new Set(owed.map(({ figure }) => figure))
  const made = [...groupBy(owed, ({ figure }) => sumKey(figure)).values()].flatMap((members) =>
    overUnits(
      members.map(({ figure }) => figure),
      (members[0] as (typeof owed)[number]).lower,
    ),
  )
  return inFigureOrder([...figures.filter((figure) => !taken.has(figure)), ...made])
}

function overUnits(members: readonly Figure[], { names, level }: LowerUnits): readonly Figure[] {
  const first = members[0] as Figure
  const n = new Set(members.map(({ scope }) => scope)).size
  const of = names.length
  const isAll = n === of
  const scope = isAll ? '' : `${level}:${n}/${of}`
  const key = first.comparisonKey.split('|').slice(0, 4).join('|')
  const sum = addFigures(members, {
    period: sharedPeriod(members),
    ...{ days: first.days, daysOf: first.daysOf },
    comparisonKey: isAll ? key : `${key}|${territoryKey(first.territory)}|${scope}`,
  })
  if (!sum) return members
  // One unit of several is called by its name; several are counted, and their names stand in the grounds.
  const { scopeVi, scopeEn } = n === 1 && !isAll ? first : { scopeVi: '', scopeEn: '' }
  const whole = { ...sum, ...{ scope, scopeVi, scopeEn }, unitLevel: 'tinh' as const, units: { level, n, of } }
  return [isAll ? whole : { ...whole, state: 'only_parts' }]
}

function sumKey(figure: Figure): string {
  const measure = figure.comparisonKey.split('|').slice(0, 3).join('|')
  return JSON.stringify([territoryKey(figure.territory), measure, timeOf(figure), figure.basis, figure.stands])
}

/** Whether the figure is of a unit that owes it, by its name or by the words for what it covers. */
function isOneOf({ scope, scopeVi, unitLevel }: Figure, { names, level }: LowerUnits): boolean {
  if (scope === '' || unitLevel !== level) return false
  const [, name = ''] = scope.split('|')
  return names.includes(name) || names.includes(scopeVi)
}

function isAddable({ indicator, needsVerification }: Figure, indicators: LowerUnitsContext['indicators']): boolean {
  const aggregation = indicators.get(indicator)?.aggregation
  return !needsVerification && (aggregation === 'sum' || aggregation === 'last')
}

function subjectOf(territory: Figure['territory'], indicator: string): `${TerritoryKey} ${string}` {
  return `${territoryKey(territory)} ${indicator}`
}
