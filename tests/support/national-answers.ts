import { CHART_TYPES } from '../../src/charts/index.ts'
import { line } from '../../src/charts/line.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { View } from '../../src/model/view.ts'
import { askAll, viewStatements } from '../../src/query/ask-view.ts'
import { readOwed } from '../../src/query/owed-query.ts'
import { readSeries, seriesQuestion, seriesSql } from '../../src/query/series-query.ts'
import { type Answer, readAnswer } from '../../src/query/view-answer.ts'
import { viewOwedSql, viewQuery } from '../../src/query/view-query.ts'
import { defaultViewOf, resolveView } from '../../src/state/resolve-view.ts'
import { fromSearch } from '../../src/state/url.ts'
import { openNational } from './national-simulated.ts'

/** Everything that a picture is drawn from but its width and theme. */
export type NationalAsked = Omit<PictureInput, 'width' | 'dark'>

/**
 * From a link to the answer of the engine about the simulated country, owed reports included, the way the page goes; `withLines` also
 * to the figures over time of a view that shows lines by itself.
 */
export async function openNationalAnswers(): Promise<(search: string, withLines?: boolean) => Promise<NationalAsked>> {
  const { opened, ask } = await openNational()
  const { dataset } = opened
  const answers = new Map<string, Promise<Answer>>()
  const answerTo = async (statements: readonly string[], view: View): Promise<Answer> => {
    const owed = viewOwedSql(view, dataset)
    return readAnswer(await askAll(statements, ask), dataset, view, owed === null ? [] : readOwed(await ask(owed)))
  }
  return async (search, withLines = false) => {
    const opening = fromSearch(search, defaultViewOf(dataset))
    const { view, notices } = resolveView({ ...opening.view, dataset: dataset.id }, dataset, CHART_IDS)
    // A view of a test that is not the one it means proves nothing.
    const all = [...opening.notices, ...notices]
    if (all.length > 0) throw new Error(`${search}: ${JSON.stringify(all)}`)
    const statements = viewStatements(viewQuery(view, dataset))
    const { units, normalisation, comparison, language } = view
    const key = `${statements.join()} ${units} ${normalisation} ${comparison}`
    const answer = answers.get(key) ?? answerTo(statements, view)
    answers.set(key, answer)
    const lines = withLines && line.suits(await answer, view, dataset) ? seriesQuestion(view, dataset) : null
    const series = lines && readSeries(await ask(seriesSql(lines)), lines, dataset, view)
    return { answer: await answer, view, dataset, words: wordsOf(language), language, ...(series ? { series } : {}) }
  }
}

const CHART_IDS = CHART_TYPES.map((chart) => chart.id)
