import { expect, test } from 'vitest'
import { officeNumbers } from '../../src/locale/office-numbers.ts'

test.each([
  ['cả 4 địa phương', 'cả 04 địa phương'],
  ['Hai trong 5 địa phương nêu', '02/05 địa phương nêu'],
  ['Năm 2024, một trong 5 địa phương nêu', 'Năm 2024, 01/05 địa phương nêu'],
  ['62/63 địa phương', '62/63 địa phương'],
  ['8/34 địa phương đạt', '08/34 địa phương đạt'],
  ['bom 3 và 7 loại khác', 'bom 03 và 07 loại khác'],
  ['5 năm, từ năm 2017', '05 năm, từ năm 2017'],
  ['6 tháng đầu năm 2024', '06 tháng đầu năm 2024'],
])('%s is written %s', (text, written) => {
  expect(officeNumbers(text)).toBe(written)
})

test.each([
  'tháng báo cáo 8/2026, từ 15/7/2026 đến 14/8/2026',
  'tăng 4%, giảm 0,5%',
  'trên 5,28 tỷ đồng, 8.968 nguồn tin',
  'thấp nhất là Bắc Kạn 0',
  'số của 61/92 ngày',
  'Nghị quyết 202/2025/QH15',
  '2/3 tỉnh cũ nêu',
])('%s stays as it is', (text) => {
  expect(officeNumbers(text)).toBe(text)
})
