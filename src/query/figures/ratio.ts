import type { BreakdownFilter } from '../../model/rules/breakdown.ts'
import { literalList } from '../sql.ts'
import { STATE } from './combined.ts'

/**
 * CTEs that put the ratios recomputed from their two counts of one period and scope (rule 1) in the place of the printed ones:
 * from `marked` to `with_ratios`, with the same columns and `counted` and `counted_of`, the two counts of a ratio. A printed ratio of another period than its counts stays, except
 * beside the sums of a window.
 */
export function ratioCtes(s: string, filter: BreakdownFilter): string {
  return `divided AS (
  SELECT num.* REPLACE (
      ind.code AS indicator_code, ind.unit AS unit, 'ratio' AS basis, '' AS word, '' AS magnitudes,
      100 * num.value / d.value AS value,
      num.low OR d.high AS low, num.high OR d.low AS high, num.approx OR d.approx AS approx,
      num.terms || ',' || d.terms AS terms, num.sources || '|' || d.sources AS sources,
      num.needs_verification OR d.needs_verification OR coalesce(${OF_ITS_TIME} AND printed.needs_verification, FALSE)
        AS needs_verification,
      num.provisional OR d.provisional AS provisional, num.estimated OR d.estimated AS estimated,
      num.same_key_added OR d.same_key_added AS same_key_added, num.finer_differs OR d.finer_differs AS finer_differs
    ),
    num.value AS counted, d.value AS counted_of, ind.decimals, CASE WHEN ${OF_ITS_TIME} AND printed.is_exact THEN printed.value END AS printed_value
  FROM ${s}.indicator ind
  JOIN marked num ON num.indicator_code = ind.numerator AND num.basis = 'total'
  JOIN marked d ON d.indicator_code = ind.denominator AND d.basis = 'total' AND ${beside('d')} AND (d.own_time = num.own_time OR d.own_period = num.own_period)
  LEFT JOIN marked printed ON printed.indicator_code = ind.code AND printed.basis = 'total' AND ${beside('printed')}
  WHERE ind.aggregation = 'ratio' AND ind.code NOT IN (SELECT indicator FROM ${s}.breakdown WHERE "key" IN ${keysOf(filter)})
    AND num.value IS NOT NULL AND d.value <> 0 AND NOT (num.low AND d.low) AND NOT (num.high AND d.high)
    AND (printed.own_period IS NULL OR ${OF_ITS_TIME} OR num.covered)
),
ratio AS (
  SELECT * EXCLUDE (decimals, printed_value) REPLACE (
    ${STATE} AS state,
    printed_value IS NOT NULL AND NOT low AND NOT high AND NOT approx
      AND abs(printed_value - value) > 0.5 * pow(10, -decimals) + 1e-9 AS mismatch
  )
  FROM divided
),
with_ratios AS (
  SELECT * FROM marked num WHERE basis <> 'total' OR NOT EXISTS (
    SELECT 1 FROM ratio WHERE ratio.indicator_code = num.indicator_code AND ${beside('ratio')})
  UNION ALL BY NAME
  SELECT * FROM ratio
)`
}

/** A printed ratio of two stocks is of their day. */
const OF_ITS_TIME = `(printed.own_period = num.own_period OR (num.aggregation = 'last' AND printed.first_end = num.first_end))`

function beside(alias: string): string {
  return ['bucket', 'territory_set', 'province_code', 'figure_scope']
    .map((column) => `${alias}.${column} = num.${column}`)
    .join(' AND ')
}

function keysOf(filter: BreakdownFilter): string {
  return literalList(Object.keys(filter))
}
