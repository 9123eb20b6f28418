import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import type { Figure } from '../../src/model/figure.ts'
import type { Source } from '../../src/model/source.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { readStraddling } from '../../src/query/straddling-query.ts'
import { type Answer, readAnswer } from '../../src/query/view-answer.ts'
import { viewQuery, viewSql, viewStraddlingSql } from '../../src/query/view-query.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { lineOf, NOT_OVER, OVER, told, WITHHELD, within } from '../support/worlds/hand-made-case.ts'
import { type LoadedBatch, loadBatch } from '../support/worlds/load-batch.ts'
import { ADDITIONAL } from '../support/worlds/rows.ts'
import { codeIn, type Draft, KINDS } from '../support/worlds/world-package.ts'

let database: Database
let batch: LoadedBatch
beforeAll(async () => {
  database = await openNodeDatabase()
  batch = await loadBatch(database, 'ds_edges', WORLDS, {
    ...{ calendar: '01-01', sources: [source('A', 0), source('B', 1)] },
    reporters: ['63:35', '63:36', '63:37', '63:46'],
  })
})
afterAll(() => database.close())

interface Case {
  readonly name: string
  readonly rows: readonly Draft[]
  readonly asked: Partial<View>
  readonly answer: readonly string[]
}

const SHARE = { straddling: 'share' } as const
/** 16 of its 30 days are in the first half of 2024. */
const JUNE_JULY = '2024-06-15/2024-07-14'

