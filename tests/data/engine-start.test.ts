import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { engineSettings, memoryLimitFor } from '../../src/data/engine-settings.ts'
import { checkBrowser, isWholeWasm } from '../../src/data/engine-start.ts'

const wasm = new Uint8Array(readFileSync(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm')))

describe('isWholeWasm', () => {
  it('takes the engine', () => {
    expect(isWholeWasm(wasm)).toBe(true)
  })

  it.each([
    ['half of it', wasm.subarray(0, wasm.length / 2)],
    ['all but its last byte', wasm.subarray(0, wasm.length - 1)],
    ['its first bytes', wasm.subarray(0, 8)],
    ['a byte more', Uint8Array.from([...wasm.subarray(0, 8), 0x00, 0x05, 0x01])],
    ['a size that never ends', Uint8Array.from([...wasm.subarray(0, 8), 0x01, 0xff, 0xff])],
    ['a web page', new TextEncoder().encode('<!doctype html><title>404</title>')],
    ['nothing', new Uint8Array()],
  ])('refuses %s', (_name, bytes) => {
    expect(isWholeWasm(bytes)).toBe(false)
  })
})

describe('checkBrowser', () => {
  // Node has no workers of this kind.
  beforeEach(() => vi.stubGlobal('Worker', class {}))
  afterEach(() => vi.unstubAllGlobals())

  it('takes a browser with exceptions in WebAssembly', () => {
    expect(() => checkBrowser()).not.toThrow()
  })

  it.each(['WebAssembly', 'Worker', 'DecompressionStream'])('refuses one without %s, and names it', (name) => {
    vi.stubGlobal(name, undefined)
    expect(() => checkBrowser()).toThrow(/^engine-browser-unfit: /)
    expect(() => checkBrowser()).toThrow(name)
  })

  it('refuses one whose WebAssembly is blocked or too old', () => {
    class Module {
      constructor() {
        throw new TypeError("Refused to compile because 'wasm-unsafe-eval' is not allowed")
      }
    }
    vi.stubGlobal('WebAssembly', { Module })
    expect(() => checkBrowser()).toThrow('wasm-unsafe-eval')
  })
})

describe('engineSettings', () => {
  it('locks last, after access is closed', () => {
    const settings = engineSettings('2GB')
    expect(settings.at(-1)).toBe('SET lock_configuration = true')
    expect(settings).toContain('SET enable_external_access = false')
  })

  it('takes nothing but a size', () => {
    expect(() => engineSettings("1GB'; SELECT 1; --")).toThrow(RangeError)
  })

  it('asks for less memory on a small device', () => {
    expect([undefined, 8, 4, 2, 0.5].map(memoryLimitFor)).toEqual(['2GB', '2GB', '1GB', '512MB', '512MB'])
  })
})
