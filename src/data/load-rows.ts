import type { DatasetMeta } from '../model/dataset.ts'
import { Failure } from '../model/failure.ts'
import type { HeldRecord, Ingest } from '../model/ingest.ts'
import { dropSql, type LoadReport, loadStatements } from '../query/resolve/load-statements.ts'
import { matchColumns, missingColumns, nearColumns } from '../query/resolve/observation-columns.ts'
import { importedTable } from '../query/resolve/raw-rows.ts'
import { readReport } from '../query/resolve/read-report.ts'
import type { Database } from './database.ts'

/** A record that was not accepted, and which of the files it stands in, from 0. */
export interface HeldIn extends HeldRecord {
  readonly file: number
}

/** Throws `csv-columns-missing` or `columns-twice` where a file does not have the form's columns. */
export function checkColumns({ fileName, columns }: Ingest, byHand = false): void {
  const match = matchColumns(columns)
  if (match.twice.length > 0) throw new Failure('columns-twice', { file: fileName, names: match.twice })
  const missing = missingColumns(match, byHand)
  if (missing.length > 0) {
    const names = missing.map(({ name, vi }) => (byHand ? `${vi} (${name})` : name))
    const near = nearColumns(columns, missing).map(({ name, meant }) => ({ name, meant: meant.vi }))
    throw new Failure('csv-columns-missing', { file: fileName, names, ...(byHand ? { near } : {}) })
  }
}

/**
 * Puts the rows of files into the engine as the dataset `meta`, in the place of what its schema held. Rejects with a Failure,
 * `rows-differ` where not every row arrived; then nothing of it stays.
 */
export async function loadRows(
  meta: DatasetMeta,
  ingests: readonly Ingest[],
  database: Database,
  { byHand = false, signal }: { readonly byHand?: boolean; readonly signal?: AbortSignal | undefined } = {},
): Promise<LoadReport> {
  const file = ingests.map(({ fileName }) => fileName).join(', ')
  const parts = ingests.map((ingest, at) => ({ ingest, name: `${meta.fingerprint}-${at}.${ingest.kind}` }))
  const undo = dropSql(meta.schema)
  const plan = {
    files: parts.flatMap(({ ingest, name }) => (ingest.kind === 'csv' ? [{ name, bytes: ingest.bytes }] : [])),
    tables: parts.flatMap(({ ingest, name }) =>
      ingest.kind === 'parquet' ? [{ ...importedTable(name), ipc: ingest.ipc, rows: ingest.records }] : [],
    ),
    // Dropped first: a dataset with the same numbers, or what a failed load left behind, has the same schema.
    statements: [undo, ...loadStatements(meta, parts, byHand)],
    undo,
  }
  const result = await database.load(plan, signal).catch((error: unknown) => {
    throw error instanceof Failure && error.code === 'rows-differ' ? new Failure(error.code, { ...error.detail, file }) : error
  })
  const report = readReport(result, meta.calendar)
  const expected = ingests.reduce((sum, { records }) => sum + records, 0)
  if (report.read !== expected || report.kept + report.rejected !== report.read) {
    // What is wrong with the file is told, whatever the clearing up says.
    await database.query(undo).catch(() => null)
    throw new Failure('rows-differ', { file, expected, found: report.read })
  }
  return report
}

export function heldIn(ingests: readonly Ingest[]): HeldIn[] {
  return ingests.flatMap(({ held }, file) => held.map((record) => ({ ...record, file })))
}
