import { FIRST_OF_34, MONTHS, monthIndex } from './calendar.mjs'
import { chance, happens } from './chance.mjs'

/** Longer silences, months by index. */
const SILENT = [
  { key: '63:12', from: monthIndex(2015, 1), to: monthIndex(2015, 12) },
  { key: '63:96', from: monthIndex(2016, 3), to: monthIndex(2016, 7) },
  { key: '63:93', from: monthIndex(2021, 7), to: monthIndex(2021, 9) },
  { key: '34:80', from: monthIndex(2025, 8), to: monthIndex(2025, 9) },
]
const MISSING = 0.011
const JOINT = 0.004
const TABLE_MISSING = 0.008
/** Of the two last months, how many units have not reported yet. */
const NOT_YET = new Map([
  [MONTHS.length - 2, 0.12],
  [MONTHS.length - 1, 0.35],
])

/**
 * Which reports came. `state(unit, month)` is `sent`; `missing`; or `late`: what that month has of flows comes with the next
 * month's report, as one figure for two months, and its stocks never. `lacks(unit, month, table)`: that table was left out.
 */
export function planGaps({ old, merged }) {
  const states = new Map()
  for (const unit of [...old, ...merged]) states.set(unit.key, statesOf(unit))
  return {
    state: (unit, index) => states.get(unit.key)[index],
    lacks: (unit, index, table) => table === 'charity' && happens(TABLE_MISSING, unit.key, index, 'no charity table'),
  }
}

function statesOf({ key, list }) {
  const mine = (index) => (list === '63') === index < FIRST_OF_34
  const states = MONTHS.map(({ index }) => (mine(index) && isMissing(key, index) ? 'missing' : 'sent'))
  for (const { index, month } of MONTHS) {
    // The reports that look back over six, nine and twelve months come in time, and a year is not mixed with the next.
    const isPlain = month % 3 === 1 && mine(index) && mine(index + 1)
    if (isPlain && states[index] === 'sent' && states[index + 1] === 'sent' && happens(JOINT * 3, key, index, 'late')) {
      states[index] = 'late'
    }
  }
  return states
}

function isMissing(key, index) {
  if (SILENT.some((one) => one.key === key && index >= one.from && index <= one.to)) return true
  return chance(key, index, 'missing')() < (NOT_YET.get(index) ?? MISSING)
}
