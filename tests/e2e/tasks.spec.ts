import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { wordsOf } from '../../src/locale/words.ts'
import { expect, test } from '../support/e2e.ts'
import { settled } from '../support/e2e-page.ts'
import { visitNational } from '../support/e2e-screens.ts'
import type { TaskAnswers } from '../support/task-answers.ts'

const { chrome, compare, units, figure: figureWords } = wordsOf('vi')
const MOST = 8

/** What a person does, counted: a click, a key or one typed text. */
class Person {
  count = 0
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }
  async click(what: Locator): Promise<void> {
    this.count += 1
    await what.click()
    await settled(this.page)
  }
  async type(text: string): Promise<void> {
    this.count += 1
    await this.page.keyboard.type(text)
  }
  async press(key: string): Promise<void> {
    this.count += 1
    await this.page.keyboard.press(key)
    await settled(this.page)
  }
}

const answers: TaskAnswers = JSON.parse(readFileSync(new URL('../golden/task-answers.json', import.meta.url), 'utf8'))

test.describe('from the default view of the national data', () => {
  test.slow()

  test('which province had the largest rise of tips per 100,000 people from 2023 to 2024, and by which sources', async ({
    atlas,
  }) => {
    await visitNational(atlas)
    const person = new Person(atlas)
    await person.click(atlas.getByRole('button', { name: /^Xem nguồn tin quần chúng/ }))
    await person.click(atlas.getByRole('combobox', { name: new RegExp(`^${chrome.period}: `) }))
    await person.click(atlas.getByRole('option', { name: chrome.year(2024), exact: true }))
    await person.click(atlas.getByRole('button', { name: chrome.options }))
    await person.click(atlas.getByRole('radio', { name: compare.normalisations.per100k }))
    await person.press('Escape')
    const said = (await atlas.getByRole('heading', { level: 1 }).locator('..').innerText()).replace(/\s+/g, ' ')
    const sentence = new RegExp(`${compare.mostUp}(.+?) tăng `).exec(said)?.[1]
    expect(sentence).toBe(answers.largestRise)
    const rise = atlas.getByText(compare.mostUp).first().getByRole('button').first()
    await person.click(rise)
    await person.click(atlas.getByRole('dialog').getByRole('listitem').getByRole('button').first())
    await expect(
      atlas
        .getByRole('dialog')
        .getByText(/Báo cáo tháng mô phỏng năm 2024/)
        .first(),
    ).toBeVisible()
    expect(person.count).toBeLessThanOrEqual(MOST)
  })

  test('who of the 34 handed in most crude weapons in 2025, and who owes a report', async ({ atlas }) => {
    await visitNational(atlas)
    const person = new Person(atlas)
    await person.click(atlas.getByRole('button', { name: /^Xem giao nộp vũ khí/ }))
    await person.click(atlas.getByRole('button', { name: chrome.options }))
    await person.click(atlas.getByRole('checkbox', { name: 'Vũ khí thô sơ' }))
    await person.press('Escape')
    const finding = (await atlas.getByRole('heading', { level: 1 }).innerText()).replace(/\s+/g, ' ')
    // A city may be called so before its name.
    expect(finding).toMatch(new RegExp(`cao nhất là (Thành phố )?${answers.mostCrudeWeapons.replaceAll('.', '\\.')}`))
    const owed = (await atlas.getByRole('region', { name: compare.owedTitle }).innerText()).replace(/\s+/g, ' ')
    expect(answers.owed.length).toBeGreaterThan(3)
    for (const [month, name] of answers.owed)
      expect(owed, `${month}: ${name}`).toMatch(new RegExp(`${month} [^:]*: [^:]*${name}`))
    expect(person.count).toBeLessThanOrEqual(MOST)
  })

  test('money of the three old provinces of Vĩnh Long over ten years', async ({ atlas }) => {
    await visitNational(atlas)
    const person = new Person(atlas)
    await person.click(atlas.getByRole('button', { name: /^Xem xã hội, từ thiện/ }))
    await person.click(atlas.getByRole('combobox', { name: new RegExp(`^${chrome.places}: `) }))
    await person.type('vinh long')
    const place = atlas.getByRole('option', { name: /^Vĩnh Long/ })
    await expect(place).toContainText('Bến Tre')
    await person.click(place)
    await person.click(atlas.getByRole('button', { name: chrome.options }))
    await person.click(atlas.getByRole('radio', { name: units.lists['63'] }))
    await person.click(atlas.getByRole('combobox', { name: new RegExp(`^${chrome.period}: `) }))
    await person.click(atlas.getByRole('option', { name: figureWords.years('2015', '2024') }))
    const said = (await atlas.getByRole('heading', { level: 1 }).locator('..').innerText()).replace(/\s+/g, ' ')
    expect(answers.money).toHaveLength(3)
    for (const text of answers.money) expect(said).toContain(text)
    await expect(atlas.locator('[data-chart="line"]')).toBeVisible()
    expect(person.count).toBeLessThanOrEqual(MOST)
  })
})
