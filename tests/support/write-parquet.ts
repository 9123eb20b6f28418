import { readFile } from 'node:fs/promises'
import { tableFromIPC, tableToIPC } from 'apache-arrow'
import startWriter, * as parquetWasm from 'parquet-wasm/esm'
import { vi } from 'vitest'
import { decodeResult } from '../../src/data/arrow-result.ts'
import { readParquetFooter } from '../../src/data/parquet-footer.ts'
import { ident } from '../../src/query/sql.ts'
import { openNodeBindings } from './node-database.ts'
import { decodeInNode, parquetWasmBytes } from './node-parquet.ts'

export interface ParquetOptions {
  readonly compression?: keyof typeof parquetWasm.Compression
  readonly rowGroup?: number
  readonly version?: keyof typeof parquetWasm.WriterVersion
}

// On a busy machine the engine takes its time to start.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let engine: ReturnType<typeof openNodeBindings> | undefined

/** What a `SELECT` answers, as a Parquet file. */
export async function writeParquet(select: string, options: ParquetOptions = {}): Promise<Uint8Array> {
  engine ??= openNodeBindings()
  const { bindings, connection } = await engine
  await startWriter({ module_or_path: await parquetWasmBytes() })
  const { Compression, WriterVersion } = parquetWasm
  let properties = new parquetWasm.WriterPropertiesBuilder()
    .setCompression(Compression[options.compression ?? 'SNAPPY'])
    .setWriterVersion(WriterVersion[options.version ?? 'V1'])
  if (options.rowGroup !== undefined) properties = properties.setMaxRowGroupSize(options.rowGroup)
  const stream = tableToIPC(tableFromIPC(bindings.runQuery(connection, select)), 'stream')
  const table = parquetWasm.Table.fromIPCStream(stream)
  return parquetWasm.writeParquet(table, properties.build())
}

/** Every cell of a Parquet file as text, null as '', by column name. */
export async function readParquetRecords(path: string): Promise<Record<string, string>[]> {
  const file = new Uint8Array(await readFile(path))
  const { ipc, rows } = await decodeInNode(file, readParquetFooter(path, file).rows)
  engine ??= openNodeBindings()
  const { bindings } = await engine
  const connection = bindings.connect()
  connection.insertArrowFromIPCStream(ipc, { name: path, create: true })
  const { columns } = decodeResult([
    bindings.runQuery((await engine).connection, `SELECT coalesce(CAST(COLUMNS(*) AS VARCHAR), '') FROM ${ident(path)}`),
  ])
  connection.close()
  const names = Object.keys(columns)
  return Array.from({ length: rows }, (_, row) => Object.fromEntries(names.map((name) => [name, String(columns[name]?.[row])])))
}
