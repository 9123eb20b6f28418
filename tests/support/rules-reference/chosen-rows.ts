import type { Observation } from '../../../src/model/observation.ts'
import { dayNumber, daysIn } from './calendar-days.ts'
import { isOnePeriod, type StandingRow, trust } from './standing-rows.ts'
import { boundsOfRow } from './sum-of-rows.ts'
import { aggregationOf, type Days, each, isSameUnit, type Piece, piles, sourceOf, type Told, unitOf } from './told-figure.ts'

/** A row that answers a question; of a flow in a window, with all the days that rows of its kind cover. */
export interface ChosenRow extends StandingRow {
  readonly pieces: readonly Piece[] | null
  readonly finerDiffers: boolean
}

/** Rule 4: the rows of the newest reports (`window` null) or those that answer a window. */
export function chosenRows(standing: readonly StandingRow[], window: Days | null, told: Told): ChosenRow[] {
  const asked = standing.filter(({ row }) => window === null || isInside(row, window, told))
  const isFlow = ({ row }: StandingRow) => window !== null && aggregationOf(told, row.indicator) === 'sum'
  const flows = piles(asked.filter(isFlow), (a, b) => isOneReportKey(a, b) && a.row.breakdownValue === b.row.breakdownValue)
  const others = piles(
    asked.filter((one) => !isFlow(one)),
    isOneReportKey,
  )
  return [
    ...flows.flatMap((pile) => bestCover(pile, window, told)),
    ...others.flatMap((pile) => newest(pile, window, told).map((one) => ({ ...one, pieces: null, finerDiffers: false }))),
  ]
}

/** Reports of one unit on one thing, whatever the kinds, compete: the rows of the newest stand together. */
function isOneReportKey(a: StandingRow, b: StandingRow): boolean {
  return (
    isSameUnit(unitOf(a.row), unitOf(b.row)) &&
    a.scope === b.scope &&
    a.row.indicator === b.row.indicator &&
    a.row.breakdownKey === b.row.breakdownKey
  )
}

function isInside(row: Observation, { from, to }: Days, { hit, ...told }: Told): boolean {
  const { periodStart, periodEnd } = row
  const isFlow = aggregationOf({ hit, ...told }, row.indicator) === 'sum'
  if (periodEnd === null || (isFlow && periodStart === null)) {
    if (isFlow) hit('rule 4: a flow with an unknown bound is in no window')
    return false
  }
  const first = isFlow ? (periodStart ?? periodEnd) : periodEnd
  const isIn = (from === null || first >= from) && (to === null || periodEnd <= to)
  const touches = (from === null || periodEnd >= from) && (to === null || first <= to)
  if (isFlow && !isIn && touches) hit('rule 4: a flow that straddles the window is left out')
  if (!isFlow && isIn && periodStart === null) hit('rule 1: a stock without a start counts by its day')
  return isIn
}

/** Rule 4: of reports of one day the first of these goes first. */
export const BASES = ['stated', 'carried', 'as_of', 'not_stated']

function newest(pile: readonly StandingRow[], window: Days | null, told: Told): StandingRow[] {
  let first = pile[0] as StandingRow
  for (const one of pile) if (comesBefore(one.row, first.row, told)) first = one
  const kept = pile.filter(({ row }) => row.sourceId === first.row.sourceId && isOnePeriod(row, first.row))
  if (kept.length < pile.length) {
    told.hit(window === null ? 'rule 4: an older report is history' : 'rule 1: a window takes the newest stock, not their sum')
    if (first.row.periodEnd === null)
      told.hit(
        sourceOf(told, first.row.sourceId).publishedDate === null
          ? 'rule 4: a report without any date is ordered by its year'
          : 'rule 4: a report without an end is ordered by its publication',
      )
  }
  return kept
}

/** Later days first, of one day the stated, of one basis the trusted source, of one source the longer report. */
function comesBefore(a: Observation, b: Observation, told: Told): boolean {
  const [one, other] = [orderDay(a, told), orderDay(b, told)]
  if (one !== other) return one > other
  if (a.periodBasis !== b.periodBasis) {
    told.hit('rule 4: of reports of one day the stated one is first')
    return BASES.indexOf(a.periodBasis) < BASES.indexOf(b.periodBasis)
  }
  if (a.sourceId !== b.sourceId) {
    told.hit('rule 4: of reports of one day and basis the most trusted source is first')
    return trust(told, a.sourceId, b.sourceId) < 0
  }
  if (isOnePeriod(a, b)) return false
  told.hit('rule 4: of reports of one source and day the longer one is first')
  const unknown = (row: Observation) => Number(row.periodStart === null || row.periodEnd === null)
  if (unknown(a) !== unknown(b)) return unknown(a) < unknown(b)
  if (a.periodStart !== b.periodStart) return (a.periodStart ?? '9999') < (b.periodStart ?? '9999')
  return (a.periodEnd ?? '9999') < (b.periodEnd ?? '9999')
}

export function orderDay({ periodEnd, sourceId }: Pick<Observation, 'periodEnd' | 'sourceId'>, told: Told): string {
  const { publishedDate, reportYear } = sourceOf(told, sourceId)
  if (periodEnd !== null) return periodEnd
  if (publishedDate !== null) return publishedDate
  return reportYear === null ? '0001-01-01' : `${reportYear}-12-31`
}

interface Report extends Piece {
  readonly rows: readonly StandingRow[]
}

/**
 * Every set of reports that share no day is looked at: most days, then most of them by the source trusted most, by the next and so
 * on, then most reports, then the earlier ones.
 */
