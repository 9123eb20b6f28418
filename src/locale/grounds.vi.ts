import type { Against, Computed } from '../model/figure.ts'
import type { RowReason } from '../model/rules/grounds.ts'

/** Words of the panel "Số này từ đâu?". */
export const groundsVi = {
  title: 'Số này từ đâu?',
  subtitle: 'Căn cứ số liệu',
  close: 'Đóng',
  formula: 'Cách tính',
  /** What a formula comes to: with `isRounded` not all digits of a number stand in it. */
  result: (number: string, isRounded: boolean): string => `${isRounded ? '≈' : '='} ${number}`,
  /** `result` has its sign before it, here and below. */
  sum: (terms: readonly string[], result: string): string => `${terms.join(' + ')} ${result}`,
  /** A term of which only some days are in the period: `120 × 15/31 ngày`. */
  shared: (value: string, days: number, of: number): string => `${value} × ${days}/${of} ngày`,
  ratio: (numerator: string, denominator: string, result: string): string => `${numerator} : ${denominator} × 100 ${result}`,
  /** `8.968 : 5 = 1.793,6`; a factor of 1 is not said. */
  divided: (value: string, divisor: string, factor: number, result: string): string =>
    `${value} : ${divisor}${factor === 1 ? '' : ` × ${factor.toLocaleString('vi-VN')}`} ${result}`,
  yearsStated: 'Nguồn chỉ ghi số năm, không ghi đủ ngày đầu và ngày cuối: bình quân năm là số ước chừng.',
  yearsByDays: 'Số năm tính theo tháng trọn hoặc theo ngày của kỳ.',
  unverified: 'Mẫu số này chưa kiểm chứng được bằng nguồn thứ hai.',
  computed: {
    total: 'Tổng của nhiều địa phương',
    pooled: 'Tính chung nhiều địa phương',
    peer_mean: 'Bình quân các địa phương khác',
    target_share: 'Mức đạt chỉ tiêu được giao',
    step_share: 'Tỷ lệ so với bước trước',
    index: 'Chỉ số so với kỳ gốc = 100',
  } satisfies Record<Exclude<Computed['how'], 'difference' | 'percent_change'>, string>,
  difference: {
    prev: 'Chênh lệch so với kỳ trước',
    yoy: 'Chênh lệch so với cùng kỳ năm trước',
    peers: 'Chênh lệch so với bình quân các địa phương khác trong cụm',
  } satisfies Record<Against, string>,
  percent_change: {
    prev: 'Tăng, giảm so với kỳ trước (%)',
    yoy: 'Tăng, giảm so với cùng kỳ năm trước (%)',
    peers: 'Hơn, kém bình quân các địa phương khác trong cụm (%)',
  } satisfies Record<Against, string>,
  madeOf: (n: number): string => `Tính từ ${n} số`,
  places: (n: number): string => `${n} địa phương`,
  sumOf: (n: number): string => `tổng ${n} số dưới đây`,
  back: 'Quay lại',
  toRows: 'Xem mọi dòng của chỉ tiêu này ở địa phương này',
  cite: 'Chép dòng trích dẫn',
  moreTerms: (n: number): string => `Còn ${n} số khác.`,
  single: 'Lấy nguyên số trong nguồn, không cộng với số nào khác.',
  inWords: 'Nguồn chỉ nêu bằng chữ; không suy ra số.',
  notAdded: 'Các số này không cộng được với nhau (khác đơn vị, hoặc một số chặn dưới và một số chặn trên).',
  allDigits: 'Đủ chữ số',
  definition: 'Định nghĩa',
  terms: 'Số được dùng',
  leftOut: 'Số không dùng và lý do',
  moreRows: (n: number, left: number): string =>
    n < left ? `Xem thêm ${n} trong ${left} dòng còn lại` : `Xem ${n} dòng còn lại`,
  printed: 'Nguyên văn',
  source: 'Nguồn',
  openSource: 'Mở bài',
  place: 'Vị trí',
  line: (file: string, line: number): string => `${file}, dòng ${line}`,
  published: (day: string): string => `đăng ngày ${day}`,
  publishedDoubtful: (day: string): string => `ngày in trên trang ${day}, chưa chắc chắn`,
  notPublished: 'không rõ ngày đăng',
  untitled: 'không có tiêu đề',
  verify: 'Cần kiểm chứng',
  note: 'Ghi chú',
  reporter: 'Đơn vị báo cáo',
  period: 'Thời gian',
  rounding: {
    low: 'Nguồn ghi “trên”, “hơn” hoặc có số chỉ nêu bằng chữ: số thật không thấp hơn; viết gọn thì làm tròn xuống.',
    high: 'Nguồn ghi “không quá”, “gần”: số thật không cao hơn; viết gọn thì làm tròn lên.',
    approx: 'Nguồn ghi “khoảng”, “gần”: đây là số ước chừng.',
  },
  mismatch: 'Tổng in trong nguồn khác với cộng các phần; lấy theo tổng.',
  finerDiffers:
    'Cộng các kỳ ngắn khác với số của kỳ dài trùng thời gian; lấy theo nguồn đứng trước, cùng nguồn thì theo các kỳ ngắn.',
  ratioMismatch: 'Tỷ lệ in trong nguồn khác với tỷ lệ tính lại từ hai số đếm.',
  sameKey: 'Một nguồn ghi hai mục cho cùng một loại: đã cộng lại.',
  sharedOut:
    'Số của kỳ vắt qua ranh giới được chia đều theo ngày, chỉ lấy những ngày trong kỳ đang xem mà chưa có số: đây là số ước tính.',
  days: (n: number, of: number): string => `Các số này phủ ${n} trong ${of} ngày của kỳ.`,
  named: 'Mô hình được nêu tên',
  reason: {
    revised: 'đã có bản đính chính',
    other_source: 'nguồn khác, xếp sau theo thứ tự nguồn',
    inside_own: 'đã nằm trong số của tỉnh, không cộng thêm',
    other_period: 'cộng thêm nhưng khác thời gian',
    older: 'số cũ hơn, giữ làm lịch sử',
    other_window: 'ngoài kỳ đang xem',
    straddles: 'vắt qua ranh giới của kỳ đang xem',
    not_chosen: 'trùng thời gian với các số được dùng',
    part_of_total: 'là một phần của tổng, không cộng thêm',
    whole: 'là tổng mà số này là một phần',
    other_kind: 'loại hoặc tiêu chí khác, không cộng',
    other_scope: 'của đơn vị khác',
    printed_ratio: 'tỷ lệ in trong nguồn; ở đây tính lại từ hai số đếm',
    filtered: 'không thuộc phần đang lọc',
    other_unit: 'của tỉnh cũ khác trong cùng tỉnh hiện nay, không cộng được với số này',
    other_list: 'theo danh sách tỉnh khác (trước hoặc từ 01/7/2025), không gộp vào số này',
  } satisfies Record<RowReason, string>,
  locator: (text: string): string => text,
  loading: 'Đang lấy căn cứ…',
}

export type GroundsWords = typeof groundsVi
