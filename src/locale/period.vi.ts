import type { Grain } from '../model/view.ts'

/** Words of the picker of periods. */
export const periodVi = {
  chosen: 'Đang chọn',
  often: 'Hay dùng',
  years: 'Năm',
  grains: { year: 'Năm', half: '6 tháng', quarter: 'Quý', month: 'Tháng' } satisfies Record<Grain, string>,
  all: 'Mọi kỳ',
  since: (edge: string): string => `Từ ${edge}`,
  upTo: (edge: string): string => `Đến hết ${edge}`,
  yearToDate: 'Từ đầu năm đến nay',
  lastMonths: (n: number): string => `${n} tháng gần nhất`,
  lastYears: (n: number): string => `${n} năm gần nhất`,
  search: 'Tìm kỳ: 6/2024, quý II, 2023…',
  none: 'Không có kỳ này trong số liệu.',
}

export type PeriodWords = typeof periodVi
