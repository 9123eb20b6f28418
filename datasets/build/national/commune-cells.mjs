/**
 * What a commune reports in the large sets: every total and every kind of the shared tables that is a count of a month or a stock,
 * in the order of the tables. `codes` and `breakdowns` are those of the published reports.
 */
export function communeCells({ indicators, breakdowns, codes }) {
  return indicators
    .filter(({ aggregation }) => aggregation === 'sum' || aggregation === 'last')
    .flatMap(({ indicator_code: indicator, aggregation, unit }) => {
      const keys = breakdowns.filter((row) => row.indicator_code === indicator).map((row) => row.breakdown_key)
      const kinds = keys.flatMap((key) =>
        codes
          .filter((code) => code.key === key && code.value !== 'all')
          .map(({ value, unit: own }) => ({ key, value, unit: own || unit })),
      )
      return [{ key: '', value: '', unit }, ...kinds].map((kind) => ({ ...kind, indicator, isStock: aggregation === 'last' }))
    })
}
