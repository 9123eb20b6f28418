import type { Dataset } from '../model/dataset.ts'
import { type Coverage, coverageOf } from '../model/rules/coverage.ts'
import type { View } from '../model/view.ts'
import { viewStatements } from './ask-view.ts'
import { ofIndicators, stateFor } from './place-state.ts'
import { type Answer, reportersIn } from './view-answer.ts'
import { viewQuery } from './view-query.ts'

/** Every indicator in the time and the places of a view, as it would be counted if it alone were chosen. */
export function coverageView(view: View, dataset: Dataset): View {
  return { ...view, indicators: dataset.indicators.map(({ code }) => code), filters: {}, comparison: 'none', sort: null }
}

/** The statements for a `coverageView`; also for what does not stand, which may decide which of both lists counts (`joinLists`). */
export function coverageStatements(asked: View, dataset: Dataset): readonly string[] {
  return viewStatements(viewQuery(asked, dataset))
}

/** Rule 10: indicator code → how many of the expected places have what. By the rules of every other answer, on any list of provinces. */
export function coveragesOf(answer: Answer, asked: View, dataset: Dataset): ReadonlyMap<string, Coverage> {
  const places = reportersIn(asked, dataset)
  return new Map(
    asked.indicators.map((code) => {
      const wanted = ofIndicators([code])
      return [code, coverageOf(places.map((key) => stateFor(key, answer, wanted)))]
    }),
  )
}
