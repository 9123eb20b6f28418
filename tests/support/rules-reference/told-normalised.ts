import type { Denominator } from '../../../src/model/denominator.ts'
import type { Figure, NormalisationRefusal, NormalisedBy } from '../../../src/model/figure.ts'
import type { TerritoryRef } from '../../../src/model/territory.ts'
import { reportedScope } from './both-lists.ts'
import { dayNumber, isoOf } from './calendar-days.ts'
import { aggregationOf, each, isSameUnit, oldCodesOf, type Told, type ToldFigure } from './told-figure.ts'

/** A figure divided, or why it is not. Words stay as they are and have neither. */
export type ToldNormalised = ToldFigure & {
  readonly divided?: { readonly plain: number; readonly divisor: number; readonly by: readonly Denominator[] }
  readonly reason?: NormalisationRefusal
}

/** Rule 12: each number by its years, its people or its units of commune level. */
export function toldNormalised(figures: readonly ToldFigure[], by: NormalisedBy, told: Told): readonly ToldNormalised[] {
  return figures.map((figure) => {
    const { value } = figure
    if (value === null) return figure
    const divisor = divisorFor(figure, by, told)
    if (typeof divisor === 'string') {
      const notNormalised = { by, reason: divisor, plain: figure as unknown as Figure }
      return {
        ...figure,
        ...{ low: false, high: false, approx: false, value: null, state: 'not_normalised', notNormalised },
        reason: divisor,
      }
    }
    const { size, isStated, of } = divisor
    const basis = by === 'year' ? '' : `of ${of[0]?.basis}${by === 'commune' ? ` on ${of[0]?.territory.set}` : ''}`
    return {
      ...figure,
      approx: figure.approx || isStated,
      value: by === 'per100k' ? (value / size) * 100_000 : value / size,
      unit: `${figure.unit} by ${by} ${basis}`,
      time: by === 'year' && !isStated ? 'a year' : figure.time,
      divided: { plain: value, divisor: size, by: of },
    }
  })
}

/** Rule 12 for several places: what was counted in all of them by the people of all of them; numbers of a year are added. */
export function normalisedTotal(scale: readonly ToldNormalised[], by: NormalisedBy, { hit }: Told): number | null {
  if (scale.length < 2) return null
  if (scale.some(({ low }) => low) && scale.some(({ high }) => high)) return null
  if (by === 'year') return scale.reduce((sum, { value }) => sum + (value ?? 0), 0)
  const sum = (of: 'plain' | 'divisor') => scale.reduce((all, { divided }) => all + (divided?.[of] ?? 0), 0)
  hit('rule 12: of several places the sum of the counts by the sum of the people')
  return (sum('plain') * (by === 'per100k' ? 100_000 : 1)) / sum('divisor')
}

interface Divisor {
  readonly size: number
  readonly isStated: boolean
  readonly of: readonly Denominator[]
}

function divisorFor(figure: ToldFigure, by: NormalisedBy, told: Told): Divisor | NormalisationRefusal {
  const { hit } = told
  const aggregation = aggregationOf(told, figure.indicator)
  if (aggregation === 'ratio') {
    hit('rule 12: a ratio is not divided')
    return 'ratio'
  }
  if (aggregation === 'none') return 'unlike'
  if (by === 'year') return aggregation === 'sum' ? yearsFor(figure, told) : refusedStock(told)
  if (reportedScope(figure) !== '') {
    hit('rule 12: a part is not divided by all people of its place')
    return 'part'
  }
  const year = middleOf(figure, aggregation === 'last')
  if (year === null) {
    hit('rule 12: a number without a time has no people')
    return 'no_time'
  }
  const measure = by === 'per100k' ? 'population' : 'commune_units'
  const of = countedAmong(figure, told)
    .map((places) => nearest(places, measure, year, told))
    .find((found) => found !== null)
  if (!of) {
    hit('rule 12: without a count of near years it is refused')
    return 'no_denominator'
  }
  noteCounts(figure, of, year, told)
  return { size: of.reduce((sum, { value }) => sum + value, 0), isStated: false, of }
}

function refusedStock({ hit }: Told): NormalisationRefusal {
  hit('rule 12: a stock is of no years')
  return 'stock'
}

const YEAR = 365.2425

