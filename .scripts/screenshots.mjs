#!/usr/bin/env node
// Takes the pictures of the README from the built app: `npx vite build && node .scripts/screenshots.mjs`.
import { resolve } from 'node:path'
import { launchBrowser, takePictures } from './readme-pictures.mjs'

const browser = await launchBrowser()
try {
  await takePictures(resolve(import.meta.dirname, '../.readme'), browser)
} finally {
  await browser.close()
}
