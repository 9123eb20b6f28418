import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { builtFolder } from '../support/bare-server.ts'
import { expect, test } from '../support/e2e.ts'
import { openAtlas, settled } from '../support/e2e-page.ts'
import { useAll } from '../support/e2e-tour.ts'
import { NEWER_APIS } from '../support/newer-than-chrome-109.ts'

test.describe('a browser without what came after Chrome 109', () => {
  const taken = NEWER_APIS.map(({ path }) => path)

  test('shows every screen', async ({ page }) => {
    test.slow()
    await page.addInitScript(takeAway, taken)
    await page.route('**/config.json', async (route) => {
      const config = await (await route.fetch()).json()
      await route.fulfill({ json: { ...config, simulatedData: true } })
    })
    // Its workers lack the same.
    await page.route(/worker[^/]*\.js$/, async (route) => {
      const script = await (await route.fetch()).text()
      const body = `(${takeAway})(${JSON.stringify(taken)});\n${script}`
      await route.fulfill({ contentType: 'text/javascript', body })
    })
    await openAtlas(page)
    expect(await page.evaluate(() => ['toSorted' in [], 'map' in [].values(), 'groupBy' in Object])).toEqual([
      false,
      false,
      false,
    ])
    const [worker] = page.workers()
    expect(await worker?.evaluate(() => ['toSorted' in [], 'map' in [].values(), 'groupBy' in Object])).toEqual([
      false,
      false,
      false,
    ])

    await useAll(page)
    await page.reload()
    await settled(page)
  })
})

test.describe('a browser that cannot run the engine', () => {
  test.use({ expected: /Failed to load resource/ })

  for (const name of ['WebAssembly', 'DecompressionStream']) {
    test(`says so where ${name} is missing`, async ({ page }) => {
      await page.addInitScript(takeAway, [name])
      await page.goto('')
      await expect(page.locator('[data-failure="engine-browser-unfit"]')).toContainText('Trình duyệt này quá cũ')
      await page.goto('?lang=en')
      await expect(page.getByRole('alert')).toContainText('This browser is too old')
      await expect(page.getByRole('alert')).toContainText(name)
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
    })
  }

  test('says so where WebAssembly has no exceptions', async ({ page }) => {
    await page.addInitScript(() => {
      class Module {
        constructor() {
          throw new WebAssembly.CompileError('invalid opcode 0x6')
        }
      }
      Object.assign(WebAssembly, { Module })
    })
    await page.goto('')
    await expect(page.locator('[data-failure="engine-browser-unfit"]')).toContainText('Trình duyệt này quá cũ')
  })
})

test.describe('a page whose own script does not run', () => {
  test.use({ expected: /./ })
  const MAIN = /assets\/index-[\w-]+\.js$/

  test('says that the browser is too old: a syntax that it does not know', async ({ page }) => {
    await page.route(MAIN, (route) => route.fulfill({ contentType: 'text/javascript', body: 'const a = b ?? = c' }))
    await page.goto('')
    await sees(page, 'Trình duyệt này không chạy được trang', 'This browser cannot run the page')
  })

  test('says so of a function that it does not know', async ({ page }) => {
    await page.route(MAIN, (route) => route.fulfill({ contentType: 'text/javascript', body: 'Object.hasOwnMore({})' }))
    await page.goto('')
    await sees(page, 'Trình duyệt này không chạy được trang', 'This browser cannot run the page')
  })

  test('says so of workers', async ({ page }) => {
    await page.addInitScript(takeAway, ['Worker'])
    await page.goto('')
    await sees(page, 'Trình duyệt này không chạy được trang', 'This browser cannot run the page')
  })

  test('says so of modules', async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule'))
    await page.route(/\/atlas\/$/, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replaceAll('type="module"', 'type="text/unknown"') })
    })
    await page.goto('')
    await sees(page, 'Trình duyệt này không chạy được trang', 'This browser cannot run the page')
  })

  test('says that a file is missing', async ({ page }) => {
    await page.route(/assets\/engine-[\w-]+\.js$/, (route) => route.fulfill({ status: 404 }))
    await page.goto('')
    await sees(page, 'Máy chủ thiếu hoặc chặn một tệp của trang', 'The server lacks or blocks a file')
  })

  test('asks for a web server when it is opened as a file', async ({ browser }) => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(pathToFileURL(join(builtFolder, 'index.html')).href)
    await sees(page, 'Trang này không mở được trực tiếp từ tệp', 'cannot be opened straight from a file')
    await context.close()
  })
})

test('an error while drawing leaves a sentence, not an empty page', async ({ page, complaints }) => {
  await page.addInitScript(() => {
    window.matchMedia = () => {
      throw new Error('not here')
    }
  })
  await page.goto('?lang=en')
  await expect(page.locator('[data-failure="unknown"]')).toContainText('This part failed')
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  expect(complaints.splice(0).join()).toContain('not here')
})

/** Runs in the page or its worker before any other script. */
function takeAway(paths: readonly string[]): void {
  // Neither has a name of its own everywhere.
  const unnamed: Record<string, unknown> = {
    TypedArray: Object.getPrototypeOf(Uint8Array),
    Iterator: { prototype: Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) },
  }
  const inside = (holder: unknown, name: string) => (holder === undefined ? undefined : Reflect.get(Object(holder), name))
  // What is inside a thing before the thing itself.
  for (const path of [...paths].sort((a, b) => b.split('.').length - a.split('.').length)) {
    const names = path.split('.')
    const last = names.pop() ?? ''
    const [first, ...rest] = names
    const start = first === undefined ? globalThis : (unnamed[first] ?? inside(globalThis, first))
    const holder = rest.reduce(inside, start)
    if (holder !== undefined) Reflect.deleteProperty(Object(holder), last)
  }
  if (paths.includes('ReadableStream.prototype.values')) Reflect.deleteProperty(ReadableStream.prototype, Symbol.asyncIterator)
}

async function sees(page: Page, ...sentences: readonly string[]): Promise<void> {
  const alert = page.getByRole('alert')
  await expect(alert).toHaveCount(1)
  for (const sentence of sentences) await expect(alert).toContainText(sentence)
  await expect(page.getByText('Đang mở trang')).toBeHidden()
}
