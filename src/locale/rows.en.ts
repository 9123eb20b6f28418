import type { RowsWords } from './rows.vi.ts'

export const rowsEn: RowsWords = {
  tabs: { overview: 'Overview', rows: 'Detailed figures' },
  tabsLabel: 'Screens',
  title: (shown, all) => (shown < all ? `First ${shown} of ${all} accepted rows` : `${all} accepted rows`),
  file: 'File',
  line: 'Line',
  place: 'Province',
  indicator: 'Indicator',
  printed: 'As printed',
  number: 'Number',
  covers: 'Unit, part covered',
  source: 'Source',
  noWholeNumber: 'no number',
  rejectedTitle: (shown, all) =>
    shown < all ? `Rows not accepted: ${all} (the first ${shown} are shown)` : `Rows not accepted: ${all}`,
  rejectedNone: 'Every row of the file was accepted.',
  column: 'Column',
  text: 'Content',
  reason: 'Reason',
  reasons: {
    unknown_code: 'the code is not in the code list',
    not_a_number: 'not a number (plain digits, decimal point)',
    point_in_number: 'has a point: thousands or a decimal? Write the digits together, such as 8968',
    not_a_date: 'not a day of the form 2024-12-31',
    end_before_start: 'ends before it starts',
    value_missing: 'no number, and not said to be in words',
    value_unexpected: 'a number, though said to have none',
    'field-count': 'another number of cells than the header',
    'text-after-quote': 'text after a closing quote',
  },
  fieldCount: (fields, expected) => `${fields} of ${expected} cells`,
}
