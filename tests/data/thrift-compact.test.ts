import { describe, expect, it } from 'vitest'
import { createThriftReader, type ThriftFields } from '../../src/data/thrift-compact.ts'
import { type Bytes, binary, integer, list, struct, type ThriftValue, text } from '../support/thrift-bytes.ts'

describe('a field', () => {
  it.each([0, 1, -1, 63, 64, -65, 300, 2 ** 31 - 1, -(2 ** 31), 2 ** 45, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER])(
    'holds the number %i',
    (value) => {
      expect(fieldsOf(struct({ 1: integer(value) }))).toEqual({ 1: value })
    },
  )

  it.each(['', 'schema', 'Số liệu', 'a\u0000b', '\uFEFFx'])('holds the text %j', (value) => {
    expect(fieldsOf(struct({ 4: text(value) }))).toEqual({ 4: value })
  })

  it('is told by the distance from the one before it, or by its own number', () => {
    expect(fieldsOf([0x16, 0x02, 0x26, 0x04, 0x06, 0x0a, 0x06, 0x00])).toEqual({ 1: 1, 3: 2, 5: 3 })
  })

  const map: Bytes = [2, 0x81, ...text('a').bytes, 1, ...text('b').bytes, 2]
  it.each<[string, number, Bytes]>([
    ['true', 1, []],
    ['false', 2, []],
    ['a byte', 3, [0xff]],
    ['a number', 5, [0xff, 0x01]],
    ['a double', 7, [1, 2, 3, 4, 5, 6, 7, 8]],
    ['bytes', 8, [3, 1, 2, 3]],
    ['a list of numbers', 9, [0x25, 2, 4]],
    ['a list of booleans, a byte each', 9, [0x21, 1, 2]],
    ['a list of structs', 9, list([struct({ 1: integer(1) }), struct({})]).bytes],
    ['a list of twenty', 9, list(Array.from({ length: 20 }, () => integer(7))).bytes],
    ['a set', 10, [0x15, 2]],
    ['a map', 11, map],
    ['an empty map', 11, [0]],
    ['a struct', 12, struct({ 9: struct({ 9: text('deep') }) }).bytes],
    ['a UUID', 13, new Array(16).fill(9)],
  ])('that nobody reads is passed over: %s', (_, type, bytes) => {
    expect(fieldsOf(struct({ 1: integer(1), 7: { type, bytes }, 9: integer(9) }))).toEqual({ 1: 1, 9: 9 })
  })
})

describe('bytes that are no struct', () => {
  it.each<[string, Bytes]>([
    ['nothing', []],
    ['no end', [0x16, 0x02]],
    ['half a number', [0x16, 0x80]],
    ['a number without end', [0x16, ...new Array(11).fill(0x80), 0x00]],
    ['text longer than the rest', [0x48, 0x7f, 0x41, 0x00]],
    ['text that is not UTF-8', [...struct({ 4: binary([0xc4]) }).bytes]],
    ['a list longer than the rest', [0x79, 0xf5, 0xff, 0xff, 0xff, 0xff, 0x0f, 0x00]],
    ['a map longer than the rest', [0x7b, 0xff, 0xff, 0xff, 0x0f, 0x55, 0x00]],
    ['half a double', [0x77, 1, 2, 3]],
    ['a type that does not exist', [0x7e, 0x00]],
    ['a number where text belongs', [0x46, 0x02, 0x00]],
    ['text where a number belongs', [0x18, 0x01, 0x41, 0x00]],
    ['a thousand structs in each other', new Array(1000).fill(0x7c)],
    ['a thousand lists in each other', [0x79, ...new Array(1000).fill(0x19)]],
  ])('are refused: %s', (_, bytes) => {
    expect(() => fieldsOf(bytes)).toThrow(RangeError)
  })

  it('are refused where a list of something else stands in the place of one of structs', () => {
    const reader = createThriftReader(new Uint8Array([0x19, 0x25, 2, 4, 0]))
    const inner = (type: number) => reader.struct({}, type)
    expect(() => reader.struct({ 1: (type) => reader.list(type, inner) })).toThrow(RangeError)
  })
})

/** The numbers in the fields 1, 3, 5, 9 and the text in 4. */
function fieldsOf(value: ThriftValue | Bytes): Record<number, unknown> {
  const reader = createThriftReader(new Uint8Array('bytes' in value ? value.bytes : value))
  const found: Record<number, unknown> = {}
  const number = (id: number) => (type: number) => {
    found[id] = reader.integer(type)
  }
  const fields: ThriftFields = {
    ...{ 1: number(1), 3: number(3), 5: number(5), 9: number(9) },
    4: (type) => {
      found[4] = reader.text(type)
    },
  }
  reader.struct(fields)
  return found
}
