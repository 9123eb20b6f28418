import { wordsOf } from '../../src/locale/words.ts'
import { expect, test } from '../support/e2e.ts'
import { closeGrounds, openGrounds } from '../support/e2e-grounds.ts'
import { closeOpen, readPatchwork, settled, visit } from '../support/e2e-page.ts'

const { units, chrome } = wordsOf('vi')
const NAM_DINH = /^8\.968 nguồn tin/

test('the 34 are chosen among the options, stand in the link, and go off by their chip', async ({ atlas }) => {
  await visit(atlas, '?i=tips_received')
  await atlas.getByRole('button', { name: chrome.options }).click()
  await atlas.getByRole('radio', { name: units.lists['34'] }).check()
  await closeOpen(atlas)
  await settled(atlas)
  expect(new URL(atlas.url()).searchParams.get('dg')).toBe('34')
  const chip = atlas.getByRole('button', { name: chrome.remove(units.chip(units.lists['34'])) })
  await expect(atlas.locator('[data-chart="patchwork"] thead').first()).toContainText('Ninh Bình')
  await chip.click()
  await settled(atlas)
  await expect(chip).toHaveCount(0)
  expect(new URL(atlas.url()).searchParams.has('dg')).toBe(false)
  await expect(atlas.locator('[data-chart="patchwork"] thead').first()).toContainText('Nam Định')
})

test('a province of today has the figures of its old ones side by side', async ({ atlas }) => {
  await visit(atlas, '?dg=34')
  const cells = (await readPatchwork(atlas))['Ninh Bình'] ?? {}
  const [tips = '', models = ''] = Object.values(cells)
  for (const text of ['hàng trăm', 'Hà Nam (1/3 tỉnh cũ)', '8.968', 'Nam Định (1/3 tỉnh cũ)', units.oldUnits(2, 3)]) {
    expect(tips).toContain(text)
  }
  expect(tips).not.toMatch(/trên 8\.968/)
  for (const text of ['132 mô hình', '52 mô hình']) expect(models).toContain(text)
  expect(await atlas.locator('main').innerText()).not.toMatch(/\b184\b/)
})

test('a new province is found by the name of an old one', async ({ atlas }) => {
  await visit(atlas, '?dg=34&i=tips_received')
  await atlas.getByRole('combobox', { name: new RegExp(`^${chrome.places}: `) }).click()
  await atlas.getByRole('combobox', { name: chrome.searchPlace }).fill('nam dinh')
  await expect(atlas.getByRole('option')).toHaveText([/^Ninh Bình.*Nam Định/])
  await atlas.getByRole('option', { name: 'Ninh Bình' }).click()
  await closeOpen(atlas)
  await settled(atlas)
  expect(new URL(atlas.url()).searchParams.get('p')).toBe('37')
  await expect(atlas.locator('[data-figure]', { hasText: NAM_DINH }).first()).toBeVisible()
})

test('the grounds of 8.968 under Ninh Bình are those of Nam Định, and say that two provinces are missing', async ({ atlas }) => {
  await visit(atlas, '?dg=34&i=tips_received')
  const figure = atlas.locator('[data-figure]', { hasText: NAM_DINH }).first()
  const { what, terms, leftOut } = await openGrounds(atlas, figure)
  expect(what).toMatch(/^Ninh Bình · .*Nam Định \(1\/3 tỉnh cũ\)/)
  await expect(atlas.getByText(units.partOf(['Nam Định'], 3))).toBeVisible()
  expect(terms.map(({ facts }) => facts['Đơn vị báo cáo'])).toEqual(['Công an tỉnh Nam Định'])
  expect(leftOut.some(({ facts }) => facts['Đơn vị báo cáo']?.includes('Duy Tiên'))).toBe(true)
  await closeGrounds(atlas, figure)
})

test('the page says all of it in English', async ({ atlas }) => {
  const english = wordsOf('en')
  await visit(atlas, '?dg=34&lang=en&i=tips_received')
  await expect(atlas.getByRole('button', { name: english.units.chip(english.units.lists['34']) })).toBeVisible()
  await expect(atlas.locator('[data-chart="patchwork"]')).toContainText('Nam Dinh (1 of 3 old provinces)')
  await atlas
    .locator('[data-figure]', { hasText: /^8,968 tips/ })
    .first()
    .click()
  await expect(atlas.getByText(english.units.partOf(['Nam Dinh'], 3))).toBeVisible()
  await atlas.keyboard.press('Escape')
})

test('nothing scrolls sideways on a phone', async ({ atlas }) => {
  await atlas.setViewportSize({ width: 390, height: 844 })
  for (const link of ['?dg=34', '?dg=34&i=tips_received', '?dg=34&i=dom-models&lang=en']) {
    await visit(atlas, link)
    const { scroll, width } = await atlas.evaluate(() => ({ scroll: document.documentElement.scrollWidth, width: innerWidth }))
    expect(scroll, link).toBeLessThanOrEqual(width)
  }
})
