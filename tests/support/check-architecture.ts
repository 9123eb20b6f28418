import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { findCycles } from './find-cycles.ts'
import { type ModuleFacts, readModule } from './read-module.ts'

/** What a check found; `filesRead` tells a clean tree from one that was not there. */
export interface Findings {
  readonly filesRead: number
  /** Sentences that begin with the file they are about. */
  readonly problems: readonly string[]
}

/** Checks everything under `<root>/src`. A tree in which no file was read is a problem in itself. */
export function checkArchitecture(root: string): Findings {
  const files = listFiles(join(root, 'src')).map((path) => `src/${path}`)
  const modules = new Map<string, Module>()
  for (const file of files.filter((name) => /\.(?:ts|tsx|mjs|js)$/.test(name))) {
    const text = readFileSync(join(root, file), 'utf8')
    modules.set(file, { file, text, facts: readModule(file, text) })
  }
  const known = new Set(files)
  const problems = [
    ...(modules.size === 0 ? [`src: no file was read under ${root}`] : []),
    ...files.flatMap(checkName),
    ...files.filter((file) => file.endsWith('.css')).flatMap((file) => checkLength(file, readFileSync(join(root, file), 'utf8'))),
    ...[...modules.values()].flatMap((module) => checkModule(module, known)),
    ...checkPlural(modules),
    ...findCycles(importGraph(modules, known)).map((cycle) => `${cycle[0]}: cycle ${cycle.join(' → ')}`),
  ]
  return { filesRead: modules.size, problems }
}

interface Module {
  readonly file: string
  readonly text: string
  readonly facts: ModuleFacts
}

/** Height of every folder of `src/`; files directly in `src/` stand above all. */
const FLOORS: Readonly<Record<string, number>> = {
  model: 0,
  locale: 0,
  query: 1,
  data: 2,
  intake: 2,
  charts: 2,
  state: 2,
  ui: 3,
  src: 4,
}

/** Folders that take nothing from `node_modules`. */
const PURE = ['model', 'locale', 'query']

/** The only places that import a package: files, or folders where the text ends with `/`. */
const SITES: Readonly<Record<string, readonly string[]>> = {
  '@duckdb/duckdb-wasm': ['src/data/duckdb.ts'],
  'apache-arrow': ['src/data/arrow-result.ts'],
  papaparse: ['src/data/csv-text.ts'],
  'parquet-wasm': ['src/data/parquet-decode.ts', 'src/data/parquet-reader.ts'],
  '@noble/hashes': ['src/data/fingerprint.ts'],
  '@tanstack/react-table': ['src/ui/'],
  tinykeys: ['src/ui/page/use-shortcuts.ts'],
  '@tanstack/react-virtual': ['src/ui/'],
  echarts: ['src/charts/'],
  zrender: ['src/charts/'],
  zustand: ['src/state/view-store.ts', 'src/ui/answer/use-view.ts'],
  react: ['src/ui/', 'src/main.tsx', 'src/app.tsx'],
  'react-dom': ['src/ui/', 'src/main.tsx', 'src/app.tsx'],
}

/** Packages that one file may import, wherever in its folder that file is. */
const ONE_FILE = ['@tanstack/react-table', '@tanstack/react-virtual']

const REGISTRIES = ['src/charts/index.ts', 'src/data/formats/index.ts']
const VAGUE_NAMES = /(?:^|-)(?:utils?|helpers?|commons?|misc)(?:-|$)/
const MAX_LINES = 300

function checkName(file: string): string[] {
  const parts = file.split('/')
  const names = parts.map((part) => part.split('.', 1)[0] ?? '')
  const isKebab = parts.every((part) => /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*$/.test(part))
  return [
    ...(isKebab ? [] : [`${file}: not a kebab-case name`]),
    ...(names.some((name) => VAGUE_NAMES.test(name)) ? [`${file}: a name that says nothing of what is inside`] : []),
    ...(names.at(-1) === 'index' && !REGISTRIES.includes(file) ? [`${file}: index files are for registries`] : []),
    ...(areaOf(file) in FLOORS ? [] : [`${file}: src/${areaOf(file)}/ has no floor`]),
  ]
}

