import type { HeadlineWords } from './headline.vi.ts'

export const headlineEn: HeadlineWords = {
  notAsDivided: (n, of, subject) => {
    if (of === 1) return `The chosen province gives figures for ${lower(subject)}, but they cannot be divided as chosen`
    const given = n === of ? `all ${of} give` : `${n} ${n === 1 ? 'gives' : 'give'}`
    return `None of ${of} provinces has a figure that can be divided as chosen: ${given} figures for ${lower(subject)}, which cannot`
  },
  opening: (n, of, subject, time) => {
    const opening = openingOf(n, of, subject)
    return time === '' ? opening : `${upper(time)}, ${lower(opening)}`
  },
  openingOfAllDays: (n, of, subject, time) => {
    const opening = `${whoGives(n, of)} full-period figures for ${lower(subject)}`
    return time === '' ? opening : `${upper(time)}, ${lower(opening)}`
  },
  openingOfStretch: (n, of, subject, time) =>
    `${upper(time)}, ${lower(whoGives(n, of))} figures for just these days for ${lower(subject)}`,
  othersOfMoreDays: (n) => `, ${n} ${n === 1 ? 'other gives one' : 'others give figures'} for more days`,
  amongThem: (n) => `among these ${n} `,
  ofThemAllDays: (n) => `, ${n} of them for all days of the period`,
  ofThemEstimated: (n, names) =>
    `, ${n} of them ${n === 1 ? 'an estimate' : 'estimates'}${names.length > 0 ? ` (${names.join(', ')})` : ''}`,
  aboutDomain: (domain) => domain,
  lower: (text) => lower(text),
  colon: ': ',
  figure: (name) => `${name} `,
  details: (parts) => (parts.length > 0 ? ` (${parts.join('; ').replace(/ \(([^()]*)\)/g, ', $1')})` : ''),
  moreKinds: (n) => ` and ${n} other kinds`,
  others: (n) => `and ${n} others`,
  join: '; ',
  highest: 'highest in ',
  lowest: 'lowest in ',
  notCounting: ', not counting ',
  already: ' with ',
  inDays: (n, of) => ` already in ${n.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} days`,
  has: ' with ',
  inMoreDays: (n, of) =>
    n === of
      ? ` in all ${of.toLocaleString('en-GB')} days`
      : ` in ${n.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} days`,
  andOthers: (n) => `, and ${n} ${n === 1 ? 'other' : 'others'}`,
  atPlaces: (n) => ` in ${n} provinces`,
  allAlike: 'the same everywhere, ',
  allAlikeRounded: 'the same everywhere when rounded, ',
  asGiven: 'by what is stated, ',
  only: (what) => `; ${what}: `,
  noted: (remark, names) => `Note: ${remark} in ${names.length > 5 ? `${names.length} provinces` : names.join(', ')}.`,
  together: (n) => `${n} provinces together `,
  pooled: (n) => `${n} provinces taken together `,
  apart: 'With a figure of another period or definition, or to be verified, so not ranked with them: ',
  apartMany: (names) =>
    `With a figure of another period or definition, or to be verified, so not ranked with them: ${names.join(', ')}.`,
  allDays: (n, of) => {
    if (of === 1) return 'The chosen province has no figure for all days of the period'
    return n === 0
      ? `None of ${of} provinces has figures for all days of the period`
      : `Only ${n} of ${of} provinces ${n === 1 ? 'has' : 'have'} figures for all days of the period`
  },
  someDays: (n, of, subject) => `${whoGives(n, of)} figures for ${lower(subject)}, but not for all days of the period`,
  partOfTime: 'With a figure, but not for all days of the period: ',
  partOfTimeMany: (names) => `With a figure, but not for all days of the period: ${names.join(', ')}.`,
  otherDays: 'With a figure for other days, so not ranked with them: ',
  otherDaysMany: (names) => `With a figure for other days, so not ranked with them: ${names.join(', ')}.`,
  moreDays: 'With a figure for more days, so not ranked with them: ',
  moreDaysMany: (names) => `With a figure for more days, so not ranked with them: ${names.join(', ')}.`,
  seeStretch: (time) => `See ${time}`,
  inStretch: (n, of) => `: figures for all days from ${n} of ${of} provinces`,
  inWordsMany: (names) => `In words or for a part only: ${names.join(', ')}.`,
  inWords: 'In words or for a part only: ',
  notCompared: 'The figures differ in definition or period, so they are neither added nor ranked.',
  notMentioned: (names) => `Not mentioned: ${names.join(', ')}.`,
  notMentionedTotal: (names) => `No total given: ${names.join(', ')}.`,
  otherIndicators: (names) => `Only other indicators, in the table below: ${names.join(', ')}.`,
  otherTime: (names) => `Figures for another time: ${names.join(', ')}.`,
  notReceived: (names) => `Report not received: ${names.join(', ')}.`,
  whichPlaces: 'Which places have figures, and which have not',
  pressName: 'Press a name to highlight the place in the pictures; press it again to drop that.',
  coverage: (n, of, some, undivided = 0) =>
    `${undivided > 0 ? 'Figures divided as chosen' : 'Figures'} ${some > 0 ? 'for all days ' : ''}from ${n} of ${of} provinces`,
  coverageParts: {
    numbers: 'with a figure',
    partOfTime: 'not all days',
    inWords: 'in words',
    parts: 'in part',
    otherTime: 'another time',
    notMentioned: 'not mentioned',
    notReceived: 'not received',
    withheld: 'withheld',
    notApplicable: 'not applicable',
    notSplit: 'cannot be split',
    notDivided: 'cannot be divided',
  },
  named: (models, programmes) =>
    `names ${[models > 0 ? `${models} ${models === 1 ? 'model' : 'models'}` : '', programmes > 0 ? `${programmes} ${programmes === 1 ? 'activity' : 'activities'}` : ''].filter(Boolean).join(', ')}`,
  noTotal: 'gives no total',
}

function openingOf(n: number, of: number, subject: string): string {
  const about = `for ${lower(subject)}`
  if (n === 0)
    return `${of === 1 ? 'The chosen province gives' : `None of ${of} provinces gives`} figures ${about} that cover a whole province`
  return `${whoGives(n, of)} figures ${about}`
}

function whoGives(n: number, of: number): string {
  if (of === 1) return 'The chosen province gives'
  return n === of ? `All ${of} provinces give` : `${spell(n)} of ${of} provinces ${n === 1 ? 'gives' : 'give'}`
}

function lower(text: string): string {
  return KEEPS_CAPITAL.test(text) ? text : text.charAt(0).toLocaleLowerCase('en') + text.slice(1)
}

/** Names and titles that begin a label. */
const KEEPS_CAPITAL = /^(Youth Union|Heroic Vietnamese|Khmer|Zalo)/

function upper(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1)
}

function spell(n: number): string {
  return ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'][n] ?? String(n)
}
