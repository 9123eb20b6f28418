import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { datasetsFolder } from '../support/dataset-files.ts'

const made: string[] = []
beforeAll(() => {
  for (let time = 0; time < 2; time++) build()
}, 60_000)
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

describe.each(['reference', 'public-reports', 'demo-simulated'])('npm run datasets: %s', (name) => {
  it('writes what is committed, twice the same', () => {
    const [first = new Map(), second] = made.map((folder) => contents(join(folder, name)))
    const committed = contents(join(datasetsFolder, name))
    expect([...first.keys()]).toHaveLength(name === 'public-reports' ? 8 : 7)
    expect(second).toEqual(first)
    for (const [file, text] of first) expect(text, file).toBe(committed.get(file))
    const written = [...committed.keys()].filter((file) => /\.(?:json|csv|parquet)$/.test(file))
    expect(written).toEqual([...first.keys()])
  })
})

describe('the files', () => {
  it('are NFC, without byte order mark, with LF', () => {
    for (const name of ['reference', 'public-reports', 'demo-simulated', 'checked/reference', 'checked/reports', '.']) {
      for (const [file, text] of contents(join(datasetsFolder, name))) {
        if (file.endsWith('.parquet')) continue
        expect(text === text.normalize('NFC'), `${name}/${file}`).toBe(true)
        expect(/^\uFEFF|\r/.test(text), `${name}/${file}`).toBe(false)
      }
    }
  })
})

function build(): void {
  const folder = mkdtempSync(join(tmpdir(), 'datasets-'))
  made.push(folder)
  execFileSync(process.execPath, [join(datasetsFolder, 'build.mjs'), '--out', folder])
}

function contents(folder: string): Map<string, string> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  const names = files.map((entry) => entry.name).sort()
  const encoding = (name: string) => (name.endsWith('.parquet') ? 'hex' : 'utf8')
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), encoding(name))]))
}