function checkModule(module: Module, known: ReadonlySet<string>): string[] {
  const { file, facts } = module
  return [
    ...facts.syntaxErrors.map((error) => `${file}: does not parse: ${error}`),
    ...facts.reExports.map((line) => `${file}:${line}: exports what is another module's (a barrel)`),
    ...facts.defaultExports.map((line) => `${file}:${line}: default export`),
    ...facts.computed.map((line) => `${file}:${line}: loads a module that no string names`),
    ...facts.imports.flatMap(({ specifier, line }) =>
      checkImport(file, specifier, known).map((why) => `${file}:${line}: ${why}`),
    ),
    ...checkLength(file, module.text),
  ]
}

function checkImport(file: string, specifier: string, known: ReadonlySet<string>): string[] {
  if (!isRelative(specifier)) return checkPackage(file, specifier)
  const target = resolve(file, specifier)
  if (!target.startsWith('src/')) return [`imports ${specifier}, which is outside src/`]
  if (!known.has(target)) return [`imports ${specifier}, which is not there (extensions are written)`]
  const [from, to] = [areaOf(file), areaOf(target)]
  const [here, there] = [FLOORS[from] ?? 0, FLOORS[to] ?? 0]
  if (from === to) return []
  if (there > here) return [`imports ${target}: imports only go down, and ${from} is below ${to}`]
  if (from === 'model') return [`imports ${target}: model imports nothing else`]
  if (there === here && here > 0) return [`imports ${target}: the pillars ${from} and ${to} never import each other`]
  return []
}

function checkPackage(file: string, specifier: string): string[] {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  const sites = Object.hasOwn(SITES, name) ? SITES[name] : undefined
  const isSite = !sites || sites.some((site) => (site.endsWith('/') ? file.startsWith(site) : file === site))
  if (!isSite) return [`imports ${name}, which belongs in ${sites.join(' or ')} alone`]
  return PURE.includes(areaOf(file)) ? [`imports ${specifier}: ${areaOf(file)} is pure`] : []
}

/** Rules over several files: a package with one importer has no second one. */
function checkPlural(modules: ReadonlyMap<string, Module>): string[] {
  return ONE_FILE.flatMap((name) => {
    const importers = [...modules.values()].filter(({ facts }) =>
      facts.imports.some(({ specifier }) => `${specifier}/`.startsWith(`${name}/`)),
    )
    return importers.slice(1).map(({ file }) => `${file}: imports ${name}, and so does ${importers[0]?.file}: one file does`)
  })
}

/** The words of a language and generated data may be long. */
function checkLength(file: string, text: string): string[] {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  return lines > MAX_LINES && areaOf(file) !== 'locale' ? [`${file}: ${lines} lines, more than ${MAX_LINES}`] : []
}

function importGraph(modules: ReadonlyMap<string, Module>, known: ReadonlySet<string>): Map<string, readonly string[]> {
  const edges = (module: Module) => {
    const targets = module.facts.imports
      .filter(({ specifier }) => isRelative(specifier))
      .map(({ specifier }) => resolve(module.file, specifier))
    return targets.filter((target) => known.has(target))
  }
  return new Map([...modules.values()].map((module) => [module.file, edges(module)]))
}

/** `model` of `src/model/rules/time.ts`; `src` of `src/main.tsx`. */
function areaOf(file: string): string {
  const [src = '', folder = '', ...deeper] = file.split('/')
  return deeper.length === 0 ? src : folder
}

function isRelative(specifier: string): boolean {
  return /^\.{0,2}\//.test(specifier) || specifier === '.' || specifier === '..'
}

function resolve(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier)
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
  return entries
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}
