#!/usr/bin/env node
// `npm run bench`: times the load and the questions on a large regular table, as ratios to plain work of the same engine, then what
// readers do in a browser with the large dataset, as ratios to a fixed work of the same page. `npm run bench -- --interactions` does
// only the last; BENCH_DIST names a folder with the built app, BENCH_REPORT a file for the numbers as JSON.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { runnerImport } from 'vite'

const root = resolve(import.meta.dirname, '../..')
const options = { root, configFile: false, logLevel: 'error' }
const given = process.argv.slice(2)
if (!given.includes('--interactions')) {
  const { module: small } = await runnerImport(resolve(root, 'tests/bench/load-and-ask.ts'), options)
  await small.loadAndAsk(Number(given[0] ?? 100_000))
  const { module: national } = await runnerImport(resolve(root, 'tests/bench/national.ts'), options)
  await national.openAndAsk()
}
const { module: browser } = await runnerImport(resolve(root, 'tests/bench/interactions.ts'), options)
const own = process.env.BENCH_DIST ? null : mkdtempSync(join(tmpdir(), 'atlas-bench-'))
try {
  await browser.timeInteractions({
    folder: own ?? resolve(root, process.env.BENCH_DIST),
    isBuilt: own === null,
    repeats: Number(process.env.BENCH_REPEATS ?? 10),
    report: process.env.BENCH_REPORT ?? null,
  })
} finally {
  if (own) rmSync(own, { recursive: true })
}
