import type { BreakdownFilter } from '../../model/rules/breakdown.ts'
import type { Window } from '../../model/rules/time.ts'
import type { TerritoryRef } from '../../model/territory.ts'
import { territoryKey } from '../../model/territory.ts'
import { comparePeriodSql } from '../resolve/compare-period.ts'
import { ident, literal, literalList } from '../sql.ts'
import { combinedSql, STATE, VALUED } from './combined.ts'
import { type AskedWindow, hasParts, pickedCtes } from './picked.ts'
import { ratioCtes } from './ratio.ts'

/** What figures are asked for. */
export interface FigureQuestion {
  readonly schema: string
  /** Null: the latest of each. */
  readonly window: Window | null
  /** Indicator codes; null for all. */
  readonly indicators: readonly string[] | null
  /** Territories; null for all. */
  readonly territories: readonly TerritoryRef[] | null
  readonly filter: BreakdownFilter
  /** Several windows at once, for a series over time: they stand in the place of `window`, see `readBuckets`. */
  readonly buckets?: readonly AskedWindow[]
}

/** SQL that answers with one row per figure, in the order of `inFigureOrder`; read with `readFigures`. The same rules as `figuresOf`. */
export function figuresSql(question: FigureQuestion): string {
  const s = ident(question.schema)
  const { indicators } = question
  const windows = question.buckets ?? (question.window && [question.window])
  return `WITH candidate AS NOT MATERIALIZED (
  SELECT * FROM ${s}.figure_row WHERE ${[`left_out IS NULL`, ...narrowed(s, question)].join(' AND ')}
),
${pickedCtes(s, windows)},
kept AS (
  SELECT picked.*, coalesce(b.rule, 'not_additive') AS rule
  FROM picked LEFT JOIN ${s}.breakdown b ON b.indicator = indicator_code AND b."key" = breakdown_key
  WHERE ${keptWhere(s, question.filter)}
),
total AS (SELECT DISTINCT bucket, topic FROM kept WHERE breakdown_key = ''),
first_key AS (SELECT bucket, topic, min(breakdown_key) AS breakdown_key FROM kept WHERE rule = 'additive' GROUP BY bucket, topic),
summed AS (SELECT kept.* FROM kept JOIN first_key USING (bucket, topic, breakdown_key) WHERE ${sumWhere(question.filter)}),
${hasParts(windows) ? 'found' : 'grouped'} AS (
  SELECT bucket, figure, ${SHARED}, CASE WHEN any_value(breakdown_key) = '' THEN 'total' ELSE 'part' END AS basis, ${combinedSql('figure')}
  FROM kept GROUP BY bucket, figure
  UNION ALL BY NAME
  SELECT bucket, ${SHARED}, 'parts_sum' AS basis, ${combinedSql('sum')}
  FROM summed GROUP BY bucket, division
),
${hasParts(windows) ? TAKEN_OVER : ''}${VALUED},
timed AS (SELECT *, ${windows === null ? NO_WINDOW : IN_WINDOW} FROM valued),
stated AS (
  SELECT *, ${STATE} AS state,
    value IS NOT NULL AND NOT low AND NOT high AND NOT approx AS is_exact,
    ${standsAlone(question.filter)} AS stands
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
${ratioCtes(s, question.filter)},
${ANSWER}
SELECT * FROM answer ${indicators ? `WHERE indicator_code IN ${literalList(indicators)} ` : ''}ORDER BY bucket, concat_ws('|', territory_set, province_code, indicator_code, scope, breakdown_key, basis, breakdown_values)`
}

/** Figures of a part of a window that are those of the window, in the days of the part. */
const TAKEN_OVER = `grouped AS (
  SELECT * FROM found
  UNION ALL BY NAME
  SELECT found.* REPLACE (alike.bucket AS bucket, alike.bucket_from AS bucket_from, alike.bucket_to AS bucket_to)
  FROM found JOIN alike ON alike.topic = found.topic AND alike.bucket_of = found.bucket WHERE found.aggregation = 'sum'
),
`

