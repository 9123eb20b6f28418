import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e.ts'
import { choose, closeOpen, openAtlas, settled, unfoldTables, visit } from '../support/e2e-page.ts'

test('a link gives another browser the same view, and the copied one says everything that decides a number', async ({
  atlas,
  anotherBrowser,
}) => {
  await choose(atlas, 'Chỉ tiêu', 'Vũ khí, vật liệu nổ, công cụ hỗ trợ do người dân giao nộp')
  await choose(atlas, 'Kỳ', 'Năm 2024')
  await choose(atlas, 'Địa phương', 'Trà Vinh')
  await choose(atlas, 'Địa phương', 'Nam Định')
  await atlas.getByRole('button', { name: 'Tùy chọn' }).click()
  for (const name of ['Đạn các loại', 'Vũ khí thô sơ', 'Công cụ hỗ trợ', 'Bảng tổng hợp theo địa phương']) {
    await atlas.getByRole('checkbox', { name }).click()
  }
  await closeOpen(atlas)
  await settled(atlas)
  await unfoldTables(atlas)
  const sortByNumber = atlas.locator('[data-chart="patchwork"] details').getByRole('button', { name: 'Số liệu' })
  await sortByNumber.click()
  await settled(atlas)
  await sortByNumber.click()
  await settled(atlas)
  const seen = await picture(atlas)
  expect(seen.sorted).toEqual(['Số liệu descending'])
  expect(seen.table.filter((number) => /^\d/.test(number))).toEqual(['382', '50', '26'])
  expect(seen.controls).toContain('Địa phương: Trà Vinh, Nam Định')

  const other = await anotherBrowser()
  await openAtlas(other, atlas.url())
  await unfoldTables(other)
  expect(await picture(other)).toEqual(seen)
  expect(other.url()).toBe(atlas.url())

  await visit(atlas, '?i=charity_gifts')
  await unfoldTables(atlas)
  const copied = await picture(atlas)
  await atlas.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await atlas.getByRole('button', { name: 'Chép đường dẫn' }).click()
  await expect(atlas.getByRole('status').filter({ hasText: 'Đã chép đường dẫn.' })).toBeVisible()
  const link = await atlas.evaluate(() => navigator.clipboard.readText())
  await atlas.context().clearPermissions()
  const params = [...new URL(link).searchParams.keys()]
  expect(params).toEqual(expect.arrayContaining(['d', 'i', 't', 'dg', 'n', 'cmp', 'v']))
  expect(params.at(-1)).toBe('v')
  await visit(other, link)
  await unfoldTables(other)
  expect(await picture(other)).toEqual(copied)
})

test('back and forward go through the choices of indicators', async ({ atlas }) => {
  const shown = () => atlas.getByRole('combobox', { name: /^Chỉ tiêu: / })
  await choose(atlas, 'Chỉ tiêu', 'Nhà đã tặng')
  await choose(atlas, 'Chỉ tiêu', 'Phần quà đã tặng')
  await choose(atlas, 'Kỳ', 'Năm 2024')
  await atlas.goBack()
  await settled(atlas)
  await expect(shown()).toHaveAccessibleName(/Nhà đã tặng/)
  await expect(atlas.locator('main h1')).toContainText('18')
  await atlas.goBack()
  await settled(atlas)
  await expect(shown()).toHaveAccessibleName('Chỉ tiêu: Bốn lĩnh vực chính')
  await atlas.goForward()
  await atlas.goForward()
  await settled(atlas)
  await expect(shown()).toHaveAccessibleName(/Phần quà đã tặng/)
  await expect(atlas.getByRole('combobox', { name: /^Kỳ: / })).toHaveAccessibleName('Kỳ: Năm 2024')
})

test('what a link asks for in vain is said, and the rest is kept', async ({ atlas }) => {
  await visit(atlas, '?i=charity_gifts&p=84.99&f.recipient_group=nobody&f.item=gun&t=someday&c=pie&utm=mail&v=1')
  const strip = atlas.getByRole('status').filter({ hasText: 'Có phần của đường dẫn không dùng được' })
  await expect(strip.getByRole('listitem')).toHaveText([
    'Kỳ “someday” không hiểu được, đang xem Số liệu gần nhất của từng địa phương',
    'Mục “f.recipient_group” “nobody” không có trong bộ số liệu này, đã bỏ qua',
    'Địa phương “99” không có trong bộ số liệu này, đã bỏ qua',
    'Biểu đồ “pie” không có trong bộ số liệu này, đã bỏ qua',
  ])
  await expect(atlas.locator('main h1')).toContainText('6.147')
  await expect(atlas.getByRole('combobox', { name: /^Địa phương: / })).toHaveAccessibleName('Địa phương: Trà Vinh')
  await strip.getByRole('button', { name: 'Đã hiểu' }).click()
  await expect(strip).toBeHidden()
  // A key that is not the app's own is passed on.
  await choose(atlas, 'Kỳ', 'Năm 2024')
  await expect(atlas).toHaveURL(/[?&]utm=mail&v=1$/)
})

test('without a clipboard the link is shown, selected', async ({ atlas }) => {
  await visit(atlas, '?i=charity_gifts')
  await atlas.evaluate(() => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined }))
  await atlas.getByRole('button', { name: 'Chép đường dẫn' }).click()
  const field = atlas.getByRole('textbox', { name: /Hãy chép dòng này/ })
  await expect(field).toHaveValue(/\/intranet\/atlas\/\?d=public-reports&i=charity_gifts&.*v=1$/)
  const selected = await field.evaluate((node) => {
    const { selectionStart, selectionEnd, value } = node as HTMLInputElement
    return value.slice(selectionStart ?? 0, selectionEnd ?? 0)
  })
  await expect(field).toHaveValue(selected)
  await atlas.getByRole('button', { name: 'Đóng' }).click()
  await expect(field).toBeHidden()
})

/** What a link has to restore: the controls, the pictures with their figures, and the order of the tables. */
async function picture(page: Page) {
  const texts = (selector: string) => page.locator(selector).allInnerTexts()
  return {
    title: await page.title(),
    controls: await page.getByRole('combobox').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))),
    chips: await texts('[aria-label="Đang lọc"] li'),
    headline: await texts('main header'),
    charts: await page.locator('[data-chart]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label'))),
    figures: await texts('[data-figure]'),
    cells: await texts('[data-chart="patchwork"] td'),
    table: await texts('details td:nth-child(4)'),
    sorted: await page
      .locator('th[aria-sort]:not([aria-sort="none"])')
      .evaluateAll((all) => all.map((one) => `${one.textContent} ${one.getAttribute('aria-sort')}`)),
  }
}
