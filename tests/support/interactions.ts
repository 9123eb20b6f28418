import type { Locator, Page } from '@playwright/test'
import { wordsOf } from '../../src/locale/words.ts'
import type { UnitList } from '../../src/model/view.ts'
import { type PageTiming, takeTiming } from './page-timing.ts'

/** The dataset on which interactions are timed. */
export const LARGE = '?d=national-simulated'

/** One kind of interaction, in unlike ways: `nth` tells which, so that no answer is at hand from the time before. */
export interface Interaction {
  readonly kind: string
  /** The view that it begins with. */
  from(nth: number): string
  act(page: Page, nth: number): Promise<void>
}

const { chrome, units, rows, compare, place, chart } = wordsOf('vi')

const LISTS: readonly UnitList[] = ['63', 'goc', '34']
const PLACES = ['Hà Nội', 'Ninh Bình', 'Cần Thơ', 'Huế', 'Sơn La', 'Lào Cai']
const YEARS = [2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018, 2017, 2016]

/** Views of one kind in one year after the other. */
function yearly(more = ''): (nth: number) => string {
  return (nth) => `${LARGE}${more}&t=${cycle(YEARS, nth)}`
}

/** What readers do most on the large dataset, each through its own control. */
export const INTERACTIONS: readonly Interaction[] = [
  { kind: 'filter: indicator', from: yearly(), act: (page, nth) => pick(page, chrome.indicator, 1 + 3 * nth) },
  {
    kind: 'filter: period',
    from: (nth) => `${LARGE}&t=2014&dg=${cycle(LISTS, Math.floor(nth / YEARS.length))}`,
    act: (page, nth) => pick(page, chrome.period, chrome.year(cycle(YEARS, nth))),
  },
  {
    kind: 'filter: place',
    from: yearly('&i=tips_received'),
    act: async (page, nth) => {
      await pick(page, chrome.places, cycle(PLACES, nth))
      await page.keyboard.press('Escape')
    },
  },
  {
    kind: 'filter: breakdown',
    from: yearly('&i=surrendered_items'),
    act: (page, nth) => option(page, (popup) => popup.getByRole('checkbox').nth(nth % 3)),
  },
  {
    kind: 'focus by click',
    from: yearly('&tab=place&focus=01'),
    act: (page, nth) => pick(page, place.place, cycle(PLACES, nth)),
  },
  {
    kind: 'focus by key',
    from: yearly('&tab=place&focus=01'),
    act: async (page, nth) => {
      await control(page, place.place).focus()
      await page.keyboard.press('Enter')
      await page.keyboard.type(cycle(PLACES, nth).slice(0, 4))
      await page
        .getByRole('option', { name: cycle(PLACES, nth) })
        .first()
        .waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    },
  },
  {
    kind: 'grounds by click',
    from: yearly(),
    act: async (page, nth) => {
      await page
        .locator('main h1 [data-figure]')
        .nth(nth % 3)
        .click()
      await grounds(page)
    },
  },
  {
    kind: 'grounds by key',
    from: yearly(),
    act: async (page, nth) => {
      await page
        .locator('main h1 [data-figure]')
        .nth(nth % 3)
        .press('Enter')
      await grounds(page)
    },
  },
  ...LISTS.map((list): Interaction => {
    const other = list === '34' ? '63' : '34'
    return {
      kind: `units: ${list}`,
      from: yearly(`&dg=${other}`),
      act: (page) => option(page, (popup) => popup.getByRole('radio', { name: units.lists[list] })),
    }
  }),
  ...(['overview', 'compare', 'place', 'rows', 'quality'] as const).map(
    (tab, at): Interaction => ({
      kind: `tab: ${tab}`,
      from: yearly(`&focus=01&tab=${tab === 'overview' ? 'rows' : 'overview'}`),
      // In turns by the mouse and by its key.
      act: (page, nth) =>
        nth % 2 === 0
          ? page.getByRole('button', { name: rows.tabs[tab], exact: true }).click()
          : page.keyboard.press(String(at + 1)),
    }),
  ),
  ...(['none', 'yoy', 'prev', 'peers', 'target'] as const).map(
    (kind): Interaction => ({
      kind: `comparison: ${kind}`,
      from: yearly(`&i=dom-charity&cmp=${kind === 'none' ? 'yoy' : 'none'}`),
      act: (page) => option(page, (popup) => popup.getByRole('radio', { name: compare.comparisons[kind] })),
    }),
  ),
  {
    kind: 'sort',
    from: yearly(),
    act: (page, nth) =>
      page
        .getByRole('group', { name: chart.sortedBy })
        .getByRole('button')
        .nth([1, 2, 0][nth % 3] as number)
        .click(),
  },
]

/** Does one interaction from its own view, and tells what it took. */
export async function timed(page: Page, { from, act }: Interaction, nth: number): Promise<PageTiming> {
  await goTo(page, from(nth))
  await takeTiming(page)
  await act(page, nth)
  return takeTiming(page)
}

/** Another view without a press of anything; closes what is open above the page. */
async function goTo(page: Page, search: string): Promise<void> {
  const open = page.locator(':is([role="dialog"], [role="listbox"]):visible')
  for (let tries = 0; tries < 5 && (await open.count()) > 0; tries++) await page.keyboard.press('Escape')
  await page.evaluate((address) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    scrollTo(0, 0)
    history.pushState(null, '', address)
    dispatchEvent(new PopStateEvent('popstate'))
  }, search)
}

function control(page: Page, label: string): Locator {
  return page.getByRole('combobox', { name: new RegExp(`^${label}: `) })
}

/** Opens a list and takes of it what is named, or stands at a place from 0 on. */
async function pick(page: Page, label: string, what: string | number): Promise<void> {
  await control(page, label).click()
  const all = page.getByRole('option')
  await all.first().waitFor()
  const chosen = typeof what === 'number' ? all.nth(what % (await all.count())) : page.getByRole('option', { name: what }).first()
  await chosen.click()
}

async function option(page: Page, of: (popup: Locator) => Locator): Promise<void> {
  await page.getByRole('button', { name: chrome.options, exact: true }).click()
  await of(page.getByRole('dialog')).first().click()
}

async function grounds(page: Page): Promise<void> {
  await page.getByRole('dialog').first().waitFor()
}

function cycle<T>(all: readonly T[], nth: number): T {
  return all[nth % all.length] as T
}
