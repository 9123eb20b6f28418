// The pictures of the README: what each shows, and how it is taken from the built app.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright'
import { preview } from 'vite'

const root = resolve(import.meta.dirname, '..')
const PORT = 4190

/** Width and height are those of the window; `whole` pictures are as high as their page. */
export const PICTURES = [
  { name: 'overview', search: '', width: 1440, height: 900, whole: true },
  { name: 'phone', search: '', width: 390, height: 844 },
  { name: 'grounds', search: '', width: 1440, height: 900, click: '[data-chart] button:has-text("trên 5,28")' },
  { name: 'national', search: '?d=national-simulated', width: 1440, height: 1500 },
  { name: 'national-phone', search: '?d=national-simulated', width: 390, height: 844 },
  {
    name: 'national-dark',
    search: '?d=national-simulated&i=tips_received&t=2024&n=per100k&theme=dark',
    width: 1440,
    height: 1300,
  },
  { name: 'place', search: '?d=national-simulated&tab=place&focus=37', width: 1440, height: 1100 },
  { name: 'quality', search: '?d=national-simulated&tab=quality', width: 1440, height: 1400 },
  { name: 'units', search: '?dg=34', width: 1440, height: 1100 },
  { name: 'partial', search: '?d=national-simulated&i=tips_received&t=2026-10', width: 1440, height: 1300 },
  { name: 'embed', search: '?i=charity_donations&embed=1', width: 1024, height: 900 },
  { name: 'error', search: '?d=local&lf=100-00000000', width: 1440, height: 700 },
]

export function launchBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
  })
}

/** Takes the pictures of the build in dist/ into a folder, as `<name>.png`. */
export async function takePictures(folder, browser) {
  mkdirSync(folder, { recursive: true })
  const server = await preview({ root, preview: { host: '127.0.0.1', port: PORT, strictPort: true }, logLevel: 'error' })
  try {
    for (const picture of PICTURES) await takePicture(picture, folder, browser)
  } finally {
    await server.close()
  }
}

async function takePicture({ name, search, width, height, click, whole = false }, folder, browser) {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.goto(`http://127.0.0.1:${PORT}/${search}`)
  // One that asks for a file has no picture; a screen of tables has a heading.
  await page.waitForSelector('main :is(h1, h2), [data-chart]', { timeout: 90_000 })
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(1500)
  await page.evaluate(() => document.fonts.ready)
  if (click) await page.click(click)
  if (click) await page.waitForSelector('[role=dialog] [data-row]')
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole })
  await page.close()
}
