import type { State } from '../../../src/model/figure.ts'
import type { Coverage } from '../../../src/model/rules/coverage.ts'
import type { UnitList, View } from '../../../src/model/view.ts'
import type { Listed } from './listed-figures.ts'
import { each, newCodeOf, oldCodesOf, type Told, type ToldFigure } from './told-figure.ts'

const WORTH: readonly State[] = ['value', 'zero', 'part_of_time', 'in_words', 'only_parts', 'suppressed', 'not_applicable']

/** Rules 10 and 11: who is expected to have figures, on a list, as `34:37`. Nobody else is in any N. */
export function expectedPlaces(told: Told, units: UnitList): string[] {
  const places = told.meta.reporters.flatMap((key) => {
    const [set, code = ''] = key.split(':')
    if (units === 'goc' || set === units) return [key as string]
    return units === '34' ? [`34:${newCodeOf(told, code)}`] : oldCodesOf(told, code).map((old) => `63:${old}`)
  })
  if (each(places).length < places.length) told.hit('rule 10: old units of the reporters count as one')
  return each(places)
}

/** Those of them that a view is about. */
export function askedPlaces(told: Told, view: View): string[] {
  const named = view.territories.map((code) => placeOf(code, view))
  return expectedPlaces(told, view.units).filter((place) => named.length === 0 || named.includes(place))
}

/** `o36` and `n36` as in the report, else a code of the list. */
export function placeOf(code: string, { units }: View): string {
  if (units !== 'goc') return `${units}:${code}`
  return `${code.startsWith('o') ? '63' : '34'}:${code.slice(1)}`
}

/** What is known of all places. */
export interface Known {
  readonly now: Listed
  readonly otherTime: Listed
  /** By indicator the places whose report is owed and overdue. */
  readonly overdue: ReadonlyMap<string, readonly string[]>
}

/** Rule 9: what is known of a place on one indicator, now and for any other time. */
export function stateOfPlace(place: string, indicator: string, known: Known, { hit }: Told): State {
  const { now, otherTime: other } = known
  const isMine = ({ territory, stands, ...figure }: ToldFigure) =>
    stands && figure.indicator === indicator && `${territory.set}:${territory.code}` === place
  const isRefused = (listed: Listed) =>
    listed.refused.some(
      ({ parts, figures }) => parts.includes(place) && figures.some((one) => one.stands && one.indicator === indicator),
    )
  const found = now.figures.filter(isMine).map(saidOfPlace)
  const isOverdue = known.overdue.get(indicator)?.includes(place) ?? false
  const isOffered = other.figures.some(isMine)
  const state =
    WORTH.find((one) => found.includes(one)) ??
    (isRefused(now)
      ? 'refused'
      : isOverdue
        ? 'not_received'
        : isOffered
          ? 'other_time'
          : isRefused(other)
            ? 'refused'
            : 'not_mentioned')
  hit(`rule 9: ${state as 'value'}`)
  if (state === 'not_received' && isOffered) hit('rule 9: what is owed is not made good by another time')
  if (state === 'not_received' && isRefused(other)) hit('rule 9: nor by what cannot be split of another time')
  if (state === 'part_of_time' && found.some((one) => one === 'in_words' || one === 'only_parts'))
    hit('rule 9: a number of some days goes before words and parts')
  return state
}

/** A number says all that was asked of its place only where it is of all the days that were asked for. */
function saidOfPlace({ state, value, days, daysOf }: ToldFigure): State {
  const lacksDays = days !== null && daysOf !== null && days !== daysOf
  return lacksDays && value !== null && state !== 'only_parts' ? 'part_of_time' : state
}

/** Rule 10: how many of how many. */
export function countedStates(states: readonly State[]): Coverage {
  const counted = { numbers: 0, partOfTime: 0, inWords: 0, parts: 0, otherTime: 0, notMentioned: 0, notReceived: 0, withheld: 0 }
  const reasons = { notApplicable: 0, notSplit: 0, notDivided: 0 }
  for (const state of states) {
    if (state === 'value' || state === 'zero') counted.numbers++
    else if (state === 'part_of_time') counted.partOfTime++
    else if (state === 'in_words') counted.inWords++
    else if (state === 'only_parts') counted.parts++
    else if (state === 'other_time') counted.otherTime++
    else if (state === 'not_mentioned') counted.notMentioned++
    else if (state === 'not_received') counted.notReceived++
    else if (state === 'not_applicable') reasons.notApplicable++
    else if (state === 'refused') reasons.notSplit++
    else if (state === 'not_normalised') reasons.notDivided++
    else counted.withheld++
  }
  return { ...counted, ...reasons, of: states.length }
}
