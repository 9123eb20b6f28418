import type { UnitLevel } from '../model/observation.ts'
import { englishSingular } from './english-singular.ts'
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
  boundedChange: (way, side, size) => {
    if (way === 'up') return side === 'low' ? `up by at least ${size}` : `not up by more than ${size}`
    if (way === 'down') return side === 'high' ? `down by at least ${size}` : `not down by more than ${size}`
    return side === 'low' ? 'not down' : 'not up'
  },
  boundedDistance: (way, side, size) => {
    if (way === 'up') return side === 'low' ? `higher by at least ${size}` : `not higher by more than ${size}`
    if (way === 'down') return side === 'high' ? `lower by at least ${size}` : `not lower by more than ${size}`
    return side === 'low' ? 'not lower' : 'not higher'
  },
  boundedState: ({ value, low, high, approx }) =>
    value === null
      ? []
      : [approx ? 'approximate figure' : '', low ? 'this figure or more' : '', high ? 'this figure or less' : ''].filter(Boolean),
  printedWord: (word) => PRINTED[word] ?? '',
  scale: (scale) => ({ ones: '', million: 'million', billion: 'billion' })[scale],
  singular: englishSingular,
  percent: (digits) => `${digits}%`,
  wordsWithUnit: (words, unit) => `${words} of ${unit}`,
  notAdded: (n) => `${n} figures, no total`,
  bothBounds: ' (some “more than”, some “not more than”)',
  onlyWords: 'given in words only',
  suppressed: 'withheld',
  notApplicable: 'not applicable',
  needsVerification: 'to be verified',
  provisional: 'provisional',
  estimated: 'estimated',
  sameKeyAdded: (n) => `${n} entries of one kind added`,
  mismatch: 'total differs from its parts',
  finerDiffers: 'shorter reports do not add up to the longer one',
  ratioMismatch: 'printed share differs from its recomputation',
  days: (n, of) => `covers ${n.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} days`,
  sumOf: (parts) => `sum of ${parts.length} parts: ${parts.join('; ')}`,
  year: (year) => year,
  years: (from, to) => `${from} to ${to}`,
  month: (month, year) => `${MONTHS[month - 1] ?? ''} ${year}`,
  day: (day) => day,
  reportingYear: (year) => `reporting year ${year}`,
  reportingYears: (from, to) => `reporting years ${from} to ${to}`,
  reportingMonth: (month, year) => `reporting month ${month}/${year}`,
  named: (name, days) => `${name} (${days})`,
  between: (from, to) => `${from} to ${to}`,
  since: (from) => `since ${from}`,
  upTo: (day) => `up to ${day}`,
  asOfDays: (from, to) => `as of dates from ${from} to ${to}`,
  upToPublication: 'as of publication',
  noPeriod: 'the source gives no period',
  durationYears: (n) => `${n} years`,
  state: {
    value: 'figure given',
    zero: '0 (none occurred)',
    part_of_time: 'figure, not for all days',
    in_words: 'in words only',
    only_parts: 'part of the province only',
    other_time: 'figure for another time',
    not_mentioned: 'not mentioned in the source',
    not_received: 'report not received',
    no_source: 'no source',
    not_applicable: 'not applicable',
    suppressed: 'withheld',
    not_normalised: 'has a figure that cannot be divided',
    refused: 'figure of the merged province, cannot be split',
  },
  per: { year: '/year', per100k: '/100,000 people', commune: '/commune-level unit' },
  notNormalised: {
    ratio: 'a share is not divided further',
    unlike: 'this indicator is neither added nor divided',
    stock: 'a number at one point in time has no years',
    part: 'a figure of a part of the province, whose own denominator is not known',
    no_time: 'the source does not give enough of the period to choose a denominator',
    no_duration: 'the source does not give from when to when the figure is, so there is no average per year',
    no_denominator: 'no denominator within two years of the period',
    series_only: 'an index is of numbers over time only: see the chart over time',
    no_base: 'no common base period for an index',
  },
  notNormalisedWith: (reason) => `not divided: ${reason}`,
  byDuration: (years) => `divided by the duration that the source gives: ${years} years`,
  unverifiedDenominator: 'denominator not verified',
  points: 'percentage points',
  oldUnits: (names, n, of) => `${names.join(', ')} (${n} of ${of} old provinces)`,
  lowerUnits: (level, n, of) => `${n} of ${of} ${LEVELS[level]}`,
  oldestDate: (day) => `dates of the old provinces differ, the oldest is ${day}`,
}

const LEVELS: Readonly<Record<UnitLevel, string>> = {
  tinh: 'provinces',
  huyen: 'districts',
  xa: 'communes and wards',
  phong: 'departments',
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
