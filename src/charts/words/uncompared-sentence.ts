import type { UncomparedReason } from '../../locale/compare.vi.ts'
import type { Figure } from '../../model/figure.ts'
import { type Change, measureOf } from '../../model/rules/change.ts'
import { daysBetween } from '../../model/rules/periods.ts'
import { isOfSomeDays } from '../../model/rules/some-days.ts'
import { groupBy } from '../../model/rules/standing.ts'
import { territoryKey } from '../../model/territory.ts'
import { windowDays } from '../../model/time-choice.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { listedNames, spokenName } from '../parts/reporters.ts'
import { timesOf } from './change-text.ts'
import type { SentencePart } from './sentence-part.ts'

type Input = Omit<PictureInput, 'width' | 'dark'>

/** Why nobody's number of these measures is compared with an earlier one. Empty where somebody's is. */
export function uncomparedSentence(measures: ReadonlySet<string>, kind: 'prev' | 'yoy', input: Input): SentencePart[][] {
  const ofMeasures = [...(input.answer.compared?.changes.values() ?? [])].filter(({ now }) => measures.has(measureOf(now)))
  const wholes = ofMeasures.filter(({ now }) => now.basis !== 'part')
  const otherDate = wholes.filter(({ refused }) => refused === 'other_date')
  if (measures.size === 1 && otherDate.length > 0) return otherDates(otherDate, kind, input)
  const all = wholes.length > 0 ? wholes : ofMeasures
  const told = all.flatMap((change) => {
    const reason = reasonOf(change)
    return reason ? [{ reason, now: change.now }] : []
  })
  if (all.length === 0 || told.length < all.length) return []
  const { compare } = input.words
  const byReason = [...groupBy(told, ({ reason }) => reason).values()]
    .map((group) => ({
      reason: compare.uncomparedFor[(group[0] as (typeof told)[number]).reason](kind),
      n: new Set(group.map(({ now }) => territoryKey(now.territory))).size,
    }))
    .sort((a, b) => b.n - a.n)
  return [[compare.uncompared(kind, byReason)]]
}

/** Which time of the picker to choose, where the numbers that were not compared have all of its days; empty for none. */
export function coveredAdvice(measures: ReadonlySet<string>, input: Input): string {
  const { changes = new Map<Figure, Change>() } = input.answer.compared ?? {}
  const isCovered = [...changes.values()].some(({ now }) => measures.has(measureOf(now)) && wouldBeWhole(now, input))
  return isCovered ? input.words.compare.chooseCovered(input.words.period.yearToDate) : ''
}

/** The figures of the two times are of days that do not answer to each other. */
function otherDates(all: readonly Change[], kind: 'prev' | 'yoy', input: Input): SentencePart[][] {
  const { compare } = input.words
  const keys = all.map(({ now }) => territoryKey(now.territory))
  const [key, ...others] = keys
  if (key === undefined || others.length > 0) return [[compare.otherDatesAll(kind, listedNames(keys, input))]]
  const [now = '', base = ''] = timesOf(all[0] as Change, input)
  return [[compare.otherDateOnly(kind, spokenName(input.dataset, key, input.language), now, base)]]
}

/** Of what is partial, whether days or units are missing. */
function reasonOf({ refused, now, base }: Change): UncomparedReason | null {
  if (refused === 'other_date' || refused === 'zero_base') return null
  if (refused === 'partial_now') return isOfSomeDays(now) ? 'days_now' : 'units_now'
  if (refused === 'partial_base') return base && isOfSomeDays(base) ? 'days_base' : 'units_base'
  return refused
}

/** Whether a number that lacks days of its year has all of the year to date, and that can be chosen. */
function wouldBeWhole(figure: Figure, { dataset, view }: Input): boolean {
  const { latestDay, calendar, rhythms } = dataset
  const now = windowDays(view.time, latestDay, calendar)
  const toDate = windowDays({ kind: 'ytd' }, latestDay, calendar)
  if (!now?.to || !toDate?.from || !toDate.to || !rhythms.some(({ grain }) => grain !== 'year')) return false
  return now.from === toDate.from && now.to > toDate.to && figure.days === daysBetween(toDate.from, toDate.to)
}
