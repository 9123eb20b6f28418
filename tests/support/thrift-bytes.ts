/** Writes Thrift's compact protocol, so that footers can be made which no writer makes. */
export type Bytes = readonly number[]

/** A value with its wire type; `id` counts only as a field of a struct. */
export interface ThriftValue {
  readonly type: number
  readonly bytes: Bytes
}

export function integer(value: number | bigint, type = 6): ThriftValue {
  const wide = BigInt(value)
  return { type, bytes: varint(wide >= 0n ? wide * 2n : -wide * 2n - 1n) }
}

export function text(value: string): ThriftValue {
  return binary([...new TextEncoder().encode(value)])
}

export function binary(bytes: Bytes): ThriftValue {
  return { type: 8, bytes: [...varint(BigInt(bytes.length)), ...bytes] }
}

export function struct(fields: Readonly<Record<number, ThriftValue>>): ThriftValue {
  const written = Object.entries(fields).flatMap(([id, { type, bytes }]) => [type, ...integer(Number(id)).bytes, ...bytes])
  return { type: 12, bytes: [...written, 0] }
}

/** `length` may promise more than there are. */
export function list(items: readonly ThriftValue[], { type = items[0]?.type ?? 12, length = items.length } = {}): ThriftValue {
  const head = length < 15 ? [length * 16 + type] : [0xf0 + type, ...varint(BigInt(length))]
  return { type: 9, bytes: [...head, ...items.flatMap((item) => item.bytes)] }
}

/** A whole file with this footer and nothing before it. */
export function framed(footer: Bytes | Uint8Array, { start = 'PAR1', end = 'PAR1', length = footer.length } = {}): Uint8Array {
  const letters = (magic: string) => [...new TextEncoder().encode(magic)]
  const size = [0, 8, 16, 24].map((shift) => (length >>> shift) & 0xff)
  return new Uint8Array([...letters(start), ...footer, ...size, ...letters(end)])
}

function varint(value: bigint): Bytes {
  return value < 128n ? [Number(value)] : [Number(value % 128n) + 128, ...varint(value / 128n)]
}
