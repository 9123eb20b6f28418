import type { FailureCode, FailureDetail } from '../model/failure.ts'

/** What happened, and what to do next; what was kept is said by the place that shows it. */
export interface FailureSentence {
  readonly what: string
  readonly next: string
}

type Sentence = (detail: FailureDetail) => FailureSentence

const file = (detail: FailureDetail) => (detail.file ? `Tệp ${detail.file}` : 'Tệp')
const place = ({ file, line, column }: FailureDetail) =>
  [file ? `tệp ${file}` : '', line ? `dòng ${line}` : '', column ? `cột ${column}` : ''].filter(Boolean).join(', ')
const retry = 'Hãy thử lại; nếu vẫn lỗi, báo người quản trị trang.'
const again = 'Hãy lưu lại tệp từ phần mềm gốc rồi mở lại.'

const failureVi: Readonly<Record<FailureCode, Sentence>> = {
  'engine-file-missing': (d) => ({
    what: `Máy chủ không có tệp của bộ tính${d.status ? ` (mã ${d.status})` : ''}.`,
    next: 'Người quản trị cần chép đủ thư mục của trang lên máy chủ, rồi thử lại.',
  }),
  'engine-file-not-wasm': () => ({
    what: 'Tệp của bộ tính bị hỏng, bị cắt hoặc máy chủ trả về một trang khác.',
    next: 'Người quản trị cần chép lại thư mục của trang, rồi thử lại.',
  }),
  'engine-worker-missing': () => ({
    what: 'Không chạy được phần xử lý nền của bộ tính.',
    next: 'Người quản trị cần kiểm tra tệp và chính sách bảo mật của máy chủ, rồi thử lại.',
  }),
  'engine-start-timeout': () => ({ what: 'Bộ tính không khởi động kịp.', next: retry }),
  'engine-browser-unfit': () => ({
    what: 'Trình duyệt này quá cũ hoặc đã tắt WebAssembly nên không chạy được bộ tính.',
    next: 'Hãy dùng Chrome, Edge hoặc Cốc Cốc bản mới.',
  }),
  'engine-stopped': () => ({
    what: 'Bộ tính đã dừng giữa chừng.',
    next: 'Bấm “Thử lại” để khởi động lại; lựa chọn đang xem được giữ nguyên.',
  }),
  'engine-out-of-memory': () => ({
    what: 'Không đủ bộ nhớ cho bộ số liệu hoặc phép tính này.',
    next: 'Hãy đóng bớt thẻ khác của trình duyệt, chọn ít chỉ tiêu hoặc kỳ ngắn hơn; tệp lớn thì chia nhỏ rồi mở lại.',
  }),
  'engine-extension-missing': () => ({
    what: 'Phép tính này cần một phần mở rộng không có trong trang.',
    next: 'Số liệu đang xem không bị ảnh hưởng.',
  }),
  'engine-access-refused': () => ({
    what: 'Bộ tính từ chối truy cập ra ngoài, đúng theo thiết kế.',
    next: 'Số liệu đang xem không bị ảnh hưởng.',
  }),
  'query-failed': () => ({ what: 'Phép tính không thực hiện được.', next: retry }),
  'query-cancelled': () => ({ what: 'Đã hủy phép tính.', next: 'Bấm “Thử lại” để tính lại.' }),
  'http-status': (d) => ({
    what: `Máy chủ không trả về ${d.file ? `tệp ${d.file}` : 'tệp'}${d.status ? ` (mã ${d.status})` : ''}.`,
    next: d.status === 401 || d.status === 403 ? 'Hãy đăng nhập lại hoặc xin quyền, rồi thử lại.' : retry,
  }),
  'http-unreachable': (d) => ({
    what: `Không kết nối được tới máy chủ để lấy ${d.file ? `tệp ${d.file}` : 'tệp'}.`,
    next: 'Hãy kiểm tra mạng nội bộ rồi thử lại.',
  }),
  'body-incomplete': (d) => ({
    what: `${file(d)} tải về không đủ${d.expected !== undefined ? `: ${d.found ?? 0}/${d.expected} byte` : ''}.`,
    next: 'Hãy thử lại.',
  }),
  'file-empty': (d) => ({ what: `${file(d)} rỗng, không có dữ liệu.`, next: again }),
  'file-html': (d) => ({
    what: `${file(d)} là một trang web, không phải số liệu (có thể là trang đăng nhập).`,
    next: 'Nếu trang tự tải tệp này, hãy đăng nhập vào mạng nội bộ rồi thử lại; nếu là tệp của mình, hãy chọn tệp CSV.',
  }),
  'file-json': (d) => ({ what: `${file(d)} là JSON, không phải bảng CSV (có thể là thông báo lỗi của máy chủ).`, next: retry }),
  'file-binary': (d) => ({
    what: `${file(d)} không phải văn bản CSV.`,
    next: 'Trong Excel, chọn Lưu thành “CSV UTF-8” rồi mở lại.',
  }),
  'file-encoding-unknown': (d) => ({
    what: `Không nhận ra bảng mã chữ của ${d.file ? `tệp ${d.file}` : 'tệp'}; có thể là phông cũ như VNI.`,
    next: 'Hãy đổi chữ sang Unicode; trong Excel, chọn Lưu thành “CSV UTF-8” rồi mở lại.',
  }),
  'csv-one-column': (d) => ({
    what: `${file(d)} chỉ tách được một cột; không rõ dấu phân cách.`,
    next: 'Hãy lưu lại với dấu phẩy, chấm phẩy hoặc tab.',
  }),
  'csv-no-rows': (d) => ({
    what: `${file(d)} chỉ có dòng tiêu đề, chưa có dòng số liệu nào.`,
    next: 'Hãy điền số liệu vào tệp rồi mở lại.',
  }),
  'csv-unclosed-quote': (d) => ({
    what: `${file(d)} có dấu nháy kép mở mà không đóng${d.line ? `, bắt đầu ở dòng ${d.line}` : ''}.`,
    next: 'Hãy sửa dòng đó rồi mở lại.',
  }),
  'csv-columns-missing': (d) => ({
    what: `${file(d)} thiếu cột: ${(d.names ?? []).join(', ')}.${(d.near ?? []).map(({ name, meant }) => ` Cột “${name}”: có phải “${meant}”?`).join('')}`,
    next: 'Hãy thêm các cột này theo mẫu rồi mở lại.',
  }),
  'csv-title-rows': (d) => ({
    what: `${file(d)}: dòng tiêu đề phải là dòng 1; có vẻ bảng bắt đầu ở dòng ${d.line ?? '?'}.`,
    next: 'Hãy xóa các dòng ở trên bảng (tên bảng, tên đơn vị) rồi mở lại.',
  }),
  'columns-faulty': (d) => ({
    what: `${file(d)}: dòng tiêu đề (dòng ${d.line ?? 1}) có cột không tên hoặc trùng tên: ${(d.names ?? []).join(', ')}.`,
    next: 'Hãy để tiêu đề ở dòng đầu, mỗi cột một tên, rồi mở lại.',
  }),
  'columns-twice': (d) => ({
    what: `${file(d)} có hai cột cùng nghĩa; cột thừa: ${(d.names ?? []).join(', ')}.`,
    next: 'Hãy bỏ bớt một cột rồi mở lại.',
  }),
  'parquet-damaged': (d) => ({
    what: `${file(d)} không phải tệp Parquet nguyên vẹn: bị cắt, bị hỏng hoặc ghi theo cách mà trang không đọc được.`,
    next: 'Hãy chép lại hoặc xuất lại tệp từ phần mềm gốc, hoặc mở bản CSV của tệp.',
  }),
  'parquet-encrypted': (d) => ({
    what: `${file(d)} đã được mã hóa nên trang không đọc được.`,
    next: 'Hãy xuất lại tệp không mã hóa rồi mở lại.',
  }),
  'parquet-nested': (d) => ({
    what: `${file(d)} có cột chứa nhiều giá trị trong một ô: ${(d.names ?? []).join(', ')}.`,
    next: 'Hãy tách mỗi giá trị thành một cột hoặc một dòng riêng rồi mở lại.',
  }),
  'parquet-too-big': (d) => ({
    what: `${file(d)} quá lớn, hoặc cần quá nhiều thời gian để đọc trong trình duyệt.`,
    next: 'Hãy chia tệp theo kỳ hoặc theo tỉnh rồi mở lại.',
  }),
  'parquet-reader-missing': (d) => ({
    what: `Không chạy được phần đọc tệp Parquet của trang${d.status ? ` (mã ${d.status})` : ''}.`,
    next: 'Hãy mở bản CSV của tệp; người quản trị cần chép đủ thư mục của trang lên máy chủ.',
  }),
  'rows-differ': (d) => ({
    what: `${file(d)} có ${d.expected ?? '?'} dòng nhưng bộ tính đọc được ${d.found ?? '?'}. Bộ số liệu không được nhận để tránh thiếu số.`,
    next: again,
  }),
  'hash-differs': (d) => ({
    what: `${file(d)} khác với bản đã công bố (mã kiểm tra không khớp).`,
    next: 'Hãy tải lại; nếu vẫn lỗi, người quản trị cần chép lại tệp.',
  }),
  'file-too-big': (d) => ({
    what: `${file(d)} quá lớn để mở trong trình duyệt (tối đa ${Math.round((d.expected ?? 0) / 2 ** 20)} MB).`,
    next: 'Hãy chia tệp theo kỳ hoặc theo tỉnh rồi mở lại.',
  }),
  'local-file-needed': () => ({
    what: 'Số liệu đang xem nằm trong một tệp mà trang này chưa được mở.',
    next: 'Hãy bấm “Mở tệp” và chọn đúng tệp đó.',
  }),
  'local-file-unreadable': (d) => ({
    what: `Không đọc được ${d.file ? `tệp ${d.file}` : 'tệp'}: tệp đã bị sửa, bị chuyển, bị xóa, đang bị khóa, hoặc là một thư mục.`,
    next: 'Hãy chọn lại tệp.',
  }),
  'local-file-changed': (d) => ({
    what: `Nội dung của ${(d.names ?? []).join(', ')} đã khác với lúc mở.`,
    next: 'Hãy mở lại tệp để xem số liệu mới.',
  }),
  'local-file-twice': (d) => ({
    what: `${file(d)} có nội dung giống hệt tệp ${(d.names ?? []).join(', ')} nên không cộng vào lần nữa.`,
    next: 'Số liệu đã có đủ; không cần làm gì thêm.',
  }),
  'package-invalid': (d) => ({
    what: `Bộ số liệu có lỗi ở ${place(d) || 'tệp mô tả'}.`,
    next: 'Người phụ trách bộ số liệu cần sửa chỗ này.',
  }),
  'dataset-changed': () => ({
    what: 'Bộ số liệu vừa được thay bằng bản khác trong khi trang đang mở.',
    next: 'Hãy tải lại trang để xem số liệu mới; các lựa chọn nằm trong đường dẫn được giữ nguyên.',
  }),
  'dataset-unknown': (d) => ({
    what: `Không có bộ số liệu “${(d.names ?? []).join(', ')}” trên trang này.`,
    next: 'Hãy chọn một bộ số liệu trong danh sách.',
  }),
}

export interface FailureWords {
  readonly sentence: Readonly<Record<FailureCode, Sentence>>
  readonly kept: string
  readonly details: string
}

export const failureWordsVi: FailureWords = {
  sentence: failureVi,
  kept: 'Những gì đang xem được giữ nguyên.',
  details: 'Chi tiết kỹ thuật',
}
