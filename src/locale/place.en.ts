import type { PlaceWords } from './place.vi.ts'

export const placeEn: PlaceWords = {
  choose: 'Choose a province',
  chooseText: 'Choose a province to see all its indicators, beside its peer group and its assigned targets.',
  place: 'Province shown',
  none: 'none chosen',
  makeHome: 'Make it my province',
  forgetHome: 'Forget it',
  mine: (name) => `My province: ${name}`,
  mineSilent: 'No source mentions a figure of this place for the indicator and period in view.',
  mineApart: (names) =>
    `Here figures stand under each unit that reported: ${names.join(', ')}. Choose one at “Provinces”, or change “Count by” in the options.`,
  mineMore: (n) => `and ${digits(n)} more ${n === 1 ? 'figure' : 'figures'}`,
  mineAll: 'See all indicators',
  finding: (name, n, of, time) =>
    n === 0
      ? `${name}: no figure for any of ${of} indicators, ${time}.`
      : `${name} has figures for ${n} of ${of} indicators, ${time}.`,
  someDays: (n) => `Of these, ${n} ${n === 1 ? 'has' : 'have'} figures, but not for all days of the period.`,
  latest: 'latest figures',
  against: (kind, least) =>
    `Against ${kind === 'prev' ? 'the previous period' : 'the same period last year'}, among indicators of the four main domains with an earlier figure of ${least} or more: `,
  mostUp: 'the largest rise is in ',
  mostDown: 'the largest fall is in ',
  owesNothing: 'No report is overdue in this period.',
  owes: (stretches, more) => `Reports not received: ${stretches.join('; ')}${more > 0 ? `; and ${more} other periods` : ''}.`,
  owed: (time, due, indicators, old) =>
    [time, `due ${due}`, indicators > 1 ? `${indicators} indicators` : '', old.join(', ')].filter(Boolean).join(', '),
  owedHere: (text) => `report not received: ${text}`,
  moreOwed: (n) => `; and ${n} other periods`,
  madeOf: (names) => `Made of these provinces of the list of 63 (before 1 July 2025): ${names.join(', ')}.`,
  becamePartOf: (name) => `Part of ${name} since 1 July 2025.`,
  peerGroup: (label, n) => `Compared within: ${label}, ${n} provinces.`,
  peers: 'Among its peers',
  peerPlace: (place, of) => `${place} of ${of}`,
  peerTied: (of) => `equal in all ${of}`,
  peerMean: 'mean of the others',
  peerMeanBelow: '(below: mean of the others)',
  notApplicable: 'there is nothing to count in this period; press for the reason in the source',
  rearranged: 'communes were rearranged from 1 July 2025',
  withoutRearranged: (labels) =>
    `Left out of the largest rise and fall: ${labels.join('; ')}, because communes were rearranged from 1 July 2025.`,
  peerMissing: (n) => `${n} without a figure that compares`,
  target: 'Assigned target',
  from: 'from',
  otherTime: 'figure for another time:',
  lowerUnits: 'Units inside the province',
  lowerUnitsNote:
    'Figures of single units and parts of the place stand under their own names; they are not added to the figure of the province.',
  moreUnits: (n) => `${digits(n)} more units: see Detailed figures.`,
  figures: (n) => `${digits(n)} ${n === 1 ? 'figure' : 'figures'}`,
  unitName: (scope) => scope.replace(/ only(?=,|$)/, ''),
  rowsOfUnit: 'See the rows of this unit in Detailed figures',
  unitRows: 'See all rows of lower units in Detailed figures',
  silentDomains: (labels) => `Domains without any indicator mentioned: ${labels.join('; ')}.`,
  silent: (labels) => `Not mentioned: ${labels.join('; ')}.`,
  noSource: (name) => `No source of this dataset is about ${name}.`,
  directory: 'Directory of models',
  directoryOf: (place) => `Directory of models: ${place}`,
  directoryNote: 'Models and activities that a source names. Being named does not mean being counted in the number of models.',
  search: 'Search models, marks not needed',
  searchHint: 'name, field, province, unit, movement',
  field: 'Field',
  allFields: 'All fields',
  where: 'Search in',
  everywhere: 'The whole country',
  searchPlace: 'Search provinces, marks not needed',
  count: (from, to, found) => {
    const noun = found === 1 ? 'model' : 'models'
    if (to - from + 1 === found) return `${digits(found)} ${noun}`
    return from === 1
      ? `First ${digits(to)} of ${digits(found)} ${noun}`
      : `Models ${digits(from)}–${digits(to)} of ${digits(found)}`
  },
  ofAll: (all) => `${digits(all)} in the whole dataset`,
  before: 'Previous page',
  after: 'Next page',
  noModels: 'This dataset names no models.',
  noneFound: 'No model matches. Ask for less, or search the whole country.',
  noneHere: (name) => `No source of the dataset names a model of ${name}.`,
  name: 'Model',
  programme: 'an activity, not a model',
  fieldAndMovement: 'Field, movement',
  at: 'Province, place',
  holder: 'Run by',
  started: 'Started',
  results: 'Results',
  notStated: (label, basis) => `${label} (${basis.charAt(0).toLocaleLowerCase('en')}${basis.slice(1)})`,
  noResults: 'named only, without results',
  showResults: (n) => `${n} ${n === 1 ? 'figure' : 'figures'} on its results`,
  allResults: 'All models',
  onlyResults: 'With stated results',
  order: 'Order',
  orders: { results: 'Most results first', newest: 'Newest first', name: 'Name' },
  movementBasis: (basis) => `movement: ${basis.charAt(0).toLowerCase()}${basis.slice(1)}`,
  resultsMissing: 'No row of figures of this model was found.',
  startedIn: (year, month) =>
    month === null
      ? year
      : new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
          Date.UTC(Number(year), month - 1, 1),
        ),
}

function digits(n: number): string {
  return n.toLocaleString('en-GB')
}
