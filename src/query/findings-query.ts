import type { PeriodBasis } from '../model/observation.ts'
import type { ResultSet } from '../model/result-set.ts'
import { ROW_CLASS, type RowClass } from './quality-query.ts'
import { comparePeriodSql } from './resolve/compare-period.ts'
import { type ReportedRow, readRows } from './rows-query.ts'
import { ident, literal } from './sql.ts'

/** What somebody may want to look into. */
export type FindingKind = (typeof FINDING_KINDS)[number]

export const FINDING_KINDS = [
  /** Figures that the package says need verification. */
  'verify',
  /** A printed total that differs from the sum of its parts. */
  'mismatch',
  /** A figure of a long period that differs from the sum of the shortest ones in it, or else of the longest, that cover exactly its days. */
  'finer',
  /** Two reports of one thing whose days overlap, without one lying inside the other. */
  'crossing',
  /** Two sources that say something else of the same. */
  'sources',
  /** Several entries of one source for the same: they were added. */
  'same_key',
] as const

/** One thing to look into, by the row that it is about and, where it is about two, another one. */
export interface Finding extends ReportedRow {
  readonly period: {
    readonly start: string | null
    readonly end: string | null
    readonly basis: PeriodBasis
    readonly duration: string
  }
  readonly verify: { readonly vi: string; readonly en: string }
  readonly other: Pick<ReportedRow, 'row' | 'file' | 'line' | 'printed' | 'sourceId' | 'locator'> | null
  /** The two numbers that differ; of `same_key` their sum. Null where there is no number. */
  readonly here: number | null
  readonly there: number | null
  /** Of a mismatch the breakdown whose parts were added. */
  readonly byKey: string
  /** How many rows stand on the other side: parts, shorter periods, entries. */
  readonly terms: number
}

/** SQL for the findings of a kind, the first `most` in the order of the file, with `all_rows`: how many there are. */
export function findingsSql(schema: string, kind: FindingKind, most: number): string {
  return listSql(schema, FOUND[kind](ident(schema)), most)
}

/** SQL for the rows of a class of the account; read like findings. */
export function classRowsSql(schema: string, name: RowClass, most: number): string {
  return listSql(schema, `found AS (${alone(`${ident(schema)}.figure_row WHERE ${ROW_CLASS} = ${literal(name)}`)})`, most)
}

export function readFindings(result: ResultSet): { readonly findings: readonly Finding[]; readonly all: number } {
  const { rows, all } = readRows(result)
  const findings = rows.map((row, at): Finding => {
    const cell = (name: string) => result.columns[name]?.[at] ?? null
    const text = (name: string) => String(cell(name) ?? '')
    const number = (name: string) => (cell(name) === null ? null : Number(cell(name)))
    const day = (name: string) => (cell(name) === null ? null : text(name))
    const other = number('other')
    return {
      ...row,
      period: {
        ...{ start: day('period_start'), end: day('period_end') },
        ...{ basis: text('period_basis') as PeriodBasis, duration: text('duration_stated') },
      },
      verify: { vi: text('verify_vi'), en: text('verify_en') },
      other:
        other === null
          ? null
          : {
              ...{ row: other, file: Number(text('other_file')), line: Number(text('other_line')) },
              ...{ printed: text('other_printed'), sourceId: text('other_source'), locator: text('other_locator') },
            },
      here: number('here'),
      there: number('there'),
      byKey: text('by_key'),
      terms: Number(text('terms')),
    }
  })
  return { findings, all }
}

