import { addUp } from './add-up.ts'
import { dayNumber, daysIn, daysWritten } from './calendar-days.ts'
import { orderDay } from './chosen-rows.ts'
import { quotient } from './recomputed-ratios.ts'
import { type Asked, aggregationOf, isSameUnit, type Piece, piles, type Told, type ToldFigure } from './told-figure.ts'

/** Days of a window by reports of the older list, up to and with `day`, and those after it by the newer, under units of one list. */
export interface Cut {
  readonly day: string
  readonly older: readonly ToldFigure[]
  readonly newer: readonly ToldFigure[]
}

/** One way to tell of a unit, and how many reports of each of its units it takes. */
interface Way {
  readonly told: readonly ToldFigure[]
  readonly reports: number
  /** Days that were shared out, for each of its units. */
  readonly sharedDays: number
  readonly isCut: boolean
}

/**
 * Rules 4 and 11 for units that both lists tell of. Of a flow every way is looked at: one list, both where their days do not meet,
 * the older one up to a day and the newer one from the next. Of all else one of the lists counts. Then rule 1: ratios of what was
 * added.
 */
export function bothLists(figures: readonly ToldFigure[], cuts: readonly Cut[], asked: Asked, told: Told): ToldFigure[] {
  const rivals = piles(figures, (a, b) => areRivals(a, b, asked, told))
  const met = rivals.flatMap((pile) => {
    const moved = pile.filter(({ merged }) => merged)
    const native = pile.filter(({ merged }) => !merged)
    if (moved.length === 0 || native.length === 0) return pile
    const ways: Way[] = [wayOf(native), wayOf(moved)]
    const [one, other] = [native[0] as ToldFigure, moved[0] as ToldFigure]
    if (isFlowInWindow(one, asked, told)) {
      if (pile.length === 2) ways.push(...joinedDays(one, other, false, asked, told))
      for (const { day, older, newer } of cuts) {
        const mine = [older, newer].map((all) => all.filter((figure) => areRivals(figure, one, asked, told)))
        const [[before], [after]] = mine as [ToldFigure[], ToldFigure[]]
        if (!before || !after || mine.some(({ length }) => length > 1)) continue
        if (dayNumber(firstOf(after)) !== dayNumber(day) + 1) continue
        const [own, from] = before.merged ? [after, before] : [before, after]
        ways.push(...joinedDays(own, from, true, asked, told))
      }
    }
    return chosenWay(ways, isFlowInWindow(one, asked, told), told)
  })
  return ratiosOfSums(met, asked, told)
}

function wayOf(told: readonly ToldFigure[]): Way {
  const sharedDays = Math.max(...told.map((figure) => figure.sharedDays ?? 0))
  return { told, reports: Math.max(...told.map(reportsOf)), sharedDays, isCut: false }
}

function reportsOf({ terms, merged }: ToldFigure): number {
  return terms.length / (merged ? merged.from.length : 1)
}

function firstOf({ pieces, period }: ToldFigure): string {
  return pieces?.[0]?.start ?? period.start ?? '0001-01-01'
}

/** Of the whole unit, then of most days, of fewest days shared out, of most reports, then the newest, then of the list asked for; else the first. */
function chosenWay(ways: readonly Way[], isFlow: boolean, told: Told): readonly ToldFigure[] {
  let first = ways[0] as Way
  for (const way of ways.slice(1)) if (goesBefore(way, first, isFlow, told)) first = way
  if (first.told.some(({ merged }) => merged?.joined))
    told.hit(first.isCut ? 'rule 4: one cover over both lists' : 'rule 11: both lists joined over their days')
  return first.told.map((figure) => {
    const isContradicted =
      isFlow && ways.some((way) => isToldOf(way, figure) || (way.reports < first.reports && contradicts(way, figure)))
    if (isContradicted) told.hit('rule 4: fewer reports of the other list say something else of the same days')
    return isContradicted ? { ...figure, finerDiffers: true } : figure
  })
}

/** Whether the way has a longer report that says something else of days that the figure is of. */
function isToldOf({ told: [other, ...more] }: Way, figure: ToldFigure): boolean {
  if (!other || more.length > 0 || !isWhole(other) || !other.finerDiffers) return false
  return other.time === figure.time || figure.time === 'the window'
}

function contradicts({ told: [other, ...more] }: Way, figure: ToldFigure): boolean {
  if (!other || more.length > 0 || other.time !== figure.time || !isWhole(other)) return false
  const isExact = ({ value, low, high, approx }: ToldFigure) => value !== null && !low && !high && !approx
  if (!isExact(other) || !isExact(figure)) return false
  return Math.abs((figure.value ?? 0) - (other.value ?? 0)) > 1e-9 * Math.max(1, Math.abs(other.value ?? 0))
}

/** A scope without the old units that it is of. */
export function reportedScope({ scope }: ToldFigure): string {
  return scope.startsWith('cu:') ? scope.split('|').slice(1).join('|') : scope
}

function areRivals(a: ToldFigure, b: ToldFigure, asked: Asked, told: Told): boolean {
  const isOneThing =
    isSameUnit(a.territory, b.territory) &&
    a.indicator === b.indicator &&
    a.breakdownKey === b.breakdownKey &&
    reportedScope(a) === reportedScope(b)
  if (!isOneThing || !isFlowInWindow(a, asked, told)) return isOneThing
  return (
    a.breakdownValues.join() === b.breakdownValues.join() && a.basis === b.basis && a.stands === b.stands && a.unit === b.unit
  )
}

function isFlowInWindow({ indicator }: ToldFigure, { window }: Asked, told: Told): boolean {
  return window !== null && aggregationOf(told, indicator) === 'sum'
}

