#!/usr/bin/env node
// npm test: every check there is, one after the other; the last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'
if (!existsSync(chromium)) {
  console.error(`The tests need Chromium, and ${chromium} is missing. Set CHROMIUM to its path, or install it:`)
  console.error('  apt-get update && apt-get install -y --no-install-recommends chromium')
  process.exit(1)
}

const reports = mkdtempSync(join(tmpdir(), 'dan-van-atlas-test-'))
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')
const total = { passed: 0, failed: 0 }
const broken = []

step('types', ['tsc', '--noEmit'])
step('lint', ['biome', 'check', '.'])
step('tests', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`], () =>
  readVitest(vitestReport),
)
const built = step('build', ['vite', 'build', '--logLevel', 'warn'])
// Without a fresh build the browser tests would judge an old one.
if (built) {
  const config = ['playwright', 'test', '-c', 'tests/e2e/playwright.config.ts', '--reporter=list,json']
  step('browser tests', config, () => readPlaywright(playwrightReport), { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport })
}
rmSync(reports, { recursive: true, force: true })

if (broken.length > 0) console.log(`\nNot passed: ${broken.join(', ')}`)
if (total.passed + total.failed === 0) console.log('No test ran.')
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = broken.length > 0 || total.failed > 0 || total.passed === 0 ? 1 : 0

/**
 * Runs one tool of node_modules/.bin and adds what its report counts. A step that ends badly without a failed test in its
 * report (a type error, a crash, a file that does not load) counts as one failure, so that the sum never hides it.
 */
function step(name, [tool, ...args], readReport = () => ({ passed: 0, failed: 0 }), env = {}) {
  console.log(`\n── ${name}: ${tool} ${args.join(' ')}`)
  const start = performance.now()
  const run = spawnSync(join(root, 'node_modules', '.bin', tool), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: chromium, ...env },
  })
  const counted = readReport()
  const ok = run.status === 0 && counted.failed === 0
  if (!ok) broken.push(name)
  total.passed += counted.passed
  total.failed += ok ? 0 : Math.max(1, counted.failed)
  console.log(`── ${name}: ${ok ? 'passed' : 'failed'}, ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return ok
}

/** A file that did not load has no test of its own to fail: it counts as one. */
function readVitest(file) {
  const report = readJson(file)
  const unloaded = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.every((test) => test.status !== 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
}

function readPlaywright(file) {
  const { stats, errors } = readJson(file)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

/** A run that wrote no report, or half of one, has failed as a whole. */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, testResults: [], stats: { expected: 0, unexpected: 1, flaky: 0 }, errors: [] }
  }
}
