import { expect, test } from '../support/e2e.ts'
import { DOMAINS, readPatchwork, settled, visit, wholeText } from '../support/e2e-page.ts'

const TIPS = 'Nguồn tin quần chúng'
const plain = (text = 'nothing') => text.replace(/\s+/g, ' ').trim()

test('the headline says number, definition, time and who is missing', async ({ atlas }) => {
  const headline = plain(await atlas.locator('main h1').innerText())
  expect(headline).toContain('Nam Định 8.968 (tin có giá trị; 5 năm, từ năm 2017)')
  expect(headline).toContain('Trà Vinh 2.127 (tin có liên quan đến an ninh, trật tự; năm 2024; cần kiểm chứng)')
  await expect(atlas.locator('main header')).toContainText('Hà Nam hàng trăm (tin có giá trị; chỉ thị xã Duy Tiên; từ năm 2019)')
  await expect(atlas.locator('main header')).toContainText('không cộng, không xếp hạng')
  await expect(atlas.locator('main header')).toContainText('Không nêu: Ninh Thuận.')
})

test('the five reports stand in it as they were printed', async ({ atlas }) => {
  const patchwork = await readPatchwork(atlas)
  const at = (place: string, domain: string) => plain(patchwork[place]?.[domain])
  expect(Object.keys(patchwork)).toEqual(['Hà Nam', 'Nam Định', 'Ninh Thuận', 'Trà Vinh', 'Vĩnh Phúc'])
  expect(at('Nam Định', TIPS)).toBe('8.968 nguồn tin Tin có giá trị 5 năm, từ năm 2017')
  expect(at('Hà Nam', TIPS)).toBe('hàng trăm Tin có giá trị chỉ thị xã Duy Tiên từ năm 2019')
  expect(at('Trà Vinh', TIPS)).toBe('2.127 nguồn tin Tin có liên quan đến an ninh, trật tự năm 2024 cần kiểm chứng')
  expect(at('Vĩnh Phúc', TIPS)).toContain('hàng nghìn Tin có liên quan đến an ninh, trật tự')
  expect(at('Ninh Thuận', TIPS)).toContain('nguồn không nêu')
  const models = 'Mô hình, điển hình tiên tiến'
  expect(at('Nam Định', models)).toContain('52 mô hình Mô hình “Dân vận khéo” đã xây dựng')
  expect(at('Hà Nam', models)).toContain('132 mô hình Mô hình “Dân vận khéo” xây dựng, duy trì có hiệu quả')
  expect(at('Trà Vinh', models)).toContain('150 mô hình Mô hình đã đăng ký thực hiện')
  expect(at('Vĩnh Phúc', models)).toBe('nêu tên 4 mô hình không nêu tổng số')
  expect(at('Ninh Thuận', models)).toBe('nêu tên 2 mô hình, 2 hoạt động không nêu tổng số')
  const weapons = 'Giao nộp vũ khí'
  expect(at('Nam Định', weapons)).toContain('Lựu đạn 32 cần kiểm chứng; cộng 2 mục cùng loại')
  expect(at('Trà Vinh', weapons)).toContain('Đạn các loại 382')
  const charity = 'Xã hội, từ thiện, đền ơn đáp nghĩa'
  expect(at('Trà Vinh', charity)).toContain('trên 5,28 tỷ đồng')
  expect(at('Vĩnh Phúc', charity)).toMatch(/^hàng trăm tỷ đồng .*cần kiểm chứng$/)
})

test('kinds of weapons stand in their own rows and units', async ({ atlas }) => {
  await visit(atlas, '?i=surrendered_items')
  const weapons = await readPatchwork(atlas)
  const figures = (kind: string) => Object.values(weapons[kind] ?? {}).map((text) => text.split('\n')[0])
  expect(figures('Lựu đạn')[0]).toBe('32')
  expect(figures('Thuốc nổ')[0]).toBe('180 gam')
  expect(figures('Đạn các loại')).toEqual(['3.089', '382'])
  expect(Object.keys(weapons)).not.toContain('Vũ khí, vật liệu nổ, công cụ hỗ trợ do người dân giao nộp')
})

test('gifts, houses and the share of online files are those of the reports', async ({ atlas }) => {
  await visit(atlas, '?i=dom-charity')
  const charity = await readPatchwork(atlas)
  expect(charity['Phần quà đã tặng']?.['Trà Vinh']).toContain('6.147 phần quà')
  expect(charity['Nhà đã tặng (Đồng đội, Tình nghĩa, Tình thương)']?.['Trà Vinh']).toContain('18 căn nhà')
  await visit(atlas, '?i=online_service_share')
  await expect(atlas.locator('[data-chart="patchwork"]')).toContainText('99,9%')
  await expect(atlas.locator('[data-chart="patchwork"] table').first()).not.toContainText('77')
})

test('a zero of one town is that town’s, not its province’s', async ({ atlas }) => {
  await visit(atlas, '?i=dom-enforcement')
  const zeros = atlas.locator('[data-chart="patchwork"] td').filter({ hasText: /^0 điểm phức tạp/ })
  const texts = await zeros.allInnerTexts()
  expect(texts.length).toBeGreaterThan(0)
  for (const text of texts) expect(plain(text)).toContain('chỉ thị xã Duy Tiên')
})

test('no screen makes a figure that the reports do not allow', async ({ atlas }) => {
  test.slow()
  for (const screen of ['?', ...DOMAINS.map((domain) => `?i=dom-${domain}`), '?t=2024', '?i=tips_received&t=2024']) {
    await visit(atlas, screen)
    const text = await wholeText(atlas)
    // 52 + 132 + 150 models; 153 + 32 + … kinds of weapons handed in; 8.968 + 2.127 tips of two definitions.
    expect.soft(text, screen).not.toMatch(/(?<![\d.,])(?:334|3\.280|11\.095)(?![\d.,]*\d)/)
    expect.soft(text, screen).not.toContain('chưa gửi')
    expect.soft(text, screen).not.toMatch(/NaN|undefined|\bnull\b|\[object/)
  }
})

test('the year 2024 offers the figures of other times', async ({ atlas }) => {
  await visit(atlas, '?t=2024')
  const patchwork = await readPatchwork(atlas)
  expect(Object.keys(patchwork)).toEqual(['Hà Nam', 'Nam Định', 'Ninh Thuận', 'Trà Vinh', 'Vĩnh Phúc'])
  expect(patchwork['Trà Vinh']?.[TIPS]).toContain('2.127 nguồn tin')
  expect(patchwork['Nam Định']?.[TIPS]).toContain('có số, thời gian khác')
  const row = atlas.locator('[data-chart="patchwork"] tbody tr').filter({ hasText: /^Nam Định/ })
  await row.first().getByRole('button', { name: 'Xem số gần nhất' }).first().click()
  await settled(atlas)
  await expect(atlas).not.toHaveURL(/[?&]t=/)
  await expect(row.first()).toContainText('8.968 nguồn tin')
})
