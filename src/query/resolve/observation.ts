import { ident } from '../sql.ts'
import { handText } from './by-hand.ts'
import { OBSERVATION_COLUMNS } from './observation-columns.ts'

/**
 * SQL that types `raw` (all text, with its `file`, `record` and `line`) into `checked`: every row kept, with the first thing wrong
 * with it as (`bad_column`, `bad_text`, `reason`), all NULL for a good row. `columns` are those that the file has; of a file filled
 * in `byHand` the cells are understood first, and `checked` says how in `understood`.
 */
export function checkedSql(schema: string, columns: readonly string[], byHand = false): string {
  const s = ident(schema)
  const texts = OBSERVATION_COLUMNS.map(({ name }) =>
    columns.includes(name) ? `${trimmed(ident(name))} AS ${ident(name)}` : `'' AS ${ident(name)}`,
  )
  const text = byHand ? handText(schema, texts) : `text AS (SELECT file, record, line, ${texts.join(', ')} FROM ${s}.raw)`
  return `CREATE TABLE ${s}.checked AS
WITH ${text},
typed AS (
  SELECT text.* EXCLUDE (revision, period_start, period_end, value, magnitude, status, level_relation),
    revision AS revision_text, period_start AS start_text, period_end AS end_text, value AS value_text, magnitude AS magnitude_text,
    CASE WHEN revision = '' THEN 1 ELSE TRY_CAST(revision AS INTEGER) END AS revision,
    ${dateOf('period_start')} AS period_start,
    ${dateOf('period_end')} AS period_end,
    ${numberOf('value')} AS value,
    ${numberOf('magnitude')} AS magnitude,
    CASE WHEN status = '' THEN 'reported' ELSE status END AS status,
    CASE WHEN level_relation = '' AND unit_level <> 'tinh' THEN 'within' ELSE level_relation END AS level_relation
  FROM text
),
judged AS (
  SELECT typed.*, CASE
${checks(s, byHand)
  .map(([when, column, text, reason]) => `    WHEN ${when} THEN {'column': '${column}', 'text': ${text}, 'reason': '${reason}'}`)
  .join('\n')}
    END AS bad
  FROM typed
)
SELECT * EXCLUDE (bad, revision_text, start_text, end_text, value_text, magnitude_text${byHand ? ', typed, is_copy, own_decimals' : ''}),
  bad."column" AS bad_column, left(bad."text", 200) AS bad_text, bad.reason AS reason
FROM judged`
}

/**
 * SQL that splits `checked` into `observation` (accepted rows, numbered by `row`) and `reject` (file, line, column, text, reason).
 * `checked` becomes `observation`: a copy of nearly all of its rows would take their memory once more.
 */
export function observationSql(schema: string, byHand = false): string[] {
  const s = ident(schema)
  const dropped = ['bad_column', 'bad_text', 'reason', ...(byHand ? ['understood'] : [])]
  return [
    `CREATE TABLE ${s}.reject AS SELECT file, record, line, bad_column AS "column", bad_text AS "text", reason
FROM ${s}.checked WHERE reason IS NOT NULL ORDER BY record`,
    `DELETE FROM ${s}.checked WHERE reason IS NOT NULL`,
    ...dropped.map((column) => `ALTER TABLE ${s}.checked DROP COLUMN ${column}`),
    `ALTER TABLE ${s}.checked RENAME COLUMN record TO "row"`,
    `ALTER TABLE ${s}.checked RENAME TO observation`,
  ]
}

/** Most cells have nothing to trim, and to look at both ends is quicker than to read every letter. */
function trimmed(column: string): string {
  return `CASE WHEN ${column} LIKE ' %' OR ${column} LIKE '% ' THEN trim(${column}) ELSE coalesce(${column}, '') END`
}