const CASES: readonly Case[] = [
  {
    name: 'rule 4: what straddles is left out unless it is asked for',
    rows: [told('63:36', 'flow', JUNE_JULY, 30)],
    asked: { time: within('2024-H1'), straddling: 'out' },
    answer: [],
  },
  {
    name: 'rule 4: what straddles the end is shared out by its days inside',
    rows: [told('63:36', 'flow', JUNE_JULY, 30)],
    asked: { time: within('2024-H1') },
    answer: ['63:36 flow 16 16/182 days estimated'],
  },
  {
    name: 'rule 4: the days of a row of a leap year are 366',
    rows: [told('63:36', 'flow', '2023-07-01/2024-06-30', 366), told('63:37', 'flow', '2024-07-01/2025-06-30', 365)],
    asked: { time: within('2024') },
    answer: ['63:36 flow 182 182/366 days estimated', '63:37 flow 184 184/366 days estimated'],
  },
  {
    name: 'rule 4: a report of two months over the edge of a year gives January to the year',
    rows: [told('63:36', 'flow', '2024-12-01/2025-01-31', 62), told('63:36', 'flow', '2025-02-01/2025-12-31', 1000)],
    asked: { time: within('2025') },
    answer: ['63:36 flow 1031 365/365 days estimated'],
  },
  {
    name: 'rule 4: both edges of a half-year of months from the 15th to the 14th',
    rows: [
      told('63:36', 'flow', '2024-12-15/2025-01-14', 31),
      told('63:36', 'flow', '2025-01-15/2025-06-14', 100),
      told('63:36', 'flow', '2025-06-15/2025-07-14', 30),
    ],
    asked: { time: within('2025-H1') },
    answer: ['63:36 flow 130 181/181 days estimated'],
  },
  {
    name: 'rule 4: a row longer than the window gives the whole of it',
    rows: [told('63:36', 'flow', '2023-01-01/2024-12-31', 731)],
    asked: { time: within('2024-02') },
    answer: ['63:36 flow 29 29/29 days estimated'],
  },
  {
    name: 'rule 4: of two rows for the same days the shorter gives them, the longer only what it lacks',
    rows: [told('63:36', 'flow', '2024-06-01/2024-08-31', 184), told('63:36', 'flow', JUNE_JULY, 30)],
    asked: { time: within('2024-H1') },
    answer: ['63:36 flow 44 30/182 days estimated'],
  },
  {
    name: 'rule 4: of two rows of one length that of the source trusted more',
    rows: [
      told('63:36', 'flow', '2024-06-10/2024-07-09', 3000, { sourceId: 'B' }),
      told('63:36', 'flow', JUNE_JULY, 30, { sourceId: 'A' }),
    ],
    asked: { time: within('2024-H1') },
    answer: ['63:36 flow 516 21/182 days estimated'],
  },
  {
    name: 'rule 4: days that a figure has are not filled',
    rows: [told('63:36', 'flow', '2024-Q1', 5), told('63:36', 'flow', '2023-07-01/2024-06-30', 366)],
    asked: { time: within('2024-H1') },
    answer: ['63:36 flow 96 182/182 days estimated'],
  },
  {
    name: 'rule 4: a bound is kept, and bounds that contradict are not added',
    rows: [
      told('63:36', 'flow', JUNE_JULY, 30, OVER),
      ...[told('63:37', 'flow', '2024-Q1', 10, NOT_OVER), told('63:37', 'flow', JUNE_JULY, 30, OVER)],
      ...[told('63:35', 'flow', '2024-Q1', 10), told('63:35', 'flow', JUNE_JULY, 30, NOT_OVER)],
    ],
    asked: { time: within('2024-H1') },
    answer: ['63:35 flow ≤26 107/182 days estimated', '63:36 flow ≥16 16/182 days estimated', '63:37 flow ≤10 91/182 days'],
  },
  {
    name: 'rule 4: what is withheld is not shared out, and is not made up for',
    rows: [
      told('63:36', 'flow', JUNE_JULY, null, WITHHELD),
      ...[told('63:37', 'flow', '2024-Q1', null, WITHHELD), told('63:37', 'flow', JUNE_JULY, 30)],
    ],
    asked: { time: within('2024-H1') },
    answer: ['63:37 flow no number 91/182 days suppressed'],
  },
  {
    name: 'rule 4: each kind is shared out by itself, parts add up again',
    rows: [
      ...[told('63:36', 'flow add=x', JUNE_JULY, 30), told('63:36', 'flow add=y', JUNE_JULY, 60)],
      ...[told('63:37', 'flow kind=x', JUNE_JULY, 30), told('63:37', 'flow kind=y', '2024-Q1', 7)],
    ],
    asked: { time: within('2024-H1') },
    answer: [
      '63:36 flow add=x+y 48 16/182 days estimated',
      '63:37 flow kind=x 16 16/182 days estimated',
      '63:37 flow kind=y 7 91/182 days',
    ],
  },
  {
    name: 'rule 4: a filter keeps its values of what straddles',
    rows: [
      told('63:36', 'flow', JUNE_JULY, 90),
      ...[told('63:36', 'flow add=x', JUNE_JULY, 30), told('63:36', 'flow add=y', JUNE_JULY, 60)],
    ],
    asked: { time: within('2024-H1'), filters: { add: ['x'] } },
    answer: ['63:36 flow add=x 16 16/182 days estimated'],
  },
  {
    name: 'rule 4: what a department adds to its province is shared out with it',
    rows: [told('63:36', 'flow', JUNE_JULY, 30), told('63:36', 'flow', JUNE_JULY, 15, ADDITIONAL)],
    asked: { time: within('2024-H1') },
    answer: ['63:36 flow 24 16/182 days estimated'],
  },
  {
    name: 'rule 4: a stock is never shared out, a ratio stays that of what is inside',
    rows: [
      told('63:36', 'stock', JUNE_JULY, 30),
      ...[told('63:36', 'won', '2024-Q1', 1), told('63:36', 'tried', '2024-Q1', 4), told('63:36', 'won', JUNE_JULY, 30)],
    ],
    asked: { time: within('2024-H1') },
    answer: ['63:36 won 17 107/182 days estimated', '63:36 tried 4 91/182 days', '63:36 rate 25 91/182 days'],
  },
  {
    name: 'rule 4: a month over the change of lists is shared by both halves of the year',
    rows: [told('63:46', 'flow', '2025-06-15/2025-07-14', 30), told('34:46', 'flow', '2025-07-15/2025-12-31', 100)],
    asked: { time: within('2025-H2'), units: '34' },
    answer: ['34:46 flow 114 184/184 days from 46 of 1 and itself estimated'],
  },
  {
    name: 'rule 4: old units that are shared out alike are added',
    rows: ['35', '36', '37'].map((code) => told(`63:${code}`, 'flow', '2025-06-15/2025-07-14', 30)),
    asked: { time: within('2025-H1'), units: '34' },
    answer: ['34:37 flow 48 16/181 days from 35+36+37 of 3 estimated'],
  },
  {
    name: 'rule 4: a row without one of its days straddles nothing',
    rows: [told('63:36', 'flow', '?/2024-07-14', 30), told('63:36', 'flow', '2024-06-15/?', 30)],
    asked: { time: within('2024-H1') },
    answer: [],
  },
]

