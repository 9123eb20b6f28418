import type { ExpectedReport, OwedGrain } from '../../../src/model/expected-report.ts'
import type { Observation } from '../../../src/model/observation.ts'
import type { TerritoryRef } from '../../../src/model/territory.ts'
import { dayNumber, daysIn, isoOf, reportingMonths } from './calendar-days.ts'
import { aggregationOf, type Days, isSameUnit, newCodeOf, oldCodesOf, type Told, unitOf } from './told-figure.ts'

/** What the reporters of one list owe of one indicator for one stretch of days. */
export interface OwedReports {
  readonly list: '63' | '34'
  readonly indicator: string
  readonly grain: OwedGrain
  readonly start: string
  readonly end: string
  readonly due: string
  readonly overdue: boolean
  readonly owed: number
  readonly missing: readonly TerritoryRef[]
}

/** Which months of a reporting year (from 1) a stretch has: its first one, and how many. */
const STRETCHES: Readonly<Record<OwedGrain, readonly (readonly [first: number, months: number])[]>> = {
  month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((nth) => [nth, 1]),
  quarter: [1, 4, 7, 10].map((nth) => [nth, 3]),
  half: [1, 7].map((nth) => [nth, 6]),
  first_half: [[1, 6]],
  nine_months: [[1, 9]],
  year: [[1, 12]],
}

/**
 * Rules 9 and 10: what `expected` says is owed for the stretches of a window, or for the newest one of each kind that was over when
 * reports were gathered, and who has not sent it. `newest` is the last day that any row of the package ends on.
 */
export function owedReports(
  told: Told,
  window: Days | null,
  indicators: readonly string[],
  newest: string | null,
): OwedReports[] {
  const today = told.meta.asOf ?? newest ?? ''
  const all = told.meta.expected.flatMap((rule): (OwedReports & { readonly isAsked: boolean })[] => {
    if (rule.lower || !indicators.includes(rule.indicator)) return []
    const reporters = told.meta.reporters.map(unitNamed).filter(({ set }) => set === rule.territorySet)
    if (reporters.length === 0) return []
    const inOwnRight = daysOwedBeside(rule, told)
    return stretchesOf(rule, told.meta.calendar).map(({ start, end, most }) => {
      const isSent = (unit: TerritoryRef) =>
        told.rows.some(
          (row) => isSameUnit(unitOf(row), unit) && isReportOf(row, rule.indicator, { start, end, most, inOwnRight }, told),
        )
      const due = isoOf(dayNumber(end) + rule.dueDays)
      const isIn = window !== null && (window.from === null || start >= window.from) && (window.to === null || end <= window.to)
      const missing = window === null || isIn ? reporters.filter((unit) => !isSent(unit)) : []
      const stretch = { list: rule.territorySet, indicator: rule.indicator, grain: rule.grain, start, end, due }
      return { ...stretch, overdue: due < today, owed: reporters.length, missing, isAsked: window === null ? end <= today : isIn }
    })
  })
  const over = all.filter(({ isAsked }) => isAsked)
  const asked =
    window !== null
      ? over
      : over.filter(
          (one) => !over.some((other) => other.indicator === one.indicator && other.grain === one.grain && other.end > one.end),
        )
  noteOwed(asked, over.length > asked.length, told)
  return asked
}

/** Places of a list whose report of an indicator is owed and overdue: the one who owes it, or those it shares ground with. */
export function overduePlaces(owed: readonly OwedReports[], units: '63' | '34' | 'goc', indicator: string, told: Told): string[] {
  return owed
    .filter((one) => one.overdue && one.indicator === indicator)
    .flatMap(({ missing }) => missing)
    .flatMap(({ set, code }) => {
      if (units === 'goc' || units === set) return [`${set}:${code}`]
      told.hit('rule 10: what is owed on one list is owed on the other')
      return units === '34' ? [`34:${newCodeOf(told, code)}`] : oldCodesOf(told, code).map((old) => `63:${old}`)
    })
}

interface Stretch {
  readonly start: string
  readonly end: string
  /** Days of this stretch with the longer one of its neighbours. */
  readonly most: number
}

/** The stretches of a rule: those that lie whole between its first and its last day. */
function stretchesOf({ grain, from, to }: ExpectedReport, calendar: string): Stretch[] {
  const months = reportingMonths(calendar)
  return months.flatMap(({ nth, from: start }, at) => {
    const long = STRETCHES[grain].find(([first]) => first === nth)?.[1]
    const end = long && months[at + long - 1]?.to
    if (!long || !end || start < from || end > to) return []
    const [before = start, after = end] = [months[at - long]?.from, months[at + 2 * long - 1]?.to]
    return [{ start, end, most: Math.max(daysIn({ start: before, end }), daysIn({ start, end: after })) }]
  })
}

/** The days of every stretch that the provinces of the same list owe of the same indicator, by whatever rule. */
function daysOwedBeside({ territorySet, indicator }: ExpectedReport, { meta }: Told): ReadonlySet<string> {
  const rules = meta.expected.filter((rule) => !rule.lower && rule.territorySet === territorySet && rule.indicator === indicator)
  return new Set(rules.flatMap((rule) => stretchesOf(rule, meta.calendar)).map(({ start, end }) => `${start}..${end}`))
}

/** A stretch, and the days of all that is owed beside it. */
interface OwedBeside extends Stretch {
  readonly inOwnRight: ReadonlySet<string>
}

/**
 * A row of the unit's own, whatever it says: of these days, or of days that hold them, are at most twice as long and are not owed
 * themselves.
 */
function isReportOf(row: Observation, indicator: string, { start, end, most, inOwnRight }: OwedBeside, told: Told): boolean {
  const { periodStart, periodEnd } = row
  if (row.indicator !== indicator || periodEnd === null) return false
  const isDay = aggregationOf(told, indicator) !== 'sum' && periodEnd >= start && periodEnd <= end
  const holds = periodStart !== null && periodStart <= start && periodEnd >= end
  if (!isDay && !holds) {
    if (periodStart === null && periodEnd >= start && periodEnd <= end)
      told.hit('rule 10: a flow without a start is no report of its month')
    return false
  }
  if (row.unitLevel !== 'tinh' || row.scopeVi !== '') {
    told.hit('rule 10: what a part of a province reports is not what its province owes')
    return false
  }
  if (!isDay && holds && daysIn({ start: periodStart, end: periodEnd }) > most) {
    told.hit('rule 10: a report of more than twice the days is none of them')
    return false
  }
  const isLonger = !isDay && (periodStart !== start || periodEnd !== end)
  if (isLonger && inOwnRight.has(`${periodStart}..${periodEnd}`)) {
    told.hit('rule 10: what is owed in its own right is no late report of less')
    return false
  }
  if (isLonger) told.hit('rule 10: a late report for two stretches is one of both')
  if (isDay && !holds) told.hit('rule 10: a stock is received with a day of its stretch')
  if (row.value === null) told.hit('rule 10: words are a report')
  return true
}

function noteOwed(asked: readonly OwedReports[], hasOlder: boolean, { hit }: Told): void {
  if (hasOlder) hit('rule 10: of the latest the newest stretch that was over is owed')
  for (const { overdue, missing, owed } of asked) {
    if (missing.length > 0) hit(overdue ? 'rule 10: what is owed and overdue' : 'rule 10: what is not due yet is not overdue')
    if (missing.length < owed) hit('rule 10: what is owed and came')
  }
}

function unitNamed(key: string): TerritoryRef {
  return { set: key.startsWith('63') ? '63' : '34', code: key.slice(3) }
}
