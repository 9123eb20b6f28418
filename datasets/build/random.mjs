/**
 * A stream of numbers in [0, 1) that a text decides, the same on every machine: whole numbers of 32 bits and one exact division.
 * A stream of its own for each figure keeps the others as they are when one is added.
 */
export function randomOf(seed) {
  let state = mixed(seed)
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 8) / 0x1000000
  }
}

/** 32 bits of a text in which every letter counts for every bit: each is multiplied in and folded down, and so is the end. */
function mixed(text) {
  let bits = text.length
  for (const letter of `${text}..`) {
    bits = Math.imul(bits ^ letter.codePointAt(0), GOLDEN)
    bits ^= bits >>> 15
  }
  return bits >>> 0
}

/** The odd number nearest to 2^32 over the golden ratio. */
const GOLDEN = 0x9e3779b9
