import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/data/database.ts'
import type { OpenDataset } from '../../src/data/open-dataset.ts'
import { type CalendarStart, CIVIL, monthAt, monthStart } from '../../src/model/calendar.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { ResultSet } from '../../src/model/result-set.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { isMonthStartSql, monthAtSql, yearAtSql } from '../../src/query/resolve/calendar-sql.ts'
import { dropSql } from '../../src/query/resolve/load-statements.ts'
import { readReport } from '../../src/query/resolve/read-report.ts'
import { readRhythms, rhythmsSql } from '../../src/query/resolve/rhythms.ts'
import { readSeries, seriesQuestion, seriesSql } from '../../src/query/series-query.ts'
import { openDemoSimulated } from '../support/demo-simulated.ts'
import { loadWorld } from '../support/load-world.ts'
import { MONTH_ENDS, openNational } from '../support/national-simulated.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { observation } from '../support/observation.ts'
import { openPublicReports } from '../support/public-reports.ts'

let database: Database
let number = 0
beforeAll(async () => {
  database = await openNodeDatabase()
})
afterAll(() => database.close())

/** `flow month 2024-01-01..2024-02-29` of rows in the engine. */
async function rhythmsOf(rows: readonly Partial<Observation>[], calendar: CalendarStart = CIVIL): Promise<string[]> {
  const schema = `ds_r${++number}`
  await loadWorld(
    database,
    schema,
    rows.map((row, at) => observation({ indicator: 'flow', ...row, row: at, observationId: `O${at}` })),
  )
  const answer = await database.query(`SELECT (${rhythmsSql(schema, calendar)}) AS rhythms`)
  await database.query(dropSql(schema))
  return readRhythms(String(answer.columns.rhythms?.[0]), calendar).map(
    ({ indicator, grain, from, to }) => `${indicator} ${grain} ${from}..${to}`,
  )
}

const span = (periodStart: string | null, periodEnd: string | null, more: Partial<Observation> = {}): Partial<Observation> => ({
  ...{ periodStart, periodEnd, ...more },
})
const day = (periodEnd: string, more: Partial<Observation> = {}) => span(null, periodEnd, { indicator: 'stock', ...more })

describe('flows', () => {
  test('of two months of one place are monthly, and gathered by what else holds two of them', async () => {
    expect(await rhythmsOf([span('2024-01-01', '2024-01-31'), span('2024-02-01', '2024-02-29')])).toEqual([
      'flow month 2024-01-01..2024-02-29',
    ])
    expect(await rhythmsOf([span('2023-12-01', '2023-12-31'), span('2024-02-01', '2024-02-29')])).toEqual([
      'flow month 2023-12-01..2024-02-29',
      'flow quarter 2023-12-01..2024-02-29',
      'flow half 2023-12-01..2024-02-29',
      'flow year 2023-12-01..2024-02-29',
    ])
  })

  test('of one stretch, of stretches off the calendar or without a bound have none', async () => {
    expect(await rhythmsOf([span('2024-01-01', '2024-01-31')])).toEqual([])
    expect(await rhythmsOf([span('2024-01-01', '2024-01-31'), span('2024-01-01', '2024-06-30')])).toEqual([])
    expect(await rhythmsOf([span('2024-01-15', '2024-02-14'), span('2024-02-15', '2024-03-14')])).toEqual([])
    expect(await rhythmsOf([span('2024-02-01', '2024-04-30'), span('2024-05-01', '2024-07-31')])).toEqual([])
    expect(await rhythmsOf([span(null, '2024-01-31'), span(null, '2024-02-29'), span('2024-03-01', null)])).toEqual([])
  })

  test('of one month in each of two places have none: nothing goes on', async () => {
    expect(
      await rhythmsOf([
        span('2024-01-01', '2024-01-31', { provinceCode: '36' }),
        span('2024-02-01', '2024-02-29', { provinceCode: '84' }),
      ]),
    ).toEqual([])
  })

  test('of years are yearly, beside months of another place monthly', async () => {
    const years = [span('2022-01-01', '2022-12-31'), span('2023-01-01', '2023-12-31')]
    expect(await rhythmsOf(years)).toEqual(['flow year 2022-01-01..2023-12-31'])
    const months = ['01-01|01-31', '02-01|02-29'].map((text) => {
      const [from = '', to = ''] = text.split('|')
      return span(`2024-${from}`, `2024-${to}`, { provinceCode: '84' })
    })
    expect(await rhythmsOf([...years, ...months])).toEqual([
      'flow month 2024-01-01..2024-02-29',
      'flow year 2022-01-01..2024-02-29',
    ])
  })

  test('of a part of the province do not count', async () => {
    const part = { scopeVi: 'thị xã', scopeEn: 'town' }
    expect(await rhythmsOf([span('2024-01-01', '2024-01-31', part), span('2024-02-01', '2024-02-29', part)])).toEqual([])
  })
})

