import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import type { Dataset, DatasetMeta } from '../../src/model/dataset.ts'
import type { ExpectedReport } from '../../src/model/expected-report.ts'
import type { Observation } from '../../src/model/observation.ts'
import { type Coverage, coverageFirst, coverageOf } from '../../src/model/rules/coverage.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { askAll, viewStatements } from '../../src/query/ask-view.ts'
import { coverageStatements, coveragesOf, coverageView } from '../../src/query/coverage-query.ts'
import { narrowAnswer } from '../../src/query/narrow-answer.ts'
import { readOwed } from '../../src/query/owed-query.ts'
import { ofIndicators, stateFor } from '../../src/query/place-state.ts'
import { dropSql } from '../../src/query/resolve/load-statements.ts'
import { type Answer, readAnswer, reportersIn } from '../../src/query/view-answer.ts'
import { viewOwedSql, viewQuery } from '../../src/query/view-query.ts'
import { loadWorld } from '../support/load-world.ts'
import { openNational } from '../support/national-simulated.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { observation } from '../support/observation.ts'
import { worldMeta } from '../support/small-worlds.ts'
import { bothLists } from '../support/units.ts'

type Ask = Parameters<typeof askAll>[1]

async function answerTo(statements: readonly string[], view: View, dataset: Dataset, ask: Ask): Promise<Answer> {
  const owed = viewOwedSql(view, dataset)
  return readAnswer(await askAll(statements, ask), dataset, view, owed === null ? [] : readOwed(await ask(owed)))
}

async function pickerOf(view: View, dataset: Dataset, ask: Ask): Promise<ReadonlyMap<string, Coverage>> {
  const asked = coverageView(view, dataset)
  return coveragesOf(await answerTo(coverageStatements(asked, dataset), asked, dataset, ask), asked, dataset)
}

/** What the strip counts once that indicator alone is chosen. */
async function stripOf(indicator: string, view: View, dataset: Dataset, ask: Ask): Promise<Coverage> {
  const chosen = { ...view, indicators: [indicator], filters: {} }
  const answer = await answerTo(viewStatements(viewQuery(chosen, dataset)), chosen, dataset, ask)
  return coverageOf(reportersIn(chosen, dataset).map((key) => stateFor(key, answer)))
}

const NOBODY: Coverage = {
  ...{ numbers: 0, partOfTime: 0, inWords: 0, parts: 0, otherTime: 0, notMentioned: 0, notReceived: 0, withheld: 0 },
  ...{ notApplicable: 0, notSplit: 0, notDivided: 0, of: 0 },
}

