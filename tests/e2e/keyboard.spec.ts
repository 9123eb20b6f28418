import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { wordsOf } from '../../src/locale/words.ts'
import { expect, test } from '../support/e2e.ts'
import { readGrounds } from '../support/e2e-grounds.ts'
import { settled, unfoldTables, visit } from '../support/e2e-page.ts'
import { visitNational } from '../support/e2e-screens.ts'
import type { TaskAnswers } from '../support/task-answers.ts'

const { chrome, compare, period } = wordsOf('vi')
const answers: TaskAnswers = JSON.parse(readFileSync(new URL('../golden/task-answers.json', import.meta.url), 'utf8'))

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

test('keys alone find the province with the largest rise, the focus in sight at each step', async ({ atlas }) => {
  test.slow()
  await visitNational(atlas)
  await atlas.getByRole('heading', { level: 1 }).locator('..').evaluate(listenToHeadline)
  await startOfPage(atlas)

  await test.step('tips of the public', async () => {
    await press(atlas, 'Tab', atlas.getByRole('button', { name: /^Xem nguồn tin quần chúng/ }))
    await atlas.keyboard.press('Enter')
    await settled(atlas)
    // The button has gone with the cards: the focus is where the answer is said.
    await expect(atlas.getByRole('heading', { level: 1 })).toBeFocused()
  })
  await test.step('the year 2024', async () => {
    await press(atlas, 'Shift+Tab', atlas.getByRole('combobox', { name: new RegExp(`^${chrome.period}: `) }))
    await atlas.keyboard.press('Enter')
    await expect(atlas.getByRole('combobox', { name: period.search })).toBeFocused()
    await atlas.keyboard.type('2024')
    const year = atlas.getByRole('option', { name: chrome.year(2024), exact: true })
    await expect(year).toBeVisible()
    await pressUntil(atlas, 'ArrowDown', async () => (await year.getAttribute('data-highlighted')) !== null)
    await atlas.keyboard.press('Enter')
    await settled(atlas)
    await expect(atlas.getByRole('combobox', { name: `${chrome.period}: ${chrome.year(2024)}` })).toBeFocused()
  })
  await test.step('per 100,000 people', async () => {
    await press(atlas, 'Tab', atlas.getByRole('button', { name: chrome.options }))
    await atlas.keyboard.press('Enter')
    const rate = atlas.getByRole('radio', { name: compare.normalisations.per100k })
    const group = rate.locator('xpath=ancestor::fieldset').getByRole('radio', { checked: true })
    await press(atlas, 'Tab', group)
    await pressUntil(atlas, 'ArrowDown', () => rate.isChecked())
    await atlas.keyboard.press('Escape')
    await expect(atlas.getByRole('button', { name: chrome.options })).toBeFocused()
    await settled(atlas)
  })
  await test.step('the grounds of the rise', async () => {
    const rise = atlas.getByText(compare.mostUp).first()
    await expect(rise.locator('..')).toContainText(answers.largestRise)
    await press(atlas, 'Tab', rise.getByRole('button').first())
    await atlas.keyboard.press('Enter')
    const dialog = atlas.getByRole('dialog')
    await press(atlas, 'Tab', dialog.getByRole('listitem').getByRole('button').first())
    await atlas.keyboard.press('Enter')
    await expect(dialog.getByText(/Báo cáo tháng mô phỏng năm 2024/).first()).toBeVisible()
    await atlas.keyboard.press('Escape')
    await expect(rise.getByRole('button').first()).toBeFocused()
  })
  await test.step('each new finding was said, in the order of the choices', async () => {
    const said = await atlas.evaluate(() => (window as unknown as { said: string[] }).said)
    expect(said.length).toBeGreaterThanOrEqual(2)
    expect(said.at(-1)).toContain(answers.largestRise)
    // One region all along: a new one would be silent.
    await expect(atlas.getByRole('heading', { level: 1 }).locator('..')).toHaveAttribute('data-heard', '')
  })
})

test('what is read out comes in the order of the screen: finding, picture, its numbers, its sources', async ({ atlas }) => {
  await visit(atlas, '?i=charity_houses&c=bar')
  await unfoldTables(atlas)
  const order = await atlas.locator('#main').evaluate((main) => {
    const parts = {
      finding: 'header[aria-live] h1',
      picture: '[role="img"][aria-label]',
      numbers: 'details table',
      sources: '[data-chart] > p',
    }
    const found = Object.entries(parts).map(([name, selector]) => ({ name, node: main.querySelector(selector) }))
    return found
      .sort((a, b) => (a.node && b.node && a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
      .map(({ name, node }) => (node ? name : `no ${name}`))
  })
  expect(order).toEqual(['finding', 'picture', 'numbers', 'sources'])
  const rows = await atlas
    .locator('details table')
    .evaluate((table: HTMLTableElement) => [...table.rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim())))
  expect(rows[0]?.slice(0, 2)).toEqual(['Địa phương', 'Chỉ tiêu'])
  expect(rows.slice(1).every((row) => row[0] !== '' && row.length === rows[0]?.length)).toBe(true)
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

/** Keeps what the finding says after each change of its region, and marks the region. */
function listenToHeadline(region: Element): void {
  const said: string[] = []
  Object.assign(window, { said })
  region.setAttribute('data-heard', '')
  new MutationObserver(() => {
    const text = (region as HTMLElement).innerText.replace(/\s+/g, ' ')
    if (said.at(-1) !== text) said.push(text)
  }).observe(region, { subtree: true, childList: true, characterData: true })
}

/** Presses a key until the control has the focus, which must be seen wherever it stops on the way. */
async function press(page: Page, key: string, control: Locator): Promise<void> {
  await control.waitFor()
  await pressUntil(page, key, async () => {
    expect(await focusInSight(page)).toBe('seen')
    return control.evaluate((element) => element === document.activeElement)
  })
}

async function pressUntil(page: Page, key: string, holds: () => Promise<boolean>): Promise<void> {
  for (let times = 0; times < 80; times++) {
    await page.keyboard.press(key)
    if (await holds()) return
  }
  throw new Error(`80 times ${key} do not lead there`)
}

/** `seen`, or what has the focus and does not show it. */
async function focusInSight(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement as HTMLElement
    const { outlineStyle, outlineWidth } = getComputedStyle(focused)
    const { top, bottom, width } = focused.getBoundingClientRect()
    const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    const isOnScreen = bottom > 0 && top < innerHeight && width > 0
    return isOutlined && isOnScreen ? 'seen' : `${focused.tagName} ${focused.className} ${focused.innerText.slice(0, 40)}`
  })
}
