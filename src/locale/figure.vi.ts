import type { Bounds, NormalisationRefusal, NormalisedBy } from '../model/figure.ts'
import type { UnitLevel } from '../model/observation.ts'
import type { Lead, PrintedNumber } from '../model/rules/printing.ts'

/** Words around a figure. */
export const figureVi = {
  lead: (lead: Lead): string => ({ none: '', low: 'trên', high: 'không quá', about: 'khoảng' })[lead],
  /** A change that is known on one side only; `size` has no sign. What rose by at most 4% may have fallen. */
  boundedChange: (way: 'up' | 'down' | 'same', side: 'low' | 'high', size: string): string => {
    if (way === 'up') return side === 'low' ? `tăng ít nhất ${size}` : `không tăng quá ${size}`
    if (way === 'down') return side === 'high' ? `giảm ít nhất ${size}` : `không giảm quá ${size}`
    return side === 'low' ? 'không giảm' : 'không tăng'
  },
  /** The same of how far a figure is from that of its peers. */
  boundedDistance: (way: 'up' | 'down' | 'same', side: 'low' | 'high', size: string): string => {
    if (way === 'up') return side === 'low' ? `cao hơn ít nhất ${size}` : `không cao hơn quá ${size}`
    if (way === 'down') return side === 'high' ? `thấp hơn ít nhất ${size}` : `không thấp hơn quá ${size}`
    return side === 'low' ? 'không thấp hơn' : 'không cao hơn'
  },
  /** On which side the truth may lie of a number that is bounded, behind its state; nothing of an exact one. */
  boundedState: ({ value, low, high, approx }: Bounds & { readonly value: number | null }): string[] =>
    value === null
      ? []
      : [approx ? 'số gần đúng' : '', low ? 'từ số này trở lên' : '', high ? 'không quá số này' : ''].filter(Boolean),
  /** The printed word of a single figure, as the report has it. */
  printedWord: (word: string): string => word,
  scale: (scale: PrintedNumber['scale']): string => ({ ones: '', million: 'triệu', billion: 'tỷ' })[scale],
  /** Of a unit as it stands behind 1. */
  singular: (unit: string): string => unit,
  percent: (digits: string): string => `${digits}%`,
  wordsWithUnit: (words: string, unit: string): string => `${words} ${unit}`,
  notAdded: (n: number): string => `${n} số, không cộng`,
  /** Why: some of them are over what they say, others not over it. */
  bothBounds: ' (có số “trên”, có số “không quá”)',
  onlyWords: 'chỉ nêu bằng chữ',
  suppressed: 'không công bố',
  notApplicable: 'không áp dụng',
  needsVerification: 'cần kiểm chứng',
  provisional: 'sơ bộ',
  estimated: 'ước tính',
  sameKeyAdded: (n: number): string => `cộng ${n} mục cùng loại`,
  mismatch: 'tổng khác cộng các phần',
  finerDiffers: 'tổng các báo cáo kỳ ngắn không khớp báo cáo cả kỳ',
  ratioMismatch: 'tỷ lệ in khác tỷ lệ tính lại',
  days: (n: number, of: number): string => `số của ${n.toLocaleString('vi-VN')}/${of.toLocaleString('vi-VN')} ngày`,
  sumOf: (parts: readonly string[]): string => `cộng ${parts.length} phần: ${parts.join('; ')}`,
  year: (year: string): string => `năm ${year}`,
  years: (from: string, to: string): string => `từ năm ${from} đến năm ${to}`,
  month: (month: number, year: string): string => `tháng ${month}/${year}`,
  day: (day: string): string => day,
  /** Of a calendar whose year does not begin on 1 January. */
  reportingYear: (year: string): string => `năm báo cáo ${year}`,
  reportingYears: (from: string, to: string): string => `các năm báo cáo ${from} đến ${to}`,
  reportingMonth: (month: number, year: string): string => `tháng báo cáo ${month}/${year}`,
  named: (name: string, days: string): string => `${name} (${days})`,
  between: (from: string, to: string): string => `từ ${from} đến ${to}`,
  since: (from: string): string => `từ ${from}`,
  upTo: (day: string): string => `tính đến ${day}`,
  /** Of figures of several days, the first and the last of them. */
  asOfDays: (from: string, to: string): string => `tính đến các ngày từ ${from} đến ${to}`,
  upToPublication: 'tính đến khi đăng bài',
  noPeriod: 'nguồn không ghi thời gian',
  durationYears: (n: number): string => `${n} năm`,
  state: {
    value: 'có số',
    zero: '0 (không phát sinh)',
    part_of_time: 'có số, chưa đủ ngày',
    in_words: 'chỉ nêu bằng chữ',
    only_parts: 'chỉ một phần địa phương',
    other_time: 'có số, thời gian khác',
    not_mentioned: 'nguồn không nêu',
    not_received: 'chưa gửi báo cáo',
    no_source: 'không có nguồn',
    not_applicable: 'không áp dụng',
    suppressed: 'không công bố',
    refused: 'số của tỉnh sau sáp nhập, không tách được',
    not_normalised: 'có số, không chia được',
  },
  /** What a number was divided by, after its unit. */
  per: { year: '/năm', per100k: '/100.000 dân', commune: '/đơn vị cấp xã' } satisfies Record<NormalisedBy, string>,
  /** Why a number was not divided. */
  notNormalised: {
    ratio: 'tỷ lệ không chia tiếp',
    unlike: 'chỉ tiêu này không cộng, không chia',
    stock: 'số tại một thời điểm, không tính theo năm',
    part: 'số của một phần địa phương, không có mẫu số của riêng phần đó',
    no_time: 'nguồn không ghi đủ thời gian nên không chọn được mẫu số',
    no_duration: 'nguồn không ghi số liệu tính từ ngày nào đến ngày nào nên không tính được bình quân một năm',
    no_denominator: 'không có mẫu số cách kỳ số liệu tối đa hai năm',
    series_only: 'chỉ số chỉ tính theo thời gian: xem biểu đồ diễn biến',
    no_base: 'không có kỳ gốc chung để tính chỉ số',
  } satisfies Record<NormalisationRefusal, string>,
  notNormalisedWith: (reason: string): string => `không chia: ${reason}`,
  byDuration: (years: string): string => `chia theo thời gian nguồn ghi: ${years} năm`,
  unverifiedDenominator: 'mẫu số chưa kiểm chứng',
  points: 'điểm phần trăm',
  /** Old units that a figure of a merged one is of. */
  oldUnits: (names: readonly string[], n: number, of: number): string => `${names.join(', ')} (${n}/${of} tỉnh cũ)`,
  /** How many of the units below a province its figure was added from. */
  lowerUnits: (level: UnitLevel, n: number, of: number): string => `${n}/${of} ${LEVELS[level]}`,
  /** A sum of stocks whose as-of dates differ; it is printed with the newest. */
  oldestDate: (day: string): string => `ngày số liệu của các tỉnh cũ khác nhau, sớm nhất ${day}`,
}

const LEVELS: Readonly<Record<UnitLevel, string>> = {
  tinh: 'tỉnh, thành phố',
  huyen: 'huyện, quận, thị xã',
  xa: 'xã, phường, đặc khu',
  phong: 'phòng nghiệp vụ',
}

export type FigureWords = typeof figureVi