describe('by hand', () => {
  let database: Database
  let number = 0
  beforeAll(async () => {
    database = await openNodeDatabase()
  })
  afterAll(() => database.close())
  const ask: Ask = (sql) => database.query(sql)

  async function datasetOf(rows: readonly Partial<Observation>[], more: Partial<DatasetMeta> = {}): Promise<Dataset> {
    const schema = `ds_c${++number}`
    const reporters = ['63:35', '63:36', '63:37', '63:58', '63:84'] as const
    const meta = { territories: bothLists(), reporters, ...more }
    const typed = rows.map((row, at) => observation({ indicator: 'flow', ...row, row: at }))
    await loadWorld(database, schema, typed, more.calendar ?? '01-01', meta)
    return { ...worldMeta(schema), ...meta, years: [], latestDay: '2024-12-31', rhythms: [], seams: [] }
  }
  const of = (provinceCode: string, months: readonly [first: string, last: string], more: Partial<Observation> = {}) => {
    const [first, last] = months
    return { provinceCode, periodStart: `2024-${first}-01`, periodEnd: last, ...more }
  }
  const year = (code: string, more: Partial<Observation> = {}) => of(code, ['01', '2024-12-31'], more)
  const quarter = (code: string, more: Partial<Observation> = {}) => of(code, ['01', '2024-03-31'], more)
  const IN_2024: View = { ...EMPTY_VIEW, time: { kind: 'window', from: '2024', to: '2024' } }
  const expects = (indicator: string, change: Partial<ExpectedReport> = {}): ExpectedReport => ({
    ...{ territorySet: '63', indicator, grain: 'year', from: '2024-01-01', to: '2024-12-31', dueDays: 10 },
    ...change,
  })

  async function both(view: View, dataset: Dataset): Promise<ReadonlyMap<string, Coverage>> {
    const picker = await pickerOf(view, dataset, ask)
    for (const code of ['flow', 'won']) expect(picker.get(code), code).toEqual(await stripOf(code, view, dataset, ask))
    await database.query(dropSql(dataset.schema))
    return picker
  }

  test('two of five have all days and three have some: both are counted, and the coverage comes first', async () => {
    const dataset = await datasetOf([year('35'), year('36'), ...['37', '58', '84'].map((code) => quarter(code))])
    const flow = (await both(IN_2024, dataset)).get('flow') as Coverage
    expect(flow).toEqual({ ...NOBODY, numbers: 2, partOfTime: 3, of: 5 })
    expect(coverageFirst(flow)).toBe(true)
  })

  test('the latest of each lacks no days', async () => {
    const dataset = await datasetOf([year('35'), quarter('36')])
    expect((await both(EMPTY_VIEW, dataset)).get('flow')).toEqual({ ...NOBODY, numbers: 2, notMentioned: 3, of: 5 })
  })

  test('who owes one indicator has not sent that one, and no other', async () => {
    const rows = [year('35'), year('35', { indicator: 'won' }), quarter('36')]
    const dataset = await datasetOf(rows, { expected: [expects('flow')], asOf: '2025-02-01' })
    const picker = await both(IN_2024, dataset)
    expect(picker.get('flow')).toEqual({ ...NOBODY, numbers: 1, partOfTime: 1, notReceived: 3, of: 5 })
    expect(picker.get('won')).toEqual({ ...NOBODY, numbers: 1, notMentioned: 4, of: 5 })
  })

  test('of an answer about both, the one that is owed stays owed when the other is looked at', async () => {
    const expected = [expects('flow')]
    const dataset = await datasetOf([year('35'), year('35', { indicator: 'won' })], { expected, asOf: '2025-02-01' })
    const view: View = { ...IN_2024, indicators: ['flow', 'won'] }
    const answer = await answerTo(viewStatements(viewQuery(view, dataset)), view, dataset, ask)
    expect(['flow', 'won'].map((code) => stateFor('63:36', answer, ofIndicators([code])))).toEqual([
      'not_received',
      'not_mentioned',
    ])
    expect(stateFor('63:36', answer)).toBe('not_received')
    const narrowed = (code: string) => narrowAnswer(answer, dataset, ofIndicators([code]))
    expect(narrowed('flow').owed.length).toBe(4)
    expect(narrowed('won').owed).toEqual([])
    expect(stateFor('63:36', narrowed('won'))).toBe('not_mentioned')
    await database.query(dropSql(dataset.schema))
  })

  test('a report that a merged unit owes is not made good by one of another time, which cannot be split', async () => {
    const dataset = await datasetOf(
      [
        { territorySet: '34', provinceCode: '37', periodStart: '2025-07-01', periodEnd: '2025-12-31' },
        { territorySet: '34', provinceCode: '38', periodStart: '2025-07-01', periodEnd: '2025-12-31' },
      ],
      {
        territorySets: ['63', '34'],
        reporters: ['34:37', '34:38'],
        expected: [expects('flow', { territorySet: '34', grain: 'half', from: '2026-01-01', to: '2026-06-30' })],
        asOf: '2026-08-01',
      },
    )
    const view: View = { ...EMPTY_VIEW, units: '63', time: { kind: 'window', from: '2026-H1', to: '2026-H1' } }
    expect((await both(view, dataset)).get('flow')).toEqual({ ...NOBODY, notReceived: 4, of: 4 })
  })

  test('communes that owe it make the number of their province, some of them a part of it', async () => {
    const commune = (code: string, name: string) =>
      year(code, { unitLevel: 'xa', unitName: name, levelRelation: 'within', scopeVi: name, scopeEn: name })
    const owes = (code: string) =>
      expects('flow', { lower: { territory: { set: '63', code }, level: 'xa', names: ['xã A', 'xã B'] } })
    const rows = [
      commune('35', 'xã A'),
      commune('35', 'xã B'),
      commune('36', 'xã A'),
      commune('37', 'xã A'),
      commune('37', 'xã B'),
    ]
    const dataset = await datasetOf(rows, { expected: [owes('35'), owes('36')] })
    expect((await both(IN_2024, dataset)).get('flow')).toEqual({ ...NOBODY, numbers: 1, parts: 2, notMentioned: 2, of: 5 })
  })

  test('a kind whose total is withheld stands for nothing, and yet its list counts before an old unit of the other one', async () => {
    const kind = { breakdownKey: 'add', breakdownValue: 'x' } as const
    const native = { territorySet: '34', provinceCode: '37', sourceId: 'B' } as const
    const dataset = await datasetOf(
      [
        { provinceCode: '35', sourceId: 'B', periodStart: '2025-04-01', periodEnd: '2025-06-30', ...kind },
        { ...native, periodStart: '2025-07-01', periodEnd: '2025-12-31', ...kind },
        { ...native, periodStart: '2023-07-01', periodEnd: '2024-06-30', value: null, status: 'suppressed' },
      ],
      { calendar: '07-01', territorySets: ['63', '34'], reporters: ['34:37', '34:38'] },
    )
    const flow = (await both({ ...EMPTY_VIEW, units: '34' }, dataset)).get('flow')
    expect(flow).toEqual({ ...NOBODY, withheld: 1, notMentioned: 1, of: 2 })
  })

  test('chosen places are counted alone, and a filter, which a choice leaves behind, is not', async () => {
    const dataset = await datasetOf([year('35'), year('36', { breakdownKey: 'add', breakdownValue: 'x' }), quarter('84')])
    const view: View = { ...IN_2024, units: '63', territories: ['35', '84'], filters: { add: ['x'] } }
    expect((await both(view, dataset)).get('flow')).toEqual({ ...NOBODY, numbers: 1, partOfTime: 1, of: 2 })
  })
})

test('of the simulated country the list of indicators says what the strip of each says, on either list', async () => {
  const { opened, ask } = await openNational()
  const { dataset } = opened
  const view: View = { ...EMPTY_VIEW, dataset: dataset.id, time: { kind: 'last', count: 12, grain: 'm' } }
  for (const units of ['34', '63'] as const) {
    const picker = await pickerOf({ ...view, units }, dataset, ask)
    for (const code of ['tips_received', 'models_recognised_provincial'])
      expect(picker.get(code), `${units} ${code}`).toEqual(await stripOf(code, { ...view, units }, dataset, ask))
    if (units === '34') expect(picker.get('tips_received')).toMatchObject({ numbers: 19, partOfTime: 15, of: 34 })
  }
}, 60_000)
