/**
 * Aggregates that put rows together (rules 1, 5, 6): those of one `figure`, which have one breakdown value and one time, or the parts
 * of a `sum`. See `combine` in the model for the words.
 */
export function combinedSql(of: 'figure' | 'sum'): string {
  return `
    count(value) AS numbers,
    bool_or(value IS NULL AND status <> 'not_applicable') AS unnumbered,
    bool_or(value IS NOT NULL AND qualifier = 'at_least') AS any_low,
    bool_or(value IS NOT NULL AND (qualifier = 'at_most' OR (qualifier = 'about' AND qualifier_word = 'gần'))) AS any_high,
    bool_or(value IS NOT NULL AND qualifier = 'about') AS any_approx,
    min(unit) = max(unit) AS has_one_unit,
    count(*) AS n,
    sum(value)::DOUBLE AS plain_sum,
    any_value(aggregation) AS aggregation,
    bool_and(status = 'not_applicable') AS all_not_applicable,
    bool_and(value IS NULL AND status IN ('suppressed', 'not_applicable')) AS all_suppressed,
    coalesce(string_agg(CAST(magnitude AS VARCHAR), ',' ORDER BY "row") FILTER (qualifier = 'unquantified'), '') AS magnitudes,
    string_agg(CAST("row" AS VARCHAR), ',') AS terms,
    array_to_string(list_distinct(list(source_id)), '|') AS sources,
    bool_or(needs_verification) AS needs_verification,
    bool_or(status = 'provisional') AS provisional,
    bool_or(status = 'estimated') AS estimated,
    bool_or(is_again) AS same_key_added,
    min(period_start) AS least_start,
    max(period_end) AS most_end,
    CASE WHEN min(duration_stated) = max(duration_stated) THEN min(duration_stated) ELSE '' END AS duration,
    any_value(bucket_from) AS bucket_from,
    any_value(bucket_to) AS bucket_to,
    min(breakdown_value) = max(breakdown_value) AS has_one_value,
    min(days) AS days,
    min(cover) = max(cover) AS has_one_time,
    bool_or(finer_differs) AS finer_differs,
    min("row") AS first_row,
    ${of === 'figure' ? ONE_FIGURE : SEVERAL_FIGURES}`
}

/** Of the first row, for what its figure is called by. */
const FIRST = [
  ['unit', 'unit'],
  ['period_basis', 'period_basis'],
  ['qualifier_word', 'first_word'],
  ['scope_vi', 'first_scope_vi'],
  ['scope_en', 'first_scope_en'],
  ['unit_name', 'first_unit_name'],
  ['unit_level', 'first_unit_level'],
  ['period_key', 'first_period_key'],
  ['source_id', 'first_source'],
  ['period_start', 'first_start'],
  ['period_end', 'first_end'],
] as const

const ONE_FIGURE = `any_value(breakdown_value) AS breakdown_values,
    any_value(spans) AS spans`

const SEVERAL_FIGURES = `string_agg(DISTINCT breakdown_value, '+' ORDER BY breakdown_value) AS breakdown_values,
    string_agg(DISTINCT spans, ' ' ORDER BY spans) AS spans`

/** Adds value and flags, and what is said by the first of its rows, to a CTE `grouped` made with `combinedSql` from rows of `candidate`. */
export const VALUED = `
valued_raw AS (
  SELECT grouped.*, ${FIRST.map(([column, name]) => `head.${column} AS ${name}`).join(', ')},
    CASE WHEN numbers > 0 AND has_one_unit AND has_one_time AND (grouped.aggregation IN ('sum', 'last') OR n = 1)
      AND NOT (numbers > 1 AND any_low AND any_high) AND NOT (unnumbered AND any_high) THEN plain_sum END AS value
  FROM grouped JOIN candidate head ON head."row" = first_row
),
valued AS (
  SELECT *,
    value IS NOT NULL AND (any_low OR unnumbered) AS low,
    value IS NOT NULL AND any_high AS high,
    value IS NOT NULL AND any_approx AS approx,
    value IS NULL AND numbers > 0 AS is_list,
    CASE WHEN n = 1 THEN first_word ELSE '' END AS word
  FROM valued_raw
)`

/** State of an existing figure (rule 9); columns `value low approx figure_scope has_one_value all_not_applicable all_suppressed`. */
export const STATE = `CASE
    WHEN figure_scope <> '' OR (basis = 'parts_sum' AND has_one_value AND value IS NOT NULL) THEN 'only_parts'
    WHEN value IS NOT NULL THEN CASE WHEN value = 0 AND NOT low AND NOT approx THEN 'zero' ELSE 'value' END
    WHEN all_not_applicable THEN 'not_applicable'
    WHEN all_suppressed THEN 'suppressed'
    ELSE 'in_words' END`
