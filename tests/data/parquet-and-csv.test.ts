import { beforeAll, describe, expect, it } from 'vitest'
import { CHART_TYPES } from '../../src/charts/index.ts'
import type { ResultSet } from '../../src/model/result-set.ts'
import { readSeries, seriesSql } from '../../src/query/series-query.ts'
import { ident } from '../../src/query/sql.ts'
import { type Asked, openPublicReports, type PublicReports } from '../support/public-reports.ts'
import { LANGUAGES, PUBLIC_VIEWS, searchOf } from '../support/public-views.ts'

describe('the published reports as CSV and as Parquet', () => {
  let csv: PublicReports
  let parquet: PublicReports
  beforeAll(async () => {
    csv = await openPublicReports()
    parquet = await openPublicReports('parquet')
  })

  it('are two files', () => {
    const files = [csv, parquet].map(({ workspace }) => workspace.opened('public-reports')?.files[0])
    expect(files).toEqual(['public-reports/observations.csv', 'public-reports/observations.parquet'])
    expect(parquet.dataset.fingerprint).toBe(csv.dataset.fingerprint)
  })

  it('are all accepted, in both', () => {
    const [one, other] = [csv, parquet].map(({ workspace }) => workspace.opened('public-reports'))
    expect(other?.report).toEqual(one?.report)
    expect([other?.report.read, other?.report.rejected, other?.held]).toEqual([109, 0, []])
  })

  it('are the same rows to every rule; a line of Parquet is a row', async () => {
    const [rows, others] = await Promise.all([csv, parquet].map(resolvedRows))
    expect(rows?.length).toBe(109)
    expect(others).toEqual(rows)
    expect(await linesOf(csv)).toEqual(Array.from({ length: 109 }, (_, row) => row + 2))
    expect(await linesOf(parquet)).toEqual(Array.from({ length: 109 }, (_, row) => row + 1))
  })

  it.each(PUBLIC_VIEWS.map((view) => [view.name, view] as const))(
    'give the same figures, charts and tables: %s',
    async (_, view) => {
      for (const language of LANGUAGES) {
        const [one, other] = await Promise.all([csv, parquet].map((reports) => reports.answerOf(searchOf(view, language))))
        expect(one?.answer.figures.length).toBeGreaterThan(0)
        expect(other?.answer).toEqual(one?.answer)
        for (const chart of CHART_TYPES) {
          const shown = await Promise.all([shownBy(chart, csv, one), shownBy(chart, parquet, other)])
          expect(shown[1], chart.id).toEqual(shown[0])
        }
      }
    },
  )
})

type Chart = (typeof CHART_TYPES)[number]

/** What a chart makes of an answer, and of the figures over time where it asks for them, in plain values. */
async function shownBy(chart: Chart, { workspace }: PublicReports, asked: Asked | undefined): Promise<unknown> {
  if (!asked) throw new Error('nothing was asked')
  const { view, dataset, answer } = asked
  const question = chart.series?.(view, dataset) ?? null
  const series = question && readSeries(await workspace.ask(dataset.id, seriesSql(question)), question, dataset, view)
  const input = { ...asked, ...(series ? { series } : {}), width: 1100, dark: false }
  return JSON.parse(
    JSON.stringify([chart.accepts(view, dataset), chart.suits(answer, view, dataset), chart.picture(input), chart.table(input)]),
  )
}

async function resolvedRows({ workspace, dataset }: PublicReports): Promise<ResultSet> {
  const sql = `SELECT * EXCLUDE (line) FROM ${ident(dataset.schema)}.resolved ORDER BY "row"`
  return await workspace.ask('public-reports', sql)
}

async function linesOf({ workspace, dataset }: PublicReports): Promise<unknown> {
  const { columns } = await workspace.ask('public-reports', `SELECT line FROM ${ident(dataset.schema)}.resolved ORDER BY "row"`)
  return columns.line
}
