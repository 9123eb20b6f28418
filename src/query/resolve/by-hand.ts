import type { Understood } from '../../model/understood.ts'
import { ident } from '../sql.ts'
import { namedText } from './name-table.ts'
import { OBSERVATION_COLUMNS } from './observation-columns.ts'

/** Id of the source that stands for a file whose rows name none; `file` counts from 0. */
export function fileSource(file: number): string {
  return `${FILE_SOURCE}${file + 1}`
}

const FILE_SOURCE = 'tep-'

/**
 * SQL for the CTE `text` over the table `raw` of files that people fill in by hand: what an empty cell or the name of a code means
 * stands in it, and `understood` has the tags of `Understood`, joined by commas. Nothing is understood that could mean two things.
 */
export function handText(schema: string, texts: readonly string[]): string {
  const s = ident(schema)
  const meanings = [...MEANINGS, ...QUIET.map(([column, then]) => [null, column, `${column} = ''`, then] as const)]
  const columns = meanings.map(([, column, when, then]) => `CASE WHEN ${when} THEN ${then} ELSE ${column} END AS ${column}`)
  const tags = [...MEANINGS, READ_NAME].map(([tag, , when]) => `CASE WHEN ${when} THEN '${tag}' END`)
  return `given AS (SELECT file, record, line, typed, ${texts.join(', ')} FROM ${s}.raw),
${namedText(schema)},
dated AS (
  SELECT file, NOT bool_or(${DAYS.map((day) => `regexp_full_match(${day}, '${MONTH_FIRST}')`).join(' OR ')}) AS days_first
  FROM given GROUP BY file
),
known AS (
  SELECT named.*, days_first, i.unit AS own_unit, i.aggregation AS aggregation, i.decimals AS own_decimals, c.unit AS part_unit
  FROM named JOIN dated USING (file)
  LEFT JOIN ${s}.indicator i ON i.code = indicator_code
  LEFT JOIN ${s}.code c ON breakdown_key <> '' AND c."key" = breakdown_key AND c.value = breakdown_value
),
text AS (
  SELECT * EXCLUDE (days_first, own_unit, aggregation, part_unit) REPLACE (${columns.join(',\n    ')}),
    row_number() OVER (PARTITION BY CASE WHEN source_id = '' THEN file END, province_code, indicator_code, "value", hash(${ALL_BUT_ID}) ORDER BY record) > 1 AS is_copy,
    array_to_string(list_distinct(list_filter([${tags.join(', ')}], lambda tag: tag IS NOT NULL)), ',') AS understood
  FROM known
)`
}

/** SQL for one text that `readUnderstood` reads: how many accepted rows of `checked` were understood in which way. */
export function understoodSql(schema: string): string {
  return `SELECT coalesce(string_agg(tag || ' ' || n, ',' ORDER BY tag), '') FROM (
  SELECT tag, count(*) AS n FROM (
    SELECT unnest(string_split(understood, ',')) AS tag FROM ${ident(schema)}.checked WHERE faults IS NULL AND understood <> ''
  ) GROUP BY tag
)`
}

/** Accepted rows by what was understood in them. */
export function readUnderstood(text: string): ReadonlyMap<Understood, number> {
  const entries = text === '' ? [] : text.split(',')
  return new Map(entries.map((entry) => entry.split(' ')).map(([tag, n]) => [tag as Understood, Number(n)]))
}

/** Rows with equal cells say the same thing once, whatever number somebody gave them. */
const ALL_BUT_ID = OBSERVATION_COLUMNS.map(({ name }) => name)
  .filter((name) => name !== 'observation_id')
  .map(ident)
  .join(', ')

const DAYS = ['period_start', 'period_end'] as const
/** `31/12/2024`, as Excel writes a day under Vietnamese settings. */
const SLASHED = '[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}'
/** A date that can only have its month first: then every other date of the file could mean two days, and none is understood. */
const MONTH_FIRST = '(0?[1-9]|1[0-2])/(1[3-9]|[2-9][0-9])/[0-9]{4}'

/** Tag, column, when a cell means something else than it says, and what. */
const MEANINGS: readonly (readonly [Understood, string, string, string])[] = [
  ['source', 'source_id', `source_id = ''`, `'${FILE_SOURCE}' || (file + 1)`],
  // Excel takes 01 for a number and writes 1.
  ['province', 'province_code', `regexp_full_match(province_code, '[1-9]')`, `'0' || province_code`],
  ['level', 'unit_level', `unit_level = '' AND scope_vi = ''`, `'tinh'`],
  [
    'basis',
    'period_basis',
    `period_basis = ''`,
    `CASE WHEN period_start = '' AND period_end = '' THEN 'not_stated' WHEN period_start = '' AND aggregation = 'last' THEN 'as_of' ELSE 'stated' END`,
  ],
  ['unit', 'unit', `unit = ''`, `coalesce(part_unit, own_unit, '')`],
  ['qualifier', 'qualifier', `qualifier = ''`, `'exact'`],
  ...DAYS.map(
    (day) =>
      [
        'date',
        day,
        `days_first AND regexp_full_match(${day}, '${SLASHED}')`,
        `coalesce(strftime(try_strptime(${day}, '%d/%m/%Y'), '%Y-%m-%d'), ${day})`,
      ] as const,
  ),
]

const READ_NAME: readonly [Understood, null, string] = ['name', null, 'names_read IS NOT NULL']

/** What an empty cell shows, without a number hanging on it. */
const QUIET: readonly (readonly [string, string])[] = [
  ['scope_en', 'scope_vi'],
  ['period_note_en', 'period_note_vi'],
  ['verify_en', 'verify_vi'],
  ['note_en', 'note_vi'],
  ['printed', '"value"'],
]
