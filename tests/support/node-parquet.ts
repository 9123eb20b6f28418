import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { csv } from '../../src/data/formats/csv.ts'
import type { DataFormat } from '../../src/data/formats/data-format.ts'
import { parquetFormat } from '../../src/data/formats/parquet.ts'
import { decodeParquet } from '../../src/data/parquet-decode.ts'
import { DEFAULT_MAX_BYTES, type DecodeParquet } from '../../src/data/parquet-reader.ts'

/** The app's reader without its worker. It blocks, and after a file that breaks it no other can be read: broken ones belong in a browser test. */
export const decodeInNode: DecodeParquet = async (file, rows, { maxBytes = DEFAULT_MAX_BYTES } = {}) => {
  return await decodeParquet(await parquetWasmBytes(), { file, rows, maxBytes })
}

export async function parquetWasmBytes(): Promise<Uint8Array<ArrayBuffer>> {
  return await readFile(createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm'))
}

/** All formats of the app, as they can be read in Node. */
export const nodeFormats: readonly DataFormat[] = [parquetFormat(decodeInNode), csv]
