import { Failure } from '../model/failure.ts'
import { createThriftReader, type ThriftFields, type ThriftReader } from './thrift-compact.ts'

/** What a Parquet file says of itself; none of its values has been read. */
export interface ParquetFooter {
  readonly rows: number
  /** Names in the order of the file. */
  readonly columns: readonly string[]
  /** Those of the columns that hold bytes which nothing marks as text; old writers leave the mark out. */
  readonly unmarked: readonly string[]
  /** Bytes of all columns once they are unpacked, dictionaries still in use. */
  readonly unpackedBytes: number
}

/** Whether the bytes begin as a Parquet file does, an encrypted one included. */
export function startsAsParquet(bytes: Uint8Array): boolean {
  return hasMagic(bytes, 0, PLAIN) || hasMagic(bytes, 0, ENCRYPTED)
}

/**
 * Reads the footer (FileMetaData of the Parquet format) of a whole file. Takes at most one step for each of its bytes.
 * Throws `parquet-damaged`, `parquet-encrypted`, `parquet-nested` with the names of the columns, or `parquet-too-big` where the
 * footer alone is beyond measure.
 */
export function readParquetFooter(file: string, bytes: Uint8Array): ParquetFooter {
  const metadata = readMetadata(file, footerBytes(file, bytes))
  if (metadata.encrypted) throw new Failure('parquet-encrypted', { file })
  const { leaves, nested } = topLevel(file, metadata.schema)
  if (nested.length > 0) throw new Failure('parquet-nested', { file, names: nested })
  const { rows, groups } = metadata
  const rowsOfGroups = sum(groups.map((group) => group.rows))
  if (!isCount(rows) || rowsOfGroups !== rows)
    throw damaged(file, `${rows} rows in the footer, ${rowsOfGroups} in its row groups`)
  const odd = groups.find((group) => group.columns !== leaves.length)
  if (odd) throw damaged(file, `a row group of ${odd.columns} columns in a file of ${leaves.length}`)
  return {
    rows,
    columns: leaves.map((leaf) => leaf.name),
    unmarked: leaves.filter((leaf) => leaf.type === BYTE_ARRAY && !leaf.marked).map((leaf) => leaf.name),
    unpackedBytes: sum(groups.map((group) => group.bytes)),
  }
}

const PLAIN = 'PAR1'
const ENCRYPTED = 'PARE'
/** The magic at both ends, and the length of the footer before the second. */
const FRAME = 12
const MAX_FOOTER = 16 * 2 ** 20
const MAX_ITEMS = 100_000

// Values of the enums Type and FieldRepetitionType.
const NO_TYPE = -1
const BYTE_ARRAY = 6
const REPEATED = 2

interface SchemaElement {
  readonly name: string
  readonly type: number
  readonly children: number
  readonly repeated: boolean
  readonly marked: boolean
}

interface RowGroup {
  readonly rows: number
  readonly bytes: number
  readonly columns: number
}

interface Metadata {
  readonly schema: readonly SchemaElement[]
  readonly rows: number
  readonly groups: readonly RowGroup[]
  readonly encrypted: boolean
}

function footerBytes(file: string, bytes: Uint8Array): Uint8Array {
  const end = bytes.length
  if (!startsAsParquet(bytes)) throw damaged(file, 'no PAR1 at the start')
  if (hasMagic(bytes, 0, ENCRYPTED) || hasMagic(bytes, end - 4, ENCRYPTED)) throw new Failure('parquet-encrypted', { file })
  if (end < FRAME || !hasMagic(bytes, end - 4, PLAIN)) throw damaged(file, 'no PAR1 at the end')
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(end - 8, true)
  if (length === 0 || length > end - FRAME) throw damaged(file, `a footer of ${length} bytes in a file of ${end}`)
  if (length > MAX_FOOTER) throw new Failure('parquet-too-big', { file, raw: `a footer of ${length} bytes` })
  return bytes.subarray(end - 8 - length, end - 8)
}

