/** Words of headlines and of the lines that close a picture. */
export const headlineVi = {
  /** Numbers of `n` places that may not be divided as the view asks, and no others. */
  notAsDivided: (n: number, of: number, subject: string): string => {
    if (of === 1) return `Địa phương được chọn nêu ${amount(subject)}, nhưng không tính được theo cách chia đang chọn`
    const given = n === of ? `cả ${of} địa phương` : `${n} địa phương`
    return `Không địa phương nào trong ${of} có số tính được theo cách chia đang chọn: ${given} nêu ${amount(subject)} nhưng không chia được`
  },
  /** `time` is that of all figures, or empty. */
  opening: (n: number, of: number, subject: string, time: string): string => {
    const opening = openingOf(n, of, subject)
    return time === '' ? opening : `${upper(time)}, ${lower(opening)}`
  },
  /** Of how many places there is a number of all days that were asked for, where others have one of fewer. */
  openingOfAllDays: (n: number, of: number, subject: string, time: string): string => {
    const opening = `${whoGives(n, of)} có số đủ ngày về ${thing(subject)}`
    return time === '' ? opening : `${upper(time)}, ${lower(opening)}`
  },
  /** Of some of the days that were asked for: of how many places there is a number of just these; of `more` others one of more days. */
  openingOfStretch: (n: number, of: number, subject: string, time: string): string =>
    `${upper(time)}, ${lower(whoGives(n, of))} có số riêng của những ngày này về ${thing(subject)}`,
  othersOfMoreDays: (n: number): string => `, ${n} địa phương khác có số của nhiều ngày hơn`,
  /** Among those whose numbers are told. */
  amongThem: (n: number): string => `trong ${n} địa phương này `,
  /** Where numbers of some days share a scale with others: of how many places it is of all days. */
  ofThemAllDays: (n: number): string => `, trong đó ${n} địa phương có số đủ ngày trong kỳ`,
  /** After the opening: how many of those places have a number that is estimated; of few which. */
  ofThemEstimated: (n: number, names: readonly string[]): string =>
    `, trong đó ${n} địa phương có số ước tính${names.length > 0 ? ` (${names.join(', ')})` : ''}`,
  /** A domain of several indicators, as what is given or not. */
  aboutDomain: (domain: string): string => `số liệu về ${lower(domain)}`,
  lower: (text: string): string => lower(text),
  colon: ': ',
  figure: (name: string): string => `${name} `,
  /** No brackets inside brackets. */
  details: (parts: readonly string[]): string =>
    parts.length > 0 ? ` (${parts.join('; ').replace(/ \(([^()]*)\)/g, ', $1')})` : '',
  moreKinds: (n: number): string => ` và ${n} loại khác`,
  others: (n: number): string => `và ${n} địa phương khác`,
  join: '; ',
  highest: 'cao nhất là ',
  lowest: 'thấp nhất là ',
  /** After the highest: places whose numbers of fewer days are already larger, each with its number and its days. */
  notCounting: ', chưa kể ',
  already: ' đã có ',
  inDays: (n: number, of: number): string => ` trong ${n.toLocaleString('vi-VN')}/${of.toLocaleString('vi-VN')} ngày`,
  /** The same of numbers that are larger and of more days. */
  has: ' có ',
  inMoreDays: (n: number, of: number): string =>
    n === of
      ? ` trong cả ${of.toLocaleString('vi-VN')} ngày`
      : ` trong ${n.toLocaleString('vi-VN')}/${of.toLocaleString('vi-VN')} ngày`,
  andOthers: (n: number): string => `, cùng ${n} địa phương khác`,
  atPlaces: (n: number): string => ` ở ${n} địa phương`,
  allAlike: 'đều là ',
  allAlikeRounded: 'làm tròn đều là ',
  /** Before an order of numbers of which some are only bounds or about. */
  asGiven: 'theo mức đã nêu, ',
  /** After the opening, which indicator or kind the numbers are of, where the subject is wider. */
  only: (what: string): string => `; ${what}: `,
  /** What has to be known of the numbers of some places. */
  noted: (remark: string, names: readonly string[]): string =>
    `Lưu ý: ${remark} ở ${names.length > 5 ? `${names.length} địa phương` : names.join(', ')}.`,
  together: (n: number): string => `cộng ${n} địa phương được `,
  /** A rate of all of them, from their sums. */
  pooled: (n: number): string => `tính chung ${n} địa phương là `,
  /** Places with numbers of another time, definition or part. */
  apart: 'Có số nhưng khác thời gian, khác tiêu chí hoặc cần kiểm chứng nên không xếp chung: ',
  apartMany: (names: readonly string[]): string =>
    `Có số nhưng khác thời gian, khác tiêu chí hoặc cần kiểm chứng nên không xếp chung: ${names.join(', ')}.`,
  /** Before what is told of another stretch of days: of how many places there is a number of all days that were asked for. */
  allDays: (n: number, of: number): string => {
    if (of === 1) return 'Địa phương được chọn chưa có số đủ ngày trong kỳ'
    return n === 0 ? `Chưa địa phương nào trong ${of} có số đủ ngày trong kỳ` : `Chỉ ${n}/${of} địa phương có số đủ ngày trong kỳ`
  },
  /** Numbers of some days of the time that was asked for, and no others. */
  someDays: (n: number, of: number, subject: string): string =>
    `${whoGives(n, of)} nêu ${amount(subject)}, nhưng chưa đủ ngày trong kỳ`,
  /** Places with numbers of some days beside those of all days. */
  partOfTime: 'Có số nhưng chưa đủ ngày trong kỳ: ',
  partOfTimeMany: (names: readonly string[]): string => `Có số nhưng chưa đủ ngày trong kỳ: ${names.join(', ')}.`,
  /** Places with numbers of fewer days, beside those of other days that are told. */
  otherDays: 'Có số nhưng của những ngày khác nên không xếp chung: ',
  otherDaysMany: (names: readonly string[]): string =>
    `Có số nhưng của những ngày khác nên không xếp chung: ${names.join(', ')}.`,
  /** Places with numbers of the days that are told and of more. */
  moreDays: 'Có số của nhiều ngày hơn nên không xếp chung: ',
  moreDaysMany: (names: readonly string[]): string => `Có số của nhiều ngày hơn nên không xếp chung: ${names.join(', ')}.`,
  /** The way to just the days that are told, and of how many places there is a number of all of them. */
  seeStretch: (time: string): string => `Xem ${lower(time)}`,
  inStretch: (n: number, of: number): string => `: ${n}/${of} địa phương có số đủ ngày`,
  /** Many places whose figures are in words or of a part. */
  inWordsMany: (names: readonly string[]): string => `Chỉ nêu bằng chữ hoặc của một phần địa phương: ${names.join(', ')}.`,
  inWords: 'Chỉ nêu bằng chữ hoặc của một phần địa phương: ',
  notCompared: 'Các số khác tiêu chí hoặc thời gian nên không cộng, không xếp hạng.',
  notMentioned: (names: readonly string[]): string => `Không nêu: ${names.join(', ')}.`,
  notMentionedTotal: (names: readonly string[]): string => `Không nêu tổng số: ${names.join(', ')}.`,
  otherIndicators: (names: readonly string[]): string => `Chỉ nêu chỉ tiêu khác trong bảng dưới: ${names.join(', ')}.`,
  otherTime: (names: readonly string[]): string => `Có số, thời gian khác: ${names.join(', ')}.`,
  notReceived: (names: readonly string[]): string => `Chưa gửi báo cáo: ${names.join(', ')}.`,
  /** Of a strip of dots: the list that it opens, and what its names do. */
  whichPlaces: 'Địa phương nào có số, địa phương nào chưa',
  pressName: 'Bấm tên địa phương để tô đậm trong hình; bấm lần nữa để bỏ.',
  /** `n` have all of it; `some` others a number of fewer days than were asked for, `undivided` ones such as cannot be divided as asked. */
  coverage: (n: number, of: number, some: number, undivided = 0): string =>
    `${undivided > 0 ? 'Đã tính được số liệu' : 'Đã có số liệu'}${some > 0 ? ' đủ ngày' : ''}: ${n}/${of} địa phương`,
  coverageParts: {
    numbers: 'có số',
    partOfTime: 'chưa đủ ngày',
    inWords: 'bằng chữ',
    parts: 'một phần',
    otherTime: 'thời gian khác',
    notMentioned: 'không nêu',
    notReceived: 'chưa gửi',
    withheld: 'không công bố',
    notApplicable: 'không áp dụng',
    notSplit: 'không tách được',
    notDivided: 'không chia được',
  },
  named: (models: number, programmes: number): string =>
    `nêu tên ${[models > 0 ? `${models} mô hình` : '', programmes > 0 ? `${programmes} hoạt động` : ''].filter(Boolean).join(', ')}`,
  noTotal: 'không nêu tổng số',
}

