import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkArchitecture } from './support/check-architecture.ts'
import { checkRepository } from './support/check-repository.ts'

const project = resolve(import.meta.dirname, '..')
const fixtures = join(import.meta.dirname, 'fixtures', 'architecture')

test('the sources keep the rules', () => {
  const { filesRead, problems } = checkArchitecture(project)
  expect(problems).toEqual([])
  expect(filesRead).toBeGreaterThan(0)
})

test('the repository holds nothing that does not belong there', () => {
  const { filesRead, problems } = checkRepository(project)
  expect(problems).toEqual([])
  expect(filesRead).toBeGreaterThan(0)
})

/** What is wrong with each tree under `fixtures/architecture/`, and nothing else. */
const broken: Readonly<Record<string, readonly string[]>> = {
  sound: [],
  'upward-import': ['src/model/view.ts:1: imports src/ui/card.ts: imports only go down, and model is below ui'],
  'upward-type-import': ['src/query/sql.ts:1: imports src/charts/chart.ts: imports only go down, and query is below charts'],
  'upward-import-type': ['src/query/sql.ts:1: imports src/charts/chart.ts: imports only go down, and query is below charts'],
  'upward-typeof-import': ['src/query/sql.ts:1: imports src/charts/chart.ts: imports only go down, and query is below charts'],
  'upward-dynamic-import': ['src/data/open.ts:1: imports src/ui/card.ts: imports only go down, and data is below ui'],
  'upward-export-from': [
    "src/data/open.ts:1: exports what is another module's (a barrel)",
    'src/data/open.ts:1: imports src/ui/card.ts: imports only go down, and data is below ui',
  ],
  'upward-new-url': ['src/data/engine.ts:2: imports src/ui/card.worker.ts: imports only go down, and data is below ui'],
  'upward-worker': ['src/data/engine.ts:1: imports src/ui/card.worker.ts: imports only go down, and data is below ui'],
  'upward-url': ['src/data/engine.ts:1: imports src/ui/card.css: imports only go down, and data is below ui'],
  'upward-to-top': ['src/ui/card.ts:1: imports src/app.ts: imports only go down, and ui is below src'],
  'pillar-crossing': ['src/charts/bar.ts:1: imports src/state/store.ts: the pillars charts and state never import each other'],
  'model-imports-words': ['src/model/view.ts:1: imports src/locale/chart.vi.ts: model imports nothing else'],
  'no-floor': ['src/services/api.ts: src/services/ has no floor'],
  'outside-src': ['src/data/package.ts:1: imports ../../package.json, which is outside src/'],
  'second-import-site': ['src/data/engine.ts:1: imports @duckdb/duckdb-wasm, which belongs in src/data/duckdb.ts alone'],
  'second-import-site-type': ['src/ui/chart-card.ts:1: imports echarts, which belongs in src/charts/ alone'],
  'second-import-site-url': ['src/data/engine.ts:1: imports @duckdb/duckdb-wasm, which belongs in src/data/duckdb.ts alone'],
  'second-table': ['src/ui/row-table.ts: imports @tanstack/react-table, and so does src/ui/data-table.ts: one file does'],
  'package-in-model': ['src/model/view.ts:1: imports zod: model is pure'],
  cycle: ['src/model/a.ts: cycle src/model/a.ts → src/model/b.ts → src/model/c.ts → src/model/a.ts'],
  'type-cycle': ['src/model/a.ts: cycle src/model/a.ts → src/model/b.ts → src/model/a.ts'],
  barrel: ["src/model/nouns.ts:1: exports what is another module's (a barrel)"],
  'hidden-barrel': ["src/model/nouns.ts:3: exports what is another module's (a barrel)"],
  'index-file': ['src/model/index.ts: index files are for registries'],
  'default-export': ['src/model/view.ts:3: default export'],
  'default-export-as': ['src/model/view.ts:3: default export'],
  'camel-case': ['src/model/resultSet.ts: not a kebab-case name'],
  'vague-name': ['src/model/text-utils.ts: a name that says nothing of what is inside'],
  'vague-folder': ['src/ui/common/card.ts: a name that says nothing of what is inside'],
  'no-extension': ['src/model/a.ts:1: imports ./b, which is not there (extensions are written)'],
  'computed-import': ['src/data/open.ts:2: loads a module that no string names'],
  'glob-import': ['src/locale/all.ts:1: loads a module that no string names'],
  'syntax-error': ['src/model/view.ts: does not parse: Unexpected token'],
}

describe('the check finds what is wrong in', () => {
  test.each(Object.entries(broken))('%s', (name, problems) => {
    const findings = checkArchitecture(join(fixtures, name))
    expect(findings.problems).toEqual(problems)
    expect(findings.filesRead).toBeGreaterThan(0)
  })

  test('every tree there is', () => {
    expect(readdirSync(fixtures).sort()).toEqual(Object.keys(broken).sort())
  })
})

describe('in a tree made for the test', () => {
  let root = ''
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'architecture-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const lines = (count: number) => '// a line\n'.repeat(count)

  test('300 lines pass, 301 do not, and words may be long', () => {
    write('src/model/full.ts', lines(300))
    write('src/model/long.ts', lines(301))
    write('src/ui/long.css', '/* a line */\n'.repeat(301))
    write('src/locale/long.vi.ts', lines(301))
    expect(checkArchitecture(root).problems).toEqual([
      'src/ui/long.css: 301 lines, more than 300',
      'src/model/long.ts: 301 lines, more than 300',
    ])
  })

  test('a tree without files is not a clean one', () => {
    expect(checkArchitecture(root)).toEqual({ filesRead: 0, problems: [`src: no file was read under ${root}`] })
    mkdirSync(join(root, 'src'))
    expect(checkArchitecture(root).problems).toHaveLength(1)
  })

  test('what git ignores may lie at the top level, other new entries not', () => {
    write('.gitignore', 'dist/\n*.log\n')
    write('dist/index.js', '1')
    write('debug.log', '1')
    write('notes.md', '1')
    write('scripts/run.mjs', '1')
    write('.ci/run', '1')
    expect(checkRepository(root).problems).toEqual([
      'notes.md: does not belong at the top level',
      'scripts: does not belong at the top level',
    ])
  })

  test.each([
    ['a path of one machine', `const file = '${'/ho'}${'me'}/an/data.csv'`],
    ['a path of one machine', `see C:${'\\Us'}${'ers'}`],
    ['unfinished work', `// ${'TO'}${'DO'}: later`],
    ['a silenced compiler', `// @ts-${'ignore'}`],
  ])('%s is found: %s', (what, line) => {
    write('.gitignore', '')
    write('src/model/view.ts', `export const view = 1\n${line}\n`)
    expect(checkRepository(root).problems).toEqual([`src/model/view.ts:2: ${what}`])
  })

  test('addresses of servers and relative paths are no paths of a machine', () => {
    write('.gitignore', '')
    write('README.md', 'https://example.vn/home/news ../home/x src/work/x /usr/bin/chromium /tmp/x')
    expect(checkRepository(root).problems).toEqual([])
  })

  test('words that are not in NFC are found', () => {
    write('.gitignore', '')
    write('src/locale/chart.vi.ts', `export const title = '${'Đà Nẵng'.normalize('NFD')}'\n`)
    expect(checkRepository(root).problems).toEqual(['src/locale/chart.vi.ts: text that is not in NFC'])
  })
})
