import type { Database } from '../../src/data/database.ts'
import { bucketsBetween } from '../../src/model/rhythm.ts'
import { edgeDays, readTime } from '../../src/model/time-choice.ts'
import { EMPTY_VIEW, type View } from '../../src/model/view.ts'
import { coverageStatements, coverageView } from '../../src/query/coverage-query.ts'
import { figuresSql } from '../../src/query/figures/figures-sql.ts'
import { viewQuery, viewSql } from '../../src/query/view-query.ts'
import { openNational } from '../support/national-simulated.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { ratioPrinter } from './timer.ts'

/** Opens the national dataset as the app does, from its Parquet file, and asks what its pictures ask. */
export async function openAndAsk(): Promise<void> {
  const database = await openNodeDatabase()
  let load = 0
  const timed: Database = {
    ...database,
    load: async (plan, signal) => {
      const start = performance.now()
      const answer = await database.load(plan, signal)
      load = performance.now() - start
      return answer
    },
  }
  const start = performance.now()
  const { dataset, report } = (await openNational(timed)).opened
  const open = performance.now() - start
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  const title = `\n${report.kept} rows of ${dataset.reporters.length} provinces, ${peak} MB at most after the load`
  const { print, ask } = await ratioPrinter(title, database, dataset.schema)
  print('open: read and load', open)
  print('load with all rules', load)

  const one = { schema: dataset.schema, window: null, indicators: ['tips_received'], territories: null, filter: {} }
  const year = edgeDays('2024', dataset.calendar)
  const view = (time: string, indicators: readonly string[] = []): View => ({
    ...EMPTY_VIEW,
    ...{ dataset: dataset.id, indicators, time: readTime(time) ?? EMPTY_VIEW.time },
  })
  const askView = (name: string, of: View) => ask(name, viewSql(viewQuery(of, dataset)))
  await ask('one indicator, latest of each', figuresSql(one))
  await ask('one indicator, one year', figuresSql({ ...one, window: year }))
  await askView('domain of six indicators, one year and latest', view('2024', ['dom-charity']))
  await askView('overview, latest of each', view('report'))
  await askView('overview, one year and latest', view('2024'))
  await askView('overview, ten years and latest', view('2015..2024'))
  const months = bucketsBetween('2014-12-15', dataset.latestDay ?? '', 'month', dataset.calendar)
  await ask(`one indicator, ${months.length} months`, figuresSql({ ...one, buckets: months }))
  const askCoverage = (name: string, time: string) =>
    ask(name, coverageStatements(coverageView(view(time), dataset), dataset).join(' UNION ALL '))
  await askCoverage('coverage, latest of each', 'report')
  await askCoverage('coverage, one year', '2024')
  await database.close()
}