function readMetadata(file: string, footer: Uint8Array): Metadata {
  const reader = createThriftReader(footer)
  const found: { schema?: SchemaElement[]; rows?: number; groups?: RowGroup[]; encrypted: boolean } = { encrypted: false }
  try {
    reader.struct({
      2: (type) => {
        found.schema = listOf(reader, type, readElement)
      },
      3: (type) => {
        found.rows = reader.integer(type)
      },
      4: (type) => {
        found.groups = listOf(reader, type, readGroup)
      },
      8: (type) => {
        reader.skip(type)
        found.encrypted = true
      },
    })
  } catch (error) {
    if (error instanceof RangeError) throw damaged(file, `in the footer: ${error.message}`)
    throw error
  }
  const { schema, rows, groups, encrypted } = found
  if (!schema || rows === undefined || !groups) throw damaged(file, 'a footer without schema, rows or row groups')
  return { schema, rows, groups, encrypted }
}

function listOf<T>(reader: ThriftReader, type: number, read: (reader: ThriftReader, type: number) => T): T[] {
  const items: T[] = []
  reader.list(type, (item) => {
    if (items.length === MAX_ITEMS) throw new RangeError(`more than ${MAX_ITEMS} columns or row groups`)
    items.push(read(reader, item))
  })
  return items
}

function readElement(reader: ThriftReader, type: number): SchemaElement {
  const element = { name: '', type: NO_TYPE, children: 0, repeated: false, marked: false }
  const mark = (wire: number) => {
    reader.skip(wire)
    element.marked = true
  }
  const fields: ThriftFields = {
    1: (wire) => {
      element.type = reader.integer(wire)
    },
    3: (wire) => {
      element.repeated = reader.integer(wire) === REPEATED
    },
    4: (wire) => {
      element.name = reader.text(wire)
    },
    5: (wire) => {
      element.children = reader.integer(wire)
    },
    // ConvertedType, and its successor LogicalType.
    6: mark,
    10: mark,
  }
  reader.struct(fields, type)
  return element
}

function readGroup(reader: ThriftReader, type: number): RowGroup {
  const group = { rows: 0, bytes: 0, columns: 0 }
  const fields: ThriftFields = {
    1: (wire) => {
      group.columns = 0
      reader.list(wire, (item) => {
        reader.skip(item)
        group.columns++
      })
    },
    2: (wire) => {
      group.bytes = reader.integer(wire)
    },
    3: (wire) => {
      group.rows = reader.integer(wire)
    },
  }
  reader.struct(fields, type)
  if (!isCount(group.rows) || !isCount(group.bytes)) throw new RangeError(`${group.rows} rows of ${group.bytes} bytes`)
  return group
}

/** The columns below the root, of which the schema is a tree written depth first; those that are no plain column are `nested`. */
function topLevel(file: string, schema: readonly SchemaElement[]): { leaves: SchemaElement[]; nested: string[] } {
  const [root, ...elements] = schema
  const leaves: SchemaElement[] = []
  const nested: string[] = []
  // How many elements of each group that is open are still to come, the innermost last.
  const open = [root?.children ?? 0]
  for (const element of elements) {
    while (open.length > 1 && open.at(-1) === 0) open.pop()
    const isTop = open.length === 1
    open.push((open.pop() ?? 0) - 1)
    if (isTop && (element.children > 0 || element.repeated)) nested.push(element.name)
    else if (isTop) leaves.push(element)
    if (element.children > 0) open.push(element.children)
  }
  if (open.some((left) => left !== 0)) throw damaged(file, 'the schema is no tree')
  return { leaves, nested }
}

function hasMagic(bytes: Uint8Array, at: number, magic: string): boolean {
  return [...magic].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function damaged(file: string, raw: string): Failure {
  return new Failure('parquet-damaged', { file, raw })
}
