import type { Database } from '../../src/data/database.ts'
import { type CalendarStart, CIVIL } from '../../src/model/calendar.ts'
import type { DatasetMeta } from '../../src/model/dataset.ts'
import type { Observation } from '../../src/model/observation.ts'
import type { ResultSet } from '../../src/model/result-set.ts'
import { beginStatements, dropSql, resolveStatements } from '../../src/query/resolve/load-statements.ts'
import { ident, literal } from '../../src/query/sql.ts'
import { rawRows, worldMeta } from './small-worlds.ts'

/**
 * Loads a small world into the engine as a dataset of its own schema, changed by `more`; answers as the last statement of the load
 * does.
 */
export async function loadWorld(
  database: Database,
  schema: string,
  observations: readonly Observation[],
  calendar: CalendarStart = CIVIL,
  more: Partial<DatasetMeta> = {},
): Promise<ResultSet> {
  const meta = { ...worldMeta(schema), calendar, ...more }
  const { columns, rows } = rawRows(observations)
  const values = rows.map((row, at) => `(0, ${[at, at + 2].join(', ')}, ${row.map(literal).join(', ')})`)
  const raw = [
    `CREATE TABLE ${ident(schema)}.raw (file INTEGER, record BIGINT, line BIGINT, ${columns.map((name) => `${ident(name)} VARCHAR`).join(', ')})`,
    `INSERT INTO ${ident(schema)}.raw VALUES ${values.join(', ')}`,
  ]
  return database.load({
    files: [],
    statements: [...beginStatements(meta), ...raw, ...resolveStatements(meta, columns)],
    undo: dropSql(schema),
  })
}
