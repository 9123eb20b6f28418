import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e.ts'
import { addDataset } from '../support/e2e-faults.ts'
import { layoutProblems, smallTargets } from '../support/e2e-layout.ts'
import { closeOpen, openAtlas, unfoldTables, visit } from '../support/e2e-page.ts'
import { DENSE_SCREENS, DENSE_VIEWS, PANELS, SPARSE_SCREENS, SPARSE_VIEWS, visitNational } from '../support/e2e-screens.ts'

type Size = readonly [width: number, height: number]

const SIZES: readonly Size[] = [
  [360, 740],
  [390, 844],
  [768, 1024],
  [1024, 768],
  [1366, 768],
  [1440, 900],
  [1920, 1080],
]

/** What a page is laid out in at 125 % on a screen of 1366 × 768, and at 200 % on one of 1366 and of 1440. */
const ZOOMED: readonly Size[] = [
  [1093, 614],
  [683, 384],
  [720, 450],
]
const ALL_SIZES = [...SIZES, ...ZOOMED]

const NARROWEST: readonly Size[] = [SIZES[0] as Size, ZOOMED[1] as Size]

const LANGUAGES = ['vi', 'en'] as const

for (const language of LANGUAGES) {
  test(`no text of the published reports is cut, broken or runs into another, in ${language}`, async ({ atlas }) => {
    test.slow()
    const found: Record<string, readonly string[]> = {}
    for (const screen of SPARSE_SCREENS) await lookAt(atlas, `${screen}&lang=${language}`, ALL_SIZES, found)
    for (const screen of SPARSE_VIEWS) await lookAt(atlas, `${screen}&lang=${language}`, [], found)
    await visit(atlas, `?d=public-reports&i=charity_donations&lang=${language}`)
    for (const [width, height] of [...NARROWEST, ZOOMED[0] as Size]) {
      await atlas.setViewportSize({ width, height })
      for (const [panel, open] of Object.entries(PANELS)) {
        await open(atlas, language)
        note(found, `${panel} ${width}`, await problemsOf(atlas, width))
        await closeOpen(atlas)
      }
    }
    expect(found).toEqual({})
  })
}

test('no text of the whole country is cut, broken or runs into another', async ({ atlas }) => {
  test.slow()
  const found: Record<string, readonly string[]> = {}
  await visitNational(atlas)
  for (const language of LANGUAGES) {
    for (const screen of DENSE_SCREENS) await lookAt(atlas, `${screen}&lang=${language}`, ALL_SIZES, found)
    for (const screen of DENSE_VIEWS) await lookAt(atlas, `${screen}&lang=${language}`, [], found)
  }
  expect(found).toEqual({})
})

test('the longest names and numbers find room', async ({ page }) => {
  test.slow()
  await addDataset(page, {
    'observations.csv': (text) =>
      text
        .replaceAll(',63,35,Hà Nam,', ',63,77,Bà Rịa - Vũng Tàu,')
        .replaceAll(',63,36,Nam Định,', ',63,46,Thừa Thiên Huế,')
        .replace(',3200000000,VND,', ',987654321012345,VND,')
        .replace(',8968,tip,', ',123456789,tip,'),
    'datapackage.json': (text) => text.replace('"63:36", "63:35"', '"63:46", "63:77"'),
    'models.csv': (text) => text.replaceAll('63:35', '63:77').replaceAll('63:36', '63:46'),
    'indicators.csv': (text) =>
      text.replace(
        /^charity_donations,("[^"]*"|[^,]*),("[^"]*"|[^,]*),/m,
        `charity_donations,"${LONG_NAME.vi}","${LONG_NAME.en}",`,
      ),
  })
  const found: Record<string, readonly string[]> = {}
  await openAtlas(page, '?d=second')
  await expect(page.locator('main h1')).toContainText('123.456.789')
  await expect(page.locator('[data-chart="patchwork"]')).toContainText('Bà Rịa - Vũng Tàu')
  for (const language of LANGUAGES) {
    for (const screen of [
      '',
      '&i=dom-charity',
      '&i=charity_donations&c=bar.ribbon',
      '&tab=place&focus=84',
      '&tab=compare&p=77.46',
    ]) {
      await lookAt(page, `?d=second${screen}&lang=${language}`, [SIZES[2] as Size, SIZES[4] as Size], found)
    }
    await page.setViewportSize({ width: 360, height: 740 })
    await visit(page, `?d=second&i=charity_donations&lang=${language}`)
    await PANELS.grounds?.(page, language)
    await expect(page.getByRole('dialog')).toContainText(language === 'vi' ? '987.654.321.012.345' : '987,654,321,012,345')
    note(found, `grounds ${language}`, await problemsOf(page, 360))
    await closeOpen(page)
  }
  expect(found).toEqual({})
})

const LONG_NAME = {
  vi: 'Kinh phí ủng hộ, đóng góp của cán bộ, chiến sĩ, nhà hảo tâm và các tổ chức cho hoạt động xã hội, từ thiện, đền ơn đáp nghĩa',
  en: 'Money given by officers, benefactors and organisations for social work, charity and gratitude to people of merit',
}

/** Goes to a view once and looks at it in these sizes, then at its unfolded tables in the narrowest. */
async function lookAt(
  page: Page,
  address: string,
  sizes: readonly Size[],
  found: Record<string, readonly string[]>,
): Promise<void> {
  await visit(page, address)
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    note(found, `${address} ${width}`, await problemsOf(page, width))
  }
  // The tables of numbers have thousands of cells and two forms.
  await unfoldTables(page)
  for (const [width, height] of NARROWEST) {
    await page.setViewportSize({ width, height })
    note(found, `${address} unfolded ${width}`, await problemsOf(page, width))
  }
}

async function problemsOf(page: Page, width: number): Promise<readonly string[]> {
  // Where a finger is likely: the styles for a narrow window are those for a finger.
  const small = width <= 390 ? await smallTargets(page, 40) : []
  return [...(await layoutProblems(page)), ...small.map((target) => `small to touch: ${target}`)]
}

function note(found: Record<string, readonly string[]>, where: string, problems: readonly string[]): void {
  if (problems.length > 0) found[where] = problems
}
