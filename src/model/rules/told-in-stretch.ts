import type { Aggregation, BreakdownRule } from '../indicator.ts'
import { type CoveredSpan, lengthOf, spansText } from './covered-spans.ts'
import { groupBy } from './standing.ts'
import { bestCover } from './time.ts'
import type { Told } from './told-on-list.ts'

/** What one report says of one thing. */
export interface Saying extends CoveredSpan {
  /** Counted from the newest report (rule 4). */
  readonly report: number
  /** Place of its source in the order of trust. */
  readonly rank: number
  /** What tells whether two reports are of one period. */
  readonly period: string
  readonly hasNumber: boolean
  /** Kept back, or there is nothing to count. */
  readonly isWithheld: boolean
  readonly isUnnumbered: boolean
  readonly low: boolean
  readonly high: boolean
  readonly isInDoubt: boolean
  /** Empty for that of the indicator. */
  readonly unit: string
}

/** A thing that a unit reported, and all that its reports in a stretch say of it. */
export interface Thing {
  readonly aggregation: Aggregation
  readonly isScoped: boolean
  readonly breakdownKey: string
  readonly breakdownValue: string
  readonly sayings: readonly Saying[]
  /** Of a flow the best cover by its reports (`coverOf`), else null. */
  readonly cover: Cover | null
}

/** The reports of a best cover, how many days they are and which. */
export interface Cover {
  readonly reports: ReadonlySet<number>
  readonly days: number
  readonly spans: string
}

/**
 * Rules 2, 3 and 4: what a unit says in a stretch, as `figuresOf` would make its standing figures; of a flow the best cover of
 * the days, of anything else its newest report. Without a stretch each period stands by itself.
 */
export function toldInStretch(
  things: readonly Thing[],
  stretch: CoveredSpan | null,
  ruleOf: (key: string) => BreakdownRule,
): Told[] {
  const [only] = things
  // Most units say one thing.
  if (stretch && only && things.length === 1 && only.breakdownKey === '' && only.cover) return [toldOf(only, stretch)]
  const groups = groupBy(
    stretch ? newestOnly(things) : things.flatMap(byPeriod),
    ({ isScoped, sayings }) => `${isScoped} ${stretch ? '' : sayings[0]?.period}`,
  )
  return [...groups.values()].flatMap((group) => {
    const isPiece = ({ breakdownKey }: Thing) => breakdownKey !== '' && ruleOf(breakdownKey) === 'additive'
    const hasTotal = group.some(({ breakdownKey }) => breakdownKey === '')
    const pieces = hasTotal ? [] : group.filter(isPiece)
    const [key] = pieces.map(({ breakdownKey }) => breakdownKey).sort()
    const summed = pieces.filter(({ breakdownKey }) => breakdownKey === key).map((thing) => toldOf(thing, stretch))
    const others = group.filter((thing) => !isPiece(thing)).map((thing) => toldOf(thing, stretch))
    return key === undefined ? others : [...others, sumOfPieces(summed, key)]
  })
}

/** Of a stock, or of what is never added, the newest report of all that has the breakdown. */
function newestOnly(things: readonly Thing[]): readonly Thing[] {
  if (things.every(({ aggregation }) => aggregation === 'sum')) return things
  const newest = new Map<string, number>()
  const division = ({ isScoped, breakdownKey }: Thing) => `${isScoped} ${breakdownKey}`
  for (const thing of things) {
    const first = Math.min(...thing.sayings.map(({ report }) => report))
    newest.set(division(thing), Math.min(first, newest.get(division(thing)) ?? first))
  }
  return things.flatMap((thing) => {
    if (thing.aggregation === 'sum') return thing
    const sayings = thing.sayings.filter(({ report }) => report === newest.get(division(thing)))
    return sayings.length > 0 ? [{ ...thing, sayings }] : []
  })
}

function byPeriod(thing: Thing): Thing[] {
  return [...groupBy(thing.sayings, ({ period }) => period).values()].map((sayings) => ({ ...thing, sayings }))
}

