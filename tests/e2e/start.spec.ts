import type { Request } from '@playwright/test'
import { CHART_TYPES } from '../../src/charts/index.ts'
import { expect, test } from '../support/e2e.ts'
import { choose, openAtlas, settled, visit } from '../support/e2e-page.ts'

/** Not every view takes every chart: figures over time need a dataset that has months. */
const SHOWN_BY: Readonly<Record<string, string>> = {
  bar: '?i=charity_houses',
  line: '?d=demo-simulated&i=tips_received',
}

test('every request reads a file of the folder of the app, and once open it needs none', async ({
  page,
  context,
  baseURL,
  complaints,
}) => {
  test.slow()
  const requests: Request[] = []
  context.on('request', (request) => requests.push(request))
  const outlines = () => requests.filter((request) => /vietnam-outlines[^/]*\.js$/.test(request.url()))
  await openAtlas(page)
  expect(outlines()).toEqual([])
  await expect(page).toHaveTitle('Số liệu dân vận trong năm bài báo cáo đã công bố – Dân Vận Atlas')
  for (const { id } of CHART_TYPES) {
    for (const language of ['vi', 'en']) {
      await visit(page, `${SHOWN_BY[id] ?? '?i=tips_received'}&c=${id}&lang=${language}`)
      await expect(page.locator(`[data-chart="${id}"]`), id).toBeVisible({ timeout: 30_000 })
    }
  }
  // They come when a map is shown, and once for all maps.
  expect(outlines()).toHaveLength(1)
  await page.reload()
  await settled(page)
  const files = requests.map((request) => request.url()).filter((url) => !/^(?:blob|data):/.test(url))
  expect(files.length).toBeGreaterThan(20)
  expect(files.filter((url) => !url.startsWith(baseURL ?? '-'))).toEqual([])
  expect([...new Set(requests.map((request) => request.method()))]).toEqual(['GET'])

  await visit(page, '?')
  await expect(page.locator('main h1')).toContainText('8.968', { timeout: 30_000 })
  await context.setOffline(true)
  requests.length = 0
  await choose(page, 'Chỉ tiêu', 'Nhà đã tặng')
  await choose(page, 'Địa phương', 'Trà Vinh')
  await page.getByRole('button', { name: 'English' }).click()
  await choose(page, 'Period', 'Year 2024')
  await page.getByRole('button', { name: 'Show the latest figure' }).first().click()
  await page.getByRole('button', { name: '18 houses: where does this number come from?' }).click()
  await expect(page.getByRole('dialog')).toContainText(/\d+ \+ \d+ \+ \d+ = 18 houses/)
  // The browser looks for the icon again whenever the address changes; the guard switches its cache off.
  expect(requests.map((request) => request.url()).filter((url) => !url.endsWith('/favicon.svg'))).toEqual([])
  expect(complaints.splice(0).filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})
