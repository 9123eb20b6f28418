import type { CompareWords } from './compare.vi.ts'

export const compareEn: CompareWords = {
  normalisation: 'Numbers',
  normalisations: {
    abs: 'Absolute',
    year: 'Average per year',
    per100k: 'Per 100,000 people',
    commune: 'Average per commune-level unit',
    index: 'Index, base period = 100',
  },
  edges: 'Edges of the period',
  shareOut: 'Share out by days what straddles the period (estimated)',
  comparison: 'Compare',
  comparisons: {
    none: 'With nothing',
    prev: 'Against the previous period',
    yoy: 'Against the same period last year',
    peers: 'Against the average of the emulation cluster',
    target: 'Against the assigned target',
  },
  dots: 'Dot plot',
  keyNow: 'period shown',
  keyBase: {
    prev: 'previous period',
    yoy: 'same period last year',
    peers: 'average of the others in the cluster',
    target: 'assigned target',
  },
  base: { prev: 'Previous period', yoy: 'Same period last year', peers: 'Cluster average', target: 'Assigned target' },
  sortByNumber: 'largest first',
  sortByChange: {
    prev: 'largest rise first',
    yoy: 'largest rise first',
    peers: 'furthest above its cluster first',
    target: 'closest to or above target first',
  },
  sortByName: 'by name',
  copyConclusion: 'Copy the finding',
  conclusionSources: (titles, n) => `Sources: ${titles.join('; ')}${n > titles.length ? `; and ${n - titles.length} more` : ''}.`,
  conclusionDay: (day) => `Data as of ${day}.`,
  owedTitle: 'Reports not received',
  owedHeading: (day) => `Reports not received and overdue${day && ` (as of ${day})`}`,
  owedNone: 'No province has an overdue report in this period.',
  owedStretch: (time, due) => `${time}, due ${due}:`,
  cards: 'The four domains',
  ofPlaces: (n, of) => `(${n} of ${of} provinces)`,
  changeOfPlaces: (n, of, partly) =>
    partly > 0 ? `(${n} of ${of} provinces and parts of ${partly})` : `(${n} of ${of} provinces)`,
  eachOfPlaces: (n, of) => `Each number: ${n} of ${of} provinces`,
  openDomain: (domain) => `${domain} by province`,
  changeNote: { prev: 'change against the previous period', yoy: 'change against the same period last year' },
  change: 'Change',
  percent: 'Change (%)',
  share: 'Reached (%)',
  ofTarget: (share) => `${share} reached`,
  noTarget: 'no assigned target for exactly this period',
  noTargetAtAll: 'No assigned target is of the indicator and the period shown.',
  noPeers: 'not comparable inside the cluster',
  place: (place, of) => `place ${place} of ${of} in its cluster`,
  placeTied: (of) => `equal in all ${of} of its cluster`,
  zeroBase: (kind) => `${BASE[kind]} ${kind === 'prev' || kind === 'yoy' ? 'was' : 'is'} 0`,
  noBase: (kind) => `no figure in ${BASE[kind]}`,
  refused: {
    no_number: 'no number to compare',
    one_sided: 'both bounded on one side, not compared',
    partial_now: 'days or units missing, not compared',
    in_doubt: 'to be verified, not compared',
    unlike: 'not the same definition, not compared',
  },
  partialBase: (kind) => `days or units missing in ${BASE[kind]}, not compared`,
  otherDate: (now, base) => `different dates (${now}; the earlier figure ${base}), not compared`,
  refusedAll: {
    no_window:
      'Not compared: the period shown has no first and last day (the latest figures of the provinces are of different periods).',
    overlaps: 'Not compared with the same period last year: the period shown is longer than a year, so the two overlap.',
    no_targets: 'Not compared: this dataset has no assigned targets.',
    no_peers: 'Not compared: no province has a number that is comparable with another one in its cluster.',
    divided: 'Not compared: assigned targets are absolute numbers.',
    no_groups: 'Not compared: this dataset has no emulation clusters or regions.',
  },
  advice: {
    no_window: 'To compare, choose a period with a first and a last day.',
    overlaps: 'To compare, choose “Against the previous period”, or a period of one year at most.',
    no_targets: 'Choose another comparison under Options.',
    no_peers: 'Choose another comparison under Options.',
    divided: 'To compare, choose “Absolute” under Options.',
    no_groups: 'Choose another comparison under Options.',
  },
  ofTime: (time) => `Figures (${time.replace(/ \(([^()]*)\)/g, ', $1')}): `,
  likeForLike: (n, partly = 0, others = 'none') => {
    const part = `parts of ${partly}${n > 0 ? (partly === 1 ? ' other' : ' others') : partly === 1 ? ' province' : ' provinces'}`
    const whose = [n > 0 || partly === 0 ? `the ${n} provinces` : '', partly > 0 ? part : ''].filter(Boolean).join(' and ')
    return `In ${whose} with ${{ none: 'both figures', fewer_days: 'figures for all days of both periods', other_date: 'matching figures of both periods' }[others]}: `
  },
  went: (way) => ({ up: 'up ', down: 'down ', same: 'unchanged' })[way],
  from: ', from ',
  still: ', still ',
  to: ' to ',
  toLower: ' to ',
  against: (kind) => ({ prev: ' against the previous period', yoy: ' against the same period last year' })[kind],
  againstOnly: (kind) => ({ prev: 'Against the previous period, ', yoy: 'Against the same period last year, ' })[kind],
  reaches: 'with ',
  mostUp: 'Largest rise: ',
  mostDown: 'Largest fall: ',
  notBoth: (names, isOfDays) =>
    `Left out, without a figure ${isOfDays ? 'for all days of' : 'in'} one of the two periods: ${names.join(', ')}.`,
  bounded: (names) => `Left out, with a number stated as “more than” or “not more than” only: ${names.join(', ')}.`,
  otherDates: (names) => `Left out, with figures whose dates do not match between the two periods: ${names.join(', ')}.`,
  otherDateOnly: (kind, name, now, base) =>
    `Not compared with ${EARLIER[kind]}: the figure of ${name} is ${now}, the earlier one ${base}.`,
  otherDatesAll: (kind, names) =>
    `Not compared with ${EARLIER[kind]}: the dates of the figures do not match in ${names.join(', ')}.`,
  uncompared: (kind, why) => {
    const said = why.map(({ reason, n }) => (why.length > 1 ? `${reason} (${n} ${n === 1 ? 'province' : 'provinces'})` : reason))
    return `Not compared with ${EARLIER[kind]}: ${said.join('; ')}.`
  },
  uncomparedFor: {
    no_base: (kind) => `no figure in ${EARLIER[kind]}`,
    no_number: () => 'no number to compare',
    one_sided: () => 'figures of both periods are stated as “more than” or “not more than” only',
    in_doubt: () => 'figures to be verified',
    unlike: () => 'figures of the two periods differ in definition',
    days_now: () => 'no figures for all days of the period shown',
    units_now: () => 'no figures for all units in the period shown',
    days_base: (kind) => `no figures for all days of ${EARLIER[kind]}`,
    units_base: (kind) => `no figures for all units in ${EARLIER[kind]}`,
  },
  chooseCovered: (preset) => `To compare, choose a period with complete figures, such as “${preset}”.`,
  partly: (units, more) => {
    const named = units.map(({ name, old }) => `${name} (only the former ${old.join(', ')})`)
    const others = more > 0 ? [`and ${more} ${more === 1 ? 'other' : 'others'}`] : []
    return `Counted in part, by old provinces with both figures: ${[...named, ...others].join('; ')}.`
  },
  allUnits: (n) => `All provinces with a figure in this period (${n}): `,
  reached: (n, of) => `${n} of ${of} provinces reached their assigned target`,
  highestShare: '; highest ',
  lowestShare: '; lowest ',
  allUnverified: 'The denominators are not verified.',
  notDivided: (n, reason) => `${n} ${n === 1 ? 'figure' : 'figures'} not divided: ${reason}.`,
  dividedBy: { population: 'the population', commune_units: 'the number of commune-level units' },
  bases: (basis) => BASES[basis] ?? basis,
  denominator: (what, year, basis) => `Divided by ${what} of ${year} (${basis}).`,
}

const EARLIER = { prev: 'the previous period', yoy: 'the same period last year' }

const BASE = {
  prev: 'the previous period',
  yoy: 'the same period last year',
  peers: 'the cluster average',
  target: 'the assigned target',
}

const BASES: Readonly<Record<string, string>> = {
  gso_average: 'average population, statistics office',
  gso_average_extended: 'average population, statistics office, extended by simulation',
  resolution_202: 'Resolution 202/2025/QH15',
  decision_759: 'Decision 759/QD-TTg',
  list_11_unmerged: 'list of the 11 unmerged units',
  counted_2025: 'counted in the list of administrative units of 2025',
}
