import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e.ts'
import { closeOpen, unfoldTables, visit } from '../support/e2e-page.ts'

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any screen, ${theme}`, async ({ atlas }) => {
    test.slow()
    const found: Record<string, string[]> = {}
    // The theme changes colours only: in the dark two screens have them all.
    const screens = Object.entries(SCREENS).slice(0, theme === 'light' ? undefined : 2)
    for (const [screen, search] of screens) {
      await visit(atlas, `${search}&theme=${theme}`)
      await unfoldTables(atlas)
      found[screen] = await seriousProblems(atlas)
    }
    await visit(atlas, `?i=charity_donations&theme=${theme}`)
    for (const [panel, open] of Object.entries(PANELS)) {
      await open(atlas)
      found[panel] = await seriousProblems(atlas)
      await closeOpen(atlas)
    }
    expect(Object.fromEntries(Object.entries(found).filter(([, problems]) => problems.length > 0))).toEqual({})
  })
}

test('the theme follows the wish of the system', async ({ atlas }) => {
  const paper = () => atlas.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await paper()
  await atlas.emulateMedia({ colorScheme: 'dark' })
  await expect(atlas.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await paper()).not.toBe(light)
  await atlas.emulateMedia({ colorScheme: 'light' })
  await expect(atlas.locator('html')).toHaveAttribute('data-theme', 'light')
  expect(await paper()).toBe(light)
})

const SCREENS: Readonly<Record<string, string>> = {
  overview: '?',
  charity: '?i=dom-charity',
  'overview in English': '?lang=en',
  'a link with mistakes': '?i=tips_received&p=99.84&t=2024',
  rows: '?tab=rows&p=26',
}

const PANELS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  grounds: async (page) => {
    await page.locator('[data-chart="patchwork"] [data-figure]').first().click()
    await page.getByRole('dialog').locator('[data-row]').first().waitFor()
  },
  help: async (page) => {
    await page.getByRole('button', { name: 'Trợ giúp' }).click()
    await page.getByRole('dialog').getByText('trên 5,28 tỷ').waitFor()
  },
  indicators: async (page) => {
    const fold = page.locator('section > button[aria-expanded="false"]').first()
    if (await page.getByRole('combobox').first().isHidden()) await fold.click()
    await page.getByRole('combobox', { name: /^Chỉ tiêu: / }).click()
    await page.getByRole('option').first().waitFor()
  },
  options: async (page) => {
    await page.getByRole('button', { name: 'Tùy chọn' }).click()
    await page.getByRole('checkbox').first().waitFor()
  },
}

async function seriousProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 120)}`))
}