/** `ctes` ends with one named `found`: row, other, here, there, by_key, terms. */
function listSql(schema: string, ctes: string, most: number): string {
  const s = ident(schema)
  return `WITH ${ctes},
first AS MATERIALIZED (SELECT *, count(*) OVER () AS all_rows FROM found ORDER BY "row", other LIMIT ${most})
SELECT CAST(o."row" AS INTEGER) AS "row", o.file, CAST(o.line AS INTEGER) AS line, o.territory_set || ':' || o.province_code AS place, o.indicator_code,
  o.breakdown_key, o.breakdown_value, o.printed, o.value, o.unit, o.scope_vi, o.scope_en, o.unit_name, o.source_id, o.locator,
  CAST(o.period_start AS VARCHAR) AS period_start, CAST(o.period_end AS VARCHAR) AS period_end, o.period_basis, o.duration_stated,
  o.verify_vi, o.verify_en, CAST(first.other AS INTEGER) AS other, x.file AS other_file, CAST(x.line AS INTEGER) AS other_line,
  x.printed AS other_printed, x.source_id AS other_source, x.locator AS other_locator,
  here, there, by_key, CAST(terms AS INTEGER) AS terms, CAST(all_rows AS INTEGER) AS all_rows
FROM (SELECT * FROM ${s}.observation WHERE "row" IN (SELECT "row" FROM first)) o JOIN first ON first."row" = o."row"
LEFT JOIN (SELECT * FROM ${s}.observation WHERE "row" IN (SELECT other FROM first)) x ON x."row" = first.other
ORDER BY o."row", first.other`
}

/** Rows that are found by themselves, of a table and its condition. */
function alone(from: string): string {
  return `SELECT "row", NULL::BIGINT AS other, NULL::DOUBLE AS here, NULL::DOUBLE AS there, '' AS by_key, 1 AS terms FROM ${from}`
}

/** Whether the rows of a group have an exact number together (rules 1 and 6). */
const IS_EXACT = `bool_and(value IS NOT NULL AND qualifier NOT IN ('at_least', 'at_most', 'about'))
    AND count(DISTINCT unit) = 1 AND (any_value(aggregation) IN ('sum', 'last') OR count(*) = 1)`

const differ = (a: string, b: string) => `abs(${a} - ${b}) > 1e-9 * greatest(1, abs(${b}))`

/**
 * Flows by what they say and the days that they are of, and how these days lie to each other. Few stretches of days stand for many
 * rows, so the stretches are compared, not the rows.
 */
const spans = (s: string) => `flow AS MATERIALIZED (
  SELECT cell, period_start, period_end, min("row") AS "row", sum(value)::DOUBLE AS value, any_value(unit) AS unit, ${IS_EXACT} AS is_exact
  FROM ${s}.figure_row WHERE left_out IS NULL AND aggregation = 'sum' AND period_start IS NOT NULL AND period_end IS NOT NULL
  GROUP BY cell, period_start, period_end
),
span AS MATERIALIZED (
  SELECT *, CAST(row_number() OVER () AS INTEGER) AS span FROM (SELECT DISTINCT period_start, period_end FROM flow)
),
dated AS MATERIALIZED (
  SELECT cell, span, "row", value, unit, is_exact, date_diff('day', period_start, period_end) + 1 AS days
  FROM flow JOIN span USING (period_start, period_end)
)`

