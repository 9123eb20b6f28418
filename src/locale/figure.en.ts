import type { FigureWords } from './figure.vi.ts'

const PRINTED: Readonly<Record<string, string>> = {
  trên: 'more than',
  hơn: 'more than',
  gần: 'nearly',
  khoảng: 'about',
  'tối thiểu': 'at least',
  'ít nhất': 'at least',
}

export const figureEn: FigureWords = {
  lead: (lead) => ({ none: '', low: 'more than', high: 'not more than', about: 'about' })[lead],
  printedWord: (word) => PRINTED[word] ?? '',
  scale: (scale) => ({ ones: '', million: 'million', billion: 'billion' })[scale],
  percent: (digits) => `${digits}%`,
  wordsWithUnit: (words, unit) => `${words} of ${unit}`,
  notAdded: (n) => `${n} figures, not added`,
  onlyWords: 'given in words only',
  suppressed: 'withheld',
  notApplicable: 'not applicable',
  needsVerification: 'to be verified',
  provisional: 'provisional',
  estimated: 'estimated',
  sameKeyAdded: 'entries of one kind in one report added',
  mismatch: 'total differs from its parts',
  ratioMismatch: 'printed share differs from its recomputation',
  days: (n, of) => `covers ${n} of ${of} days`,
  sumOf: (parts) => `sum of ${parts.length} parts: ${parts.join('; ')}`,
  year: (year) => year,
  years: (from, to) => `${from} to ${to}`,
  month: (month, year) => `${MONTHS[month - 1] ?? ''} ${year}`,
  day: (day) => day,
  between: (from, to) => `${from} to ${to}`,
  since: (from) => `since ${from}`,
  upTo: (day) => `up to ${day}`,
  upToPublication: 'as of publication',
  noPeriod: 'the source gives no period',
  durationYears: (n) => `${n} years`,
  state: {
    value: 'figure given',
    zero: '0 (none occurred)',
    in_words: 'in words only',
    only_parts: 'part of the province only',
    other_time: 'figure for another time',
    not_mentioned: 'not mentioned in the source',
    not_received: 'report not received',
    no_source: 'no source',
    not_applicable: 'not applicable',
    suppressed: 'withheld',
  },
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
