import { ABOUT, type HandMade, HUNDREDS, NOT_OVER, OVER, told, WITHHELD, within } from './hand-made-case.ts'
import { ADDITIONAL, LOWER, ofCommune } from './rows.ts'

const [YOUTH_UNION, COMMUNE] = LOWER
const months = (year: number, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `${year}-${String(from + at).padStart(2, '0')}`)

/** Rules 1 to 9 as in the report. */
export const HAND_MADE_ROWS: readonly HandMade[] = [
  {
    name: 'rule 1: a ratio of flows is that of their sums, not the middle of 25 and 56,25',
    rows: [
      ...[told('63:36', 'won', '2024-H1', 1), told('63:36', 'tried', '2024-H1', 4)],
      ...[told('63:36', 'won', '2024-H2', 9), told('63:36', 'tried', '2024-H2', 16)],
    ],
    asked: { time: within('2024') },
    answer: ['63:36 won 10 366/366 days', '63:36 tried 20 366/366 days', '63:36 rate 50 366/366 days'],
  },
  {
    name: 'rule 1: a printed ratio that its counts do not make gives way and is marked',
    rows: [told('63:36', 'top', '2024', 204), told('63:36', 'bottom', '2024', 240), told('63:36', 'share', '2024', 95)],
    answer: ['63:36 top 204', '63:36 bottom 240', '63:36 share 85 that its parts do not make'],
  },
  {
    name: 'rule 1: a stock over time is its newest, never 33',
    rows: [
      told('63:36', 'stock', '?/2024-03-31', 10),
      told('63:36', 'stock', '?/2024-09-30', 12),
      told('63:36', 'stock', '2020-01-01/2024-06-30', 11),
    ],
    asked: { time: within('2024') },
    answer: ['63:36 stock 12'],
  },
  {
    name: 'rule 1: a stock of the half-year is that of its last day inside',
    rows: [
      told('63:36', 'stock', '?/2024-03-31', 10),
      told('63:36', 'stock', '?/2024-09-30', 12),
      told('63:36', 'stock', '2020-01-01/2024-06-30', 11),
    ],
    asked: { time: within('2024-H1') },
    answer: ['63:36 stock 11'],
  },
  {
    name: 'rule 2: a total of 150 and its parts of 39, 97 and 14 are 150',
    rows: [
      told('63:84', 'stock', '2024', 150),
      ...[
        told('63:84', 'stock add=x', '2024', 39),
        told('63:84', 'stock add=y', '2024', 97),
        told('63:84', 'stock add=z', '2024', 14),
      ],
    ],
    answer: ['63:84 stock 150'],
  },
  {
    name: 'rule 2: a total of 150 beside parts of 39 and 97 is marked',
    rows: [
      told('63:84', 'stock', '2024', 150),
      told('63:84', 'stock add=x', '2024', 39),
      told('63:84', 'stock add=y', '2024', 97),
    ],
    answer: ['63:84 stock 150 that its parts do not make'],
  },
  {
    name: 'rule 2: parts under two breakdowns are counted once',
    rows: [
      ...[told('63:84', 'flow add=x', '2024', 39), told('63:84', 'flow add=y', '2024', 97)],
      ...[told('63:84', 'flow more=x', '2024', 100), told('63:84', 'flow more=y', '2024', 36)],
    ],
    answer: ['63:84 flow add=x+y 136'],
  },
  {
    name: 'rule 2: bombs and cartridges have no sum',
    rows: [
      told('63:36', 'flow kind=x', '2024', 53),
      told('63:36', 'flow kind=y', '2024', 3089),
      told('63:36', 'flow kind=z', '2024', 500, { unit: 'gram' }),
    ],
    answer: ['63:36 flow kind=x 53', '63:36 flow kind=y 3089', '63:36 flow kind=z 500'],
  },
  {
    name: 'rule 2: two definitions of one thing have no sum and no scale',
    rows: [told('63:36', 'flow said=x', '2024', 8968), told('63:84', 'flow said=y', '2024', 2127)],
    answer: ['63:36 flow said=x 8968', '63:84 flow said=y 2127'],
    scales: [],
  },
  {
    name: 'rule 2: what is a part of another indicator is not added to it',
    rows: [told('63:36', 'flow', '2024', 100), told('63:36', 'inner', '2024', 30)],
    answer: ['63:36 flow 100', '63:36 inner 30'],
  },
  {
    name: 'rule 3: a commune does not stand for its province',
    rows: [told('63:84', 'flow', '2024', 14, COMMUNE)],
    answer: ['63:84 flow [chỉ xã Long Toàn] 14 only_parts'],
    states: { '63:84': 'only_parts' },
  },
  {
    name: 'rule 3: a commune is not counted beside its province, under any part and time',
    rows: [
      told('63:84', 'flow', '2024', 100),
      ...[
        told('63:84', 'flow', '2024', 14, COMMUNE),
        told('63:84', 'flow add=x', '2025', 9, COMMUNE),
        told('63:84', 'flow', '2024', 7, YOUTH_UNION),
      ],
    ],
    answer: ['63:84 flow 100'],
    states: { '63:84': 'value' },
  },
  {
    name: 'rule 3: a department that its report adds is added once',
    rows: [
      told('63:84', 'flow', '2024', 6000),
      told('63:84', 'flow', '2024', 147, ADDITIONAL),
      told('63:84', 'flow', '2023', 50, ADDITIONAL),
    ],
    answer: ['63:84 flow 6147'],
  },
  {
    name: 'rule 3: the communes that are expected make the figure of their province',
    rows: [
      told('63:86', 'flow', '2024', 14, ofCommune('Công an xã Long Toàn')),
      told('63:86', 'flow', '2024', 5, ofCommune('Công an xã Long Hữu')),
      told('63:36', 'flow', '2024', 30),
    ],
    answer: ['63:36 flow 30', '63:86 flow 19'],
    scales: ['63:36 63:86 = 49'],
    states: { '63:86': 'value' },
  },
  {
    name: 'rule 3: one of two expected communes is a part of the province, 1/2, in no total',
    rows: [told('63:86', 'flow', '2024', 14, ofCommune('Công an xã Long Toàn')), told('63:36', 'flow', '2024', 30)],
    answer: ['63:36 flow 30', '63:86 flow [chỉ xã Long Toàn] 14 of 1/2 xa only_parts'],
    scales: [],
    states: { '63:86': 'only_parts' },
  },
  {
    name: 'rule 3: a commune that nobody expects stays under its name beside those that are expected',
    rows: [
      told('63:86', 'flow', '2024', 14, ofCommune('Công an xã Long Toàn')),
      told('63:86', 'flow', '2024', 5, ofCommune('Công an xã Long Hữu')),
      told('63:86', 'flow', '2024', 100, ofCommune('Công an xã Lạ')),
    ],
    answer: ['63:86 flow 19', '63:86 flow [chỉ xã Lạ] 100 only_parts'],
  },
  {
    name: 'rule 3: of communes of two times none is added',
    rows: [
      told('63:86', 'flow', '2024', 14, ofCommune('Công an xã Long Toàn')),
      told('63:86', 'flow', '2023', 5, ofCommune('Công an xã Long Hữu')),
    ],
    answer: ['63:86 flow [chỉ xã Long Toàn] 14 of 1/2 xa only_parts', '63:86 flow [chỉ xã Long Hữu] 5 of 1/2 xa only_parts'],
  },
  {
    name: 'rule 3: the zero of a town is no zero of its province',
    rows: [told('63:35', 'flow', '2024', 0, COMMUNE)],
    answer: ['63:35 flow [chỉ xã Long Toàn] 0 only_parts'],
    states: { '63:35': 'only_parts' },
  },
  {
    name: 'rule 4: quarters and what they come to since January are counted once',
    rows: [
      ...[told('63:36', 'flow', '2024-Q1', 10), told('63:36', 'flow', '2024-Q2', 15)],
      ...[told('63:36', 'flow', '2024-H1', 25), told('63:36', 'flow', '2024-01-01/2024-09-30', 45)],
    ],
    asked: { time: within('2024') },
    answer: ['63:36 flow 45 274/366 days'],
  },
  {
    name: 'rule 4: two quarters that their half-year contradicts count, and are marked',
    rows: [told('63:36', 'flow', '2024-Q1', 10), told('63:36', 'flow', '2024-Q2', 15), told('63:36', 'flow', '2024-H1', 30)],
    asked: { time: within('2024-H1') },
    answer: ['63:36 flow 25 182/182 days that rows of other lengths contradict'],
  },
  ...(['2024-H1', '2024'] as const).map(
    (edge): HandMade => ({
      name: `rule 4: months of 10 without June, a half-year of 70, a year of 130: ${edge}`,
      rows: [
        ...[...months(2024, 1, 5)].map((month) => told('63:36', 'flow', month, 10)),
        ...[told('63:36', 'flow', '2024-H1', 70), told('63:36', 'flow', '2024', 130)],
      ],
      asked: { time: within(edge) },
      answer: [edge === '2024' ? '63:36 flow 130 366/366 days' : '63:36 flow 70 182/182 days'],
    }),
  ),
  {
    name: 'rule 4: the half-year of 70 with July to December makes the year where those exist',
    rows: [
      ...[...months(2024, 1, 5)].map((month) => told('63:36', 'flow', month, 10)),
      ...[...months(2024, 7, 12)].map((month) => told('63:36', 'flow', month, 11)),
      ...[told('63:36', 'flow', '2024-H1', 70), told('63:36', 'flow', '2024', 130)],
    ],
    asked: { time: within('2024') },
    answer: ['63:36 flow 136 366/366 days that rows of other lengths contradict'],
  },
  {
    name: 'rule 4: February of a leap year has 29 days',
    rows: [told('63:36', 'flow', '2024-02', 3), told('63:37', 'flow', '2024-02-01/2024-02-28', 2)],
    asked: { time: within('2024-02') },
    answer: ['63:36 flow 3 29/29 days', '63:37 flow 2 28/29 days'],
    scales: [],
  },
  {
    name: 'rule 4: February of another year has 28',
    rows: [told('63:36', 'flow', '2025-02', 3)],
    asked: { time: within('2025-02') },
    answer: ['63:36 flow 3 28/28 days'],
  },
  {
    name: 'rule 4: a year that begins on 15 December is not the calendar year',
    calendar: '12-15',
    rows: [told('63:36', 'flow', '2023-12-15/2024-12-14', 100), told('63:37', 'flow', '2024', 90)],
    asked: { time: within('2024') },
    answer: ['63:36 flow 100 366/366 days'],
    states: { '63:36': 'value', '63:37': 'other_time' },
  },
  {
    name: 'rule 4: its months go from the 15th to the 14th',
    calendar: '12-15',
    rows: [told('63:36', 'flow', '2023-12-15/2024-01-14', 8), told('63:37', 'flow', '2024-01', 9)],
    asked: { time: within('2024-01') },
    answer: ['63:36 flow 8 31/31 days'],
  },
  {
    name: 'rule 4: a year that begins in July is named after the next one',
    calendar: '07-01',
    rows: [told('63:36', 'flow', '2024-07-01/2025-06-30', 70), told('63:37', 'flow', '2025', 90)],
    asked: { time: within('2025') },
    answer: ['63:36 flow 70 365/365 days'],
  },
  {
    name: 'rule 4: of a report without days the year of the report orders it, and is not shown',
    rows: [told('63:36', 'flow', '?/?', 5, { sourceId: 'D' }), told('63:36', 'flow', '2022', 9, { sourceId: 'D' })],
    answer: ['63:36 flow 5'],
  },
  {
    name: 'rule 5: of two sources for one key the package chooses one',
    rows: [told('63:36', 'flow', '2024', 90, { sourceId: 'B' }), told('63:36', 'flow', '2024', 100)],
    answer: ['63:36 flow 100'],
  },
  {
    name: 'rule 5: of two sources that it trusts alike the newer one counts',
    rows: [told('63:36', 'flow', '2024', 90, { sourceId: 'B' }), told('63:36', 'flow', '2024', 80, { sourceId: 'C' })],
    answer: ['63:36 flow 80'],
  },
  {
    name: 'rule 5: of two sources for one stock on one day the package chooses one, whatever else is said of its time',
    rows: [
      told('63:36', 'stock', '?/2024-12-31', 90, { sourceId: 'B' }),
      told('63:36', 'stock', '?/2024-12-31', 100, { periodBasis: 'as_of' }),
      told('63:36', 'stock', '2020-01-01/2024-12-31', 80, { sourceId: 'C' }),
    ],
    answer: ['63:36 stock 100'],
  },
  {
    name: 'rule 5: a stock of another day is no other source for it',
    rows: [told('63:36', 'stock', '?/2024-12-31', 90, { sourceId: 'B' }), told('63:36', 'stock', '?/2024-06-30', 100)],
    answer: ['63:36 stock 90'],
  },
  {
    name: 'rule 3: what another source adds to a stock of the day stays out',
    rows: [
      told('63:36', 'stock', '?/2024-12-31', 100, { periodBasis: 'as_of' }),
      told('63:36', 'stock', '?/2024-12-31', 90, { sourceId: 'B' }),
      told('63:36', 'stock', '?/2024-12-31', 9, { ...ADDITIONAL, sourceId: 'B' }),
    ],
    answer: ['63:36 stock 100'],
  },
  {
    name: 'rule 5: a half-year of one source and one of another are no year where the first has the whole year',
    rows: [
      ...[told('63:36', 'flow', '2024', 100), told('63:36', 'flow', '2024-H2', 60)],
      told('63:36', 'flow', '2024-H1', 50, { sourceId: 'B' }),
    ],
    asked: { time: within('2024') },
    answer: ['63:36 flow 100 366/366 days that rows of other lengths contradict'],
  },
  {
    name: 'rule 5: months of the source trusted less are no finer than the half-year of the one trusted more',
    rows: [
      told('63:36', 'flow', '2024-H1', 70),
      ...months(2024, 1, 6).map((month) => told('63:36', 'flow', month, 10, { sourceId: 'B' })),
    ],
    asked: { time: within('2024-H1') },
    answer: ['63:36 flow 70 182/182 days that rows of other lengths contradict'],
  },
  {
    name: 'rule 4: a year is contradicted by half-years of another source, whatever else that one tells of some of their days',
    rows: [
      told('63:36', 'flow', '2024', 130),
      ...[told('63:36', 'flow', '2024-H1', 60, { sourceId: 'B' }), told('63:36', 'flow', '2024-H2', 60, { sourceId: 'B' })],
      told('63:36', 'flow', '2024-01', 5, { sourceId: 'B' }),
      told('63:36', 'flow', '2024-06-15/2024-07-14', 9, { sourceId: 'B' }),
    ],
    asked: { time: within('2024') },
    answer: ['63:36 flow 130 366/366 days that rows of other lengths contradict'],
  },
  {
    name: 'rule 5: sources of different times are added, and where one has nothing another fills it',
    rows: [
      ...[told('63:36', 'flow', '2024-Q1', 10), told('63:36', 'flow', '2024-Q2', 20)],
      ...[told('63:36', 'flow', '2024-Q3', 30), told('63:36', 'flow', '2024-H2', 80, { sourceId: 'B' })],
    ],
    asked: { time: within('2024') },
    answer: ['63:36 flow 110 366/366 days'],
  },
  {
    name: 'rule 5: a correction takes the place of what it corrects',
    rows: [told('63:36', 'flow', '2024', 80, { revision: 2 }), told('63:36', 'flow', '2024', 100)],
    answer: ['63:36 flow 80'],
  },
  {
    name: 'rule 5: grenades of 31 and 1 are 32, marked',
    rows: [told('63:36', 'flow kind=x', '2024', 31), told('63:36', 'flow kind=x', '2024', 1)],
    answer: ['63:36 flow kind=x 32 of rows with one key'],
  },
  {
    name: 'rule 6: over 3,2 billion and 1,7 and 0,384 are over 5,284',
    rows: [
      told('63:84', 'flow add=x', '2024', 3.2e9, OVER),
      told('63:84', 'flow add=y', '2024', 1.7e9),
      told('63:84', 'flow add=z', '2024', 0.384e9),
    ],
    answer: ['63:84 flow add=x+y+z ≥5284000000'],
  },
  {
    name: 'rule 6: words and what is withheld make a lower bound',
    rows: [
      ...[told('63:36', 'flow', '2024-Q1', 10), told('63:36', 'flow', '2024-Q2', null, HUNDREDS)],
      ...[told('63:37', 'flow', '2024-Q1', 10), told('63:37', 'flow', '2024-Q2', null, WITHHELD)],
    ],
    asked: { time: within('2024-H1') },
    answer: ['63:36 flow ≥10 182/182 days', '63:37 flow ≥10 182/182 days'],
  },
  {
    name: 'rule 6: over 100 and not over 40 are no number',
    rows: [told('63:36', 'flow', '2024-Q1', 100, OVER), told('63:36', 'flow', '2024-Q2', 40, NOT_OVER)],
    asked: { time: within('2024-H1') },
    answer: ['63:36 flow no number 182/182 days in_words'],
  },
  {
    name: 'rule 6: about 30 and over 100 are about, and over',
    rows: [told('63:36', 'flow', '2024-Q1', 100, OVER), told('63:36', 'flow', '2024-Q2', 30, ABOUT)],
    asked: { time: within('2024-H1') },
    answer: ['63:36 flow ≥~130 182/182 days'],
  },
  {
    name: 'rule 6: 10 of over 40 are at most 25 %',
    rows: [told('63:36', 'top', '2024', 10), told('63:36', 'bottom', '2024', 40, OVER)],
    answer: ['63:36 top 10', '63:36 bottom ≥40', '63:36 share ≤25'],
  },
  {
    name: 'rule 6: over 10 of over 40 are no ratio: the printed one stands',
    rows: [told('63:36', 'top', '2024', 10, OVER), told('63:36', 'bottom', '2024', 40, OVER), told('63:36', 'share', '2024', 30)],
    answer: ['63:36 top ≥10', '63:36 bottom ≥40', '63:36 share 30'],
  },
  {
    name: 'rule 7: five years and one year share no scale',
    rows: [told('63:36', 'flow', '2020-01-01/2024-12-31', 8968), told('63:84', 'flow', '2024', 2127)],
    answer: ['63:36 flow 8968', '63:84 flow 2127'],
    scales: [],
  },
  {
    name: 'rule 7: unknown times are one inside one source only',
    rows: [told('63:35', 'flow', '?/?', 1), told('63:36', 'flow', '?/?', 2), told('63:37', 'flow', '?/?', 4, { sourceId: 'B' })],
    answer: ['63:35 flow 1', '63:36 flow 2', '63:37 flow 4'],
    scales: ['63:35 63:36 = 3'],
  },
  {
    name: 'rule 7: what is to verify is on no scale and in no total',
    rows: [
      told('63:35', 'flow', '2024', 1),
      told('63:36', 'flow', '2024', 2),
      told('63:37', 'flow', '2024', 4, { needsVerification: true }),
    ],
    answer: ['63:35 flow 1', '63:36 flow 2', '63:37 flow 4 to verify'],
    scales: ['63:35 63:36 = 3'],
  },
  {
    name: 'rule 9: zero, missing and in words are three things',
    rows: [told('63:35', 'flow', '2024', 0), told('63:37', 'flow', '2024', null, HUNDREDS)],
    answer: ['63:35 flow 0 zero', '63:37 flow no number in_words'],
    states: { '63:35': 'zero', '63:36': 'not_mentioned', '63:37': 'in_words' },
    scales: [],
  },
  {
    name: 'rule 9: a year without its last day is not all of the year, a zero of January neither',
    rows: [
      told('63:35', 'flow', '2024-01', 0),
      told('63:36', 'flow', '2024-01-01/2024-12-30', 10),
      told('63:37', 'flow', '2024', 20),
    ],
    asked: { time: within('2024') },
    answer: ['63:35 flow 0 31/366 days zero', '63:36 flow 10 365/366 days', '63:37 flow 20 366/366 days'],
    states: { '63:35': 'part_of_time', '63:36': 'part_of_time', '63:37': 'value', '63:84': 'not_mentioned' },
  },
  {
    name: 'rule 9: ten months of twelve are some days, twelve are all of them',
    rows: [
      ...months(2024, 1, 12)
        .filter((month) => month !== '2024-02' && month !== '2024-03')
        .map((month) => told('63:36', 'flow', month, 1)),
      ...months(2024, 1, 12).map((month) => told('63:37', 'flow', month, 1)),
    ],
    asked: { time: within('2024') },
    answer: ['63:36 flow 10 306/366 days', '63:37 flow 12 366/366 days'],
    states: { '63:36': 'part_of_time', '63:37': 'value' },
  },
  {
    name: 'rule 9: some days of one kind beside all of another, and words beside some days',
    rows: [
      ...[told('63:36', 'flow kind=x', '2024-H1', 3), told('63:36', 'flow kind=y', '2024', 4)],
      ...[told('63:37', 'flow kind=x', '2024-H1', 5), told('63:37', 'flow kind=y', '2024', null, HUNDREDS)],
    ],
    asked: { time: within('2024') },
    answer: [
      ...['63:36 flow kind=x 3 182/366 days', '63:36 flow kind=y 4 366/366 days'],
      ...['63:37 flow kind=x 5 182/366 days', '63:37 flow kind=y no number 366/366 days in_words'],
    ],
    states: { '63:36': 'value', '63:37': 'part_of_time' },
  },
  {
    name: 'rule 9: outside a window with two ends there are no days to lack',
    rows: [told('63:36', 'flow', '2024-H1', 10), told('63:37', 'flow', '2024', 20)],
    asked: { time: { kind: 'window', from: '2024', to: null } },
    answer: ['63:36 flow 10', '63:37 flow 20'],
    states: { '63:36': 'value', '63:37': 'value' },
  },
]
