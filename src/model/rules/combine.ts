import type { Bounds, Figure, State } from '../figure.ts'
import type { Aggregation } from '../indicator.ts'
import { addable, boundsOf, EXACT, uniteBounds } from './qualifiers.ts'
import type { ResolvedRow } from './resolved-row.ts'
import { groupBy, sameFigureKey } from './standing.ts'

/** Rows of one figure, put together. */
export type Combined = Bounds &
  Pick<
    Figure,
    | 'value'
    | 'unit'
    | 'state'
    | 'word'
    | 'magnitudes'
    | 'terms'
    | 'sources'
    | 'needsVerification'
    | 'provisional'
    | 'estimated'
    | 'sameKeyAdded'
    | 'isList'
  >

/**
 * Rules 1, 5, 6 and 9 for the rows of one figure. Numbers add where the indicator allows it, the units agree and the bounds do
 * not contradict; rows in words (or withheld) beside numbers make the sum a lower bound; without any number there is no value.
 * Rule 7: rows that cover different days (`onePeriod` false) are not added either.
 */
export function combine(rows: readonly ResolvedRow[], aggregation: Aggregation, scoped: boolean, onePeriod: boolean): Combined {
  const ordered = [...rows].sort((a, b) => a.row - b.row)
  const numbers = ordered.filter((row) => row.value !== null)
  const bounds = numbers.map(boundsOf)
  const unit = ordered[0]?.unit ?? ''
  const combinable = aggregation === 'sum' || aggregation === 'last' || ordered.length === 1
  const united = uniteBounds(bounds)
  const unnumbered = ordered.some((row) => row.value === null && row.status !== 'not_applicable')
  // A row in words beside a number that is "not more than" leaves nothing known of the sum.
  const contradicts = !addable(bounds) || (unnumbered && united.high)
  const adds = combinable && onePeriod && !contradicts && ordered.every((row) => row.unit === unit)
  const value = numbers.length > 0 && adds ? numbers.reduce((sum, row) => sum + (row.value as number), 0) : null
  const flags = value === null ? EXACT : { ...united, low: united.low || unnumbered }
  return {
    ...flags,
    value,
    unit,
    state: stateOf(ordered, value, flags, scoped),
    word: ordered.length === 1 ? (ordered[0]?.qualifierWord ?? '') : '',
    magnitudes: ordered.flatMap((row) => (row.qualifier === 'unquantified' && row.magnitude !== null ? [row.magnitude] : [])),
    terms: ordered.map((row) => row.row),
    sources: [...new Set(ordered.map((row) => row.sourceId))].sort(),
    needsVerification: ordered.some((row) => row.needsVerification),
    provisional: ordered.some((row) => row.status === 'provisional'),
    estimated: ordered.some((row) => row.status === 'estimated'),
    sameKeyAdded: [...groupBy(ordered, sameReportKey).values()].some((group) => group.length > 1),
    isList: value === null && numbers.length > 0,
  }
}

/** Rule 9 for a figure that exists. A figure of one part of a province, zero included, is "only parts" of it. */
function stateOf(rows: readonly ResolvedRow[], value: number | null, bounds: Bounds, scoped: boolean): State {
  if (scoped) return 'only_parts'
  if (value !== null) return value === 0 && !bounds.low && !bounds.approx ? 'zero' : 'value'
  if (rows.every((row) => row.status === 'not_applicable')) return 'not_applicable'
  if (rows.every((row) => row.value === null && (row.status === 'suppressed' || row.status === 'not_applicable')))
    return 'suppressed'
  return 'in_words'
}

function sameReportKey(row: ResolvedRow): string {
  return `${row.sourceId} ${sameFigureKey(row)}`
}
