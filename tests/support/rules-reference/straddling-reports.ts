import type { Observation } from '../../../src/model/observation.ts'
import { dayNumber } from './calendar-days.ts'
import { BASES } from './chosen-rows.ts'
import { isOnePeriod, standingRows, trust } from './standing-rows.ts'
import { type Asked, aggregationOf, type Days, isAskedOf, piles, type Told } from './told-figure.ts'

/** A report that begins or ends outside the window, on one thing; its days by `dayNumber`. */
export interface Straddling {
  readonly rows: readonly Observation[]
  readonly first: number
  readonly last: number
}

/** Rows of a flow of a whole province, in their order, with days inside the window and outside of it. */
export function straddlingRows(asked: Asked, outer: Days, told: Told): Observation[] {
  const { window } = asked
  if (!window?.from || !window.to || !outer.from || !outer.to) return []
  const [from, to] = [window.from, window.to]
  const crosses = ({ periodStart, periodEnd, indicator }: Observation) => {
    if (periodStart === null || periodEnd === null || aggregationOf(told, indicator) !== 'sum') return false
    if (periodEnd < from || periodStart > to) return false
    const [before, after] = [periodStart < from, periodEnd > to]
    return (before || after) && (!before || from === outer.from) && (!after || to === outer.to)
  }
  if (!told.rows.some(crosses)) return []
  return standingRows({ ...told, hit: () => {} })
    .filter(({ row, scope }) => scope === '' && crosses(row))
    .map(({ row }) => row)
    .filter((row) => !isAskedOf(row.indicator, asked, told) || asked.filter[row.breakdownKey]?.includes(row.breakdownValue))
    .sort((a, b) => a.row - b.row)
}

/** Whole reports of numbers of one unit: the shortest, then that of the source trusted most, then the later one, then the stated one. */
export function reportsInOrder(rows: readonly Observation[], told: Told): Straddling[] {
  return piles(rows, (a, b) => a.sourceId === b.sourceId && isOnePeriod(a, b))
    .filter((report) => {
      const isNumber = report.every(({ value }) => value !== null)
      if (!isNumber) told.hit('rule 4: words and what is withheld are not shared out')
      return isNumber && report.every(({ unit }) => unit === report[0]?.unit)
    })
    .map((report) => ({
      rows: report,
      first: dayNumber(report[0]?.periodStart ?? ''),
      last: dayNumber(report[0]?.periodEnd ?? ''),
    }))
    .sort((a, b) => {
      const [[one], [other]] = [a.rows, b.rows] as [[Observation], [Observation]]
      return (
        lengthOf(a) - lengthOf(b) ||
        trust(told, one.sourceId, other.sourceId) ||
        b.last - a.last ||
        BASES.indexOf(one.periodBasis) - BASES.indexOf(other.periodBasis)
      )
    })
}

/** In days. */
export function lengthOf({ first, last }: Straddling): number {
  return last - first + 1
}
