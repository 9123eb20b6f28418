import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '../support/e2e.ts'

/** A page of another site (`localhost` beside `127.0.0.1`) that follows the height its frame tells. */
function hostPage(src: string): string {
  return `<!doctype html><title>host</title><h1>Trang của đơn vị</h1>
<iframe id="frame" src="${src}" style="width:100%;border:0" height="300"></iframe>
<script>
  window.heights = []
  window.messages = []
  addEventListener('message', (event) => {
    window.messages.push(event.data)
    if (event.data && event.data.method === 'resized') {
      window.heights.push(event.data.params.height)
      document.getElementById('frame').height = event.data.params.height
    }
  })
</script>`
}

test('in a frame of another site, with storage blocked, the view is shown alone and its height follows', async ({
  browser,
  baseURL,
}) => {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(hostPage(`${baseURL}?i=charity_donations&embed=1`))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } })
  const page = await context.newPage()
  const asked: string[] = []
  context.on('request', (request) => asked.push(request.url()))
  // Third-party storage is refused as a strict browser refuses it: every touch throws.
  await page.addInitScript(() => {
    if (window.parent === window) return
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'] as const) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('blocked', 'SecurityError')
        },
      })
    }
  })
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
  const frame = page.frames()[1]
  if (!frame) throw new Error('no frame')
  await frame.waitForSelector('[data-chart]')
  expect(
    await frame.evaluate(() => {
      try {
        return String(window.localStorage)
      } catch (error) {
        return (error as DOMException).name
      }
    }),
  ).toBe('SecurityError')

  await expect(frame.getByRole('button', { name: /trên 5,28 tỷ đồng/ }).first()).toBeVisible()
  await expect(frame.getByRole('button', { name: /Chép đường dẫn/ })).toHaveCount(0)
  await expect(frame.getByRole('navigation')).toHaveCount(0)

  const settled = async () => {
    await page.waitForTimeout(250)
    return frame.evaluate(() =>
      Math.ceil((document.querySelector('[data-embedded]') as HTMLElement).getBoundingClientRect().height),
    )
  }
  const frameHeight = () => page.locator('#frame').evaluate((node) => Number((node as HTMLIFrameElement).height))
  for (let change = 0; change < 10; change++) {
    const before = await settled()
    await frame.locator('details > summary').first().click()
    const after = await settled()
    if (change % 2 === 0) expect(after).toBeGreaterThan(before)
    else expect(after).toBeLessThan(before)
    expect(await frameHeight()).toBe(after)
  }
  const told = await page.evaluate(() => (window as unknown as { heights: number[] }).heights.length)
  await page.waitForTimeout(600)
  // No loop: nothing is told while nothing changes, and ten changes are not told a hundred times.
  expect(await page.evaluate(() => (window as unknown as { heights: number[] }).heights.length)).toBe(told)
  expect(told).toBeLessThan(40)
  const messages = await page.evaluate(() => JSON.stringify((window as unknown as { messages: unknown[] }).messages))
  expect(messages).not.toContain('5284000000')
  // The host page, and the folder of the app: nothing else is asked by the frame.
  const origins = asked.filter((url) => !/^(?:blob|data):/.test(url)).map((url) => new URL(url).origin)
  const host = `http://localhost:${(server.address() as AddressInfo).port}`
  expect([...new Set(origins)].sort()).toEqual([new URL(baseURL ?? '').origin, host].sort())

  await test.step('a source opens beside the page, not in the frame; keys count while something in the frame has the focus', async () => {
    const address = frame.url()
    await frame
      .getByRole('button', { name: /trên 5,28 tỷ đồng/ })
      .first()
      .click()
    const link = frame.getByRole('dialog').getByRole('link', { name: 'Mở bài' }).first()
    const [opened] = await Promise.all([context.waitForEvent('page'), link.click()])
    await opened.close()
    expect(frame.url()).toBe(address)
    await frame.getByRole('dialog').getByRole('button', { name: 'Chép thông tin để báo' }).waitFor()
    await page.keyboard.press('Escape')
    await expect(frame.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('3')
    await page.keyboard.press('?')
    await expect(frame.getByRole('dialog', { name: 'Trợ giúp: đọc số liệu cho đúng' })).toBeVisible()
    expect(frame.url()).toBe(address)
  })
  await context.close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})
