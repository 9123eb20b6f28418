import type { Figure, FigureBasis, State } from '../../model/figure.ts'
import type { PeriodBasis, UnitLevel } from '../../model/observation.ts'
import type { Cell, ResultSet } from '../../model/result-set.ts'
import type { TerritorySet } from '../../model/territory.ts'

/** The figures in the answer to `figuresSql`. Throws a RangeError when a column is missing. */
export function readFigures(result: ResultSet): Figure[] {
  return Array.from({ length: result.length }, (_, at) => readFigure(result, at))
}

/** For each figure of `readFigures`, the number of the window that it answers. */
export function readBuckets(result: ResultSet): number[] {
  return Array.from({ length: result.length }, (_, at) => Number(result.columns.bucket?.[at] ?? 0))
}

function readFigure(result: ResultSet, at: number): Figure {
  const cell = (name: string): Cell => {
    const column = result.columns[name]
    if (!column) throw new RangeError(`no column ${name} in the answer`)
    return column[at] ?? null
  }
  const text = (name: string) => String(cell(name) ?? '')
  const list = (name: string, by: string) => (text(name) === '' ? [] : text(name).split(by))
  const day = (name: string) => (cell(name) === null ? null : text(name).slice(0, 10))
  const number = (name: string) => (cell(name) === null ? null : Number(cell(name)))
  const ascending = (a: number, b: number) => a - b
  return {
    territory: { set: text('territory_set') as TerritorySet, code: text('province_code') },
    indicator: text('indicator_code'),
    breakdownKey: text('breakdown_key'),
    breakdownValues: list('breakdown_values', '+'),
    basis: text('basis') as FigureBasis,
    stands: cell('stands') === true,
    scope: text('scope'),
    scopeVi: text('scope_vi'),
    scopeEn: text('scope_en'),
    unitLevel: text('unit_level') as UnitLevel,
    period: {
      start: day('period_start'),
      end: day('period_end'),
      basis: text('period_basis') as PeriodBasis,
      duration: text('duration'),
    },
    value: number('value'),
    unit: text('unit'),
    low: cell('low') === true,
    high: cell('high') === true,
    approx: cell('approx') === true,
    state: text('state') as State,
    word: text('word'),
    magnitudes: list('magnitudes', ',').map(Number),
    terms: list('terms', ',').map(Number).sort(ascending),
    sources: [...new Set(list('sources', '|'))].sort(),
    needsVerification: cell('needs_verification') === true,
    provisional: cell('provisional') === true,
    estimated: cell('estimated') === true,
    mismatch: cell('mismatch') === true,
    finerDiffers: cell('finer_differs') === true,
    sameKeyAdded: cell('same_key_added') === true,
    isList: cell('is_list') === true,
    days: number('days'),
    daysOf: number('days_of'),
    comparisonKey: text('comparison_key'),
  }
}
