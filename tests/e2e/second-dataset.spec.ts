import { expect, test } from '../support/e2e.ts'
import { addDataset, expectFailure, failurePanel } from '../support/e2e-faults.ts'
import { choose, openAtlas, settled } from '../support/e2e-page.ts'

test.use({ expected: /^Failed to load resource/ })

test('a dataset that does not open leaves what is on screen, and says where its error is', async ({ page }) => {
  let repaired = false
  await addDataset(page, {
    'indicators.csv': (text) => (repaired ? text : text.replace('\nsurrendered_items,', '\ntips_received,')),
  })
  await openAtlas(page, '?d=public-reports&i=charity_gifts&v=1')
  const before = await page.locator('main').innerText()

  await choose(page, 'Bộ số liệu', 'Bộ số liệu thứ hai')
  await expectFailure(page, 'package-invalid', /^Bộ số liệu có lỗi ở tệp second\/indicators\.csv, dòng 3, cột indicator_code/)
  await expect(failurePanel(page)).toContainText('Những gì đang xem được giữ nguyên.')
  expect(await page.locator('main').innerText()).toBe(before)
  await expect(page).toHaveURL(/d=public-reports/)
  await page.locator('main [data-figure]').first().click()
  await expect(page.getByRole('dialog').locator('[data-row]').first()).toBeVisible()
  await page.keyboard.press('Escape')

  repaired = true
  await failurePanel(page).getByRole('button', { name: 'Thử lại' }).click()
  await expect(page).toHaveURL(/d=second/)
  await settled(page)
  await expect(failurePanel(page)).toHaveCount(0)
  await expect(page.locator('main h1')).toContainText('8.968')

  await page.goBack()
  await expect(page).toHaveURL(/d=public-reports&i=charity_gifts/)
  await settled(page)
  await expect(page.locator('main h1')).toContainText('6.147')
})

test('rows that cannot be read are counted and listed, the others are shown', async ({ page }) => {
  await addDataset(page, {
    'observations.csv': (text) =>
      text.replace(',8968,tip,', ',tám nghìn,tip,').replace('S002-050,S002,1,63,84,', 'S002-050,S002,1,63,84,x,'),
  })
  await openAtlas(page, '?d=second')
  const footer = page.getByRole('contentinfo')
  await expect(footer).toContainText('Đã nhận 107/109 dòng; 2 dòng chưa nhận.')
  await expect(page.locator('main h1')).not.toContainText('8.968')
  await expect(page.locator('main h1')).toContainText('2.127')
  await page.getByRole('button', { name: 'Số liệu chi tiết' }).click()
  await expect(page.getByRole('cell', { name: 'tám nghìn' })).toBeVisible()
})
