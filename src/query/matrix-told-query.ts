import { type Dataset, indicatorOf } from '../model/dataset.ts'
import type { Aggregation, BreakdownRule } from '../model/indicator.ts'
import type { ResultSet } from '../model/result-set.ts'
import type { CoveredSpan } from '../model/rules/covered-spans.ts'
import { type Cover, coverOf, type Saying, type Thing, toldInStretch } from '../model/rules/told-in-stretch.ts'
import type { Told } from '../model/rules/told-on-list.ts'
import { type TerritoryKey, type TerritorySet, territoryKey } from '../model/territory.ts'
import { comparePeriodSql } from './resolve/compare-period.ts'
import { ident, literal, literalList } from './sql.ts'

/** What is asked: one indicator in several stretches, by whoever reported it. */
export interface ToldQuestion {
  readonly indicator: string
  readonly buckets: readonly { readonly from: string; readonly to: string }[]
  /** Whether what lies in no stretch is asked for too. */
  readonly hasRest: boolean
}

/** What a unit of either list says of an indicator in the `nth` stretch, -1 for what lies in none; with `within` of flows in those days only. */
export type TellOf = (indicator: string, nth: number, unit: TerritoryKey, within?: CoveredSpan) => readonly Told[]

/**
 * SQL for what the units of both lists say of an indicator, and of the counts of a ratio: a row for each thing of a unit and
 * stretch with the reports that say it, and one, without a stretch, for each report. Read with `readTold`.
 */
export function toldSql({ indicator, buckets, hasRest }: ToldQuestion, dataset: Dataset): string {
  const s = ident(dataset.schema)
  const asked = asksFor(indicator, dataset)
  const values = buckets.map(({ from, to }, nth) => `(${nth}, DATE ${literal(from)}, DATE ${literal(to)})`)
  const [first, last] = [buckets[0]?.from, buckets.at(-1)?.to]
  const near = hasRest || !first || !last ? '' : ` AND period_end BETWEEN DATE ${literal(first)} AND DATE ${literal(last)}`
  return `WITH bucket (bucket, bucket_from, bucket_to) AS (
  ${values.length > 0 ? `VALUES ${values.join(', ')}` : 'SELECT 0, NULL::DATE, NULL::DATE WHERE FALSE'}
),
said AS MATERIALIZED (
  SELECT ${COLUMNS.join(', ')}
  FROM ${s}.figure_row WHERE left_out IS NULL AND indicator_code IN ${literalList(asked)}${near}
),
period AS MATERIALIZED (
  SELECT report, aggregation, any_value(period_start) AS period_start, any_value(period_end) AS period_end, any_value(period_key) AS period_key,
    any_value(source_rank) AS source_rank
  FROM said GROUP BY report, aggregation
),
period_in AS MATERIALIZED (
  SELECT report, aggregation, bucket FROM period JOIN bucket ON period_end <= bucket_to
    AND CASE WHEN aggregation = 'sum' THEN period_start >= bucket_from ELSE period_end >= bucket_from END
)
SELECT coalesce(bucket, -1) AS bucket, any_value(territory_set) AS territory_set, any_value(province_code) AS province_code,
  any_value(indicator_code) AS indicator_code, any_value(aggregation) AS aggregation, any_value(figure_scope) <> '' AS is_scoped,
  any_value(breakdown_key) AS breakdown_key, any_value(breakdown_value) AS breakdown_value,
  string_agg(CAST(report AS VARCHAR) || ${MARKS} || ${unitMark(asked, dataset)}, ' ') AS reports
FROM said ${hasRest ? 'LEFT' : 'INNER'} JOIN period_in USING (report, aggregation) GROUP BY bucket, figure
UNION ALL
SELECT NULL, ${comparePeriodSql('period_end', 'period_key')}, CAST(source_rank AS VARCHAR), '', aggregation, NULL, coalesce(CAST(period_start AS VARCHAR), ''),
  coalesce(CAST(period_end AS VARCHAR), ''), CAST(report AS VARCHAR)
FROM period`
}

