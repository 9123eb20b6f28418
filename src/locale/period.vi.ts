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
  timeline: 'Chọn trên dòng thời gian',
  notChosen: 'Chưa chọn kỳ: đang xem số liệu gần nhất của từng địa phương.',
  nowChosen: (time: string): string => `Đang chọn: ${time}`,
  startGrip: 'Bắt đầu từ',
  endGrip: 'Đến hết',
  barsMean: 'Cột cao: nhiều địa phương có số liệu. Kéo trên cột hoặc kéo hai tay nắm; bàn phím: phím mũi tên.',
  barSays: (time: string, places: number): string => `${time}: ${places} địa phương có số liệu`,
}

export type PeriodWords = typeof periodVi
