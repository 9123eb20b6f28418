import { readFile } from 'node:fs/promises'
import { expect, test } from '../support/e2e.ts'
import { settled, visit } from '../support/e2e-page.ts'

test('rows are sorted, narrowed, read in full and taken along, all of it from a link', async ({ atlas }) => {
  const rows = atlas.locator('tbody tr[data-row]')
  const count = atlas.getByRole('status').filter({ hasText: 'dòng' }).first()
  await test.step('a search without marks', async () => {
    await visit(atlas, '?tab=rows')
    await expect(count).toContainText('109 dòng đã nhận')
    await atlas.getByRole('searchbox', { name: 'Tìm trong các dòng' }).fill('tra vinh')
    await expect(atlas).toHaveURL(/q=tra%20vinh/)
    await settled(atlas)
    await expect(rows.first()).toContainText('Trà Vinh')
  })
  await test.step('a range and an order, largest first', async () => {
    await visit(atlas, '?tab=rows&r.number=to-5&s=-number')
    await expect(count).toContainText('dòng trong 109 dòng đã nhận')
    await expect(count).toContainText('Số: đến 5')
    await settled(atlas)
    const values = await rows
      .locator('[data-column="number"]')
      .evaluateAll((cells) => cells.map((cell) => Number(/[\d,]+/.exec(cell.textContent ?? '')?.[0].replace(',', '.'))))
    expect(values.length).toBeGreaterThan(5)
    expect(values.every((value, at) => value <= 5 && value <= (values[at - 1] ?? 5))).toBe(true)
    await expect(atlas.getByRole('columnheader', { name: /^Số/ })).toHaveAttribute('aria-sort', 'descending')
  })
  await test.step('a row in full, by keys alone', async () => {
    await rows.first().getByRole('button').focus()
    await atlas.keyboard.press('ArrowDown')
    await atlas.keyboard.press('Enter')
    const dialog = atlas.getByRole('dialog', { name: 'Dòng số liệu' })
    await expect(dialog).toContainText('Dòng 2 trong')
    await expect(dialog.getByRole('link', { name: 'Mở bài' })).toBeVisible()
    await atlas.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })
  await test.step('what empties the table has its way off', async () => {
    await visit(atlas, '?tab=rows&r.number=to-5&r.printed=zzz')
    await expect(count).toContainText('0 dòng trong 109 dòng đã nhận')
    await atlas.getByRole('button', { name: /^Bỏ lọc Nguyên văn: “zzz” \(còn \d+ dòng\)$/ }).click()
    await settled(atlas)
    await expect(rows.first()).toBeVisible()
  })
  await test.step('the file has every row that is kept', async () => {
    const kept = Number(await atlas.locator('[data-rows]').getAttribute('data-rows'))
    await atlas.getByRole('button', { name: 'Tải về các dòng' }).click()
    const [download] = await Promise.all([
      atlas.waitForEvent('download'),
      atlas.getByRole('menuitem', { name: `Tải ${kept} dòng, tệp CSV` }).click(),
    ])
    const text = await readFile(await download.path(), 'utf8')
    const [table = ''] = text.slice(1).split('\r\n\r\n')
    expect(table.split('\r\n')).toHaveLength(1 + kept)
    expect(text).toContain('Số: đến 5')
    await expect(atlas.getByText(`.csv: ${kept} dòng.`)).toBeVisible()
  })
})
