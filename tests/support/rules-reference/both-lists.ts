import { addUp } from './add-up.ts'
import { dayNumber, daysIn } from './calendar-days.ts'
import { orderDay } from './chosen-rows.ts'
import { quotient } from './recomputed-ratios.ts'
import { type Asked, aggregationOf, isSameUnit, type Piece, piles, type Told, type ToldFigure } from './told-figure.ts'

/**
 * Rules 4 and 11 for units that both lists tell of: days of a flow that do not overlap are one figure, else one of the lists
 * counts. Then rule 1: ratios of what was added.
 */
export function bothLists(figures: readonly ToldFigure[], asked: Asked, told: Told): ToldFigure[] {
  const rivals = piles(figures, (a, b) => areRivals(a, b, asked, told))
  const met = rivals.flatMap((pile) => {
    const moved = pile.filter(({ merged }) => merged)
    const native = pile.filter(({ merged }) => !merged)
    if (moved.length === 0 || native.length === 0) return pile
    const [one, other] = [native[0] as ToldFigure, moved[0] as ToldFigure]
    const joined = pile.length === 2 ? joinedDays(one, other, asked, told) : null
    if (joined) {
      told.hit('rule 11: both lists joined over their days')
      return [joined]
    }
    return isNativeFirst(native, moved, asked, told) ? native : moved
  })
  return ratiosOfSums(met, asked, told)
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

/** The list with a figure of the whole unit, then of a flow that with more days, then the newer one, then the list asked for. */
function isNativeFirst(native: readonly ToldFigure[], moved: readonly ToldFigure[], asked: Asked, told: Told): boolean {
  const wholes = [native, moved].map((all) => all.some(isWhole))
  if (wholes[0] !== wholes[1]) {
    told.hit('rule 11: the whole unit goes before its parts')
    return wholes[0] === true
  }
  const isFlow = isFlowInWindow(native[0] as ToldFigure, asked, told)
  const [ours = 0, theirs = 0] = [native, moved].map((all) => Math.max(...all.map(({ days }) => days ?? 0)))
  if (isFlow && ours !== theirs) {
    told.hit('rule 11: of overlapping lists the one with more days')
    return ours > theirs
  }
  const [mine = 0, others = 0] = [native, moved].map((all) =>
    Math.max(
      ...all.flatMap(({ sources, period }) =>
        sources.map((sourceId) => dayNumber(orderDay({ sourceId, periodEnd: period.end }, told))),
      ),
    ),
  )
  told.hit('rule 11: of both lists the newer report')
  return mine >= others
}

function joinedDays(native: ToldFigure, moved: ToldFigure, asked: Asked, told: Told): ToldFigure | null {
  const { window } = asked
  if (!window || !isFlowInWindow(native, asked, told) || native.scope !== '' || moved.scope !== '' || !moved.merged) return null
  if (!native.pieces || !moved.pieces || [native, moved].some(({ time }) => time === 'the window')) return null
  const pieces = [...native.pieces, ...moved.pieces].sort((a, b) => (a.start < b.start ? -1 : 1))
  if (overlaps(pieces)) return null
  const sum = addUp([native, moved], told)
  if (!sum) return null
  // A doubt is in no total over two or more units.
  if ((native.needsVerification || moved.needsVerification) && moved.merged.of > 1) {
    told.hit('rule 11: a doubt of the new unit is not joined to its old ones')
    return null
  }
  const days = pieces.reduce((all, piece) => all + daysIn(piece), 0)
  const time = days === native.daysOf ? 'the window' : `days ${pieces.map(({ start, end }) => `${start}..${end}`).join(', ')}`
  return {
    ...sum,
    period: { start: pieces[0]?.start ?? null, end: pieces.at(-1)?.end ?? null, basis: native.period.basis, duration: '' },
    days,
    pieces,
    time,
    ownTime: time,
    merged: { ...moved.merged, joined: true },
  }
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
