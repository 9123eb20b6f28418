import type { ChangeRefusal } from '../model/rules/change.ts'
import type { Comparison, Normalisation } from '../model/view.ts'

type Kind = Exclude<Comparison, 'none'>

/** Words of dividing and comparing. */
export const compareVi = {
  normalisation: 'Cách tính số',
  normalisations: {
    abs: 'Số tuyệt đối',
    year: 'Bình quân một năm',
    per100k: 'Trên 100.000 dân',
    commune: 'Bình quân một đơn vị cấp xã',
    index: 'Chỉ số, kỳ gốc = 100',
  } satisfies Record<Normalisation, string>,
  edges: 'Ranh giới kỳ',
  shareOut: 'Chia theo ngày số vắt qua ranh giới kỳ (ước tính)',
  comparison: 'So sánh',
  comparisons: {
    none: 'Không so',
    prev: 'So với kỳ trước',
    yoy: 'So với cùng kỳ năm trước',
    peers: 'So với bình quân cụm thi đua',
    target: 'So với chỉ tiêu được giao',
  } satisfies Record<Comparison, string>,
  dots: 'Biểu đồ điểm',
  keyNow: 'kỳ đang xem',
  keyBase: {
    prev: 'kỳ trước',
    yoy: 'cùng kỳ năm trước',
    peers: 'bình quân các địa phương khác trong cụm',
    target: 'chỉ tiêu được giao',
  } satisfies Record<Kind, string>,
  base: { prev: 'Kỳ trước', yoy: 'Cùng kỳ năm trước', peers: 'Bình quân cụm', target: 'Chỉ tiêu được giao' } satisfies Record<
    Kind,
    string
  >,
  sortByNumber: 'số lớn nhất trước',
  sortByChange: {
    prev: 'tăng nhiều nhất trước',
    yoy: 'tăng nhiều nhất trước',
    peers: 'vượt bình quân cụm nhiều nhất trước',
    target: 'đạt chỉ tiêu được giao cao nhất trước',
  } satisfies Record<Kind, string>,
  sortByName: 'theo tên',
  copyConclusion: 'Chép câu kết luận',
  conclusionSources: (titles: readonly string[], n: number): string =>
    `Nguồn: ${titles.join('; ')}${n > titles.length ? `; và ${n - titles.length} nguồn khác` : ''}.`,
  conclusionDay: (day: string): string => `Số liệu đến ngày ${day}.`,
  owedTitle: 'Báo cáo chưa gửi',
  owedHeading: (day: string): string => `Báo cáo chưa gửi, đã quá hạn${day && ` (tính đến ngày ${day})`}`,
  owedNone: 'Không địa phương nào còn báo cáo quá hạn trong kỳ này.',
  owedStretch: (time: string, due: string): string => `${time}, hạn ${due}:`,
  cards: 'Bốn mặt công tác',
  /** Of how many places a total is, where it is not of all. */
  ofPlaces: (n: number, of: number): string => `(cộng ${n}/${of} địa phương)`,
  eachOfPlaces: (n: number, of: number): string => `Mỗi số cộng ${n}/${of} địa phương`,
  openDomain: (domain: string): string => `Xem ${domain.charAt(0).toLocaleLowerCase('vi')}${domain.slice(1)} theo địa phương`,
  changeNote: { prev: 'tăng, giảm so với kỳ trước', yoy: 'tăng, giảm so với cùng kỳ năm trước' },
  change: 'Tăng, giảm',
  percent: 'Tăng, giảm (%)',
  share: 'Đạt (%)',
  ofTarget: (share: string): string => `đạt ${share}`,
  noTarget: 'không có chỉ tiêu được giao cho đúng kỳ này',
  noTargetAtAll: 'Không chỉ tiêu được giao nào trùng chỉ tiêu và kỳ đang xem.',
  noPeers: 'không so được trong cụm',
  place: (place: number, of: number): string => `thứ ${place}/${of} trong cụm`,
  /** Of so many that have one number. */
  placeTied: (of: number): string => `${of} địa phương trong cụm bằng nhau`,
  zeroBase: (kind: Kind): string => (kind === 'peers' ? 'bình quân cụm bằng 0' : 'kỳ trước bằng 0'),
  refused: {
    no_base: 'kỳ trước không có số',
    no_number: 'không có số để so',
    one_sided: 'hai số đều chặn một phía, không so được',
    partial: 'chưa đủ ngày hoặc đơn vị, không so',
    in_doubt: 'cần kiểm chứng, không so',
    unlike: 'khác tiêu chí, không so',
  } satisfies Record<Exclude<ChangeRefusal, 'zero_base' | 'other_date'>, string>,
  /** The times of two figures of days that do not answer to each other. */
  otherDate: (now: string, base: string): string => `khác thời điểm (${now}; số đem so ${base}), không so`,
  refusedAll: {
    no_window:
      'Chưa so được: hãy chọn một kỳ có ngày đầu và ngày cuối (số gần nhất của mỗi địa phương là của những kỳ khác nhau).',
    overlaps:
      'Chưa so được với cùng kỳ năm trước: kỳ đang xem dài hơn một năm nên trùng một phần với cùng kỳ. Hãy chọn “So với kỳ trước”, hoặc chọn kỳ không quá một năm.',
    no_targets: 'Chưa so được: bộ số liệu này không có chỉ tiêu được giao.',
    no_peers: 'Chưa so được: không địa phương nào có số so được với địa phương khác trong cụm.',
    divided: 'Chưa so được: chỉ tiêu được giao là số tuyệt đối. Hãy chọn “Số tuyệt đối” ở Tùy chọn.',
    no_groups: 'Chưa so được: bộ số liệu này không có cụm thi đua hay vùng.',
  },
  ofTime: (time: string): string => `Với số ${time}: `,
  /** Of those with numbers of both times; with `isSome` others have such of days that do not answer to each other. */
  likeForLike: (n: number, isSome = false): string =>
    `Tính trên ${n} địa phương có số liệu ${isSome ? 'tương ứng ở ' : ''}cả hai kỳ: `,
  went: (way: 'up' | 'down' | 'same'): string => ({ up: 'tăng ', down: 'giảm ', same: 'không đổi' })[way],
  from: ', từ ',
  /** Before a number that has not changed. */
  still: ', vẫn là ',
  to: ' lên ',
  toLower: ' xuống ',
  against: (kind: 'prev' | 'yoy'): string => ({ prev: ' so với kỳ trước', yoy: ' so với cùng kỳ năm trước' })[kind],
  againstOnly: (kind: 'prev' | 'yoy'): string => ({ prev: 'So với kỳ trước, ', yoy: 'So với cùng kỳ năm trước, ' })[kind],
  /** Before the share of a target. */
  reaches: 'đạt ',
  mostUp: 'Tăng nhiều nhất: ',
  mostDown: 'Giảm nhiều nhất: ',
  notBoth: (names: readonly string[]): string => `Không tính vì thiếu số một trong hai kỳ: ${names.join(', ')}.`,
  bounded: (names: readonly string[]): string => `Không tính vì chỉ nêu mức “trên” hoặc “không quá”: ${names.join(', ')}.`,
  otherDates: (names: readonly string[]): string =>
    `Không tính vì số hai kỳ tính đến những ngày không tương ứng: ${names.join(', ')}.`,
  otherDateOnly: (kind: 'prev' | 'yoy', name: string, now: string, base: string): string =>
    `Chưa so được với ${{ prev: 'kỳ trước', yoy: 'cùng kỳ năm trước' }[kind]}: số của ${name} ${now}, số đem so ${base}.`,
  otherDatesAll: (kind: 'prev' | 'yoy', names: readonly string[]): string =>
    `Chưa so được với ${{ prev: 'kỳ trước', yoy: 'cùng kỳ năm trước' }[kind]}: số hai kỳ tính đến những ngày không tương ứng ở ${names.join(', ')}.`,
  partly: (name: string, old: readonly string[]): string => `${name} chỉ tính phần của ${old.join(', ')}.`,
  allUnits: (n: number): string => `Nếu tính mọi địa phương có số kỳ này (${n}): `,
  reached: (n: number, of: number): string => `${n}/${of} địa phương đạt chỉ tiêu được giao`,
  highestShare: '; cao nhất là ',
  lowestShare: '; thấp nhất là ',
  allUnverified: 'Mẫu số chưa kiểm chứng.',
  notDivided: (n: number, reason: string): string => `${n} số không chia: ${reason}.`,
  /** What numbers were divided by: `dân số trung bình năm 2024`. */
  dividedBy: { population: 'dân số', commune_units: 'số đơn vị cấp xã' },
  bases: (basis: string): string => BASES[basis] ?? basis,
  denominator: (what: string, year: string, basis: string): string => `Chia theo ${what} năm ${year} (${basis}).`,
}

const BASES: Readonly<Record<string, string>> = {
  gso_average: 'dân số trung bình, Cục Thống kê',
  gso_average_extended: 'dân số trung bình, Cục Thống kê, nối dài bằng mô phỏng',
  resolution_202: 'Nghị quyết 202/2025/QH15',
  decision_759: 'Quyết định 759/QĐ-TTg',
  list_11_unmerged: 'danh sách 11 đơn vị không sáp nhập',
  counted_2025: 'đếm theo danh sách đơn vị hành chính năm 2025',
}

export type CompareWords = typeof compareVi
