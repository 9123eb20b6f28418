/** Words of the screen with the rows themselves. */
export const rowsVi = {
  tabs: {
    overview: 'Tổng quan',
    compare: 'So sánh',
    place: 'Từng địa phương',
    rows: 'Số liệu chi tiết',
    quality: 'Nguồn và độ tin cậy',
  },
  tabsLabel: 'Màn hình',
  title: (shown: number, all: number): string =>
    shown < all ? `${shown} dòng đầu trong ${all} dòng đã nhận` : `${all} dòng đã nhận`,
  file: 'Tệp',
  line: 'Dòng',
  place: 'Địa phương',
  indicator: 'Chỉ tiêu',
  printed: 'Nguyên văn',
  number: 'Số',
  covers: 'Đơn vị, phạm vi',
  source: 'Nguồn',
  noWholeNumber: 'không có số',
  rejectedTitle: (shown: number, all: number): string =>
    shown < all ? `Dòng chưa nhận: ${all} (hiện ${shown} dòng đầu)` : `Dòng chưa nhận: ${all}`,
  rejectedNone: 'Mọi dòng của tệp đều đã nhận.',
  column: 'Cột',
  text: 'Nội dung',
  reason: 'Lý do',
  reasons: {
    unknown_code: 'mã không có trong bảng mã',
    not_a_number: 'không phải số (viết liền chữ số; phần thập phân sau dấu chấm)',
    same_row: 'giống hệt một dòng khác đã nhận; chỉ tính một lần',
    exponent: 'Excel đã ghi tắt thành dạng 1.23E+09; hãy định dạng ô là số rồi lưu lại',
    negative: 'số âm',
    too_long: 'quá nhiều chữ số',
    not_whole: 'chỉ tiêu này đếm bằng số nguyên nhưng ô có phần thập phân',
    point_in_number: 'có dấu chấm: không rõ là hàng nghìn hay phần thập phân; hãy viết liền chữ số, ví dụ 8968',
    not_a_date: 'không phải ngày dạng 2024-12-31 hoặc 31/12/2024 (ngày trước tháng trong cả tệp)',
    end_before_start: 'ngày cuối trước ngày đầu',
    value_missing: 'thiếu số mà không ghi là nêu bằng chữ',
    value_unexpected: 'có số nhưng lại ghi là không có số',
    'field-count': 'số ô khác với dòng tiêu đề',
    'text-after-quote': 'có chữ sau dấu nháy đóng',
  } as Readonly<Record<string, string>>,
  fieldCount: (fields: number, expected: number): string => `${fields}/${expected} ô`,
}

export type RowsWords = typeof rowsVi
