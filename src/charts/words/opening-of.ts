import { printTimes } from '../../locale/print-times.ts'
import type { Figure } from '../../model/figure.ts'
import { type CoveredSpan, coveredSpans, timeOf } from '../../model/rules/covered-spans.ts'
import { territoryKey } from '../../model/territory.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { reportersOf, spokenName } from '../parts/reporters.ts'
import type { DenseFinding } from './dense-finding.ts'
import type { SpokenState, Subject } from './spoken-subject.ts'

type Input = Omit<PictureInput, 'width' | 'dark'>

/** What an opening has to say: of whom it counts which. */
export interface Opened {
  readonly subject: Subject
  /** Those with a number that may be told. */
  readonly counted: readonly SpokenState[]
  readonly ofAllDays: readonly SpokenState[]
  readonly ofSomeDays: readonly SpokenState[]
  readonly isOfSomeDays: boolean
  /** Whether numbers of some days share the scale with those of all. */
  readonly isOfUnlikeDays: boolean
  readonly dense: DenseFinding | null
}

/** More are counted, not named. */
const MOST_NAMED = 3

/** Of how many places there is what the finding tells, of which time, and what has to be known of that count. */
export function openingOf(opened: Opened, input: Input): { readonly opening: string; readonly stretch: CoveredSpan | null } {
  const { subject, counted, ofAllDays, ofSomeDays, isOfSomeDays, isOfUnlikeDays, dense } = opened
  const { view, dataset, words } = input
  const { headline } = words
  const of = reportersOf(view, dataset).length
  if (isOfSomeDays && !dense) return { opening: headline.someDays(counted.length, of, subject.label), stretch: null }
  const told = countedAtTime(opened, input)
  const more = dense && dense.time !== '' ? inMoreDays(dense.ofMoreDays, told) : 0
  // Who gives a number of fewer days gives one too.
  const isOfAllDays = !isOfSomeDays && !isOfUnlikeDays && ofSomeDays.length > 0
  const say = more > 0 ? headline.openingOfStretch : isOfAllDays ? headline.openingOfAllDays : headline.opening
  const parts = [
    say(told.length, of, subject.label, dense?.time ?? ''),
    isOfUnlikeDays ? headline.ofThemAllDays(ofAllDays.length) : '',
    dense ? estimates(told, dense, input) : '',
    more > 0 ? headline.othersOfMoreDays(more) : '',
  ]
  return { opening: parts.join(''), stretch: more > 0 ? commonSpan([...(dense?.told ?? [])]) : null }
}

/** The one stretch of days that all of them are of; null where there is none. */
function commonSpan(figures: readonly Figure[]): CoveredSpan | null {
  const [first, ...others] = figures
  const [span, ...more] = first ? coveredSpans(first) : []
  const isCommon = first !== undefined && others.every((figure) => timeOf(figure) === timeOf(first))
  return span && more.length === 0 && isCommon ? span : null
}

/** With a time before it the opening speaks of those that have a number of that time, and of all days of it. */
function countedAtTime({ counted, isOfSomeDays, dense }: Opened, { dataset, words, language }: Input): readonly SpokenState[] {
  if (!dense || dense.time === '') return counted
  const days = new Set([...dense.told].map((figure) => figure.days))
  const isOfTime = (one: Figure) =>
    dense.told.has(one) ||
    (printTimes([one], dataset, words.figure, language) === dense.time && (!isOfSomeDays || days.has(one.days)))
  return counted.filter(({ figures }) => figures.some(isOfTime))
}

/** How many places have a number of more days, and are not among those that are told. */
function inMoreDays(figures: ReadonlySet<Figure>, told: readonly SpokenState[]): number {
  const keys = new Set([...figures].map(({ territory }) => territoryKey(territory)))
  return [...keys].filter((key) => !told.some((place) => place.key === key)).length
}

function estimates(told: readonly SpokenState[], dense: DenseFinding, { dataset, words, language }: Input): string {
  const all = told.filter(({ figures }) => figures.some((figure) => figure.estimated && dense.told.has(figure)))
  const names = all.length > MOST_NAMED ? [] : all.map(({ key }) => spokenName(dataset, key, language))
  return all.length > 0 ? words.headline.ofThemEstimated(all.length, names) : ''
}
