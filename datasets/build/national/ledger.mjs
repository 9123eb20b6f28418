import { endsStretch, listOf, monthsOf, YEARS } from './calendar.mjs'
import { CELLS, concerns, isInUse } from './cells.mjs'

const WHO = ['territory', 'indicator_code', 'breakdown_key', 'breakdown_value', 'year']
export const DRAWN_COLUMNS = [...WHO, 'value']
export const EMITTED_COLUMNS = [
  ...[...WHO, 'value', 'last_date', 'months', 'months_due', 'complete'],
  ...['at_least', 'at_most', 'about', 'in_words', 'verify', 'estimated', 'withheld', 'joint_months', 'joint_value'],
]

/**
 * What was drawn: a unit's flow over the months of a reporting year under its list, or its stock (or ratio) at the last of them
 * that its grain ends. Nothing is left out here, whatever was reported.
 */
export function drawnLedger({ units, truth }) {
  return ['63', '34'].flatMap((list) =>
    units.of(list).flatMap((unit) =>
      CELLS.filter((cell) => concerns(cell, unit)).flatMap((cell) =>
        YEARS.flatMap((year) => {
          const months = dueMonths(cell, year, list)
          if (months.length === 0) return []
          const [first, last] = [months[0].index, months.at(-1).index]
          const value = cell.kind === 'flow' ? truth.over(unit, cell, first, last) : truth.at(unit, cell, last)
          return [{ ...who(unit, cell, year), value: String(value) }]
        }),
      ),
    ),
  )
}

/**
 * Adds up what was emitted, in the reports of the months alone: figures of one month, corrected ones in the place of those before.
 * A flow is the sum of its numbers, with how many months have one in `months`; figures over two months stand apart. A stock is the
 * last number, with its day. Counts say how many of the months are bounds, in words, doubtful, estimates or withheld.
 */
export function createEmittedLedger() {
  const lines = new Map()
  return {
    take(row) {
      if (row.superseded || row.source.startsWith('TK')) return
      if (row.span !== 'month' && row.span !== 'two_months') return
      const year = Number(row.source.slice(-4))
      const id = `${row.unit.key} ${row.cell.at} ${year}`
      const line = lines.get(id) ?? lineOf(row, year)
      lines.set(id, line)
      if (row.span === 'two_months') {
        line.jointMonths += 2
        line.jointValue += row.value
        return
      }
      line.months += 1
      count(line, row)
      if (row.value === null) return
      line.numbers += 1
      line.value = row.cell.kind === 'flow' ? line.value + row.value : row.value
      line.lastDate = row.end
    },
    rows: () => [...lines.values()].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1)).map(printed),
  }
}

function lineOf({ unit, cell }, year) {
  return {
    ...{ unit, cell, year, months: 0, numbers: 0, value: 0, lastDate: '', jointMonths: 0, jointValue: 0 },
    ...{ at_least: 0, at_most: 0, about: 0, in_words: 0, verify: 0, estimated: 0, withheld: 0 },
  }
}

function count(line, { qualifier, verify, status }) {
  if (qualifier === 'unquantified') line.in_words += 1
  else if (qualifier !== 'exact') line[qualifier] += 1
  if (verify.vi !== '') line.verify += 1
  if (status === 'estimated') line.estimated += 1
  if (status === 'suppressed' || status === 'not_applicable') line.withheld += 1
}

function printed(line) {
  const { unit, cell, year } = line
  const due = dueMonths(cell, year, unit.list).length
  const counts = ['at_least', 'at_most', 'about', 'in_words', 'verify', 'estimated', 'withheld']
  return {
    ...who(unit, cell, year),
    value: line.numbers === 0 ? '' : String(line.value),
    last_date: line.lastDate,
    months: String(line.months),
    months_due: String(due),
    complete: line.months === due ? 'yes' : '',
    ...Object.fromEntries(counts.map((name) => [name, line[name] === 0 ? '' : String(line[name])])),
    joint_months: line.jointMonths === 0 ? '' : String(line.jointMonths),
    joint_value: line.jointMonths === 0 ? '' : String(line.jointValue),
  }
}

function dueMonths(cell, year, list) {
  return monthsOf(year, list).filter((month) => isInUse(cell, month.index) && endsStretch(month, cell.grain))
}

function who(unit, { indicator, key, value }, year) {
  return { territory: unit.key, indicator_code: indicator, breakdown_key: key, breakdown_value: value, year: String(year) }
}

function orderOf({ unit, cell, year }) {
  return `${unit.list === '63' ? 0 : 1} ${unit.code} ${String(cell.at).padStart(3, '0')} ${year}`
}

/** What is not there and was to be expected, one line for a month of a unit. */
export function gapRows({ units, gaps }, months) {
  return months.flatMap(({ index, end }) =>
    units.of(listOf(index)).flatMap((unit) => {
      const state = gaps.state(unit, index)
      const place = { territory: unit.key, month_end: end }
      if (state !== 'sent') return [{ ...place, gap: state, table: '' }]
      return gaps.lacks(unit, index, 'charity') ? [{ ...place, gap: 'no_table', table: 'charity' }] : []
    }),
  )
}

export const GAP_COLUMNS = ['territory', 'month_end', 'gap', 'table']
export const TRAP_COLUMNS = ['trap', 'observation_id']
