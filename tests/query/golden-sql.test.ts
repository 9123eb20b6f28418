import { beforeAll, describe, expect, test } from 'vitest'
import { CHART_TYPES } from '../../src/charts/index.ts'
import type { Figure } from '../../src/model/figure.ts'
import { figuresOf } from '../../src/model/rules/figures.ts'
import { resolveRows } from '../../src/model/rules/resolve-rows.ts'
import type { Window } from '../../src/model/rules/time.ts'
import { EMPTY_VIEW } from '../../src/model/view.ts'
import { readAnswer } from '../../src/query/view-answer.ts'
import { checkedBook, checkedObservations } from '../support/checked-reports.ts'
import { expectGolden, goldenNames, readGolden } from '../support/golden.ts'
import { openPublicReports, type PublicReports } from '../support/public-reports.ts'
import { PUBLIC_VIEWS, type PublicView, searchOf } from '../support/public-views.ts'

let reports: PublicReports
beforeAll(async () => {
  reports = await openPublicReports()
})

/** Stands in the goldens for the fingerprint of the data, which is another one after every correction. */
const PLACEHOLDER = 'ds_00000000'

const book = checkedBook()
const resolved = resolveRows(checkedObservations(), book)

/** One view of every shape of the question: the rest says nothing new about its text. */
const GOLDEN = PUBLIC_VIEWS.filter(({ name }) =>
  [
    'overview',
    'overview-2024',
    'overview-2019-2024',
    'overview-two-provinces',
    'dom-tips',
    'dom-models',
    'dom-surrenders',
    'dom-charity',
    'tips',
    'weapons',
    'crude-weapons',
    'houses',
    'coverage-share',
  ].includes(name),
)

describe.each(GOLDEN)('golden $name', (view) => {
  const golden = `sql/${view.name}.sql`

  test.each(CHART_TYPES.map((chart) => [chart.id]))('the SQL of %s is its golden', async (id) => {
    const { sql, notices } = await reports.answerOf(`${searchOf(view)}&c=${id}`)
    expect(notices).toEqual([])
    expect(sql.split(reports.dataset.schema).length).toBeGreaterThan(2)
    // The charts of a view draw one answer, so that a change of chart asks nothing: they have one golden.
    expectGolden(golden, sql.replaceAll(reports.dataset.schema, PLACEHOLDER))
  })

  test('the golden, run on the engine, gives what the rules give', async () => {
    const { dataset, workspace } = reports
    const sql = readGolden(golden).replaceAll(PLACEHOLDER, dataset.schema)
    const { figures, otherTime } = readAnswer(await workspace.ask(dataset.id, sql), dataset, {
      ...EMPTY_VIEW,
      dataset: dataset.id,
      units: '63',
    })
    expect(figures.map(rounded)).toEqual(byTheRules(view, view.window).map(rounded))
    expect(otherTime.map(rounded)).toEqual((view.window ? byTheRules(view, null) : []).map(rounded))
    expect(figures.length + otherTime.length).toBeGreaterThan(0)
  })
})

test.each(PUBLIC_VIEWS)('the link of $name gives what the rules give', async (view) => {
  const { answer } = await reports.answerOf(searchOf(view))
  expect(answer.figures.map(rounded)).toEqual(byTheRules(view, view.window).map(rounded))
  expect(answer.otherTime.map(rounded)).toEqual((view.window ? byTheRules(view, null) : []).map(rounded))
})

test('no golden is left over', () => {
  expect(goldenNames('sql')).toEqual(GOLDEN.map(({ name }) => `${name}.sql`).sort())
})

/** Figures against sums that the test makes itself from the checked rows, by their ids; the number is what the reports say. */
const SUMS: readonly [link: string, province: string, indicator: string, kind: string, ids: readonly string[], sum: number][] = [
  ['i=surrendered_items', '36', 'surrendered_items', 'grenade', ['S000-004', 'S000-010'], 32],
  ['i=surrendered_items', '36', 'surrendered_items', 'ammunition_round', ['S000-009'], 3089],
  ['i=surrendered_items', '84', 'surrendered_items', 'ammunition_round', ['S002-021'], 382],
  ['i=surrendered_items', '36', 'surrendered_items', 'explosive', ['S000-007'], 180],
  ['i=charity_donations', '84', 'charity_donations', 'benefactors+officers', ['S002-041', 'S002-043', 'S002-044'], 5_284_000_000],
  [
    'i=charity_gifts',
    '84',
    'charity_gifts',
    'disadvantaged_families_and_students+poor_khmer_households',
    ['S002-042', 'S002-045'],
    6147,
  ],
  [
    'i=charity_houses',
    '84',
    'charity_houses',
    'compassion_tinh_thuong+comradeship_dong_doi+gratitude_tinh_nghia',
    ['S002-047', 'S002-048', 'S002-049'],
    18,
  ],
  ['i=models_registered', '84', 'models_registered', '', ['S002-025'], 150],
  ['i=models_maintained', '35', 'models_maintained', '', ['S001-027'], 132],
  ['i=models_built', '36', 'models_built', '', ['S000-013'], 52],
  ['i=tips_received', '36', 'tips_received', 'valuable', ['S000-001'], 8968],
  ['i=tips_received&t=2024', '84', 'tips_received', 'security_related', ['S002-014'], 2127],
  ['i=online_service_share', '84', 'online_service_share', '', ['S002-034'], 99.9],
]

test.each(SUMS)('%s: %s %s %s is the sum of %j', async (link, province, indicator, kind, ids, sum) => {
  const rows = checkedObservations().filter(({ observationId }) => ids.includes(observationId))
  expect(rows).toHaveLength(ids.length)
  expect(rows.reduce((all, { value }) => all + (value ?? Number.NaN), 0)).toBe(sum)
  const { answer } = await reports.answerOf(searchOf({ link }))
  const found = answer.figures.filter(
    (figure) =>
      figure.territory.code === province &&
      figure.indicator === indicator &&
      figure.breakdownValues.join('+') === kind &&
      figure.stands,
  )
  expect(found.map(({ value, terms }) => ({ value, terms }))).toEqual([{ value: sum, terms: rows.map(({ row }) => row) }])
})

function byTheRules({ indicators, provinces, filter }: PublicView, window: Window | null): Figure[] {
  return figuresOf(resolved, book, window, filter).filter(
    ({ indicator, territory }) => indicators.includes(indicator) && (provinces === null || provinces.includes(territory.code)),
  )
}

/** The engine adds in an order of its own: the last binary digits may differ. */
function rounded(figure: Figure): Figure {
  return { ...figure, value: figure.value === null ? null : Number(figure.value.toPrecision(12)) }
}
