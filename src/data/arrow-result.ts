import { type Data, DataType, DateUnit, TimeUnit, tableFromIPC, type Utf8, type Vector } from 'apache-arrow'
import { Failure } from '../model/failure.ts'
import type { Cell, ResultSet } from '../model/result-set.ts'

/**
 * Turns the engine's answer (Arrow IPC, in one piece or in messages) into plain columns. This is the only place that knows of
 * BigInt and Decimal. Rejected with `query-failed`: whole numbers beyond 2^53, NaN and infinities, days outside the years
 * 1 to 9999, two columns of one name, and types that have no plain form; the SQL has to cast them.
 */
export function decodeResult(ipc: readonly Uint8Array[]): ResultSet {
  const table = tableFromIPC(ipc.length === 1 ? (ipc[0] as Uint8Array) : ipc)
  const names = table.schema.fields.map((field) => field.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw refused(twice, 'two columns of this name: give each its own with AS')
  const columns = names.map((name, index): [string, readonly Cell[]] => {
    const vector = table.getChildAt(index)
    return [name, vector ? cellsOf(name, vector) : []]
  })
  // Own properties, also for a column called __proto__.
  return { length: table.numRows, columns: Object.fromEntries(columns) }
}

type ReadCell = (data: Data, index: number) => Cell

function cellsOf(name: string, vector: Vector): Cell[] {
  const read = reader(name, vector.type)
  if (DataType.isUtf8(vector.type)) return textsOf(vector as Vector<Utf8>)
  if (read === null) return Array.from(vector as Iterable<Cell>)
  const cells: Cell[] = []
  for (const data of vector.data) {
    for (let index = 0; index < data.length; index++) cells.push(data.getValid(index) ? read(data, index) : null)
  }
  return cells
}

const UTF8 = new TextDecoder()

/**
 * To decode each cell by itself takes longest of all that becomes of an answer: most columns are codes, which are cut out of one text,
 * and of the others many cells say what the one above says.
 */
function textsOf(vector: Vector<Utf8>): Cell[] {
  const cells: Cell[] = []
  for (const data of vector.data) {
    const { values, valueOffsets, length } = data
    const [first, end] = [valueOffsets[0] ?? 0, valueOffsets[length] ?? 0]
    const whole = UTF8.decode(values.subarray(first, end))
    const isPlain = whole.length === end - first
    let last: { readonly start: number; readonly end: number; readonly text: string } | null = null
    for (let index = 0; index < length; index++) {
      if (!data.getValid(index)) {
        cells.push(null)
        continue
      }
      const [start, stop] = [valueOffsets[index] as number, valueOffsets[index + 1] as number]
      if (isPlain) {
        cells.push(whole.slice(start - first, stop - first))
        continue
      }
      const text: string =
        last !== null && isSame(values, last, start, stop) ? last.text : UTF8.decode(values.subarray(start, stop))
      cells.push(text)
      last = { start, end: stop, text }
    }
  }
  return cells
}

function isSame(bytes: Uint8Array, other: { readonly start: number; readonly end: number }, start: number, end: number): boolean {
  if (other.end - other.start !== end - start) return false
  for (let at = 0; at < end - start; at++) if (bytes[other.start + at] !== bytes[start + at]) return false
  return true
}

/** How a cell of a type is read from the raw buffers; null where Arrow's own reading is right. */
function reader(name: string, type: DataType): ReadCell | null {
  if (DataType.isInt(type) && type.bitWidth === 64) {
    return (data, index) => safeNumber(name, (data.values as BigInt64Array | BigUint64Array)[index] as bigint)
  }
  if (DataType.isDecimal(type)) return (data, index) => decimalNumber(name, data, index, type.scale)
  if (DataType.isFloat(type)) return (data, index) => finite(name, (data.values as Float64Array)[index] as number)
  if (DataType.isDate(type) && type.unit === DateUnit.DAY) {
    return (data, index) => isoDay(name, (data.values as Int32Array)[index] as number)
  }
  if (DataType.isTimestamp(type)) {
    const zone = type.timezone ? 'Z' : ''
    return (data, index) => isoTime(name, (data.values as BigInt64Array)[index] as bigint, type.unit) + zone
  }
  if (DataType.isInt(type) || DataType.isBool(type) || DataType.isNull(type) || isText(type)) return null
  if (DataType.isDictionary(type) && isText(type.dictionary)) return null
  throw refused(name, `${type} has no plain form: cast it, e.g. CAST(… AS VARCHAR)`)
}

function isText(type: DataType): boolean {
  return DataType.isUtf8(type) || DataType.isLargeUtf8(type)
}

function safeNumber(name: string, value: bigint): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw refused(name, `${value} is beyond 2^53: cast it to VARCHAR or DOUBLE`)
  return number
}

// Little-endian 32-bit words in two's complement. Arrow's own reading leaves the scale out: 12.34 would be 1234.
function decimalNumber(name: string, data: Data, index: number, scale: number): number {
  const words = (data.values as Uint32Array).subarray(index * data.stride, (index + 1) * data.stride)
  const unscaled = BigInt.asIntN(
    data.stride * 32,
    words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n),
  )
  return scale === 0 ? safeNumber(name, unscaled) : Number(`${unscaled}e${-scale}`)
}

function finite(name: string, value: number): number {
  if (!Number.isFinite(value)) throw refused(name, `${value} is no figure`)
  return value
}

const DAY_MS = 86_400_000

/** Few days stand in the many cells of an answer. */
function isoDay(name: string, days: number): string {
  const known = DAYS.get(days)
  if (known !== undefined) return known
  const text = isoText(name, days * DAY_MS).slice(0, 10)
  if (DAYS.size < MOST_DAYS) DAYS.set(days, text)
  return text
}

const DAYS = new Map<number, string>()
/** Some 27 years. */
const MOST_DAYS = 10_000

function isoTime(name: string, ticks: bigint, unit: TimeUnit): string {
  const perSecond = TICKS_PER_SECOND[unit]
  const fraction = ((ticks % perSecond) + perSecond) % perSecond
  const text = isoText(name, Number((ticks - fraction) / perSecond) * 1_000).slice(0, 19)
  const digits =
    fraction === 0n
      ? ''
      : `.${fraction
          .toString()
          .padStart(perSecond.toString().length - 1, '0')
          .replace(/0+$/, '')}`
  return text + digits
}

const TICKS_PER_SECOND: Record<TimeUnit, bigint> = {
  [TimeUnit.SECOND]: 1n,
  [TimeUnit.MILLISECOND]: 1_000n,
  [TimeUnit.MICROSECOND]: 1_000_000n,
  [TimeUnit.NANOSECOND]: 1_000_000_000n,
}

// Date.UTC reads the years 0 to 99 as 1900 to 1999.
const FIRST_MS = Date.parse('0001-01-01T00:00:00Z')
const END_MS = Date.UTC(10_000, 0, 1)

function isoText(name: string, ms: number): string {
  if (!(ms >= FIRST_MS && ms < END_MS)) throw refused(name, 'a day outside the years 1 to 9999')
  return new Date(ms).toISOString()
}

function refused(column: string, raw: string): Failure {
  return new Failure('query-failed', { column, raw: `column ${column}: ${raw}`.slice(0, 500) })
}
