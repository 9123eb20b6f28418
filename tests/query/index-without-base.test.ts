import { afterAll, beforeAll, expect, test } from 'vitest'
import { line } from '../../src/charts/line.ts'
import type { PictureInput } from '../../src/charts/parts/picture-input.ts'
import type { Database } from '../../src/data/database.ts'
import { wordsOf } from '../../src/locale/words.ts'
import type { Source } from '../../src/model/source.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { readSeries, seriesQuestion, seriesSql } from '../../src/query/series-query.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { viewQuery, viewSql } from '../../src/query/view-query.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { told } from '../support/worlds/hand-made-case.ts'
import { type LoadedBatch, loadBatch } from '../support/worlds/load-batch.ts'

let database: Database
let batch: LoadedBatch
beforeAll(async () => {
  database = await openNodeDatabase()
  batch = await loadBatch(database, 'ds_index', [APART, TOGETHER], {
    ...{ calendar: '01-01', sources: [SOURCE], reporters: ['63:35', '63:36', '63:37'] },
  })
})
afterAll(() => database.close())

const nothing = { vi: '', en: '' }
const SOURCE: Source = {
  ...{ id: 'A', order: 0, title: 'A', publisher: '', author: '', url: '', provinceVi: '' },
  ...{ publishedDate: null, reportYear: 2024, calendarStart: null },
  ...{ reportYearBasis: nothing, periodLabel: nothing, reportType: nothing },
}

const quarters = (by: string, values: readonly (number | null)[]) =>
  values.flatMap((value, at) => (value === null ? [] : [told(by, 'flow', `2024-Q${at + 1}`, value)]))
/** In no quarter do the three have a number. */
const APART = [...quarters('63:35', [1, 2, 3, 4]), ...quarters('63:36', [null, 5, 6]), ...quarters('63:37', [7, null, null, 8])]
const TOGETHER = [...quarters('63:35', [10, 20, 30, 40]), ...quarters('63:36', [null, 50, 25, 100])]

async function ask(world: number, change: Partial<View> = {}): Promise<PictureInput> {
  const { dataset } = batch
  const view: View = { ...EMPTY_VIEW, indicators: [`w${world}_flow`], normalisation: 'index', grain: 'quarter', ...change }
  const question = seriesQuestion(view, dataset)
  if (!question) throw new Error('no question')
  const series = readSeries(await database.query(seriesSql(question)), question, dataset, view)
  const answer = readAnswer(await database.query(viewSql(viewQuery(view, dataset))), dataset, view)
  const { language } = view
  return { answer, view, dataset, words: wordsOf(language), language, series, width: 900, dark: false }
}

test('rule 13: an index without a common base is no numbers but a sentence', async () => {
  const input = await ask(0)
  expect(input.series?.figures.flat().map(({ value }) => value)).toEqual(Array(8).fill(null))
  const picture = line.picture(input)
  expect(picture).toEqual({
    kind: 'nothing',
    reason: input.words.chart.lineNoBase(['Nam Định', 'Ninh Bình', 'Hà Nam']),
  })
  const english = line.picture(await ask(0, { language: 'en' }))
  expect(english.kind === 'nothing' && english.reason).toContain('In no period does every province have a number')
})

test('rule 13: fewer places have a common base', async () => {
  const { series } = await ask(0, { territories: ['o35', 'o36'] })
  const values = series?.figures.map((all) => all.map(({ value }) => value))
  expect(values).toEqual([[50], [100, 100], [150, 120], [200]])
})

test('rule 13: with a common base every line goes through 100, whose quarter the scale names', async () => {
  const input = await ask(1)
  expect(input.series?.figures.map((all) => all.map(({ value }) => value))).toEqual([[50], [100, 100], [150, 50], [200, 200]])
  const picture = line.picture(input)
  expect(picture.kind).toBe('canvas')
  expect(JSON.stringify(picture)).toContain('kỳ gốc quý II/2024 = 100')
})

test('rule 13: outside a series nothing is divided, and it is said where the index is', async () => {
  const { answer, words } = await ask(1, { time: { kind: 'window', from: '2024', to: '2024' } })
  expect(
    answer.figures.map(({ value, state, notNormalised }) => [value, state, notNormalised?.reason, notNormalised?.plain.value]),
  ).toEqual([
    [null, 'not_normalised', 'series_only', 100],
    [null, 'not_normalised', 'series_only', 175],
  ])
  expect(words.figure.notNormalised.series_only).toContain('biểu đồ diễn biến')
})
