import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { DateDay, Float64, Int64, makeData, makeVector, Table, tableToIPC, Utf8 } from 'apache-arrow'
import { Compression, initSync, Table as ParquetTable, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm/esm'

/** Columns as a Parquet file, typed as their schema says; an empty cell is null. The same rows give the same bytes on every system. */
export function parquetOfColumns({ columns, length }, { rowGroup } = {}) {
  initSync({ module: readFileSync(createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')) })
  const vectors = columns.map((column) => [column.name, makeVector(dataOf(column, length))])
  let properties = new WriterPropertiesBuilder().setCompression(Compression.ZSTD)
  if (rowGroup !== undefined) properties = properties.setMaxRowGroupSize(rowGroup)
  const ipc = tableToIPC(new Table(Object.fromEntries(vectors)), 'stream')
  return Buffer.from(writeParquet(ParquetTable.fromIPCStream(ipc), properties.build()))
}

function dataOf(column, length) {
  if (column.kind === 'numbers') return numbersOf(column, length)
  if (column.type === 'date') return daysOf(column, length)
  return column.kind === 'unlike' ? unlikeOf(column, length) : dictionaryOf(column, length)
}

function dictionaryOf(column, length) {
  const encoder = new TextEncoder()
  const texts = column.values.map((value) => encoder.encode(value))
  const ids = column.ids()
  const valueOffsets = new Int32Array(length + 1)
  for (let row = 0; row < length; row++) valueOffsets[row + 1] = valueOffsets[row] + texts[ids[row]].length
  const data = new Uint8Array(valueOffsets[length])
  for (let row = 0; row < length; row++) data.set(texts[ids[row]], valueOffsets[row])
  return makeData({ type: new Utf8(), length, ...nulls(length, (row) => ids[row] !== 0), valueOffsets, data })
}

/** Written straight into one piece: a text object for each of a million rows is more than the texts. */
function unlikeOf({ values }, length) {
  const valueOffsets = new Int32Array(length + 1)
  for (let row = 0; row < length; row++) valueOffsets[row + 1] = valueOffsets[row] + Buffer.byteLength(values[row], 'utf8')
  const data = Buffer.alloc(valueOffsets[length])
  for (let row = 0; row < length; row++) data.write(values[row], valueOffsets[row], 'utf8')
  return makeData({
    type: new Utf8(),
    length,
    ...nulls(length, (row) => values[row] !== ''),
    valueOffsets,
    data: new Uint8Array(data),
  })
}

function numbersOf(column, length) {
  const numbers = column.numbers()
  const filled = nulls(length, (row) => !Number.isNaN(numbers[row]))
  const plain = numbers.map((number) => (Number.isNaN(number) ? 0 : number))
  if (column.type === 'number') return makeData({ type: new Float64(), length, ...filled, data: plain })
  return makeData({ type: new Int64(), length, ...filled, data: BigInt64Array.from(plain, BigInt) })
}

function daysOf(column, length) {
  const days = column.values.map((value) => (value === '' ? 0 : dayOf(value)))
  const ids = column.ids()
  const data = new Int32Array(length)
  for (let row = 0; row < length; row++) data[row] = days[ids[row]]
  return makeData({ type: new DateDay(), length, ...nulls(length, (row) => ids[row] !== 0), data })
}

function dayOf(cell) {
  const time = Date.parse(`${cell}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== cell) throw new Error(`${cell} is no day`)
  return time / 86_400_000
}

function nulls(length, isFilled) {
  const nullBitmap = new Uint8Array(Math.ceil(length / 64) * 8)
  let nullCount = 0
  for (let row = 0; row < length; row++) {
    if (isFilled(row)) nullBitmap[row >> 3] |= 1 << (row & 7)
    else nullCount += 1
  }
  return { nullBitmap, nullCount }
}
