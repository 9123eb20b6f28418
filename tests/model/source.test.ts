import { expect, test } from 'vitest'
import { isDateDoubtful, type Source } from '../../src/model/source.ts'

const source = (publishedDate: string | null, reportYear: number | null) => ({ publishedDate, reportYear }) as Source

test.each([
  ['in the year of the report', '2024-12-06', 2024, false],
  ['in the January after it', '2025-01-10', 2024, false],
  ['two years after it: perhaps the clock of the page', '2024-12-06', 2022, true],
  ['before it', '2021-05-01', 2022, true],
  ['no date', null, 2022, false],
  ['no year', '2024-12-06', null, false],
])('a date of publication %s', (_, date, year, doubtful) => {
  expect(isDateDoubtful(source(date, year))).toBe(doubtful)
})
