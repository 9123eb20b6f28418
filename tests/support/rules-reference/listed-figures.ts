import type { TerritoryRef } from '../../../src/model/territory.ts'
import type { UnitList } from '../../../src/model/view.ts'
import { addUp, sharedPeriod } from './add-up.ts'
import { bothLists, type Cut } from './both-lists.ts'
import { isOneDefinition } from './comparison-groups.ts'
import {
  type Asked,
  aggregationOf,
  each,
  isSameUnit,
  newCodeOf,
  oldCodesOf,
  piles,
  type Told,
  type ToldFigure,
} from './told-figure.ts'

/** Rule 11: what stands on a list of provinces, and the units whose figures it cannot show. */
export interface Listed {
  readonly figures: readonly ToldFigure[]
  readonly refused: readonly {
    readonly unit: TerritoryRef
    readonly parts: readonly string[]
    readonly figures: readonly ToldFigure[]
  }[]
}

/** `cuts` are parts of the window as reported, the older part on the 63 and the newer one on the 34. */
export function listedFigures(
  figures: readonly ToldFigure[],
  cuts: readonly Cut[],
  units: UnitList,
  asked: Asked,
  told: Told,
): Listed {
  if (units === 'goc') return { figures, refused: [] }
  noteCodes(figures, told)
  const silent = { ...told, hit: () => {} }
  const moved = cuts.map(({ day, older, newer }) => ({
    day,
    older: onUnitsOf(units, older, silent),
    newer: onUnitsOf(units, newer, silent),
  }))
  const listed = bothLists(onUnitsOf(units, figures, told), moved, asked, told)
  return { figures: listed, refused: units === '34' ? [] : refusedOf(figures, told) }
}

function onUnitsOf(units: '34' | '63', figures: readonly ToldFigure[], told: Told): ToldFigure[] {
  const moving = figures.filter(({ territory }) => territory.set !== units)
  const staying = figures.filter(({ territory }) => territory.set === units)
  if (units === '34') {
    const targets = each(moving.map(({ territory }) => newCodeOf(told, territory.code)))
    return [...staying, ...targets.flatMap((code) => underNewUnit(code, moving, told))]
  }
  const passed = moving.flatMap((figure): ToldFigure[] => {
    const [code = '', ...others] = oldCodesOf(told, figure.territory.code)
    if (others.length > 0) return []
    told.hit('rule 11: an unmerged unit passes to the 63')
    return [{ ...figure, territory: { set: '63', code }, merged: { from: [figure.territory], of: 1 } }]
  })
  return [...staying, ...passed]
}

function refusedOf(figures: readonly ToldFigure[], told: Told): Listed['refused'] {
  const moving = figures.filter(({ territory }) => territory.set === '34')
  const merged = each(moving.map(({ territory }) => territory.code)).filter((code) => oldCodesOf(told, code).length > 1)
  return merged.map((code) => {
    const mine = moving.filter(({ territory }) => territory.code === code)
    told.hit('rule 11: a merged unit is refused on the 63')
    if (mine.some(({ period }) => (period.start ?? '9') < '2025-07-01' && (period.end ?? '0') >= '2025-07-01'))
      told.hit('rule 11: a month that straddles the merger is refused by its list')
    return { unit: { set: '34', code }, parts: oldCodesOf(told, code).map((old) => `63:${old}`), figures: mine }
  })
}

