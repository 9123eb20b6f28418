import type { ChangeRefusal } from '../model/rules/change.ts'

/** Words of the screen "So sánh" and of its picture of two times. */
export const slopeVi = {
  title: 'Hai kỳ',
  nothing: 'Không số nào của lựa chọn này so được giữa hai kỳ.',
  noComparison: 'Hình này cần so với kỳ trước hoặc cùng kỳ năm trước: chọn ở Tùy chọn, mục So sánh.',
  /** Above the two columns. */
  columns: { prev: ['Kỳ trước', 'Kỳ đang xem'], yoy: ['Cùng kỳ năm trước', 'Kỳ đang xem'] },
  hollow: 'số sơ bộ hoặc ước tính',
  summary: (name: string, from: string, to: string, change: string): string =>
    `${name} từ ${from} thành ${to}${change && ` (${change})`}`,
  undrawn: (subject: string, reason: string, names: readonly string[]): string =>
    `Không vẽ${subject && ` ở ${subject}`} (${reason}): ${names.join(', ')}.`,
  gone: 'kỳ đang xem không có số',
  moreUndrawn: (n: number): string => `… ${n} nhóm khác không vẽ: xem Bảng số.`,
  morePanels: (n: number): string => `Còn ${n} nhóm số khác chưa vẽ: chọn một chỉ tiêu, hoặc xem Bảng số.`,
  reasons: {
    no_number: 'không có số để so',
    one_sided: 'hai số đều chặn một phía',
    partial_now: 'chưa đủ ngày hoặc đơn vị',
    in_doubt: 'cần kiểm chứng',
    unlike: 'khác tiêu chí',
  } satisfies Record<Exclude<ChangeRefusal, 'no_base' | 'zero_base' | 'other_date' | 'partial_base'>, string>,
  partialBase: (kind: 'prev' | 'yoy'): string =>
    `${{ prev: 'số kỳ trước', yoy: 'số cùng kỳ năm trước' }[kind]} chưa đủ ngày hoặc đơn vị`,
  otherDate: (now: string, base: string): string => `khác thời điểm: ${now}; số đem so ${base}`,
  screen: 'So sánh',
  choose: 'Chọn từ 2 đến 8 địa phương để đặt cạnh nhau',
  chooseText: 'Chưa chọn địa phương nào: bảng dưới đây xếp mọi địa phương.',
  one: 'Mới chọn một địa phương: chọn thêm ít nhất một nữa.',
  many: (n: number): string => `Đang chọn ${n} địa phương. Từ 2 đến 8 địa phương thì hình dễ đọc hơn.`,
  finding: (places: readonly string[], scales: number): string =>
    scales === 0
      ? `${places.join(', ')}: không có hai số nào cùng tiêu chí và cùng thời gian để so.`
      : `${places.join(', ')}: so được ở ${scales} chỉ tiêu hoặc loại.`,
  all: (n: number, scales: number): string =>
    scales === 0
      ? `${n} địa phương, chưa có hai số nào cùng tiêu chí và cùng thời gian để so.`
      : `${n} địa phương, so được ở ${scales} chỉ tiêu hoặc loại.`,
  rule: 'Chỉ những số cùng chỉ tiêu, cùng tiêu chí và cùng thời gian mới chung thước đo; các số khác đứng riêng dưới thời gian của mình.',
  picker: 'Địa phương đem so',
  askSlope: 'Muốn xem hai kỳ cạnh nhau, chọn so với kỳ trước hoặc cùng kỳ năm trước.',
}

export type SlopeWords = typeof slopeVi
