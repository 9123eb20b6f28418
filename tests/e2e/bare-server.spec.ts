import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { type BareServer, type BareServerOptions, type Instead, startBareServer } from '../support/bare-server.ts'
import { chromiumArgs, chromiumPath } from '../support/chromium.ts'
import { expect, test as guarded } from '../support/e2e.ts'
import { expectFailure } from '../support/e2e-faults.ts'
import { dropFiles, filesStrip, publishedFile } from '../support/e2e-files.ts'
import { openAtlas, settled } from '../support/e2e-page.ts'
import { useAll } from '../support/e2e-tour.ts'

const HOST = 'atlas.intranet'
const MAX_BYTES = 10_000_000
const ENGINE = /\/duckdb-eh-[\w-]+\.bin$/

const test = guarded.extend<{ readonly setUp: BareServerOptions; readonly server: BareServer }>({
  setUp: [{}, { option: true }],
  server: async ({ setUp }, use) => {
    const server = await startBareServer({ host: HOST, instead: withSimulatedData, ...setUp })
    await use(server)
    await server.close()
  },
  baseURL: async ({ server }, use) => use(server.url),
})

// Under this name plain http is no secure context, as on an intranet; under 127.0.0.1 it would be one.
test.use({
  launchOptions: {
    executablePath: chromiumPath,
    args: [...chromiumArgs, `--host-resolver-rules=MAP ${HOST} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`],
  },
})

test('an untouched server, a sub-folder and plain http are enough', async ({ page, server }) => {
  test.slow()
  await openAtlas(page)
  expect(page.url()).toMatch(/^http:\/\/atlas\.intranet:\d+\/noi-bo\/atlas\//)
  expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle, typeof navigator.clipboard])).toEqual([
    false,
    'undefined',
    'undefined',
  ])
  await useAll(page)
  await page.reload()
  await settled(page)

  const bodies = server.answered.map(({ bytes }) => bytes)
  expect(Math.max(...bodies)).toBeLessThan(MAX_BYTES)
  // The engine came, packed.
  expect(server.answered.filter(({ path, bytes }) => ENGINE.test(path) && bytes > 1_000_000)).toHaveLength(2)
  // Not even the fonts have an ending that such a server refuses.
  expect(server.answered.filter(({ status }) => status !== 200)).toEqual([])
  expect(await loadedFonts(page)).toEqual(['latin', 'vietnamese'])
})

test.describe('a server that calls the packed engine compressed', () => {
  const isEngine = (path: string) => ENGINE.test(path)
  test.use({ setUp: { instead: (path) => (isEngine(path) ? { headers: { 'Content-Encoding': 'gzip' } } : null) } })

  test('has the browser unpack it, and that works too', async ({ page, server }) => {
    await openAtlas(page)
    expect(server.answered.filter(({ path }) => isEngine(path))).toHaveLength(1)
  })
})

test('without its fonts it is written in those of the system', async ({ page, complaints }) => {
  await page.route(/inter-/, (route) => route.fulfill({ status: 404 }))
  await openAtlas(page)
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(await loadedFonts(page)).toEqual([])
  const letters = await page.locator('main h1').boundingBox()
  expect(letters?.width).toBeGreaterThan(200)
  expect(complaints.splice(0).filter((text) => !text.includes('404'))).toEqual([])
})

test.describe('under the content security policy of README.md', () => {
  const policy = policyOfReadme()
  test.use({ setUp: { headers: { 'Content-Security-Policy': `${policy}; report-uri /noi-bo/atlas/violation` } } })

  test('everything works and nothing is refused', async ({ page, server, complaints }) => {
    test.slow()
    await watchViolations(page)
    await openAtlas(page)
    await useAll(page)
    expect(await violations(page)).toEqual([])
    expect(server.answered.filter(({ path }) => path.includes('violation'))).toEqual([])

    // The watch itself works.
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'))
    await expect.poll(() => violations(page)).toEqual(['style-src-attr inline'])
    await expect.poll(() => server.answered.filter(({ path }) => path.includes('violation')).length).toBe(1)
    expect(complaints.splice(0).join()).toContain("style-src 'self'")
  })

  test('a link to a file asks for it and takes it', async ({ page, server }) => {
    await watchViolations(page)
    await page.goto('?d=local&lf=99-0123abcd&theme=dark')
    await expect(page.getByRole('heading', { level: 1, name: 'Đường dẫn này xem một tệp trên máy của người gửi' })).toBeVisible()
    await dropFiles(page, await publishedFile('public-reports/observations.parquet', 'số liệu.parquet'))
    await expect(filesStrip(page)).toContainText('nhận 109/109 dòng')
    await settled(page)
    expect(await violations(page)).toEqual([])
    expect(server.answered.filter(({ path }) => path.includes('violation'))).toEqual([])
  })

  test('holds for the worker of the engine too', async ({ page, outside }) => {
    await openAtlas(page)
    const [worker] = page.workers()
    const refused = worker?.evaluate(
      () =>
        new Promise((done) => {
          addEventListener('securitypolicyviolation', (event) => done(`${event.effectiveDirective} ${event.blockedURI}`))
          fetch('http://example.org/x.csv').catch(() => setTimeout(() => done('refused by the network only'), 500))
        }),
    )
    expect(await refused).toBe('connect-src http://example.org/x.csv')
    expect(outside).toEqual([])
  })
})

test.describe('under a policy that refuses workers', () => {
  const policy = policyOfReadme().replace(/worker-src [^;]*/, "worker-src 'none'")
  test.use({ setUp: { headers: { 'Content-Security-Policy': policy } }, expected: /worker|Content Security Policy|^Event$/ })

  test('the page says that it is the server’s policy to look at', async ({ page }) => {
    expect(policy).toContain("worker-src 'none'")
    await page.goto('')
    await expectFailure(page, 'engine-worker-missing', /^Không chạy được phần xử lý nền của bộ tính\.$/)
    await expect(page.getByRole('alert')).toContainText('chính sách bảo mật của máy chủ')
  })
})

/** The page as an administrator sets it up who wants to see the charts that the published reports cannot fill. */
function withSimulatedData(path: string, file: Buffer): Instead | null {
  return path === 'config.json' ? { body: JSON.stringify({ ...JSON.parse(file.toString()), simulatedData: true }) } : null
}

/** Which of the two files of letters the page uses. */
function loadedFonts(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await document.fonts.ready
    const loaded = [...document.fonts].filter(({ status }) => status === 'loaded')
    return loaded.map(({ unicodeRange }) => (unicodeRange.includes('U+1EA0') ? 'vietnamese' : 'latin')).sort()
  })
}

function policyOfReadme(): string {
  const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8')
  const policy = /^default-src 'none';.*$/m.exec(readme)?.[0]
  if (!policy) throw new Error('README.md has no content security policy')
  return policy
}

interface Watched {
  violations?: string[]
}

async function watchViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept: string[] = []
    ;(window as Watched).violations = kept
    document.addEventListener('securitypolicyviolation', (event) => kept.push(`${event.effectiveDirective} ${event.blockedURI}`))
  })
}

async function violations(page: Page): Promise<readonly string[]> {
  return (await page.evaluate(() => (window as Watched).violations)) ?? ['nobody watched']
}