function checks(s: string, byHand: boolean): [string, string, string, string][] {
  const unknown = (column: string, where: string): [string, string, string, string] => [
    `NOT (${where})`,
    column,
    column,
    'unknown_code',
  ]
  return [
    unknown('territory_set', `territory_set IN ('63', '34')`),
    unknown('province_code', `territory_set || ':' || province_code IN (SELECT key FROM ${s}.territory)`),
    unknown('source_id', `source_id IN (SELECT id FROM ${s}.source)`),
    unknown('indicator_code', `indicator_code IN (SELECT code FROM ${s}.indicator)`),
    unknown(
      'breakdown_key',
      `breakdown_key = '' OR indicator_code || ' ' || breakdown_key IN (SELECT indicator || ' ' || "key" FROM ${s}.breakdown)`,
    ),
    unknown(
      'breakdown_value',
      `(breakdown_key = '' AND breakdown_value = '') OR breakdown_key || ' ' || breakdown_value IN (SELECT "key" || ' ' || value FROM ${s}.code)`,
    ),
    unknown('unit', `'unit ' || unit IN (SELECT "key" || ' ' || value FROM ${s}.code)`),
    unknown('unit_level', `unit_level IN ('tinh', 'huyen', 'xa', 'phong')`),
    unknown('level_relation', `level_relation IN ('', 'within', 'additional')`),
    unknown('period_basis', `period_basis IN ('stated', 'carried', 'as_of', 'not_stated')`),
    unknown('qualifier', `qualifier IN ('exact', 'at_least', 'about', 'at_most', 'unquantified')`),
    unknown('status', `status IN ('reported', 'provisional', 'estimated', 'suppressed', 'not_applicable')`),
    ['revision IS NULL', 'revision', 'revision_text', 'not_a_number'],
    [`start_text <> '' AND period_start IS NULL`, 'period_start', 'start_text', 'not_a_date'],
    [`end_text <> '' AND period_end IS NULL`, 'period_end', 'end_text', 'not_a_date'],
    ['period_end < period_start', 'period_end', 'end_text', 'end_before_start'],
    ...(byHand ? NOT_BY_HAND : []),
    [`value_text <> '' AND value IS NULL`, 'value', 'value_text', 'not_a_number'],
    [`magnitude_text <> '' AND magnitude IS NULL`, 'magnitude', 'magnitude_text', 'not_a_number'],
    [
      `value IS NULL AND qualifier <> 'unquantified' AND status NOT IN ('suppressed', 'not_applicable')`,
      'value',
      'value_text',
      'value_missing',
    ],
    [
      `value IS NOT NULL AND (qualifier = 'unquantified' OR status IN ('suppressed', 'not_applicable'))`,
      'value',
      'value_text',
      'value_unexpected',
    ],
  ]
}

/** What a table filled in by hand, or saved by Excel, has of things that are not what their writer meant. */
const NOT_BY_HAND: readonly [string, string, string, string][] = [
  ['is_copy', 'value', 'value_text', 'same_row'],
  // 8.968 is eight thousand to one writer and not yet nine to another; only a column of numbers says which.
  [`NOT typed AND regexp_full_match(value_text, '[-+]?[1-9][0-9]{0,2}([.][0-9]{3})+')`, 'value', 'value_text', 'point_in_number'],
  // Excel shows long numbers as 1.23E+09 and saves what it shows.
  [`NOT typed AND regexp_full_match(value_text, '.*[0-9][eE][-+]?[0-9]+')`, 'value', 'value_text', 'exponent'],
  [`value < 0`, 'value', 'value_text', 'negative'],
  [`abs(value) > 9007199254740991`, 'value', 'value_text', 'too_long'],
  [`own_decimals = 0 AND value <> floor(value)`, 'value', 'value_text', 'not_whole'],
  [`year(period_start) NOT BETWEEN 1900 AND 2100`, 'period_start', 'start_text', 'not_a_date'],
  [`year(period_end) NOT BETWEEN 1900 AND 2100`, 'period_end', 'end_text', 'not_a_date'],
]

function dateOf(column: string): string {
  return `CASE WHEN regexp_full_match(${column}, '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN TRY_CAST(${column} AS DATE) END`
}

/** Plain digits with an optional sign, point and exponent: what else DOUBLE would take ("inf", "1_000") is not a number here. */
function numberOf(column: string): string {
  return `CASE WHEN regexp_full_match(${column}, '[-+]?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?') AND isfinite(TRY_CAST(${column} AS DOUBLE)) THEN TRY_CAST(${column} AS DOUBLE) END`
}
