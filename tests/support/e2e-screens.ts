import { expect, type Locator, type Page } from '@playwright/test'
import { type Words, wordsOf } from '../../src/locale/words.ts'
import type { Language } from '../../src/model/bilingual.ts'
import { settled, visit } from './e2e-page.ts'

/** The five screens of a few reports: a patchwork, hardly a picture. */
export const SPARSE_SCREENS: readonly string[] = [
  '?d=public-reports',
  '?d=public-reports&tab=compare&p=36.84',
  '?d=public-reports&tab=place&focus=84',
  '?d=public-reports&tab=rows',
  '?d=public-reports&tab=quality',
]

/** More of them, whose cells, rows or notes are unlike those of the five. */
export const SPARSE_VIEWS: readonly string[] = [
  '?d=public-reports&i=dom-charity',
  '?d=public-reports&i=surrendered_items',
  '?d=public-reports&i=charity_houses&c=bar.map.ribbon',
  '?d=public-reports&t=2024',
  '?d=public-reports&dg=34',
  '?d=public-reports&i=zzz&p=99.84&f.item=gun&t=qqq',
  '?d=public-reports&tab=compare',
  '?d=public-reports&tab=place',
]

/** The five screens of the whole country, month by month. */
export const DENSE_SCREENS: readonly string[] = [
  '?d=national-simulated',
  '?d=national-simulated&tab=compare&p=92.01.48&i=dom-charity',
  '?d=national-simulated&tab=place&focus=92',
  '?d=national-simulated&tab=rows',
  '?d=national-simulated&tab=quality',
]

/** Its longest names are those of the 63 old provinces; its longest remarks those of a time that many reports make up. */
export const DENSE_VIEWS: readonly string[] = [
  '?d=national-simulated&dg=63&i=tips_received',
  '?d=national-simulated&dg=63&i=surrendered_items&tab=compare&p=77.46',
  '?d=national-simulated&i=charity_donations&t=2015..2024',
]

/** Opens the large package, which is fetched whole before its first answer. */
export async function visitNational(page: Page, search = ''): Promise<void> {
  await visit(page, `?d=national-simulated${search}`)
  const simulated = (['vi', 'en'] as const).map((language) => page.getByText(wordsOf(language).chrome.simulated, { exact: true }))
  await expect((simulated[0] as Locator).or(simulated[1] as Locator).first()).toBeVisible({ timeout: 180_000 })
  await settled(page)
}

/** What opens over the page, each with what opens it; a phone has its controls behind a fold. */
export const PANELS: Readonly<Record<string, (page: Page, language: Language) => Promise<void>>> = {
  grounds: async (page) => {
    await page.locator('#main h1 [data-figure]').first().click()
    await page.getByRole('dialog').getByRole('listitem').first().waitFor()
  },
  help: async (page, language) => {
    await page.getByRole('button', { name: wordsOf(language).help.button, exact: true }).click()
    await page.getByRole('dialog').waitFor()
  },
  indicators: (page, language) => openList(page, (words) => words.chrome.indicator, language),
  periods: (page, language) => openList(page, (words) => words.chrome.period, language),
  places: (page, language) => openList(page, (words) => words.chrome.places, language),
  options: async (page, language) => {
    await unfoldControls(page)
    await page.getByRole('button', { name: wordsOf(language).chrome.options, exact: true }).click()
    await page.getByRole('checkbox').first().waitFor()
  },
  files: async (page, language) => {
    await page.getByRole('button', { name: wordsOf(language).open.button }).click()
    await page.getByRole('dialog').waitFor()
  },
  'chart menu': async (page, language) => {
    const { menu } = wordsOf(language).take
    await page
      .getByRole('button', { name: new RegExp(`^${menu('')}`) })
      .first()
      .click()
    await page.getByRole('menuitem').first().waitFor()
  },
  'made picture': async (page, language) => {
    // Where no picture can be painted, it is shown.
    const paints = await page.evaluateHandle(() => HTMLCanvasElement.prototype.getContext)
    await page.evaluate(() => {
      HTMLCanvasElement.prototype.getContext = () => null
    })
    await page.getByRole('button', { name: wordsOf(language).take.chatPicture }).click()
    await page.getByRole('dialog').getByRole('img').waitFor()
    await paints.evaluate((getContext) => {
      HTMLCanvasElement.prototype.getContext = getContext
    })
  },
}

async function openList(page: Page, control: (words: Words) => string, language: Language): Promise<void> {
  await unfoldControls(page)
  await page.getByRole('combobox', { name: new RegExp(`^${control(wordsOf(language))}: `) }).click()
  await page.getByRole('option').first().waitFor()
}

/** On a phone the controls are folded behind a button that says what is chosen. */
async function unfoldControls(page: Page): Promise<void> {
  if (await page.getByRole('combobox').first().isHidden()) {
    await page.locator('section > button[aria-expanded="false"]').first().click()
  }
}
