import type { Figure, FigureBasis, State } from '../../model/figure.ts'
import type { PeriodBasis, UnitLevel } from '../../model/observation.ts'
import type { Cell, ResultSet } from '../../model/result-set.ts'
import type { TerritorySet } from '../../model/territory.ts'

/** The figures in the answer to `figuresSql`. Throws a RangeError when a column is missing. */
export function readFigures(result: ResultSet): Figure[] {
  const steps = figuresInSteps(result)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** The same in steps, none of which keeps a page from its reader. */
export function* figuresInSteps(result: ResultSet): Generator<void, Figure[]> {
  // An answer without rows may come without columns.
  if (result.length === 0) return []
  const columns = columnsOf(result)
  const figures: Figure[] = []
  for (let at = 0; at < result.length; at++) {
    if (at > 0 && at % A_STEP === 0) yield
    figures.push(readFigure(columns, at))
  }
  return figures
}

const A_STEP = 2_500

/** For each figure of `readFigures`, the number of the window that it answers. */
export function readBuckets(result: ResultSet): number[] {
  return Array.from({ length: result.length }, (_, at) => Number(result.columns.bucket?.[at] ?? 0))
}

const TEXTS = [
  ...(['territory_set', 'province_code', 'indicator_code', 'breakdown_key', 'breakdown_values', 'basis'] as const),
  ...(['scope', 'scope_vi', 'scope_en', 'unit_level', 'period_basis', 'duration', 'unit', 'state', 'word'] as const),
  ...(['magnitudes', 'terms', 'sources', 'comparison_key'] as const),
] as const
const OTHERS = [
  ...([
    'stands',
    'period_start',
    'period_end',
    'value',
    'counted',
    'counted_of',
    'low',
    'high',
    'approx',
    'needs_verification',
  ] as const),
  ...(['provisional', 'estimated', 'mismatch', 'finer_differs', 'same_key_added', 'is_list', 'days', 'days_of'] as const),
] as const

type Columns = Readonly<Record<(typeof TEXTS)[number] | (typeof OTHERS)[number], readonly Cell[]>>

/** Looked up once: there are thousands of rows. */
function columnsOf({ columns }: ResultSet): Columns {
  const found = [...TEXTS, ...OTHERS].map((name) => {
    const column = columns[name]
    if (!column) throw new RangeError(`no column ${name} in the answer`)
    return [name, column] as const
  })
  return Object.fromEntries(found) as Columns
}

function readFigure(of: Columns, at: number): Figure {
  const [numerator, denominator] = [number(of.counted, at), number(of.counted_of, at)]
  return {
    territory: { set: text(of.territory_set, at) as TerritorySet, code: text(of.province_code, at) },
    indicator: text(of.indicator_code, at),
    breakdownKey: text(of.breakdown_key, at),
    breakdownValues: list(of.breakdown_values, at, '+'),
    basis: text(of.basis, at) as FigureBasis,
    stands: is(of.stands, at),
    scope: text(of.scope, at),
    scopeVi: text(of.scope_vi, at),
    scopeEn: text(of.scope_en, at),
    unitLevel: text(of.unit_level, at) as UnitLevel,
    period: {
      start: day(of.period_start, at),
      end: day(of.period_end, at),
      basis: text(of.period_basis, at) as PeriodBasis,
      duration: text(of.duration, at),
    },
    value: number(of.value, at),
    ...(numerator !== null && denominator !== null ? { counts: { numerator, denominator } } : {}),
    unit: text(of.unit, at),
    low: is(of.low, at),
    high: is(of.high, at),
    approx: is(of.approx, at),
    state: text(of.state, at) as State,
    word: text(of.word, at),
    magnitudes: list(of.magnitudes, at, ',').map(Number),
    terms: list(of.terms, at, ',').map(Number).sort(ascending),
    sources: [...new Set(list(of.sources, at, '|'))].sort(),
    needsVerification: is(of.needs_verification, at),
    provisional: is(of.provisional, at),
    estimated: is(of.estimated, at),
    mismatch: is(of.mismatch, at),
    finerDiffers: is(of.finer_differs, at),
    sameKeyAdded: is(of.same_key_added, at),
    isList: is(of.is_list, at),
    days: number(of.days, at),
    daysOf: number(of.days_of, at),
    comparisonKey: text(of.comparison_key, at),
  }
}

function text(column: readonly Cell[], at: number): string {
  return String(column[at] ?? '')
}

function list(column: readonly Cell[], at: number, by: string): string[] {
  const whole = text(column, at)
  return whole === '' ? [] : whole.split(by)
}

function day(column: readonly Cell[], at: number): string | null {
  const cell = column[at] ?? null
  return cell === null ? null : String(cell).slice(0, 10)
}

function number(column: readonly Cell[], at: number): number | null {
  const cell = column[at] ?? null
  return cell === null ? null : Number(cell)
}

function is(column: readonly Cell[], at: number): boolean {
  return column[at] === true
}

function ascending(a: number, b: number): number {
  return a - b
}