function isWhole({ merged }: ToldFigure): boolean {
  return merged === undefined || merged.from.length === merged.of
}

function goesBefore(one: Way, other: Way, isFlow: boolean, told: Told): boolean {
  const wholes = [one, other].map((way) => way.told.some(isWhole))
  if (wholes[0] !== wholes[1]) {
    told.hit('rule 11: the whole unit goes before its parts')
    return wholes[0] === true
  }
  if (isFlow) {
    const [ours = 0, theirs = 0] = [one, other].map((way) => Math.max(...way.told.map(({ days }) => days ?? 0)))
    if (ours !== theirs) {
      told.hit('rule 11: of overlapping lists the one with more days')
      return ours > theirs
    }
    if (Math.abs(one.sharedDays - other.sharedDays) > 1e-9) {
      told.hit('rule 4: of both lists that of which fewer days are shared out')
      return one.sharedDays < other.sharedDays
    }
    if (one.reports !== other.reports) {
      told.hit('rule 4: of both lists the one with more reports of the same days')
      return one.reports > other.reports
    }
  }
  const [mine = 0, others = 0] = [one, other].map((way) =>
    Math.max(
      ...way.told.flatMap(({ sources, period }) =>
        sources.map((sourceId) => dayNumber(orderDay({ sourceId, periodEnd: period.end }, told))),
      ),
    ),
  )
  told.hit('rule 11: of both lists the newer report')
  if (mine !== others) return mine > others
  return one.told.some(({ merged }) => !merged) && !other.told.some(({ merged }) => !merged)
}

function joinedDays(native: ToldFigure, moved: ToldFigure, isCut: boolean, asked: Asked, told: Told): Way[] {
  const { window } = asked
  if (!window || native.scope !== '' || moved.scope !== '' || !moved.merged) return []
  if (!native.pieces || !moved.pieces || (!isCut && [native, moved].some(({ time }) => time === 'the window'))) return []
  const pieces = [...native.pieces, ...moved.pieces].sort((a, b) => (a.start < b.start ? -1 : 1))
  if (overlaps(pieces)) return []
  const sum = addUp([native, moved], told)
  if (!sum) return []
  // A doubt is in no total over two or more units.
  if ((native.needsVerification || moved.needsVerification) && moved.merged.of > 1) {
    told.hit('rule 11: a doubt of the new unit is not joined to its old ones')
    return []
  }
  const days = pieces.reduce((all, piece) => all + daysIn(piece), 0)
  const daysOf = window.from === null || window.to === null ? null : daysIn({ start: window.from, end: window.to })
  const time = days === daysOf ? 'the window' : `days ${daysWritten(pieces)}`
  const sharedDays = (native.sharedDays ?? 0) + (moved.sharedDays ?? 0)
  const figure: ToldFigure = {
    ...sum,
    period: { start: pieces[0]?.start ?? null, end: pieces.at(-1)?.end ?? null, basis: native.period.basis, duration: '' },
    days,
    daysOf,
    pieces,
    time,
    ownTime: time,
    merged: { ...moved.merged, joined: true },
    ...(sum.shared ? { sharedDays } : {}),
  }
  if (sharedDays > 0) told.hit('rule 4: over both lists some days are shared out')
  return [{ told: [figure], reports: reportsOf(native) + reportsOf(moved), sharedDays, isCut }]
}

function overlaps(pieces: readonly Piece[]): boolean {
  const days = pieces.flatMap(({ start, end }) =>
    Array.from({ length: dayNumber(end) - dayNumber(start) + 1 }, (_, at) => dayNumber(start) + at),
  )
  return new Set(days).size < days.length
}

/** Where both counts of a ratio were added for the whole unit and one time, their ratio takes the place of all others. */
function ratiosOfSums(figures: readonly ToldFigure[], asked: Asked, told: Told): ToldFigure[] {
  let made = [...figures]
  for (const indicator of told.meta.indicators.filter(({ aggregation }) => aggregation === 'ratio')) {
    for (const top of figures.filter((one) => one.indicator === indicator.numerator && isAdded(one))) {
      const here = figures.filter((one) => isSameUnit(one.territory, top.territory))
      const bottom = here.find((one) => one.indicator === indicator.denominator && isAdded(one) && isOneTime(one, top))
      const ratios = here.filter((one) => one.indicator === indicator.code && reportedScope(one) === '')
      // Without any ratio below, it was filtered away; a printed one of another time stands, but for a window.
      if (!bottom || !ratios.some(({ basis }) => basis === 'ratio')) continue
      if (asked.window === null && !ratios.every(({ basis, merged }) => basis === 'ratio' && merged)) continue
      const ratio = quotient(top, { ...bottom, ownTime: top.ownTime }, indicator, told)
      if (!ratio) continue
      told.hit('rule 11: a ratio of sums over old units')
      made = [
        ...made.filter((one) => !ratios.includes(one)),
        {
          ...ratio,
          needsVerification: ratio.needsVerification || ratios.some(({ needsVerification }) => needsVerification),
          mismatch: ratios.some(({ mismatch }) => mismatch),
        },
      ]
    }
  }
  return made
}

function isAdded({ merged, basis, scope }: ToldFigure): boolean {
  return merged !== undefined && (merged.of > 1 || merged.joined === true) && basis === 'total' && scope === ''
}

function isOneTime(a: ToldFigure, b: ToldFigure): boolean {
  const areOfOneDay = a.merged?.oldest === undefined && b.merged?.oldest === undefined && a.period.end === b.period.end
  return areOfOneDay && a.time === b.time && a.merged?.joined === b.merged?.joined
}
