import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/** What a `SELECT` of the engine in Node answers, as a Parquet file; `options` are those of COPY, such as `COMPRESSION snappy`. */
export async function writeParquet(select: string, options = ''): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'write-parquet-'))
  const path = join(folder, 'x.parquet')
  try {
    await run(`COPY (${select}) TO '${path}' (FORMAT parquet${options === '' ? '' : `, ${options}`})`)
    return new Uint8Array(await readFile(path))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Every cell of a Parquet file as text, null as '', by column name: read by another reader than the app's. */
export async function readParquetRecords(path: string): Promise<Record<string, string>[]> {
  const rows = await run(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet('${path}')`)
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === null ? '' : String(cell)])),
  )
}

async function run(sql: string): Promise<Record<string, unknown>[]> {
  const engine = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await engine.connect()
  try {
    return (await connection.runAndReadAll(sql)).getRowObjects()
  } finally {
    connection.closeSync()
    engine.closeSync()
  }
}
