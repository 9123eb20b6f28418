import { expect, test } from '../support/e2e.ts'
import { answers, expectFailure, type Fault, failurePanel, faultSwitch } from '../support/e2e-faults.ts'
import { settled } from '../support/e2e-page.ts'

test.use({ expected: /^Failed to load resource/ })
test.slow()

type Case = readonly [file: RegExp, fault: Fault, code: string, sentence: RegExp]

const ENGINE = /\/duckdb-eh[-.][^/]*$/
const WORKER = /\/duckdb-browser-eh\.worker[^/]*$/
const CATALOG = /\/datasets\/catalog\.json$/
const ROWS = /\/public-reports\/observations\.[^/]*$/

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'a file of the engine': [
    [ENGINE, answers.status(404), 'engine-file-missing', /^Máy chủ không có tệp của bộ tính \(mã 404\)\.$/],
    [ENGINE, answers.loginPage, 'engine-file-not-wasm', /^Tệp của bộ tính bị hỏng, bị cắt hoặc máy chủ trả về một trang khác\.$/],
    [ENGINE, answers.half, 'engine-file-not-wasm', /^Tệp của bộ tính bị hỏng/],
    [WORKER, answers.status(404), 'engine-worker-missing', /^Không chạy được phần xử lý nền của bộ tính\.$/],
    [WORKER, answers.loginPage, 'engine-worker-missing', /^Không chạy được phần xử lý nền/],
  ],
  'a file of the data': [
    [CATALOG, answers.status(404), 'http-status', /^Máy chủ không trả về tệp datasets\/catalog\.json \(mã 404\)\.$/],
    [CATALOG, answers.loginPage, 'file-html', /^Tệp .*catalog\.json là một trang web, không phải số liệu/],
    [CATALOG, answers.gone, 'http-unreachable', /^Không kết nối được tới máy chủ để lấy tệp datasets\/catalog\.json\.$/],
    [ROWS, answers.loginPage, 'file-html', /^Tệp public-reports\/observations\.\w+ là một trang web, không phải số liệu/],
    [ROWS, answers.json, 'file-json', /^Tệp public-reports\/observations\.\w+ là JSON, không phải bảng CSV/],
    [ROWS, answers.nothing, 'file-empty', /^Tệp public-reports\/observations\.\w+ rỗng, không có dữ liệu\.$/],
    [ROWS, answers.half, 'hash-differs', /^Tệp public-reports\/observations\.\w+ khác với bản đã công bố/],
    [
      ROWS,
      answers.status(401),
      'http-status',
      /^Máy chủ không trả về tệp datasets\/public-reports\/observations\.\w+ \(mã 401\)\.$/,
    ],
    [ROWS, answers.status(503), 'http-status', /^Máy chủ không trả về tệp .*observations\.\w+ \(mã 503\)\.$/],
  ],
}

for (const [what, cases] of Object.entries(CASES)) {
  test(`${what} that the server does not give is named, and a retry goes on from there`, async ({ page }) => {
    const breakFile = await faultSwitch(page)
    const retry = failurePanel(page).getByRole('button', { name: 'Thử lại' })
    for (const [at, [file, fault, code, sentence]] of cases.entries()) {
      breakFile(file, fault)
      if (at === 0) await page.goto('?i=charity_gifts')
      else await retry.click()
      await expectFailure(page, code, sentence)
      await expect(page.locator('[data-figure]')).toHaveCount(0)
    }
    breakFile(null)
    await retry.click()
    await settled(page)
    await expect(page.locator('main h1')).toContainText('6.147')
    await expect(failurePanel(page)).toHaveCount(0)
  })
}

test('who is not signed in is told to sign in', async ({ page }) => {
  const breakFile = await faultSwitch(page)
  breakFile(CATALOG, answers.status(401))
  await page.goto('')
  await expectFailure(page, 'http-status', /mã 401/)
  await expect(failurePanel(page)).toContainText('Hãy đăng nhập lại hoặc xin quyền, rồi thử lại.')
})

test('a broken configuration does not keep the page from starting', async ({ page }) => {
  const breakFile = await faultSwitch(page)
  breakFile(/\/config\.json$/, (route) => route.fulfill({ body: '{ "title": ' }))
  await page.goto('')
  await settled(page)
  await expect(page.locator('main h1')).toContainText('8.968')
  await expect(page.getByText('Dân Vận Atlas', { exact: true })).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText('Tệp config.json có chỗ không dùng được')
  await expect(page.getByRole('contentinfo')).toContainText('nội dung không phải JSON')
})

test('a slow engine says how far it is', async ({ page, context }) => {
  const connection = await context.newCDPSession(page)
  await connection.send('Network.enable')
  const slow = { offline: false, latency: 0, uploadThroughput: -1, downloadThroughput: 4_000_000 }
  await connection.send('Network.emulateNetworkConditions', slow)
  await page.goto('')
  const progress = page.getByRole('status')
  await expect(progress).toHaveText(/^Đang tải bộ tính: \d{1,2}%$/, { timeout: 20_000 })
  await expect(page.getByRole('progressbar')).toHaveAttribute('value', /^\d{1,2}$/)
  await connection.send('Network.emulateNetworkConditions', { ...slow, downloadThroughput: -1 })
  await settled(page)
})
