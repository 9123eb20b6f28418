import type { ModelsWords } from './models.vi.ts'

export const modelsEn: ModelsWords = {
  dots: 'Counted in dots',
  dotsNothing: 'There is no number of models to draw dot by dot. See Table.',
  dotsDivided: 'This picture draws plain numbers, not those divided by people, years or communes: change it under Options.',
  dotIs: (n, unit) => (n === 1 ? `one dot each (${unit})` : `one dot for ${n.toLocaleString('en-GB')} ${unit}`),
  dotUnlike: 'What a dot stands for differs between the groups: see the head of each.',
  dotApart: 'Each definition is a group of its own; there is no rank and no sum across groups.',
  dotRest: 'part not given',
  dotPart: 'a dot that is not full: the remainder of one dot',
  dotHollow: 'part of the province only, or parts added where the source gives no total',
  dotUnsure: 'provisional or estimated',
  dotDoubtful: 'needs verification',
  dotAtLeast: 'this number or more',
  dotAtMost: 'not more than this number',
  dotAbout: 'approximate: the last dots fade',
  dotMore: (n) => `${n} other groups of figures are not drawn: choose one indicator, or see Table.`,
  steps: 'Life cycle of models',
  stepsNothing: 'No step in the life of models has a number. See Table.',
  stepsRule:
    'Each step has a definition of its own: the numbers are not added and share no scale. The bar below a number is only its share of the step named beneath.',
  stepFlow: 'counted over the period',
  stepStock: 'counted at a date',
  stepNotAdded: 'has a figure that is not added here',
  stepSquares:
    'Each square is a place, in one order in every step (by its official number). Full: in the number of the step; half: a figure that is not added, in words or of a part; empty: none.',
  stepPlaces: (n, of) => `${n}/${of} provinces`,
  stepShare: (share, label) => `${share} of the step “${label}”`,
  stepPairs: (n, now, before) =>
    n === 1
      ? `the same province and date: ${now} against ${before}`
      : `${n} provinces with both numbers for the same date: ${now} against ${before}`,
  stepRefused: (label, reason) => `No share of the step “${label}”: ${reason}.`,
  stepUnits: (now, before) => `this step counts ${now}, the other ${before}`,
  stepReasons: {
    flow: 'one is counted over a period, the other at a date',
    unlike: 'the two are defined differently',
    no_common: 'no province has both numbers',
    other_time: 'the two are of different dates',
    bounded: 'both are known on one side only',
    zero_base: 'the step before is 0',
  },
  stepNoSum: 'Figures of different dates or parts, or that need verification, are not added.',
  stepBeside: (n) => `${n} ${n === 1 ? 'figure' : 'figures'} of another date or part, or to be verified, not added: see Table.`,
  stepWithheld: (n) => `${n} ${n === 1 ? 'province' : 'provinces'}: not applicable or withheld`,
  stepsWithout: (labels) => `No figure: ${labels.map((label) => label.charAt(0).toLowerCase() + label.slice(1)).join('; ')}.`,
  stepsSummary: (label, text, details) => `${label}: ${text}${details && ` (${details})`}`,
}
