import { breakdownRule, type Dataset } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import { MAIN_DOMAINS } from '../model/indicator.ts'
import type { ResultSet } from '../model/result-set.ts'
import { type Comparability, compareFigures } from '../model/rules/comparability.ts'
import { headlineIndicators } from '../model/rules/headline.ts'
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
  readonly comparability: Comparability
}

export function viewQuery(view: View, dataset: Dataset): ViewQuery {
  const window = windowOf(view, dataset)
  const question = {
    schema: dataset.schema,
    window,
    indicators: indicatorsOf(view, dataset),
    territories: territoriesOf(view),
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

/** Reads the answer to `viewSql`, with the answer of rule 7 for what was asked. */
export function readAnswer(result: ResultSet, dataset: Dataset): Answer {
  const all = readFigures(result)
  const asked = result.columns.asked ?? []
  const figures = all.filter((_, at) => asked[at] === true)
  const additive = (figure: Figure) => breakdownRule(dataset, figure.indicator, figure.breakdownKey) === 'additive'
  return { figures, otherTime: all.filter((_, at) => asked[at] === false), comparability: compareFigures(figures, additive) }
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

/** The territories of a view; null for all. A code that is none, or names a group, is left out: `resolveView` has said so. */
export function territoriesOf(view: View): TerritoryRef[] | null {
  if (view.territories.length === 0) return null
  return view.territories.map((code) => readTerritoryCode(code, view.units)).filter((ref) => ref !== null)
}
