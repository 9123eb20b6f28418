import type { Page } from '@playwright/test'
import { expect, test } from '../support/e2e.ts'
import { visit } from '../support/e2e-page.ts'

const mapOf = (page: Page) => page.locator('[data-chart="map"] [role="img"] svg')

test('a map stands in the light and in the dark', async ({ atlas }) => {
  await visit(atlas, '?i=tips_received&c=map')
  await expect(mapOf(atlas).getByText('Quần đảo Hoàng Sa', { exact: true })).toBeVisible()
  await visit(atlas, '?i=charity_houses&c=map&theme=dark')
  await expect(mapOf(atlas).getByText('Quần đảo Trường Sa', { exact: true })).toBeVisible()
})

test('all 63 outlines and both archipelagos are drawn, and whose map it is is said', async ({ atlas }) => {
  await visit(atlas, '?i=tips_received&c=map')
  await expect(mapOf(atlas).locator('path[transform^="matrix"][stroke]')).toHaveCount(65)
  await expect(mapOf(atlas).getByText(/^Bản đồ: @svg-maps\/vietnam \(CC BY 4\.0\)/)).toBeVisible()
})

test('a click on a number opens its grounds, one on a name lets its place stand out, one on land without a source nothing', async ({
  atlas,
}) => {
  await visit(atlas, '?i=tips_received&c=map')
  const box = await boxOfLabel(atlas, 'Nam Định')
  const land = await mapOf(atlas).boundingBox()
  // The middle of the highlands, where no report is from.
  await atlas.mouse.click((land?.x ?? 0) + 300, box.y + 320)
  await expect(atlas.getByRole('dialog')).toHaveCount(0)
  await atlas.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await expect(atlas).toHaveURL(/[?&]focus=36(&|$)/)
  await expect(atlas.getByRole('button', { name: 'Bỏ lọc Tô đậm: Nam Định' })).toBeVisible()
  await expect(atlas.getByRole('dialog')).toHaveCount(0)
  const number = await boxOfLabel(atlas, '8\\.968')
  await atlas.mouse.click(number.x + number.width / 2, number.y + number.height / 2)
  await expect(atlas.getByRole('dialog')).toContainText('8.968')
})

test('the pointer on a place says its figure, in the picture itself', async ({ atlas }) => {
  await visit(atlas, '?i=tips_received&c=map')
  const box = await boxOfLabel(atlas, '8\\.968')
  await atlas.mouse.move(box.x + 4, box.y + box.height / 2)
  await atlas.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await expect(mapOf(atlas).getByText('Nam Định: 8.968 nguồn tin', { exact: true })).toBeVisible()
  await expect(mapOf(atlas).getByText('Tin có giá trị · 5 năm, từ năm 2017', { exact: true }).first()).toBeVisible()
})

/** Where a label stands on the map: only labels have a rim. */
async function boxOfLabel(page: Page, name: string) {
  const label = mapOf(page).locator('text[paint-order]', { hasText: new RegExp(`^${name}$`) })
  await label.scrollIntoViewIfNeeded()
  const box = await label.boundingBox()
  if (!box) throw new Error(`no label ${name}`)
  return box
}
