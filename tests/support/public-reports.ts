import { vi } from 'vitest'
import { CHART_TYPES } from '../../src/charts/index.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import { type ObservationsFormat, readCatalog, readReference } from '../../src/data/catalog.ts'
import { createWorkspace, type Workspace } from '../../src/data/workspace.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Notice } from '../../src/model/notice.ts'
import type { View } from '../../src/model/view.ts'
import { type Answer, readAnswer } from '../../src/query/view-answer.ts'
import { viewQuery, viewSql } from '../../src/query/view-query.ts'
import { defaultViewOf, resolveView } from '../../src/state/resolve-view.ts'
import { fromSearch } from '../../src/state/url.ts'
import { catalogUrl, fetchFromDisk } from './dataset-files.ts'
import { openNodeDatabase } from './node-database.ts'
import { nodeFormats } from './node-parquet.ts'

/** What a link shows: everything a picture is drawn from but its width and theme, the SQL that was asked, and what was ignored. */
export interface Asked extends Omit<PictureInput, 'width' | 'dark'> {
  readonly sql: string
  readonly notices: readonly Notice[]
}

export interface PublicReports {
  readonly workspace: Workspace
  readonly dataset: Dataset
  /** From a link to the answer of the engine, the way the page goes; one SQL text is asked once. */
  answerOf(search: string): Promise<Asked>
}

const opened = new Map<ObservationsFormat, Promise<PublicReports>>()

/** How long the engine may take to start, to load and to answer on a busy machine. */
export const OPENING_TIME = 120_000
vi.setConfig({ testTimeout: OPENING_TIME, hookTimeout: OPENING_TIME })

/** The published reports in the real engine, read from the disk by the app's own catalogue, formats and load; once per test file. */
export function openPublicReports(format: ObservationsFormat = 'csv'): Promise<PublicReports> {
  const reports = opened.get(format) ?? open(format)
  opened.set(format, reports)
  return reports
}

async function open(format: ObservationsFormat): Promise<PublicReports> {
  const catalog = await readCatalog(fetchFromDisk, catalogUrl)
  const reference = await readReference(fetchFromDisk, catalog)
  const parts = { catalog, ...reference, fetchBytes: fetchFromDisk, startEngine: openNodeDatabase }
  const workspace = createWorkspace({ ...parts, format, formats: nodeFormats })
  const { dataset } = await workspace.open(ID)
  const answers = new Map<string, Promise<Answer>>()

  // The SQL text and what is made of its answer are the key, as they are in the page: a language or a chart asks nothing.
  const answerTo = (sql: string, view: View): Promise<Answer> => {
    const key = [sql, view.units, view.normalisation, view.comparison].join(' ')
    const answer = answers.get(key) ?? workspace.ask(ID, sql).then((result) => readAnswer(result, dataset, view))
    answers.set(key, answer)
    return answer
  }
  return {
    workspace,
    dataset,
    answerOf: async (search) => {
      const opening = fromSearch(search, defaultViewOf(dataset))
      const { view, notices } = resolveView({ ...opening.view, dataset: ID }, dataset, CHART_IDS)
      const sql = viewSql(viewQuery(view, dataset))
      const { language } = view
      const all = [...opening.notices, ...notices]
      return { answer: await answerTo(sql, view), view, dataset, words: wordsOf(language), language, sql, notices: all }
    },
  }
}

const ID = 'public-reports'
const CHART_IDS = CHART_TYPES.map((chart) => chart.id)
