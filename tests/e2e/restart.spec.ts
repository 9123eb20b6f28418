import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e.ts'
import { failurePanel } from '../support/e2e-faults.ts'
import { choose, settled } from '../support/e2e-page.ts'

test.use({ expected: /^Failed to load resource|killed by the test|^ErrorEvent$/ })
test.slow()

test('an engine that dies is replaced, with the dataset and the view', async ({ page }) => {
  await page.goto('?i=charity_gifts')
  await settled(page)
  await killEngine(page)
  await choose(page, 'Chỉ tiêu', 'Nhà đã tặng')
  await settled(page)
  await expect(page.locator('main h1')).toContainText('Trà Vinh')
  await expect(page.locator('[data-figure]').first()).toBeVisible()
  await expect(failurePanel(page)).toHaveCount(0)
  await expect(page).toHaveURL(/i=charity_houses/)
})

test('so is one that dies with a file of the reader in it', async ({ page }) => {
  await page.goto('')
  await settled(page)
  await openFile(page, 'tin.csv', tips([8968, 2127]))
  await expect(page.locator('[data-files="opened"]')).toContainText('nhận 2/2 dòng')
  await settled(page)
  await killEngine(page)
  await choose(page, 'Địa phương', 'Trà Vinh')
  await settled(page)
  await expect(page.locator('main h1')).toContainText('2.127')
  await expect(page.locator('main h1')).not.toContainText('8.968')
  await expect(failurePanel(page)).toHaveCount(0)
})

test('an engine that cannot come back is said, the picture stays, and a retry brings the view back', async ({ page }) => {
  await page.goto('?i=charity_gifts')
  await settled(page)
  let isGone = true
  await page.route(/duckdb-eh/, (route) => (isGone ? route.fulfill({ status: 404 }) : route.fallback()))
  await killEngine(page)
  await choose(page, 'Chỉ tiêu', 'Nhà đã tặng')
  const panel = failurePanel(page)
  await expect(panel).toHaveAttribute('data-failure', 'engine-file-missing', { timeout: 30_000 })
  await expect(panel).toContainText('Những gì đang xem được giữ nguyên.')
  await expect(page.locator('main h1')).toContainText('6.147')
  isGone = false
  await panel.getByRole('button', { name: 'Thử lại' }).click()
  await expect(failurePanel(page)).toHaveCount(0, { timeout: 30_000 })
  await settled(page)
  await expect(page.locator('main h1')).toContainText('Trà Vinh')
})

test.describe('with less memory than a large file needs', () => {
  test('the file is refused in a sentence, and what was open goes on', async ({ page }) => {
    await page.route('**/config.json', async (route) => {
      const config = await (await route.fetch()).json()
      await route.fulfill({ json: { ...config, memoryLimitMB: 256 } })
    })
    await page.goto('?i=charity_gifts')
    await settled(page)
    await openFile(page, 'lon.csv', tips(Array.from({ length: 400_000 }, (_, at) => at)))
    const panel = failurePanel(page)
    await expect(panel).toHaveAttribute('data-failure', 'engine-out-of-memory', { timeout: 60_000 })
    await expect(panel).toContainText('Không đủ bộ nhớ')
    await choose(page, 'Chỉ tiêu', 'Nhà đã tặng')
    await settled(page)
    await expect(page.locator('main h1')).toContainText('Trà Vinh')
    await expect(page).toHaveURL(/i=charity_houses/)
  })
})

/** The worker throws where nobody catches it, as a broken engine does. */
async function killEngine(page: Page): Promise<void> {
  const [worker] = page.workers()
  if (!worker) throw new Error('no engine to kill')
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('killed by the test')
    })
  })
  await page.waitForTimeout(200)
}

async function openFile(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Mở tệp' }).click()
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
}

/** One row a number; the first two are of Nam Định and Trà Vinh in 2024, the others of units within. */
function tips(values: readonly number[]): string {
  const rows = values.map((value, at) =>
    at < 2
      ? `63,${at === 0 ? '36' : '84'},tips_received,2024-01-01,2024-12-31,${value},tinh,`
      : `63,36,tips_received,2024-01-01,2024-12-31,${value},xa,xã ${at} ${'x'.repeat(60)}`,
  )
  return `territory_set,province_code,indicator_code,period_start,period_end,value,unit_level,unit_name\n${rows.join('\n')}\n`
}
