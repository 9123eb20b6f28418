import type { PeriodWords } from './period.vi.ts'

export const periodEn: PeriodWords = {
  chosen: 'Chosen',
  often: 'Often used',
  years: 'Years',
  grains: { year: 'Years', half: 'Half-years', quarter: 'Quarters', month: 'Months' },
  all: 'All periods',
  since: (edge) => `Since ${edge}`,
  upTo: (edge) => `Up to ${edge}`,
  yearToDate: 'Year to date',
  lastMonths: (n) => `Last ${n} months`,
  lastYears: (n) => `last ${n} years`,
  search: 'Search: 6/2024, Q2, 2023…',
  none: 'The data have no such period.',
  timeline: 'Choose on the timeline',
  notChosen: 'No period chosen: the latest figure of each province is shown.',
  nowChosen: (time) => `Chosen: ${time}`,
  startGrip: 'Begins with',
  endGrip: 'Up to the end of',
  barsMean: 'Tall bars: many provinces have figures. Drag over the bars or move the two grips; on a keyboard, arrow keys.',
  barsList: (lists) =>
    lists.length > 1
      ? 'Each period is counted by the list of its reports (63 or 34 provinces and cities), whichever list the page counts by.'
      : `Counted by the list of the reports: ${lists[0]} provinces and cities.`,
  barSays: (time, places) =>
    `${time}: ${places.map(([list, n]) => `${n} provinces (list of ${list})`).join(' and ') || '0 provinces'} have figures`,
  empty: (period) => `No figures: ${period}`,
  held: (from, to) => `The dataset has figures from ${from} to ${to}.`,
  goTo: (period) => `See the newest period with figures: ${period}`,
  otherTimes: 'Figures of other periods, province by province',
}
