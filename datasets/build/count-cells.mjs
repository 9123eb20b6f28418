/** Amounts of money and shares tell nothing of single people, however small they are. */
const NO_COUNTS = ['VND', 'percent']

/**
 * What the rows print, by what it is the figure of: rows of every revision and source with one place, indicator, part and time are
 * one cell, `{ id, line, time, rows, value, isSmall, isHeld }`. `value` is its smallest number, null where it has none; `isHeld`
 * where the rows that came in are withheld already. Only indicators whose figures add have cells.
 */
export function countCells(observations, indicators, threshold) {
  const aggregations = new Map(indicators.map((one) => [one.indicator_code, one.aggregation]))
  const cells = new Map()
  for (const row of observations) {
    const aggregation = aggregations.get(row.indicator_code)
    if (aggregation !== 'sum' && aggregation !== 'last') continue
    const line = lineOf(row)
    const time = timeOf(row, aggregation === 'last')
    const id = JSON.stringify([...Object.values(line), time.name])
    const cell = cells.get(id) ?? { id, line, time, rows: [], value: null, isSmall: false, isHeld: false }
    cells.set(id, cell)
    cell.rows.push(row)
    if (row.status === 'suppressed') cell.isHeld = true
    if (row.value === '') continue
    const value = Number(row.value)
    if (cell.value === null || value < cell.value) cell.value = value
    if (value > 0 && value < threshold && !NO_COUNTS.includes(row.unit)) cell.isSmall = true
  }
  return [...cells.values()]
}

/** Whose figure of what a row is, whatever its time. An empty scope is the province's own figure. */
export function lineOf(row) {
  const isOwn = row.unit_level === 'tinh' && row.scope_vi === ''
  return {
    set: row.territory_set,
    code: row.province_code,
    scope: isOwn ? '' : [row.unit_level, row.unit_name, row.scope_vi, row.level_relation].join('|'),
    indicator: row.indicator_code,
    key: row.breakdown_key,
    value: row.breakdown_value,
  }
}

/**
 * The days of a row as `[start, end)`, counted from 1970; a stock is of one day. Null where a bound is unknown: such a time is only
 * that of its own source and equals nothing else.
 */
function timeOf(row, isStock) {
  const [start, end] = [isStock ? row.period_end : row.period_start, row.period_end]
  if (start !== '' && end !== '') return { name: `${start}/${end}`, days: [dayOf(start), dayOf(end) + 1] }
  return { name: [row.source_id, start, end, row.duration_stated].join('/'), days: null }
}

function dayOf(date) {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000
}