export type HeadlineWords = typeof headlineVi

function openingOf(n: number, of: number, subject: string): string {
  if (n === 0)
    return `${of === 1 ? 'Địa phương được chọn không' : `Không địa phương nào trong ${of}`} nêu ${amount(subject)} của toàn địa phương`
  return `${whoGives(n, of)} nêu ${amount(subject)}`
}

function whoGives(n: number, of: number): string {
  if (of === 1) return 'Địa phương được chọn'
  // Of many a fraction is read faster, and after a date `năm` would be a year.
  const some = of > 10 ? `${n}/${of}` : `${spell(n)} trong ${of}`
  return `${n === of ? `Cả ${of}` : some} địa phương`
}

/** `số nguồn tin`; what already is a number or a share needs no second word for it. */
function amount(subject: string): string {
  const name = lower(subject)
  return /^(số|tỷ lệ|kinh phí|chiều dài|giai đoạn|nhóm) /.test(name) ? name : `số ${name}`
}

/** `nguồn tin`: what the number is of, without a second word for number. */
function thing(subject: string): string {
  return lower(subject).replace(/^số (?!lượng)(liệu về )?/, '')
}

function lower(text: string): string {
  return KEEPS_CAPITAL.test(text) ? text : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}

/** Names and titles that begin a label. */
const KEEPS_CAPITAL = /^(Công an|Bà mẹ Việt Nam|Đài Phát thanh|Zalo)/

function upper(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

function spell(n: number): string {
  return ['Không', 'Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười'][n] ?? String(n)
}
