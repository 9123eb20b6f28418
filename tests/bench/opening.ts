import type { Browser, Page } from '@playwright/test'
import { referenceMs, takeTiming, watchTiming } from '../support/page-timing.ts'

/** A part of the opening, in milliseconds. */
export interface OpeningStep {
  readonly name: string
  readonly ms: number
}

export interface Opening {
  /** From the navigation to the first picture. */
  readonly ms: number
  readonly longTask: number
  readonly shift: number
  readonly steps: readonly OpeningStep[]
  readonly reference: number
}

/** A message to the engine's worker. */
interface Sent {
  readonly at: number
  readonly type: string
  readonly text: string
}

/** Opens the app in a fresh page and tells which part took how long. */
export async function timeOpening(browser: Browser, address: string): Promise<Opening> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(120_000)
  await watchTiming(page)
  await listenToEngine(page)
  await page.goto(address)
  await page.locator('main h1').waitFor()
  const { longTask, shift } = await takeTiming(page)
  const { ms, steps } = await page.evaluate(stepsOf)
  const opening = { ms, longTask, shift, steps, reference: await referenceMs(page) }
  await page.close()
  console.log(
    `\nopening ${ms.toFixed(0)} ms, ${(ms / opening.reference).toFixed(0)} × the fixed work; longest task ${longTask} ms`,
  )
  for (const step of steps) console.log(`${step.ms.toFixed(0).padStart(7)} ms  ${step.name}`)
  return opening
}

async function listenToEngine(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const sent: Sent[] = []
    const post = Worker.prototype.postMessage
    Worker.prototype.postMessage = function (this: Worker, ...of: unknown[]) {
      const { type, data } = (of[0] ?? {}) as { readonly type?: string; readonly data?: readonly unknown[] }
      sent.push({ at: performance.now(), type: type ?? 'PARQUET', text: typeof data?.[1] === 'string' ? data[1] : '' })
      return Reflect.apply(post, this, of)
    }
    Object.assign(window, { sentToEngine: sent })
  })
}

/** In the page: what the engine was asked, one after the other, and what came before and between. */
function stepsOf(): { readonly ms: number; readonly steps: OpeningStep[] } {
  const sent = (window as unknown as { readonly sentToEngine: readonly Sent[] }).sentToEngine
  const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const endOf = (name: RegExp) => Math.max(0, ...files.filter((file) => name.test(file.name)).map((file) => file.responseEnd))
  const firstOf = (type: string) => sent.find((message) => message.type === type)?.at ?? 0
  const nameOf = ({ type, text }: Sent) =>
    /^(?:START_PENDING|RUN)_QUERY$/.test(type)
      ? text
          .replace(/\s+/g, ' ')
          .replace(/ds_[0-9a-f]+/g, 'ds')
          .slice(0, 60)
      : type
  const isAsked = ({ type }: Sent) => !/^(?:POLL|FETCH|PING)/.test(type)
  const rows = sent.filter(({ at, type }, nth) => isAsked({ at, type, text: '' }) && nth >= 0 && at >= firstOf('PARQUET'))
  const last = performance.now()
  const steps: OpeningStep[] = [
    { name: 'page, scripts and lists, to the start of the engine', ms: firstOf('INSTANTIATE') },
    { name: 'engine and its settings', ms: endOf(/observations/) - firstOf('INSTANTIATE') },
    ...rows.map((message, nth) => ({ name: nameOf(message), ms: (rows[nth + 1]?.at ?? last) - message.at })),
  ]
  return { ms: last, steps: steps.filter(({ ms }) => ms >= 20) }
}
