import type { ResultSet } from '../model/result-set.ts'
import type { Coverage } from '../model/rules/coverage.ts'
import type { Window } from '../model/rules/time.ts'
import { figuresSql } from './figures/figures-sql.ts'
import { ident } from './sql.ts'

/**
 * SQL for rules 9 and 10: per indicator, how many of the expected reporters have what. Read with `readCoverages`.
 * `window` null asks for the latest of each.
 */
export function coverageSql(schema: string, window: Window | null): string {
  const s = ident(schema)
  const figures = (of: Window | null) => figuresSql({ schema, window: of, indicators: null, territories: null, filter: {} })
  const best = (of: Window | null) => `SELECT territory_set || ':' || province_code AS reporter, indicator_code,
    min(list_position(${BY_WORTH}, state)) AS worth
  FROM (${figures(of)}) WHERE stands GROUP BY ALL`
  return `WITH asked AS (${best(window)}),
other AS (${window === null ? 'SELECT * FROM asked' : best(null)}),
stated AS (
  SELECT i.code AS indicator_code, r."key" AS reporter,
    CASE WHEN asked.worth IS NOT NULL THEN ${BY_WORTH}[asked.worth] WHEN other.worth IS NOT NULL THEN 'other_time' ELSE 'not_mentioned' END AS state
  FROM ${s}.indicator i CROSS JOIN ${s}.reporter r
  LEFT JOIN asked ON asked.indicator_code = i.code AND asked.reporter = r."key"
  LEFT JOIN other ON other.indicator_code = i.code AND other.reporter = r."key"
)
SELECT indicator_code,
  count(*) FILTER (state IN ('value', 'zero')) AS numbers,
  count(*) FILTER (state = 'in_words') AS in_words,
  count(*) FILTER (state = 'only_parts') AS parts,
  count(*) FILTER (state = 'other_time') AS other_time,
  count(*) FILTER (state = 'not_mentioned') AS not_mentioned,
  count(*) FILTER (state = 'suppressed') AS withheld,
  count(*) FILTER (state = 'not_applicable') AS not_applicable,
  count(*) AS reporters
FROM stated GROUP BY indicator_code ORDER BY indicator_code`
}

/** Indicator code → coverage. */
export function readCoverages(result: ResultSet): ReadonlyMap<string, Coverage> {
  const number = (name: string, at: number) => Number(result.columns[name]?.[at] ?? 0)
  return new Map(
    Array.from({ length: result.length }, (_, at) => [
      String(result.columns.indicator_code?.[at] ?? ''),
      {
        numbers: number('numbers', at),
        inWords: number('in_words', at),
        parts: number('parts', at),
        otherTime: number('other_time', at),
        notMentioned: number('not_mentioned', at),
        notReceived: 0,
        withheld: number('withheld', at),
        notApplicable: number('not_applicable', at),
        // The figures are counted as they were reported.
        notSplit: 0,
        notDivided: 0,
        of: number('reporters', at),
      },
    ]),
  )
}

const BY_WORTH = `['value', 'zero', 'in_words', 'only_parts', 'suppressed', 'not_applicable']`
