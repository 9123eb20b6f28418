import { ABOUT, type HandMade, HUNDREDS, NOT_OVER, OVER, told, WITHHELD, within } from './hand-made-case.ts'
import { ADDITIONAL } from './rows.ts'

/** 16 of its 30 days are in the first half of 2024, which has 182. */
const JUNE_JULY = '2024-06-15/2024-07-14'
const H1 = { time: within('2024-H1'), straddling: 'share' } as const
/** 16 of its 30 days are in the first half of 2025, 14 in the second one. */
const MERGER = '2025-06-15/2025-07-14'
const OLDS = ['63:35', '63:36', '63:37'] as const

/** Rule 4 on request: a report that begins or ends outside the window gives it the days that it has inside. */
export const HAND_MADE_SHARED: readonly HandMade[] = [
  {
    name: 'rule 4: of three reports that straddle the same edge each gives only the days that a shorter one has not',
    // 10 days of 2 each from the 20 days of A; then 11 of 3 from the 42 days of B; then 91 of 1 from the year, none of July.
    rows: [
      told('63:36', 'flow', '2024-06-21/2024-07-10', 40),
      told('63:36', 'flow', '2024-06-10/2024-07-21', 126, { sourceId: 'B' }),
      told('63:36', 'flow', '2024-03-11/2025-03-10', 365),
    ],
    asked: H1,
    answer: ['63:36 flow 144 112/182 days'],
    shared: ['63:36 flow 0: 10/20, 1: 11/42, 2: 91/365'],
  },
  {
    name: 'rule 4: of reports as long that of the source trusted most, and of these the newer publication, goes first',
    // C is trusted like B and newer: 16 days of 3; B has 5 more of 6; D is trusted least and has 5 more of 9.
    rows: [
      told('63:36', 'flow', '2024-06-05/2024-07-04', 270, { sourceId: 'D' }),
      told('63:36', 'flow', '2024-06-10/2024-07-09', 180, { sourceId: 'B' }),
      told('63:36', 'flow', JUNE_JULY, 90, { sourceId: 'C' }),
    ],
    asked: H1,
    answer: ['63:36 flow 123 26/182 days'],
    shared: ['63:36 flow 0: 5/30, 1: 5/30, 2: 16/30'],
  },
  {
    name: 'rule 4: days between two reported ones, and at both edges, are all that a longer report gives',
    // Of 731 days of 2 each: 31 of January, 31 of March, 30 of June, 61 of April and May are reported, as are 29 of February.
    rows: [
      told('63:36', 'flow', '2024-02', 5),
      told('63:36', 'flow', '2024-04-01/2024-05-31', 7),
      told('63:36', 'flow', '2023-01-01/2024-12-31', 1462),
    ],
    asked: H1,
    answer: ['63:36 flow 196 182/182 days'],
    shared: ['63:36 flow 2: 92/731'],
    states: { '63:36': 'value', '63:37': 'not_mentioned' },
  },
  {
    name: 'rule 4: places that are shared out over the same days share a scale, and have a total',
    rows: [
      told('63:35', 'flow', JUNE_JULY, 30),
      told('63:36', 'flow', '2024-06-15/2024-06-30', 4),
      told('63:37', 'flow', '2024-06-20/2024-07-14', 25),
    ],
    asked: H1,
    answer: ['63:35 flow 16 16/182 days', '63:36 flow 4 16/182 days', '63:37 flow 11 11/182 days'],
    scales: ['63:35 63:36 = 20'],
    states: { '63:35': 'part_of_time' },
  },
  {
    name: 'rules 4 and 6: bounds are kept, about too, and over is not shared out beside not over, where a longer report is',
    // 37: not over 10 leaves no room for over 30, and the year (366 days of 1) gives the 91 days that are open.
    rows: [
      told('63:35', 'flow', JUNE_JULY, 30, ABOUT),
      ...[told('63:36', 'flow', '2024-Q1', 10), told('63:36', 'flow', JUNE_JULY, 30, OVER)],
      ...[told('63:37', 'flow', '2024-Q1', 10, NOT_OVER), told('63:37', 'flow', JUNE_JULY, 30, OVER)],
      told('63:37', 'flow', '2023-07-01/2024-06-30', 366),
    ],
    asked: H1,
    answer: ['63:35 flow ~16 16/182 days', '63:36 flow ≥26 107/182 days', '63:37 flow ≤101 182/182 days'],
    shared: ['63:35 flow 0: 16/30', '63:36 flow 2: 16/30', '63:37 flow 5: 91/366'],
  },
  {
    name: 'rules 4 and 6: words and what is withheld are not shared out, nor is what is told in words made a number',
    rows: [
      ...[told('63:35', 'flow', JUNE_JULY, null, HUNDREDS), told('63:35', 'flow', '2024-06-01/2024-08-31', 92)],
      ...[told('63:36', 'flow', '2024-Q1', null, HUNDREDS), told('63:36', 'flow', JUNE_JULY, 30)],
      told('63:37', 'flow', JUNE_JULY, null, WITHHELD),
    ],
    asked: H1,
    answer: ['63:35 flow 30 30/182 days', '63:36 flow no number 91/182 days in_words'],
    shared: ['63:35 flow 1: 30/92'],
    states: { '63:36': 'in_words', '63:37': 'other_time' },
  },
  {
    name: 'rules 2 and 4: parts are shared out one by one, and add up where they are of the same days',
    // 35: x 2 + 16 and y 3 + 32; 36: only x goes on, so that the sum is that of the first quarter; 37: its part keeps the total out.
    rows: [
      ...[told('63:35', 'flow add=x', '2024-Q1', 2), told('63:35', 'flow add=y', '2024-Q1', 3)],
      ...[told('63:35', 'flow add=x', JUNE_JULY, 30), told('63:35', 'flow add=y', JUNE_JULY, 60)],
      ...[told('63:36', 'flow add=x', '2024-Q1', 2), told('63:36', 'flow add=y', '2024-Q1', 3)],
      told('63:36', 'flow add=x', JUNE_JULY, 30),
      ...[told('63:37', 'flow add=x', '2024-Q1', 5), told('63:37', 'flow', JUNE_JULY, 300)],
    ],
    asked: H1,
    answer: [
      '63:35 flow add=x+y 53 107/182 days',
      '63:36 flow add=x+y 5 91/182 days',
      '63:37 flow add=x 5 91/182 days only_parts',
    ],
    shared: ['63:35 flow 2: 16/30, 3: 16/30'],
  },
  {
    name: 'rules 2 and 4: a total that its parts do not make is told of when both are shared out',
    rows: [
      ...[told('63:35', 'flow', JUNE_JULY, 90), told('63:35', 'flow add=x', JUNE_JULY, 30)],
      told('63:35', 'flow add=y', JUNE_JULY, 30),
      ...[told('63:36', 'flow', JUNE_JULY, 90), told('63:36', 'flow add=x', JUNE_JULY, 90)],
    ],
    asked: H1,
    answer: ['63:35 flow 48 16/182 days that its parts do not make', '63:36 flow 48 16/182 days'],
  },
  {
    name: 'rules 3 and 4: what a department adds is shared out with its province, what a commune says is not',
    rows: [
      ...[told('63:36', 'flow', JUNE_JULY, 30), told('63:36', 'flow', JUNE_JULY, 15, ADDITIONAL)],
      told('63:36', 'flow', '2024-06-20/2024-07-09', 99, ADDITIONAL),
    ],
    asked: H1,
    answer: ['63:36 flow 24 16/182 days'],
    shared: ['63:36 flow 0: 16/30, 1: 16/30'],
  },
  {
    name: 'rules 4 and 7: the unit is that of the report that goes first, wherever it stands in its file',
    rows: [
      ...[told('63:36', 'flow', '2024-06-01/2024-08-31', 920, { unit: 'gram' }), told('63:36', 'flow', JUNE_JULY, 30)],
      ...[
        told('63:37', 'flow', JUNE_JULY, null, { ...WITHHELD, unit: 'gram' }),
        told('63:37', 'flow', '2024-06-01/2024-08-31', 92),
      ],
    ],
    asked: H1,
    answer: ['63:36 flow 16 16/182 days', '63:37 flow 30 30/182 days'],
  },
  {
    name: 'rules 4 and 11: old units that are shared out alike are added, and the new unit goes on from them',
    // 3 × 14 of the days up to 14 July, then 170 days that the new unit reports.
    rows: [...OLDS.map((by) => told(by, 'flow', MERGER, 30)), told('34:37', 'flow', '2025-07-15/2025-12-31', 100)],
    asked: { time: within('2025-H2'), straddling: 'share', units: '34' },
    answer: ['34:37 flow 142 184/184 days from 35+36+37 of 3 and itself'],
    shared: ['34:37 flow 0: 14/30, 1: 14/30, 2: 14/30'],
  },
  {
    name: 'rules 4 and 11: a new unit that is shared out passes to the old one that it is, a merged one does not',
    rows: [told('34:46', 'flow', MERGER, 30), told('34:37', 'flow', MERGER, 30)],
    asked: { time: within('2025-H1'), straddling: 'share', units: '63' },
    answer: ['63:46 flow 16 16/181 days from 46 of 1'],
    shared: ['63:46 flow 0: 16/30'],
    refused: ['34:37'],
  },
  {
    name: 'rules 4 and 11: of two lists that tell of all days the one counts of which fewer are shared out, though it is one report',
    rows: [
      told('63:01', 'flow', '2023-12-17/2024-01-15', 60),
      ...[told('63:01', 'flow', '2024-01-16/2024-03-31', 10), told('63:01', 'flow', '2024-Q2', 10)],
      told('34:01', 'flow', '2024-H1', 70),
    ],
    asked: { ...H1, units: '34' },
    answer: ['34:01 flow 70 182/182 days'],
    shared: [],
  },
  {
    name: 'rules 4 and 11: days of one report are shared out once, of however many rows it is',
    // Old: 10 of 20 days in two rows, in three reports. New: 15 of 30 days in one row, in two reports.
    rows: [
      ...[told('63:01', 'flow', '2023-12-22/2024-01-10', 40), told('63:01', 'flow', '2023-12-22/2024-01-10', 20, ADDITIONAL)],
      told('63:01', 'flow', '2024-01-11/2024-06-30', 100),
      ...[told('34:01', 'flow', '2023-12-17/2024-01-15', 60), told('34:01', 'flow', '2024-01-16/2024-06-30', 100)],
    ],
    asked: { ...H1, units: '34' },
    answer: ['34:01 flow 130 182/182 days from 01 of 1'],
    shared: ['34:01 flow 0: 10/20, 1: 10/20'],
  },
  {
    name: 'rules 4 and 11: days of the new unit count in full beside those of its old units',
    // Joined: 10 shared days of the new unit; each old unit alone: 6, of the same days, in as many reports.
    rows: [
      ...OLDS.flatMap((by) => [told(by, 'flow', '2024-01-01/2024-06-24', 10), told(by, 'flow', '2024-06-25/2024-07-06', 24)]),
      ...[told('34:37', 'flow', '2024-06-21/2024-07-10', 400), told('34:37', 'flow', '2024-05-01/2024-06-20', 15)],
      ...OLDS.map((by) => told(by, 'flow', '2024-01-01/2024-04-30', 5)),
    ],
    asked: { ...H1, units: '34' },
    answer: ['34:37 flow 66 182/182 days from 35+36+37 of 3'],
    shared: ['34:37 flow 1: 6/12, 3: 6/12, 5: 6/12'],
  },
  {
    name: 'rules 1 and 4: a ratio stays that of what is reported inside',
    rows: [
      ...[told('63:36', 'won', '2024-Q1', 1), told('63:36', 'tried', '2024-Q1', 4)],
      ...[told('63:36', 'won', JUNE_JULY, 30), told('63:36', 'tried', JUNE_JULY, 30)],
    ],
    asked: { ...H1, indicators: ['rate', 'won'] },
    answer: ['63:36 rate 25 91/182 days', '63:36 won 17 107/182 days'],
  },
  {
    name: 'rules 4 and 13: the earlier time is shared out too',
    // 100 + 16 of 30, then 14 of 30 + 70.
    rows: [
      told('63:36', 'flow', '2024-01-01/2024-06-14', 100),
      told('63:36', 'flow', JUNE_JULY, 30),
      told('63:36', 'flow', '2024-07-15/2024-12-31', 70),
    ],
    asked: { time: within('2024-H2'), straddling: 'share', comparison: 'prev' },
    answer: ['63:36 flow 84 184/184 days'],
    changes: ['63:36 flow -32'],
  },
]
