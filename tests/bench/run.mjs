#!/usr/bin/env node
// `npm run bench`: times the load and the questions on a large regular table, as ratios to plain work of the same engine.
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const root = resolve(import.meta.dirname, '../..')
const options = { root, configFile: false, logLevel: 'error' }
const { module: small } = await runnerImport(resolve(root, 'tests/bench/load-and-ask.ts'), options)
await small.loadAndAsk(Number(process.argv[2] ?? 100_000))
const { module: national } = await runnerImport(resolve(root, 'tests/bench/national.ts'), options)
await national.openAndAsk()
