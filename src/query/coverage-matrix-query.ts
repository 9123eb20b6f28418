import type { Dataset } from '../model/dataset.ts'
import type { ResultSet } from '../model/result-set.ts'
import { type Bucket, bucketsBetween, GRAINS } from '../model/rhythm.ts'
import { readTerritoryKey, type TerritoryKey, type TerritorySet, territoryKey } from '../model/territory.ts'
import { edgeDays } from '../model/time-choice.ts'
import type { Grain } from '../model/view.ts'
import type { OwedCount } from './owed-query.ts'
import { ident, literal } from './sql.ts'

/** What is asked: one indicator, as the units of one list reported it, for several stretches of the calendar. */
export interface MatrixQuestion {
  readonly indicator: string
  readonly set: TerritorySet
  readonly grain: Grain
  readonly buckets: readonly Bucket[]
  /** Whether figures that lie in no bucket have a column of their own, the last one. */
  readonly hasRest: boolean
}

/** What a place has for a stretch of the calendar. */
export type MatrixState = (typeof MATRIX_STATES)[number]

/** From the most to the least that is known. */
export const MATRIX_STATES = [
  'number',
  /** Numbers, but not for all of its days. */
  'some_days',
  'in_words',
  /** Of a merged place: figures of some of its old units, or of all that do not add. */
  'some_units',
  /** Figures of parts of the place, or of one part of the whole. */
  'only_parts',
  /** What was owed came with a report of a longer time. */
  'in_longer',
  'withheld',
  /** Of an old unit: only the merged one that it became part of has a figure, which cannot be split. */
  'refused',
  /** Owed, not received, and its day has passed. */
  'overdue',
  /** Owed, and its day has not come. */
  'awaited',
  /** The package expects no such figure. */
  'not_mentioned',
  /** The package expects the figure, but not for this time or of this list. */
  'not_owed',
] as const

export interface MatrixCell {
  readonly state: MatrixState
  /** Of a flow, so many days of the stretch have a number. */
  readonly days: number | null
  readonly daysOf: number | null
  /** Reports of the stretch, or of parts of it, that are overdue. */
  readonly overdue: number
  /** Of a merged place, how many of its old units say something, where that makes no figure of all of it. */
  readonly units: { readonly n: number; readonly of: number } | null
}

export interface CoverageMatrix {
  readonly columns: readonly (Bucket | 'rest')[]
  /** For each column the reports that are overdue; one that several places are made of or became part of counts once. */
  readonly overdue: readonly number[]
  readonly rows: readonly { readonly place: TerritoryKey; readonly cells: readonly MatrixCell[] }[]
}

/** More years than these make a table that nobody reads: the newest ones are shown. */
const MOST_YEARS = 16

/** The years of the dataset as a question about one indicator and list; null where no row lies in any year. */
export function yearsQuestion(dataset: Dataset, indicator: string, set: TerritorySet): MatrixQuestion {
  const { calendar, years } = dataset
  const [first, last] = [years[0], years.at(-1)]
  const from = first === undefined || last === undefined ? null : String(Math.max(first, last - MOST_YEARS + 1))
  const buckets =
    from === null ? [] : bucketsBetween(edgeDays(from, calendar).from, edgeDays(String(last), calendar).to, 'year', calendar)
  return { indicator, set, grain: 'year', buckets, hasRest: true }
}

/** The finest stretches that the indicator is reported for, of one year; null where it comes by years at most. */
export function withinYearQuestion(dataset: Dataset, indicator: string, set: TerritorySet, year: number): MatrixQuestion | null {
  const grain = GRAINS.find((one) => dataset.rhythms.some((rhythm) => rhythm.indicator === indicator && rhythm.grain === one))
  if (grain === undefined || grain === 'year') return null
  const { from, to } = edgeDays(String(year), dataset.calendar)
  return { indicator, set, grain, buckets: bucketsBetween(from, to, grain, dataset.calendar), hasRest: false }
}

/**
 * SQL for what the reports say of each place and stretch, numbered by `bucket`, -1 for figures that lie in none. A flow lies in a
 * stretch with all its days, anything else with the day that it is of. Read with `readMatrix`.
 */
