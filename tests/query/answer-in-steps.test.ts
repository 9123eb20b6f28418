import { expect, test } from 'vitest'
import { readCatalog, readReference } from '../../src/data/catalog.ts'
import { createWorkspace } from '../../src/data/workspace.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { askAll, viewStatements } from '../../src/query/ask-view.ts'
import { readAnswer, readAnswerInSteps } from '../../src/query/view-answer.ts'
import { viewQuery } from '../../src/query/view-query.ts'
import { catalogUrl, fetchFromDisk } from '../support/dataset-files.ts'
import { openNodeDatabase } from '../support/node-database.ts'

const ID = 'demo-simulated'

test('an answer that is read in steps is the same, and pauses between them', async () => {
  const catalog = await readCatalog(fetchFromDisk, catalogUrl)
  const reference = await readReference(fetchFromDisk, catalog)
  const workspace = createWorkspace({ catalog, ...reference, fetchBytes: fetchFromDisk, startEngine: openNodeDatabase })
  const { dataset } = await workspace.open(ID)
  const ask = (sql: string) => workspace.ask(ID, sql)
  const time = { kind: 'window', from: '2024', to: '2024' } as const
  const view: View = { ...EMPTY_VIEW, dataset: dataset.id, units: '63', time, comparison: 'yoy' }
  const result = await askAll(viewStatements(viewQuery(view, dataset)), ask)
  let pauses = 0
  const pause = async () => {
    pauses += 1
  }
  const answer = await readAnswerInSteps(pause, result, dataset, view)
  expect(answer).toEqual(readAnswer(result, dataset, view))
  expect(answer.figures.length).toBeGreaterThan(0)
  expect(pauses).toBeGreaterThan(3)
})
