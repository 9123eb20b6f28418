import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { DateDay, Float64, Int64, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow'
import { Compression, initSync, Table as ParquetTable, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm/esm'

/** How a cell of each type of a Table Schema is stored; only cells that are not empty are read. */
const STORED = {
  string: { type: new Utf8(), read: (cell) => cell },
  integer: { type: new Int64(), read: BigInt },
  number: { type: new Float64(), read: (cell) => numberOf(cell) },
  date: { type: new DateDay(), read: (cell) => dayOf(cell) },
}

/** The rows as a Parquet file, typed as their schema says; an empty cell is null. The same rows give the same bytes on every system. */
export function parquetBytes({ fields }, rows) {
  const columns = fields.map(({ name, type }) => {
    const { type: stored, read } = STORED[type]
    const cells = rows.map((row) => (row[name] === '' ? null : read(row[name])))
    return [name, vectorFromArray(cells, stored)]
  })
  initSync({ module: readFileSync(createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')) })
  const properties = new WriterPropertiesBuilder().setCompression(Compression.ZSTD).build()
  return Buffer.from(
    writeParquet(ParquetTable.fromIPCStream(tableToIPC(new Table(Object.fromEntries(columns)), 'stream')), properties),
  )
}

function numberOf(cell) {
  const value = Number(cell)
  if (!Number.isFinite(value)) throw new Error(`${cell} is no number`)
  return value
}

function dayOf(cell) {
  const day = new Date(`${cell}T00:00:00Z`)
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== cell) throw new Error(`${cell} is no day`)
  return day
}
