import { type CoveredSpan, lengthOf } from './covered-spans.ts'
import { daysLater } from './periods.ts'
import { groupBy } from './standing.ts'

/** What one unit says of one thing (a total, one kind) in a stretch of the calendar. */
export interface Told {
  /** What it is of: tells what may be added to it. */
  readonly key: string
  /** What it competes with, where both lists of provinces say something of a place. */
  readonly contest: string
  readonly state: 'number' | 'in_words' | 'only_parts' | 'withheld'
  /** Of a flow the days that it covers, else null; `time` are their spans, `''` for all of the stretch. */
  readonly days: number | null
  readonly time: string
  /** Whether it may be added to that of another unit. */
  readonly isAddable: boolean
  readonly low: boolean
  readonly high: boolean
  /** Whether something of it has no number and should have. */
  readonly isUnnumbered: boolean
  /** Its newest day, or `''`; of figures added, also the oldest. */
  readonly lastDay: string
  readonly oldestDay: string
}

/** What tells of a place: its own reports, and for each unit of the other list that shares its ground what that one says. */
export interface Sides {
  readonly own: readonly Told[]
  /** Several are the old units of a merged one; one of its own ground speaks for the place itself. */
  readonly others: readonly (readonly Told[])[]
}

/** The same for the days up to a seam, told on the older list, and for those after it, told on the newer. */
export interface SeamSides {
  readonly day: string
  readonly before: Sides
  readonly after: Sides
}

/** What stands for a place, and how many of its several old units say something that does not make a figure of the whole. */
export interface OnPlace {
  readonly whole: readonly Told[]
  readonly some: { readonly n: number; readonly of: number } | null
  /** Whether an old unit of a merged one keeps something back, or has nothing to count. */
  readonly isWithheld: boolean
}

/**
 * Rules 4 and 11 for one place and stretch, as `onList` and `joinLists` have them for figures: what all old units tell of one thing
 * and the same days is of the whole place; beside what the place reports itself that is left which is of most days, or newest.
 */
export function toldOnPlace(sides: Sides, seams: readonly SeamSides[] = []): OnPlace {
  const added = overUnits(sides.others)
  const groups = groupBy([...sides.own, ...added], ({ contest }) => contest)
  const whole = [...groups.values()].flatMap((group) => {
    const own = group.filter((told) => sides.own.includes(told))
    const moved = group.filter((told) => !sides.own.includes(told))
    if (own.length === 0 || moved.length === 0) return group
    return contested(own, moved, seams, sides.others.length)
  })
  const contests = new Set(whole.filter(({ state }) => state !== 'only_parts').map(({ contest }) => contest))
  const isLeft = (told: Told) => told.state !== 'withheld' && !contests.has(told.contest)
  const n = sides.others.filter((unit) => unit.some(isLeft)).length
  const isWithheld = sides.others.some((unit) =>
    unit.some(({ state, contest }) => state === 'withheld' && !contests.has(contest)),
  )
  return { whole, isWithheld, some: sides.others.length > 1 && n > 0 ? { n, of: sides.others.length } : null }
}

/** What several units tell together; of one unit all that it tells. */
function overUnits(units: readonly (readonly Told[])[]): readonly Told[] {
  const [first, ...more] = units
  if (!first || more.length === 0) return first ?? []
  const groups = groupBy(
    units.flat().filter(({ isAddable }) => isAddable),
    ({ key, time }) => `${key} ${time}`,
  )
  return [...groups.values()].flatMap((group) => (group.length === units.length ? (sumOf(group) ?? []) : []))
}

/** Rule 6: no sum without a number, or of bounds that contradict each other. */
function sumOf(group: readonly Told[]): Told | null {
  const [first] = group
  const some = (flag: 'low' | 'high' | 'isUnnumbered') => group.some((told) => told[flag])
  const [low, high, isUnnumbered] = [some('low'), some('high'), some('isUnnumbered')]
  const numbers = group.filter(({ state }) => state === 'number' || state === 'only_parts')
  const isContrary = (high && isUnnumbered) || (low && high && numbers.length > 1)
  if (!first || numbers.length === 0 || isContrary) return null
  const state = numbers[0]?.state ?? 'number'
  const days = group.flatMap(({ lastDay, oldestDay }) => [lastDay, oldestDay]).sort()
  return { ...first, state, low, high, isUnnumbered, lastDay: days.at(-1) ?? '', oldestDay: days[0] ?? '' }
}

function contested(own: readonly Told[], moved: readonly Told[], seams: readonly SeamSides[], of: number): readonly Told[] {
  const [one, other] = [own[0] as Told, moved[0] as Told]
  if (one.days === null || other.days === null) {
    const newest = (all: readonly Told[]) => all.reduce((day, { lastDay }) => (lastDay > day ? lastDay : day), '')
    return newest(moved) > newest(own) ? moved : own
  }
  // A doubt goes into the sum of its own unit only.
  const mayJoin = of === 1 || (one.isAddable && other.isAddable)
  const joined = mayJoin ? [joinedOf(one, other), ...seams.map((seam) => acrossSeam(seam, one.contest))] : []
  const covers = [one, other, ...joined.filter((told) => told !== null)]
  return [covers.reduce((best, told) => ((told.days ?? 0) > (best.days ?? 0) ? told : best))]
}

function acrossSeam({ day, before, after }: SeamSides, contest: string): Told | null {
  const [older, newer] = [before, after].map(({ own, others }) => [...own, ...overUnits(others)])
  const [first, second] = [older, newer].map((all) => all?.find((told) => told.contest === contest))
  if (!first || !second || spansOf(second)[0]?.start !== daysLater(day, 1)) return null
  return joinedOf(first, second)
}

/** Of two lists together; null where days are told twice. */
function joinedOf(one: Told, other: Told): Told | null {
  const spans = [...spansOf(one), ...spansOf(other)].sort((a, b) => (a.start < b.start ? -1 : 1))
  // All days of the stretch leave none for another list.
  if (one.time === '' || other.time === '') return null
  if (spans.some(({ start }, at) => at > 0 && start <= (spans[at - 1]?.end ?? ''))) return null
  const time = spans.map(({ start, end }) => `${start}/${end}`).join('+')
  const sum = sumOf([one, other])
  return sum && { ...sum, days: lengthOf(spans), time }
}

function spansOf({ time }: Told): CoveredSpan[] {
  if (time === '') return []
  return time.split('+').map((span) => {
    const [start = '', end = ''] = span.split('/')
    return { start, end }
  })
}
