import { expect, type Page } from '@playwright/test'
import { CHART_TYPES } from '../../src/charts/index.ts'
import { choose, settled, unfoldTables, visit } from './e2e-page.ts'

/**
 * Uses every control and every chart once. Some charts need a dataset that the published reports cannot be: the page has to offer
 * simulated data.
 */
export async function useAll(page: Page): Promise<void> {
  await unfoldTables(page)
  await choose(page, 'Chỉ tiêu', 'Nhà đã tặng')
  await choose(page, 'Địa phương', 'Trà Vinh')
  await choose(page, 'Kỳ', 'Năm 2024')
  await page.getByRole('button', { name: 'Tùy chọn' }).click()
  await page.getByRole('checkbox').first().click()
  await page.keyboard.press('Escape')
  await settled(page)
  await page.getByRole('button', { name: 'Chép đường dẫn' }).click()
  await page.getByRole('button', { name: 'Xem lại từ đầu' }).click()
  await settled(page)
  const ids = CHART_TYPES.map(({ id }) => id)
  const seen = new Set<string | null>()
  for (const screen of ['?i=charity_houses', '?d=demo-simulated']) {
    await visit(page, `${screen}&c=${ids.join('.')}`)
    await unfoldTables(page)
    for (const chart of await page.locator('[data-chart]').all()) {
      seen.add(await chart.getAttribute('data-chart'))
      await chart.locator('svg, table').first().hover()
      await chart.locator('[data-figure]').first().click()
      await expect(page.getByRole('dialog')).toContainText('Số này từ đâu?')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    }
  }
  expect([...seen].sort()).toEqual([...ids].sort())
  await visit(page, '?')
  await page.getByRole('button', { name: 'English' }).click()
  await settled(page)
  await visit(page, '?tab=rows')
  await expect(page.locator('main table tbody tr').first()).toBeVisible()
  await visit(page, '?theme=dark')
  await visit(page, '?')
}
