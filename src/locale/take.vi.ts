/** Words of what leaves the page: pictures, tables, print. */
export const takeVi = {
  download: 'Tải về',
  menu: (title: string): string => `Tải về: ${title}`,
  png: 'Ảnh PNG',
  svg: 'Ảnh SVG',
  csv: 'Bảng số, tệp CSV',
  copyTable: 'Chép bảng',
  tableCopied: 'Đã chép bảng, dán được vào Word hoặc Excel.',
  tableSelected: 'Trình duyệt không cho chép tự động. Bảng đã được bôi chọn: hãy bấm Ctrl+C.',
  making: 'Đang tạo ảnh…',
  saved: (name: string): string => `Đã tạo tệp ${name}.`,
  failed: 'Không tạo được ảnh trên trình duyệt này. Hãy tải ảnh SVG hoặc in trang.',
  chatPicture: 'Tải ảnh cho chat',
  slidePicture: 'Ảnh cho trang chiếu',
  chatFile: 'anh-chat',
  slideFile: 'trang-chieu',
  print: 'In trang này',
  dialogTitle: 'Ảnh đã tạo',
  byHand: 'Nếu nút tải không chạy: nhấn giữ ảnh (hoặc bấm chuột phải) rồi chọn lưu ảnh.',
  savePicture: 'Tải ảnh',
  pictureAlt: (title: string): string => `Ảnh: ${title}`,
  filters: (parts: readonly string[]): string => `Đang xem: ${parts.join(' · ')}`,
  countedBy: (list: string): string => `Tính theo: ${list}`,
  sources: (text: string): string => `Nguồn: ${text}.`,
  moreSources: (n: number): string => `; và ${n} nguồn khác`,
  day: (day: string): string => `Số liệu đến ngày ${day}.`,
  madeOn: (day: string): string => `Xuất ngày ${day}.`,
  link: (link: string): string => `Đường dẫn: ${link}`,
  plainNumber: 'Số (để tính)',
  stateCode: 'Mã tình trạng',
  simulatedColumn: 'Mô phỏng',
  simulatedCell: 'mô phỏng',
  simulatedFile: 'mo-phong',
  top: (n: number): string => `${n} địa phương cao nhất`,
  mine: 'Địa phương tôi',
  bottom: (n: number): string => `${n} địa phương thấp nhất`,
  ranked: (place: number, of: number): string => `thứ ${place}/${of}`,
  rankedWithTies: (place: number, of: number): string => `thứ ${place}/${of}, có địa phương bằng số`,
  /** Beside the highest of a picture: who already has more than the last of them, in fewer days. */
  notCounting: (who: string): string => `Chưa kể ${who}.`,
  aheadInFewerDays: (n: number): string => `, chưa kể ${n} địa phương chưa đủ ngày đã có nhiều hơn`,
  aheadInMoreDays: (n: number): string => `, chưa kể ${n} địa phương có số lớn hơn nhưng của nhiều ngày hơn`,
  notCompared: 'Các số khác tiêu chí hoặc thời gian: không cộng, không xếp hạng.',
  morePlaces: (n: number): string => `và ${n} địa phương khác có số`,
  moreKinds: (n: number): string => `và ${n} loại khác`,
  moreNotes: 'Còn lưu ý khác: xem trang.',
  outliers: 'Điểm đáng chú ý',
  /** After a place and its number. */
  farFrom: (n: number, median: string): string => `, khác hẳn ${n} địa phương còn lại (trung vị ${median}).`,
  /** What unfolds the rule; the number of places stays in sight. */
  outlierRuleTitle: (n: number): string => `Quy tắc (xét ${n} địa phương)`,
  outlierRule: (n: number): string =>
    `Quy tắc: cách trung vị hơn 3 lần độ lệch tuyệt đối trung vị, tính trên số của ${n} địa phương.`,
  outlierRuleOfChanges: (n: number, points: number, base: number): string =>
    `Quy tắc: cách trung vị hơn 3 lần độ lệch tuyệt đối trung vị và ít nhất ${points} điểm phần trăm, tính trên mức tăng, giảm của ${n} địa phương; nơi có số kỳ trước dưới ${base} thì không xét, vì số nhỏ dễ tăng, giảm mạnh.`,
  /** Of several things in one view. */
  outlierOf: (thing: string): string =>
    `Chỉ xét “${thing}”, là số liệu có nhiều địa phương so được nhất ở đây (bằng nhau thì lấy chỉ tiêu đứng trước trong danh mục).`,
  outlierNotWrong: 'Khác hẳn không có nghĩa là sai.',
  outlierMore: (n: number): string => `Còn ${n} địa phương khác.`,
}

export type TakeWords = typeof takeVi
