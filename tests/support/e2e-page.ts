import { expect, type Page } from '@playwright/test'

/** Every screen that the main dataset has: the overview and each domain as a whole. */
export const DOMAINS = [
  'tips',
  'models',
  'surrenders',
  'charity',
  'outreach',
  'enforcement',
  'administration',
  'coordination',
  'commendation',
  'other',
] as const

/** Opens a link of the app and waits until it shows its figures. */
export async function openAtlas(page: Page, search = ''): Promise<void> {
  await page.goto(search)
  await settled(page)
}

/** Goes to another view of the open dataset without loading the page anew, as the back button does. */
export async function visit(page: Page, search: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, '', address)
    dispatchEvent(new PopStateEvent('popstate'))
  }, search)
  await settled(page)
}

/** Waits until the screen shows the answer to what it was asked last; what is shown before a dataset is open has no such part. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('#main :is(h1, h2)').first()).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('main [data-waiting="true"]')).toHaveCount(0)
}

/** Unfolds every table twin. */
export async function unfoldTables(page: Page): Promise<void> {
  await page.locator('main details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true
  })
}

/** Closes what a test before may have left open: a panel, a list, the controls of a phone, the table twins. */
export async function foldAll(page: Page): Promise<void> {
  await closeOpen(page)
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = false
    for (const fold of document.querySelectorAll<HTMLElement>('section > button[aria-expanded="true"]')) fold.click()
  })
}

/** Closes the panel, list or menu that is open, if any. */
export async function closeOpen(page: Page): Promise<void> {
  // A list of the page stays in the document, hidden, once it was open.
  const open = page.locator(':is([role="dialog"], [role="listbox"], [role="menu"]):visible')
  await expect(async () => {
    if ((await open.count()) > 0) await page.keyboard.press('Escape')
    await expect(open).toHaveCount(0, { timeout: 500 })
  }).toPass()
}

/** The patchwork as it is read: `Trà Vinh` → `Giao nộp vũ khí` → the lines of that cell. */
export async function readPatchwork(page: Page): Promise<Record<string, Record<string, string>>> {
  const table = page.locator('[data-chart="patchwork"] table').first()
  return table.evaluate((element: HTMLTableElement) => {
    const firstLine = (cell: Element | undefined) => (cell as HTMLElement | undefined)?.innerText.split('\n')[0]?.trim() ?? ''
    const columns = [...(element.tHead?.rows[0]?.cells ?? [])].map(firstLine)
    const rows = [...(element.tBodies[0]?.rows ?? [])].map((row) => {
      const cells = [...row.cells].slice(1).map((cell, at) => [columns[at + 1] ?? '', cell.innerText] as const)
      return [firstLine(row.cells[0]), Object.fromEntries(cells)] as const
    })
    return Object.fromEntries(rows)
  })
}

/** All that can be read on the page now, unfolded tables included. */
export async function wholeText(page: Page): Promise<string> {
  await unfoldTables(page)
  return page.locator('body').innerText()
}

/** Chooses in the list that opens under a control, both by the start of their names. */
export async function choose(page: Page, control: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: new RegExp(`^${control}: `) }).click()
  await page.getByRole('option', { name: option }).first().click()
  await closeOpen(page)
  await settled(page)
}
