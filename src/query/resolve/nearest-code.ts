import { foldedSql } from '../folded-sql.ts'

/**
 * SQL for the CTE `near` behind the CTE `fault`: for a text that is no code the one code that it is nearest to, with its label, by the
 * names of the table `name`. At most two letters differ, of a short text fewer; a text as near to another code has none.
 */
export function nearestCodeSql(s: string): string {
  return `asked AS (
  SELECT "column", within, "text", trim(${foldedSql('"text"')}) AS folded
  FROM (SELECT DISTINCT "column", within, "text" FROM fault WHERE reason = 'unknown_code' ORDER BY ALL LIMIT ${MOST_TEXTS})
),
measured AS (
  SELECT "column", within, "text", code, label_vi, label_en, min(levenshtein(folded, name)) AS distance
  FROM asked JOIN ${s}.name USING ("column", within)
  WHERE abs(length(folded) - length(name)) <= 2 AND levenshtein(folded, name) <= least(2, length(folded) // 4)
  GROUP BY ALL
),
near AS (
  SELECT "column", within, "text", min(code) AS near_code, min(label_vi) AS near_vi, min(label_en) AS near_en
  FROM (SELECT *, min(distance) OVER (PARTITION BY "column", within, "text") AS least_distance FROM measured)
  WHERE distance = least_distance GROUP BY "column", within, "text" HAVING count(*) = 1
)`
}

/** Each is measured against every name: of a file full of faults the first ones. */
const MOST_TEXTS = 1_000