const OVER_TWO_HALVES = [
  told('63:36', 'flow', '2024-01-01/2024-06-14', 100),
  told('63:36', 'flow', JUNE_JULY, 30),
  told('63:36', 'flow', '2024-07-15/2024-12-31', 70),
]
/** Each has indicators of its own. */
const WORLDS = [...CASES.map(({ rows }) => rows), OVER_TWO_HALVES]

test.each(CASES.map((one, world) => [one.name, one, world] as const))('%s', async (_, one, world) => {
  const { figures } = await ask(world, one.asked)
  expect(
    figures
      .filter(({ stands }) => stands)
      .map(said)
      .sort(),
  ).toEqual([...one.answer].sort())
})

test('rule 4: the earlier time is shared out like the time that is compared with it', async () => {
  const { figures, compared } = await ask(CASES.length, { time: within('2024-H2'), comparison: 'prev' })
  const change = compared?.changes.get(figures[0] as Figure)
  expect([figures[0], change?.base].map((figure) => figure && said(figure))).toEqual([
    '63:36 flow 84 184/184 days estimated',
    '63:36 flow 116 182/182 days estimated',
  ])
  expect(change?.step).toMatchObject({ value: -32, estimated: true })
})

test('nothing is asked for where nothing is shared out, or the window has no edge', () => {
  const sqlOf = (view: Partial<View>) =>
    viewStraddlingSql({ ...EMPTY_VIEW, ...SHARE, indicators: ['w0_flow'], ...view }, batch.dataset)
  expect(sqlOf({})).toBeNull()
  expect(sqlOf({ time: { kind: 'window', from: '2024', to: null } })).toBeNull()
  expect(sqlOf({ time: within('2024'), straddling: 'out' })).toBeNull()
  expect(sqlOf({ time: within('2024') })).toContain(`indicator_code IN ('w0_flow')`)
})

function said(figure: Figure): string {
  return [lineOf(figure), figure.estimated ? 'estimated' : ''].filter(Boolean).join(' ')
}

async function ask(world: number, asked: Partial<View>): Promise<Answer> {
  const { dataset } = batch
  const view: View = { ...EMPTY_VIEW, ...SHARE, indicators: KINDS.map(({ code }) => codeIn(world, code)), ...asked }
  const sql = viewStraddlingSql(view, dataset)
  const straddling = sql === null ? [] : readStraddling(await database.query(sql))
  return readAnswer(await database.query(viewSql(viewQuery(view, dataset))), dataset, view, [], straddling)
}

function source(id: string, order: number): Source {
  const nothing = { vi: '', en: '' }
  const words = { reportYearBasis: nothing, periodLabel: nothing, reportType: nothing, provinceVi: '' }
  const blank = { publisher: '', author: '', url: '', calendarStart: null, publishedDate: null, reportYear: 2024 }
  return { id, order, title: codeIn(0, id), ...blank, ...words }
}
