/** Reads the fields of one Thrift struct after another, in the compact protocol. */
export interface ThriftReader {
  /**
   * Reads a struct to its end: each field by the reader of its id, which gets the field's wire type and has to take the whole
   * field; a field without a reader is passed over. The outermost struct has no type of its own.
   */
  struct(fields: ThriftFields, type?: number): void
  /** Reads a list or set by calling `item` once for each, with the wire type of the items. */
  list(type: number, item: (type: number) => void): void
  /** Exact up to 2^53; beyond that the nearest double. */
  integer(type: number): number
  /** UTF-8 text. */
  text(type: number): string
  /** Passes over a value of any type. */
  skip(type: number): void
}

export type ThriftFields = Readonly<Record<number, (type: number) => void>>

/**
 * A reader over these bytes. Whatever the bytes are, every call ends after at most one step a byte: with a value, or with a
 * RangeError where the bytes end too early, are nested too deep or hold another type than the one asked for.
 */
export function createThriftReader(bytes: Uint8Array): ThriftReader {
  let at = 0
  let depth = 0

  const byte = (): number => {
    const value = bytes[at++]
    if (value === undefined) throw new RangeError('the bytes end too early')
    return value
  }

  const varint = (): number => {
    let value = 0
    for (let factor = 1; factor < 2 ** 70; factor *= 128) {
      const next = byte()
      value += (next & 0x7f) * factor
      if (next < 0x80) return value
    }
    throw new RangeError('a number that does not end')
  }

  /** A count of things, each of which takes a byte or more of what is left. */
  const count = (): number => {
    const value = varint()
    if (value > bytes.length - at) throw new RangeError('more than the bytes can hold')
    return value
  }

  const zigzag = (): number => {
    const first = byte()
    // The lowest bit is the sign: it must not get lost in a number beyond 2^53.
    const half = ((first & 0x7e) >> 1) + (first < 0x80 ? 0 : varint() * 64)
    return (first & 1) === 0 ? half : -half - 1
  }

  const deeper = (read: () => void): void => {
    if (++depth > MAX_DEPTH) throw new RangeError('nested too deep')
    read()
    depth--
  }

  const struct = (fields: ThriftFields, type: number = STRUCT): void =>
    deeper(() => {
      if (type !== STRUCT) throw new RangeError('no struct where one belongs')
      let id = 0
      for (let head = byte(); head !== STOP; head = byte()) {
        const step = head >> 4
        id = step === 0 ? zigzag() : id + step
        const read = fields[id] ?? skip
        read(head & 0x0f)
      }
    })

  const list = (type: number, item: (type: number) => void): void =>
    deeper(() => {
      if (type !== LIST && type !== SET) throw new RangeError('no list where one belongs')
      const head = byte()
      const length = head >> 4 === 15 ? count() : head >> 4
      // A boolean that is an item takes a byte; as a field it stands in the field's head.
      const itemType = head & 0x0f
      for (let index = 0; index < length; index++) item(itemType === TRUE || itemType === FALSE ? BYTE : itemType)
    })

  const skipMap = (): void =>
    deeper(() => {
      const length = count()
      const types = length === 0 ? 0 : byte()
      const [key, value] = [types >> 4, types & 0x0f].map((type) => (type === TRUE || type === FALSE ? BYTE : type))
      for (let index = 0; index < length; index++) {
        skip(key ?? 0)
        skip(value ?? 0)
      }
    })

  const advance = (length: number): void => {
    if (length > bytes.length - at) throw new RangeError('the bytes end too early')
    at += length
  }

  const skip = (type: number): void => {
    if (type === TRUE || type === FALSE) return
    if (type === I16 || type === I32 || type === I64) varint()
    else if (type === BINARY) advance(count())
    else if (type === LIST || type === SET) list(type, skip)
    else if (type === MAP) skipMap()
    else if (type === STRUCT) struct({})
    else advance(FIXED[type] ?? unknown(type))
  }

  return {
    struct,
    list,
    skip,
    integer: (type) => {
      if (type !== I16 && type !== I32 && type !== I64) throw new RangeError('no whole number where one belongs')
      return zigzag()
    },
    text: (type) => {
      if (type !== BINARY) throw new RangeError('no text where one belongs')
      const start = at
      const length = count()
      const from = at
      advance(length)
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(from, at))
      } catch {
        throw new RangeError(`the text at byte ${start} is not UTF-8`)
      }
    },
  }
}

const MAX_DEPTH = 32

// Wire types of the compact protocol.
const STOP = 0
const TRUE = 1
const FALSE = 2
const BYTE = 3
const I16 = 4
const I32 = 5
const I64 = 6
const DOUBLE = 7
const BINARY = 8
const LIST = 9
const SET = 10
const MAP = 11
const STRUCT = 12
const UUID = 13

/** Types that always take so many bytes. */
const FIXED: Readonly<Record<number, number>> = { [BYTE]: 1, [DOUBLE]: 8, [UUID]: 16 }

function unknown(type: number): never {
  throw new RangeError(`no type ${type}`)
}
