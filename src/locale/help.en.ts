import type { HelpWords } from './help.vi.ts'

export const helpEn: HelpWords = {
  button: 'Help',
  title: 'Help: how to read the figures',
  marksTitle: 'Words and marks beside a number',
  marksText: 'Click any number on the page to see where it comes from and how it is made.',
  marks: {
    exact: 'The number as the source gives it. A solid underline: a click shows its grounds.',
    atLeast: 'The source says “more than”: the true number is not lower. Shortened, it is rounded down.',
    about: 'The source says “about” or “nearly”: an approximate number, with the source’s own word.',
    inWords: 'Italics: the source gives words only. They are printed as they are; no number is made of them.',
    zero: 'The source says that none occurred.',
    missing: 'The source does not mention it. This is neither zero nor a late report.',
    owed: 'A reporting calendar expects it, the day has passed, and it was not received. Nothing else is hatched.',
    part: 'A hollow frame: only a part of the place, named below; not ranked with numbers of whole provinces.',
    oldUnits:
      'In the table “Where there are figures, and where not”: of a province of today only single old provinces have a figure, and it says how many; that is no figure of the whole.',
    verify:
      'A dotted underline: needs verification, for a reason given in its grounds. It enters no total or rank of several places.',
    provisional: 'Provisional: the source may still change it. In pictures its dot is a broken ring.',
    estimated:
      'Estimated: by the source, or shared out by days where a report straddles the edge of the period. In pictures its dot is a broken ring too.',
    someDays:
      'A number for some of the days of the period (reports are missing, or it is not over): how many is said, and it is not ranked with whole ones. On a line its dot is an unbroken ring; in a row of dots it is a ring with a core.',
  },
  samples: { inWords: 'hundreds', owed: 'not received, due 18 June', part: 'one town only', oldUnits: '2 of 3 old provinces' },
  coverageTitle: 'What a row of dots says',
  coverageText:
    'Each dot is a place that should have a figure. Full: a number for all days of the period. A ring with a core: a number, but not for all days. Half: in words only, or a part of the place. Hollow: none for this period. Press the row for the names; press a name to highlight the place in the pictures. Where few places have a number, read this before any total.',
  pressTitle: 'Pressing a picture',
  pressText:
    'A number, dot, bar, or a province with a number on the map: where the number comes from. The name of a place, or a province without a number on the map: highlights the place in every picture; press it again to drop that. From the keyboard: choose it at “Highlight”, or open the row of dots.',
  unitsTitle: 'What “count by” does with merged provinces',
  units: {
    '34': 'Adds the figures of the old provinces up to today’s, where definition and time are the same. Where they are not, they stand side by side and are not added. If an old province is missing, that is said, and there is no rank.',
    '63': 'The figure of a merged province cannot be split into the old ones: the page says so and does not guess. The 11 that were not merged keep theirs.',
    goc: 'Each figure stands under the unit that reported it; nothing is moved to another list or added there.',
  },
  likeTitle: 'Compared with the previous period or the same period last year',
  likeText:
    'A change counts only places that have both figures, by the same definition; who lacks one is named and left out. Where the earlier figure is 0 there is no percentage. Two figures that are both “more than” are not subtracted.',
  neverTitle: 'What the page never does',
  never: [
    'Add or rank figures of unlike definition, unit or time: bombs with cartridges, five years with one.',
    'Take a gap for zero, or a figure that a source does not mention for an overdue report.',
    'Turn gifts into money, or “hundreds” into a number.',
    'Average rates: a common rate is computed anew from its two counts.',
    'Colour a number as good or bad where its indicator has no stated direction.',
  ],
  sourcesTitle: 'Where the figures come from',
  sourcesText:
    'Each number leads to the line in the file and the passage in the source. The screen “Sources and reliability” lists every row: accepted, not accepted, contradicting, in need of verification. A wrong figure: “Report a wrong figure” at the end of its grounds.',
  filesTitle: 'Files of your own machine',
  filesText:
    'They are read on this machine and sent nowhere. A copied link holds neither their names nor their data; whoever receives it needs the file.',
  keysTitle: 'Keyboard shortcuts',
  keysText: 'Without effect while you type, or while a list or a dialog is open.',
  keys: { help: 'Open this help', search: 'Search the screen in view, or choose a place' },
  openTab: (tab) => `Open the screen “${tab}”`,
}
