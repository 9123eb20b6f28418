/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A copy with so many bits flipped, from byte `from` on. */
export function withFlippedBits(bytes: Uint8Array, random: () => number, flips: number, from = 0): Uint8Array {
  const flipped = bytes.slice()
  for (let flip = 0; flip < flips; flip++) {
    const at = from + Math.floor(random() * (bytes.length - from))
    flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8))
  }
  return flipped
}
