SELECT *, TRUE AS asked FROM (WITH candidate AS NOT MATERIALIZED (
  SELECT * FROM "ds_00000000".figure_row WHERE left_out IS NULL AND (indicator_code IN ('charity_houses') OR indicator_code IN (SELECT numerator FROM "ds_00000000".indicator WHERE code IN ('charity_houses') AND numerator IS NOT NULL UNION ALL SELECT denominator FROM "ds_00000000".indicator WHERE code IN ('charity_houses') AND denominator IS NOT NULL))
),
picked AS (
  SELECT *, 0 AS bucket, NULL::DATE AS bucket_from, NULL::DATE AS bucket_to, NULL::INTEGER AS days, '' AS spans, FALSE AS finer_differs, '' AS cover FROM candidate WHERE latest
),
kept AS (
  SELECT picked.*, coalesce(b.rule, 'not_additive') AS rule
  FROM picked LEFT JOIN "ds_00000000".breakdown b ON b.indicator = indicator_code AND b."key" = breakdown_key
  WHERE TRUE
),
total AS (SELECT DISTINCT bucket, topic FROM kept WHERE breakdown_key = ''),
first_key AS (SELECT bucket, topic, min(breakdown_key) AS breakdown_key FROM kept WHERE rule = 'additive' GROUP BY bucket, topic),
summed AS (SELECT kept.* FROM kept JOIN first_key USING (bucket, topic, breakdown_key) WHERE NOT EXISTS (SELECT 1 FROM total WHERE total.bucket = kept.bucket AND total.topic = kept.topic)),
grouped AS (
  SELECT bucket, figure, any_value(topic) AS topic, any_value(division) AS division, any_value(territory_set) AS territory_set, any_value(province_code) AS province_code, any_value(indicator_code) AS indicator_code, any_value(figure_scope) AS figure_scope, any_value(breakdown_key) AS breakdown_key, any_value(rule) AS rule, CASE WHEN any_value(breakdown_key) = '' THEN 'total' ELSE 'part' END AS basis, 
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
    any_value(breakdown_value) AS breakdown_values,
    any_value(spans) AS spans
  FROM kept GROUP BY bucket, figure
  UNION ALL BY NAME
  SELECT bucket, any_value(topic) AS topic, any_value(division) AS division, any_value(territory_set) AS territory_set, any_value(province_code) AS province_code, any_value(indicator_code) AS indicator_code, any_value(figure_scope) AS figure_scope, any_value(breakdown_key) AS breakdown_key, any_value(rule) AS rule, 'parts_sum' AS basis, 
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
    string_agg(DISTINCT breakdown_value, '+' ORDER BY breakdown_value) AS breakdown_values,
    string_agg(DISTINCT spans, ' ' ORDER BY spans) AS spans
  FROM summed GROUP BY bucket, division
),

valued_raw AS (
  SELECT grouped.*, head.unit AS unit, head.period_basis AS period_basis, head.qualifier_word AS first_word, head.scope_vi AS first_scope_vi, head.scope_en AS first_scope_en, head.unit_name AS first_unit_name, head.unit_level AS first_unit_level, head.period_key AS first_period_key, head.source_id AS first_source, head.period_start AS first_start, head.period_end AS first_end,
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
),
timed AS (SELECT *, FALSE AS covered, NULL::INTEGER AS days_of, first_period_key AS own_period,
    CASE WHEN aggregation = 'last' AND first_end IS NOT NULL THEN '@' || CAST(first_end AS VARCHAR) ELSE first_period_key END AS own_time, CASE WHEN aggregation = 'last' AND first_end IS NOT NULL THEN '@' || CAST(first_end AS VARCHAR) ELSE first_period_key END AS compare_period FROM valued),
stated AS (
  SELECT *, CASE
    WHEN figure_scope <> '' OR (basis = 'parts_sum' AND has_one_value AND value IS NOT NULL) THEN 'only_parts'
    WHEN value IS NOT NULL THEN CASE WHEN value = 0 AND NOT low AND NOT approx THEN 'zero' ELSE 'value' END
    WHEN all_not_applicable THEN 'not_applicable'
    WHEN all_suppressed THEN 'suppressed'
    ELSE 'in_words' END AS state,
    value IS NOT NULL AND NOT low AND NOT high AND NOT approx AS is_exact,
    basis <> 'part' OR rule <> 'additive' AS stands
  FROM timed
),
parts AS (
  SELECT bucket, topic, own_time, breakdown_key, any_value(unit) AS unit,
    sum(value) AS parts_sum, bool_and(is_exact) AND count(DISTINCT unit) = 1 AS all_exact
  FROM stated WHERE basis = 'part' AND rule = 'additive' GROUP BY bucket, topic, own_time, breakdown_key
),
mismatch AS (
  SELECT DISTINCT t.bucket, t.topic FROM stated t JOIN parts p USING (bucket, topic, own_time, unit)
  WHERE t.basis = 'total' AND t.is_exact AND p.all_exact AND abs(p.parts_sum - t.value) > 1e-9 * greatest(1, abs(t.value))
),
marked AS (
  SELECT t.*, t.basis = 'total' AND t.is_exact AND m.topic IS NOT NULL AS mismatch
  FROM stated t LEFT JOIN mismatch m ON m.bucket = t.bucket AND m.topic = t.topic
),
divided AS (
  SELECT num.* REPLACE (
      ind.code AS indicator_code, ind.unit AS unit, 'ratio' AS basis, '' AS word, '' AS magnitudes,
      100 * num.value / d.value AS value,
      num.low OR d.high AS low, num.high OR d.low AS high, num.approx OR d.approx AS approx,
      num.terms || ',' || d.terms AS terms, num.sources || '|' || d.sources AS sources,
      num.needs_verification OR d.needs_verification OR coalesce((printed.own_period = num.own_period OR (num.aggregation = 'last' AND printed.first_end = num.first_end)) AND printed.needs_verification, FALSE)
        AS needs_verification,
      num.provisional OR d.provisional AS provisional, num.estimated OR d.estimated AS estimated,
      num.same_key_added OR d.same_key_added AS same_key_added, num.finer_differs OR d.finer_differs AS finer_differs
    ),
    num.value AS counted, d.value AS counted_of, ind.decimals, CASE WHEN (printed.own_period = num.own_period OR (num.aggregation = 'last' AND printed.first_end = num.first_end)) AND printed.is_exact THEN printed.value END AS printed_value
  FROM "ds_00000000".indicator ind
  JOIN marked num ON num.indicator_code = ind.numerator AND num.basis = 'total'
  JOIN marked d ON d.indicator_code = ind.denominator AND d.basis = 'total' AND d.bucket = num.bucket AND d.territory_set = num.territory_set AND d.province_code = num.province_code AND d.figure_scope = num.figure_scope AND (d.own_time = num.own_time OR d.own_period = num.own_period)
  LEFT JOIN marked printed ON printed.indicator_code = ind.code AND printed.basis = 'total' AND printed.bucket = num.bucket AND printed.territory_set = num.territory_set AND printed.province_code = num.province_code AND printed.figure_scope = num.figure_scope
  WHERE ind.aggregation = 'ratio' AND ind.code NOT IN (SELECT indicator FROM "ds_00000000".breakdown WHERE "key" IN (NULL))
    AND num.value IS NOT NULL AND d.value <> 0 AND NOT (num.low AND d.low) AND NOT (num.high AND d.high)
    AND (printed.own_period IS NULL OR (printed.own_period = num.own_period OR (num.aggregation = 'last' AND printed.first_end = num.first_end)) OR num.covered)
),
ratio AS (
  SELECT * EXCLUDE (decimals, printed_value) REPLACE (
    CASE
    WHEN figure_scope <> '' OR (basis = 'parts_sum' AND has_one_value AND value IS NOT NULL) THEN 'only_parts'
    WHEN value IS NOT NULL THEN CASE WHEN value = 0 AND NOT low AND NOT approx THEN 'zero' ELSE 'value' END
    WHEN all_not_applicable THEN 'not_applicable'
    WHEN all_suppressed THEN 'suppressed'
    ELSE 'in_words' END AS state,
    printed_value IS NOT NULL AND NOT low AND NOT high AND NOT approx
      AND abs(printed_value - value) > 0.5 * pow(10, -decimals) + 1e-9 AS mismatch
  )
  FROM divided
),
with_ratios AS (
  SELECT * FROM marked num WHERE basis <> 'total' OR NOT EXISTS (
    SELECT 1 FROM ratio WHERE ratio.indicator_code = num.indicator_code AND ratio.bucket = num.bucket AND ratio.territory_set = num.territory_set AND ratio.province_code = num.province_code AND ratio.figure_scope = num.figure_scope)
  UNION ALL BY NAME
  SELECT * FROM ratio
),
answer AS (
  SELECT bucket, territory_set, province_code, indicator_code, breakdown_key, CASE WHEN breakdown_key = '' THEN '' ELSE breakdown_values END AS breakdown_values,
    basis, stands, figure_scope AS scope,
    CASE WHEN figure_scope = '' THEN '' WHEN first_scope_vi <> '' THEN first_scope_vi ELSE first_unit_name END AS scope_vi,
    CASE WHEN figure_scope = '' THEN '' WHEN first_scope_en <> '' THEN first_scope_en ELSE first_unit_name END AS scope_en,
    CASE WHEN figure_scope = '' THEN 'tinh' ELSE first_unit_level END AS unit_level,
    CASE WHEN covered THEN least_start ELSE first_start END AS period_start,
    CASE WHEN covered THEN most_end ELSE first_end END AS period_end, period_basis, duration,
    value, counted, counted_of, unit, low, high, approx, state, word, magnitudes, terms, sources, needs_verification, provisional, estimated,
    mismatch, finer_differs, same_key_added, is_list, days, days_of,
    indicator_code || '|' || CASE WHEN breakdown_key = '' THEN 'total' ELSE breakdown_key || '=' || breakdown_values END || '|' || unit || '|' || compare_period
      || CASE WHEN figure_scope = '' THEN '' ELSE '|' || territory_set || ':' || province_code || '|' || figure_scope END AS comparison_key
  FROM with_ratios
)
SELECT * FROM answer WHERE indicator_code IN ('charity_houses') ORDER BY bucket, concat_ws('|', territory_set, province_code, indicator_code, scope, breakdown_key, basis, breakdown_values))
