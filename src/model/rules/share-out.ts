import type { Figure } from '../figure.ts'
import { addFigures } from './add-figures.ts'
import { type BreakdownFilter, markStanding } from './breakdown.ts'
import { type CoveredSpan, coveredSpans, flowTime, keyAt, lengthOf, timeOf } from './covered-spans.ts'
import { inFigureOrder } from './figures.ts'
import { daysBetween, daysLater } from './periods.ts'
import { addable, boundsOf, EXACT, uniteBounds } from './qualifiers.ts'
import type { ResolvedRow, RuleBook } from './resolved-row.ts'
import { compareSources, groupBy } from './standing.ts'

/** A row of a flow of a whole province that begins or ends outside a window and has days inside it. */
export interface StraddlingRow
  extends Pick<
    ResolvedRow,
    | 'row'
    | 'territorySet'
    | 'provinceCode'
    | 'indicator'
    | 'breakdownKey'
    | 'breakdownValue'
    | 'sourceId'
    | 'periodBasis'
    | 'value'
    | 'unit'
    | 'status'
    | 'qualifier'
    | 'qualifierWord'
    | 'needsVerification'
  > {
  readonly periodStart: string
  readonly periodEnd: string
  /** Rows with equal numbers stand in one report, of one time. */
  readonly report: number
  /** Whether its report has another row that says the same thing (rule 5). */
  readonly isAgain: boolean
}

/** A window with two ends, inclusive ISO days. */
export interface ClosedWindow {
  readonly from: string
  readonly to: string
}

export interface ShareContext {
  readonly window: ClosedWindow
  readonly book: Pick<RuleBook, 'sources' | 'rules'>
  readonly filter: BreakdownFilter
}

/**
 * Rule 4 on request: days of a window that no figure of a flow covers are filled from the rows that straddle its edges, each with its
 * value times these days over its own; of several reports for one day the shortest, then the source trusted most. What comes out is
 * estimated. A key without a figure gets one of straddling rows alone, unless its parts are reported inside; a figure without a
 * number (in words, withheld, a list) stays what it is. Every part is shared for itself, and their sum is made of them anew.
 */
export function shareOut(figures: readonly Figure[], rows: readonly StraddlingRow[], context: ShareContext): Figure[] {
  const reported = new Map(figures.filter(isOfOneKey).map((figure) => [keyOfFigure(figure), figure]))
  const inParts = new Set(figures.filter(isPartsSum).map(topicOf))
  const made = new Map<string, Figure>()
  for (const [key, group] of groupBy(rows, keyOfRow)) {
    const reports = reportsOf(group, context)
    const first = reports[0]?.[0]
    if (!first) continue
    const figure = reported.get(key) ?? startOf(first, context)
    if (!reported.has(key) && figure.basis === 'total' && inParts.has(topicOf(figure))) continue
    if (figure.value === null || figure.days === figure.daysOf) continue
    const filled = filledFrom(reports, figure, context)
    if (filled) made.set(key, filled)
  }
  if (made.size === 0) return [...figures]
  const changed = new Set([...made.values()].map(topicOf))
  const shared = [...figures.filter((figure) => !isOfOneKey(figure) || !made.has(keyOfFigure(figure))), ...made.values()]
  const [kept, anew] = [shared.filter((one) => !changed.has(topicOf(one))), shared.filter((one) => changed.has(topicOf(one)))]
  const topics = [...groupBy(anew, topicOf).values()]
  return inFigureOrder([...kept, ...topics.flatMap((topic) => settled(topic, context))])
}

interface Share {
  readonly rows: readonly StraddlingRow[]
  readonly pieces: readonly CoveredSpan[]
  readonly days: number
  /** Days of the report. */
  readonly of: number
}

