#!/usr/bin/env node
// Takes the pictures of the README from the built app: `npx vite build && node .scripts/screenshots.mjs`.
import { join, resolve } from 'node:path'
import { chromium } from 'playwright'
import { preview } from 'vite'

const root = resolve(import.meta.dirname, '..')
const shots = [
  { name: 'overview', search: '', width: 1440, height: 900 },
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

const server = await preview({ root, preview: { host: '127.0.0.1', port: 4190, strictPort: true }, logLevel: 'error' })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
})
try {
  for (const { name, search, width, height, click } of shots) {
    const page = await browser.newPage({ viewport: { width, height } })
    await page.goto(`http://127.0.0.1:4190/${search}`)
    // One that asks for a file has no picture; a screen of tables has a heading.
    await page.waitForSelector('main :is(h1, h2), [data-chart]', { timeout: 90_000 })
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(1500)
    await page.evaluate(() => document.fonts.ready)
    if (click) await page.click(click)
    if (click) await page.waitForSelector('[role=dialog] [data-row]')
    await page.screenshot({ path: join(root, '.readme', `${name}.png`), fullPage: !click && search === '' && width > 600 })
    await page.close()
  }
} finally {
  await browser.close()
  await server.close()
}