/** The answer to `toldSql`. */
export function readTold({ length, columns }: ResultSet, { buckets }: ToldQuestion, dataset: Dataset): TellOf {
  const text = (name: string, at: number) => String(columns[name]?.[at] ?? '')
  const isReport = (at: number) => (columns.bucket?.[at] ?? null) === null
  const all = Array.from({ length }, (_, at) => at)
  const periods = new Map<string, Pick<Saying, Period>>()
  for (const at of all.filter(isReport)) {
    const [start, end, period, report] = [
      text('breakdown_key', at),
      text('breakdown_value', at),
      text('territory_set', at),
      text('reports', at),
    ]
    periods.set(`${text('aggregation', at)} ${report}`, {
      report: Number(report),
      rank: Number(text('province_code', at)),
      start,
      end,
      period,
    })
  }
  const one = new Map<string, Saying>()
  const sayingOf = (aggregation: string, said: string): Saying | null => {
    const name = `${aggregation} ${said}`
    const known = one.get(name)
    if (known) return known
    const report = String(Number.parseInt(said, 10))
    const period = periods.get(`${aggregation} ${report}`)
    if (!period) return null
    const made = { ...period, ...readMarks(said.slice(report.length)) }
    one.set(name, made)
    return made
  }
  const read = new Map<string, readonly Saying[]>()
  const sayingsOf = (aggregation: string, reports: string): readonly Saying[] => {
    const name = `${aggregation} ${reports}`
    const known = read.get(name)
    if (known) return known
    const made = reports.split(' ').flatMap((said) => sayingOf(aggregation, said) ?? [])
    read.set(name, made)
    return made
  }
  const covers = new Map<string, Cover>()
  // Many units have the same reports of a stretch, whatever these say: the same ones are looked through once.
  const coverBy = (reports: string, sayings: readonly Saying[]): Cover => {
    const name = reports.replace(/@\S*|[^\d ]/g, '')
    const known = covers.get(name) ?? coverOf(sayings)
    covers.set(name, known)
    return known
  }
  const things = new Map<string, Thing[]>()
  for (const at of all) {
    if (isReport(at)) continue
    const place = territoryKey({ set: text('territory_set', at) as TerritorySet, code: text('province_code', at) })
    const name = `${text('indicator_code', at)} ${text('bucket', at)} ${place}`
    const aggregation = text('aggregation', at) as Aggregation
    const sayings = sayingsOf(aggregation, text('reports', at))
    const isInStretch = Number(text('bucket', at)) >= 0
    const thing: Thing = {
      aggregation,
      isScoped: columns.is_scoped?.[at] === true,
      breakdownKey: text('breakdown_key', at),
      breakdownValue: text('breakdown_value', at),
      sayings,
      cover: aggregation === 'sum' && isInStretch ? coverBy(text('reports', at), sayings) : null,
    }
    const beside = things.get(name)
    if (beside) beside.push(thing)
    else things.set(name, [thing])
  }
  const rules = new Map(dataset.breakdowns.map(({ indicator, key, rule }) => [`${indicator} ${key}`, rule]))
  return (indicator, nth, unit, within) => {
    const ruleOf = (key: string): BreakdownRule => rules.get(`${indicator} ${key}`) ?? 'not_additive'
    const found = things.get(`${indicator} ${nth} ${unit}`) ?? []
    const bucket = buckets[nth]
    const stretch = bucket ? { start: bucket.from, end: bucket.to } : null
    return toldInStretch(within ? found.flatMap((thing) => onlyWithin(thing, within)) : found, stretch, ruleOf)
  }
}

/** The indicator and, of a ratio, its two counts. */
function asksFor(code: string, dataset: Dataset): string[] {
  const found = indicatorOf(dataset, code)
  const counts = found?.aggregation === 'ratio' ? [found.numerator, found.denominator] : []
  return [code, ...counts.filter((count) => count !== null)]
}

/** The unit of a row, where it is not the one of its indicator; as one word. */
function unitMark(asked: readonly string[], dataset: Dataset): string {
  const units = asked.map((code) => `WHEN ${literal(code)} THEN ${literal(indicatorOf(dataset, code)?.unit ?? '')}`)
  return `CASE WHEN unit = CASE indicator_code ${units.join(' ')} END THEN '' ELSE '@' || replace(replace(coalesce(unit, ''), ' ', '_'), '@', '_') END`
}

const COLUMNS = [
  ...['figure', 'report', 'aggregation', 'territory_set', 'province_code', 'indicator_code', 'figure_scope', 'breakdown_key'],
  ...['breakdown_value', 'unit', 'value', 'qualifier', 'qualifier_word', 'status', 'needs_verification'],
  ...['period_start', 'period_end', 'period_key', 'source_rank'],
]

/** What is to be said of a row besides that it has a number; nothing of most. */
const MARKS = `CASE WHEN value IS NOT NULL THEN
      CASE WHEN qualifier = 'at_least' THEN 'l' WHEN qualifier = 'at_most' OR (qualifier = 'about' AND qualifier_word = 'gần') THEN 'h' ELSE '' END
    WHEN status = 'not_applicable' THEN 'n' WHEN status = 'suppressed' THEN 's' ELSE 'w' END
    || CASE WHEN needs_verification THEN 'v' ELSE '' END`

/** What is the same in all that one report says. */
type Period = 'report' | 'rank' | 'start' | 'end' | 'period'

function readMarks(marks: string): Omit<Saying, Period> {
  const [flags = '', unit = ''] = marks.split('@')
  const has = (mark: string) => flags.includes(mark)
  const isWithheld = has('n') || has('s')
  return {
    unit,
    hasNumber: !isWithheld && !has('w'),
    isWithheld,
    isUnnumbered: has('s') || has('w'),
    ...{ low: has('l'), high: has('h'), isInDoubt: has('v') },
  }
}

/** Of flows what lies in some days of their stretch. */
function onlyWithin(thing: Thing, { start, end }: CoveredSpan): Thing[] {
  if (thing.aggregation !== 'sum') return []
  const sayings = thing.sayings.filter((saying) => saying.start >= start && saying.end <= end)
  return sayings.length > 0 ? [{ ...thing, sayings, cover: coverOf(sayings) }] : []
}
