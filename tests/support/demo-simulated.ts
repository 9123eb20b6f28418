import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { readCatalog, readReference } from '../../src/data/catalog.ts'
import type { OpenDataset } from '../../src/data/open-dataset.ts'
import { createWorkspace } from '../../src/data/workspace.ts'
import { wordsOf } from '../../src/locale/words.ts'
import { readTime } from '../../src/model/time-choice.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { readSeries, type Series, seriesQuestion, seriesSql } from '../../src/query/series-query.ts'
import { type Answer, readAnswer } from '../../src/query/view-answer.ts'
import { viewQuery, viewSql } from '../../src/query/view-query.ts'
import { catalogUrl, fetchFromDisk } from './dataset-files.ts'
import { openNodeDatabase } from './node-database.ts'

export interface DemoSimulated {
  readonly opened: OpenDataset
  /** The answer about indicators at a time as links write it: `2024`, `2024-Q2`, `report`. */
  ask(indicators: readonly string[], time: string): Promise<{ readonly view: View; readonly answer: Answer }>
  /** The figures of a view over time; null where it has none. */
  series(view: View): Promise<Series | null>
  /** Everything that a picture over time is drawn from but its width and theme. The view is the empty one of list 63, with changes. */
  overTime(change: Partial<View>): Promise<Omit<PictureInput, 'width' | 'dark'>>
}

/** The simulated dataset in the real engine, read from the disk by the app's own catalogue, formats and load. */
export async function openDemoSimulated(): Promise<DemoSimulated> {
  const catalog = await readCatalog(fetchFromDisk, catalogUrl)
  const reference = await readReference(fetchFromDisk, catalog)
  const workspace = createWorkspace({ catalog, ...reference, fetchBytes: fetchFromDisk, startEngine: openNodeDatabase })
  const opened = await workspace.open(ID)
  const { dataset } = opened
  const answerTo = async (view: View) => readAnswer(await workspace.ask(ID, viewSql(viewQuery(view, dataset))), dataset, view)
  const seriesOf = async (view: View) => {
    const question = seriesQuestion(view, dataset)
    return question && readSeries(await workspace.ask(ID, seriesSql(question)), question, dataset, view)
  }
  return {
    opened,
    ask: async (indicators, text) => {
      const time = readTime(text)
      if (!time) throw new Error(`no such time: ${text}`)
      const view: View = { ...EMPTY_VIEW, dataset: ID, units: '63', indicators, time }
      return { view, answer: await answerTo(view) }
    },
    series: seriesOf,
    overTime: async (change) => {
      const view: View = { ...EMPTY_VIEW, dataset: ID, units: '63', ...change }
      const series = await seriesOf(view)
      const { language } = view
      const input = { answer: await answerTo(view), view, dataset, words: wordsOf(language), language }
      return series ? { ...input, series } : input
    },
  }
}

const ID = 'demo-simulated'
