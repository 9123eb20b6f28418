import type { Locator } from '@playwright/test'
import { expect, test } from '../support/e2e.ts'
import { visit } from '../support/e2e-page.ts'

test.afterEach(({ atlas }) => atlas.emulateMedia({ forcedColors: null, reducedMotion: null, colorScheme: null }))

test('where colours are forced, what is chosen, marked or has the focus stays in sight', async ({ atlas }) => {
  await visit(atlas, '?i=charity_houses&c=bar.patchwork')
  for (const colorScheme of ['light', 'dark'] as const) {
    await atlas.emulateMedia({ forcedColors: 'active', colorScheme })
    await expect(atlas.locator('html')).toHaveAttribute('data-theme', colorScheme)
    const paper = await look(atlas.locator('html'), 'backgroundColor')

    const tabs = atlas.getByRole('navigation').getByRole('button')
    expect(await look(tabs.first(), 'borderBottomColor')).not.toBe(paper)
    expect(await look(tabs.nth(1), 'borderBottomColor')).toBe(paper)

    await tabs.first().focus()
    await atlas.keyboard.press('Tab')
    await expect(tabs.nth(1)).toBeFocused()
    expect(await look(tabs.nth(1), 'outlineStyle')).toBe('solid')
    expect(await look(tabs.nth(1), 'outlineColor')).not.toBe(paper)

    // Marks of the coverage are told by their background alone.
    expect(await look(atlas.locator('[data-fill="full"]').first(), 'backgroundColor')).not.toBe(paper)
    expect(await look(atlas.locator('[data-fill="none"]').first(), 'backgroundColor')).not.toBe(
      await look(atlas.locator('[data-fill="full"]').first(), 'backgroundColor'),
    )

    // A picture has its own colours on its own paper.
    const picture = atlas.locator('[data-chart="bar"] [role="img"] > div')
    const [ink, sheet] = [await look(picture.locator('svg text').first(), 'fill'), await look(picture, 'backgroundColor')]
    expect(contrast(ink, sheet), `${ink} on ${sheet}`).toBeGreaterThan(7)
  }
  await atlas.setViewportSize({ width: 390, height: 844 })
  await visit(atlas, '?')
  const domains = atlas.locator('[data-chart="patchwork"] fieldset, [data-chart="patchwork"] [role="group"]').first()
  expect(await look(domains.getByRole('button', { pressed: true }), 'backgroundColor')).not.toBe(
    await look(domains.getByRole('button', { pressed: false }).first(), 'backgroundColor'),
  )
})

test('nothing moves where motion is not wished for', async ({ atlas }) => {
  const moving = () =>
    atlas.evaluate(() => {
      const all = [...document.querySelectorAll('body *')].map((element) => getComputedStyle(element))
      return all.filter(
        ({ transitionDuration, animationName }) => !/^0s(?:, 0s)*$/.test(transitionDuration) || animationName !== 'none',
      ).length
    })
  expect(await moving()).toBeGreaterThan(0)
  await atlas.emulateMedia({ reducedMotion: 'reduce' })
  expect(await moving()).toBe(0)
  await visit(atlas, '?tab=quality')
  expect(await moving()).toBe(0)
})

/** How an element is painted, forced colours included. */
async function look(
  element: Locator,
  property: 'backgroundColor' | 'borderBottomColor' | 'outlineColor' | 'outlineStyle' | 'fill',
): Promise<string> {
  return element.evaluate((node, name) => getComputedStyle(node)[name], property)
}

/** By WCAG, of two colours written as `rgb(…)`. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).slice(0, 3).map((part) => {
    const share = Number(part) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
