import { CUMULATIVE, MONTHS, monthIndex } from './calendar.mjs'
import { CELLS } from './cells.mjs'
import { deriveFlows, drawFlows } from './flows.mjs'
import { communeShares, drawCommunes, drawModels, drawMothers } from './stocks.mjs'

/**
 * What is true in the simulated country, reported or not: `at(unit, cell, month)` is a month's flow or the stock at its end;
 * `over(unit, cell, from, to)` adds the flows of months. A merged unit is the sum of its old ones, before and after the merger;
 * only what counts communes is drawn anew on the communes there are.
 */
export function simulateCountry({ old, merged }) {
  const numbers = new Map()
  const blank = (unit) => {
    const all = new Float64Array(CELLS.length * MONTHS.length)
    numbers.set(unit.key, all)
    const get = (cell, index) => all[cell.at * MONTHS.length + index]
    const put = (cell, index, number) => {
      all[cell.at * MONTHS.length + index] = number
    }
    return { all, get, put }
  }
  const shares = new Map(old.map((unit) => [unit.key, communeShares(unit)]))
  for (const unit of old) {
    const { get, put } = blank(unit)
    drawFlows(unit, put)
    deriveFlows(unit, get, put)
    drawModels(unit, put)
    drawMothers(unit, put)
    drawCommunes(unit, [shares.get(unit.key)], put)
  }
  for (const unit of merged) {
    const { all, put } = blank(unit)
    for (const part of unit.parts) {
      const theirs = numbers.get(part.key)
      for (let at = 0; at < all.length; at++) all[at] += theirs[at]
    }
    drawCommunes(
      unit,
      unit.parts.map((part) => shares.get(part.key)),
      put,
    )
  }
  const at = (unit, cell, index) => numbers.get(unit.key)[cell.at * MONTHS.length + index]
  const over = (unit, cell, from, to) => {
    let sum = 0
    for (let index = from; index <= to; index++) sum += at(unit, cell, index)
    return sum
  }
  return { at, over }
}

/** First and last month of what a row covers that comes with the report of a month: `first_half`, `nine_months`. */
export function cumulativeSpan({ year, month }) {
  const name = CUMULATIVE.get(month)
  return name && { name, from: monthIndex(year, 1), to: monthIndex(year, month) }
}
