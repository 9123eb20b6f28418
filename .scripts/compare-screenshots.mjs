#!/usr/bin/env node
// Takes the pictures of the README anew from the build and says which no longer show it: `npx vite build && node .scripts/compare-screenshots.mjs`.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { comparePictures } from './compare-pictures.mjs'
import { launchBrowser, PICTURES, takePictures } from './readme-pictures.mjs'

const kept = resolve(import.meta.dirname, '../.readme')
const taken = mkdtempSync(join(tmpdir(), 'dan-van-atlas-pictures-'))
const browser = await launchBrowser()
let changed = 0
try {
  await takePictures(taken, browser)
  const page = await browser.newPage()
  for (const { name } of PICTURES) {
    const [one, other] = [kept, taken].map((folder) => dataUrl(join(folder, `${name}.png`)))
    const found = await comparePictures(page, one, other)
    if (found.isChanged) changed += 1
    console.log(`${found.isChanged ? 'CHANGED' : 'same   '} ${name}.png: ${described(found)}`)
  }
} finally {
  await browser.close()
  rmSync(taken, { recursive: true })
}
if (changed > 0)
  console.warn(`\n${changed} of ${PICTURES.length} pictures changed; node .scripts/screenshots.mjs takes them anew.`)

function dataUrl(path) {
  return `data:image/png;base64,${readFileSync(path).toString('base64')}`
}

function described({ sizes: [was, is], changed: pixels, share, largest, box }) {
  const size = was === is ? was : `was ${was}, is ${is}`
  const where = box ? `, within ${box[0]},${box[1]} and ${box[2]},${box[3]}` : ''
  return `${size}; ${(share * 100).toFixed(2)} % of the pixels (${pixels})${where}; largest difference ${largest} of 255`
}
