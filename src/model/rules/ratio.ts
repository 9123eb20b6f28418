import type { Indicator } from '../indicator.ts'
import { type BreakdownFilter, isFiltered } from './breakdown.ts'
import { comparisonKey, type Draft, isExactNumber, isOfOneTime } from './build-figure.ts'
import { divideBounds } from './qualifiers.ts'
import type { RuleBook } from './resolved-row.ts'

/**
 * Rule 1: a ratio is recomputed from its two counts where a territory has both for one period and scope; it is in percent and
 * of the counts' period. A printed ratio gives way to it, flagged where it differs by more than it was rounded; of another
 * period than its counts it stands, except in a window, whose ratio is that of its sums.
 */
export function withRatios(drafts: readonly Draft[], book: RuleBook, filter: BreakdownFilter): Draft[] {
  const ratios = [...book.indicators.values()].filter((i) => i.aggregation === 'ratio' && !isFiltered(book, i.code, filter))
  const replaced = new Set<Draft>()
  const computed: Draft[] = []
  for (const indicator of ratios) {
    for (const numerator of drafts.filter((draft) => draft.indicator === indicator.numerator && draft.basis === 'total')) {
      const denominator = totalBeside(drafts, numerator, indicator.denominator)
      const printed = totalBeside(drafts, numerator, indicator.code)
      const samePeriod = printed !== undefined && isPrintedOfItsTime(printed, numerator)
      const ratio = denominator && ratioOf(indicator, numerator, denominator, samePeriod ? printed : undefined)
      if (!ratio || (printed && !samePeriod && numerator.days === null)) continue
      if (printed) replaced.add(printed)
      computed.push(ratio)
    }
  }
  return [...drafts.filter((draft) => !replaced.has(draft)), ...computed]
}

/** Null where the two do not divide; `printed` is the source's own ratio for the same period. */
function ratioOf(indicator: Indicator, numerator: Draft, denominator: Draft, printed: Draft | undefined): Draft | null {
  if (!isOfOneTime(numerator, denominator) || numerator.value === null || !denominator.value) return null
  const bounds = divideBounds(numerator, denominator)
  if (!bounds) return null
  const value = (100 * numerator.value) / denominator.value
  const comparable = printed && isExactNumber(printed) && isExactNumber({ value, ...bounds })
  const either = (flag: 'provisional' | 'estimated' | 'sameKeyAdded' | 'finerDiffers') => numerator[flag] || denominator[flag]
  const figure = {
    ...numerator,
    ...bounds,
    indicator: indicator.code,
    basis: 'ratio' as const,
    value,
    counts: { numerator: numerator.value, denominator: denominator.value },
    unit: indicator.unit,
    state:
      numerator.scope !== ''
        ? ('only_parts' as const)
        : value === 0 && !bounds.low && !bounds.approx
          ? ('zero' as const)
          : ('value' as const),
    word: '',
    magnitudes: [],
    terms: [...numerator.terms, ...denominator.terms].sort((a, b) => a - b),
    sources: [...new Set([...numerator.sources, ...denominator.sources])].sort(),
    needsVerification: numerator.needsVerification || denominator.needsVerification || (printed?.needsVerification ?? false),
    provisional: either('provisional'),
    estimated: either('estimated'),
    sameKeyAdded: either('sameKeyAdded'),
    finerDiffers: either('finerDiffers'),
    mismatch: comparable ? Math.abs((printed.value as number) - value) > 0.5 * 10 ** -indicator.decimals + 1e-9 : false,
  }
  return { ...figure, comparisonKey: comparisonKey(figure) }
}

/** A ratio of two stocks is of their day. */
function isPrintedOfItsTime(printed: Draft, numerator: Draft): boolean {
  return isOfOneTime(printed, numerator) || (numerator.asOf !== null && numerator.asOf === printed.period.end)
}

function totalBeside(drafts: readonly Draft[], figure: Draft, code: string | null): Draft | undefined {
  return drafts.find(
    (draft) =>
      draft.indicator === code &&
      draft.basis === 'total' &&
      draft.scope === figure.scope &&
      draft.territory.set === figure.territory.set &&
      draft.territory.code === figure.territory.code,
  )
}
