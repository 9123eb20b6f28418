import { breakdownRule, type Dataset } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import { MAIN_DOMAINS } from '../model/indicator.ts'
import type { ResultSet } from '../model/result-set.ts'
import { onList, type RefusedSplit, type UnitsContext } from '../model/rules/administrative-units.ts'
import { type Comparability, compareFigures } from '../model/rules/comparability.ts'
import { headlineIndicators } from '../model/rules/headline.ts'
import { reportedAs } from '../model/rules/listed-reporters.ts'
import type { Window } from '../model/rules/time.ts'
import type { TerritoryRef } from '../model/territory.ts'
import { readTerritoryCode } from '../model/territory-code.ts'
import { windowDays } from '../model/time-choice.ts'
import type { View } from '../model/view.ts'
import { type FigureQuestion, figuresSql } from './figures/figures-sql.ts'
import { readFigures } from './figures/read-figures.ts'

/** What a view asks of the engine: figures of its time and, under a window, the latest ones beside them. */
export interface ViewQuery {
  readonly question: FigureQuestion
  readonly alsoLatest: boolean
}

/** The figures that a view shows, those it could show for another time, and what may be compared. */
export interface Answer {
  readonly figures: readonly Figure[]
  readonly otherTime: readonly Figure[]
  /** Units of the 34 whose figures cannot be split among the old units that the view counts by (rule 11). */
  readonly refused: readonly RefusedSplit[]
  readonly comparability: Comparability
}

export function viewQuery(view: View, dataset: Dataset): ViewQuery {
  const window = windowOf(view, dataset)
  const question = {
    schema: dataset.schema,
    window,
    indicators: indicatorsOf(view, dataset),
    territories: territoriesOf(view, dataset),
    filter: view.filters,
  }
  return { question, alsoLatest: window !== null }
}

/** SQL of a view's query: the columns of `figuresSql` and `asked`. */
export function viewSql({ question, alsoLatest }: ViewQuery): string {
  const asked = `SELECT *, TRUE AS asked FROM (${figuresSql(question)})`
  if (!alsoLatest) return asked
  return `${asked}\nUNION ALL\nSELECT *, FALSE AS asked FROM (${figuresSql({ ...question, window: null })})`
}

/** Reads the answer to `viewSql` on the list of provinces that the view counts by, with the answer of rule 7 for what was asked. */
export function readAnswer(result: ResultSet, dataset: Dataset, view: View): Answer {
  const all = readFigures(result)
  const asked = result.columns.asked ?? []
  const now = onList(
    all.filter((_, at) => asked[at] === true),
    unitsContext(view, dataset, windowOf(view, dataset)),
  )
  const other = onList(
    all.filter((_, at) => asked[at] === false),
    unitsContext(view, dataset, null),
  )
  const additive = (figure: Figure) => breakdownRule(dataset, figure.indicator, figure.breakdownKey) === 'additive'
  return {
    figures: now.figures,
    otherTime: other.figures,
    refused: now.refused,
    comparability: compareFigures(now.figures, additive),
  }
}

/** The window of a view; null for the latest of each. */
export function windowOf(view: View, dataset: Dataset): Window | null {
  return view.time.kind === 'report' ? null : windowDays(view.time, dataset.latestDay ?? '0001-01-01')
}

/** The indicators of a view in the package's order; the overview takes those that may stand for the main domains. */
export function indicatorsOf(view: View, dataset: Dataset): string[] {
  if (view.indicators.length === 0) {
    return MAIN_DOMAINS.flatMap((domain) => headlineIndicators(dataset.indicators, domain).map((indicator) => indicator.code))
  }
  return view.indicators.flatMap((code) =>
    code.startsWith('dom-')
      ? dataset.indicators.filter((indicator) => `dom-${indicator.domain}` === code).map((indicator) => indicator.code)
      : [code],
  )
}

/** What rule 11 has to know of a view; `window` null for the latest of each. */
export function unitsContext(view: View, dataset: Dataset, window: Window | null): UnitsContext {
  const aggregations = new Map(dataset.indicators.map(({ code, aggregation }) => [code, aggregation]))
  return {
    units: view.units,
    territories: dataset.territories,
    window,
    aggregationOf: (indicator) => aggregations.get(indicator) ?? 'none',
  }
}

/** The territories that a view names, on its own list; null for all. A code that is none, or names a group, is left out. */
export function chosenTerritories(view: View): TerritoryRef[] | null {
  if (view.territories.length === 0) return null
  return view.territories.map((code) => readTerritoryCode(code, view.units)).filter((ref) => ref !== null)
}

/** The territories whose reports a view is about, on either list; null for all. */
export function territoriesOf(
  view: View,
  { territories, territorySets }: Pick<Dataset, 'territories' | 'territorySets'>,
): TerritoryRef[] | null {
  const chosen = chosenTerritories(view)
  if (!chosen || view.units === 'goc') return chosen
  return chosen.flatMap((ref) => reportedAs(ref, territories)).filter(({ set }) => territorySets.includes(set))
}
