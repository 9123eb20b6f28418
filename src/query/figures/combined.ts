/** Aggregates that put the rows of one figure together (rules 1, 5, 6): see `combine` in the model for the words. */
export const COMBINED = `
    count(value) AS numbers,
    bool_or(value IS NULL AND status <> 'not_applicable') AS unnumbered,
    bool_or(value IS NOT NULL AND qualifier = 'at_least') AS any_low,
    bool_or(value IS NOT NULL AND (qualifier = 'at_most' OR (qualifier = 'about' AND qualifier_word = 'gần'))) AS any_high,
    bool_or(value IS NOT NULL AND qualifier = 'about') AS any_approx,
    count(DISTINCT unit) AS units,
    count(*) AS n,
    sum(value)::DOUBLE AS plain_sum,
    first(unit ORDER BY "row") AS unit,
    first(aggregation) AS aggregation,
    first(qualifier_word ORDER BY "row") AS first_word,
    bool_and(status = 'not_applicable') AS all_not_applicable,
    bool_and(value IS NULL AND status IN ('suppressed', 'not_applicable')) AS all_suppressed,
    coalesce(string_agg(CASE WHEN qualifier = 'unquantified' THEN CAST(magnitude AS VARCHAR) END, ',' ORDER BY "row"), '') AS magnitudes,
    string_agg(CAST("row" AS VARCHAR), ',' ORDER BY "row") AS terms,
    string_agg(DISTINCT source_id, '|' ORDER BY source_id) AS sources,
    bool_or(needs_verification) AS needs_verification,
    bool_or(status = 'provisional') AS provisional,
    bool_or(status = 'estimated') AS estimated,
    count(*) > count(DISTINCT (report, cell)) AS same_key_added,
    first(scope_vi ORDER BY "row") AS first_scope_vi,
    first(scope_en ORDER BY "row") AS first_scope_en,
    first(unit_name ORDER BY "row") AS first_unit_name,
    first(unit_level ORDER BY "row") AS first_unit_level,
    first(period_key ORDER BY "row") AS first_period_key,
    first(source_id ORDER BY "row") AS first_source,
    first(period_start ORDER BY "row") AS first_start,
    first(period_end ORDER BY "row") AS first_end,
    min(period_start) AS least_start,
    max(period_end) AS most_end,
    first(period_basis ORDER BY "row") AS period_basis,
    CASE WHEN count(DISTINCT duration_stated) = 1 THEN first(duration_stated) ELSE '' END AS duration,
    string_agg(DISTINCT breakdown_value, '+' ORDER BY breakdown_value) AS breakdown_values,
    any_value(bucket_from) AS bucket_from,
    any_value(bucket_to) AS bucket_to,
    count(DISTINCT breakdown_value) AS n_values,
    min(days) AS days,
    string_agg(DISTINCT spans, ' ' ORDER BY spans) AS spans,
    count(DISTINCT cover) AS covers,
    bool_or(finer_differs) AS finer_differs`

/** Adds value and flags to a CTE `grouped` made with COMBINED. */
export const VALUED = `
valued_raw AS (
  SELECT *, CASE WHEN numbers > 0 AND units = 1 AND covers = 1 AND (aggregation IN ('sum', 'last') OR n = 1)
      AND NOT (numbers > 1 AND any_low AND any_high) AND NOT (unnumbered AND any_high) THEN plain_sum END AS value
  FROM grouped
),
valued AS (
  SELECT *,
    value IS NOT NULL AND (any_low OR unnumbered) AS low,
    value IS NOT NULL AND any_high AS high,
    value IS NOT NULL AND any_approx AS approx,
    CASE WHEN n = 1 THEN first_word ELSE '' END AS word
  FROM valued_raw
)`

/** State of an existing figure (rule 9); columns `value low approx figure_scope all_not_applicable all_suppressed`. */
export const STATE = `CASE
    WHEN figure_scope <> '' OR (basis = 'parts_sum' AND n_values = 1 AND value IS NOT NULL) THEN 'only_parts'
    WHEN value IS NOT NULL THEN CASE WHEN value = 0 AND NOT low AND NOT approx THEN 'zero' ELSE 'value' END
    WHEN all_not_applicable THEN 'not_applicable'
    WHEN all_suppressed THEN 'suppressed'
    ELSE 'in_words' END`