export function matrixSql(schema: string, { indicator, set, buckets, hasRest }: MatrixQuestion): string {
  const s = ident(schema)
  const values = buckets.map(({ from, to }, nth) => `(${nth}, DATE ${literal(from)}, DATE ${literal(to)})`)
  const bucket = values.length > 0 ? `VALUES ${values.join(', ')}` : `SELECT 0, NULL::DATE, NULL::DATE WHERE FALSE`
  const rest = hasRest
    ? `UNION ALL
  SELECT -1, told.*, NULL::DATE, NULL::DATE, FALSE FROM told
  WHERE NOT EXISTS (SELECT 1 FROM period_in WHERE period_in.report = told.report)`
    : ''
  return `WITH bucket (bucket, bucket_from, bucket_to) AS (${bucket}),
told AS MATERIALIZED (
  SELECT province_code, report, any_value(period_start) AS period_start, any_value(period_end) AS period_end,
    any_value(aggregation) = 'sum' AS is_flow,
    bool_or(value IS NOT NULL AND figure_scope = '' AND breakdown_key = '') AS has_total,
    bool_or(value IS NOT NULL AND figure_scope = '' AND breakdown_key <> '' AND b.rule IS DISTINCT FROM 'additive') AS has_kind,
    coalesce(list(DISTINCT breakdown_key || '=' || breakdown_value)
      FILTER (value IS NOT NULL AND figure_scope = '' AND breakdown_key <> '' AND b.rule = 'additive'), []) AS pieces,
    bool_or(value IS NULL AND qualifier = 'unquantified' AND figure_scope = '') AS has_words,
    bool_or(figure_scope <> '') AS has_scoped
  FROM ${s}.figure_row LEFT JOIN ${s}.breakdown b ON b.indicator = indicator_code AND b."key" = breakdown_key
  WHERE left_out IS NULL AND indicator_code = ${literal(indicator)} AND territory_set = ${literal(set)}
  GROUP BY province_code, report
),
period AS (SELECT DISTINCT report, is_flow, period_start, period_end FROM told),
period_in AS MATERIALIZED (
  SELECT bucket, report, bucket_from, bucket_to FROM period JOIN bucket ON period_end IS NOT NULL AND period_end <= bucket_to
    AND CASE WHEN is_flow THEN period_start IS NOT NULL AND period_start >= bucket_from ELSE period_end >= bucket_from END
),
placed AS (
  SELECT bucket, told.*, bucket_from, bucket_to, is_flow AS has_days FROM told JOIN period_in USING (report)
  ${rest}
),
whole AS (SELECT bucket, province_code, bool_or(has_total) AS by_total FROM placed GROUP BY bucket, province_code),
spans AS (
  SELECT bucket, province_code, period_start, period_end,
    max(period_end) OVER (PARTITION BY bucket, province_code ORDER BY period_start, period_end ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS until
  FROM placed JOIN whole USING (bucket, province_code)
  WHERE has_days AND CASE WHEN by_total THEN has_total ELSE has_kind OR len(pieces) > 0 END
),
days AS (
  SELECT bucket, province_code,
    sum(greatest(0, date_diff('day', greatest(period_start, coalesce(CAST(until + 1 AS DATE), period_start)), period_end) + 1)) AS days
  FROM spans GROUP BY bucket, province_code
)
SELECT bucket, province_code, CASE
    WHEN bool_or(has_total OR has_kind) OR len(list_distinct(flatten(list(pieces)))) > 1 THEN 'number'
    WHEN bool_or(has_words) THEN 'in_words'
    WHEN bool_or(has_scoped) OR len(list_distinct(flatten(list(pieces)))) = 1 THEN 'only_parts'
    ELSE 'withheld' END AS state,
  CAST(any_value(days.days) AS INTEGER) AS days,
  CAST(CASE WHEN bool_and(has_days) THEN date_diff('day', any_value(bucket_from), any_value(bucket_to)) + 1 END AS INTEGER) AS days_of
FROM placed LEFT JOIN days USING (bucket, province_code) GROUP BY bucket, province_code ORDER BY bucket, province_code`
}

/**
 * The matrix of these places, by default of all reporters of the list; `owed` are the counts of the same indicator for all days of the buckets. Columns before the
 * first and after the last that anybody has or owes something for are left out (not the months of a year in which nobody owes
 * anything), as is a column of other times without figures.
 */
