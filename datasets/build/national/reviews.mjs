import { listOf, monthIndex, yearStart } from './calendar.mjs'
import { CELLS, concerns } from './cells.mjs'
import { chance, happens } from './chance.mjs'
import { plainFigure } from './marks.mjs'

const MISSING = 0.02
/** How often the review of the year says something else than the months. */
const DIFFERS = { flow: 0.3, stock: 0.15, restated: 0.3 }

/**
 * The reviews of a year by the units that there are at its end: a second source, later in the order of trust. It has the year as
 * one figure, stocks at the end of it, and tells the first half again, under the same period as the cumulative row of June.
 */
export function reviewRows({ units, truth, measureOf, month, isWithheld }) {
  const { year, index, end } = month
  const list = listOf(index)
  const from = monthIndex(year, 1)
  return units.of(list).flatMap((unit) => {
    if (happens(MISSING, unit.key, year, 'no review')) return []
    const shown = CELLS.filter(
      (cell) => cell.yearly && cell.from <= from && concerns(cell, unit) && !isWithheld(unit, cell, year),
    )
    const yearly = shown.map((cell) => {
      const number = cell.kind === 'flow' ? truth.over(unit, cell, from, index) : truth.at(unit, cell, index)
      const figure = differing({ unit, cell, year, number, measure: measureOf(cell), what: cell.kind })
      return { cell, ...figure, start: cell.kind === 'flow' ? yearStart(year) : '', end, span: 'year' }
    })
    // A half-year before there were 34 is left to the 63: until then both lists come to the same.
    const halves = shown
      .filter(({ restated }) => restated && listOf(from + 5) === list)
      .map((cell) => {
        const number = truth.over(unit, cell, from, from + 5)
        const figure = differing({ unit, cell, year, number, measure: measureOf(cell), what: 'restated' })
        return { cell, ...figure, start: yearStart(year), end: `${year}-06-14`, span: 'first_half' }
      })
    const before = list === '34' && yearStart(year) < '2025-07-01' ? ['before_its_list'] : []
    return [...yearly, ...halves].map((row, at) => ({
      ...row,
      ...{ measure: measureOf(row.cell), unit, source: `TK${list}-${year}`, label: `${year}-TK`, index, row: at + 1 },
      ...{ superseded: false, traps: [...row.traps, ...(row.start === '' ? [] : before)] },
    }))
  })
}

function differing({ unit, cell, year, number, measure, what }) {
  if (number === 0 || !happens(DIFFERS[what], unit.key, year, cell.id, 'review', what)) return plainFigure(number)
  const step = measure === 'VND' ? 10_000_000 : measure === 'gram' ? 10 : 1
  const share = (chance(unit.key, year, cell.id, 'review', what, 'by')() - 0.4) * 0.06
  const off = Math.round((number * share) / step) * step
  const other = Math.max(0, number + (off === 0 ? step : off))
  return { ...plainFigure(other), traps: [what === 'restated' ? 'sources_differ_same_period' : 'sources_differ'] }
}
