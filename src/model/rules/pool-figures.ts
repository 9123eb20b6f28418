import type { Computed, Figure, Normalised, RatioCounts } from '../figure.ts'
import type { Aggregation } from '../indicator.ts'
import { sharedPeriod } from './add-figures.ts'
import { FACTOR } from './normalise.ts'
import { addable, uniteBounds } from './qualifiers.ts'

/**
 * What comparable figures of several territories are together: counts add; what was divided by people or units is the sum of the
 * counts over the sum of these, and so is a ratio where every one of them was computed from its counts. Null where rule 1 or 6
 * forbids a sum, or nothing has a number.
 */
export function poolFigures(figures: readonly Figure[], aggregation: Aggregation): Figure | null {
  const [first] = figures
  if (!first || aggregation === 'none') return null
  if (figures.some(({ value }) => value === null) || !addable(figures)) return null
  const counts = aggregation === 'ratio' ? pooledCounts(figures) : null
  if (aggregation === 'ratio' && counts === null) return null
  const by = first.normalised?.by
  const normalised = pooledDivision(figures)
  // Years do not add: numbers per year of one time do, as plain counts.
  const value = counts
    ? (100 * counts.numerator) / counts.denominator
    : normalised && by && by !== 'year'
      ? ((normalised.plain.value as number) * FACTOR[by]) / normalised.divisor
      : sumOf(figures.map((one) => one.value))
  const computed: Computed = { how: counts || (by !== undefined && by !== 'year') ? 'pooled' : 'total', of: figures }
  const { notNormalised: _, merged: __, normalised: ___, shared: ____, ...rest } = first
  return {
    ...rest,
    ...uniteBounds(figures),
    ...(normalised ? { normalised } : {}),
    ...(counts ? { counts } : {}),
    period: sharedPeriod(figures),
    days: same(figures.map(({ days }) => days)),
    daysOf: same(figures.map(({ daysOf }) => daysOf)),
    value,
    state: value === 0 && !figures.some(({ low, approx }) => low || approx) ? 'zero' : 'value',
    word: '',
    magnitudes: [],
    terms: figures.flatMap(({ terms }) => terms),
    sources: [...new Set(figures.flatMap(({ sources }) => sources))].sort(),
    needsVerification: figures.some(({ needsVerification }) => needsVerification),
    provisional: figures.some(({ provisional }) => provisional),
    estimated: figures.some(({ estimated }) => estimated),
    mismatch: false,
    finerDiffers: false,
    sameKeyAdded: false,
    computed,
  }
}

/** Both counts added; null where one of the ratios is as it was printed. */
function pooledCounts(figures: readonly Figure[]): RatioCounts | null {
  const all = figures.flatMap(({ counts }) => counts ?? [])
  if (all.length < figures.length) return null
  return {
    numerator: sumOf(all.map(({ numerator }) => numerator)),
    denominator: sumOf(all.map(({ denominator }) => denominator)),
  }
}

/** What all of them were divided by, of the sum of what was divided; null where nothing was. */
function pooledDivision(figures: readonly Figure[]): Normalised | null {
  const all = figures.flatMap(({ normalised }) => normalised ?? [])
  const [first] = all
  if (!first || all.length < figures.length) return null
  return {
    ...first,
    plain: { ...first.plain, value: sumOf(all.map(({ plain }) => plain.value)), terms: all.flatMap(({ plain }) => plain.terms) },
    // Of years there is no sum.
    divisor: first.by === 'year' ? first.divisor : sumOf(all.map(({ divisor }) => divisor)),
    denominators: all.flatMap(({ denominators }) => denominators),
    byDuration: all.some(({ byDuration }) => byDuration),
    allUnverified: all.every(({ allUnverified }) => allUnverified),
  }
}

function sumOf(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
}

function same(values: readonly (number | null)[]): number | null {
  return new Set(values).size === 1 ? (values[0] ?? null) : null
}
