import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e.ts'
import { settled, visit } from '../support/e2e-page.ts'

const SCREEN = '?d=public-reports&tab=quality'
const section = (page: Page, name: string) => page.locator(`[data-quality="${name}"]`)

test('the account adds up to the rows of the file, and a class shows its rows', async ({ atlas }) => {
  await visit(atlas, SCREEN)
  const account = section(atlas, 'account')
  const equation = (await account.locator('[data-adds-up]').innerText()).match(/^(\d+) = ([\d +]+):/)
  const parts = (equation?.[2] ?? '').split(' + ').map(Number)
  expect(equation?.[1]).toBe('109')
  expect(parts.reduce((a, b) => a + b, 0)).toBe(109)
  await expect(account).toContainText('Tệp có 109 dòng: đã nhận 109, chưa nhận 0.')

  const counts = await account.locator('[data-class] td:nth-child(3)').allInnerTexts()
  expect(counts.map(Number)).toEqual(parts)
  await account.getByRole('button', { name: 'Xem các dòng: Đã nằm trong số của tỉnh' }).click()
  await expect(account.locator('[data-rows-of="inside_own"] tbody tr')).toHaveCount(1)
})

test('the screen stands in the link, and its tab opens it', async ({ atlas }) => {
  await visit(atlas, '?d=public-reports')
  await atlas.getByRole('button', { name: 'Nguồn và độ tin cậy' }).click()
  await settled(atlas)
  await expect(atlas).toHaveURL(/tab=quality/)
  await expect(atlas.getByRole('heading', { level: 1 })).toHaveText('Nguồn và độ tin cậy')
  await expect(section(atlas, 'sources').locator('tbody tr')).toHaveCount(5)
  await expect(section(atlas, 'owed')).toContainText('không địa phương nào bị coi là chậm')
})

test('a figure to verify leads to its grounds', async ({ atlas }) => {
  await visit(atlas, SCREEN)
  const doubts = section(atlas, 'findings').locator('[data-finding="verify"]')
  await expect(doubts).toHaveAttribute('data-all', '5')
  const row = doubts.locator('tbody tr').filter({ hasText: '31 lựu đạn' })
  await row.getByRole('button', { name: 'Số này từ đâu?' }).click()
  const dialog = atlas.getByRole('dialog')
  await expect(dialog).toContainText('31 + 1 = 32')
  await expect(dialog.locator('[data-row]').first()).toContainText('31 lựu đạn')
})

test('the marks of the table are read out, for the indicator that is chosen', async ({ atlas }) => {
  await visit(atlas, `${SCREEN}&i=tips_received`)
  const row = section(atlas, 'coverage').locator('[data-place="63:84"]')
  await expect(row.getByRole('img', { name: 'có số', exact: true })).toHaveCount(1)
  await expect(row.getByRole('img', { name: 'nguồn không nêu' })).toHaveCount(1)
  await atlas.getByRole('combobox', { name: /^Chỉ tiêu của bảng: / }).click()
  await atlas.getByRole('option', { name: 'Vũ khí, vật liệu nổ' }).first().click()
  await settled(atlas)
  await expect(section(atlas, 'coverage')).toContainText('Chỉ tiêu “Vũ khí, vật liệu nổ')

  await test.step('by the provinces of today, of how many old ones there is a figure', async () => {
    await visit(atlas, `${SCREEN}&i=tips_received&dg=34`)
    const merged = section(atlas, 'coverage').locator('[data-state="some_units"]')
    await expect(merged.getByRole('img', { name: '1/3 đơn vị cũ nêu' }).first()).toBeVisible()
    await expect(merged.first()).toContainText('1/3')
    await expect(section(atlas, 'coverage').locator('ul').first()).toContainText('2/3 đơn vị cũ')
  })
})
