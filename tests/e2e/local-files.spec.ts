import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e.ts'
import { axeProblems } from '../support/e2e-axe.ts'
import { chooseFiles, dropFiles, filesStrip, pick, publishedFile, textFile, tipsFile } from '../support/e2e-files.ts'
import { layoutProblems } from '../support/e2e-layout.ts'
import { choose, openAtlas, settled, visit } from '../support/e2e-page.ts'

const ASKS = 'Đường dẫn này xem một tệp trên máy của người gửi'

/** Files that stay open change what the next test finds: each has a page of its own. */
test.beforeEach(async ({ page }, { title }) => {
  if (!title.startsWith('a link')) await openAtlas(page)
})

test('a chosen file is shown beside the datasets, and both can be gone to', async ({ page }) => {
  await chooseFiles(page, tipsFile('số liệu quý.csv', ['36', '8968'], ['84', '2127']))
  await expect(filesStrip(page)).toContainText('Đã mở số liệu quý.csv: nhận 2/2 dòng.')
  await settled(page)
  await expect(page.locator('main h1')).toContainText('8.968')
  await expect(page).toHaveTitle(/^số liệu quý\.csv – /)
  await expect(page).toHaveURL(/\?d=local&lf=\d+-[0-9a-f]{8}&v=1$/)
  await expect(page.getByText(/Đang xem tệp mở trên máy này: số liệu quý\.csv\./)).toBeVisible()

  await choose(page, 'Bộ số liệu', 'Số liệu dân vận trong năm bài')
  await expect(page.locator('[data-chart="patchwork"]')).toBeVisible()
  await expect(page).toHaveURL(/\?d=public-reports/)
  await page.getByRole('combobox', { name: /^Bộ số liệu: / }).click()
  await expect(page.getByRole('option', { name: 'số liệu quý.csv' })).toBeVisible()
  await page.getByRole('option', { name: 'số liệu quý.csv' }).click()
  await settled(page)
  await expect(page.locator('main h1')).toContainText('8.968')

  await page.goBack()
  await expect(page).toHaveURL(/\?d=public-reports/)
  await page.goBack()
  await settled(page)
  await expect(page).toHaveTitle(/^số liệu quý\.csv – /)
  await page.goBack()
  await settled(page)
  await expect(page).not.toHaveURL(/d=local/)
})

test('what was understood is said, and the figure leads to its line', async ({ page }) => {
  await chooseFiles(page, tipsFile('một.csv', ['1', '12'], ['36', '30']))
  await filesStrip(page).locator('summary').click()
  await expect(filesStrip(page).getByRole('listitem')).toHaveText([
    /căn cứ thời gian/,
    /2 dòng ghi ngày dạng/,
    /cấp đơn vị/,
    /1 dòng có mã tỉnh một chữ số/,
    /mức chính xác/,
    /2 dòng không ghi nguồn: lấy tên tệp làm nguồn/,
    /đơn vị tính/,
  ])
  await filesStrip(page).getByRole('button', { name: 'Đã hiểu' }).click()
  await expect(filesStrip(page)).toHaveCount(0)
  await page.locator('[data-figure]').filter({ hasText: /^30/ }).first().click()
  await expect(page.getByRole('dialog')).toContainText('một.csv, dòng 3')
})

test('files that are dropped make one dataset of CSV and Parquet, the published figures among them', async ({ page }) => {
  await dropFiles(
    page,
    await publishedFile('public-reports/observations.parquet', 'b.parquet'),
    tipsFile('a.csv', ['79', '5200']),
  )
  await expect(filesStrip(page)).toContainText('Đã mở a.csv, b.parquet: nhận 110/110 dòng.')
  await settled(page)
  await expect(page.locator('[data-chart="patchwork"]')).toContainText('5.200')
  await expect(page.locator('[data-chart="patchwork"]')).toContainText('8.968')
  await page.getByRole('button', { name: 'Số liệu chi tiết' }).click()
  await expect(page.getByRole('columnheader', { name: 'Tệp' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'b.parquet' }).first()).toBeVisible()
})

