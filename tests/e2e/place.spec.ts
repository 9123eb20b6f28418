import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e.ts'
import { choose, closeOpen, settled, visit } from '../support/e2e-page.ts'
import { visitNational } from '../support/e2e-screens.ts'

test('a place of the published reports leads to its figures, their grounds and its models', async ({ atlas }) => {
  await visit(atlas, '?tab=place')
  await expect(atlas.locator('main h1')).toHaveText('Chọn một địa phương')
  await choose(atlas, 'Địa phương đang xem', 'Trà Vinh')
  await expect(atlas).toHaveURL(/focus=84/)
  await expect(atlas.locator('main h1')).toHaveText(/^Trà Vinh có số của \d+\/62 chỉ tiêu, số liệu gần nhất\.$/)
  await expect(atlas.locator('main')).toContainText('Từ 01/7/2025 thuộc Vĩnh Long.')
  await atlas.getByRole('button', { name: '382: số này từ đâu?' }).click()
  await expect(atlas.getByRole('dialog').locator('[data-row]').first()).toContainText('382')
  await closeOpen(atlas)
  await expect(atlas.locator('[data-model]')).toHaveCount(3)
  await atlas.getByRole('button', { name: '6 số liệu về kết quả' }).click()
  await expect(atlas.locator('[data-model] + tr [data-row]')).toHaveCount(6)
})

test('a search for models is in the link', async ({ atlas }) => {
  await visit(atlas, '?tab=place&q=chao+tinh+thuong')
  await expect(atlas.locator('[data-model]')).toHaveCount(1)
  await expect(atlas.locator('[data-model]')).toContainText('Nồi cháo tình thương')
  await atlas.getByRole('searchbox').fill('camera')
  await expect(atlas.locator('[data-model]')).toHaveCount(2)
  await expect(atlas).toHaveURL(/q=camera/)
})

test('a place of the whole country stands with last year, its peers and its targets', async ({ atlas: page }) => {
  test.slow()
  await visitNational(page, '&tab=place&focus=92')
  await expect(page.locator('main h1')).toContainText('Cần Thơ có số của')
  const tips = page.getByRole('region', { name: 'Nguồn tin quần chúng' })
  await expect(tips.getByRole('columnheader')).toHaveText([
    'Chỉ tiêu',
    'Số liệu',
    'So với cùng kỳ năm trước',
    'Trong nhóm so sánh(dòng dưới: bình quân các địa phương khác)',
  ])
  await expect(tips).toContainText(/thứ \d\/6/)
  await tips.getByRole('button', { name: /^đạt .*số này từ đâu/ }).click()
  await expect(page.getByRole('dialog')).toContainText('Mức đạt chỉ tiêu được giao')
  await closeOpen(page)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await sideways(page)).toBeLessThanOrEqual(0)

  await visit(page, '?d=national-simulated&tab=compare&p=92.01.48&i=dom-charity')
  await expect(page.locator('[data-chart]')).toHaveCount(3)
  expect(await sideways(page)).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.locator('[data-chart="slope"] svg text', { hasText: 'Đà Nẵng' }).first().click()
  await expect(page.getByRole('dialog').locator('[data-row]').first()).toBeVisible({ timeout: 30_000 })
})

test('two places are chosen to be compared', async ({ atlas }) => {
  await visit(atlas, '?tab=compare')
  await expect(atlas.locator('main h1')).toContainText('5 địa phương')
  await atlas.getByRole('combobox', { name: /^Địa phương đem so: / }).click()
  await atlas.getByRole('option', { name: 'Trà Vinh' }).click()
  await atlas.getByRole('option', { name: 'Nam Định' }).click()
  await closeOpen(atlas)
  await settled(atlas)
  await expect(atlas).toHaveURL(/p=84\.36/)
  await expect(atlas.locator('main h1')).toContainText('Nam Định, Trà Vinh: không có hai số nào')
})

/** By how much the page is wider than the screen. */
async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}
