import type { Database } from '../../../src/data/database.ts'
import type { Dataset } from '../../../src/model/dataset.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { beginStatements, dropSql, resolveStatements } from '../../../src/query/resolve/load-statements.ts'
import { readReport } from '../../../src/query/resolve/read-report.ts'
import { ident, literal } from '../../../src/query/sql.ts'
import { rawRows } from '../small-worlds.ts'
import { codeIn, type Draft, type PackageOptions, packageOf } from './world-package.ts'

/** Worlds as one dataset of the engine. */
export interface LoadedBatch {
  readonly dataset: Dataset
  /** Rows of each world, as the dataset numbers them. */
  readonly worlds: readonly (readonly Observation[])[]
}

/** Throws where the engine takes fewer rows than it was given. */
export async function loadBatch(
  database: Database,
  schema: string,
  drafts: readonly (readonly Draft[])[],
  options: PackageOptions,
): Promise<LoadedBatch> {
  let row = 0
  const worlds = drafts.map((rows, world) =>
    rows.map((draft): Observation => ({ ...draft, indicator: codeIn(world, draft.indicator), row: row++ })),
  )
  const meta = packageOf(
    schema,
    drafts.map((_, world) => world),
    options,
    drafts.flat(),
  )
  const { columns, rows } = rawRows(worlds.flat())
  const values = rows.map((cells, at) => `(0, ${at}, ${at + 2}, ${cells.map(literal).join(', ')})`)
  const raw = `${ident(schema)}.raw`
  const report = await database.load({
    files: [],
    statements: [
      ...beginStatements(meta),
      `CREATE TABLE ${raw} (file INTEGER, record BIGINT, line BIGINT, ${columns.map((name) => `${ident(name)} VARCHAR`).join(', ')})`,
      ...(values.length > 0 ? [`INSERT INTO ${raw} VALUES ${values.join(', ')}`] : []),
      ...resolveStatements(meta, columns),
    ],
    undo: dropSql(schema),
  })
  const { kept, years, latestDay, rhythms, seams } = readReport(report)
  if (kept !== row) throw new Error(`${row - kept} rows were refused`)
  return { dataset: { ...meta, years, latestDay, rhythms, seams }, worlds }
}
