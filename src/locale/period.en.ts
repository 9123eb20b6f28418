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
}