/** Null where no report has a day to give. */
function filledFrom(reports: readonly (readonly StraddlingRow[])[], figure: Figure, { window }: ShareContext): Figure | null {
  const spans = coveredSpans(figure)
  const shares: Share[] = []
  const bounds = figure.terms.length === 0 ? [] : [{ low: figure.low, high: figure.high, approx: figure.approx }]
  for (const report of reports) {
    if (report.some(({ unit }) => unit !== figure.unit)) continue
    const { periodStart, periodEnd } = report[0] as StraddlingRow
    const inside = {
      start: periodStart > window.from ? periodStart : window.from,
      end: periodEnd < window.to ? periodEnd : window.to,
    }
    const pieces = without(inside, spans)
    const said = report.map(boundsOf)
    // Over 10 and not over 5 make no number: then the days stay uncovered.
    if (pieces.length === 0 || !addable([...bounds, ...said])) continue
    bounds.push(...said)
    spans.push(...pieces)
    shares.push({ rows: report, pieces, days: lengthOf(pieces), of: daysOf(report) })
  }
  return shares.length === 0 ? null : withShares(figure, shares, spans.sort(byStart), uniteBounds(bounds), window)
}

/** Reports of numbers alone in one unit, in the order in which they give their days. */
function reportsOf(rows: readonly StraddlingRow[], { book }: ShareContext): StraddlingRow[][] {
  return [...groupBy(rows, ({ report }) => String(report)).values()]
    .filter((report) => report.every(({ value, unit }) => value !== null && unit === report[0]?.unit))
    .sort((a, b) => daysOf(a) - daysOf(b) || compareIds(a, b, book) || (a[0]?.report ?? 0) - (b[0]?.report ?? 0))
}

function withShares(
  figure: Figure,
  shares: readonly Share[],
  spans: readonly CoveredSpan[],
  bounds: ReturnType<typeof uniteBounds>,
  window: ClosedWindow,
): Figure {
  const rows = shares.flatMap((share) => share.rows)
  const value = shares.reduce(
    (all, share) => all + share.rows.reduce((sum, row) => sum + ((row.value as number) * share.days) / share.of, 0),
    figure.value as number,
  )
  const days = lengthOf(spans)
  const first = spans[0]?.start ?? window.from
  const last = spans.at(-1)?.end ?? window.to
  return {
    ...figure,
    ...bounds,
    period: { ...figure.period, start: first, end: last },
    value,
    state: value === 0 && !bounds.low && !bounds.approx ? 'zero' : 'value',
    word: '',
    terms: [...figure.terms, ...rows.map(({ row }) => row)].sort((a, b) => a - b),
    shared: shares
      .flatMap((share) => share.rows.map(({ row }) => ({ row, days: share.days, of: share.of })))
      .sort((a, b) => a.row - b.row),
    sharedDays: shares.reduce((sum, share) => sum + share.days, 0),
    sources: [...new Set([...figure.sources, ...rows.map(({ sourceId }) => sourceId)])].sort(),
    needsVerification: figure.needsVerification || rows.some((row) => row.needsVerification),
    provisional: figure.provisional || rows.some(({ status }) => status === 'provisional'),
    estimated: true,
    sameKeyAdded: figure.sameKeyAdded || rows.some(({ isAgain }) => isAgain),
    days,
    comparisonKey: keyAt(figure, flowTime(spans, figure.daysOf, window)),
  }
}

/** A figure of nothing yet, in the unit of the report that gives its days first. */
function startOf(row: StraddlingRow, { window }: ShareContext): Figure {
  const { indicator, breakdownKey, breakdownValue, unit, periodBasis } = row
  const definition = breakdownKey === '' ? 'total' : `${breakdownKey}=${breakdownValue}`
  return {
    ...EXACT,
    territory: { set: row.territorySet, code: row.provinceCode },
    ...{ indicator, breakdownKey, unit },
    breakdownValues: breakdownKey === '' ? [] : [breakdownValue],
    basis: breakdownKey === '' ? 'total' : 'part',
    stands: true,
    ...{ scope: '', scopeVi: '', scopeEn: '', unitLevel: 'tinh' },
    period: { start: null, end: null, basis: periodBasis, duration: '' },
    ...{ value: 0, state: 'zero', word: '', magnitudes: [], terms: [], sources: [] },
    ...{ needsVerification: false, provisional: false, estimated: true },
    ...{ mismatch: false, finerDiffers: false, sameKeyAdded: false, isList: false },
    days: 0,
    daysOf: daysBetween(window.from, window.to),
    comparisonKey: `${indicator}|${definition}|${unit}|`,
  }
}

