import type { Figure, FigurePeriod } from '../../../src/model/figure.ts'
import { each, type Told, type ToldFigure } from './told-figure.ts'

/** Rules 1 and 6 over units: a figure of all of them, or null where they cannot be added. All else is the first one's. */
export function addUp(figures: readonly ToldFigure[], { hit }: Told): ToldFigure | null {
  const numbers = figures.filter(({ value }) => value !== null)
  const silent = figures.filter(({ value, state }) => value === null && state !== 'not_applicable')
  const [first] = figures
  if (!first || numbers.length === 0 || figures.some(({ isList }) => isList)) return null
  const some = (flag: 'low' | 'high' | 'approx') => numbers.some((figure) => figure[flag])
  if (numbers.length > 1 && some('low') && some('high')) return null
  if (silent.length > 0 && some('high')) return null
  if (silent.length > 0) hit('rule 6: words beside a number make a lower bound')
  const value = numbers.reduce((sum, figure) => sum + (figure.value ?? 0), 0)
  const low = some('low') || silent.length > 0
  const isOnePart = first.basis === 'parts_sum' && first.breakdownValues.length === 1
  const shared = figures.flatMap((figure) => figure.shared ?? []).sort((a, b) => a.row - b.row)
  const sharedDays = figures.reduce((sum, figure) => sum + (figure.sharedDays ?? 0), 0) / figures.length
  const any = (flag: keyof Figure & keyof ToldFigure) => figures.some((figure) => figure[flag] === true)
  return {
    ...first,
    value,
    low,
    high: some('high'),
    approx: some('approx'),
    state: isOnePart ? 'only_parts' : value === 0 && !low && !some('approx') ? 'zero' : 'value',
    word: '',
    ...(shared.length > 0 ? { shared, sharedDays } : {}),
    magnitudes: figures.flatMap(({ magnitudes }) => magnitudes),
    terms: each(figures.flatMap(({ terms }) => terms)),
    sources: each(figures.flatMap(({ sources }) => sources)),
    needsVerification: any('needsVerification'),
    provisional: any('provisional'),
    estimated: any('estimated'),
    mismatch: any('mismatch'),
    finerDiffers: any('finerDiffers'),
    sameKeyAdded: any('sameKeyAdded'),
  }
}

/** The newest of the ends; a start and a duration only where all have the same. */
export function sharedPeriod(figures: readonly ToldFigure[]): FigurePeriod {
  const periods = figures.map(({ period }) => period)
  const [first] = periods as [FigurePeriod]
  const ends = each(periods.flatMap(({ end }) => (end === null ? [] : [end])))
  return {
    start: periods.every(({ start }) => start === first.start) ? first.start : null,
    end: ends.at(-1) ?? null,
    basis: first.basis,
    duration: periods.every(({ duration }) => duration === first.duration) ? first.duration : '',
  }
}
