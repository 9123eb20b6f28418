import { writeFileSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { chromiumArgs, chromiumPath } from '../support/chromium.ts'
import { INTERACTIONS, LARGE, timed } from '../support/interactions.ts'
import { type PageTiming, referenceMs, takeTiming, watchTiming } from '../support/page-timing.ts'
import { timeOpening } from './opening.ts'

export interface InteractionsPlan {
  /** Folder that the app is built into, or stands in already. */
  readonly folder: string
  readonly isBuilt: boolean
  readonly repeats: number
  /** Where the numbers are written, as JSON; null for nowhere. */
  readonly report: string | null
}

/** Middle, 95 of 100 and worst of several numbers; of few numbers the last two are one. */
interface Spread {
  readonly p50: number
  readonly p95: number
  readonly max: number
}

interface Told {
  readonly kind: string
  readonly repeats: number
  readonly interaction: Spread
  readonly longTask: Spread
  readonly answered: Spread
  readonly shift: number
  readonly shiftByInput: number
  readonly shifted: readonly string[]
  /** The fixed work in the same page at the same time: what the milliseconds are to be read by. */
  readonly reference: number
}

/** An event that took less is not told of by the browser. */
const LEAST_EVENT = 16

/** What the interactions of the large dataset take in a browser, as a table and as JSON. */
export async function timeInteractions(plan: InteractionsPlan): Promise<void> {
  if (!plan.isBuilt) {
    // What runs this module says "development", and a build made under that name has React with all its checks: twice as slow.
    process.env.NODE_ENV = 'production'
    await build({ logLevel: 'error', build: { outDir: plan.folder, emptyOutDir: true } })
  }
  const server = await preview({ logLevel: 'error', build: { outDir: plan.folder }, preview: { port: 0, host: '127.0.0.1' } })
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArgs })
  try {
    const address = server.resolvedUrls?.local[0] ?? ''
    const told = await measure(browser, address, plan)
    if (plan.report !== null) writeFileSync(plan.report, `${JSON.stringify(told, null, 2)}\n`)
  } finally {
    await browser.close()
    await server.close()
  }
}

async function measure(browser: Browser, address: string, { repeats }: InteractionsPlan) {
  const opening = await timeOpening(browser, `${address}${LARGE}`)
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(120_000)
  await watchTiming(page)
  await page.goto(`${address}${LARGE}`)
  await page.locator('main h1').waitFor()
  await takeTiming(page)
  printHead()
  const interactions: Told[] = []
  for (const interaction of INTERACTIONS) {
    const timings: PageTiming[] = []
    const references: number[] = []
    for (let nth = 0; nth < repeats; nth++) {
      timings.push(await timed(page, interaction, nth))
      references.push(await referenceMs(page))
    }
    const told = tell(interaction.kind, timings, references)
    interactions.push(told)
    printRow(told)
  }
  return { opening, interactions }
}

function tell(kind: string, timings: readonly PageTiming[], references: readonly number[]): Told {
  const worst = timings.reduce((a, b) => (a.shift >= b.shift ? a : b))
  return {
    kind,
    repeats: timings.length,
    interaction: spreadOf(timings.map(({ interaction }) => interaction ?? LEAST_EVENT)),
    longTask: spreadOf(timings.map(({ longTask }) => longTask)),
    answered: spreadOf(timings.map(({ answered }) => answered ?? 0)),
    shift: worst.shift,
    shiftByInput: Math.max(...timings.map(({ shiftByInput }) => shiftByInput)),
    shifted: worst.shifted,
    reference: spreadOf(references).p50,
  }
}

function spreadOf(all: readonly number[]): Spread {
  const sorted = [...all].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}

function printHead(): void {
  const heads = [
    'n',
    'inp p50',
    'p95',
    'max',
    'task p95',
    'max',
    'painted p50',
    'p95',
    'CLS',
    'by input',
    'reference',
    'inp p95 ×',
  ]
  console.log(`\nms in a browser; × is how often the fixed work fits in\n${'interaction'.padEnd(20)}${cells(heads)}`)
}

function printRow(told: Told): void {
  const { interaction, longTask, answered, reference } = told
  const numbers = [
    ...[told.repeats, interaction.p50, interaction.p95, interaction.max, longTask.p95, longTask.max, answered.p50, answered.p95],
  ].map((ms) => ms.toFixed(0))
  const shifts = [told.shift, told.shiftByInput].map((score) => score.toFixed(3))
  const ratio = [reference.toFixed(0), (interaction.p95 / reference).toFixed(1)]
  console.log(`${told.kind.padEnd(20)}${cells([...numbers, ...shifts, ...ratio])}`)
}

function cells(texts: readonly string[]): string {
  return texts.map((text) => text.padStart(12)).join('')
}