test('a file that cannot be opened is named, and the page stays; the others are opened', async ({ page }) => {
  const before = await page.locator('main').innerText()
  await chooseFiles(page, textFile('trang.csv', '<!DOCTYPE html><html><body>Đăng nhập</body></html>'))
  await expect(filesStrip(page)).toHaveAttribute('data-files', 'refused')
  await expect(filesStrip(page)).toContainText('Không mở được trang.csv. Tệp trang.csv là một trang web')
  expect(await page.locator('main').innerText()).toBe(before)
  await expect(page).not.toHaveURL(/d=local/)

  const parquet = await publishedFile('public-reports/observations.parquet', 'đứt.parquet')
  await chooseFiles(page, { ...parquet, buffer: parquet.buffer.subarray(0, 9_000) }, tipsFile('tốt.csv', ['36', '5']))
  await expect(filesStrip(page)).toContainText('Đã mở tốt.csv: nhận 1/1 dòng.')
  await expect(filesStrip(page).locator('[data-failure]')).toHaveAttribute('data-failure', 'parquet-damaged')
  await settled(page)
  await expect(page.locator('main h1')).toContainText('5')
})

test('rows that were not accepted are listed with file, line, column and reason', async ({ page }) => {
  const good = tipsFile('hai.csv', ['36', '8968'])
  const bad = tipsFile('một.csv', ['36', '8.968'], ['99', '5'], ['84', '7'])
  await chooseFiles(page, good, { ...bad, buffer: Buffer.concat([bad.buffer, Buffer.from('63;36\r\n')]) })
  await expect(filesStrip(page)).toContainText('nhận 2/5 dòng. 3 dòng chưa nhận.')
  await filesStrip(page).getByRole('button', { name: 'Xem dòng chưa nhận và lý do' }).click()
  await expect(page.getByRole('heading', { name: 'Dòng chưa nhận: 3' })).toBeVisible()
  const rows = await page
    .locator('main section')
    .last()
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.innerText.trim())))
  expect(rows.map((cells) => cells.slice(0, 4))).toEqual([
    ['một.csv', '2', 'Số liệu (value)', '8.968'],
    ['một.csv', '3', 'Mã tỉnh (province_code)', '99'],
    ['một.csv', '5', '2/7 ô', '63;36'],
  ])
  expect(rows.map((cells) => cells[4])).toEqual([
    expect.stringContaining('có dấu chấm'),
    'mã không có trong bảng mã',
    'số ô khác với dòng tiêu đề',
  ])
  await expect(page.getByRole('contentinfo')).toContainText('Đã nhận 2/5 dòng; 3 dòng chưa nhận.')
})

test('names are read as codes; a file without a row that can be used is told what to do', async ({ page }) => {
  const all = (list: string, place: string) => tipsFile('', [place, '12']).buffer.toString('utf8').replace('63;', `${list};`)
  await test.step('a name', async () => {
    await chooseFiles(page, textFile('tên.csv', all('63 tỉnh', 'Thanh Hoá')))
    await expect(filesStrip(page)).toContainText('Đã mở tên.csv: nhận 1/1 dòng.')
    await filesStrip(page).locator('summary').click()
    await expect(filesStrip(page)).toContainText('đọc tên “Thanh Hoá” là mã 38 (cột Mã tỉnh, 1 dòng)')
  })
  await test.step('no row', async () => {
    await chooseFiles(page, textFile('hỏng.csv', all('63', 'Ha Noii')))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('hỏng.csv: chưa có dòng nào dùng được')
    await expect(page.getByRole('cell', { name: 'mã không có trong bảng mã; có phải 01 (Hà Nội)?' })).toBeVisible()
    await expect(page.getByRole('combobox', { name: /^Địa phương: / })).toHaveCount(0)
    expect(await axeProblems(page)).toEqual([])
    await pick(page, page.getByRole('main'), textFile('hỏng.csv', all('63', 'Hà Nội')))
    await expect(filesStrip(page)).toContainText('Đã mở hỏng.csv: nhận 1/1 dòng.')
    await settled(page)
    await expect(page.locator('main h1')).toContainText('12')
  })
  await test.step('title rows', async () => {
    await chooseFiles(page, textFile('biểu.csv', `BÁO CÁO QUÝ I;;;;;;\r\n${all('63', '36').slice(1)}`))
    await expect(filesStrip(page)).toContainText('có vẻ bảng bắt đầu ở dòng 2. Số liệu đang xem không thay đổi.')
    await expect(filesStrip(page).getByRole('link')).toHaveAttribute('href', /mau-so-lieu\.csv$/)
  })
})

