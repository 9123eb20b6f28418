import type { Understood } from '../model/understood.ts'

/** Words for opening files of the reader's own machine. */
export const openVi = {
  button: 'Mở tệp',
  title: 'Mở tệp số liệu trên máy này',
  drop: 'Kéo tệp CSV hoặc Parquet vào đây',
  dropHere: 'Thả tệp vào đây để mở',
  choose: 'Chọn tệp…',
  several: 'Chọn nhiều tệp cùng lúc thì số liệu của các tệp được gộp thành một bộ.',
  private: 'Tệp được đọc ngay trên máy này, không gửi đi đâu.',
  template: 'Tải mẫu để điền (CSV)',
  codes: 'Tải bảng mã dùng trong mẫu (CSV)',
  templateHint: 'Chưa có tệp đúng mẫu? Tải mẫu, điền bằng Excel, lưu lại thành “CSV UTF-8” rồi mở.',
  reading: (percent: number): string => `Đang đọc tệp: ${percent}%`,
  loading: 'Đang kiểm tra từng dòng…',
  opened: (files: string, kept: string, all: string): string => `Đã mở ${files}: nhận ${kept}/${all} dòng.`,
  nothingKept: 'Chưa nhận được dòng nào; lý do của từng dòng ở bảng dưới.',
  nothingTitle: (files: string): string => `${files}: chưa có dòng nào dùng được`,
  nothingAccount: (all: string): string =>
    `Tệp có ${all} dòng số liệu: nhận 0, chưa nhận ${all}. Không số nào của tệp được đưa vào hình hay bảng.`,
  nothingSteps: [
    'Xem lý do của từng dòng ở bảng dưới và sửa trong tệp gốc.',
    'Lưu lại thành “CSV UTF-8”.',
    'Mở lại tệp ở cuối trang này, hoặc chọn bộ số liệu khác ở “Bộ số liệu”.',
  ],
  blankLines: (n: string): string => `Bỏ qua ${n} dòng trống.`,
  rejected: (n: string): string => `${n} dòng chưa nhận.`,
  showRejected: 'Xem dòng chưa nhận và lý do',
  refused: (name: string): string => `Không mở được ${name}.`,
  unchanged: 'Số liệu đang xem không thay đổi.',
  understoodTitle: (n: number): string => `Trang đã tự hiểu ${n} điều mà tệp không ghi rõ`,
  understood: {
    source: (n: string): string => `${n} dòng không ghi nguồn: lấy tên tệp làm nguồn`,
    province: (n: string): string => `${n} dòng có mã tỉnh một chữ số: thêm số 0 ở đầu`,
    level: (n: string): string => `${n} dòng không ghi cấp đơn vị: hiểu là cấp tỉnh`,
    basis: (n: string): string => `${n} dòng không ghi căn cứ thời gian: hiểu theo các ngày đã ghi`,
    unit: (n: string): string => `${n} dòng không ghi đơn vị tính: lấy đơn vị của chỉ tiêu`,
    qualifier: (n: string): string => `${n} dòng không ghi mức chính xác: hiểu là số chính xác`,
    date: (n: string): string => `${n} dòng ghi ngày dạng 31/12/2024: đọc là ngày/tháng/năm`,
    name: (n: string): string => `${n} dòng ghi tên thay cho mã: đọc theo bảng mã`,
    tcvn3: (n: string): string => `${n} dòng viết bằng phông TCVN3 (ABC): đã đổi chữ sang Unicode, chữ số giữ nguyên`,
  } satisfies Readonly<Record<Understood, (n: string) => string>>,
  nameRead: (said: string, code: string, column: string, n: string): string =>
    `đọc tên “${said}” là mã ${code} (cột ${column}, ${n} dòng)`,
  codesHint: 'Ô có thể ghi mã, hoặc ghi tên đúng như trong bảng mã.',
  showing: (files: string): string => `Đang xem tệp mở trên máy này: ${files}.`,
  linkNote: 'Đường dẫn không mang theo tệp: người nhận phải mở đúng tệp này trên máy của mình.',
  askTitle: 'Đường dẫn này xem một tệp trên máy của người gửi',
  askText: (size: string): string =>
    `Tệp không nằm trong đường dẫn. Hãy mở đúng tệp đó trên máy này${size === '' ? '' : ` (cỡ ${size} byte)`}; các lựa chọn của đường dẫn được giữ nguyên.`,
  askOther: 'Hoặc xem các bộ số liệu của trang',
}

export type OpenWords = typeof openVi
