import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page, type Route } from '@playwright/test'
import { datasetsFolder } from './dataset-files.ts'

/** What a server does instead of sending the file. */
export type Fault = (route: Route) => Promise<void>

interface Answers {
  status(status: number): Fault
  readonly loginPage: Fault
  readonly json: Fault
  readonly nothing: Fault
  readonly half: Fault
  readonly gone: Fault
}

export const answers: Answers = {
  status:
    (status: number): Fault =>
    (route) =>
      route.fulfill({ status, contentType: 'text/html', body: LOGIN_PAGE }),
  loginPage: (route) => route.fulfill({ contentType: 'text/html', body: LOGIN_PAGE }),
  json: (route) => route.fulfill({ contentType: 'application/json', body: '{"error": "not available"}' }),
  nothing: (route) => route.fulfill({ body: '' }),
  half: async (route) => {
    const body = await (await route.fetch()).body()
    await route.fulfill({ body: body.subarray(0, Math.floor(body.length / 2)) })
  },
  gone: (route) => route.abort('connectionrefused'),
}

const LOGIN_PAGE = '<!DOCTYPE html>\n<html lang="vi"><head><title>Đăng nhập</title></head><body><form></form></body></html>'

/** A switch for the faults of a page: one at a time, at one kind of file, or none. */
export async function faultSwitch(page: Page): Promise<(file: RegExp | null, fault?: Fault) => void> {
  let broken: RegExp | null = null
  let answer: Fault = answers.gone
  await page.route('**/*', (route) => (broken?.test(route.request().url()) ? answer(route) : route.fallback()))
  return (file, fault = answers.gone) => {
    broken = file
    answer = fault
  }
}

/** The panel that says what went wrong. */
export function failurePanel(page: Page): Locator {
  return page.getByRole('alert')
}

/** Expects one failure on screen, in its own words, with a next step; no raw text of engine or browser outside the fold. */
export async function expectFailure(page: Page, code: string, sentence: RegExp): Promise<void> {
  const panel = failurePanel(page)
  await expect(panel).toHaveAttribute('data-failure', code, { timeout: 30_000 })
  await expect(panel.locator(':scope > p').nth(0)).toHaveText(sentence)
  await expect(panel.locator(':scope > p').nth(1)).toHaveText(/\p{L}{2,} .{10,}/u)
  await expect(panel).toHaveCount(1)
  await expect(panel.getByRole('button', { name: 'Thử lại' })).toBeVisible()
}

/** Puts a second dataset into the catalogue: the files of the main one, changed by `edits`, its hashes left out. */
export async function addDataset(page: Page, edits: Readonly<Record<string, (text: string) => string>>): Promise<void> {
  await page.route('**/datasets/catalog.json', async (route) => {
    const catalog = await (await route.fetch()).json()
    const second = { id: 'second', path: 'second/datapackage.json', title: { vi: 'Bộ số liệu thứ hai', en: 'Second dataset' } }
    await route.fulfill({ json: { ...catalog, datasets: [...catalog.datasets, second] } })
  })
  await page.route('**/datasets/second/*', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? ''
    const text = await readFile(join(datasetsFolder, 'public-reports', name), 'utf8')
    const own = name === 'datapackage.json' ? withoutHashes(text).replaceAll('"public-reports"', '"second"') : text
    await route.fulfill({ body: edits[name]?.(own) ?? own })
  })
}

function withoutHashes(descriptor: string): string {
  return descriptor.replace(/"sha256": \{[^}]*\}/, '"sha256": {}').replaceAll(/"hash": "sha256:[0-9a-f]{64}",/g, '')
}
