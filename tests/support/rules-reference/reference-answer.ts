import type { TerritorySet } from '../../../src/model/territory.ts'
import type { View } from '../../../src/model/view.ts'
import type { Cut } from './both-lists.ts'
import { dayNumber, daysOfTime, isoOf } from './calendar-days.ts'
import { comparisonGroups, type ToldGroup } from './comparison-groups.ts'
import { type Listed, listedFigures } from './listed-figures.ts'
import { ofLowerUnits } from './lower-units.ts'
import { type OwedReports, overduePlaces, owedReports } from './owed-reports.ts'
import { placeOf } from './places-and-states.ts'
import { reportedFigures } from './reported-figures.ts'
import { sharedOut } from './shared-out.ts'
import { straddlingRows } from './straddling-reports.ts'
import { type Asked, aggregationOf, type Days, each, type Told, type ToldFigure } from './told-figure.ts'

/** What stands for one time on the list of a view, and as reported. */
export interface AnswerOfTime extends Listed {
  readonly reported: readonly ToldFigure[]
}

export interface ReferenceAnswer {
  readonly now: AnswerOfTime
  /** Under a window, the latest of each beside it. */
  readonly otherTime: Listed
  readonly groups: readonly ToldGroup[]
  readonly owed: readonly OwedReports[]
  /** By indicator the places, on the list of the view, whose report is owed and overdue. */
  readonly overdue: ReadonlyMap<string, readonly string[]>
}

/** What a view asks for, by the rules alone. `newest` is the last day that any row of the package ends on. */
export function referenceAnswer(told: Told, view: View, newest: string | null): ReferenceAnswer {
  const window = daysOfTime(view.time, newest, told.meta.calendar)
  noteTime(view, told)
  const now = answerOf(told, view, window)
  const otherTime =
    window === null ? { figures: [], refused: [], reported: [] } : answerOf({ ...told, hit: () => {} }, view, null)
  const indicators = askedIndicators(view, told)
  const owed = owedReports(told, window, indicators, newest)
  const overdue = new Map(indicators.map((code) => [code, overduePlaces(owed, view.units, code, told)]))
  return { now, otherTime, groups: comparisonGroups(now.figures, told), owed, overdue }
}

/** The figures of one window, or the latest of each, that a view asks for. */
export function answerOf(told: Told, view: View, window: Days | null): AnswerOfTime {
  const asked: Asked = { window, filter: view.filters }
  const { reported, ...all } = onList(told, view, asked)
  const indicators = askedIndicators(view, told)
  const isAsked = ({ indicator }: ToldFigure) => indicators.includes(indicator)
  const places = view.territories.map((code) => placeOf(code, view))
  const isPlace = (place: string) => places.length === 0 || places.includes(place)
  const figures = all.figures.filter((one) => isAsked(one) && isPlace(`${one.territory.set}:${one.territory.code}`))
  notePartOf(figures, told)
  return {
    figures,
    reported: reported.filter(isAsked),
    refused: all.refused
      .filter(({ unit, parts }) => parts.some(isPlace) || isPlace(`${unit.set}:${unit.code}`))
      .map((one) => ({ ...one, figures: one.figures.filter(isAsked) }))
      .filter((one) => one.figures.length > 0),
  }
}

/** Rule 4 on request comes before rule 11; a ratio stays that of what is reported inside. */
function onList(told: Told, { units, straddling }: View, asked: Asked): AnswerOfTime {
  const { window } = asked
  const inside = ofLowerUnits(reportedFigures(told, asked), told)
  const cuts = cutsIn(told, asked)
  const silent = { ...told, hit: () => {} }
  if (straddling === 'out' || window === null || straddlingRows(asked, window, told).length === 0) {
    return { ...listedFigures(inside, cuts, units, asked, told), reported: inside }
  }
  const plain = listedFigures(inside, cuts, units, asked, silent)
  const shared = sharedOut(inside, asked, window, told)
  const sharedCuts = cuts.map(({ day, older, newer }): Cut => {
    const of = (set: TerritorySet) => ({ ...silent, rows: told.rows.filter(({ territorySet }) => territorySet === set) })
    const [before, after] = [
      { ...asked, window: { ...window, to: day } },
      { ...asked, window: { ...window, from: isoOf(dayNumber(day) + 1) } },
    ]
    return { day, older: sharedOut(older, before, window, of('63')), newer: sharedOut(newer, after, window, of('34')) }
  })
  const listed = listedFigures(shared, sharedCuts, units, asked, told)
  const isRatio = ({ indicator }: ToldFigure) => aggregationOf(told, indicator) === 'ratio'
  const ratios = plain.figures.filter(isRatio)
  if (ratios.some(({ counts }) => counts)) told.hit('rule 4: a ratio is that of what is not shared out')
  return { ...listed, reported: shared, figures: [...listed.figures.filter((one) => !isRatio(one)), ...ratios] }
}

/** Every day before a report of a flow on the newer list begins parts a window. */
function cutsIn(told: Told, { window, filter }: Asked): Cut[] {
  if (window === null) return []
  const { from, to } = window
  const silent = { ...told, hit: () => {} }
  const of = (set: TerritorySet, days: Days) =>
    ofLowerUnits(
      reportedFigures(
        { ...silent, rows: told.rows.filter(({ territorySet }) => territorySet === set) },
        { window: days, filter },
      ),
      silent,
    )
  const firsts = told.rows.filter(
    ({ territorySet, indicator }) => territorySet === '34' && aggregationOf(told, indicator) === 'sum',
  )
  return each(firsts.flatMap(({ periodStart }) => periodStart ?? []))
    .filter((first) => (from === null || first > from) && (to === null || first <= to))
    .map((first) => {
      const day = isoOf(dayNumber(first) - 1)
      return { day, older: of('63', { from, to: day }), newer: of('34', { from: first, to }) }
    })
}

export function askedIndicators({ indicators }: View, { meta }: Told): string[] {
  return meta.indicators
    .filter(({ code, domain }) => indicators.includes(code) || indicators.includes(`dom-${domain}`))
    .map(({ code }) => code)
}

function noteTime({ time }: View, { meta, hit }: Told): void {
  if (time.kind === 'last') hit('rule 4: a moving window ends with the newest day')
  if (time.kind === 'ytd') hit('rule 4: the year to date ends on the newest day')
  if (time.kind === 'window' && meta.calendar !== '01-01') hit('rule 4: a reporting year that is no calendar year')
}

function notePartOf(figures: readonly ToldFigure[], told: Told): void {
  for (const { code, partOf } of told.meta.indicators) {
    const has = (indicator: string | null) => figures.some((one) => one.indicator === indicator)
    if (partOf !== null && has(code) && has(partOf)) told.hit('rule 2: an indicator beside the one that contains it')
  }
}