/** What the old units of a new one say: added where it is of one thing and time, side by side where it is not. */
function underNewUnit(code: string, all: readonly ToldFigure[], told: Told): ToldFigure[] {
  const unit: TerritoryRef = { set: '34', code }
  const of = oldCodesOf(told, code).length
  const mine = all
    .filter(({ territory }) => newCodeOf(told, territory.code) === code)
    .sort((a, b) => (a.territory.code < b.territory.code ? -1 : 1))
    .map((figure) => ({ ...figure, territory: unit, merged: { from: [figure.territory], of } }))
  const made = piles(mine, (a, b) => isOneSum(a, b, told)).flatMap((pile): readonly ToldFigure[] => {
    if (pile.length === 1) return pile
    const sum = addUp(pile, told)
    if (!sum) {
      const said = (side: 'low' | 'high') => pile.some((figure) => figure[side])
      if (said('low') && said('high')) told.hit('rule 11: low and high of old units stand side by side')
      return pile
    }
    const ends = each(pile.flatMap(({ period }) => (period.end === null ? [] : [period.end])))
    if (ends.length > 1) told.hit('rule 11: stocks of several days say the oldest')
    const from = pile.flatMap(({ merged }) => merged.from)
    const oldest = ends.length > 1 && ends[0] !== undefined ? { oldest: ends[0] } : {}
    return [{ ...sum, period: sharedPeriod(pile), merged: { from, of, ...oldest } }]
  })
  noteMoved(mine, made, of, told)
  return made.map((figure) => asPart(figure, code))
}

/** Of some old units only it is a part of the new one, under their codes. */
function asPart(figure: ToldFigure, code: string): ToldFigure {
  const { merged } = figure
  if (!merged || merged.from.length === merged.of) return figure
  const olds = `cu:${merged.from.map((unit) => unit.code).join('+')}`
  return {
    ...figure,
    territory: { set: '34', code },
    scope: figure.scope === '' ? olds : `${olds}|${figure.scope}`,
    state: ['value', 'zero', 'in_words'].includes(figure.state) ? 'only_parts' : figure.state,
  }
}

/** Whether figures of two old units are terms of one sum. */
function isOneSum(a: ToldFigure, b: ToldFigure, told: Told): boolean {
  if (!mayBeAdded(a, told) || !mayBeAdded(b, told)) return false
  return isOneDefinition(a, b) && a.time === b.time && a.basis === b.basis && a.stands === b.stands
}

/** A figure in doubt, of a part of its unit, or of what never combines, is in no sum over units. */
function mayBeAdded({ scope, needsVerification, indicator }: ToldFigure, told: Told): boolean {
  return scope === '' && !needsVerification && ['sum', 'last'].includes(aggregationOf(told, indicator))
}

function noteMoved(mine: readonly ToldFigure[], made: readonly ToldFigure[], of: number, { hit }: Told): void {
  for (const { merged, scope, basis } of made) {
    if (!merged || scope !== '' || basis !== 'total') continue
    if (of === 1) hit('rule 11: an unmerged unit passes to the 34')
    else if (merged.from.length === of) hit('rule 11: all old units make the new one')
    else if (merged.from.length === 1) hit('rule 11: one of several old units is only a part')
    else hit('rule 11: two of three old units are only a part')
  }
  const isTotal = ({ scope, basis }: ToldFigure) => scope === '' && basis === 'total'
  for (const pile of piles(mine.filter(isTotal), (a, b) => a.indicator === b.indicator)) {
    if (each(pile.map(({ time }) => time)).length > 1) hit('rule 11: other times of old units stand side by side')
    if (pile.length > 1 && pile.some(({ needsVerification }) => needsVerification))
      hit('rule 11: a figure in doubt is not added to another unit')
  }
  if (mine.some(({ period }) => (period.start ?? '') >= '2025-07-01'))
    hit('rule 11: a report on the old list of days after the merger moves')
}

const CHANGED_CODES = ['24', '15', '44', '52', '80', '82', '91']

function noteCodes(figures: readonly ToldFigure[], { hit }: Told): void {
  const isBoth = ({ territory: { set, code } }: ToldFigure) =>
    CHANGED_CODES.includes(code) &&
    figures.some((other) => isSameUnit(other.territory, { set: set === '63' ? '34' : '63', code }))
  if (figures.some(isBoth)) hit('rule 11: a code with another meaning on the other list')
}
