import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { foldAll, openAtlas, visit } from './e2e-page.ts'

interface AtlasFixtures {
  /** Every refused request; a test that provokes one on purpose empties the list after looking at it. */
  readonly outside: string[]
  /** Errors and warnings of the console, and errors that nobody caught; emptied in the same way. */
  readonly complaints: string[]
  /** Complaints that a file of tests provokes and need not look at. */
  readonly expected: RegExp | null
  /** A page of another browser: nothing stored, nothing cached, under the same guard. */
  readonly anotherBrowser: () => Promise<Page>
  /** The app, started once for all tests of a worker and brought back to its first view: for tests that need no start of their own. */
  readonly atlas: Page
}

interface WorkerFixtures {
  readonly started: { readonly page: Page; readonly outside: string[]; readonly complaints: string[] }
}

/**
 * Playwright's `test` with the network refused: every request to another origin than the app's is aborted, kept in `outside`,
 * and fails the test at its end; so does whatever the page complains of.
 */
export const test = base.extend<AtlasFixtures, WorkerFixtures>({
  expected: [null, { option: true }],
  outside: [
    async ({ context, baseURL }, use) => {
      const outside: string[] = []
      await refuseOutside(context, baseURL, outside)
      await use(outside)
      expect(outside, 'requests outside the origin of the app').toEqual([])
    },
    { auto: true },
  ],
  complaints: [
    async ({ context, expected }, use) => {
      const complaints: string[] = []
      listen(context, complaints)
      await use(complaints)
      const unexpected = complaints.filter((text) => !expected?.test(text))
      expect(unexpected, 'complaints of the page').toEqual([])
    },
    { auto: true },
  ],
  anotherBrowser: async ({ browser, baseURL, outside, complaints }, use) => {
    const contexts: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext()
      contexts.push(context)
      await refuseOutside(context, baseURL, outside)
      listen(context, complaints)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
  started: [
    async ({ browser }, use, { project }) => {
      const { baseURL, locale, timezoneId, viewport, deviceScaleFactor, isMobile, hasTouch } = project.use
      const given = Object.entries({ baseURL, locale, timezoneId, viewport, deviceScaleFactor, isMobile, hasTouch })
      const context = await browser.newContext(Object.fromEntries(given.filter(([, value]) => value !== undefined)))
      const [outside, complaints]: [string[], string[]] = [[], []]
      await refuseOutside(context, baseURL, outside)
      listen(context, complaints)
      const page = await context.newPage()
      await openAtlas(page)
      await use({ page, outside, complaints })
      await context.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  atlas: async ({ started: { page, outside, complaints } }, use, { project }) => {
    if (project.use.viewport) await page.setViewportSize(project.use.viewport)
    await visit(page, '?')
    await foldAll(page)
    await use(page)
    expect(outside.splice(0), 'requests outside the origin of the app').toEqual([])
    expect(complaints.splice(0), 'complaints of the page').toEqual([])
  },
})

export { expect }

async function refuseOutside(context: BrowserContext, baseURL: string | undefined, outside: string[]): Promise<void> {
  const origin = new URL(baseURL ?? 'about:blank').origin
  await context.route(
    (url) => url.origin !== origin && url.protocol !== 'data:' && url.protocol !== 'blob:',
    (route) => {
      outside.push(route.request().url())
      return route.abort('blockedbyclient')
    },
  )
  await context.routeWebSocket(/.*/, (socket) => {
    outside.push(socket.url())
    void socket.close()
  })
}

/** What the browser says of a refused request is in `outside` already. */
function listen(context: BrowserContext, complaints: string[]): void {
  context.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning'
    if (isComplaint && !message.text().includes('ERR_BLOCKED_BY_CLIENT')) complaints.push(message.text())
  })
  context.on('weberror', (thrown) => complaints.push(String(thrown.error())))
}
