import type { DatasetMeta } from '../../model/dataset.ts'
import { codeNames } from '../../model/rules/code-names.ts'
import type { NameRead } from '../../model/understood.ts'
import { foldedSql } from '../folded-sql.ts'
import { ident, literal } from '../sql.ts'

/** Columns that take a code, in the order in which their cells are read, with what their codes depend on. */
const NAMED: readonly (readonly [column: string, within: string | null])[] = [
  ['territory_set', null],
  ['province_code', 'territory_set'],
  ['indicator_code', null],
  ['breakdown_key', 'indicator_code'],
  ['breakdown_value', 'breakdown_key'],
  ...(['unit', 'unit_level', 'level_relation', 'period_basis', 'qualifier', 'status'] as const).map(
    (column) => [column, null] as const,
  ),
]

/** SQL that creates the table `name`: what people write in the place of a code, folded, with the code. */
export function nameTableSql(meta: DatasetMeta): string[] {
  const table = `${ident(meta.schema)}.name`
  const rows = codeNames(meta).map(({ column, within, name, code, label }) => [column, within, name, code, label.vi, label.en])
  return [
    `CREATE TABLE ${table} ("column" VARCHAR, within VARCHAR, name VARCHAR, code VARCHAR, label_vi VARCHAR, label_en VARCHAR)`,
    ...(rows.length > 0
      ? [`INSERT INTO ${table} VALUES ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')}`]
      : []),
  ]
}

/**
 * SQL for the CTEs behind `given` up to `named`: its rows with every cell that is no code but the name of one read as that code, and
 * in `names_read` which were (NULL where none was). Each different cell is folded once.
 */
export function namedText(schema: string): string {
  const s = ident(schema)
  const said = NAMED.map(([column]) => `SELECT DISTINCT '${column}' AS "column", ${column} AS said FROM given`)
  const meant = (column: string | null) => {
    const at = NAMED.findIndex(([name]) => name === column)
    return at < 0 ? `''` : `coalesce(m${at}.code, given.${column})`
  }
  const joins = NAMED.map(
    ([column, within], at) =>
      `LEFT JOIN meant m${at} ON m${at}."column" = '${column}' AND m${at}.said = given.${column} AND m${at}.within = ${meant(within)}`,
  )
  const read = NAMED.map(
    ([column], at) =>
      `CASE WHEN m${at}.code IS NOT NULL THEN {'column': '${column}', 'said': given.${column}, 'code': m${at}.code} END`,
  )
  return `said AS (
  SELECT "column", said, coalesce(nullif(trim(${foldedSql('said')}), ''), lower(said)) AS name
  FROM (${said.join(' UNION ALL ')}) WHERE said <> ''
),
meant AS MATERIALIZED (
  SELECT said."column", name.within, said.said, name.code FROM said JOIN ${s}.name USING ("column", name)
  WHERE (said."column", name.within, said.said) NOT IN (SELECT ("column", within, code) FROM ${s}.name)
),
named AS (
  SELECT given.* REPLACE (${NAMED.map(([column]) => `${meant(column)} AS ${column}`).join(', ')}),
    CASE WHEN coalesce(${NAMED.map((_, at) => `m${at}.code`).join(', ')}) IS NOT NULL
      THEN list_filter([${read.join(', ')}], lambda one: one IS NOT NULL) END AS names_read
  FROM given ${joins.join('\n  ')}
)`
}

/** SQL for one text that `readNamesRead` reads: which names were read as which code in the accepted rows of `checked`. */
export function namesReadSql(schema: string): string {
  return `SELECT coalesce(string_agg(concat_ws(chr(31), "column", translate(said, chr(30) || chr(31), '  '), code, n), chr(30) ORDER BY n DESC, "column", said), '') FROM (
  SELECT one."column", one.said, one.code, count(*) AS n
  FROM (SELECT unnest(names_read) AS one FROM ${ident(schema)}.checked WHERE faults IS NULL AND names_read IS NOT NULL)
  GROUP BY ALL ORDER BY n DESC, one."column", one.said LIMIT ${MOST_NAMES}
)`
}

const MOST_NAMES = 500

/** The most frequent first. */
export function readNamesRead(text: string): NameRead[] {
  const entries = text === '' ? [] : text.split('\u001E')
  return entries.map((entry) => {
    const [column = '', said = '', code = '', rows = '0'] = entry.split('\u001F')
    return { column, said, code, rows: Number(rows) }
  })
}
