import { beforeAll, describe, expect, test } from 'vitest'
import { bar } from '../../src/charts/bar.ts'
import { CHART_TYPES } from '../../src/charts/index.ts'
import { patchwork } from '../../src/charts/patchwork.ts'
import { barPanels, describeTable } from '../support/describe-picture.ts'
import { compactJson, expectGolden } from '../support/golden.ts'
import { type Asked, openPublicReports, type PublicReports } from '../support/public-reports.ts'
import { LANGUAGES, PICTURED, PUBLIC_VIEWS, searchOf } from '../support/public-views.ts'

let reports: PublicReports
beforeAll(async () => {
  reports = await openPublicReports()
})

describe.each(PICTURED)('the tables of $name', (view) => {
  test.each(LANGUAGES)('are their golden in %s', async (language) => {
    const asked = await reports.answerOf(searchOf(view, language))
    const charts = [patchwork, bar].filter((chart) => chart.accepts(asked.view, asked.dataset))
    const tables = charts.map((chart): [string, unknown] => [chart.id, describeTable(chart.table(inputOf(asked)))])
    expectGolden(`pictures/tables-${view.name}.${language}.json`, compactJson(Object.fromEntries(tables)))
  })
})

describe.each(PUBLIC_VIEWS)('in the tables of $name', (view) => {
  test('stand the figures of the picture, each once', async () => {
    const asked = await reports.answerOf(searchOf(view))
    const picture = patchwork.picture(inputOf(asked))
    if (picture.kind !== 'cells') throw new Error('no cells')
    const cells = picture.patchwork.cells.flat().flatMap((cell) => cell.figures.map(({ figure }) => figure))
    expect(new Set(figuresIn(patchwork, asked))).toEqual(new Set(cells))
    expect(figuresIn(patchwork, asked)).toHaveLength(cells.length)

    const bars = bar.picture(inputOf(asked))
    const drawn = bars.kind === 'canvas' ? barPanels(bars).flatMap((panel) => panel.bars.map(({ figure }) => figure)) : []
    const inTable = figuresIn(bar, asked)
    expect(new Set(inTable).size).toBe(inTable.length)
    for (const figure of drawn) expect(inTable).toContain(figure)
  })

  test('a place without any figure has one line that says why; no other line is without a figure', async () => {
    const asked = await reports.answerOf(searchOf(view))
    for (const chart of CHART_TYPES) {
      const { rows } = chart.table(inputOf(asked))
      const empty = rows.filter((row) => row.figure === null)
      const places = new Set(rows.filter((row) => row.figure !== null).map((row) => row.place))
      for (const row of empty) {
        expect(places).not.toContain(row.place)
        expect([row.number, row.value]).toEqual(['…', null])
        expect(['nguồn không nêu', 'có số, thời gian khác']).toContain(row.state)
      }
      expect(places.size + empty.length).toBe(view.provinces?.length ?? 5)
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    }
  })
})

test('what is sorted by is the number itself, and words are no number', async () => {
  const asked = await reports.answerOf(searchOf({ link: 'i=tips_received' }))
  const values = patchwork.table(inputOf(asked)).rows.map((row) => [row.place, row.number, row.value])
  expect(values).toEqual([
    ['Hà Nam', 'hàng trăm', null],
    ['Nam Định', '8.968', 8968],
    ['Ninh Thuận', '…', null],
    ['Trà Vinh', '2.127', 2127],
    ['Vĩnh Phúc', 'hàng nghìn', null],
  ])
})

function figuresIn(chart: (typeof CHART_TYPES)[number], asked: Asked) {
  return chart.table(inputOf(asked)).rows.flatMap(({ figure }) => (figure ? [figure] : []))
}

function inputOf(asked: Asked) {
  return { ...asked, width: 1100, dark: false }
}