test('a link asks whoever receives it for the file, and then shows the same view', async ({ page, anotherBrowser }) => {
  const file = tipsFile('gốc.csv', ['36', '8968'], ['84', '2127'])
  await openAtlas(page)
  await chooseFiles(page, file)
  await expect(filesStrip(page)).toContainText('Đã mở gốc.csv')
  await settled(page)
  await choose(page, 'Địa phương', 'Trà Vinh')
  await expect(page.locator('main h1')).not.toContainText('8.968')
  const link = page.url()
  const seen = await page.locator('main').innerText()

  const other = await anotherBrowser()
  await other.goto(link)
  await expect(other.getByRole('heading', { level: 1, name: ASKS })).toBeVisible()
  await expect(other.getByRole('main')).toContainText(`cỡ ${file.buffer.length} byte`)
  await pick(other, other.getByRole('main'), { ...file, name: 'chép lại.csv' })
  await expect(filesStrip(other)).toContainText('Đã mở chép lại.csv')
  await settled(other)
  expect(await other.locator('main').innerText()).toBe(seen.replaceAll('gốc.csv', 'chép lại.csv'))
  expect(other.url()).toBe(link)
  await expect(other.getByText('Có phần của đường dẫn không dùng được')).toHaveCount(0)

  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: ASKS })).toBeVisible()
  await dropFiles(page, file)
  await expect(filesStrip(page)).toContainText('Đã mở gốc.csv')
  await settled(page)
  expect(await page.locator('main').innerText()).toBe(seen)

  await page.reload()
  await page.getByRole('button', { name: 'Hoặc xem các bộ số liệu của trang' }).click()
  await expect(page.locator('[data-chart="patchwork"]')).toBeVisible()
  await expect(page).not.toHaveURL(/d=local/)
  await expect(page.locator('main h1')).toContainText('8.968')
})

test('a link that is opened on another file says so', async ({ page }) => {
  await page.goto('?d=local&lf=99-0123abcd&i=tips_received&p=36')
  await pick(page, page.getByRole('main'), tipsFile('khác.csv', ['36', '30'], ['84', '7']))
  await expect(filesStrip(page)).toContainText('Đã mở khác.csv')
  await settled(page)
  await expect(page.getByRole('status').filter({ hasText: 'không dùng được' }).getByRole('listitem')).toHaveText([
    'Tệp “99-0123abcd”: đường dẫn nói về một tệp có nội dung khác với tệp vừa mở; hãy kiểm tra lại tệp',
  ])
  await expect(page.locator('main h1')).toContainText('30')
  await expect(page.getByRole('combobox', { name: /^Địa phương: / })).toHaveAccessibleName('Địa phương: Nam Định')
})