function toldOf(thing: Thing, stretch: CoveredSpan | null): Told {
  const { aggregation, isScoped, breakdownKey, breakdownValue, sayings } = thing
  const cover = stretch === null ? null : thing.cover
  const taken = cover ? sayings.filter(({ report }) => cover.reports.has(report)) : sayings
  const some = (flag: 'low' | 'high' | 'isUnnumbered' | 'isInDoubt') => taken.some((saying) => saying[flag])
  const [low, high, isUnnumbered] = [some('low'), some('high'), some('isUnnumbered')]
  const numbers = taken.filter(({ hasNumber }) => hasNumber).length
  const units = new Set(taken.map((saying) => saying.unit))
  const adds = (aggregation === 'sum' || aggregation === 'last' || taken.length === 1) && units.size === 1
  const isContrary = (numbers > 1 && low && high) || (isUnnumbered && high)
  const hasValue = numbers > 0 && adds && !isContrary
  const ends = taken.map(({ end }) => end).sort()
  const days = cover ? cover.days : null
  const key = `${isScoped ? 'scoped' : 'own'}|${breakdownKey}=${breakdownValue}|${[...units].sort().join(' ')}`
  const time = cover && stretch ? timeIn(stretch, cover) : stretch ? '' : (taken[0]?.period ?? '')
  return {
    key,
    contest: cover ? key : [isScoped, breakdownKey, time].join('|'),
    state: isScoped ? 'only_parts' : hasValue ? 'number' : taken.every((one) => one.isWithheld) ? 'withheld' : 'in_words',
    ...{ days, time, low, high, isUnnumbered },
    isAddable:
      !isScoped && !some('isInDoubt') && (aggregation === 'sum' || aggregation === 'last') && (hasValue || numbers === 0),
    lastDay: ends.at(-1) ?? '',
    oldestDay: (cover ? ends.at(-1) : ends[0]) ?? '',
  }
}

/** Parts of other days than the rest make no sum, and one part alone is the part that it is. */
function sumOfPieces(pieces: readonly Told[], key: string): Told {
  const first = pieces[0] as Told
  const some = (flag: 'low' | 'high' | 'isUnnumbered') => pieces.some((piece) => piece[flag])
  const [low, high, isUnnumbered] = [some('low'), some('high'), some('isUnnumbered')]
  const numbers = pieces.filter(({ state }) => state === 'number')
  const isOfOneTime = pieces.every(({ time }) => time === first.time)
  const isOfOneUnit = new Set(pieces.map((piece) => piece.key.split('|').at(-1))).size === 1
  const isContrary = (numbers.length > 1 && low && high) || (isUnnumbered && high)
  const hasValue = numbers.length > 0 && isOfOneTime && isOfOneUnit && !isContrary
  const state = pieces.every((piece) => piece.state === 'withheld') ? 'withheld' : 'in_words'
  const name = `sum|${key}|${pieces
    .map((piece) => piece.key)
    .sort()
    .join('+')}`
  const ends = pieces.flatMap(({ lastDay, oldestDay }) => [lastDay, oldestDay]).sort()
  return {
    ...first,
    ...{ key: name, low, high, isUnnumbered },
    contest: first.days === null ? first.contest : name,
    state: hasValue ? (pieces.length === 1 ? 'only_parts' : 'number') : first.state === 'only_parts' ? 'only_parts' : state,
    isAddable: pieces.every(({ isAddable }) => isAddable) && (hasValue || numbers.length === 0),
    lastDay: ends.at(-1) ?? '',
    oldestDay: ends[0] ?? '',
  }
}

function timeIn({ start, end }: CoveredSpan, { spans }: Cover): string {
  return spans === `${start}/${end}` ? '' : spans
}

/** Rule 4 over the reports of a flow in one stretch. */
export function coverOf(sayings: readonly Saying[]): Cover {
  const reports = [...new Map(sayings.map((saying) => [saying.report, saying])).values()]
  const ordered = reports.sort((a, b) => compare(a.end, b.end) || compare(a.start, b.start) || a.report - b.report)
  const cover = bestCover(ordered)
  return { reports: new Set(cover.map(({ report }) => report)), days: lengthOf(cover), spans: spansText(cover) }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
