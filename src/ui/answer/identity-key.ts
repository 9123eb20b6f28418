/**
 * A key for React that is the same for the same object only. What is made anew with it stands where it belongs at once, while kept
 * elements would be seen to jump from where they stood before.
 */
export function identityKey(object: object): number {
  const known = KEYS.get(object)
  if (known !== undefined) return known
  last += 1
  KEYS.set(object, last)
  return last
}

const KEYS = new WeakMap<object, number>()
let last = 0
