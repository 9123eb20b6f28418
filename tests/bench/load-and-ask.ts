import { figuresSql } from '../../src/query/figures/figures-sql.ts'
import { beginStatements, dropSql, resolveStatements } from '../../src/query/resolve/load-statements.ts'
import { OBSERVATION_COLUMNS } from '../../src/query/resolve/observation-columns.ts'
import { openNodeDatabase } from '../support/node-database.ts'
import { worldMeta } from '../support/small-worlds.ts'
import { ratioPrinter, timeOf } from './timer.ts'

const SCHEMA = 'ds_bench'
const COLUMNS = [...OBSERVATION_COLUMNS.filter((column) => column.required).map(({ name }) => name), 'unit_name']

/** Loads `rows` monthly rows of two provinces and asks for figures; prints milliseconds and their ratio to one plain scan. */
export async function loadAndAsk(rows: number): Promise<void> {
  const database = await openNodeDatabase()
  const meta = worldMeta(SCHEMA)
  const load = await timeOf(() =>
    database.load({
      files: [],
      statements: [...beginStatements(meta), rawSql(rows), ...resolveStatements(meta, COLUMNS)],
      undo: dropSql(SCHEMA),
    }),
  )
  const { print, ask } = await ratioPrinter(`${rows} rows of two provinces`, database, SCHEMA)
  const question = { schema: SCHEMA, window: null, indicators: ['flow'], territories: null, filter: {} }
  print('load with all rules', load)
  await ask('figures, latest of each', figuresSql(question))
  await ask('figures, one year', figuresSql({ ...question, window: { from: '2024-01-01', to: '2024-12-31' } }))
  await database.close()
}

function rawSql(rows: number): string {
  return `CREATE TABLE ${SCHEMA}.raw AS SELECT 0 AS file, r AS record, r + 2 AS line, 'A' AS source_id, '63' AS territory_set,
  CASE WHEN r % 2 = 0 THEN '36' ELSE '84' END AS province_code, 'xa' AS unit_level, 'xã ' || (r % 5000) AS unit_name,
  strftime(DATE '2015-01-01' + INTERVAL (r % 120) MONTH, '%Y-%m-%d') AS period_start,
  strftime(last_day(DATE '2015-01-01' + INTERVAL (r % 120) MONTH), '%Y-%m-%d') AS period_end,
  'stated' AS period_basis, 'flow' AS indicator_code, '' AS breakdown_key, '' AS breakdown_value,
  CAST(r % 977 AS VARCHAR) AS value, 'tip' AS unit, 'exact' AS qualifier FROM range(${rows}) t(r)`
}
