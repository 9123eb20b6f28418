import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e.ts'
import { choose, closeOpen, openAtlas, settled, visit } from '../support/e2e-page.ts'

const NATIONAL = '?d=national-simulated'
/** The large package is loaded whole before its first answer. */
const OPENING = 180_000

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

test('a place of the whole country stands with last year, its peers and its targets', async ({ page }) => {
  test.setTimeout(OPENING * 2)
  await page.goto(`${NATIONAL}&tab=place&focus=92`)
  await expect(page.locator('main h1')).toContainText('Cần Thơ có số của', { timeout: OPENING })
  const tips = page.getByRole('region', { name: 'Nguồn tin quần chúng' })
  await expect(tips.getByRole('columnheader')).toHaveText([
    'Chỉ tiêu',
    'Số liệu',
    'So với cùng kỳ năm trước',
    'Trong nhóm so sánh',
    'Chỉ tiêu được giao',
  ])
  await expect(tips).toContainText(/thứ \d\/6/)
  await tips.getByRole('button', { name: /^đạt .*số này từ đâu/ }).click()
  await expect(page.getByRole('dialog')).toContainText('Mức đạt chỉ tiêu được giao')
  await closeOpen(page)
  expect(await problems(page)).toEqual([])

  await page.setViewportSize({ width: 390, height: 844 })
  expect(await sideways(page)).toBeLessThanOrEqual(0)

  await visit(page, `${NATIONAL}&tab=compare&p=92.01.48&i=dom-charity`)
  await expect(page.locator('[data-chart]')).toHaveCount(3)
  expect(await sideways(page)).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1440, height: 900 })
  expect(await problems(page)).toEqual([])
  await page.locator('[data-chart="slope"] svg text', { hasText: 'Đà Nẵng' }).first().click()
  await expect(page.getByRole('dialog').locator('[data-row]').first()).toBeVisible({ timeout: 30_000 })
})

test('on a phone a place and its models fit the screen, in the light and in the dark', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openAtlas(page, '?d=public-reports&tab=place&focus=84')
  for (const search of ['?tab=place&focus=84', '?tab=place&focus=36&theme=dark&lang=en', '?tab=compare&p=36.84&theme=dark']) {
    await visit(page, search)
    expect(await sideways(page), search).toBeLessThanOrEqual(0)
    expect(await problems(page), search).toEqual([])
  }
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

/** Whatever axe finds in the screen itself, slight things too. */
async function problems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('main').analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 120)}`),
  )
}

/** By how much the page is wider than the screen. */
async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}
