import { LAST_YEAR, monthIndex, yearStart } from './calendar.mjs'
import { cellOf } from './cells.mjs'
import { chance } from './chance.mjs'

const ASSIGNED = ['tips_received', 'models_new', 'blood_units_donated']
const FIRST = 2018
const SINCE_ONE_LIST = 2026

/**
 * What each unit was told to reach in a reporting year: somewhat more than the year before. Targets of 2025 were given to the 63, for
 * a year that ends under the 34.
 */
export function targetRows({ units, truth, measureOf }) {
  const rows = []
  for (let year = FIRST; year <= LAST_YEAR; year++) {
    for (const unit of units.of(year < SINCE_ONE_LIST ? '63' : '34')) {
      for (const indicator of ASSIGNED) {
        const cell = cellOf(indicator)
        const before = truth.over(unit, cell, monthIndex(year - 1, 1), monthIndex(year - 1, 12))
        const wanted = before * (1 + 0.12 * chance(unit.key, year, indicator, 'target')())
        const step = wanted >= 1_000 ? 50 : wanted >= 100 ? 10 : 1
        rows.push({
          territory: unit.key,
          indicator_code: indicator,
          period_start: yearStart(year),
          period_end: `${year}-12-14`,
          target: String(Math.max(step, Math.round(wanted / step) * step)),
          unit: measureOf(cell),
        })
      }
    }
  }
  return rows
}