describe('stocks and printed figures', () => {
  test.each([
    ['2024-01-31', '2024-02-29', 'month'],
    ['2024-03-31', '2024-06-30', 'quarter'],
    ['2023-12-31', '2024-06-30', 'half'],
    ['2023-12-31', '2024-12-31', 'year'],
  ])('of %s and %s are of a %s', async (one, other, grain) => {
    expect((await rhythmsOf([day(one), day(other)]))[0]).toBe(`stock ${grain} ${one}..${other}`)
    expect((await rhythmsOf([day(one, { indicator: 'printed' }), day(other, { indicator: 'printed' })]))[0]).toBe(
      `printed ${grain} ${one}..${other}`,
    )
  })

  test('of one day, twice, or of two places have none', async () => {
    expect(await rhythmsOf([day('2024-01-31'), day('2024-01-31', { breakdownKey: 'kind', breakdownValue: 'x' })])).toEqual([])
    expect(await rhythmsOf([day('2024-01-31'), day('2024-02-29', { provinceCode: '84' })])).toEqual([])
  })
})

describe('by a calendar whose year begins on 15 December', () => {
  const CALENDAR = '12-15'

  test('months go from the 15th to the 14th, quarters, halves and years of them', async () => {
    const months = [span('2023-12-15', '2024-01-14'), span('2024-01-15', '2024-02-14')]
    expect(await rhythmsOf(months, CALENDAR)).toEqual(['flow month 2023-12-15..2024-02-14'])
    const over = [span('2023-11-15', '2023-12-14'), span('2023-12-15', '2024-01-14')]
    expect(await rhythmsOf(over, CALENDAR)).toEqual(
      ['month', 'quarter', 'half', 'year'].map((grain) => `flow ${grain} 2023-11-15..2024-01-14`),
    )
    const quarters = [span('2023-12-15', '2024-03-14'), span('2024-03-15', '2024-06-14')]
    expect(await rhythmsOf(quarters, CALENDAR)).toEqual(['flow quarter 2023-12-15..2024-06-14'])
    const halves = [span('2023-12-15', '2024-06-14'), span('2024-06-15', '2024-12-14')]
    expect(await rhythmsOf(halves, CALENDAR)).toEqual(['flow half 2023-12-15..2024-12-14'])
    const years = [span('2022-12-15', '2023-12-14'), span('2023-12-15', '2024-12-14')]
    expect(await rhythmsOf(years, CALENDAR)).toEqual(['flow year 2022-12-15..2024-12-14'])
  })

  test('civil months are none, nor are stretches that begin inside a quarter', async () => {
    expect(await rhythmsOf([span('2024-01-01', '2024-01-31'), span('2024-02-01', '2024-02-29')], CALENDAR)).toEqual([])
    expect(await rhythmsOf([span('2024-01-15', '2024-04-14'), span('2024-04-15', '2024-07-14')], CALENDAR)).toEqual([])
    expect(await rhythmsOf([span('2024-01-15', '2024-02-15'), span('2024-02-16', '2024-03-14')], CALENDAR)).toEqual([])
  })

  test('stocks of the 14th of two months of one quarter go on by months only', async () => {
    expect(await rhythmsOf([day('2024-01-14'), day('2024-02-14')], CALENDAR)).toEqual(['stock month 2024-01-14..2024-02-14'])
    expect(await rhythmsOf([day('2023-12-14'), day('2024-01-14')], CALENDAR)).toEqual(
      ['month', 'quarter', 'half', 'year'].map((grain) => `stock ${grain} 2023-12-14..2024-01-14`),
    )
  })
})

