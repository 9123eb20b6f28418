import { groundsVi } from '../../src/locale/grounds.vi.ts'
import { expect, test } from '../support/e2e.ts'
import { openGrounds, questionAll, readGrounds, wrongWith } from '../support/e2e-grounds.ts'
import { DOMAINS, unfoldTables, visit } from '../support/e2e-page.ts'

const SCREENS = ['?', ...DOMAINS.map((domain) => `?i=dom-${domain}`), '?i=charity_donations', '?t=2024']

for (const screen of SCREENS) {
  test(`every figure of ${screen} opens its grounds, and they recompute to it`, async ({ atlas }) => {
    test.slow()
    await visit(atlas, screen)
    await unfoldTables(atlas)
    const questioned = await questionAll(atlas)
    expect(questioned.length).toBeGreaterThan(0)
    for (const { shown, grounds, closed, focused } of questioned) {
      const told = `${shown}: ${grounds.what}`
      expect.soft(await wrongWith(shown, grounds, Object.values(groundsVi.reason)), told).toEqual([])
      expect.soft({ closed, focused }, told).toEqual({ closed: true, focused: true })
    }
  })
}

test('the money of Trà Vinh is three gifts, in all digits', async ({ atlas }) => {
  await visit(atlas, '?i=charity_donations')
  const { formula, terms } = await openGrounds(atlas, atlas.locator('[data-figure]', { hasText: 'trên 5,28 tỷ đồng' }).first())
  expect(formula).toBe('3.200.000.000 + 1.700.000.000 + 384.000.000 = 5.284.000.000 đồng')
  expect(terms.map(({ printed }) => printed)).toEqual([
    '“hơn 3,2 tỷ đồng” Nhà hảo tâm',
    '“hơn 1,7 tỷ đồng” Cán bộ, chiến sĩ',
    '“trên 384 triệu đồng” Nhà hảo tâm',
  ])
})

test('two entries of one kind are added, and both are shown', async ({ atlas }) => {
  await visit(atlas, '?i=surrendered_items&p=36')
  const { formula, terms } = await openGrounds(atlas, atlas.locator('[data-figure]', { hasText: /^32$/ }).first())
  expect(formula).toBe('31 + 1 = 32')
  expect(terms).toHaveLength(2)
})

test('what is left out of a figure is listed with its reason', async ({ atlas }) => {
  await visit(atlas, '?i=tips_received&p=84')
  const tips = await openGrounds(atlas, atlas.locator('[data-figure]', { hasText: '2.127' }).first())
  const village = tips.leftOut.find(({ facts }) => facts['Đơn vị báo cáo']?.includes('xã Long Toàn'))
  expect(village).toMatchObject({ printed: '“14 nguồn tin” Tin có giá trị', reason: 'đã nằm trong số của tỉnh, không cộng thêm' })
  await atlas.keyboard.press('Escape')

  await visit(atlas, '?i=online_service_share')
  const share = await openGrounds(atlas, atlas.locator('[data-figure]', { hasText: '99,9%' }).first())
  expect(share.leftOut.find(({ printed }) => printed.includes('77%'))?.reason).toBe('số cũ hơn, giữ làm lịch sử')
})

test('a bar opens the grounds of its figure', async ({ atlas }) => {
  await visit(atlas, '?i=charity_houses&c=bar')
  const bars = atlas.locator('[data-chart="bar"] svg path[fill="#7a4aa3"]')
  await expect(bars).toHaveCount(3)
  const widest = await bars.evaluateAll((all) => {
    const widths = all.map((bar) => bar.getBoundingClientRect().width)
    return widths.indexOf(Math.max(...widths))
  })
  await bars.nth(widest).click()
  const { figure, what } = await readGrounds(atlas)
  expect(figure).toBe('11 căn nhà')
  expect(what).toContain('Nhà Tình thương')
})
