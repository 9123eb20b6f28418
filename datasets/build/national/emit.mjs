import { CUMULATIVE, endsStretch, listOf, MONTHS, STRADDLING, yearStart } from './calendar.mjs'
import { CELLS, concerns, isInUse } from './cells.mjs'
import { happens } from './chance.mjs'
import { figuresOf, plainFigure, withheldFigure } from './marks.mjs'
import { reviewRows } from './reviews.mjs'
import { cumulativeSpan } from './truth.mjs'

/** Guns are not told of this place and year, in no row from which they could be worked out. */
const SUPPRESSED = { key: '63:20', year: 2016, value: 'gun' }
const WITHHELD = { vi: 'Không công bố số lượng.', en: 'The number is withheld.' }
const NO_DISTRICTS = {
  vi: 'Công an cấp huyện kết thúc hoạt động từ ngày 01/3/2025.',
  en: 'District police ended on 1 March 2025.',
}
const LATE = { vi: 'Báo cáo chậm: gộp số của hai tháng.', en: 'Late report: one figure for two months.' }
const DIFFERS = {
  vi: 'Số lũy kế in sẵn, lệch với cộng các tháng.',
  en: 'Cumulative figure as printed; differs from the sum of its months.',
}
const CUMULATIVE_DIFFERS = 0.02
const HALF_PROVISIONAL = MONTHS.length - 2
const PROVISIONAL = { vi: 'Số sơ bộ.', en: 'Provisional figure.' }

/**
 * Calls `take` with every reported figure, in the order of the reports: `unit`, `cell`, `measure` (its unit), `source`, `row` (its
 * place in the report), `label` (of the report), `start`, `end`, `span` (`month`, `two_months`, `first_half`, `nine_months`,
 * `year`), `index` of its month, and what `figuresOf` says. `superseded` marks a figure that has a correction.
 */
export function emitReports({ units, truth, gaps, measureOf }, take) {
  for (const month of MONTHS) {
    for (const unit of units.of(listOf(month.index))) {
      if (gaps.state(unit, month.index) !== 'sent') continue
      const rows = monthRows({ unit, month, truth, gaps, measureOf })
      const label = `${month.year}-${String(month.month).padStart(2, '0')}`
      const source = `BC${unit.list}-${month.year}`
      for (const [at, row] of rows.entries()) take({ ...row, unit, source, label, index: month.index, row: at + 1 })
    }
    if (month.month === 12) for (const row of reviewRows({ units, truth, measureOf, month, isWithheld })) take(row)
  }
}

export function isWithheld(unit, cell, year) {
  return unit.key === SUPPRESSED.key && cell.value === SUPPRESSED.value && year === SUPPRESSED.year
}

function monthRows(context) {
  const { unit, month, gaps } = context
  const cells = CELLS.filter(
    (cell) =>
      isInUse(cell, month.index) &&
      concerns(cell, unit) &&
      endsStretch(month, cell.grain) &&
      !gaps.lacks(unit, month.index, cell.table),
  )
  const monthly = cells.flatMap((cell) => cellRows(cell, context))
  const looksBack = CUMULATIVE.has(month.month)
  return looksBack ? [...monthly, ...cells.filter(({ cumulative }) => cumulative).map((cell) => backRow(cell, context))] : monthly
}

function cellRows(cell, { unit, month, truth, gaps, measureOf }) {
  const { index } = month
  const isLate = cell.kind === 'flow' && index > 0 && gaps.state(unit, index - 1) === 'late'
  const from = isLate ? index - 1 : index
  const number = cell.kind === 'flow' ? truth.over(unit, cell, from, index) : truth.at(unit, cell, index)
  if (cell.rare && number === 0) return []
  const measure = measureOf(cell)
  // A stock is of a day.
  const period = { start: cell.kind === 'flow' ? MONTHS[from].start : '', end: month.end, span: isLate ? 'two_months' : 'month' }
  const figures = figuresAt(cell, { unit, month, number, measure, isLate })
  return figures.map((figure, at) => ({
    ...{ cell, measure, ...period, ...figure, superseded: at < figures.length - 1 },
    traps: [...figure.traps, ...(index === STRADDLING ? ['straddling_month'] : []), ...(figure.value === 0 ? ['zero'] : [])],
  }))
}

function figuresAt(cell, { unit, month, number, measure, isLate }) {
  if (cell.indicator === 'models_recognised_district' && month.index === cell.until) {
    return [withheldFigure('not_applicable', NO_DISTRICTS)]
  }
  if (isWithheld(unit, cell, month.year)) return [withheldFigure('suppressed', WITHHELD)]
  if (isLate) return [{ ...plainFigure(number), note: LATE, traps: ['late_two_months'] }]
  const figures = figuresOf({ cell, unit: measure, key: unit.key, index: month.index }, number)
  return isProvisional(unit, month.index) ? figures.map(provisional) : figures
}

function isProvisional(unit, index) {
  return index > HALF_PROVISIONAL || (index === HALF_PROVISIONAL && happens(0.5, unit.key, index, 'provisional'))
}

function provisional(figure) {
  if (figure.status !== 'reported') return figure
  const note = figure.note.vi === '' ? PROVISIONAL : figure.note
  return { ...figure, status: 'provisional', note, traps: [...figure.traps, 'provisional'] }
}

/** The cumulative figure beside its months: the true sum, whatever became of the months, or now and then a little more. */
function backRow(cell, { unit, month, truth, measureOf }) {
  const { name, from, to } = cumulativeSpan(month)
  const sum = truth.over(unit, cell, from, to)
  const measure = measureOf(cell)
  const start = yearStart(month.year)
  const figure = isWithheld(unit, cell, month.year)
    ? withheldFigure('suppressed', WITHHELD)
    : sumFigure(unit, cell, month, sum, measure)
  const before = unit.list === '34' && start < '2025-07-01' ? ['before_its_list'] : []
  return { cell, measure, start, end: month.end, span: name, ...figure, superseded: false, traps: [...figure.traps, ...before] }
}

function sumFigure(unit, cell, month, sum, measure) {
  if (sum === 0 || !happens(CUMULATIVE_DIFFERS, unit.key, month.index, cell.id, 'cumulative')) return plainFigure(sum)
  const step = measure === 'VND' ? 10_000_000 : measure === 'gram' ? 10 : 1
  const more = Math.max(step, Math.round((sum * 0.02) / step) * step)
  return { ...plainFigure(sum + more), note: DIFFERS, traps: ['cumulative_differs'] }
}
