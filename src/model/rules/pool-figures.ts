import type { Computed, Figure } from '../figure.ts'
import type { Aggregation } from '../indicator.ts'
import { FACTOR } from './normalise.ts'
import { addable, uniteBounds } from './qualifiers.ts'

/**
 * What comparable figures of several territories are together: counts add; what was divided by people or units is the sum of the
 * counts over the sum of these. Null where rule 1 or 6 forbids a sum, or nothing has a number.
 */
export function poolFigures(figures: readonly Figure[], aggregation: Aggregation): Figure | null {
  const [first] = figures
  if (!first || (aggregation !== 'sum' && aggregation !== 'last')) return null
  if (figures.some(({ value }) => value === null) || !addable(figures)) return null
  const by = first.normalised?.by
  const plain = figures.map((figure) => figure.normalised?.plain ?? figure)
  const sum = plain.reduce((all, { value }) => all + (value as number), 0)
  const divisor = figures.reduce((all, { normalised }) => all + (normalised?.divisor ?? 0), 0)
  // Years do not add: numbers per year of one time do, as plain counts.
  const value =
    by === undefined || by === 'year'
      ? figures.reduce((all, one) => all + (one.value as number), 0)
      : (sum * FACTOR[by]) / divisor
  const computed: Computed = { how: by === undefined || by === 'year' ? 'total' : 'pooled', of: figures }
  const { notNormalised: _, merged: __, ...rest } = first
  return {
    ...rest,
    ...uniteBounds(figures),
    value,
    state: value === 0 && !figures.some(({ low, approx }) => low || approx) ? 'zero' : 'value',
    word: '',
    magnitudes: [],
    terms: figures.flatMap(({ terms }) => terms),
    sources: [...new Set(figures.flatMap(({ sources }) => sources))].sort(),
    provisional: figures.some(({ provisional }) => provisional),
    estimated: figures.some(({ estimated }) => estimated),
    mismatch: false,
    finerDiffers: false,
    sameKeyAdded: false,
    computed,
  }
}
