import { ident } from '../sql.ts'

/**
 * SQL that makes `resolved` from `observation`: every row, with rules 3, 4 (latest of each) and 5 applied as flags.
 * The same columns as `ResolvedRow`: left_out, figure_scope, period_key, order_date, latest, beside the row's own.
 */
export function resolvedSql(schema: string): string {
  const s = ident(schema)
  return `CREATE TABLE ${s}.resolved AS
WITH keyed AS (
  SELECT o.*, i.aggregation, src.rank AS source_rank,
    o.unit_level = 'tinh' AND o.scope_vi = '' AS is_own,
    coalesce(o.period_end, src.published, make_date(src.report_year, 12, 31), DATE '0001-01-01') AS order_date,
    list_position(['stated', 'carried', 'as_of', 'not_stated'], o.period_basis) AS basis_rank,
    coalesce(CAST(o.period_start AS VARCHAR), '?') || '/' || coalesce(CAST(o.period_end AS VARCHAR), '?') || '/' || o.period_basis AS period_text
  FROM ${s}.observation o
  JOIN ${s}.indicator i ON i.code = o.indicator_code
  JOIN ${s}.source src ON src.id = o.source_id
),
periods AS (
  SELECT * EXCLUDE (period_text),
    CASE WHEN is_own THEN '' ELSE unit_level || '|' || unit_name || '|' || scope_vi END AS scope_key,
    CASE WHEN period_start IS NULL OR period_end IS NULL THEN source_id || ':' || period_text ELSE period_text END AS period_key
  FROM keyed
),
revised AS (
  SELECT *, revision < max(revision) OVER (PARTITION BY source_id, ${SAME_FIGURE}) AS is_revised FROM periods
),
sourced AS (
  SELECT *, NOT is_revised AND source_rank > min(source_rank) OVER (PARTITION BY is_revised, ${SAME_FIGURE}) AS is_other_source FROM revised
),
owned AS (
  SELECT *,
    bool_or(is_own AND NOT is_revised AND NOT is_other_source) OVER (PARTITION BY territory_set, province_code, indicator_code) AS has_own,
    bool_or(is_own AND NOT is_revised AND NOT is_other_source)
      OVER (PARTITION BY territory_set, province_code, indicator_code, breakdown_key, period_key) AS has_own_here,
    bool_or(is_own AND NOT is_revised AND NOT is_other_source)
      OVER (PARTITION BY territory_set, province_code, indicator_code, breakdown_key, period_key, source_id) AS has_own_beside
  FROM sourced
),
roles AS (
  SELECT * EXCLUDE (is_revised, is_other_source, has_own, has_own_here, has_own_beside),
    CASE
      WHEN is_revised THEN 'revised'
      WHEN is_other_source THEN 'other_source'
      WHEN is_own OR NOT has_own THEN NULL
      WHEN level_relation <> 'additional' THEN 'inside_own'
      WHEN NOT has_own_here THEN 'other_period'
      WHEN NOT has_own_beside THEN 'other_source'
    END AS left_out,
    CASE WHEN is_own OR (level_relation = 'additional' AND has_own) THEN '' ELSE scope_key END AS figure_scope
  FROM owned
)
SELECT *, left_out IS NULL AND source_id || ' ' || period_key = first_value(source_id || ' ' || period_key) OVER (
    PARTITION BY left_out IS NULL, ${REPORT_KEY} ORDER BY ${NEWEST_FIRST}
  ) AS latest
FROM roles ORDER BY "row"`
}

/** Rows that compete for "latest of each". */
export const REPORT_KEY = 'territory_set, province_code, indicator_code, figure_scope, breakdown_key'

/** Order that decides which report is the newest (rule 4). */
export const NEWEST_FIRST = 'order_date DESC, basis_rank, source_rank, period_key, "row"'

/** Rows that report the same thing. */
const SAME_FIGURE =
  'territory_set, province_code, scope_key, level_relation, indicator_code, breakdown_key, breakdown_value, period_key'
