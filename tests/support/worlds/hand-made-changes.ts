import type { View } from '../../../src/model/view.ts'
import { type HandMade, told, within } from './hand-made-case.ts'

/** Each stock as of one day; what it is asked of, and how it stands to the one before. */
function stocks(
  name: string,
  days: readonly (readonly [day: string, value: number])[],
  asked: Partial<View>,
  answer: string,
  change: string,
  more: Partial<HandMade> = {},
): HandMade {
  const rows = days.map(([day, value]) => told('63:36', 'stock', `?/${day}`, value, { periodBasis: 'as_of' }))
  return { name, rows, asked, answer: [`63:36 stock ${answer}`], changes: [`63:36 stock ${change}`], ...more }
}

const YEARS = { comparison: 'yoy', time: within('2025') } as const

export const HAND_MADE_CHANGES: readonly HandMade[] = [
  stocks(
    'a stock of July is no base for one of December',
    [
      ['2024-12-14', 7],
      ['2025-07-14', 9],
    ],
    YEARS,
    '9',
    'other_date',
  ),
  stocks(
    'a stock of the same day is',
    [
      ['2024-07-14', 7],
      ['2025-07-14', 9],
    ],
    YEARS,
    '9',
    '+2',
  ),
  stocks(
    'one day off is for the length of months',
    [
      ['2024-07-13', 7],
      ['2025-07-14', 9],
    ],
    YEARS,
    '9',
    '+2',
  ),
  stocks(
    'two days off are another date',
    [
      ['2024-07-12', 7],
      ['2025-07-14', 9],
    ],
    YEARS,
    '9',
    'other_date',
  ),
  stocks(
    'the first of a month is not the last of the one before',
    [
      ['2024-06-30', 7],
      ['2025-07-01', 9],
    ],
    YEARS,
    '9',
    'other_date',
  ),
  stocks(
    'both are at the end of February',
    [
      ['2024-02-29', 7],
      ['2025-02-28', 9],
    ],
    { comparison: 'yoy', time: within('2025-02') },
    '9',
    '+2',
  ),
  stocks(
    'both are at the end of their half-year, though its months differ in length',
    [
      ['2024-12-31', 7],
      ['2025-06-30', 4],
    ],
    { comparison: 'prev', time: within('2025-H1') },
    '4',
    '-3',
  ),
  stocks(
    'the fifteenth of one month is the fifteenth of the other',
    [
      ['2025-01-15', 7],
      ['2025-02-15', 4],
    ],
    { comparison: 'prev', time: within('2025-02') },
    '4',
    '-3',
  ),
  stocks(
    'the end of a quarter is not the end of the first month of the one before',
    [
      ['2024-10-31', 7],
      ['2025-03-31', 4],
    ],
    { comparison: 'prev', time: within('2025-Q1') },
    '4',
    'other_date',
  ),
  stocks(
    'both are at the end of a reporting year that ends on 14 December',
    [
      ['2023-12-14', 7],
      ['2024-12-14', 9],
    ],
    { comparison: 'yoy', time: within('2024') },
    '9',
    '+2',
    { calendar: '12-15' },
  ),
  {
    name: 'of a new unit the oldest day of its old ones has to answer too',
    rows: [
      ...[told('63:24', 'stock', '?/2024-12-31', 10), told('63:27', 'stock', '?/2024-12-31', 20)],
      ...[told('63:24', 'stock', '?/2023-12-31', 8), told('63:27', 'stock', '?/2023-06-30', 20)],
      ...[told('63:15', 'stock', '?/2024-12-31', 10), told('63:10', 'stock', '?/2024-06-30', 20)],
      ...[told('63:15', 'stock', '?/2023-12-31', 8), told('63:10', 'stock', '?/2023-06-30', 20)],
    ],
    asked: { units: '34', comparison: 'yoy', time: within('2024') },
    answer: ['34:24 stock 30 from 24+27 of 2', '34:15 stock 30 from 10+15 of 2'],
    changes: ['34:15 stock +2', '34:24 stock other_date'],
  },
  {
    name: 'what never combines is of its own period, as a whole',
    rows: [
      ...[told('63:36', 'printed', '2025-Q2', 9), told('63:36', 'printed', '2024-Q3', 7)],
      ...[told('63:37', 'printed', '2025-Q2', 9), told('63:37', 'printed', '2024-Q2', 7)],
      ...[told('63:35', 'printed', '2025-Q2', 9), told('63:35', 'printed', '2024-H1', 7)],
    ],
    asked: YEARS,
    answer: ['63:35 printed 9', '63:36 printed 9', '63:37 printed 9'],
    changes: ['63:35 printed other_date', '63:36 printed other_date', '63:37 printed +2'],
  },
  {
    name: 'a share of two stocks is of their day',
    rows: [
      ...[told('63:36', 'top', '?/2025-06-30', 30), told('63:36', 'bottom', '?/2025-06-30', 40)],
      ...[told('63:36', 'top', '?/2024-12-31', 20), told('63:36', 'bottom', '?/2024-12-31', 40)],
    ],
    asked: { ...YEARS, indicators: ['share'] },
    answer: ['63:36 share 75'],
    changes: ['63:36 share other_date'],
  },
  {
    name: 'a flow of the whole window is of that time, whatever reports it was added from',
    rows: [told('63:36', 'flow', '2025-H1', 4), told('63:36', 'flow', '2025-H2', 5), told('63:36', 'flow', '2024', 7)],
    asked: YEARS,
    answer: ['63:36 flow 9 365/365 days'],
    changes: ['63:36 flow +2'],
  },
  {
    name: 'of days that are missing it is said at which of the two times',
    rows: [
      ...[told('63:35', 'flow', '2025', 9), told('63:35', 'flow', '2024-H1', 4)],
      ...[told('63:36', 'flow', '2025-H1', 5), told('63:36', 'flow', '2024', 7)],
      ...[told('63:37', 'flow', '2025-H2', 5), told('63:37', 'flow', '2024-H2', 7)],
    ],
    asked: YEARS,
    answer: ['63:35 flow 9 365/365 days', '63:36 flow 5 181/365 days', '63:37 flow 5 184/365 days'],
    changes: ['63:35 flow partial_base', '63:36 flow partial_now', '63:37 flow partial_now'],
  },
  {
    name: 'a window of more than a year has no same period of the year before',
    rows: [told('63:36', 'flow', '2025', 4), told('63:36', 'flow', '2024', 5), told('63:36', 'flow', '2023', 7)],
    asked: { comparison: 'yoy', time: within('2024', '2025') },
    answer: ['63:36 flow 9 731/731 days'],
    changes: [],
    refusedAll: 'overlaps',
  },
]
