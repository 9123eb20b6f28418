/** Words of the screen of one place and of the directory of named models. */
export const placeVi = {
  choose: 'Chọn một địa phương',
  chooseText: 'Chọn một địa phương để xem mọi chỉ tiêu, so với cụm thi đua và chỉ tiêu được giao.',
  place: 'Địa phương đang xem',
  none: 'chưa chọn',
  makeHome: 'Đặt làm địa phương tôi',
  forgetHome: 'Bỏ chọn',
  mine: (name: string): string => `Địa phương tôi: ${name}`,
  /** Of the reader's own place, where a view says nothing of it. */
  mineSilent: 'Nguồn không nêu số liệu nào của địa phương này cho chỉ tiêu và kỳ đang xem.',
  mineApart: (names: readonly string[]): string =>
    `Ở đây số liệu đứng tên từng đơn vị đã báo cáo: ${names.join(', ')}. Chọn một nơi ở “Địa phương”, hoặc đổi “Tính theo” ở Tùy chọn.`,
  /** Behind the first kinds of an indicator. */
  mineMore: (n: number): string => `và ${digits(n)} số khác`,
  mineAll: 'Xem đủ chỉ tiêu',
  finding: (name: string, n: number, of: number, time: string): string =>
    n === 0 ? `${name} chưa có số nào trong ${of} chỉ tiêu, ${time}.` : `${name} có số của ${n}/${of} chỉ tiêu, ${time}.`,
  /** Of those indicators, how many have numbers of some days only. */
  someDays: (n: number): string => `Trong đó ${n} chỉ tiêu có số nhưng chưa đủ ngày trong kỳ.`,
  latest: 'số liệu gần nhất',
  against: (kind: 'prev' | 'yoy', least: number): string =>
    `So với ${kind === 'prev' ? 'kỳ trước' : 'cùng kỳ năm trước'}, trong các chỉ tiêu của bốn lĩnh vực chính có số kỳ trước từ ${least} trở lên: `,
  mostUp: 'tăng mạnh nhất là ',
  mostDown: 'giảm mạnh nhất là ',
  owesNothing: 'Không còn báo cáo quá hạn trong kỳ này.',
  owes: (stretches: readonly string[], more: number): string =>
    `Chưa gửi báo cáo: ${stretches.join('; ')}${more > 0 ? `; và ${more} kỳ khác` : ''}.`,
  /** One stretch of days that is owed: of so many indicators, and by which old units where it is theirs. */
  owed: (time: string, due: string, indicators: number, old: readonly string[]): string =>
    [time, `hạn ${due}`, indicators > 1 ? `${indicators} chỉ tiêu` : '', old.join(', ')].filter(Boolean).join(', '),
  owedHere: (text: string): string => `chưa gửi báo cáo: ${text}`,
  moreOwed: (n: number): string => `; và ${n} kỳ khác`,
  madeOf: (names: readonly string[]): string => `Địa phương gồm (theo danh sách 63 trước 01/7/2025): ${names.join(', ')}.`,
  becamePartOf: (name: string): string => `Từ 01/7/2025 thuộc ${name}.`,
  peerGroup: (label: string, n: number): string => `Nhóm so sánh: ${label}, ${n} địa phương.`,
  peers: 'Trong nhóm so sánh',
  peerPlace: (place: number, of: number): string => `thứ ${place}/${of}`,
  peerTied: (of: number): string => `${of} địa phương bằng nhau`,
  peerMean: 'bình quân các địa phương khác',
  /** In the head of the column, of the second line of its cells. */
  peerMeanBelow: '(dòng dưới: bình quân các địa phương khác)',
  notApplicable: 'không có đối tượng để đếm trong kỳ; bấm để xem lý do ở nguồn',
  rearranged: 'từ 01/7/2025 sắp xếp lại đơn vị cấp xã',
  withoutRearranged: (labels: readonly string[]): string =>
    `Không xếp vào mức tăng, giảm mạnh nhất: ${labels.join('; ')}, vì từ 01/7/2025 sắp xếp lại đơn vị cấp xã.`,
  peerMissing: (n: number): string => `${n} địa phương không có số so được`,
  target: 'Chỉ tiêu được giao',
  from: 'từ',
  otherTime: 'có số, thời gian khác:',
  lowerUnits: 'Đơn vị trong tỉnh',
  lowerUnitsNote: 'Số của từng đơn vị, từng phần của địa phương, đứng riêng dưới tên đơn vị; không cộng vào số của cả tỉnh.',
  moreUnits: (n: number): string => `Còn ${digits(n)} đơn vị khác: xem Số liệu chi tiết.`,
  figures: (n: number): string => `${digits(n)} số`,
  /** Of the words for what a figure covers, those for the unit: behind a number `chỉ huyện Lý Nhân`, as a heading `huyện Lý Nhân`. */
  unitName: (scope: string): string => scope.replace(/(^|: )chỉ (?!(huy|đạo) )/, '$1'),
  rowsOfUnit: 'Xem các dòng của đơn vị này ở Số liệu chi tiết',
  unitRows: 'Xem mọi dòng của đơn vị cấp dưới ở Số liệu chi tiết',
  silentDomains: (labels: readonly string[]): string => `Lĩnh vực mà nguồn không nêu chỉ tiêu nào: ${labels.join('; ')}.`,
  silent: (labels: readonly string[]): string => `Không nêu: ${labels.join('; ')}.`,
  noSource: (name: string): string => `Bộ số liệu này không có nguồn nào về ${name}.`,
  directory: 'Danh mục mô hình',
  directoryOf: (place: string): string => `Danh mục mô hình: ${place}`,
  directoryNote: 'Các mô hình, hoạt động được nguồn nêu tên. Được nêu tên không có nghĩa là được tính vào số lượng mô hình.',
  search: 'Tìm mô hình, không cần dấu',
  searchHint: 'tên, lĩnh vực, địa phương, đơn vị, phong trào',
  field: 'Lĩnh vực',
  allFields: 'Mọi lĩnh vực',
  where: 'Tìm ở',
  everywhere: 'Cả nước',
  searchPlace: 'Tìm địa phương, không cần dấu',
  /** Of `found` models those from `from` to `to` are shown. */
  count: (from: number, to: number, found: number): string => {
    if (to - from + 1 === found) return `${digits(found)} mô hình`
    return from === 1
      ? `${digits(to)} mô hình đầu trong ${digits(found)}`
      : `Mô hình ${digits(from)}–${digits(to)} trong ${digits(found)}`
  },
  ofAll: (all: number): string => `cả bộ số liệu có ${digits(all)}`,
  before: 'Trang trước',
  after: 'Trang sau',
  noModels: 'Bộ số liệu này không nêu tên mô hình nào.',
  noneFound: 'Không có mô hình nào khớp. Bỏ bớt điều kiện tìm, hoặc tìm trong cả nước.',
  noneHere: (name: string): string => `Không nguồn nào của bộ số liệu nêu tên mô hình của ${name}.`,
  name: 'Mô hình',
  programme: 'hoạt động, không phải mô hình',
  fieldAndMovement: 'Lĩnh vực, phong trào',
  at: 'Địa phương, nơi thực hiện',
  holder: 'Đơn vị thực hiện',
  started: 'Bắt đầu',
  results: 'Kết quả',
  /** `Cải cách hành chính (xếp theo tên gọi)`. */
  notStated: (label: string, basis: string): string => `${label} (${basis.charAt(0).toLocaleLowerCase('vi')}${basis.slice(1)})`,
  noResults: 'chỉ nêu tên, không nêu kết quả',
  showResults: (n: number): string => `${n} số liệu về kết quả`,
  allResults: 'Mọi mô hình',
  onlyResults: 'Có nêu kết quả',
  order: 'Xếp theo',
  orders: { results: 'Nhiều kết quả', newest: 'Mới bắt đầu', name: 'Tên mô hình' },
  /** Of a movement that the name of the field has in it: how it is known. */
  movementBasis: (basis: string): string => `phong trào: ${basis.charAt(0).toLocaleLowerCase('vi')}${basis.slice(1)}`,
  resultsMissing: 'Không tìm thấy dòng số liệu nào của mô hình này.',
  /** `2022-03` or `2022`. */
  startedIn: (year: string, month: number | null): string => (month === null ? `năm ${year}` : `tháng ${month}/${year}`),
}

export type PlaceWords = typeof placeVi

function digits(n: number): string {
  return n.toLocaleString('vi-VN')
}
