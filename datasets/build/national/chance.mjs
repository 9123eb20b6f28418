import { randomOf } from '../random.mjs'

const SEED = 'national-simulated 1'

/** A stream of numbers in [0, 1) of its own for what the words name, so that nothing else moves when a figure is added. */
export function chance(...what) {
  return randomOf(`${SEED} ${what.join(' ')}`)
}

/** Around 1, at most `width` / 2 away, near it more often than far. */
export function wave(random, width) {
  return 1 + width * ((random() + random()) / 2 - 0.5)
}

/** A whole number near `expected`, that many on the average: 0.2 is mostly 0. */
export function wholeNear(expected, random) {
  return Math.max(0, Math.floor(expected + random()))
}

/** One number of its own for a place and a purpose, for the rare things: is it below `share`? */
export function happens(share, ...what) {
  return chance(...what)() < share
}
