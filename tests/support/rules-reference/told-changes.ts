import type { View } from '../../../src/model/view.ts'
import { dayNumber, daysOfTime, isoOf, reportingMonths } from './calendar-days.ts'
import { isOneDefinition } from './comparison-groups.ts'
import { answerOf } from './reference-answer.ts'
import { aggregationOf, type Days, isSameUnit, type Told, type ToldFigure } from './told-figure.ts'

/** How a figure stands to its own of an earlier time. */
export interface ToldChange {
  readonly now: ToldFigure
  readonly base: ToldFigure | null
  /** Why there is no percentage; empty where there is. */
  readonly refused: string
  readonly step: number | null
}

export interface ToldComparison {
  /** Why nothing is compared; empty where there is something. */
  readonly refused: string
  /** Of every standing figure that has at most one to be compared with. */
  readonly changes: readonly ToldChange[]
}

/** Rule 13 for the earlier times; null where a view asks for none. `newest` is the last day that any row of the package ends on. */
export function toldComparison(told: Told, view: View, newest: string | null): ToldComparison | null {
  const kind = view.comparison
  if (kind !== 'prev' && kind !== 'yoy') return null
  const window = daysOfTime(view.time, newest, told.meta.calendar)
  const now = closed(window)
  if (!now) return { refused: 'no_window', changes: [] }
  const before = earlier(now, kind, told.meta.calendar)
  if (before.to >= now.from) {
    told.hit('rule 13: the same period of the year before would overlap')
    return { refused: 'overlaps', changes: [] }
  }
  const silent = { ...told, hit: () => {} }
  const standing = (days: Days) => answerOf(silent, view, days).figures.filter(({ stands }) => stands)
  const olds = standing(before)
  const changes = standing(now).flatMap((figure): ToldChange[] => {
    const same = olds.filter((old) => isSameThing(old, figure))
    const alike = same.filter((old) => old.basis === figure.basis && old.scope === figure.scope && isOneDefinition(old, figure))
    if (alike.length > 1 || (alike.length === 0 && same.length > 1)) return []
    return [change(figure, alike[0] ?? same[0] ?? null, { kind, now, before }, told)]
  })
  return { refused: '', changes }
}

interface Stretch {
  readonly from: string
  readonly to: string
}

interface TwoTimes {
  readonly kind: 'prev' | 'yoy'
  readonly now: Stretch
  readonly before: Stretch
}

function closed(window: Days | null): Stretch | null {
  return window?.from && window.to ? { from: window.from, to: window.to } : null
}

/** Whole months of the calendar go back by months, other days by as many days, or to the same ones a year ago. */
function earlier({ from, to }: Stretch, kind: 'prev' | 'yoy', calendar: string): Stretch {
  const months = reportingMonths(calendar)
  const first = months.findIndex((month) => month.from === from)
  const last = months.findIndex((month) => month.to === to)
  if (first >= 0 && last >= 0) {
    const back = kind === 'yoy' ? 12 : last - first + 1
    return { from: months[first - back]?.from ?? '', to: months[last - back]?.to ?? '' }
  }
  if (kind === 'yoy') return { from: aYearAgo(from), to: aYearAgo(to) }
  const long = dayNumber(to) - dayNumber(from) + 1
  return { from: isoOf(dayNumber(from) - long), to: isoOf(dayNumber(to) - long) }
}

function aYearAgo(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1)
  return day.endsWith('02-29') ? `${year}-02-28` : year + day.slice(4)
}

function isSameThing(a: ToldFigure, b: ToldFigure): boolean {
  return (
    isSameUnit(a.territory, b.territory) &&
    a.indicator === b.indicator &&
    a.breakdownKey === b.breakdownKey &&
    a.breakdownValues.join() === b.breakdownValues.join() &&
    partOf(a) === partOf(b)
  )
}

/** What part of the place a figure is of, whatever old units reported it. */
function partOf({ scope, merged }: ToldFigure): string {
  return merged && scope.startsWith('cu:') ? scope.split('|').slice(1).join('|') : scope
}

function change(now: ToldFigure, base: ToldFigure | null, times: TwoTimes, told: Told): ToldChange {
  const why = reasonAgainst(now, base, times, told)
  const refuse = (refused: string): ToldChange => ({ now, base, refused, step: null })
  if (base === null || why !== '') return refuse(why)
  const step = (now.value ?? 0) - (base.value ?? 0)
  if (aggregationOf(told, now.indicator) !== 'ratio' && base.value === 0) {
    told.hit('rule 13: of a zero base there is a difference only')
    return { now, base, refused: 'zero_base', step }
  }
  told.hit('rule 13: a change against an earlier time')
  return { now, base, refused: '', step }
}

function reasonAgainst(now: ToldFigure, base: ToldFigure | null, times: TwoTimes, told: Told): string {
  if (base === null) return 'no_base'
  const either = (has: (figure: ToldFigure) => boolean) => has(now) || has(base)
  if (either(({ value }) => value === null)) return 'no_number'
  const lacks = ({ state, days, daysOf }: ToldFigure) =>
    state === 'only_parts' || (days !== null && daysOf !== null && days < daysOf)
  if (either(lacks)) {
    if (lacks(now)) return 'partial_now'
    told.hit('rule 13: a complete number has no change against one that lacks days or units')
    return 'partial_base'
  }
  if (either(({ needsVerification }) => needsVerification)) return 'in_doubt'
  if (!isOneDefinition(now, base)) return 'unlike'
  if (!areOfOneTime(now, base, times, told)) {
    told.hit('rule 7: figures of days that do not answer to each other make no change')
    return 'other_date'
  }
  return (now.low && base.low) || (now.high && base.high) ? 'one_sided' : ''
}

/** What lies inside a window, without being counted over it, has to lie at the same place of the other one. */
function areOfOneTime(now: ToldFigure, base: ToldFigure, times: TwoTimes, told: Told): boolean {
  if (now.daysOf !== null && base.daysOf !== null) return true
  const { calendar } = told.meta
  const same = (a: string | null | undefined, b: string | null | undefined) =>
    (a ?? null) === null || (b ?? null) === null ? (a ?? null) === (b ?? null) : sameDay(String(a), String(b), times, calendar)
  if (!same(now.period.end, base.period.end)) return false
  if (!same(now.merged?.oldest ?? now.period.end, base.merged?.oldest ?? base.period.end)) {
    told.hit('rule 7: of stocks of several days the oldest has to answer too')
    return false
  }
  const { start } = now.period
  if (aggregationOf(told, now.indicator) === 'last' || start === null || base.period.start === null) return true
  return same(start, base.period.start)
}

function sameDay(a: string, b: string, { kind, now, before }: TwoTimes, calendar: string): boolean {
  const months = reportingMonths(calendar)
  const isWhole = months.some(({ from }) => from === now.from) && months.some(({ to }) => to === now.to)
  if (kind === 'prev' && !isWhole) return dayNumber(now.to) - dayNumber(a) === dayNumber(before.to) - dayNumber(b)
  const holding = (day: string) => months.findIndex(({ from, to }) => from <= day && day <= to)
  if (holding(now.to) - holding(a) !== holding(before.to) - holding(b)) return false
  const [one, other] = [months[holding(a)], months[holding(b)]]
  if (!one || !other) return false
  const after = Math.abs(dayNumber(a) - dayNumber(one.from) - (dayNumber(b) - dayNumber(other.from)))
  const ahead = Math.abs(dayNumber(one.to) - dayNumber(a) - (dayNumber(other.to) - dayNumber(b)))
  return Math.min(after, ahead) <= 1
}
