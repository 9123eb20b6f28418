/** Words of headlines and of the lines that close a picture. */
export const headlineVi = {
  opening: (n: number, of: number, subject: string): string => {
    if (n === 0)
      return `${of === 1 ? 'Địa phương được chọn không' : `Không địa phương nào trong ${of}`} nêu ${amount(subject)} của toàn địa phương`
    if (of === 1) return `Địa phương được chọn nêu ${amount(subject)}`
    return `${n === of ? `Cả ${of}` : `${spell(n)} trong ${of}`} địa phương nêu ${amount(subject)}`
  },
  /** A domain of several indicators, as what is given or not. */
  aboutDomain: (domain: string): string => `số liệu về ${lower(domain)}`,
  lower: (text: string): string => lower(text),
  colon: ': ',
  figure: (name: string): string => `${name} `,
  details: (parts: readonly string[]): string => (parts.length > 0 ? ` (${parts.join('; ')})` : ''),
  moreKinds: (n: number): string => ` và ${n} loại khác`,
  others: (n: number): string => `và ${n} địa phương khác`,
  join: '; ',
  highest: 'cao nhất là ',
  lowest: 'thấp nhất là ',
  together: (n: number): string => `cộng ${n} địa phương: `,
  /** A rate of all of them, from their sums. */
  pooled: (n: number): string => `tính chung ${n} địa phương: `,
  /** Places with numbers of another time, definition or part. */
  apart: 'Có số nhưng không cùng thước đo: ',
  apartMany: (names: readonly string[]): string => `Có số nhưng không cùng thước đo: ${names.join(', ')}.`,
  /** Many places whose figures are in words or of a part. */
  inWordsMany: (names: readonly string[]): string => `Nêu bằng chữ hoặc một phần: ${names.join(', ')}.`,
  inWords: 'Nêu bằng chữ hoặc một phần: ',
  notCompared: 'Các số khác tiêu chí hoặc thời gian nên không cộng, không xếp hạng.',
  notMentioned: (names: readonly string[]): string => `Không nêu: ${names.join(', ')}.`,
  notMentionedTotal: (names: readonly string[]): string => `Không nêu tổng số: ${names.join(', ')}.`,
  otherIndicators: (names: readonly string[]): string => `Chỉ nêu chỉ tiêu khác trong bảng dưới: ${names.join(', ')}.`,
  otherTime: (names: readonly string[]): string => `Có số, thời gian khác: ${names.join(', ')}.`,
  notReceived: (names: readonly string[]): string => `Chưa gửi báo cáo: ${names.join(', ')}.`,
  coverage: (n: number, of: number): string => `Đã có số liệu: ${n}/${of} địa phương`,
  coverageParts: {
    numbers: 'có số',
    inWords: 'bằng chữ',
    parts: 'một phần',
    otherTime: 'thời gian khác',
    notMentioned: 'không nêu',
    notReceived: 'chưa gửi',
    withheld: 'không công bố',
  },
  named: (models: number, programmes: number): string =>
    `nêu tên ${[models > 0 ? `${models} mô hình` : '', programmes > 0 ? `${programmes} hoạt động` : ''].filter(Boolean).join(', ')}`,
  noTotal: 'không nêu tổng số',
}

export type HeadlineWords = typeof headlineVi

/** `số nguồn tin`; what already is a number or a share needs no second word for it. */
function amount(subject: string): string {
  const name = lower(subject)
  return /^(số|tỷ lệ) /.test(name) ? name : `số ${name}`
}

function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}

function spell(n: number): string {
  return ['Không', 'Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười'][n] ?? String(n)
}
