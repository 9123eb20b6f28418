import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e.ts'
import { readGrounds } from '../support/e2e-grounds.ts'
import { settled, visit } from '../support/e2e-page.ts'

test('keys alone reach a figure and come back from its grounds', async ({ atlas }) => {
  await startOfPage(atlas)
  await atlas.keyboard.press('Tab')
  await expect(atlas.getByRole('link', { name: 'Tới nội dung chính' })).toBeFocused()
  await atlas.keyboard.press('Enter')
  await atlas.keyboard.press('Tab')
  const first = atlas.locator('main [data-figure]').first()
  await expect(first).toBeFocused()
  const outline = await first.evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(outline).toBe('solid')
  await atlas.keyboard.press('Enter')
  expect((await readGrounds(atlas)).figure).toBe('8.968 nguồn tin')
  // The panel keeps the focus until it is closed.
  for (let press = 0; press < 8; press++) {
    await atlas.keyboard.press('Tab')
    const isInside = () => atlas.evaluate(() => Boolean(document.activeElement?.closest('[role="dialog"]')))
    await expect.poll(isInside).toBe(true)
  }
  await atlas.keyboard.press('Escape')
  await expect(first).toBeFocused()
})

test('one key each opens the help, a screen, the search; a field keeps what is typed', async ({ atlas }) => {
  await startOfPage(atlas)
  await atlas.keyboard.press('?')
  const help = atlas.getByRole('dialog', { name: 'Trợ giúp: đọc số liệu cho đúng' })
  await expect(help).toBeVisible()
  // Keys belong to the dialog while it is open.
  await atlas.keyboard.press('3')
  await expect(atlas).not.toHaveURL(/tab=place/)
  await atlas.keyboard.press('Escape')
  await expect(help).toHaveCount(0)
  await atlas.keyboard.press('3')
  await expect(atlas).toHaveURL(/tab=place/)
  await settled(atlas)
  await atlas.keyboard.press('/')
  await expect(atlas.getByRole('searchbox')).toBeFocused()
  await atlas.keyboard.type('1')
  await expect(atlas.getByRole('searchbox')).toHaveValue('1')
  await expect(atlas).toHaveURL(/tab=place/)
  await atlas.keyboard.press('Backspace')
  await startOfPage(atlas)
  await atlas.keyboard.press('1')
  await expect(atlas).not.toHaveURL(/tab=/)
  await settled(atlas)
  await atlas.keyboard.press('/')
  await expect(atlas.getByRole('combobox', { name: 'Tìm địa phương, không cần dấu' })).toBeFocused()
  await atlas.keyboard.press('Escape')
})

test('keys alone choose an indicator, a period and places', async ({ atlas }) => {
  await tabTo(atlas, /^Chỉ tiêu: /)
  await atlas.keyboard.press('Enter')
  await expect(atlas.getByRole('combobox', { name: 'Tìm chỉ tiêu, không cần dấu' })).toBeFocused()
  // Without marks, as people type who are in a hurry.
  await atlas.keyboard.type('nha da tang')
  await expect(atlas.getByRole('option')).toHaveCount(1)
  await atlas.keyboard.press('ArrowDown')
  await atlas.keyboard.press('Enter')
  await settled(atlas)
  await expect(atlas.locator('main h1')).toContainText('Trà Vinh 18')

  await tabTo(atlas, /^Kỳ: /)
  await atlas.keyboard.press('Enter')
  await atlas.getByRole('option').first().waitFor()
  await atlas.keyboard.press('ArrowDown')
  await atlas.keyboard.press('Enter')
  await settled(atlas)
  await expect(atlas.getByRole('combobox', { name: 'Kỳ: Năm 2024' })).toBeFocused()

  await tabTo(atlas, /^Địa phương: /)
  await atlas.keyboard.press('Enter')
  await expect(atlas.getByRole('combobox', { name: 'Tìm địa phương, không cần dấu' })).toBeFocused()
  await atlas.keyboard.type('tra vinh')
  await expect(atlas.getByRole('option')).toHaveCount(1)
  await atlas.keyboard.press('ArrowDown')
  await atlas.keyboard.press('Enter')
  await expect(atlas.getByRole('option', { selected: true })).toHaveText('Trà Vinh')
  await atlas.keyboard.press('Escape')
  await expect(atlas.getByRole('option')).toHaveCount(0)
  await settled(atlas)
  await expect(atlas).toHaveURL(/[?&]i=charity_houses&t=2024&p=84&/)
})

test('a period is chosen on the timeline, with arrow keys and by drawing over its bars', async ({ atlas }) => {
  await atlas.getByRole('button', { name: 'Chọn trên dòng thời gian' }).click()
  const start = atlas.getByRole('slider', { name: 'Bắt đầu từ' })
  await start.focus()
  await atlas.keyboard.press('End')
  await expect(start).toHaveAttribute('aria-valuetext', 'năm 2024')
  await expect(atlas).toHaveURL(/[?&]t=2024&/)
  await atlas.keyboard.press('ArrowLeft')
  await expect(atlas).toHaveURL(/[?&]t=2023\.\.2024&/)
  await settled(atlas)
  const box = await atlas.locator('svg:has(rect[data-inside])').boundingBox()
  if (!box) throw new Error('no bars')
  const at = (share: number) => [box.x + share * box.width, box.y + box.height / 4] as const
  await atlas.mouse.move(...at(0.01))
  await atlas.mouse.down()
  await atlas.mouse.move(...at(0.99), { steps: 3 })
  await atlas.mouse.up()
  await expect(start).toHaveValue('0')
  await expect(atlas.getByText(/^Đang chọn: từ năm \d{4} đến năm 2024$/)).toBeVisible()
  await settled(atlas)
  await atlas.keyboard.press('Escape')
})

test('the table twin is opened and sorted with keys', async ({ atlas }) => {
  await visit(atlas, '?i=surrendered_items&p=84')
  const fold = atlas.locator('main summary').first()
  await fold.focus()
  if (!(await fold.evaluate((summary) => (summary.parentElement as HTMLDetailsElement).open))) await atlas.keyboard.press('Enter')
  const numbers = () => atlas.locator('details').first().locator('td[data-column="number"]').allInnerTexts()
  await atlas.getByRole('button', { name: 'Số liệu', exact: true }).first().focus()
  await atlas.keyboard.press('Enter')
  await settled(atlas)
  expect(await numbers()).toEqual(['12', '26', '36', '50', '382'])
  await atlas.keyboard.press('Enter')
  await settled(atlas)
  expect(await numbers()).toEqual(['382', '50', '36', '26', '12'])
})

async function startOfPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    ;(document.activeElement as HTMLElement | null)?.blur()
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
  })
}

/** Presses Tab until the focus is on the control of that name; from the top of the page it is a few steps away. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  await startOfPage(page)
  const control = page.getByRole('combobox', { name })
  for (let press = 0; press < 12; press++) {
    await page.keyboard.press('Tab')
    if (await control.evaluate((element) => element === document.activeElement)) return
  }
  await expect(control).toBeFocused()
}
