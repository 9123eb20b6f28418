import type { TerritorySet } from '../model/territory.ts'
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
  /** By which list the bars count, which is not always the one that the page counts by. */
  barsList: (lists: readonly TerritorySet[]): string =>
    lists.length > 1
      ? 'Mỗi kỳ đếm theo danh sách của báo cáo (63 hoặc 34 tỉnh, thành phố), dù trang đang tính theo danh sách nào.'
      : `Đếm theo danh sách của báo cáo: ${lists[0]} tỉnh, thành phố.`,
  barSays: (time: string, places: readonly (readonly [list: TerritorySet, n: number])[]): string =>
    `${time}: ${places.map(([list, n]) => `${n} địa phương (danh sách ${list})`).join(' và ') || '0 địa phương'} có số liệu`,
  /** A period of which nobody has a figure. */
  empty: (period: string): string => `Không có số nào: ${period.charAt(0).toLocaleLowerCase('vi')}${period.slice(1)}`,
  held: (from: string, to: string): string => `Bộ số liệu có số từ ${from} đến ${to}.`,
  goTo: (period: string): string => `Xem kỳ mới nhất có số: ${period.charAt(0).toLocaleLowerCase('vi')}${period.slice(1)}`,
  otherTimes: 'Xem số của kỳ khác theo từng địa phương',
}

export type PeriodWords = typeof periodVi
