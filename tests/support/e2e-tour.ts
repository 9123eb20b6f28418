import { expect, type Page } from '@playwright/test'
import { CHART_TYPES } from '../../src/charts/index.ts'
import { chooseFiles, dropFiles, filesStrip, publishedFile, tipsFile } from './e2e-files.ts'
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
  const seen = new Set<string>()
  for (const screen of ['?i=dom-models&', '?d=demo-simulated&', '?d=demo-simulated&i=tips_received&t=all&']) {
    await visit(page, `${screen}c=${ids.join('.')}`)
    // Another dataset comes a little later than its address.
    if (screen.includes('demo')) await expect(page.getByText('SỐ LIỆU MÔ PHỎNG').first()).toBeVisible({ timeout: 30_000 })
    if (screen.includes('t=all'))
      await expect(page.locator('[data-chart="line"] [role="img"] svg')).toBeVisible({ timeout: 30_000 })
    await settled(page)
    await unfoldTables(page)
    for (const id of await chartsOf(page)) {
      seen.add(id)
      const chart = page.locator(`[data-chart="${id}"]`)
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
  await visit(page, '?lang=vi')
  await openOwnFiles(page)
}

/** Opens files by the dialog and by dropping them, and goes back to the first dataset. */
async function openOwnFiles(page: Page): Promise<void> {
  const form = tipsFile('đã điền.csv', ['36', '30'], ['84', '8.968'])
  await chooseFiles(page, form, await publishedFile('public-reports/observations.parquet', 'số liệu.parquet'))
  await expect(filesStrip(page)).toContainText('Đã mở')
  await settled(page)
  await filesStrip(page).getByRole('button', { name: 'Xem dòng chưa nhận và lý do' }).click()
  await expect(page.locator('main table tbody tr').first()).toBeVisible()
  await dropFiles(page, form)
  await expect(filesStrip(page)).toContainText('Đã mở đã điền.csv')
  await filesStrip(page).getByRole('button', { name: 'Đã hiểu' }).click()
  await visit(page, '?')
}

/** The charts on screen, once no more come or go. */
async function chartsOf(page: Page): Promise<string[]> {
  const read = () => page.locator('[data-chart]').evaluateAll((all) => all.map((one) => one.getAttribute('data-chart') ?? ''))
  let found = await read()
  await expect(async () => {
    const before = found
    await page.waitForTimeout(400)
    found = await read()
    expect(found).toEqual(before)
  }).toPass()
  return found
}
