import { expect, test } from '../support/e2e.ts'
import { chooseFiles, filesStrip, publishedFile, tipsFile } from '../support/e2e-files.ts'
import { openAtlas, settled } from '../support/e2e-page.ts'

// The server's own folder list stands in for the app: what is tested is the guard.
const folderList = '../'

test('a request to another origin is refused and kept', async ({ page, outside }) => {
  await page.goto(folderList)
  const answer = await page.evaluate(() => fetch('http://example.org/data.csv').then(String, (error: Error) => error.name))
  expect(answer).toBe('TypeError')
  expect(outside.splice(0)).toEqual(['http://example.org/data.csv'])
})

test('so is one that a worker makes', async ({ page, outside }) => {
  await page.goto(folderList)
  const answer = await page.evaluate(async () => {
    const code = `fetch('http://example.org/engine.wasm').then(() => postMessage('came'), (error) => postMessage(error.name))`
    const worker = new Worker(URL.createObjectURL(new Blob([code])))
    return new Promise((resolve) => {
      worker.onmessage = (event) => resolve(event.data)
    })
  })
  expect(answer).toBe('TypeError')
  expect(outside.splice(0)).toEqual(['http://example.org/engine.wasm'])
})

test('so is a web socket', async ({ page, outside }) => {
  await page.goto(folderList)
  await page.evaluate(() => {
    const socket = new WebSocket('ws://example.org/live')
    return new Promise((resolve) => socket.addEventListener('close', resolve))
  })
  expect(outside.splice(0)).toEqual(['ws://example.org/live'])
})

test('requests to the origin of the app pass', async ({ page, outside, baseURL }) => {
  await page.goto(folderList)
  const status = await page.evaluate((url) => fetch(url).then((response) => response.status), new URL(folderList, baseURL).href)
  expect(status).toBe(200)
  expect(outside).toEqual([])
})

test.fail('a test that lets one through fails', async ({ page }) => {
  await page.goto(folderList)
  await page.evaluate(() => fetch('http://example.org/').catch(() => null))
})

test('opening files asks the server for nothing that tells of them', async ({ page, baseURL }) => {
  await openAtlas(page)
  const asked: string[] = []
  page.context().on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
  await chooseFiles(
    page,
    tipsFile('mật.csv', ['36', '424242']),
    await publishedFile('public-reports/observations.parquet', 'kín.parquet'),
  )
  await expect(filesStrip(page)).toContainText('nhận 110/110 dòng')
  await settled(page)
  await page.locator('[data-figure]').first().click()
  await page.getByRole('dialog').locator('[data-row]').first().waitFor()
  // The words of the packages and the reader of Parquet, by their own addresses.
  const base = (baseURL ?? '').replaceAll('.', '\\.')
  const own = new RegExp(`^GET (?:${base}(?:(?:datasets|assets)/[\\w./-]+|favicon\\.svg)|blob:\\S+) $`)
  expect(asked.filter((request) => !own.test(request))).toEqual([])
  expect(asked.join('\n')).not.toMatch(/424242|observations|m%E1%BA%ADt|mật|kín/)
  expect(asked.length).toBeGreaterThan(0)
})
