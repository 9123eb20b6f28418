import type { SlopeWords } from './slope.vi.ts'

export const slopeEn: SlopeWords = {
  title: 'Two periods',
  nothing: 'No figure of this choice compares between the two periods.',
  noComparison: 'This picture compares with the previous period or the same period last year: choose one under Options, Compare.',
  columns: { prev: ['Previous period', 'Period shown'], yoy: ['Same period last year', 'Period shown'] },
  hollow: 'provisional or estimated',
  summary: (name, from, to, change) => `${name} from ${from} to ${to}${change && ` (${change})`}`,
  undrawn: (subject, reason, names) => `Not drawn${subject && ` in ${subject}`} (${reason}): ${names.join(', ')}.`,
  gone: 'no figure in the period shown',
  moreUndrawn: (n) => `… ${n} other groups are not drawn: see Table.`,
  morePanels: (n) => `${n} other groups of figures are not drawn: choose one indicator, or see Table.`,
  reasons: {
    no_number: 'no number to compare',
    one_sided: 'both figures bounded on one side',
    partial_now: 'days or units missing',
    in_doubt: 'needs verification',
    unlike: 'different definitions',
  },
  partialBase: (kind) => `days or units missing in ${{ prev: 'the previous period', yoy: 'the same period last year' }[kind]}`,
  otherDate: (now, base) => `different dates: ${now}; the earlier figure ${base}`,
  screen: 'Compare',
  choose: 'Choose 2 to 8 provinces to set side by side',
  chooseText: 'No province is chosen: the table below holds them all.',
  one: 'One province is chosen: add at least one more.',
  many: (n) => `${n} provinces are chosen. From 2 to 8 the pictures read better.`,
  finding: (places, scales) =>
    scales === 0
      ? `${places.join(', ')}: no two figures share a definition and a time, so none compare.`
      : `${places.join(', ')}: figures compare for ${scales} ${scales === 1 ? 'indicator or kind' : 'indicators or kinds'}.`,
  all: (n, scales) =>
    scales === 0
      ? `${n} provinces; no two figures share a definition and a time, so none compare.`
      : `${n} provinces; figures compare for ${scales} ${scales === 1 ? 'indicator or kind' : 'indicators or kinds'}.`,
  rule: 'Only figures of one indicator, definition and time share a scale; the others stand apart under their own time.',
  picker: 'Provinces compared',
  askSlope: 'To see two periods side by side, compare with the previous period or the same period last year.',
}
