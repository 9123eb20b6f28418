import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'

const folder = join(import.meta.dirname, '../golden')

/** What must be set to 1 for goldens to be written instead of compared. */
const UPDATE = 'UPDATE_GOLDEN'

/** Fails where `text` is not what `tests/golden/<name>` says; a golden that is not there is a failure too. */
export function expectGolden(name: string, text: string): void {
  const written = `${text.trimEnd()}\n`
  if (process.env[UPDATE] === '1') {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), written)
  }
  expect(written, `tests/golden/${name} (${UPDATE}=1 writes it)`).toBe(readGolden(name))
}

/** The text of a golden. Throws where there is none. */
export function readGolden(name: string): string {
  const path = join(folder, name)
  if (!existsSync(path)) throw new Error(`no golden tests/golden/${name}; ${UPDATE}=1 writes it`)
  return readFileSync(path, 'utf8')
}

/** The names of the goldens in a folder, without those that a test no longer asks for there is nothing left over. */
export function goldenNames(subfolder: string): string[] {
  return readdirSync(join(folder, subfolder)).sort()
}

/** JSON in which whatever fits on a line of 130 characters stands on one: short enough to read, broken enough to compare. */
export function compactJson(value: unknown, indent = ''): string {
  const flat = flatJson(value)
  if (flat.length + indent.length <= 128 || typeof value !== 'object' || value === null) return flat
  const deeper = `${indent}  `
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => deeper + compactJson(item, deeper)).join(',\n')}\n${indent}]`
  }
  const fields = Object.entries(value).filter(([, item]) => item !== undefined)
  const lines = fields.map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${compactJson(item, deeper)}`)
  return `{\n${lines.join(',\n')}\n${indent}}`
}

function flatJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(flatJson).join(', ')}]`
  const fields = Object.entries(value).filter(([, item]) => item !== undefined)
  return fields.length === 0 ? '{}' : `{ ${fields.map(([key, item]) => `${JSON.stringify(key)}: ${flatJson(item)}`).join(', ')} }`
}