export function readMatrix(
  result: ResultSet,
  question: MatrixQuestion,
  owed: readonly OwedCount[],
  dataset: Pick<Dataset, 'reporters' | 'expected'>,
  places: readonly TerritoryKey[] = reportersOn(dataset, question.set),
): CoverageMatrix {
  const { indicator, set, buckets, hasRest } = question
  const said = new Map<string, MatrixCell>()
  for (let at = 0; at < result.length; at++) said.set(cellKey(result, set, at), readCell(result, at))
  const mine = owed.filter((one) => one.territorySet === set && one.indicator === indicator)
  const isExpecting = dataset.expected.some((rule) => rule.indicator === indicator && !rule.lower)
  const stretchesIn = buckets.map(({ from, to }) => mine.filter(({ start, end }) => start >= from && end <= to))
  const missingIn = stretchesIn.map((stretches) => stretches.map((one) => new Set(one.missing.map(territoryKey))))
  const cellAt = (place: TerritoryKey, bucket: number): MatrixCell => {
    const stretches = stretchesIn[bucket] ?? []
    const missing = stretches.filter((_, nth) => missingIn[bucket]?.[nth]?.has(place))
    const overdue = missing.filter((one) => one.overdue).length
    const found = said.get(`${bucket} ${place}`)
    if (found) return { ...found, overdue }
    return { ...NOTHING, state: silentState(isExpecting, stretches.length, missing.length, overdue), overdue }
  }
  const isUsed = (nth: number) => (stretchesIn[nth]?.length ?? 0) > 0 || places.some((place) => said.has(`${nth} ${place}`))
  const shown = shownColumns(question, isExpecting, isUsed)
  const rest = hasRest && places.some((place) => said.has(`-1 ${place}`))
  return {
    columns: [...shown.map(({ column }) => column), ...(rest ? (['rest'] as const) : [])],
    overdue: [
      ...shown.map(({ nth }) => places.reduce((sum, place) => sum + cellAt(place, nth).overdue, 0)),
      ...(rest ? [0] : []),
    ],
    rows: places.map((place) => ({
      place,
      cells: [
        ...shown.map(({ nth }) => cellAt(place, nth)),
        ...(rest ? [said.get(`-1 ${place}`) ?? { ...NOTHING, state: 'not_mentioned' as const }] : []),
      ],
    })),
  }
}

/** The columns between the first and the last that is used; all of a year's where nobody owes anything. */
export function shownColumns(
  { grain, buckets }: MatrixQuestion,
  isExpecting: boolean,
  isUsed: (nth: number) => boolean,
): { readonly nth: number; readonly column: Bucket }[] {
  const all = buckets.map((column, nth) => ({ nth, column }))
  if (grain !== 'year' && !isExpecting) return all
  const used = all.filter(({ nth }) => isUsed(nth))
  return all.filter(({ nth }) => nth >= (used[0]?.nth ?? 0) && nth <= (used.at(-1)?.nth ?? -1))
}

/** The reporters of a dataset on one list, in the order of the package. */
export function reportersOn(dataset: Pick<Dataset, 'reporters'>, set: TerritorySet): TerritoryKey[] {
  return dataset.reporters.filter((key) => readTerritoryKey(key)?.set === set)
}

/** Of a cell of which nothing was said. */
export const NOTHING: Omit<MatrixCell, 'state'> = { days: null, daysOf: null, overdue: 0, units: null }

/** Of a place that says nothing in a stretch of which so many reports are owed, missing and overdue. */
export function silentState(isExpecting: boolean, owed: number, missing: number, overdue: number): MatrixState {
  if (!isExpecting) return 'not_mentioned'
  if (overdue > 0) return 'overdue'
  if (missing > 0) return 'awaited'
  return owed > 0 ? 'in_longer' : 'not_owed'
}

function cellKey(result: ResultSet, set: TerritorySet, at: number): string {
  const code = String(result.columns.province_code?.[at] ?? '')
  return `${Number(result.columns.bucket?.[at] ?? 0)} ${territoryKey({ set, code })}`
}

function readCell(result: ResultSet, at: number): MatrixCell {
  const number = (name: string) => {
    const cell = result.columns[name]?.[at] ?? null
    return cell === null ? null : Number(cell)
  }
  const [days, daysOf] = [number('days'), number('days_of')]
  const state = String(result.columns.state?.[at] ?? '') as MatrixState
  const isShort = state === 'number' && days !== null && daysOf !== null && days < daysOf
  return { state: isShort ? 'some_days' : state, days, daysOf, overdue: 0, units: null }
}
