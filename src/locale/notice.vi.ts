import type { NoticeReason } from '../model/notice.ts'

/** What part of a link was not used, and why. `param` is the key in the link. */
export const noticeVi = {
  line: (param: string, value: string, reason: NoticeReason): string =>
    `${param}${value === '' ? '' : ` = ${value}`}: ${NOTICE_VI[reason]}`,
}

const NOTICE_VI: Readonly<Record<NoticeReason, string>> = {
  malformed: 'không đúng dạng, đã bỏ qua',
  unknown: 'bộ số liệu này không có, đã bỏ qua',
  repeated: 'bị lặp, chỉ dùng giá trị đầu',
  'too-many': 'quá nhiều giá trị, chỉ đọc những giá trị đầu',
  'too-long': 'đường dẫn quá dài, phần cuối không đọc',
  forbidden: 'tên không được phép, đã bỏ qua',
  'newer-version': 'đường dẫn của phiên bản mới hơn, có thể thiếu một số lựa chọn',
  'other-file': 'đường dẫn nói về một tệp có nội dung khác với tệp vừa mở; hãy kiểm tra lại tệp',
  'other-data': 'đường dẫn đã chốt trên số liệu khác với số liệu hiện nay',
}

export type NoticeWords = typeof noticeVi
