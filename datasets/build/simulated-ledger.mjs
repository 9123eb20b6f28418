/** Columns of the ledger; `months` is how many of the period's months were reported. */
export const LEDGER_COLUMNS = [
  ...['period', 'province_code', 'indicator_code', 'breakdown_key', 'breakdown_value'],
  ...['months', 'value', 'at_least', 'in_words'],
]

/**
 * What the reports come to by month and by year, for each province, indicator and kind: flows added, of a stock the last one.
 * Money has no total of its own in the reports; its donors are added here. The half-year row is not counted: its months are.
 */
export function ledger(reports) {
  const counted = reports
    .filter(({ period }) => /^\d{4}-\d{2}$/.test(period))
    .filter((report, _, all) => !all.some((other) => isCorrection(other, report)))
  const lines = counted.flatMap((report) =>
    [report.period, report.period.slice(0, 4)].flatMap((period) => linesOf(report, period)),
  )
  const groups = new Map()
  for (const { id, report } of lines) groups.set(id, [...(groups.get(id) ?? []), report])
  return [...groups]
    .map(([id, group]) => ({ ...JSON.parse(id), ...total(group) }))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

function isCorrection(other, report) {
  return (
    other.revision > report.revision &&
    other.cell === report.cell &&
    other.period === report.period &&
    other.province === report.province
  )
}

function linesOf(report, period) {
  const { indicator, key, value } = report.cell
  const id = (breakdown_key, breakdown_value) =>
    JSON.stringify({ period, province_code: report.province.code, indicator_code: indicator, breakdown_key, breakdown_value })
  const whole = indicator === 'charity_donations' ? [{ id: id('', ''), report }] : []
  return [{ id: id(key, value), report }, ...whole]
}

function total(group) {
  const months = [...new Set(group.map(({ period }) => period))].sort()
  const isStock = group[0].cell.indicator === 'models_maintained'
  const terms = isStock ? group.filter(({ period }) => period === months.at(-1)) : group
  const numbers = terms.filter(({ number }) => number !== null)
  const isWords = numbers.length < terms.length
  return {
    months: String(months.length),
    value: numbers.length === 0 ? '' : String(numbers.reduce((sum, { number }) => sum + number, 0)),
    at_least: numbers.length > 0 && (isWords || numbers.some(({ qualifier }) => qualifier === 'at_least')) ? 'yes' : '',
    in_words: isWords ? 'yes' : '',
  }
}

function orderOf({ period, province_code, indicator_code, breakdown_key, breakdown_value }) {
  return [period, province_code, indicator_code, breakdown_key, breakdown_value].join('|')
}
