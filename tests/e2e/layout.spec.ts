import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e.ts'
import { layoutProblems, smallTargets } from '../support/e2e-layout.ts'
import { closeOpen, settled, unfoldTables, visit } from '../support/e2e-page.ts'

const DESKTOP = [
  [1440, 900],
  [1366, 768],
  [768, 1024],
] as const
const PHONE = [
  [390, 844],
  [360, 740],
] as const

const SCREENS: Readonly<Record<string, string>> = {
  overview: '?',
  charity: '?i=dom-charity',
  surrenders: '?i=surrendered_items',
  houses: '?i=charity_houses',
  'another time': '?t=2024',
  'a link with mistakes': '?i=zzz&p=99.84&f.item=gun&t=qqq',
  rows: '?tab=rows',
}

for (const language of ['vi', 'en'] as const) {
  test(`no text is cut or runs into another, in ${language}`, async ({ atlas, isMobile }, info) => {
    test.slow()
    const problems: Record<string, string[]> = {}
    const look = async (name: string) => {
      const small = isMobile ? await smallTargets(atlas, 40) : []
      const found = [...(await layoutProblems(atlas)), ...small.map((target) => `small to touch: ${target}`)]
      if (found.length > 0) problems[name] = found
      // E2E_PICTURES=1 keeps a picture of every screen, to be looked at.
      if (process.env.E2E_PICTURES) {
        await atlas.screenshot({ path: info.outputPath(`${name}.png`), fullPage: !name.includes('open') })
      }
    }
    for (const [width, height] of isMobile ? PHONE : DESKTOP) {
      await atlas.setViewportSize({ width, height })
      for (const [screen, search] of Object.entries(SCREENS)) {
        await visit(atlas, `${search}&lang=${language}`)
        if (screen !== 'overview') await unfoldTables(atlas)
        await look(`${screen} ${width}`)
      }
      await visit(atlas, `?i=charity_donations&lang=${language}`)
      for (const [panel, open] of Object.entries(PANELS)) {
        await open(atlas)
        await look(`${panel} open ${width}`)
        await closeOpen(atlas)
        await settled(atlas)
      }
    }
    expect(problems).toEqual({})
  })
}

const PANELS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  grounds: async (page) => {
    await page.locator('[data-chart="patchwork"] [data-figure]').first().click()
    await page.getByRole('dialog').locator('[data-row]').first().waitFor()
  },
  indicators: async (page) => {
    await openFilters(page)
    await page.getByRole('combobox', { name: /^(?:Chỉ tiêu|Indicator): / }).click()
    await page.getByRole('option').first().waitFor()
  },
  options: async (page) => {
    await openFilters(page)
    await page.getByRole('button', { name: /^(?:Tùy chọn|Options)$/ }).click()
    await page.getByRole('checkbox').first().waitFor()
  },
}

/** On a phone the controls are folded behind a button that says what is chosen. */
async function openFilters(page: Page): Promise<void> {
  const fold = page.locator('section > button[aria-expanded="false"]').first()
  if (await page.getByRole('combobox').first().isHidden()) await fold.click()
}
