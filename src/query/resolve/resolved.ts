import { ident } from '../sql.ts'

/**
 * SQL that applies rules 3, 4 (latest of each) and 5 to `observation`, as flags of every row. `figure_row` has the columns that
 * figures are made of; the view `resolved` has all columns of the row with those of `ResolvedRow` beside them.
 */
export function resolvedSql(schema: string): string[] {
  const s = ident(schema)
  const resolved = FLAGS.map((column) => `f.${column}`).join(', ')
  return [
    figureRowsSql(s),
    `CREATE VIEW ${s}.resolved AS SELECT o.*, ${resolved} FROM ${s}.observation o JOIN ${s}.figure_row f USING ("row")`,
  ]
}

/** What the rules made of a row. */
const FLAGS = ['aggregation', 'left_out', 'figure_scope', 'period_key', 'latest']

/** The columns of a row that say what it is about: few rows say the same of the same at the same time, many of the same. */
const SERIES = [
  ...['territory_set', 'province_code', 'unit_level', 'unit_name', 'scope_vi', 'level_relation'],
  ...['indicator_code', 'breakdown_key', 'breakdown_value'],
]

/** The columns of a row that say whose report it stands in and of when. */
const REPORT = ['source_id', 'period_start', 'period_end', 'period_basis']

/** Columns that figures need as they are. */
const SAID = [
  ...['scope_en', 'duration_stated', 'value', 'unit', 'status', 'qualifier', 'qualifier_word', 'magnitude'].map(
    (column) => `o.${column}`,
  ),
  `o.verify_vi <> '' AS needs_verification`,
]

/**
 * Long texts as keys are slow: a number for every series and for every report first, the rules with numbers, and the texts last.
 * `report` counts reports from the newest (rule 4); rows with one `cell` and one `moment` report the same thing, of a stock those of
 * one day (`comparePeriodKey`); one that `is_again` has another row of its report beside it that does. Of what figures are, a `topic` is a territory, an indicator and a scope, a
 * `division` a topic and a breakdown key, a `figure` a division and a value.
 */
