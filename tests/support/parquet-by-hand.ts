import { type Bytes, framed, integer, list, struct, text } from './thrift-bytes.ts'

interface Contents {
  /** Rows that the pages hold: this text in each, written once. */
  readonly rows: number
  readonly value: string
  /** Rows that the footer and its row group tell of, where that is a lie. */
  readonly claimed?: number
}

/** A Parquet file of one text column `a` that repeats one value: a few bytes, whatever the number of rows. */
export function parquetByHand({ rows, value, claimed = rows }: Contents): Uint8Array {
  const word = new TextEncoder().encode(value)
  const dictionary = [...littleEndian(word.length), ...word]
  // One bit for each index, then one run of the index 0.
  const indexes = [1, ...integer(rows).bytes, 0]
  const dictionaryPage = [...pageHeader(DICTIONARY_PAGE, dictionary.length, 7, [integer(1, 5), integer(PLAIN, 5)]), ...dictionary]
  const encodings = [integer(rows, 5), integer(RLE_DICTIONARY, 5), integer(RLE, 5), integer(RLE, 5)]
  const dataPage = [...pageHeader(DATA_PAGE, indexes.length, 5, encodings), ...indexes]
  const size = dictionaryPage.length + dataPage.length
  const column = struct({
    ...{
      1: integer(BYTE_ARRAY, 5),
      2: list([integer(PLAIN, 5), integer(RLE_DICTIONARY, 5)]),
      3: list([text('a')]),
      4: integer(0, 5),
    },
    ...{ 5: integer(claimed), 6: integer(size), 7: integer(size), 9: integer(4 + dictionaryPage.length), 11: integer(4) },
  })
  const group = struct({ 1: list([struct({ 2: integer(4), 3: column })]), 2: integer(size), 3: integer(claimed) })
  const root = struct({ 4: text('schema'), 5: integer(1, 5) })
  const leaf = struct({ 1: integer(BYTE_ARRAY, 5), 3: integer(0, 5), 4: text('a'), 6: integer(0, 5) })
  const footer = struct({ 1: integer(1, 5), 2: list([root, leaf]), 3: integer(claimed), 4: list([group]) }).bytes
  const file = framed([...dictionaryPage, ...dataPage, ...footer], { length: footer.length })
  return file
}

const BYTE_ARRAY = 6
const DATA_PAGE = 0
const DICTIONARY_PAGE = 2
const PLAIN = 0
const RLE = 3
const RLE_DICTIONARY = 8

function pageHeader(type: number, size: number, field: number, values: readonly ReturnType<typeof integer>[]): Bytes {
  const inner = struct(Object.fromEntries(values.map((value, at) => [at + 1, value])))
  return struct({ 1: integer(type, 5), 2: integer(size, 5), 3: integer(size, 5), [field]: inner }).bytes
}

function littleEndian(value: number): Bytes {
  return [0, 8, 16, 24].map((shift) => (value >>> shift) & 0xff)
}
