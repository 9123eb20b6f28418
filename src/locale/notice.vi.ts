import type { NoticeReason } from '../model/notice.ts'

/** What part of a link was not used, and why. `param` is the key in the link; `instead` what is shown in its place, or empty. */
export const noticeVi = {
  line: (param: string, value: string, reason: NoticeReason, instead = ''): string => {
    const said = `${NAMES_VI[param] ?? (param === '' ? 'Đường dẫn' : `Mục “${param}”`)}${value === '' ? '' : ` “${value}”`}`
    return `${said}${ALONE.includes(reason) ? ': ' : ' '}${instead === '' ? NOTICE_VI[reason] : `${NOTICE_VI[reason].replace(', đã bỏ qua', '')}, đang xem ${instead}`}`
  },
  more: (n: number): string => `và ${n} mục khác`,
}

/** Reasons that are sentences of their own, not what is said of the value. */
export const ALONE: readonly NoticeReason[] = ['too-many', 'newer-version', 'other-file', 'other-data']

const NAMES_VI: Readonly<Record<string, string>> = {
  d: 'Bộ số liệu',
  lf: 'Tệp',
  i: 'Chỉ tiêu',
  t: 'Kỳ',
  g: 'Bước thời gian',
  st: 'Cách tính kỳ lệch',
  dg: 'Tính theo',
  p: 'Địa phương',
  n: 'Cách tính số',
  cmp: 'So sánh',
  focus: 'Địa phương tô đậm',
  tab: 'Màn hình',
  c: 'Biểu đồ',
  s: 'Sắp xếp',
  q: 'Từ tìm',
  rc: 'Cột',
  fp: 'Bản số liệu đã chốt',
  lang: 'Ngôn ngữ',
  theme: 'Màu nền',
  v: 'Phiên bản đường dẫn',
}

const NOTICE_VI: Readonly<Record<NoticeReason, string>> = {
  malformed: 'không hiểu được, đã bỏ qua',
  unknown: 'không có trong bộ số liệu này, đã bỏ qua',
  'other-list': 'thuộc danh sách địa phương khác với “Tính theo” đang chọn, đã bỏ qua',
  repeated: 'bị lặp, chỉ dùng giá trị đầu',
  'too-many': 'quá nhiều giá trị, chỉ đọc những giá trị đầu',
  'too-long': 'quá dài, phần cuối không đọc',
  forbidden: 'có tên không được phép, đã bỏ qua',
  'newer-version': 'đường dẫn của phiên bản mới hơn, có thể thiếu một số lựa chọn',
  'other-file': 'đường dẫn nói về một tệp có nội dung khác với tệp vừa mở; hãy kiểm tra lại tệp',
  'other-data': 'đường dẫn đã chốt trên số liệu khác với số liệu hiện nay',
}

export type NoticeWords = typeof noticeVi
