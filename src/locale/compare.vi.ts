import type { ChangeRefusal } from '../model/rules/change.ts'
import type { Comparison, Normalisation } from '../model/view.ts'

type Kind = Exclude<Comparison, 'none'>

/** Why a change is not told; of what is partial, whether days or units are missing. */
export type UncomparedReason =
  | Exclude<ChangeRefusal, 'partial_now' | 'partial_base' | 'other_date' | 'zero_base'>
  | 'days_now'
  | 'units_now'
  | 'days_base'
  | 'units_base'

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
  /** Of how many places a change is, where its number is of others; of `partly` more it is of some of their old units. */
  changeOfPlaces: (n: number, of: number, partly: number): string =>
    partly > 0 ? `(${n}/${of} địa phương và một phần của ${partly})` : `(${n}/${of} địa phương)`,
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
  zeroBase: (kind: Kind): string => `${BASE[kind]} bằng 0`,
  noBase: (kind: Kind): string => `không có ${BASE[kind]}`,
  refused: {
    no_number: 'không có số để so',
    one_sided: 'hai số đều chặn một phía, không so được',
    partial_now: 'chưa đủ ngày hoặc đơn vị, không so',
    in_doubt: 'cần kiểm chứng, không so',
    unlike: 'khác tiêu chí, không so',
  } satisfies Record<Exclude<ChangeRefusal, 'no_base' | 'zero_base' | 'other_date' | 'partial_base'>, string>,
  /** Beside a complete number whose earlier one lacks days or units. */
  partialBase: (kind: Kind): string => `${BASE[kind]} chưa đủ ngày hoặc đơn vị, không so`,
  /** The times of two figures of days that do not answer to each other. */
  otherDate: (now: string, base: string): string => `khác thời điểm (${now}; số đem so ${base}), không so`,
  refusedAll: {
    no_window:
      'Chưa so được: kỳ đang xem chưa có đủ ngày đầu và ngày cuối (số gần nhất của mỗi địa phương là của những kỳ khác nhau).',
    overlaps: 'Chưa so được với cùng kỳ năm trước: kỳ đang xem dài hơn một năm nên trùng một phần với cùng kỳ.',
    no_targets: 'Chưa so được: bộ số liệu này không có chỉ tiêu được giao.',
    no_peers: 'Chưa so được: không địa phương nào có số so được với địa phương khác trong cụm.',
    divided: 'Chưa so được: chỉ tiêu được giao là số tuyệt đối.',
    no_groups: 'Chưa so được: bộ số liệu này không có cụm thi đua hay vùng.',
  },
  /** What to choose on the screen so that there is a comparison; it goes with nothing that is taken along. */
  advice: {
    no_window: 'Để so được, hãy chọn một kỳ có ngày đầu và ngày cuối.',
    overlaps: 'Để so được, hãy chọn “So với kỳ trước”, hoặc chọn kỳ không quá một năm.',
    no_targets: 'Hãy chọn cách so sánh khác ở Tùy chọn.',
    no_peers: 'Hãy chọn cách so sánh khác ở Tùy chọn.',
    divided: 'Để so được, hãy chọn “Số tuyệt đối” ở Tùy chọn.',
    no_groups: 'Hãy chọn cách so sánh khác ở Tùy chọn.',
  },
  /** Before what is of another time than the sentence above it. */
  ofTime: (time: string): string => `Với số ${time}, `,
  /**
   * Of those with numbers of both times, of `partly` others with such of some of their old units; yet others may have numbers of fewer
   * days, or of days that do not answer to each other.
   */
  likeForLike: (n: number, partly = 0, others: 'none' | 'fewer_days' | 'other_date' = 'none'): string => {
    const part = `một phần của ${partly} địa phương${n > 0 ? ' khác' : ''}`
    const whose = [n > 0 || partly === 0 ? `${n} địa phương` : '', partly > 0 ? part : ''].filter(Boolean).join(' và ')
    return `Tính trên ${whose} có số liệu ${{ none: '', fewer_days: 'đủ ngày ở ', other_date: 'tương ứng ở ' }[others]}cả hai kỳ: `
  },
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
  /** With `isOfDays` some of them have a number, of fewer days. */
  notBoth: (names: readonly string[], isOfDays: boolean): string =>
    `Không tính vì thiếu số ${isOfDays ? 'đủ ngày ở ' : ''}một trong hai kỳ: ${names.join(', ')}.`,
  bounded: (names: readonly string[]): string => `Không tính vì chỉ nêu mức “trên” hoặc “không quá”: ${names.join(', ')}.`,
  otherDates: (names: readonly string[]): string =>
    `Không tính vì số hai kỳ tính đến những ngày không tương ứng: ${names.join(', ')}.`,
  otherDateOnly: (kind: 'prev' | 'yoy', name: string, now: string, base: string): string =>
    `Chưa so được với ${EARLIER[kind]}: số của ${name} ${now}, số đem so ${base}.`,
  otherDatesAll: (kind: 'prev' | 'yoy', names: readonly string[]): string =>
    `Chưa so được với ${EARLIER[kind]}: số hai kỳ tính đến những ngày không tương ứng ở ${names.join(', ')}.`,
  /** Where nobody's change is told: why, of how many places where there are several reasons. */
  uncompared: (kind: 'prev' | 'yoy', why: readonly { readonly reason: string; readonly n: number }[]): string => {
    const said = why.map(({ reason, n }) => (why.length > 1 ? `${reason} (${n} địa phương)` : reason))
    return `Chưa so được với ${EARLIER[kind]}: ${said.join('; ')}.`
  },
  uncomparedFor: {
    no_base: (kind: 'prev' | 'yoy'): string => `${EARLIER[kind]} không có số`,
    no_number: (): string => 'không có số để so',
    one_sided: (): string => 'số hai kỳ chỉ nêu mức “trên” hoặc “không quá”',
    in_doubt: (): string => 'số liệu cần kiểm chứng',
    unlike: (): string => 'số hai kỳ khác tiêu chí',
    days_now: (): string => 'số kỳ này chưa đủ ngày',
    units_now: (): string => 'số kỳ này chưa đủ đơn vị',
    days_base: (kind: 'prev' | 'yoy'): string => `số ${EARLIER[kind]} chưa đủ ngày`,
    units_base: (kind: 'prev' | 'yoy'): string => `số ${EARLIER[kind]} chưa đủ đơn vị`,
  } satisfies Record<UncomparedReason, (kind: 'prev' | 'yoy') => string>,
  /** `preset` is a time of the picker. */
  chooseCovered: (preset: string): string => `Để so được, hãy chọn kỳ đã có đủ số liệu, chẳng hạn “${preset}”.`,
  /** Who is counted by some of its old units only, and by which; `more` are not named. */
  partly: (units: readonly { readonly name: string; readonly old: readonly string[] }[], more: number): string => {
    const named = units.map(({ name, old }) => `${name} (chỉ ${old.map((one) => `${one} cũ`).join(', ')})`)
    return `Chỉ tính một phần, theo tỉnh cũ có số cả hai kỳ: ${[...named, ...(more > 0 ? [`và ${more} địa phương khác`] : [])].join('; ')}.`
  },
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

const EARLIER = { prev: 'kỳ trước', yoy: 'cùng kỳ năm trước' }

const BASE: Readonly<Record<Kind, string>> = {
  prev: 'số kỳ trước',
  yoy: 'số cùng kỳ năm trước',
  peers: 'bình quân cụm',
  target: 'chỉ tiêu được giao',
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
