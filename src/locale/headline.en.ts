import type { HeadlineWords } from './headline.vi.ts'

export const headlineEn: HeadlineWords = {
  opening: (n, of, subject) => {
    const about = `for ${lower(subject)}`
    if (n === 0)
      return `${of === 1 ? 'The chosen province gives' : `None of ${of} provinces gives`} figures ${about} that cover a whole province`
    if (of === 1) return `The chosen province gives figures ${about}`
    const who = n === of ? `All ${of} provinces give` : `${spell(n)} of ${of} provinces ${n === 1 ? 'gives' : 'give'}`
    return `${who} figures ${about}`
  },
  aboutDomain: (domain) => domain,
  lower: (text) => lower(text),
  colon: ': ',
  figure: (name) => `${name} `,
  details: (parts) => (parts.length > 0 ? ` (${parts.join('; ')})` : ''),
  moreKinds: (n) => ` and ${n} other kinds`,
  others: (n) => `and ${n} others`,
  join: '; ',
  highest: 'highest in ',
  lowest: 'lowest in ',
  together: (n) => `${n} provinces together: `,
  pooled: (n) => `${n} provinces taken together: `,
  apart: 'With a figure that does not compare: ',
  apartMany: (names) => `With a figure that does not compare: ${names.join(', ')}.`,
  inWordsMany: (names) => `In words or for a part only: ${names.join(', ')}.`,
  inWords: 'In words or for a part only: ',
  notCompared: 'The figures differ in definition or period, so they are neither added nor ranked.',
  notMentioned: (names) => `Not mentioned: ${names.join(', ')}.`,
  notMentionedTotal: (names) => `No total given: ${names.join(', ')}.`,
  otherIndicators: (names) => `Only other indicators, in the table below: ${names.join(', ')}.`,
  otherTime: (names) => `Figures for another time: ${names.join(', ')}.`,
  notReceived: (names) => `Report not received: ${names.join(', ')}.`,
  coverage: (n, of) => `Figures from ${n} of ${of} provinces`,
  coverageParts: {
    numbers: 'with a figure',
    inWords: 'in words',
    parts: 'in part',
    otherTime: 'another time',
    notMentioned: 'not mentioned',
    notReceived: 'not received',
    withheld: 'withheld',
  },
  named: (models, programmes) =>
    `names ${[models > 0 ? `${models} ${models === 1 ? 'model' : 'models'}` : '', programmes > 0 ? `${programmes} ${programmes === 1 ? 'activity' : 'activities'}` : ''].filter(Boolean).join(', ')}`,
  noTotal: 'gives no total',
}

function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase('en') + text.slice(1)
}

function spell(n: number): string {
  return ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'][n] ?? String(n)
}
