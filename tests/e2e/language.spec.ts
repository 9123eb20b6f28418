import type { Page } from '@playwright/test'
import type { Language } from '../../src/model/bilingual.ts'
import { expect, test } from '../support/e2e.ts'
import { languageCheck, saidOn } from '../support/e2e-language.ts'
import { closeOpen, DOMAINS, settled, unfoldTables, visit } from '../support/e2e-page.ts'

test('English is one click away, and the link carries it', async ({ atlas }) => {
  await expect(atlas.locator('html')).toHaveAttribute('lang', 'vi')
  await atlas.getByRole('button', { name: 'English' }).click()
  await expect(atlas.locator('html')).toHaveAttribute('lang', 'en')
  await expect(atlas).toHaveURL(/[?&]lang=en&/)
  await expect(atlas).toHaveTitle('Mass mobilisation figures from five published reports – Dan Van Atlas')
  const headline = atlas.locator('main h1')
  await expect(headline).toContainText('Nam Dinh 8,968 (valuable tips; 5 years, since 2017)')
  await atlas.getByRole('button', { name: 'Tiếng Việt' }).click()
  await expect(atlas.locator('html')).toHaveAttribute('lang', 'vi')
  await expect(atlas).not.toHaveURL(/lang=/)
  await expect(headline).toContainText('Nam Định 8.968 (tin có giá trị; 5 năm, từ năm 2017)')
})

test('a link in English opens in English from the first word', async ({ page }) => {
  await page.goto('?lang=en')
  await expect(page.getByRole('status')).toHaveText(/^(?:Opening the page|Fetching the engine|Reading the dataset)/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await settled(page)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

for (const language of ['vi', 'en'] as const) {
  test(`no screen in ${language} says a word of the other language`, async ({ atlas }) => {
    test.slow()
    const check = await languageCheck(language)
    await visit(atlas, `?lang=${language === 'vi' ? 'en' : 'vi'}`)
    expect(check.foreignWords(await saidOn(atlas)).length, 'what the check finds on the other screen').toBeGreaterThan(40)
    const foreign: Record<string, string[]> = {}
    for (const [screen, search] of Object.entries(SCREENS)) {
      await visit(atlas, `${search}&lang=${language}`)
      await unfoldTables(atlas)
      const words = check.foreignWords(await saidOn(atlas))
      if (words.length > 0) foreign[screen] = words
    }
    for (const [panel, open] of Object.entries(PANELS)) {
      await open(atlas, language)
      const words = check.foreignWords(await saidOn(atlas))
      if (words.length > 0) foreign[panel] = words
      await closeOpen(atlas)
    }
    expect(foreign).toEqual({})
  })
}

const SCREENS: Readonly<Record<string, string>> = {
  overview: '?',
  ...Object.fromEntries(DOMAINS.map((domain) => [domain, `?i=dom-${domain}`])),
  bars: '?i=dom-charity&c=bar',
  'no bars': '?i=tips_received&c=bar',
  'another time': '?t=2024',
  'no figures': '?t=1999',
  'a link with mistakes': '?i=zzz&p=99&f.item=gun&n=year&t=qqq&v=9',
}

const PANELS: Readonly<Record<string, (page: Page, language: Language) => Promise<void>>> = {
  'the grounds of a sum': (page, language) => openGrounds(page, `?i=charity_donations&lang=${language}`, 0),
  'the grounds of a share': (page, language) => openGrounds(page, `?i=commune_police_coverage_share&lang=${language}`, 0),
  'grounds with rows left out': (page, language) => openGrounds(page, `?i=tips_received&p=84&lang=${language}`, 0),
  'the list of indicators': async (page, language) => {
    await visit(page, `?lang=${language}`)
    await page.getByRole('combobox', { name: /^(?:Chỉ tiêu|Indicator): / }).click()
    await page.getByRole('option').first().waitFor()
  },
  'the list of periods': (page) => open(page, /^(?:Kỳ|Period): /),
  'the list of places': (page) => open(page, /^(?:Địa phương|Provinces): /),
  options: async (page, language) => {
    await visit(page, `?i=charity_houses&lang=${language}`)
    await page.getByRole('button', { name: /^(?:Tùy chọn|Options)$/ }).click()
    await page.getByRole('checkbox').first().waitFor()
  },
}

async function openGrounds(page: Page, search: string, nth: number): Promise<void> {
  await visit(page, search)
  await page.locator('main [data-figure]').nth(nth).click()
  await page.getByRole('dialog').locator('[data-row]').first().waitFor()
}

async function open(page: Page, control: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: control }).click()
  await page.getByRole('option').first().waitFor()
}