/** What all rows of one figure, or of the parts of one sum, have in common. */
const SHARED = ['topic', 'division', 'territory_set', 'province_code', 'indicator_code', 'figure_scope', 'breakdown_key', 'rule']
  .map((column) => `any_value(${column}) AS ${column}`)
  .join(', ')

/** A ratio needs its counts, asked for or not. */
function narrowed(s: string, { indicators, territories }: FigureQuestion): string[] {
  const parts: string[] = []
  if (indicators) {
    const asked = literalList(indicators)
    const counts = ['numerator', 'denominator'].map(
      (count) => `SELECT ${count} FROM ${s}.indicator WHERE code IN ${asked} AND ${count} IS NOT NULL`,
    )
    parts.push(`(indicator_code IN ${asked} OR indicator_code IN (${counts.join(' UNION ALL ')}))`)
  }
  if (territories) parts.push(`territory_set || ':' || province_code IN ${literalList(territories.map(territoryKey))}`)
  return parts
}

/** A filter keeps chosen values of a breakdown; an indicator without that breakdown is left alone, its total is not an answer. */
export function keptWhere(s: string, filter: BreakdownFilter): string {
  const keys = Object.keys(filter)
  if (keys.length === 0) return 'TRUE'
  const chosen = keys.map((key) => `(breakdown_key = ${literal(key)} AND breakdown_value IN ${literalList(filter[key] ?? [])})`)
  return `indicator_code NOT IN (SELECT indicator FROM ${s}.breakdown WHERE "key" IN ${literalList(keys)}) OR ${chosen.join(' OR ')}`
}

function sumWhere(filter: BreakdownFilter): string {
  const noTotal = `NOT EXISTS (SELECT 1 FROM total WHERE total.bucket = kept.bucket AND total.topic = kept.topic)`
  if (Object.keys(filter).length === 0) return noTotal
  return `CASE WHEN ${isFiltered(filter)} THEN (
    SELECT count(DISTINCT k.breakdown_value) > 1 FROM kept k
    WHERE k.bucket = kept.bucket AND k.topic = kept.topic AND k.breakdown_key = kept.breakdown_key)
  ELSE ${noTotal} END`
}

function standsAlone(filter: BreakdownFilter): string {
  const whole = `basis <> 'part' OR rule <> 'additive'`
  if (Object.keys(filter).length === 0) return whole
  return `${whole} OR (${isFiltered(filter)} AND NOT bool_or(basis = 'parts_sum') OVER (PARTITION BY bucket, division))`
}

function isFiltered(filter: BreakdownFilter): string {
  return `breakdown_key IN ${literalList(Object.keys(filter))}`
}

/**
 * Rule 7: the texts that tell whether two figures are of one period: `own_period` inside a territory, where `own_time` has only the day
 * of a stock; `compare_period` between territories.
 */
const NO_WINDOW = `FALSE AS covered, NULL::INTEGER AS days_of, first_period_key AS own_period,
    ${comparePeriodSql('first_end', 'first_period_key')} AS own_time, ${comparePeriodSql('first_end', 'first_period_key')} AS compare_period`

const WHOLE = `'W:' || coalesce(CAST(bucket_from AS VARCHAR), '') || '/' || coalesce(CAST(bucket_to AS VARCHAR), '')`
const DAYS_OF = `CAST(date_diff('day', bucket_from, bucket_to) + 1 AS INTEGER)`
const FLOW = `CASE WHEN days = ${DAYS_OF} THEN ${WHOLE} ELSE 'P:' || spans END`

const IN_WINDOW = `aggregation = 'sum' AS covered, CASE WHEN aggregation = 'sum' THEN ${DAYS_OF} END AS days_of,
    CASE WHEN aggregation = 'sum' THEN ${FLOW} ELSE first_period_key END AS own_period,
    CASE WHEN aggregation = 'sum' THEN ${FLOW} ELSE ${comparePeriodSql('first_end', 'first_period_key')} END AS own_time,
    CASE aggregation WHEN 'sum' THEN ${FLOW} WHEN 'last' THEN ${WHOLE} ELSE first_period_key END AS compare_period`

/** The columns that `readFigures` reads. */
const ANSWER = `answer AS (
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
)`
