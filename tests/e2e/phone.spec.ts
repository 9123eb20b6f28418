import { expect, test } from '../support/e2e.ts'
import { axeProblems } from '../support/e2e-axe.ts'
import { readGrounds } from '../support/e2e-grounds.ts'
import { layoutProblems, smallTargets } from '../support/e2e-layout.ts'
import { closeOpen, settled, unfoldTables, visit } from '../support/e2e-page.ts'
import { PANELS, SPARSE_SCREENS } from '../support/e2e-screens.ts'

test('one domain is shown at a time, all five provinces below each other', async ({ atlas }) => {
  const table = atlas.locator('[data-chart="patchwork"] table').first()
  const shownColumns = table.locator('thead th:visible')
  await expect(shownColumns).toHaveCount(2)
  await expect(table.locator('tbody tr')).toHaveCount(5)
  await atlas.getByRole('button', { name: 'Giao nộp vũ khí', exact: true }).first().tap()
  await expect(shownColumns).toHaveCount(2)
  await expect(shownColumns.nth(1)).toContainText('Giao nộp vũ khí')
  await expect(shownColumns.nth(1)).toContainText('Đã có số liệu: 2/5 địa phương')
  await expect(table.getByRole('row', { name: /^Nam Định/ })).toContainText('Lựu đạn')
})

test('of several provinces the one with most figures is shown first', async ({ atlas }) => {
  await visit(atlas, '?i=dom-charity')
  const places = atlas.getByRole('group', { name: 'Địa phương' })
  await expect(places.getByRole('button', { pressed: true })).toHaveText('Trà Vinh')
  await expect(atlas.locator('[data-chart="patchwork"] td:visible').first()).toContainText('trên 5,28 tỷ đồng')
  await places.getByRole('button', { name: 'Ninh Thuận' }).tap()
  await expect(atlas.locator('[data-chart="patchwork"] td:visible').first()).toContainText('nguồn không nêu')
})

test('the controls are folded into one line that says what is chosen', async ({ atlas }) => {
  const fold = atlas.getByRole('button', {
    name: /^Bốn lĩnh vực chính · Số liệu gần nhất của từng địa phương · Cả 5 địa phương$/,
  })
  await expect(atlas.getByRole('combobox')).toHaveCount(0)
  await fold.tap()
  await atlas.getByRole('combobox', { name: /^Chỉ tiêu: / }).tap()
  await atlas.getByRole('option', { name: /^Phần quà đã tặng/ }).tap()
  await settled(atlas)
  await expect(atlas.locator('main h1')).toContainText('6.147')
  await atlas.getByRole('button', { name: /^Phần quà đã tặng · / }).tap()
  await expect(atlas.getByRole('combobox')).toHaveCount(0)
})

test('a tap on a figure opens its grounds over the whole screen', async ({ atlas }) => {
  await atlas.getByRole('button', { name: 'Nguồn tin quần chúng', exact: true }).first().tap()
  await atlas.locator('[data-chart="patchwork"] table [data-figure]', { hasText: '8.968 nguồn tin' }).tap()
  const { figure } = await readGrounds(atlas)
  expect(figure).toBe('8.968 nguồn tin')
  const panel = await atlas.getByRole('dialog').boundingBox()
  expect(panel).toMatchObject({ x: 0, width: 390 })
  await atlas.getByRole('dialog').getByRole('button', { name: 'Đóng' }).tap()
  await expect(atlas.getByRole('dialog')).toHaveCount(0)
})

test('a row of the table twin has place, number and unit on its first line', async ({ atlas }) => {
  await visit(atlas, '?i=charity_gifts')
  await atlas.getByText('Bảng số').first().tap()
  const row = atlas.locator('details tbody tr').filter({ hasText: 'Trà Vinh' }).first()
  const lineOf = async (column: string) => {
    const box = await row.locator(`td[data-column="${column}"]`).boundingBox()
    return { middle: (box?.y ?? 0) + (box?.height ?? 0) / 2, right: (box?.x ?? 0) + (box?.width ?? 0) }
  }
  const [place, number, unit] = [await lineOf('place'), await lineOf('number'), await lineOf('unit')]
  expect(Math.abs(number.middle - place.middle)).toBeLessThan(4)
  expect(Math.abs(unit.middle - place.middle)).toBeLessThan(4)
  expect(unit.right).toBeLessThan(390)
  expect((await lineOf('indicator')).middle).toBeGreaterThan(place.middle + 15)
})

test('nothing on a screen or in a list is too small for a finger, cut or run into another', async ({ atlas }) => {
  test.slow()
  const found: Record<string, readonly string[]> = {}
  const look = async (name: string) => {
    const small = await smallTargets(atlas, 40)
    const problems = [...(await layoutProblems(atlas)), ...small.map((target) => `small to touch: ${target}`)]
    if (problems.length > 0) found[name] = problems
  }
  // A tablet is touched too, and has the styles of a wide window.
  for (const [width, height] of [[390, 844] as const, [360, 740] as const, [820, 1180] as const]) {
    await atlas.setViewportSize({ width, height })
    for (const screen of SPARSE_SCREENS) {
      await visit(atlas, screen)
      await unfoldTables(atlas)
      await look(`${screen} ${width}`)
    }
  }
  await visit(atlas, '?i=charity_donations')
  for (const [panel, open] of Object.entries(PANELS)) {
    await open(atlas, 'vi')
    await look(panel)
    await closeOpen(atlas)
  }
  expect(found).toEqual({})
})

test.describe('a start that fails', () => {
  test.use({ expected: /^Failed to load resource/ })

  test('is told inside the screen', async ({ page }) => {
    await page.route('**/observations.*', (route) => route.fulfill({ status: 401, body: '' }))
    await page.goto('?i=dom-charity')
    await expect(page.getByRole('alert')).toContainText('Hãy đăng nhập lại', { timeout: 30_000 })
    await page.getByText('Chi tiết kỹ thuật').tap()
    expect(await layoutProblems(page)).toEqual([])
    expect(await smallTargets(page, 40)).toEqual([])
    expect(await axeProblems(page)).toEqual([])
    await page.goto('?i=dom-charity&lang=en&theme=dark')
    await expect(page.getByRole('alert')).toBeVisible({ timeout: 30_000 })
    expect(await layoutProblems(page)).toEqual([])
    expect(await axeProblems(page)).toEqual([])
  })
})
