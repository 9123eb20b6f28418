import { type HandMade, NOT_OVER, OVER, told, WITHHELD, within } from './hand-made-case.ts'
import type { Draft } from './world-package.ts'

/** Codes that mean another unit on the other list: what is of both, and what the new unit was made of. */
const CHANGED: readonly (readonly [code: string, beside: string])[] = [
  ['24', '27'],
  ['15', '10'],
  ['44', '45'],
  ['52', '64'],
  ['80', '72'],
  ['82', '87'],
  ['91', '89'],
]

/** Rule 6: words and what is withheld make a lower bound, what does not apply adds nothing. */
const TWICE_WITHOUT_A_NUMBER: readonly (readonly [what: string, said: Partial<Draft>, number: string])[] = [
  ['uses words', { qualifier: 'unquantified' }, '≥30'],
  ['withholds it', WITHHELD, '≥30'],
  ['says that it does not apply', { status: 'not_applicable' }, '30'],
]

/** Rule 11. */
export const HAND_MADE_LISTS: readonly HandMade[] = [
  ...CHANGED.flatMap(([code, beside]): HandMade[] => {
    const rows = [
      told(`63:${code}`, 'flow', '2024', 5),
      told(`63:${beside}`, 'flow', '2024', 7),
      told(`34:${code}`, 'flow', '2025', 20),
    ]
    const both = [code, beside].sort().join('+')
    return [
      {
        name: `rule 11: ${code} is two units in the reports`,
        rows,
        answer: [`63:${code} flow 5`, `63:${beside} flow 7`, `34:${code} flow 20`],
      },
      {
        name: `rule 11: ${code} of the 34 was ${both} in 2024`,
        rows,
        asked: { units: '34', time: within('2024') },
        answer: [`34:${code} flow 12 366/366 days from ${both} of 2`],
      },
      {
        name: `rule 11: ${code} of the 34 is not ${code} of the 63`,
        rows,
        asked: { units: '63', time: within('2025') },
        answer: [],
        refused: [`34:${code}`],
        states: { [`63:${code}`]: 'refused' },
      },
    ]
  }),
  {
    name: 'rule 11: one of three old units is a part of the new one',
    rows: [told('63:36', 'flow', '2024', 5)],
    asked: { units: '34' },
    answer: ['34:37 flow 5 from 36 of 3 only_parts'],
    states: { '34:37': 'only_parts' },
  },
  {
    name: 'rule 11: two of three are added, and are still a part',
    rows: [told('63:35', 'flow', '2024', 4), told('63:36', 'flow', '2024', 5)],
    asked: { units: '34' },
    answer: ['34:37 flow 9 from 35+36 of 3 only_parts'],
  },
  {
    name: 'rule 11: three of three are the new one, and compare with it',
    rows: [...['35', '36', '37'].map((code) => told(`63:${code}`, 'flow', '2024', 5)), told('63:46', 'flow', '2024', 6)],
    asked: { units: '34' },
    answer: ['34:37 flow 15 from 35+36+37 of 3', '34:46 flow 6 from 46 of 1'],
    states: { '34:37': 'value', '34:46': 'value' },
    scales: ['34:37 34:46 = 21'],
  },
  {
    name: 'rule 11: three of three for the same half-year are some days of the new one',
    rows: ['35', '36', '37'].map((code) => told(`63:${code}`, 'flow', '2024-H1', 5)),
    asked: { units: '34', time: within('2024') },
    answer: ['34:37 flow 15 182/366 days from 35+36+37 of 3'],
    states: { '34:37': 'part_of_time' },
  },
  {
    name: 'rule 11: other years stand side by side',
    rows: [told('63:35', 'flow', '2024', 4), told('63:36', 'flow', '2023', 5)],
    asked: { units: '34' },
    answer: ['34:37 flow 4 from 35 of 3 only_parts', '34:37 flow 5 from 36 of 3 only_parts'],
    scales: [],
  },
  {
    name: 'rule 11: over 10 and not over 5 of two old units stand side by side',
    rows: [told('63:24', 'flow', '2024', 10, OVER), told('63:27', 'flow', '2024', 5, NOT_OVER)],
    asked: { units: '34' },
    answer: ['34:24 flow ≥10 from 24 of 2 only_parts', '34:24 flow ≤5 from 27 of 2 only_parts'],
  },
  ...TWICE_WITHOUT_A_NUMBER.map(
    ([what, said, number]): HandMade => ({
      name: `rule 11: an old unit that ${what} twice is a term of the sum as if it had once`,
      rows: [
        told('63:24', 'flow', '2024', null, said),
        told('63:24', 'flow', '2024', null, said),
        told('63:27', 'flow', '2024', 30),
      ],
      asked: { units: '34' },
      answer: [`34:24 flow ${number} from 24+27 of 2 of rows with one key`],
    }),
  ),
  {
    name: 'rule 4: two years over both lists are one cover, though the new unit says a whole year that its old units begin',
    rows: [
      ...['24', '27'].flatMap((code, at) => [
        told(`63:${code}`, 'flow', '2024', 100 + at),
        told(`63:${code}`, 'flow', '2025-Q1', 10),
        told(`63:${code}`, 'flow', '2025-Q2', 10),
      ]),
      told('34:24', 'flow', '2025', 90),
      told('34:24', 'flow', '2025-H2', 50),
    ],
    asked: { units: '34', time: within('2024', '2025') },
    answer: ['34:24 flow 291 731/731 days from 24+27 of 2 and itself'],
  },
  {
    name: 'rule 4: where an old unit lacks a quarter, the year of the new unit goes on from the year before',
    rows: [
      ...['24', '27'].flatMap((code) => [told(`63:${code}`, 'flow', '2024', 100), told(`63:${code}`, 'flow', '2025-Q1', 10)]),
      told('63:24', 'flow', '2025-Q2', 10),
      told('34:24', 'flow', '2025', 90),
      told('34:24', 'flow', '2025-H2', 50),
    ],
    asked: { units: '34', time: within('2024', '2025') },
    answer: ['34:24 flow 290 731/731 days from 24+27 of 2 and itself'],
  },
  {
    name: 'rule 4: the year of the new unit that says another number than what leads up to and on from the merger is told of',
    rows: [
      ...['24', '27'].flatMap((code) => [told(`63:${code}`, 'flow', '2025-Q1', 10), told(`63:${code}`, 'flow', '2025-Q2', 10)]),
      told('34:24', 'flow', '2025', 100),
      told('34:24', 'flow', '2025-H2', 50),
    ],
    asked: { units: '34', time: within('2025') },
    answer: ['34:24 flow 90 365/365 days from 24+27 of 2 and itself that rows of other lengths contradict'],
  },
  {
    name: 'rule 4: of both lists that with more reports of the same year counts, and the other is told of',
    rows: [
      ...['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'].map((quarter) => told('63:10', 'flow', quarter, 5)),
      told('34:15', 'flow', '2024', 20),
      told('63:15', 'flow', '2024', 7),
    ],
    asked: { units: '34', time: within('2024') },
    answer: ['34:15 flow 27 366/366 days from 10+15 of 2 that rows of other lengths contradict'],
  },
  {
    name: 'rule 4: an unmerged unit goes on under its new code on the old list',
    rows: [told('63:01', 'flow', '2024', 7), told('34:01', 'flow', '2025', 8), told('63:01', 'flow', '2025-Q1', 2)],
    asked: { units: '63', time: within('2024', '2025') },
    answer: ['63:01 flow 15 731/731 days from 01 of 1 and itself'],
  },
  {
    name: 'rule 7: two months in one report are the same days as two reports of a month',
    rows: [
      told('63:01', 'flow', '2024-01', 3),
      told('63:01', 'flow', '2024-02', 4),
      told('63:10', 'flow', '2024-01-01/2024-02-29', 9),
      told('63:36', 'flow', '2024-01', 1),
    ],
    asked: { units: '63', time: within('2024-Q1') },
    answer: ['63:01 flow 7 60/91 days', '63:10 flow 9 60/91 days', '63:36 flow 1 31/91 days'],
    scales: ['63:01 63:10 = 16'],
  },
  {
    name: 'rule 11: what is to verify passes alone, into no sum',
    rows: [
      told('63:24', 'flow', '2024', 10, { needsVerification: true }),
      told('63:27', 'flow', '2024', 5),
      told('63:46', 'flow', '2024', 6, { needsVerification: true }),
    ],
    asked: { units: '34' },
    answer: [
      '34:24 flow 10 from 24 of 2 only_parts to verify',
      '34:24 flow 5 from 27 of 2 only_parts',
      '34:46 flow 6 from 46 of 1 to verify',
    ],
  },
  {
    name: 'rule 11: a ratio of a new unit is that of the sums of its old ones: 10 of 25, not the middle',
    rows: [
      ...[told('63:35', 'top', '2024', 1), told('63:35', 'bottom', '2024', 4)],
      ...[told('63:36', 'top', '2024', 9), told('63:36', 'bottom', '2024', 16)],
      ...[told('63:37', 'top', '2024', 0), told('63:37', 'bottom', '2024', 5)],
    ],
    asked: { units: '34', indicators: ['share'] },
    answer: ['34:37 share 40 from 35+36+37 of 3'],
  },
  {
    name: 'rule 11: a month that straddles the merger is refused for a merged unit',
    rows: [told('34:37', 'flow', '2025-06-15/2025-07-14', 5)],
    asked: { units: '63' },
    answer: [],
    refused: ['34:37'],
    states: { '63:35': 'refused', '63:36': 'refused', '63:37': 'refused' },
  },
  {
    name: 'rule 11: and so is a report on the new list of days before it: the list decides, not the day',
    rows: [told('34:37', 'flow', '2024', 5), told('63:36', 'flow', '2025-H2', 3)],
    asked: { units: '63' },
    answer: ['63:36 flow 3'],
    refused: ['34:37'],
    states: { '63:35': 'refused', '63:36': 'value' },
  },
  {
    name: 'rule 11: a unit that was not merged passes, that month too',
    rows: [told('34:46', 'flow', '2025-06-15/2025-07-14', 5)],
    asked: { units: '63' },
    answer: ['63:46 flow 5 from 46 of 1'],
    refused: [],
  },
  {
    name: 'rule 11: the halves of 2025 on both lists are one year',
    rows: [
      ...[told('63:35', 'flow', '2025-H1', 1), told('63:36', 'flow', '2025-H1', 2), told('63:37', 'flow', '2025-H1', 3)],
      told('34:37', 'flow', '2025-H2', 10),
    ],
    asked: { units: '34', time: within('2025') },
    answer: ['34:37 flow 16 365/365 days from 35+36+37 of 3 and itself'],
  },
  {
    name: 'rule 11: days that both lists tell of are not counted twice',
    rows: [
      ...[told('63:35', 'flow', '2025-H1', 1), told('63:36', 'flow', '2025-H1', 2), told('63:37', 'flow', '2025-H1', 3)],
      told('34:37', 'flow', '2025', 10),
    ],
    asked: { units: '34', time: within('2025') },
    answer: ['34:37 flow 10 365/365 days'],
  },
]
