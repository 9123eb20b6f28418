SELECT *, TRUE AS asked FROM (WITH candidate AS NOT MATERIALIZED (
  SELECT * FROM "ds_00000000".figure_row WHERE left_out IS NULL AND (indicator_code IN ('tips_received', 'models_maintained', 'models_registered', 'models_built', 'surrendered_items', 'charity_donations', 'charity_gifts', 'charity_houses') OR indicator_code IN (SELECT numerator FROM "ds_00000000".indicator WHERE code IN ('tips_received', 'models_maintained', 'models_registered', 'models_built', 'surrendered_items', 'charity_donations', 'charity_gifts', 'charity_houses') AND numerator IS NOT NULL UNION ALL SELECT denominator FROM "ds_00000000".indicator WHERE code IN ('tips_received', 'models_maintained', 'models_registered', 'models_built', 'surrendered_items', 'charity_donations', 'charity_gifts', 'charity_houses') AND denominator IS NOT NULL))
),
bucket (bucket, bucket_from, bucket_to, bucket_list, bucket_seam, bucket_of) AS (VALUES (0, DATE '2024-01-01', DATE '2024-12-31', NULL::VARCHAR, NULL::DATE, NULL::INTEGER)),
reported AS (
  SELECT figure, report, min("row") AS "row", any_value(topic) AS topic, any_value(territory_set) AS list, any_value(source_rank) AS source_rank,
    any_value(period_start) AS span_start, any_value(period_end) AS span_end,
    date_diff('day', any_value(period_start), any_value(period_end)) + 1 AS span_days,
    CASE WHEN bool_and(value IS NOT NULL AND qualifier NOT IN ('at_least', 'at_most', 'about')) AND min(unit) = max(unit)
      THEN sum(value) END AS exact_value,
    any_value(unit) AS span_unit
  FROM candidate WHERE aggregation = 'sum' AND period_start >= DATE '2024-01-01' AND period_end <= DATE '2024-12-31' GROUP BY figure, report
),
span AS (SELECT * FROM reported JOIN bucket ON span_start IS NOT NULL AND span_end IS NOT NULL
  AND (bucket_from IS NULL OR span_start >= bucket_from) AND (bucket_to IS NULL OR span_end <= bucket_to)),
stretch AS MATERIALIZED (
  SELECT *, sum(CAST(is_apart AS INTEGER)) OVER (PARTITION BY bucket, figure ORDER BY span_start, span_end, report) AS stretch
  FROM (
    SELECT *, coalesce(span_start > max(span_end) OVER (PARTITION BY bucket, figure ORDER BY span_start, span_end, report ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), FALSE) AS is_apart,
      coalesce(span_start > max(span_start) OVER (PARTITION BY bucket, figure ORDER BY span_start, span_end, report ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), TRUE)
        AND coalesce(span_end < min(span_end) OVER (PARTITION BY bucket, figure ORDER BY span_start, span_end, report ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING), TRUE) AS is_finest
    FROM span
  )
),
crowded AS (
  SELECT bucket, figure, stretch, is_trusted AND coalesce(starts[1] = first_day AND ends[-1] = last_day
    AND list_transform(ends[:-2], lambda day: day + 1) = starts[2:], FALSE) AS is_tiled
  FROM (
    SELECT bucket, figure, stretch, min(span_start) AS first_day, max(span_end) AS last_day,
      list_sort(list(span_start) FILTER (is_finest)) AS starts, list_sort(list(span_end) FILTER (is_finest)) AS ends,
      max(source_rank) FILTER (is_finest) = min(source_rank) AS is_trusted
    FROM stretch GROUP BY bucket, figure, stretch HAVING count(*) > 1
  )
),
ends AS (
  SELECT bucket, figure, stretch, list_sort(list_distinct(list(source_rank))) AS ranks,
    list_sort(list({'last': span_end, 'first': span_start, 'report': report, 'days': span_days, 'rank': source_rank})) AS spans
  FROM stretch JOIN crowded USING (bucket, figure, stretch) WHERE NOT is_tiled GROUP BY bucket, figure, stretch
),
gains AS (
  SELECT bucket, figure, stretch, list_transform(spans, lambda span, nth: {'report': span.report,
      'before': len(list_filter(spans[1:nth - 1], lambda other: other.last < span.first)), 'gain': [span.days] || list_transform(ranks, lambda rank: CASE WHEN rank = span.rank THEN span.days ELSE 0 END) || [1]}) AS trusted,
    CASE WHEN len(ranks) > 1 THEN list_transform(spans, lambda span, nth: {'report': span.report,
      'before': len(list_filter(spans[1:nth - 1], lambda other: other.last < span.first)), 'gain': [span.days, 1]}) END AS alike
  FROM ends
),
crowd AS MATERIALIZED (
  SELECT bucket, figure, stretch, list_reduce(trusted,
    lambda reached, span: {'report': span.report, 'before': span.before, 'gain': span.gain, 'best': list_append(reached.best,
      CASE WHEN list_transform(list_zip(reached.best[span.before + 1].worth, span.gain), lambda pair: pair[1] + pair[2]) > reached.best[-1].worth THEN {'worth': list_transform(list_zip(reached.best[span.before + 1].worth, span.gain), lambda pair: pair[1] + pair[2]), 'picks': list_append(reached.best[span.before + 1].picks, span.report)}
      ELSE reached.best[-1] END)},
    {'report': 0, 'before': 0::BIGINT, 'gain': list_transform(trusted[1].gain, lambda one: 0::BIGINT), 'best': [{'worth': list_transform(trusted[1].gain, lambda one: 0::BIGINT), 'picks': []::INTEGER[]}]}
  ).best[-1].picks AS picks, list_reduce(alike,
    lambda reached, span: {'report': span.report, 'before': span.before, 'gain': span.gain, 'best': list_append(reached.best,
      CASE WHEN list_transform(list_zip(reached.best[span.before + 1].worth, span.gain), lambda pair: pair[1] + pair[2]) > reached.best[-1].worth THEN {'worth': list_transform(list_zip(reached.best[span.before + 1].worth, span.gain), lambda pair: pair[1] + pair[2]), 'picks': list_append(reached.best[span.before + 1].picks, span.report)}
      ELSE reached.best[-1] END)},
    {'report': 0, 'before': 0::BIGINT, 'gain': list_transform(alike[1].gain, lambda one: 0::BIGINT), 'best': [{'worth': list_transform(alike[1].gain, lambda one: 0::BIGINT), 'picks': []::INTEGER[]}]}
  ).best[-1].picks AS finer_picks FROM gains
),
judged AS MATERIALIZED (
  SELECT stretch.*, is_tiled IS NOT NULL AS is_crowded,
    CASE WHEN is_tiled IS NULL THEN TRUE WHEN is_tiled THEN is_finest ELSE list_contains(picks, report) END AS is_taken,
    coalesce(list_contains(finer_picks, report), FALSE) AS is_finer
  FROM stretch LEFT JOIN crowded USING (bucket, figure, stretch) LEFT JOIN crowd USING (bucket, figure, stretch)
),
taken AS (
  SELECT bucket, figure, min("row") AS "row", any_value(bucket_from) AS bucket_from, any_value(bucket_to) AS bucket_to,
    CAST(sum(span_days) AS INTEGER) AS days, list(span_start ORDER BY span_start) AS starts, list(span_end ORDER BY span_start) AS ends
  FROM judged WHERE is_taken GROUP BY bucket, figure
),
covered AS (SELECT * EXCLUDE (starts, ends), array_to_string(list_transform(
    list_zip(
      list_filter(starts, lambda day, nth: nth = 1 OR ends[nth - 1] + 1 <> day),
      list_filter(ends, lambda day, nth: nth = len(ends) OR starts[nth + 1] - 1 <> day)),
    lambda span: CAST(span[1] AS VARCHAR) || '/' || CAST(span[2] AS VARCHAR)), '+') AS spans FROM taken),
finer AS (
  SELECT DISTINCT bucket, figure FROM (
    SELECT bucket, figure
    FROM (SELECT coarse.bucket, coarse.figure, coarse.report, coarse.span_days, coarse.span_start, coarse.span_unit, coarse.exact_value,
      short.span_days AS short_days, short.span_start AS short_start, short.span_end AS short_end, short.span_unit AS short_unit,
      short.exact_value AS short_value
    FROM judged coarse JOIN judged short ON short.bucket = coarse.bucket AND short.figure = coarse.figure
      AND short.span_start >= coarse.span_start AND short.span_end <= coarse.span_end
    WHERE coarse.is_crowded AND short.is_crowded AND NOT coarse.is_taken AND short.is_taken
      UNION ALL SELECT coarse.bucket, coarse.figure, coarse.report, coarse.span_days, coarse.span_start, coarse.span_unit, coarse.exact_value,
      short.span_days AS short_days, short.span_start AS short_start, short.span_end AS short_end, short.span_unit AS short_unit,
      short.exact_value AS short_value
    FROM judged coarse JOIN judged short ON short.bucket = coarse.bucket AND short.figure = coarse.figure
      AND short.span_start >= coarse.span_start AND short.span_end <= coarse.span_end
    WHERE coarse.is_crowded AND short.is_crowded AND coarse.is_taken AND NOT coarse.is_finer AND short.is_finer)
    GROUP BY bucket, figure, report
    HAVING count(*) > 1 AND sum(short_days) = any_value(span_days) AND min(short_start) = any_value(span_start)
      AND list_transform(list_sort(list(short_end))[:-2], lambda day: day + 1) = list_sort(list(short_start))[2:]
      AND bool_and(short_value IS NOT NULL AND short_unit = span_unit)
      AND abs(sum(short_value) - any_value(exact_value)) > 1e-9 * greatest(1, abs(any_value(exact_value)))
  )
),
newest AS (
  SELECT bucket, division, any_value(bucket_from) AS bucket_from, any_value(bucket_to) AS bucket_to, min(report) AS report
  FROM (SELECT DISTINCT division, report, period_end FROM candidate WHERE aggregation <> 'sum')
  JOIN bucket ON bucket_list IS NULL AND period_end IS NOT NULL AND period_end IS NOT NULL
  AND (bucket_from IS NULL OR period_end >= bucket_from) AND (bucket_to IS NULL OR period_end <= bucket_to)
  GROUP BY bucket, division
),
picked AS (
  SELECT candidate.*, judged.bucket, judged.bucket_from, judged.bucket_to, covered.days, covered.spans, finer.figure IS NOT NULL AS finer_differs,
    CASE WHEN covered.days = date_diff('day', covered.bucket_from, covered.bucket_to) + 1 THEN '' ELSE covered.spans END AS cover
  FROM candidate
  JOIN judged ON judged.figure = candidate.figure AND judged.report = candidate.report AND judged.is_taken
  LEFT JOIN covered ON covered.bucket = judged.bucket AND covered.figure = judged.figure AND covered."row" = candidate."row"
  LEFT JOIN finer ON finer.bucket = judged.bucket AND finer.figure = judged.figure
  UNION ALL BY NAME
  SELECT candidate.*, newest.bucket, newest.bucket_from, newest.bucket_to, NULL::INTEGER AS days, '' AS spans, FALSE AS finer_differs, '' AS cover
  FROM candidate JOIN newest USING (division, report)
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
timed AS (SELECT *, aggregation = 'sum' AS covered, CASE WHEN aggregation = 'sum' THEN CAST(date_diff('day', bucket_from, bucket_to) + 1 AS INTEGER) END AS days_of,
    CASE WHEN aggregation = 'sum' THEN CASE WHEN days = CAST(date_diff('day', bucket_from, bucket_to) + 1 AS INTEGER) THEN 'W:' || coalesce(CAST(bucket_from AS VARCHAR), '') || '/' || coalesce(CAST(bucket_to AS VARCHAR), '') ELSE 'P:' || spans END ELSE first_period_key END AS own_period,
    CASE WHEN aggregation = 'sum' THEN CASE WHEN days = CAST(date_diff('day', bucket_from, bucket_to) + 1 AS INTEGER) THEN 'W:' || coalesce(CAST(bucket_from AS VARCHAR), '') || '/' || coalesce(CAST(bucket_to AS VARCHAR), '') ELSE 'P:' || spans END ELSE CASE WHEN aggregation = 'last' AND first_end IS NOT NULL THEN '@' || CAST(first_end AS VARCHAR) ELSE first_period_key END END AS own_time,
    CASE aggregation WHEN 'sum' THEN CASE WHEN days = CAST(date_diff('day', bucket_from, bucket_to) + 1 AS INTEGER) THEN 'W:' || coalesce(CAST(bucket_from AS VARCHAR), '') || '/' || coalesce(CAST(bucket_to AS VARCHAR), '') ELSE 'P:' || spans END WHEN 'last' THEN 'W:' || coalesce(CAST(bucket_from AS VARCHAR), '') || '/' || coalesce(CAST(bucket_to AS VARCHAR), '') ELSE first_period_key END AS compare_period FROM valued),
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
SELECT * FROM answer WHERE indicator_code IN ('tips_received', 'models_maintained', 'models_registered', 'models_built', 'surrendered_items', 'charity_donations', 'charity_gifts', 'charity_houses') ORDER BY bucket, concat_ws('|', territory_set, province_code, indicator_code, scope, breakdown_key, basis, breakdown_values))
UNION ALL
SELECT *, FALSE AS asked FROM (WITH candidate AS NOT MATERIALIZED (
  SELECT * FROM "ds_00000000".figure_row WHERE left_out IS NULL AND (indicator_code IN ('tips_received', 'models_maintained', 'models_registered', 'models_built', 'surrendered_items', 'charity_donations', 'charity_gifts', 'charity_houses') OR indicator_code IN (SELECT numerator FROM "ds_00000000".indicator WHERE code IN ('tips_received', 'models_maintained', 'models_registered', 'models_built', 'surrendered_items', 'charity_donations', 'charity_gifts', 'charity_houses') AND numerator IS NOT NULL UNION ALL SELECT denominator FROM "ds_00000000".indicator WHERE code IN ('tips_received', 'models_maintained', 'models_registered', 'models_built', 'surrendered_items', 'charity_donations', 'charity_gifts', 'charity_houses') AND denominator IS NOT NULL))
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
SELECT * FROM answer WHERE indicator_code IN ('tips_received', 'models_maintained', 'models_registered', 'models_built', 'surrendered_items', 'charity_donations', 'charity_gifts', 'charity_houses') ORDER BY bucket, concat_ws('|', territory_set, province_code, indicator_code, scope, breakdown_key, basis, breakdown_values))