/** Rule 2 again for all figures of one topic: the sum of parts, what stands, and which total its parts do not make. */
function settled(topic: readonly Figure[], { book, filter }: ShareContext): Figure[] {
  const rules = { ...book, indicators: new Map() }
  const sum = partsSum(topic, book, filter)
  const all = sum === null ? topic : [...topic.filter((figure) => !isPartsSum(figure)), ...sum]
  const drafts = all.map((figure) => ({ ...figure, ownPeriod: timeOf(figure), comparePeriod: timeOf(figure), asOf: null }))
  return markStanding(drafts, rules, filter).map(({ ownPeriod: _, comparePeriod: __, asOf: ___, ...figure }) => figure)
}

/** The sum in the place of the one there is; null where that stays: parts of other days have no sum. */
function partsSum(topic: readonly Figure[], { rules }: ShareContext['book'], filter: BreakdownFilter): Figure[] | null {
  const parts = topic.filter(
    ({ basis, indicator, breakdownKey }) => basis === 'part' && rules.get(`${indicator} ${breakdownKey}`) === 'additive',
  )
  const old = topic.find(isPartsSum)
  const key = old?.breakdownKey ?? parts.map(({ breakdownKey }) => breakdownKey).sort()[0]
  const chosen = parts.filter(({ breakdownKey }) => breakdownKey === key)
  const [first] = chosen
  if (!first || key === undefined) return null
  const wanted = filter[key] === undefined ? !topic.some(({ basis }) => basis === 'total') : chosen.length > 1
  if (!wanted) return []
  const values = chosen.flatMap(({ breakdownValues }) => breakdownValues).sort()
  const time = timeOf(first)
  const isOneTime = chosen.every((part) => timeOf(part) === time && part.unit === first.unit)
  const inOne = chosen.map((part) => ({ ...part, basis: 'parts_sum' as const, breakdownValues: values, stands: true }))
  const comparisonKey = [first.indicator, `${key}=${values.join('+')}`, first.unit, time].join('|')
  const sum = isOneTime
    ? addFigures(inOne, { period: first.period, days: first.days, daysOf: first.daysOf, comparisonKey })
    : null
  return sum ? [sum] : null
}

/** Whether it is of one breakdown value, or the total, of a whole province. */
function isOfOneKey({ basis, scope }: Figure): boolean {
  return scope === '' && (basis === 'total' || basis === 'part')
}

function isPartsSum({ basis, scope }: Figure): boolean {
  return scope === '' && basis === 'parts_sum'
}

function keyOfFigure({ territory, indicator, breakdownKey, breakdownValues }: Figure): string {
  return JSON.stringify([territory.set, territory.code, indicator, breakdownKey, breakdownValues.join()])
}

function keyOfRow({ territorySet, provinceCode, indicator, breakdownKey, breakdownValue }: StraddlingRow): string {
  return JSON.stringify([territorySet, provinceCode, indicator, breakdownKey, breakdownKey === '' ? '' : breakdownValue])
}

function topicOf({ territory, indicator, scope }: Figure): string {
  return JSON.stringify([territory.set, territory.code, indicator, scope])
}

function compareIds(a: readonly StraddlingRow[], b: readonly StraddlingRow[], { sources }: ShareContext['book']): number {
  const [left, right] = [a[0]?.sourceId ?? '', b[0]?.sourceId ?? '']
  return left === right ? 0 : compareSources(sources, left, right)
}

function daysOf([first]: readonly StraddlingRow[]): number {
  return first ? daysBetween(first.periodStart, first.periodEnd) : 0
}

/** The days of a span that are in none of the others. */
function without(span: CoveredSpan, others: readonly CoveredSpan[]): CoveredSpan[] {
  return others.reduce<CoveredSpan[]>(
    (left, other) =>
      left.flatMap((piece) => {
        if (other.end < piece.start || other.start > piece.end) return [piece]
        return [
          { start: piece.start, end: daysLater(other.start, -1) },
          { start: daysLater(other.end, 1), end: piece.end },
        ].filter(({ start, end }) => start <= end)
      }),
    [span],
  )
}

function byStart(a: CoveredSpan, b: CoveredSpan): number {
  return a.start < b.start ? -1 : 1
}
