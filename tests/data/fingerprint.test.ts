import { createHash, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fingerprint, sha256Hex } from '../../src/data/fingerprint.ts'

describe('sha256Hex', () => {
  it('is what sha256sum prints', () => {
    expect(sha256Hex(new TextEncoder().encode('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    const bytes = randomBytes(100_003)
    expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
  })

  it('takes several files as one after another', () => {
    const [a, b] = [randomBytes(70), randomBytes(5)]
    expect(sha256Hex(a, b)).toBe(sha256Hex(Buffer.concat([a, b])))
    expect(sha256Hex(a, b)).not.toBe(sha256Hex(b, a))
  })
})

it('fingerprint is the first 8 digits', () => {
  expect(fingerprint(new TextEncoder().encode('abc'))).toBe('ba7816bf')
})
