import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Download, Page } from '@playwright/test'
import { expect, test } from '../support/e2e.ts'
import { openAtlas } from '../support/e2e-page.ts'
import { visitNational } from '../support/e2e-screens.ts'

const sample = readFileSync(join(import.meta.dirname, '../../public/server-samples/nginx.conf.txt'), 'utf8')
const policy = /Content-Security-Policy "([^"]+)"/.exec(sample)?.[1] ?? ''

test.use({ acceptDownloads: true })

/** The policy of the samples for servers, on everything that the page is made of. */
test.beforeEach(async ({ context, baseURL }) => {
  expect(policy).toContain("img-src 'self' data: blob:")
  await context.route(`${baseURL}**`, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } })
  })
})

test('a chart gives a PNG, an SVG and a CSV that say what they are', async ({ page }) => {
  await openAtlas(page, '?i=charity_gifts&c=bar.ribbon')
  const card = page.locator('[data-chart="ribbon"]')
  const svg = await taken(page, () => fromMenu(card, 'Ảnh SVG'))
  expect(svg.name).toMatch(/^phan-qua-da-tang-dai-bao-cao-\d{4}-\d\d-\d\d\.svg$/)
  const text = svg.data.toString('utf8')
  for (const said of [
    'Phần quà đã tặng – Dải báo cáo',
    'Tính theo:',
    'Nguồn:',
    'Số liệu đến ngày 31/12/2024.',
    'Xuất ngày',
    'Đường dẫn: http',
  ]) {
    expect(text.replaceAll(/<\/text><text[^>]*>/g, ' ')).toContain(said)
  }
  expect(text).toContain('font/woff2;base64,')
  expect(text).not.toMatch(/(?:href|src|url)\s*[=(]\s*["']?https?:/)

  const png = await taken(page, () => fromMenu(card, 'Ảnh PNG'))
  expect(png.name).toMatch(/\.png$/)
  const { width, height } = sizeOfPng(png.data)
  expect(width).toBe(2000)
  expect(height).toBeGreaterThan(600)
  expect(await inkOf(page, png.data)).toBeGreaterThan(0.01)

  const csv = await taken(page, () => fromMenu(card, 'Bảng số, tệp CSV'))
  expect([...csv.data.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = csv.data.toString('utf8').slice(1).split('\r\n')
  expect(lines[0]).toContain('Địa phương;Chỉ tiêu;Loại;Số liệu;Số (để tính);')
  expect(lines.some((line) => line.startsWith('Trà Vinh;') && /;6147;/.test(line))).toBe(true)
  expect(lines.join('\n')).toContain('Số liệu đến ngày 31/12/2024.')
})

test('the letters of a PNG are those of the page', async ({ page, complaints }) => {
  await openAtlas(page, '?i=charity_gifts&c=ribbon')
  const card = page.locator('[data-chart="ribbon"]')
  const withFont = await taken(page, () => fromMenu(card, 'Ảnh PNG'))
  await page.route('**/inter-*', (route) => route.abort())
  await page.reload()
  await expect(card).toBeVisible({ timeout: 30_000 })
  const without = await taken(page, () => fromMenu(card, 'Ảnh PNG'))
  expect(sizeOfPng(without.data)).toEqual(sizeOfPng(withFont.data))
  expect(without.data.equals(withFont.data)).toBe(false)
  // What was refused on purpose.
  expect(complaints.splice(0).every((text) => text.includes('ERR_FAILED'))).toBe(true)
})

test('pictures of the view are as large as a chat and a slide want them', async ({ page }) => {
  await openAtlas(page, '?')
  const chat = await taken(page, () => page.getByRole('button', { name: 'Tải ảnh cho chat' }).click())
  expect(chat.name).toMatch(/^nguon-tin-quan-chung-anh-chat-\d{4}-\d\d-\d\d\.png$/)
  expect(sizeOfPng(chat.data)).toEqual({ width: 1080, height: 1350 })
  expect(await inkOf(page, chat.data)).toBeGreaterThan(0.01)
  const slide = await taken(page, () => page.getByRole('button', { name: 'Ảnh cho trang chiếu' }).click())
  expect(sizeOfPng(slide.data)).toEqual({ width: 1920, height: 1080 })
  expect(await inkOf(page, slide.data)).toBeGreaterThan(0.01)
})

test('simulated figures say so in the file name', async ({ page }) => {
  await openAtlas(page, '?d=demo-simulated&i=tips_received&t=2024&c=dots')
  const csv = await taken(page, () => fromMenu(page.locator('[data-chart="dots"]'), 'Bảng số, tệp CSV'))
  expect(csv.name).toMatch(/^mo-phong-/)
  expect(csv.data.toString('utf8')).toContain('SỐ LIỆU MÔ PHỎNG')
})

test('without a clipboard the table is selected on the page', async ({ page }) => {
  await openAtlas(page, '?i=charity_gifts&c=bar')
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined }))
  const card = page.locator('[data-chart="bar"]')
  await fromMenu(card, 'Chép bảng')
  await expect(card.getByRole('status')).toContainText('Ctrl+C')
  expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toContain('Trà Vinh')
})

test('without a canvas the picture is shown, to be saved by hand', async ({ page }) => {
  await openAtlas(page, '?')
  await page.evaluate(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await page.getByRole('button', { name: 'Tải ảnh cho chat' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ảnh đã tạo' })
  const image = dialog.getByRole('img')
  await expect(image).toBeVisible()
  await expect.poll(() => image.evaluate((node) => (node as HTMLImageElement).naturalWidth)).toBe(1080)
  await expect(dialog.getByRole('link', { name: 'Tải ảnh' })).toHaveAttribute('download', /\.svg$/)
})

test('on paper there is nothing to press, a head that says what it is, and pictures as wide as the paper', async ({ page }) => {
  await openAtlas(page, '?d=demo-simulated&i=tips_received&t=2024&c=dots.map&theme=dark')
  await expect(page.locator('[data-chart="map"] [role="img"] svg')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 695, height: 1000 })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(page.getByText('SỐ LIỆU MÔ PHỎNG – không phải số liệu thật', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('combobox')).toHaveCount(0)
  for (const name of [/^Tải về/, 'In trang này', 'Tải ảnh cho chat', 'Mở tệp']) {
    await expect(page.getByRole('button', { name })).toHaveCount(0)
  }
  for (const chart of ['dots', 'map']) {
    const drawn = page.locator(`[data-chart="${chart}"] [role="img"] svg`).first()
    const { width = 0 } = (await drawn.boundingBox()) ?? {}
    expect(width, chart).toBeGreaterThan(400)
    expect(width, chart).toBeLessThanOrEqual(695)
    // Drawn at once, for the browser waits for nothing; on white, whatever the theme.
    expect(await drawn.locator('text').count(), chart).toBeGreaterThan(5)
    expect(await drawn.locator('text').first().getAttribute('fill'), chart).toBe('#1b2429')
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(695)
  // The strip of dots can be pressed, but it is what tells of how many a number is.
  await visitNational(page)
  const cards = page.locator('main li[data-domain]')
  await expect(cards).toHaveCount(4, { timeout: 30_000 })
  for (const card of await cards.all()) {
    await expect(card.getByText(/^Đã có số liệu: /)).toBeVisible()
    await expect(card.getByRole('button', { name: /^Xem / })).toHaveCount(0)
  }
  const tops = await page
    .locator('main li[data-domain], main [data-chart]')
    .evaluateAll((all) =>
      all.map((one) => [(one as HTMLElement).dataset.chart ?? 'card', one.getBoundingClientRect().top] as const),
    )
  const order = tops.toSorted((a, b) => a[1] - b[1]).map(([name]) => name)
  expect(order).toEqual(['card', 'card', 'card', 'card', 'dots', 'map', 'line'])
})

async function fromMenu(card: ReturnType<Page['locator']>, item: string): Promise<void> {
  await card.getByRole('button', { name: /^Tải về: / }).click()
  await card.page().getByRole('menuitem', { name: item }).click()
}

interface Taken {
  readonly name: string
  readonly data: Buffer
}

async function taken(page: Page, act: () => Promise<void>): Promise<Taken> {
  const waiting: Promise<Download> = page.waitForEvent('download')
  await act()
  const download = await waiting
  const path = await download.path()
  return { name: download.suggestedFilename(), data: readFileSync(path) }
}

/** Of the header of a PNG. */
function sizeOfPng(data: Buffer): { readonly width: number; readonly height: number } {
  expect(data.subarray(1, 4).toString('latin1')).toBe('PNG')
  return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) }
}

/** The share of the picture that is dark: an empty one has none. */
async function inkOf(page: Page, data: Buffer): Promise<number> {
  return page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const pen = canvas.getContext('2d')
    pen?.drawImage(image, 0, 0)
    const pixels = pen?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray()
    let dark = 0
    for (let at = 0; at < pixels.length; at += 4)
      if ((pixels[at] ?? 255) + (pixels[at + 1] ?? 255) + (pixels[at + 2] ?? 255) < 300) dark += 1
    return dark / (pixels.length / 4)
  }, data.toString('base64'))
}