function bestCover(pile: readonly StandingRow[], window: Days | null, told: Told): ChosenRow[] {
  const reports = piles(pile, (a, b) => a.row.sourceId === b.row.sourceId && isOnePeriod(a.row, b.row))
    .map((rows): Report => {
      const [{ row }] = rows as [StandingRow]
      return { start: row.periodStart ?? '', end: row.periodEnd ?? '', rows }
    })
    .sort((a, b) => (isEarlier(a, b, told) ? -1 : 1))
  let best: readonly Report[] = []
  // What would count if all sources were trusted alike.
  let finest: readonly Report[] = []
  let ties = 0
  const days = (set: readonly Report[]) => set.reduce((sum, report) => sum + daysIn(report), 0)
  const sources = each(reports.map(sourceOfReport)).sort((a, b) => trust(told, a, b))
  const moreTrusted = (one: readonly Report[], other: readonly Report[]) => {
    for (const source of sources) {
      const [ours, theirs] = [one, other].map((set) => days(set.filter((report) => sourceOfReport(report) === source)))
      if (ours !== theirs) return (ours ?? 0) - (theirs ?? 0)
    }
    return 0
  }
  const look = (at: number, taken: readonly Report[]): void => {
    const report = reports[at]
    if (!report) {
      const moreDays = days(taken) - days(best)
      const more = moreDays || moreTrusted(taken, best) || taken.length - best.length
      if ((days(taken) - days(finest) || taken.length - finest.length) > 0) finest = taken
      if (more > 0) [best, ties] = [taken, 0]
      else if (more === 0 && taken.length > 0) ties++
      return
    }
    look(at - 1, taken)
    if (taken.every((other) => other.start > report.end || other.end < report.start)) look(at - 1, [report, ...taken])
  }
  look(reports.length - 1, [])
  noteCover(reports, best, ties, window, told)
  if (days(best) === days(finest) && best.length < finest.length)
    told.hit('rule 5: of covers with as many days the most trusted source goes before more reports')
  const isTakenAndDiffers = best.some((report) => isContradicted(report, finest))
  if (isTakenAndDiffers) told.hit('rule 4: finer reports of a source trusted less differ from the one that counts')
  const differs = isTakenAndDiffers || reports.some((report) => !best.includes(report) && isContradicted(report, best))
  if (differs) told.hit('rule 4: finer reports differ from the coarser one')
  const pieces = best.map(({ start, end }) => ({ start, end }))
  return best.flatMap(({ rows }) => rows.map((one) => ({ ...one, pieces, finerDiffers: differs })))
}

function sourceOfReport({ rows: [one] }: Report): string {
  return one?.row.sourceId ?? ''
}

function isEarlier(a: Report, b: Report, told: Told): boolean {
  if (a.end !== b.end) return a.end < b.end
  if (a.start !== b.start) return a.start < b.start
  const [[one], [other]] = [a.rows, b.rows] as [[StandingRow], [StandingRow]]
  const basis = BASES.indexOf(one.row.periodBasis) - BASES.indexOf(other.row.periodBasis)
  return basis !== 0 ? basis < 0 : trust(told, one.row.sourceId, other.row.sourceId) < 0
}

/** Whether some of these reports, which is not itself among them, have each day of this one once, and say something else of them. */
function isContradicted(coarse: Report, by: readonly Report[]): boolean {
  const inside = by.filter((report) => report !== coarse && report.start >= coarse.start && report.end <= coarse.end)
  const days = inside.flatMap(({ start, end }) =>
    Array.from({ length: daysIn({ start, end }) }, (_, at) => dayNumber(start) + at),
  )
  if (inside.length < 2 || days.length !== daysIn(coarse) || each(days.map(String)).length < days.length) return false
  const rows = [coarse, ...inside].flatMap((report) => report.rows.map(({ row }) => row))
  const isExact = (row: Observation) => row.value !== null && !Object.values(boundsOfRow(row)).includes(true)
  if (!rows.every(isExact) || each(rows.map(({ unit }) => unit)).length > 1) return false
  const sum = (reports: readonly Report[]) =>
    reports.flatMap(({ rows }) => rows).reduce((all, { row }) => all + (row.value ?? 0), 0)
  return Math.abs(sum(inside) - sum([coarse])) > 1e-9 * Math.max(1, Math.abs(sum([coarse])))
}

function noteCover(all: readonly Report[], best: readonly Report[], ties: number, window: Days | null, { hit }: Told): void {
  const covered = best.reduce((sum, report) => sum + daysIn(report), 0)
  if (ties > 0) hit('rule 4: of covers with as many days and rows the earlier')
  if (best.some(({ start, end }) => start.endsWith('-02-01') && end.endsWith('-02-29'))) hit('rule 4: a February of 29 days')
  const left = all.filter((report) => !best.includes(report))
  if (left.some((report) => best.some((one) => one.start === report.start && one.end !== report.end)))
    hit('rule 4: cumulative and single rows are not added')
  if (window?.from == null || window.to === null) {
    hit('rule 4: a window without an end has no number of days')
    return
  }
  const whole = daysIn({ start: window.from, end: window.to })
  const isMonth = (report: Report) => daysIn(report) < 32
  if (covered < whole && all.length > best.length) hit('rule 4: without a complete cover the one of most days')
  if (covered < whole) return
  if (best.length > 1 && each(best.map((report) => (isMonth(report) ? 'month' : 'longer'))).length > 1)
    hit('rule 4: a complete cover of several grains')
  if (best.length > 1 && left.some((report) => daysIn(report) === whole)) hit('rule 4: a year row superseded by complete months')
  if (best.some((report) => !isMonth(report) && left.some((other) => other.start >= report.start && other.end <= report.end)))
    hit('rule 4: months without one of them give way to the longer row')
}
