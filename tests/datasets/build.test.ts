import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { datasetsFolder } from '../support/dataset-files.ts'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

describe.each(['reference', 'public-reports'])('npm run datasets: %s', (name) => {
  it('writes what is committed, twice the same', () => {
    const first = contents(join(build(), name))
    const second = contents(join(build(), name))
    const committed = contents(join(datasetsFolder, name))
    expect([...first.keys()]).toHaveLength(7)
    expect(second).toEqual(first)
    for (const [file, text] of first) expect(text, file).toBe(committed.get(file))
    const written = [...committed.keys()].filter((file) => /\.(?:json|csv)$/.test(file))
    expect(written).toEqual([...first.keys()])
  })
})

describe('the files', () => {
  it('are NFC, without byte order mark, with LF', () => {
    for (const name of ['reference', 'public-reports', 'checked/reference', 'checked/reports', '.']) {
      for (const [file, text] of contents(join(datasetsFolder, name))) {
        expect(text === text.normalize('NFC'), `${name}/${file}`).toBe(true)
        expect(/^\uFEFF|\r/.test(text), `${name}/${file}`).toBe(false)
      }
    }
  })
})

function build(): string {
  const folder = mkdtempSync(join(tmpdir(), 'datasets-'))
  made.push(folder)
  execFileSync(process.execPath, [join(datasetsFolder, 'build.mjs'), '--out', folder])
  return folder
}

function contents(folder: string): Map<string, string> {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  const names = files.map((entry) => entry.name).sort()
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}
