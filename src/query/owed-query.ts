import type { Dataset } from '../model/dataset.ts'
import type { ExpectedReport, OwedGrain } from '../model/expected-report.ts'
import type { ResultSet } from '../model/result-set.ts'
import { type OwedStretch, owedAround, owedStretches } from '../model/rules/owed-stretches.ts'
import { groupBy } from '../model/rules/standing.ts'
import type { Window } from '../model/rules/time.ts'
import type { TerritoryKey, TerritoryRef, TerritorySet } from '../model/territory.ts'
import { ident, literal } from './sql.ts'

/** What the reporters of one list owe of one indicator for one stretch of days, and how many of them have sent it. */
export interface OwedCount {
  readonly territorySet: TerritorySet
  readonly indicator: string
  readonly grain: OwedGrain
  /** Inclusive ISO days of the stretch, and the last day on which its figure comes in time. */
  readonly start: string
  readonly end: string
  readonly due: string
  /** Whether what is missing was due before the day up to which reports were gathered. */
  readonly overdue: boolean
  readonly owed: number
  readonly received: number
  /** Who has not sent it, in order of code. */
  readonly missing: readonly TerritoryRef[]
}

/** One report that has not come. */
export interface Owed extends Pick<OwedCount, 'indicator' | 'grain' | 'start' | 'end' | 'due' | 'overdue'> {
  readonly territory: TerritoryRef
  readonly received: false
  /** The units of a view, on its list of provinces, whose report it is. */
  readonly units?: readonly TerritoryKey[]
}

/**
 * SQL for which owed reports are there, one row for each stretch that lies in the window; without one, for the newest stretch of
 * each indicator and grain that was over when reports were gathered. `indicators` null asks for all. Read with `readOwedCounts`
 * or `readOwed`.
 *
 * A stretch is received with a row of the province's own, number or words, whole or part, that is of its days, or of days that
 * hold them and are at most twice as long (a late report for two months), or whose as-of date lies in it, unless it is a flow. A
 * longer row whose own days are owed as well makes good only those.
 */
export function owedSql(dataset: Dataset, window: Window | null, indicators: readonly string[] | null): string {
  const s = ident(dataset.schema)
  const owed = owedOf(dataset, window, indicators)
  const around = owed.flatMap(aroundRows)
  return `WITH stretch (nth, territory_set, indicator_code, grain, first, last, due, most_days, overdue) AS (
  ${owed.length === 0 ? NOTHING_OWED : `VALUES ${owed.map(stretchRow).join(',\n  ')}`}
),
around (nth, first, last) AS (
  ${around.length === 0 ? NOTHING_AROUND : `VALUES ${around.join(',\n  ')}`}
),
told AS (
  SELECT territory_set, province_code, indicator_code, report, any_value(aggregation) <> 'sum' AS is_stock,
    any_value(period_start) AS period_start, any_value(period_end) AS period_end
  FROM ${s}.figure_row
  WHERE unit_level = 'tinh' AND scope_vi = '' AND left_out IS DISTINCT FROM 'revised'
    AND indicator_code IN (SELECT indicator_code FROM stretch)
    AND period_end >= (SELECT min(first) FROM stretch) AND (period_start IS NULL OR period_start <= (SELECT max(last) FROM stretch))
  GROUP BY territory_set, province_code, indicator_code, report
),
period AS (SELECT DISTINCT territory_set, indicator_code, report, is_stock, period_start, period_end FROM told),
fit AS (
  SELECT nth, territory_set, indicator_code, report FROM stretch JOIN period USING (territory_set, indicator_code)
  WHERE is_stock AND period_end BETWEEN first AND last
  UNION ALL
  SELECT nth, territory_set, indicator_code, report FROM stretch JOIN period USING (territory_set, indicator_code)
  ANTI JOIN around ON around.nth = stretch.nth AND around.first = period_start AND around.last = period_end
  WHERE period_start <= stretch.first AND period_end >= stretch.last AND date_diff('day', period_start, period_end) < most_days
),
received AS (SELECT DISTINCT nth, province_code FROM fit JOIN told USING (territory_set, indicator_code, report)),
reporter AS (SELECT split_part("key", ':', 1) AS territory_set, split_part("key", ':', 2) AS province_code FROM ${s}.reporter)
SELECT territory_set, indicator_code, grain, CAST(first AS VARCHAR) AS start, CAST(last AS VARCHAR) AS "end", CAST(due AS VARCHAR) AS due, overdue,
  CAST(count(*) AS INTEGER) AS owed, CAST(count(received.nth) AS INTEGER) AS received,
  coalesce(string_agg(CASE WHEN received.nth IS NULL THEN province_code END, ',' ORDER BY province_code), '') AS missing
FROM stretch JOIN reporter USING (territory_set) LEFT JOIN received USING (nth, province_code)
GROUP BY nth, territory_set, indicator_code, grain, first, last, due, overdue ORDER BY nth`
}

