import { ident } from '../sql.ts'
import { handText } from './by-hand.ts'
import { cellChecks, knownIn } from './cell-checks.ts'
import { nearestCodeSql } from './nearest-code.ts'
import { OBSERVATION_COLUMNS } from './observation-columns.ts'

/**
 * SQL that types `raw` (all text, with its `file`, `record` and `line`) into `checked`: every row kept, with all that is wrong with it
 * in `faults`, a list of (`column`, `text`, `reason`, `within`), NULL for a good row; of one cell the first thing counts. `within` is
 * the code that the column's codes depend on. `columns` are those that the file has; of a file filled in `byHand` the cells are
 * understood first, and `checked` says how in `understood` and `names_read`.
 */
export function checkedSql(schema: string, columns: readonly string[], byHand = false): string {
  const s = ident(schema)
  const texts = OBSERVATION_COLUMNS.map(({ name }) =>
    columns.includes(name) ? `${trimmed(ident(name))} AS ${ident(name)}` : `'' AS ${ident(name)}`,
  )
  const text = byHand ? handText(schema, texts) : `text AS (SELECT file, record, line, ${texts.join(', ')} FROM ${s}.raw)`
  const cells = cellChecks(byHand)
  const faulty = cells.flatMap(({ checks }) => checks.map(([when]) => `(${when})`))
  const faults = cells.map(
    ({ column, text, within, checks }) =>
      `CASE ${checks.map(([when, reason]) => `WHEN ${when} THEN ${fault(column, text, reason, within)}`).join(' ')} END`,
  )
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
looked_up AS (
  SELECT typed.*,
    ${Object.entries(knownIn(s))
      .map(([name, where]) => `${where} AS ${name}`)
      .join(',\n    ')}
  FROM typed
),
judged AS (
  SELECT *, CASE WHEN ${faulty.join('\n    OR ')}
    THEN list_filter([${faults.join(',\n    ')}], lambda fault: fault IS NOT NULL) END AS faults
  FROM looked_up
)
SELECT * EXCLUDE (faults, ${Object.keys(knownIn(s)).join(', ')}, revision_text, start_text, end_text, value_text, magnitude_text${byHand ? ', typed, is_copy, own_decimals' : ''}),
  ${byHand ? withCopies('faults') : 'faults'} AS faults
FROM judged`
}

/**
 * SQL that splits `checked` into `observation` (accepted rows, numbered by `row`) and `reject` (for each thing wrong with a row its
 * file, record, line, column, text and reason). `checked` becomes `observation`: a copy of nearly all of its rows would take their
 * memory once more. Of files filled in `byHand`, a text that is no code has beside it the one that was probably meant.
 */
export function observationSql(schema: string, byHand = false): string[] {
  const s = ident(schema)
  const dropped = ['faults', ...(byHand ? ['understood', 'names_read'] : [])]
  const none = `near AS (SELECT '' AS near_code, '' AS near_vi, '' AS near_en, '' AS "column", '' AS within, '' AS "text" WHERE FALSE)`
  return [
    `CREATE TABLE ${s}.reject AS
WITH fault AS (
  SELECT file, record, line, nth, one."column", left(one."text", 200) AS "text", one.reason, one.within
  FROM (SELECT file, record, line, unnest(faults) AS one, generate_subscripts(faults, 1) AS nth FROM ${s}.checked WHERE faults IS NOT NULL)
),
${byHand ? nearestCodeSql(s) : none}
SELECT fault.* EXCLUDE (within), near_code, near_vi, near_en FROM fault LEFT JOIN near USING ("column", within, "text")
ORDER BY record, nth`,
    `DELETE FROM ${s}.checked WHERE faults IS NOT NULL`,
    ...dropped.map((column) => `ALTER TABLE ${s}.checked DROP COLUMN ${column}`),
    `ALTER TABLE ${s}.checked RENAME COLUMN record TO "row"`,
    `ALTER TABLE ${s}.checked RENAME TO observation`,
    ...(byHand ? [`DROP TABLE ${s}.name`] : []),
  ]
}

/** Most cells have nothing to trim, and to look at both ends is quicker than to read every letter. */
function trimmed(column: string): string {
  return `CASE WHEN ${column} LIKE ' %' OR ${column} LIKE '% ' THEN trim(${column}) ELSE coalesce(${column}, '') END`
}

/** SQL for one thing that is wrong with a row. */
function fault(column: string, text: string, reason: string, within: string): string {
  return `{'column': '${column}', 'text': ${text}, 'reason': '${reason}', 'within': ${within}}`
}

/** A row that is a copy of another is told so where nothing else is wrong with it: then the other one was accepted. */
function withCopies(faults: string): string {
  return `CASE WHEN ${faults} IS NULL AND is_copy THEN [${fault('value', 'value_text', 'same_row', `''`)}] ELSE ${faults} END`
}

function dateOf(column: string): string {
  return `CASE WHEN regexp_full_match(${column}, '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN TRY_CAST(${column} AS DATE) END`
}

/** Plain digits with an optional sign, point and exponent: what else DOUBLE would take ("inf", "1_000") is not a number here. */
function numberOf(column: string): string {
  return `CASE WHEN regexp_full_match(${column}, '[-+]?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?') AND isfinite(TRY_CAST(${column} AS DOUBLE)) THEN TRY_CAST(${column} AS DOUBLE) END`
}
