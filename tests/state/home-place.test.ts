import { describe, expect, it } from 'vitest'
import { type HomeStorage, keepHome, readHome } from '../../src/state/home-place.ts'

function memory(kept: string | null = null): HomeStorage & { readonly values: Map<string, string> } {
  const values = new Map<string, string>()
  const storage = {
    values,
    getItem: (key: string) => values.get(key) ?? kept,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  }
  return storage
}

const blocked = (): HomeStorage => {
  throw new DOMException('blocked', 'SecurityError')
}

const full = (): HomeStorage => ({
  ...memory(),
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError')
  },
})

describe('the own place', () => {
  it('is kept on the machine, and forgotten', () => {
    const storage = memory()
    expect(readHome(() => storage)).toBeNull()
    keepHome(() => storage, '34:37')
    expect(readHome(() => storage)).toBe('34:37')
    keepHome(() => storage, null)
    expect([readHome(() => storage), storage.values.size]).toEqual([null, 0])
  })

  it.each(['', '37', '35:37', '34:3', '<b>', '34:37 '])('is none where something else is kept: %j', (kept) => {
    expect(readHome(() => memory(kept))).toBeNull()
  })

  it('is none, and does no harm, where a frame may not keep anything', () => {
    expect(readHome(blocked)).toBeNull()
    expect(() => keepHome(blocked, '34:37')).not.toThrow()
    expect(() => keepHome(blocked, null)).not.toThrow()
    expect(() => keepHome(full, '34:37')).not.toThrow()
  })
})