/** In the order of the package's rules, each from its oldest stretch on. */
export function readOwedCounts(result: ResultSet): OwedCount[] {
  return Array.from({ length: result.length }, (_, at) => {
    const text = (name: string) => String(result.columns[name]?.[at] ?? '')
    const set = text('territory_set') as TerritorySet
    return {
      territorySet: set,
      indicator: text('indicator_code'),
      grain: text('grain') as OwedGrain,
      start: text('start'),
      end: text('end'),
      due: text('due'),
      overdue: result.columns.overdue?.[at] === true,
      owed: Number(text('owed')),
      received: Number(text('received')),
      missing:
        text('missing') === ''
          ? []
          : text('missing')
              .split(',')
              .map((code) => ({ set, code })),
    }
  })
}

/** Every report that has not come, of the same answer. */
export function readOwed(result: ResultSet): Owed[] {
  return readOwedCounts(result).flatMap(({ indicator, grain, start, end, due, overdue, missing }) =>
    missing.map((territory) => ({ territory, indicator, grain, start, end, due, overdue, received: false })),
  )
}

interface Asked extends OwedStretch {
  readonly rule: ExpectedReport
  readonly overdue: boolean
  /** All stretches that are owed of the indicator on the list, in the window or not. */
  readonly beside: readonly OwedStretch[]
}

const NOTHING_OWED = `SELECT 0, '', '', '', NULL::DATE, NULL::DATE, NULL::DATE, 0, FALSE WHERE FALSE`
const NOTHING_AROUND = 'SELECT 0, NULL::DATE, NULL::DATE WHERE FALSE'

function owedOf(dataset: Dataset, window: Window | null, indicators: readonly string[] | null): Asked[] {
  const today = dataset.asOf ?? dataset.latestDay ?? ''
  const rules = dataset.expected.filter(
    ({ indicator, lower }) => !lower && (indicators === null || indicators.includes(indicator)),
  )
  const subject = ({ territorySet, indicator }: ExpectedReport) => `${territorySet} ${indicator}`
  const made = rules.map((rule) => ({ rule, stretches: owedStretches(rule, dataset.calendar) }))
  const bySubject = groupBy(made, ({ rule }) => subject(rule))
  const all = made.flatMap(({ rule, stretches }) => {
    const beside = bySubject.get(subject(rule))?.flatMap((one) => one.stretches) ?? []
    return stretches.map((stretch) => ({ ...stretch, rule, overdue: stretch.due < today, beside }))
  })
  return window === null ? newestOf(all.filter(({ end }) => end <= today)) : all.filter((stretch) => liesIn(stretch, window))
}

function liesIn({ start, end }: OwedStretch, { from, to }: Window): boolean {
  return (from === null || start >= from) && (to === null || end <= to)
}

function newestOf(all: readonly Asked[]): Asked[] {
  const kind = ({ rule }: Asked) => `${rule.indicator} ${rule.grain}`
  const newest = new Map<string, string>()
  for (const one of all) if (one.end > (newest.get(kind(one)) ?? '')) newest.set(kind(one), one.end)
  return all.filter((one) => one.end === newest.get(kind(one)))
}

function stretchRow({ rule, start, end, due, mostDays, overdue }: Asked, nth: number): string {
  const texts = [rule.territorySet, rule.indicator, rule.grain].map(literal)
  const days = [start, end, due].map((day) => `DATE ${literal(day)}`)
  return `(${[nth, ...texts, ...days, mostDays, overdue ? 'TRUE' : 'FALSE'].join(', ')})`
}

function aroundRows(stretch: Asked, nth: number): string[] {
  return owedAround(stretch, stretch.beside).map(({ start, end }) => `(${nth}, DATE ${literal(start)}, DATE ${literal(end)})`)
}
