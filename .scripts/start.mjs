#!/usr/bin/env node
// npm start: builds when dist/ is missing or older than a source, then serves it on this machine.
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, preview } from 'vite'

const root = resolve(import.meta.dirname, '..')
const sources = [
  'src',
  'public',
  'datasets',
  '.scripts/bare-server-plugin.ts',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

const builtAt = changedAt(join(root, 'dist', 'index.html'))
const newest = Math.max(...sources.map((source) => changedAt(join(root, source))))
if (builtAt < newest) {
  console.log(builtAt === 0 ? 'Building for the first time …' : 'Sources are newer than dist/: building …')
  await build({ root, logLevel: 'warn' })
}

const server = await preview({ root, preview: { host: '127.0.0.1' } })
console.log(`Dân Vận Atlas: ${server.resolvedUrls.local[0]}  (Ctrl+C stops it)`)

/** Newest time in a file or folder, 0 when missing. A folder's own time counts: it changes when a file goes away. */
function changedAt(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))))
}
