import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Findings } from './check-architecture.ts'

/** Checks the top level of the repository, and every text in it for what belongs to one machine or to no finished work. */
export function checkRepository(root: string): Findings {
  const ignored = readIgnored(root)
  const entries = readdirSync(root).filter((name) => !ignored(name) && name !== '.git')
  const files = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entries.includes(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? textFilesUnder(root, entry.name) : isText(entry.name) ? [entry.name] : []))
  const problems = [
    ...(files.length === 0 ? [`${root}: no file was read`] : []),
    ...entries
      .filter((name) => !name.startsWith('.') && !TOP_LEVEL.includes(name))
      .map((name) => `${name}: does not belong at the top level`),
    ...files.flatMap((file) => checkText(file, readFileSync(join(root, file), 'utf8'))),
  ]
  return { filesRead: files.length, problems }
}

const TOP_LEVEL: readonly string[] = [
  'src',
  'public',
  'datasets',
  'tests',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'README.md',
  'LICENSE',
]

// One letter in brackets keeps a pattern from finding itself in this file.
const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a path of one machine', /(?<![\w.:/-])\/(?:home|Users|root|work|mnt)\/\w/],
  ['a path of one machine', /\b[A-Z]:\\(?:Users|Documents)\b/],
  ['unfinished work', /\b(?:T[O]DO|F[I]XME|X[X]X)\b/],
  ['a silenced compiler', /@ts-(?:i[g]nore|n[o]check)/],
]

function checkText(file: string, text: string): string[] {
  const found = text
    .split('\n')
    .flatMap((line, at) => FORBIDDEN.filter(([, pattern]) => pattern.test(line)).map(([what]) => `${file}:${at + 1}: ${what}`))
  const isNfc = !file.startsWith('src/') || text === text.normalize('NFC')
  return isNfc ? found : [...found, `${file}: text that is not in NFC`]
}

/** Of .gitignore, the lines that name an entry of the top level: `dist/`, `*.log`. */
function readIgnored(root: string): (name: string) => boolean {
  const lines = readFileSync(join(root, '.gitignore'), 'utf8').split('\n')
  const names = lines.map((line) => line.trim().replace(/\/$/, ''))
  return (name) => names.some((line) => (line.startsWith('*.') ? name.endsWith(line.slice(1)) : line === name))
}

/** The broken trees that the architecture test tries its checks on are no part of the project's text. */
function textFilesUnder(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && isText(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => !path.startsWith('tests/fixtures/'))
}

function isText(name: string): boolean {
  return (
    name !== 'package-lock.json' && (/\.(?:ts|tsx|mjs|js|css|html|md|json|yml|svg|config)$/.test(name) || !name.includes('.'))
  )
}
