import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Types of a Table Schema as the engine has them. */
const TYPES = { string: 'VARCHAR', integer: 'BIGINT', number: 'DOUBLE', date: 'DATE' }

/**
 * The same table as Parquet, typed as its schema says; an empty cell is null. The same text gives the same bytes, as long as the
 * pinned engine writes them. Throws where a cell does not fit its type or a row is lost.
 */
export async function parquetBytes(schema, text, rows) {
  const { DuckDBInstance } = await loadEngine()
  const folder = mkdtempSync(join(tmpdir(), 'parquet-'))
  const [from, to] = [join(folder, 'table.csv'), join(folder, 'table.parquet')]
  writeFileSync(from, text)
  const engine = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await engine.connect()
  try {
    const columns = schema.fields.map(({ name, type }) => `${quoted(name)}: '${TYPES[type]}'`)
    const csv = `read_csv(${quoted(from)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '', columns = {${columns.join(', ')}})`
    await connection.run(`COPY (SELECT * FROM ${csv}) TO ${quoted(to)} (FORMAT parquet, COMPRESSION zstd)`)
    const written = await connection.runAndReadAll(`SELECT count(*) FROM read_parquet(${quoted(to)})`)
    const [[count]] = written.getRows()
    if (Number(count) !== rows) throw new Error(`${count} of ${rows} rows were written as Parquet`)
    return readFileSync(to)
  } finally {
    connection.closeSync()
    engine.closeSync()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The engine comes ready for one system each; the others cannot build datasets, and need not: what it writes is committed. */
async function loadEngine() {
  try {
    return await import('@duckdb/node-api')
  } catch (cause) {
    throw new Error(`Parquet needs @duckdb/node-api, which has no build for ${process.platform} ${process.arch}`, { cause })
  }
}

function quoted(text) {
  return `'${text.replaceAll("'", "''")}'`
}
