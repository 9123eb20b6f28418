import { MONTHS, monthIndex } from './calendar.mjs'

/** First days of the lunar years. */
export const TET = {
  ...{ 2015: '2015-02-19', 2016: '2016-02-08', 2017: '2017-01-28', 2018: '2018-02-16', 2019: '2019-02-05', 2020: '2020-01-25' },
  ...{ 2021: '2021-02-12', 2022: '2022-02-01', 2023: '2023-01-22', 2024: '2024-02-10', 2025: '2025-01-29', 2026: '2026-02-17' },
}

/**
 * By reporting month, from the one that ends in January. Campaigns for handing in weapons run in spring and autumn, models are
 * registered after Tết and reviewed at the end of the year; July has the day of gratitude, August the day of the movement.
 */
const SEASONS = {
  tips: [1.06, 0.97, 0.94, 0.98, 1.02, 1.05, 1.08, 1.16, 1.0, 0.96, 0.98, 1.06],
  models: [0.5, 0.4, 1.9, 1.8, 1.2, 0.9, 0.7, 0.8, 0.9, 1.0, 1.2, 1.6],
  surrenders: [0.9, 0.7, 0.8, 1.3, 1.5, 1.2, 0.8, 0.9, 0.8, 1.1, 1.3, 1.1],
  charity: [1.2, 1.0, 0.7, 0.7, 0.8, 0.9, 1.4, 1.0, 0.9, 1.0, 1.0, 1.3],
  outreach: [0.9, 0.8, 1.0, 1.1, 1.1, 1.0, 0.9, 1.3, 1.0, 1.1, 1.2, 0.9],
}
/** How much more or less there is in the month before Tết and in that of Tết. */
const AROUND_TET = {
  tips: [1.12, 0.8],
  models: [0.7, 0.4],
  surrenders: [1.0, 0.6],
  charity: [2.3, 1.2],
  outreach: [1.1, 0.6],
}

/** What happened to a part of the country for some months, and to which tables. */
const SHOCKS = [
  { table: 'outreach', from: monthIndex(2020, 4), to: monthIndex(2020, 5), parts: ['north', 'centre', 'south'], factor: 0.5 },
  { table: 'outreach', from: monthIndex(2021, 7), to: monthIndex(2021, 10), parts: ['south'], factor: 0.35 },
  { table: 'tips', from: monthIndex(2021, 7), to: monthIndex(2021, 10), parts: ['south'], factor: 0.8 },
  { table: 'charity', from: monthIndex(2021, 7), to: monthIndex(2021, 10), parts: ['south'], factor: 2.6 },
  { table: 'charity', from: monthIndex(2020, 10), to: monthIndex(2020, 12), parts: ['centre'], factor: 2.8 },
  { table: 'charity', from: monthIndex(2024, 9), to: monthIndex(2024, 11), parts: ['north'], factor: 3.1 },
]

/** What a month of a table is against a usual one, in a part of the country. */
export function seasonOf(table, index, part) {
  const shocks = SHOCKS.filter((one) => one.table === table && index >= one.from && index <= one.to && one.parts.includes(part))
  return SEASONS[table][index % 12] * tetFactor(table, index) * shocks.reduce((all, { factor }) => all * factor, 1)
}

function tetFactor(table, index) {
  const [before, within] = AROUND_TET[table]
  if (hasTet(index)) return within
  return hasTet(index + 1) ? before : 1
}

function hasTet(index) {
  const month = MONTHS[index]
  return month !== undefined && TET[month.year] >= month.start && TET[month.year] <= month.end
}
