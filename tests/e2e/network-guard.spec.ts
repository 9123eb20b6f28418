import { expect, test } from '../support/e2e.ts'

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
