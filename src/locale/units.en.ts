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
  refusedMany: (n, units) =>
    `Figures of ${n} merged provinces (from 1 July 2025) cannot be split among their old provinces: ${units.join(', ')}.`,
  madeOf: (names) => `Sum of the provinces before the merger: ${names.join(', ')}.`,
  partOf: (names, of) =>
    `This is the figure of only ${names.length} of ${of} provinces before the merger: ${names.join(', ')}. Not yet a figure of the whole province of today, so it is in no rank.`,
  ratioOf: (names) => `Computed anew from the sums of both counts over the provinces before the merger: ${names.join(', ')}.`,
  renamed: (name) => `This unit was not merged: the figure of ${name} as it is.`,
  joined: (others, own, ownList) => {
    const lists = ownList === '34' ? ['63', '34'] : ['34', '63']
    return `Reports by both lists of provinces, for days that do not overlap: by the list of ${lists[0]} (${others.join(', ')}) and by the list of ${lists[1]} (${own}).`
  },
}