function figureRowsSql(s: string): string {
  return `CREATE TABLE ${s}.figure_row AS
WITH report AS MATERIALIZED (
  SELECT *, CAST(row_number() OVER (ORDER BY order_date DESC, basis_rank, source_rank, period_key) AS INTEGER) AS report,
    CAST(dense_rank() OVER (ORDER BY period_key) AS INTEGER) AS period, CAST(dense_rank() OVER (ORDER BY period_end) AS INTEGER) AS day
  FROM (
    SELECT told.*, source.rank AS source_rank, list_position(['stated', 'carried', 'as_of', 'not_stated'], period_basis) AS basis_rank,
      coalesce(period_end, published, make_date(report_year, 12, 31), DATE '0001-01-01') AS order_date,
      CASE WHEN period_start IS NULL OR period_end IS NULL THEN source_id || ':' ELSE '' END
        || coalesce(CAST(period_start AS VARCHAR), '?') || '/' || coalesce(CAST(period_end AS VARCHAR), '?') || '/' || period_basis AS period_key
    FROM (SELECT DISTINCT ${REPORT.join(', ')} FROM ${s}.observation) told JOIN ${s}.source ON source.id = source_id
  )
),
series AS MATERIALIZED (
  SELECT *, CAST(row_number() OVER () AS INTEGER) AS series,
    indicator_code IN (SELECT code FROM ${s}.indicator WHERE aggregation = 'last') AS is_stock,
    CAST(dense_rank() OVER (ORDER BY territory_set, province_code, indicator_code) AS INTEGER) AS subject,
    CAST(dense_rank() OVER (ORDER BY territory_set, province_code, indicator_code, breakdown_key) AS INTEGER) AS aspect,
    CAST(dense_rank() OVER (ORDER BY territory_set, province_code, indicator_code, breakdown_key, breakdown_value, scope_key, level_relation) AS INTEGER)
      AS cell
  FROM (
    SELECT *, unit_level = 'tinh' AND scope_vi = '' AS is_own, level_relation = 'additional' AS is_added,
      CASE WHEN unit_level = 'tinh' AND scope_vi = '' THEN '' ELSE unit_level || '|' || unit_name || '|' || scope_vi END AS scope_key
    FROM (SELECT DISTINCT ${SERIES.join(', ')} FROM ${s}.observation)
  )
),
said AS MATERIALIZED (
  SELECT o."row", o.revision, series, subject, aspect, cell, is_own, report, source_rank,
    CASE WHEN is_stock AND o.period_end IS NOT NULL THEN -day ELSE period END AS moment
  FROM ${s}.observation o JOIN series USING (${SERIES.join(', ')})
  JOIN report ON ${REPORT.map((column) => `report.${column} IS NOT DISTINCT FROM o.${column}`).join(' AND ')}
),
corrected AS (
  SELECT cell, report, max(revision) AS revision FROM said WHERE revision > (SELECT min(revision) FROM said) GROUP BY cell, report
),
dated AS MATERIALIZED (
  SELECT said.*, coalesce(said.revision < corrected.revision, FALSE) AS is_revised FROM said LEFT JOIN corrected USING (cell, report)
),
rival AS (
  SELECT cell, moment, min(source_rank) AS source_rank FROM dated WHERE NOT is_revised
  GROUP BY cell, moment HAVING min(source_rank) < max(source_rank)
),
sourced AS MATERIALIZED (
  SELECT dated.*, NOT is_revised AND coalesce(dated.source_rank > rival.source_rank, FALSE) AS is_other_source
  FROM dated LEFT JOIN rival USING (cell, moment)
),
again AS (SELECT cell, report FROM sourced WHERE NOT is_revised GROUP BY cell, report HAVING count(*) > 1),
own AS MATERIALIZED (
  SELECT DISTINCT subject, aspect, moment, report, source_rank FROM sourced WHERE is_own AND NOT is_revised AND NOT is_other_source
),
beside AS (
  SELECT aspect, moment, min(source_rank) AS first_rank, max(source_rank) AS last_rank FROM own GROUP BY aspect, moment
),
scoped AS MATERIALIZED (
  SELECT *,
    CAST(dense_rank() OVER (ORDER BY subject, figure_scope) AS INTEGER) AS topic,
    CAST(dense_rank() OVER (ORDER BY subject, figure_scope, breakdown_key) AS INTEGER) AS division,
    CAST(dense_rank() OVER (ORDER BY subject, figure_scope, breakdown_key, breakdown_value) AS INTEGER) AS figure
  FROM (
    SELECT *, CASE WHEN is_own OR (is_added AND has_own) THEN '' ELSE scope_key END AS figure_scope
    FROM (SELECT *, subject IN (SELECT subject FROM own) AS has_own FROM series)
  )
),
role AS MATERIALIZED (
  SELECT "row", series, division, report, CASE
      WHEN is_revised THEN 'revised'
      WHEN is_other_source THEN 'other_source'
      WHEN scoped.is_own OR NOT has_own THEN NULL
      WHEN NOT is_added THEN 'inside_own'
      WHEN (aspect, report) IN (SELECT (aspect, report) FROM own) THEN NULL
      WHEN first_rank <> source_rank OR last_rank <> source_rank THEN 'other_source'
      ELSE 'other_period'
    END AS left_out, again.cell IS NOT NULL AS is_again
  FROM sourced JOIN scoped USING (series, aspect, cell) LEFT JOIN again USING (cell, report) LEFT JOIN beside USING (aspect, moment)
),
newest AS (SELECT division, min(report) AS report FROM role WHERE left_out IS NULL GROUP BY division)
SELECT o."row", ${[...SERIES, 'cell', 'figure_scope', 'topic', 'division', 'figure'].map((column) => `scoped.${column}`).join(', ')},
  ${[...REPORT, 'source_rank', 'period_key', 'report'].map((column) => `report.${column}`).join(', ')},
  ${SAID.join(', ')},
  i.aggregation, role.left_out, role.is_again, role.left_out IS NULL AND role.report = newest.report AS latest
FROM ${s}.observation o
JOIN role USING ("row")
JOIN scoped ON scoped.series = role.series
JOIN report ON report.report = role.report
JOIN ${s}.indicator i ON i.code = scoped.indicator_code
LEFT JOIN newest ON newest.division = role.division`
}
