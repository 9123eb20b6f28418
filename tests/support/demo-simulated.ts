import { readCatalog, readReference } from '../../src/data/catalog.ts'
import { createWorkspace, type OpenDataset } from '../../src/data/workspace.ts'
import { readTime } from '../../src/model/time-choice.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { type Answer, readAnswer, viewQuery, viewSql } from '../../src/query/view-query.ts'
import { catalogUrl, fetchFromDisk } from './dataset-files.ts'
import { openNodeDatabase } from './node-database.ts'

export interface DemoSimulated {
  readonly opened: OpenDataset
  /** The answer about indicators at a time as links write it: `2024`, `2024-Q2`, `report`. */
  ask(indicators: readonly string[], time: string): Promise<{ readonly view: View; readonly answer: Answer }>
}

/** The simulated dataset in the real engine, read from the disk by the app's own catalogue, formats and load. */
export async function openDemoSimulated(): Promise<DemoSimulated> {
  const catalog = await readCatalog(fetchFromDisk, catalogUrl)
  const territories = await readReference(fetchFromDisk, catalog)
  const workspace = createWorkspace({ catalog, territories, fetchBytes: fetchFromDisk, startEngine: openNodeDatabase })
  const opened = await workspace.open(ID)
  return {
    opened,
    ask: async (indicators, text) => {
      const time = readTime(text)
      if (!time) throw new Error(`no such time: ${text}`)
      const view: View = { ...EMPTY_VIEW, dataset: ID, units: '63', indicators, time }
      const sql = viewSql(viewQuery(view, opened.dataset))
      return { view, answer: readAnswer(await workspace.ask(ID, sql), opened.dataset) }
    },
  }
}

const ID = 'demo-simulated'
