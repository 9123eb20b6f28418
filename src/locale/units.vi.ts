import type { UnitList } from '../model/view.ts'

/** Words about the two lists of provinces. */
export const unitsVi = {
  legend: 'Tính theo đơn vị hành chính',
  lists: {
    '34': '34 tỉnh, thành phố (từ 01/7/2025)',
    '63': '63 tỉnh, thành phố (trước 01/7/2025)',
    goc: 'Như trong báo cáo',
  } satisfies Readonly<Record<UnitList, string>>,
  chip: (list: string): string => `Tính theo: ${list}`,
  /** How many of the old units of a merged one have a figure. */
  oldUnits: (n: number, of: number): string => `${n}/${of} tỉnh cũ nêu`,
  refused: (unit: string, parts: readonly string[]): string =>
    `Số của ${unit} (từ 01/7/2025) không tách được về các tỉnh cũ: ${parts.join(', ')}.`,
  refusedMany: (n: number, units: readonly string[]): string =>
    `Số của ${n} tỉnh sau sáp nhập (từ 01/7/2025) không tách được về các tỉnh cũ: ${units.join(', ')}.`,
  madeOf: (names: readonly string[]): string => `Cộng số của các tỉnh trước sáp nhập: ${names.join(', ')}.`,
  partOf: (names: readonly string[], of: number): string =>
    `Đây chỉ là số của ${names.length}/${of} tỉnh trước sáp nhập: ${names.join(', ')}. Chưa phải số của cả tỉnh hiện nay, nên không xếp hạng.`,
  /** A ratio whose counts were added over the old units. */
  ratioOf: (names: readonly string[]): string => `Tính lại từ tổng hai số đếm của các tỉnh trước sáp nhập: ${names.join(', ')}.`,
  renamed: (name: string): string => `Đơn vị này không sáp nhập: lấy nguyên số của ${name}.`,
  /** Reports of both lists for days that do not overlap. */
  joined: (others: readonly string[], own: string, ownList: UnitList): string => {
    const lists = ownList === '34' ? ['63', '34'] : ['34', '63']
    return `Gộp báo cáo theo hai danh sách tỉnh, thời gian không trùng nhau: theo ${lists[0]} tỉnh (${others.join(', ')}) và theo ${lists[1]} tỉnh (${own}).`
  },
}

export type UnitsWords = typeof unitsVi
