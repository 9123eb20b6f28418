import type { Language } from '../../src/model/bilingual.ts'
import { expect, test } from '../support/e2e.ts'
import { axeProblems } from '../support/e2e-axe.ts'
import { closeOpen, unfoldTables, visit } from '../support/e2e-page.ts'
import { DENSE_SCREENS, PANELS, SPARSE_SCREENS, SPARSE_VIEWS, visitNational } from '../support/e2e-screens.ts'

/** `EVERY_LOOK=1` for a longer run over both themes of both languages, every screen in each. */
const EVERY = process.env.EVERY_LOOK !== undefined

// The theme changes colours only, the language words only: two of the four have all there is to find.
const LOOKS: readonly (readonly [Language, 'light' | 'dark'])[] = [
  ['vi', 'light'],
  ['en', 'dark'],
  ...(EVERY
    ? ([
        ['vi', 'dark'],
        ['en', 'light'],
      ] as const)
    : []),
]

test('axe finds nothing on a screen, a list or a dialog of the published reports', async ({ atlas }) => {
  test.setTimeout(EVERY ? 900_000 : 180_000)
  const found: Record<string, readonly string[]> = {}
  for (const [language, theme] of LOOKS) {
    const look = `&lang=${language}&theme=${theme}`
    for (const screen of [...SPARSE_SCREENS, ...SPARSE_VIEWS.slice(1, 3), ...SPARSE_VIEWS.slice(-3)]) {
      await visit(atlas, screen + look)
      await unfoldTables(atlas)
      found[screen + look] = await axeProblems(atlas)
    }
    await visit(atlas, `?d=public-reports&i=charity_donations${look}`)
    for (const [panel, open] of Object.entries(PANELS)) {
      await open(atlas, language)
      found[panel + look] = await axeProblems(atlas)
      await closeOpen(atlas)
    }
  }
  expect(withProblems(found)).toEqual({})
})

test('axe finds nothing on a screen of the whole country', async ({ atlas }) => {
  test.setTimeout(EVERY ? 900_000 : 180_000)
  const found: Record<string, readonly string[]> = {}
  await visitNational(atlas)
  for (const [language, theme] of LOOKS) {
    // Rows, places and comparisons have the colours of the overview.
    const screens =
      theme === 'light' || EVERY ? DENSE_SCREENS : DENSE_SCREENS.filter((screen) => !/tab=(?:rows|place|compare)/.test(screen))
    for (const screen of screens) {
      const address = `${screen}&lang=${language}&theme=${theme}`
      await visit(atlas, address)
      found[address] = await axeProblems(atlas)
    }
    await visit(atlas, `${DENSE_SCREENS[0]}&i=tips_received&lang=${language}&theme=${theme}`)
    for (const panel of ['grounds', 'periods', 'options']) {
      await PANELS[panel]?.(atlas, language)
      found[`${panel} of the whole country, ${theme}`] = await axeProblems(atlas)
      await closeOpen(atlas)
    }
  }
  expect(withProblems(found)).toEqual({})
})

// A picture that is still fading in has not its colours yet.
test.beforeEach(({ atlas }) => atlas.emulateMedia({ reducedMotion: 'reduce' }))
test.afterEach(({ atlas }) => atlas.emulateMedia({ reducedMotion: null }))

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

function withProblems(found: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(found).filter(([, problems]) => problems.length > 0))
}