const FOUND: Readonly<Record<FindingKind, (s: string) => string>> = {
  verify: (s) => `found AS (${alone(`${s}.figure_row WHERE needs_verification`)})`,
  mismatch: (s) => `told AS MATERIALIZED (
  SELECT topic, period_key, breakdown_key, any_value(unit) AS unit, sum(value)::DOUBLE AS value, ${IS_EXACT} AS is_exact,
    min("row") AS "row", count(*) AS terms
  FROM ${s}.figure_row LEFT JOIN ${s}.breakdown b ON b.indicator = indicator_code AND b."key" = breakdown_key
  WHERE left_out IS NULL AND (breakdown_key = '' OR b.rule = 'additive')
  GROUP BY topic, period_key, breakdown_key
),
found AS (
  SELECT total."row", part."row" AS other, total.value AS here, part.value AS there, part.breakdown_key AS by_key, part.terms
  FROM told total JOIN told part USING (topic, period_key, unit)
  WHERE total.breakdown_key = '' AND part.breakdown_key <> '' AND total.is_exact AND part.is_exact
    AND ${differ('part.value', 'total.value')}
)`,
  finer: (s) => `${spans(s)},
inside AS MATERIALIZED (
  SELECT outer_span.span AS span, inner_span.span AS finer FROM span outer_span JOIN span inner_span
    ON outer_span.period_start <= inner_span.period_start AND inner_span.period_end <= outer_span.period_end AND outer_span.span <> inner_span.span
),
held AS MATERIALIZED (
  SELECT long.cell, long.span, inside.finer FROM dated long JOIN inside USING (span) JOIN dated short ON short.cell = long.cell AND short.span = inside.finer
),
deeper AS MATERIALIZED (SELECT DISTINCT held.cell, held.span, inner_held.finer FROM held JOIN held inner_held ON inner_held.cell = held.cell AND inner_held.span = held.finer),
chosen AS (
  SELECT *, 1 AS way FROM held WHERE (cell, finer) NOT IN (SELECT (cell, span) FROM held)
  UNION ALL
  SELECT *, 2 AS way FROM held WHERE (cell, span, finer) NOT IN (SELECT (cell, span, finer) FROM deeper)
),
covered AS (
  SELECT cell, chosen.span, way, min(short."row") AS other, sum(short.value)::DOUBLE AS there, sum(short.days) AS days, count(*) AS terms,
    bool_and(short.is_exact) AND count(DISTINCT short.unit) = 1 AS is_exact, any_value(short.unit) AS unit
  FROM chosen JOIN dated short USING (cell) WHERE short.span = chosen.finer GROUP BY cell, chosen.span, way
),
compared AS (
  SELECT long."row", covered.other, long.value AS here, covered.there, '' AS by_key, covered.terms
  FROM covered JOIN dated long USING (cell, span)
  WHERE covered.terms > 1 AND covered.days = long.days AND covered.is_exact AND long.is_exact AND covered.unit = long.unit
  QUALIFY row_number() OVER (PARTITION BY cell, span ORDER BY way) = 1
),
found AS (SELECT * FROM compared WHERE ${differ('there', 'here')})`,
  crossing: (s) => `${spans(s)},
across AS MATERIALIZED (
  SELECT early.span AS span, late.span AS other FROM span early JOIN span late
    ON early.period_start < late.period_start AND late.period_start <= early.period_end AND late.period_end > early.period_end
),
begun AS MATERIALIZED (SELECT cell, span, "row", value, other FROM dated JOIN across USING (span)),
found AS (
  SELECT begun."row", late."row" AS other, begun.value AS here, late.value AS there, '' AS by_key, 2 AS terms
  FROM begun JOIN dated late ON late.cell = begun.cell AND late.span = begun.other
)`,
  sources: (s) => `current AS (SELECT *, ${comparePeriodSql('period_end', 'period_key')} AS moment FROM ${s}.figure_row),
disputed AS MATERIALIZED (SELECT DISTINCT cell, moment FROM current WHERE left_out = 'other_source'),
told AS MATERIALIZED (
  SELECT cell, moment, source_id, bool_or(left_out = 'other_source') AS is_other, min("row") AS "row", sum(value)::DOUBLE AS value,
    string_agg(concat_ws(' ', qualifier, magnitude, unit, CASE WHEN value IS NULL THEN status END), ',' ORDER BY "row") AS manner, count(*) AS terms
  FROM current JOIN disputed USING (cell, moment) WHERE left_out IS DISTINCT FROM 'revised'
  GROUP BY cell, moment, source_id, report
),
found AS (
  SELECT chosen."row", other."row" AS other, chosen.value AS here, other.value AS there, '' AS by_key, other.terms
  FROM told chosen JOIN told other USING (cell, moment)
  WHERE chosen.is_other IS NOT TRUE AND other.is_other AND chosen.source_id <> other.source_id
    AND CASE WHEN chosen.value IS NULL OR other.value IS NULL THEN chosen.value IS DISTINCT FROM other.value OR chosen.manner <> other.manner
      ELSE ${differ('other.value', 'chosen.value')} OR chosen.manner <> other.manner END
)`,
  same_key: (s) => `found AS (
  SELECT min("row") AS "row", max("row") AS other, CASE WHEN ${IS_EXACT} THEN sum(value)::DOUBLE END AS here, NULL::DOUBLE AS there, '' AS by_key, count(*) AS terms
  FROM ${s}.figure_row WHERE left_out IS NULL GROUP BY cell, report HAVING count(*) > 1
)`,
}