function yearsFor({ period, days }: ToldFigure, { hit }: Told): Divisor | NormalisationRefusal {
  const { start, end, duration } = period
  if (start === null || end === null) {
    const stated = Number(/^P(\d+)Y$/.exec(duration)?.[1] ?? 0)
    if (stated === 0) {
      hit('rule 12: without days and duration there is no number of a year')
      return 'no_duration'
    }
    hit('rule 12: by a duration that is only stated it is about so many')
    return { size: stated, isStated: true, of: [] }
  }
  const all = dayNumber(end) - dayNumber(start) + 1
  const after = isoOf(dayNumber(end) + 1)
  const months =
    12 * (Number(after.slice(0, 4)) - Number(start.slice(0, 4))) + Number(after.slice(5, 7)) - Number(start.slice(5, 7))
  const isWholeMonths = after.slice(8) === start.slice(8) && months > 0 && (days === null || days === all)
  hit(isWholeMonths ? 'rule 12: whole months are twelfths of a year' : 'rule 12: other days are days of a year')
  return { size: isWholeMonths ? months / 12 : (days ?? all) / YEAR, isStated: false, of: [] }
}

/** The year in which the middle of a period lies; of a stock that of its day. */
function middleOf({ period }: ToldFigure, isStock: boolean): number | null {
  const { start, end, duration } = period
  if (isStock) return end === null ? null : Number(end.slice(0, 4))
  const years = Number(/^P(\d+)Y$/.exec(duration)?.[1] ?? 0)
  const last = end === null ? null : dayNumber(end) + 1
  if (start !== null && last !== null) return yearOf((dayNumber(start) + last) / 2)
  if (years === 0) return null
  if (start !== null) return yearOf((dayNumber(start) + dayNumber(yearsFrom(start, years))) / 2)
  if (last === null) return null
  return yearOf((dayNumber(yearsFrom(isoOf(last), -years)) + last) / 2)
}

function yearsFrom(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
}

function yearOf(day: number): number {
  return Number(isoOf(Math.floor(day)).slice(0, 4))
}

/** Of some old units these; of all of them these before the new one; of any other the place itself before what it was made of. */
function countedAmong({ merged, territory }: ToldFigure, told: Told): readonly (readonly TerritoryRef[])[] {
  if (merged && merged.from.length < merged.of) return [merged.from]
  const olds = territory.set === '34' ? oldCodesOf(told, territory.code) : []
  const made = olds.map((code): TerritoryRef => ({ set: '63', code }))
  return merged && !merged.joined ? [merged.from, [territory]] : [[territory], ...(made.length > 0 ? [made] : [])]
}

/** For each place a count of one basis and year, the statistics office's first, the nearest year first, the earlier of two. */
function nearest(
  places: readonly TerritoryRef[],
  measure: Denominator['measure'],
  year: number,
  { meta }: Told,
): readonly Denominator[] | null {
  const all = meta.denominators.filter(
    (one) =>
      one.measure === measure && places.some((place) => isSameUnit(place, one.territory)) && Math.abs(one.year - year) <= 2,
  )
  const ways = each(all.map((one) => `${one.basis.startsWith('gso') ? 0 : 1} ${one.basis} ${one.year}`)).map((text) => {
    const [office = '', basis = '', written = ''] = text.split(' ')
    return { office, basis, year: Number(written), away: Math.abs(Number(written) - year) }
  })
  ways.sort((a, b) => a.office.localeCompare(b.office) || a.basis.localeCompare(b.basis) || a.away - b.away || a.year - b.year)
  for (const way of ways) {
    const found = places.map((place) =>
      all.find((one) => isSameUnit(one.territory, place) && one.basis === way.basis && one.year === way.year),
    )
    if (found.every((one) => one !== undefined)) return found
  }
  return null
}

function noteCounts(figure: ToldFigure, of: readonly Denominator[], year: number, { hit, meta }: Told): void {
  const [first] = of
  if (!first) return
  if (first.year !== year) hit('rule 12: the count of the nearest year')
  if (!first.basis.startsWith('gso')) hit('rule 12: another basis where the statistics office has none')
  const { merged } = figure
  if (merged && merged.from.length < merged.of) hit('rule 12: of some old units only their own people')
  if (merged && of.length > 1) hit('rule 12: what old units reported is counted among their people')
  const bases = each(
    meta.denominators
      .filter((one) => isSameUnit(one.territory, first.territory) && one.measure === first.measure)
      .map((one) => one.basis),
  )
  if (bases.length > 1) hit('rule 12: of two bases one counts')
}
