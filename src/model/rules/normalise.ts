import type { Territories } from '../dataset.ts'
import type { Denominator } from '../denominator.ts'
import type { Figure, NormalisationRefusal, NormalisedBy } from '../figure.ts'
import type { Indicator } from '../indicator.ts'
import { type TerritoryRef, territoryKey } from '../territory.ts'
import type { Normalisation } from '../view.ts'
import { type DenominatorsOf, denominatorsFor } from './denominators.ts'
import { isWhole } from './join-lists.ts'
import { EXACT } from './qualifiers.ts'
import { reportedScope } from './scope.ts'
import { durationYears, yearsOf } from './years-of.ts'

export interface NormaliseContext {
  readonly normalisation: Normalisation
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly territories: Territories
  readonly denominatorsOf: DenominatorsOf
}

/**
 * Rule 12: each number divided by its years, its people or its units of commune level; what may not be divided keeps no number and
 * says why. Words stay words. Figures of unlike divisors get unlike comparison keys.
 */
export function normalise(figures: readonly Figure[], context: NormaliseContext): readonly Figure[] {
  const by = context.normalisation
  if (by === 'abs') return figures
  if (by === 'index') return figures.map((figure) => (figure.value === null ? figure : refused(figure, by, 'series_only')))
  const all = figures.map((figure) => (figure.value === null ? figure : divided(figure, by, context)))
  const isDoubtful = ({ normalised }: Figure) => normalised?.denominators.some(({ verified }) => !verified) ?? false
  const some = all.filter(({ normalised }) => normalised !== undefined)
  if (some.length < 2 || !some.every(isDoubtful)) return all
  return all.map((figure) =>
    figure.normalised ? { ...figure, normalised: { ...figure.normalised, allUnverified: true } } : figure,
  )
}

/** What a count is given by: 100,000 people, one unit, one year. */
export const FACTOR: Readonly<Record<NormalisedBy, number>> = { year: 1, per100k: 100_000, commune: 1 }

function divided(figure: Figure, by: NormalisedBy, context: NormaliseContext): Figure {
  const divisor = divisorOf(figure, by, context)
  if (typeof divisor === 'string') return refused(figure, by, divisor)
  return {
    ...figure,
    // Years that only the source's words give are about so many (rule 4).
    approx: figure.approx || divisor.byDuration,
    value: ((figure.value as number) * FACTOR[by]) / divisor.divisor,
    comparisonKey: keyOf(figure, by, divisor),
    normalised: { by, plain: figure, ...divisor, allUnverified: false },
  }
}

/** A number that is not divided. */
export function refused(figure: Figure, by: Exclude<Normalisation, 'abs'>, reason: NormalisationRefusal): Figure {
  return { ...figure, ...EXACT, value: null, state: 'not_normalised', notNormalised: { by, plain: figure, reason } }
}

interface Divisor {
  readonly divisor: number
  readonly denominators: readonly Denominator[]
  readonly byDuration: boolean
}

function divisorOf(figure: Figure, by: NormalisedBy, context: NormaliseContext): Divisor | NormalisationRefusal {
  const aggregation = context.indicators.get(figure.indicator)?.aggregation
  if (aggregation === 'ratio') return 'ratio'
  if (aggregation === undefined || aggregation === 'none') return 'unlike'
  if (by === 'year') {
    if (aggregation === 'last') return 'stock'
    const years = yearsOf(figure)
    return years ? { divisor: years.years, denominators: [], byDuration: years.byDuration } : 'no_duration'
  }
  if (reportedScope(figure) !== '') return 'part'
  const year = middleYear(figure, aggregation === 'last')
  if (year === null) return 'no_time'
  const measure = by === 'commune' ? 'commune_units' : 'population'
  for (const territories of coveredBy(figure, context.territories)) {
    const denominators = denominatorsFor(territories, measure, year, context.denominatorsOf)
    if (!denominators) continue
    const divisor = denominators.reduce((sum, { value }) => sum + value, 0)
    return { divisor, denominators, byDuration: false }
  }
  return 'no_denominator'
}

/**
 * The territories whose people a figure counts among, first choice first: of some old units only these; of a whole unit itself, and
 * else the old units that it was made of.
 */
function coveredBy(figure: Figure, territories: Territories): (readonly TerritoryRef[])[] {
  const { merged, territory } = figure
  if (merged && !isWhole(figure)) return [merged.from]
  const formedFrom = territories.get(territoryKey(territory))?.formedFrom ?? []
  const old = formedFrom.map((code): TerritoryRef => ({ set: '63', code }))
  // What old units reported is counted among their own people, of the time before they were merged.
  const choices = merged && !merged.joined ? [merged.from, [territory]] : [[territory], old]
  return choices.filter((choice) => choice.length > 0)
}

/** The year of the middle of a flow, of the as-of date of a stock; null where it is unknown. */
function middleYear({ period }: Figure, isStock: boolean): number | null {
  const { start, end, duration } = period
  if (isStock) return end === null ? null : Number(end.slice(0, 4))
  const months = Math.round(12 * (durationYears(duration) ?? 0))
  const day = start ?? end
  if (day === null || ((start === null || end === null) && months === 0)) return null
  const next = end === null ? monthsFrom(Date.parse(day), months) : Date.parse(end) + DAY
  const first = start === null ? monthsFrom(next, -months) : Date.parse(start)
  return new Date((first + next) / 2).getUTCFullYear()
}

const DAY = 86_400_000

function monthsFrom(time: number, months: number): number {
  const day = new Date(time)
  return day.setUTCMonth(day.getUTCMonth() + months)
}

/**
 * Rule 7: divided alike. Per year, figures of known days compare, of whatever time; a duration that is only stated is of its own
 * period.
 */
function keyOf({ comparisonKey }: Figure, by: NormalisedBy, { denominators, byDuration }: Divisor): string {
  const [indicator, definition, unit, time, ...place] = comparisonKey.split('|')
  // The communes of before and after 1 July 2025 are other units: a change between them would be one of borders.
  const list = by === 'commune' ? `/${denominators[0]?.territory.set ?? ''}` : ''
  const basis = by === 'year' ? '' : `@${denominators[0]?.basis ?? ''}${list}`
  return [indicator, definition, `${unit}/${by}${basis}`, by === 'year' && !byDuration ? 'year' : time, ...place].join('|')
}