test.describe('where the engine stops', () => {
  test.use({ expected: /ended by the test|^ErrorEvent$/ })

  test('a new one reads the file from the disk again, and tells where it is another by then', async ({ page }) => {
    const folder = await mkdtemp(join(tmpdir(), 'own-'))
    const path = join(folder, 'trên đĩa.csv')
    try {
      await writeFile(path, tipsFile('', ['36', '30'], ['84', '7']).buffer)
      await page.getByRole('button', { name: 'Mở tệp' }).click()
      await page.locator('input[type="file"]').setInputFiles(path)
      await expect(filesStrip(page)).toContainText('nhận 2/2 dòng')
      await settled(page)
      await stopEngine(page)
      await choose(page, 'Địa phương', 'Trà Vinh')
      await expect(page.locator('main h1')).toContainText('7')
      await expect(page.getByRole('alert')).toHaveCount(0)

      // Now it is another file under the same name.
      await writeFile(path, tipsFile('', ['36', '31'], ['84', '77']).buffer)
      await stopEngine(page)
      await choose(page, 'Kỳ', 'Năm 2024')
      const alert = page.getByRole('alert').first()
      await expect(alert).toHaveAttribute('data-failure', 'local-file-unreadable', { timeout: 30_000 })
      await expect(alert).toContainText('đã bị sửa')
      await expect(alert).toContainText('trên đĩa.csv')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

test('everything is said in English too', async ({ page }) => {
  await visit(page, '?lang=en')
  await page.getByRole('button', { name: 'Open a file' }).click()
  await expect(page.getByRole('dialog', { name: 'Open a data file on this machine' })).toContainText('is sent nowhere')
  await pick(page, page.getByRole('dialog'), tipsFile('tips.csv', ['36', '30'], ['84', '8.968']))
  await expect(filesStrip(page)).toContainText('Opened tips.csv: 1 of 2 rows accepted. 1 row not accepted.')
  await expect(page).toHaveURL(/lang=en/)
  await filesStrip(page).getByRole('button', { name: 'Show the rows not accepted' }).click()
  await expect(page.getByRole('cell', { name: '8.968' })).toBeVisible()
  const text = await page.locator('main').innerText()
  expect(text).toContain('value')
  expect(text).not.toContain('Số liệu (value)')
  const link = page.url()
  await page.goto('about:blank')
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link shows a file on the machine of whoever sent it')
})

test('the form can be downloaded, filled in and opened', async ({ page }) => {
  await page.getByRole('button', { name: 'Mở tệp' }).click()
  const [form] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Tải mẫu để điền/ }).click()])
  expect(form.suggestedFilename()).toBe('mau-so-lieu.csv')
  const [codes] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Tải bảng mã/ }).click()])
  expect(codes.suggestedFilename()).toBe('bang-ma.csv')
  const chunks: Buffer[] = []
  for await (const chunk of await form.createReadStream()) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString('utf8')
  const cells = '63;36;tips_received;;;1/1/2024;31/12/2024;44'
  const row = cells + ';'.repeat((text.match(/;/g) ?? []).length - (cells.match(/;/g) ?? []).length)
  await pick(page, page.getByRole('dialog'), textFile('đã điền.csv', `${text}${row}\r\n`))
  await expect(filesStrip(page)).toContainText('Đã mở đã điền.csv: nhận 1/1 dòng.')
  await settled(page)
  await expect(page.locator('main h1')).toContainText('44')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

  test('nothing scrolls sideways, runs into each other or is cut off', async ({ page }) => {
    await page.getByRole('button', { name: 'Mở tệp' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await layoutProblems(page)).toEqual([])
    await pick(
      page,
      page.getByRole('dialog'),
      tipsFile('một cái tên tệp rất dài không có chỗ ngắt_2024_quy_4_ban_cuoi_cung_da_sua.csv', ['36', '30'], ['84', '8.968']),
    )
    await expect(filesStrip(page)).toContainText('nhận 1/2 dòng')
    await filesStrip(page).locator('summary').click()
    await settled(page)
    expect(await layoutProblems(page)).toEqual([])
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: ASKS })).toBeVisible()
    expect(await layoutProblems(page)).toEqual([])
  })
})

test('axe finds nothing in the dialog, the strip and the screen that asks, in the light and in the dark', async ({ page }) => {
  test.slow()
  const problems = async () => {
    const found: Record<string, readonly string[]> = {}
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
      found[colorScheme] = await axeProblems(page)
    }
    return found
  }
  const none = { light: [], dark: [] }
  await page.getByRole('button', { name: 'Mở tệp' }).click()
  await page.getByRole('dialog').waitFor()
  expect(await problems()).toEqual(none)
  await pick(
    page,
    page.getByRole('dialog'),
    tipsFile('một.csv', ['36', '30'], ['84', '8.968']),
    textFile('hỏng.csv', '{"error": 1}'),
  )
  await expect(filesStrip(page)).toContainText('nhận 1/2 dòng')
  await filesStrip(page).locator('summary').click()
  await settled(page)
  expect(await problems()).toEqual(none)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: ASKS })).toBeVisible()
  expect(await problems()).toEqual(none)
  // The theme of the link goes before the system's.
  await page.goto(`${page.url()}&theme=light`)
  await expect(page.getByRole('heading', { level: 1, name: ASKS })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

/** Ends the worker of the engine as an error in it would. */
async function stopEngine(page: Page): Promise<void> {
  const worker = page.workers().at(-1)
  await worker?.evaluate(() => {
    setTimeout(() => {
      throw new Error('ended by the test')
    })
  })
}
