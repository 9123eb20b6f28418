import { printFigure } from '../../locale/print-figure.ts'
import { printDay, printSpan } from '../../locale/print-period.ts'
import type { Figure } from '../../model/figure.ts'
import { MAIN_DOMAINS } from '../../model/indicator.ts'
import type { Change } from '../../model/rules/change.ts'
import { reportedAs, unitsOn } from '../../model/rules/listed-reporters.ts'
import { isAcrossRearrangement } from '../../model/rules/rearranged-communes.ts'
import { isOfSomeDays } from '../../model/rules/some-days.ts'
import { groupBy } from '../../model/rules/standing.ts'
import { territoryKey } from '../../model/territory.ts'
import type { Owed } from '../../query/owed-query.ts'
import { peersOf } from '../../query/place-query.ts'
import type { PlaceInput, PlaceRow, PlaceSection } from '../parts/place-sections.ts'
import { reporterName } from '../parts/reporters.ts'
import type { HeadlineSentence } from './headline-sentence.ts'
import type { SentencePart } from './sentence-part.ts'

/** Under so much in the earlier time a percentage says little: 2 that became 5 would lead every list. */
const LEAST_BASE = 30
const MOST_STRETCHES = 3

/** What one place has, what rose and fell most, what it owes, and what it was made of or became part of. `time` is in words. */
export function placeSentence(sections: readonly PlaceSection[], time: string, input: PlaceInput): HeadlineSentence {
  const { dataset, words, language, place, answer, view } = input
  const rows = sections.flatMap((section) => section.rows)
  const name = reporterName(dataset, territoryKey(place), language)
  const withFigures = rows.filter(({ lines }) => lines.some(({ figure }) => figure.value !== null)).length
  const ofSomeDays = rows.filter(isOfSomeDaysOnly).length
  const group = peersOf(place, view, dataset)
  const refused = answer.compared?.refused ?? null
  return {
    finding: [words.place.finding(name, withFigures, dataset.indicators.length, time)],
    caveats: [
      ...(ofSomeDays > 0 ? [[words.place.someDays(ofSomeDays)]] : []),
      ...(refused === null ? extremes(sections, input) : []),
      ...owedSentence(rows, input),
      ...boundaries(input),
      ...(group && rows.some(({ lines }) => lines.some(({ peers }) => peers !== null))
        ? [[words.place.peerGroup(group.group.label[language], group.members.length)]]
        : []),
    ],
  }
}

function isOfSomeDaysOnly({ lines }: PlaceRow): boolean {
  const numbers = lines.filter(({ figure }) => figure.value !== null)
  return numbers.length > 0 && numbers.every(({ figure }) => isOfSomeDays(figure))
}

/** Of the main domains; what is a number of one kind of its indicator says of which. */
function extremes(sections: readonly PlaceSection[], input: PlaceInput): SentencePart[][] {
  const { words, view } = input
  const kind = view.comparison === 'prev' ? 'prev' : 'yoy'
  const main: readonly string[] = MAIN_DOMAINS
  const rows = sections.filter(({ domain }) => main.includes(domain)).flatMap((section) => section.rows)
  const all = rows.flatMap(({ label, lines }) =>
    lines.flatMap(({ change, text }) =>
      change && isTold(change)
        ? [{ label, kind: change.now.basis === 'part' ? text.kind : '', change, percent: change.percent as Figure }]
        : [],
    ),
  )
  const told = all.filter(({ change }) => !isAcrossRearrangement(change))
  const without = [...new Set(all.filter((one) => !told.includes(one)).map(({ label }) => label))]
  const caveat = without.length > 0 ? [[words.place.withoutRearranged(without)]] : []
  const ordered = told.sort((a, b) => (b.percent.value as number) - (a.percent.value as number))
  const [up, down] = [ordered[0], ordered.at(-1)]
  const isUp = up !== undefined && (up.percent.value as number) > 0
  const isDown = down !== undefined && (down.percent.value as number) < 0
  if (!isUp && !isDown) return caveat
  const { place } = words
  return [
    [
      place.against(kind, LEAST_BASE),
      ...(isUp ? [place.mostUp, ...changed(up, input)] : []),
      ...(isUp && isDown ? ['; '] : []),
      ...(isDown ? [place.mostDown, ...changed(down, input)] : []),
      '.',
    ],
    ...caveat,
  ]
}

function isTold({ now, base, percent }: Change): boolean {
  // What is at most a change cannot be told to be the largest one.
  const isSure = percent !== null && !percent.low && !percent.high
  return isSure && now.scope === '' && (base?.normalised?.plain.value ?? base?.value ?? 0) >= LEAST_BASE
}

interface Told {
  readonly label: string
  /** Empty for the whole indicator. */
  readonly kind: string
  readonly change: Change
  readonly percent: Figure
}

function changed(
  { label, kind, change: { now, base }, percent }: Told,
  { dataset, words, language }: PlaceInput,
): SentencePart[] {
  const print = (figure: Figure) => printFigure(figure, dataset, words.figure, language)
  const { compare, headline } = words
  const isLower = (now.value as number) < (base?.value as number)
  return [
    `${headline.lower(label)}${headline.details(kind === '' ? [] : [headline.lower(kind)])} `,
    { figure: percent, text: print(percent).full },
    ...(base ? [compare.from, { figure: base, text: print(base).number }] : []),
    isLower ? compare.toLower : compare.to,
    { figure: now, text: print(now).full },
  ]
}

/** Which reports are overdue, the newest first, and whose where the place is reported by its old units. */
function owedSentence(rows: readonly PlaceRow[], input: PlaceInput): SentencePart[][] {
  const { dataset, words } = input
  const owed = rows.flatMap((row) => row.owed)
  if (dataset.expected.every(({ lower }) => lower)) return []
  if (owed.length === 0) return [[words.place.owesNothing]]
  const stretches = [...groupBy(owed, ({ start, end, due }) => `${end} ${start} ${due}`)]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([, members]) => owedText(members, input))
  const more = stretches.length - MOST_STRETCHES
  return [[words.place.owes(stretches.slice(0, MOST_STRETCHES), Math.max(0, more))]]
}

/** Of one stretch: its time, its day and how many indicators; by the names of old units where these owe it. */
export function owedText(members: readonly Owed[], { dataset, words, language, place }: PlaceInput): string {
  const { start, end, due } = members[0] as Owed
  const own = territoryKey(place)
  const others = [...new Set(members.map(({ territory }) => territoryKey(territory)))].filter((key) => key !== own)
  return words.place.owed(
    printSpan(start, end, words.figure, language, dataset.calendar),
    printDay(due, language),
    new Set(members.map(({ indicator }) => indicator)).size,
    others.map((key) => reporterName(dataset, key, language)),
  )
}

function boundaries({ dataset, place, words, language }: PlaceInput): SentencePart[][] {
  const { territories } = dataset
  const names = reportedAs(place, territories)
    .slice(1)
    .map((ref) => reporterName(dataset, territoryKey(ref), language))
  if (place.set === '34') return names.length > 1 ? [[words.place.madeOf(names)]] : []
  const [unit] = unitsOn(place, '34', territories)
  const isMerged = unit !== undefined && (territories.get(territoryKey(unit))?.formedFrom.length ?? 0) > 1
  return isMerged ? [[words.place.becamePartOf(names.join(', '))]] : []
}