test.each(['01-01', '12-15', '12-31', '11-30', '02-01', '06-29', '10-16'])(
  'months of the engine are those of the rules: %s',
  async (calendar) => {
    const days = Array.from({ length: 1500 }, (_, at) =>
      new Date(Date.UTC(2022, 11, 1) + at * 86_400_000).toISOString().slice(0, 10),
    )
    const answer =
      await database.query(`SELECT CAST(${monthAtSql('d', calendar)} AS INTEGER) AS month, CAST(${yearAtSql('d', calendar)} AS INTEGER) AS year,
    ${isMonthStartSql('d', calendar)} AS first
    FROM (SELECT unnest([${days.map((day) => `DATE '${day}'`).join(', ')}]) AS d) ORDER BY d`)
    const months = days.map((day) => monthAt(day, calendar))
    expect(answer.columns.month).toEqual(months)
    expect(answer.columns.year).toEqual(months.map((month) => Math.floor(month / 12)))
    expect(answer.columns.first).toEqual(days.map((day, at) => monthStart(months[at] ?? 0, calendar) === day))
  },
)

test('years are those in which a row lies whole, by the calendar of the dataset', async () => {
  const yearsOf = async (calendar: CalendarStart, spans: readonly (readonly [string | null, string])[]) => {
    const schema = `ds_r${++number}`
    const rows = spans.map(([start, end], row) => observation({ indicator: 'flow', ...span(start, end), row }))
    const { years } = readReport(await loadWorld(database, schema, rows, calendar), calendar)
    await database.query(dropSql(schema))
    return years
  }
  const spans = [
    ['2023-12-15', '2024-12-14'],
    ['2022-12-20', '2022-12-31'],
    ['2021-01-01', '2021-12-31'],
    [null, '2020-05-01'],
  ] as const
  expect(await yearsOf('12-15', spans)).toEqual([2023, 2024])
  expect(await yearsOf('01-01', spans)).toEqual([2021, 2022])
})

describe('the simulated reports of the nation', () => {
  let opened: OpenDataset
  let ask: (sql: string) => Promise<ResultSet>
  beforeAll(async () => {
    const national = await openNational()
    opened = national.opened
    ask = national.ask
  }, 180_000)

  test('go on by months from the 15th to the 14th in all grains', () => {
    const flow = opened.dataset.rhythms.filter(({ indicator }) => indicator === 'tips_received')
    expect(flow.map(({ grain }) => grain)).toEqual(['month', 'quarter', 'half', 'year'])
    expect([flow[0]?.from, flow[0]?.to]).toEqual(['2014-12-15', '2026-10-14'])
    expect(opened.dataset.years).toEqual(Array.from({ length: 12 }, (_, at) => 2015 + at))
  })

  test('can be drawn over time: every month has figures', async () => {
    const { dataset } = opened
    const view: View = { ...EMPTY_VIEW, dataset: dataset.id, indicators: ['tips_received'], grain: 'month' }
    const question = seriesQuestion(view, dataset)
    if (!question) throw new Error('no question')
    expect(question.grain).toBe('month')
    expect(question.buckets.map(({ to }) => to)).toEqual(MONTH_ENDS)
    const { figures } = readSeries(await ask(seriesSql(question)), question, dataset, view)
    expect(figures.filter((all) => all.some(({ value }) => value !== null))).toHaveLength(MONTH_ENDS.length)
  }, 60_000)
})

test('the simulated months are monthly from the first to the last, all four indicators', async () => {
  const { rhythms } = (await openDemoSimulated()).opened.dataset
  const flow = { from: '2023-01-01', to: '2024-12-31' }
  const grains = ['month', 'quarter', 'half', 'year']
  expect(rhythms).toEqual(
    ['charity_donations', 'models_maintained', 'surrendered_items', 'tips_received'].flatMap((indicator) =>
      grains.map((grain) => ({
        indicator,
        grain,
        ...flow,
        ...(indicator === 'models_maintained' ? { from: '2023-01-31' } : {}),
      })),
    ),
  )
})

test('the published reports have none', async () => {
  expect((await openPublicReports()).dataset.rhythms).toEqual([])
})

test('no text, no rhythm', () => {
  expect(readRhythms('')).toEqual([])
})
