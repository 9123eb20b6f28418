import type { Bounds, Figure, State } from '../../../src/model/figure.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { isOneKey } from './standing-rows.ts'
import { aggregationOf, each, type Told } from './told-figure.ts'

/** What the rows of one figure say together. */
export type SumOfRows = Bounds &
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
  > & { readonly isList: boolean }

/** Rule 6: how sure the number of a row is. */
export function boundsOfRow({ qualifier, qualifierWord }: Observation): Bounds {
  return {
    low: qualifier === 'at_least',
    high: qualifier === 'at_most' || (qualifier === 'about' && qualifierWord === 'gần'),
    approx: qualifier === 'about',
  }
}

/** Rules 1, 5, 6, 7 and 9 for rows (in their order) of one figure; `isOneTime` tells whether they are of the same days. */
export function sumOfRows(rows: readonly Observation[], scope: string, isOneTime: boolean, told: Told): SumOfRows {
  const { hit } = told
  const [first] = rows as [Observation]
  let sum = 0
  let [numbers, silent] = [0, 0]
  const bounds = { low: false, high: false, approx: false }
  for (const row of rows) {
    if (row.value === null) {
      if (row.status !== 'not_applicable') silent++
      continue
    }
    sum += row.value
    numbers++
    const { low, high, approx } = boundsOfRow(row)
    bounds.low ||= low
    bounds.high ||= high
    bounds.approx ||= approx
  }
  const isOneUnit = rows.every(({ unit }) => unit === first.unit)
  const aggregation = aggregationOf(told, first.indicator)
  const adds = rows.length === 1 || aggregation === 'sum' || aggregation === 'last'
  const contradicts = (numbers > 1 && bounds.low && bounds.high) || (silent > 0 && bounds.high)
  const value = numbers > 0 && adds && isOneUnit && isOneTime && !contradicts ? sum : null
  if (rows.length > 1 && numbers > 0) {
    if (!adds) hit('rule 1: several rows of what never combines have no number')
    if (!isOneUnit) hit('rule 7: units are not mixed in a sum')
    if (numbers > 1 && bounds.low && bounds.high) hit('rule 6: low and high are not added')
    if (silent > 0 && bounds.high) hit('rule 6: words beside an upper bound leave nothing known')
    if (value !== null) noteSum(rows, bounds, silent, told)
  }
  const known = value === null ? { low: false, high: false, approx: false } : { ...bounds, low: bounds.low || silent > 0 }
  const sameKeyAdded = rows.some((row, at) =>
    rows.some((other, place) => place > at && row.sourceId === other.sourceId && isOneKey(row, other)),
  )
  if (sameKeyAdded && value !== null) hit('rule 5: two rows of one source with one key are added')
  return {
    ...known,
    value,
    unit: first.unit,
    state: stateOf(rows, value, known, scope, told),
    word: rows.length === 1 ? first.qualifierWord : '',
    magnitudes: rows.flatMap((row) => (row.qualifier === 'unquantified' && row.magnitude !== null ? [row.magnitude] : [])),
    terms: rows.map(({ row }) => row),
    sources: each(rows.map(({ sourceId }) => sourceId)),
    needsVerification: rows.some((row) => row.needsVerification),
    provisional: rows.some(({ status }) => status === 'provisional'),
    estimated: rows.some(({ status }) => status === 'estimated'),
    sameKeyAdded,
    isList: value === null && numbers > 0,
  }
}

function stateOf(rows: readonly Observation[], value: number | null, { low, approx }: Bounds, scope: string, told: Told): State {
  if (scope !== '') {
    if (value === 0) told.hit('rule 3: a zero of a part is no zero of the province')
    return 'only_parts'
  }
  if (value === 0 && (low || approx)) told.hit('rule 9: no more than a bounded zero is no zero')
  if (value !== null) return value === 0 && !low && !approx ? 'zero' : 'value'
  const withheld = rows.filter(({ status }) => status === 'suppressed').length
  const idle = rows.filter(({ status }) => status === 'not_applicable').length
  if (idle === rows.length) return 'not_applicable'
  return withheld + idle === rows.length ? 'suppressed' : 'in_words'
}

function noteSum(rows: readonly Observation[], bounds: Bounds, silent: number, { hit }: Told): void {
  if (bounds.low) hit('rule 6: a lower bound in a sum')
  if (bounds.high) hit('rule 6: an upper bound in a sum')
  if (bounds.approx) hit('rule 6: about in a sum')
  if (rows.some(({ status }) => status === 'provisional' || status === 'estimated'))
    hit('rule 9: a provisional or estimated row marks its sum')
  const withheld = rows.some(({ status }) => status === 'suppressed')
  if (silent > 0)
    hit(
      withheld
        ? 'rule 6: what is withheld beside a number makes a lower bound'
        : 'rule 6: words beside a number make a lower bound',
    )
  if (rows.some(({ status }) => status === 'not_applicable')) hit('rule 6: what does not apply adds nothing')
}
