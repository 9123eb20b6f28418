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
    await page.waitForSelector('[data-chart]')
    await page.evaluate(() => document.fonts.ready)
    if (click) await page.click(click)
    if (click) await page.waitForSelector('[role=dialog] [data-row]')
    await page.screenshot({ path: join(root, '.readme', `${name}.png`), fullPage: !click && width > 600 })
    await page.close()
  }
} finally {
  await browser.close()
  await server.close()
}
