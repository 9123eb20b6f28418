import type { Dataset } from '../model/dataset.ts'
import type { LoadReport } from '../query/resolve/load-statements.ts'
import type { HeldIn } from './load-rows.ts'

/** A dataset whose rows are in the engine; `report` and `held` say what became of every row of its files. */
export interface OpenDataset {
  readonly dataset: Dataset
  /** Names of the files that the rows stand in: `GroundsRow.file` counts them from 0. */
  readonly files: readonly string[]
  readonly report: LoadReport
  readonly held: readonly HeldIn[]
  /** How many lines of the files are blank: they are no rows. */
  readonly blankLines: number
}
