import type { UnitsWords } from './units.vi.ts'

export const unitsEn: UnitsWords = {
  legend: 'Count by administrative units',
  lists: {
    '34': '34 provinces and cities (from 1 July 2025)',
    '63': '63 provinces and cities (before 1 July 2025)',
    goc: 'As in the report',
  },
  chip: (list) => `Counted by: ${list}`,
  oldUnits: (n, of) => `${n} of ${of} old provinces have it`,
  refused: (unit, parts) => `Figures of ${unit} (from 1 July 2025) cannot be split among its old provinces: ${parts.join(', ')}.`,
  refusedMany: (units) =>
    `Figures of ${units.length} merged provinces (from 1 July 2025) cannot be split among their old provinces: ${units.join(', ')}.`,
  madeOf: (names, of) =>
    names.length === of
      ? `Sum of the provinces before the merger: ${names.join(', ')}.`
      : `Of ${names.length} of ${of} provinces before the merger only: ${names.join(', ')}. Not yet a figure of the whole province of today, so it is in no rank.`,
  renamed: (name) => `This unit was not merged: the figure of ${name} as it is.`,
  wholeNote: (list) => `Counted by ${list}.`,
}
