import type { Draft } from './build-figure.ts'
import { divideBounds } from './qualifiers.ts'
import type { RuleBook } from './resolved-row.ts'

/**
 * Rule 1: a ratio is recomputed from its two counts where a territory has both for one period and scope; it is in percent.
 * The printed ratio is kept among the terms' neighbours and flagged when it differs by more than it was rounded.
 */
export function withRatios(drafts: readonly Draft[], book: RuleBook): Draft[] {
  return drafts.map((draft) => {
    const indicator = book.indicators.get(draft.indicator)
    if (indicator?.aggregation !== 'ratio' || draft.basis !== 'total') return draft
    const numerator = partner(drafts, draft, indicator.numerator)
    const denominator = partner(drafts, draft, indicator.denominator)
    if (!numerator || !denominator || numerator.value === null || denominator.value === null || denominator.value === 0) return draft
    const bounds = divideBounds(numerator, denominator)
    if (!bounds) return draft
    const value = (100 * numerator.value) / denominator.value
    const printedDiffers = draft.value !== null && Math.abs(draft.value - value) > 0.5 * 10 ** -indicator.decimals + 1e-9
    return {
      ...draft,
      ...bounds,
      value,
      basis: 'ratio' as const,
      state: draft.scope !== '' ? 'only_parts' : value === 0 && !bounds.low && !bounds.approx ? 'zero' : 'value',
      word: '',
      magnitudes: [],
      terms: [...numerator.terms, ...denominator.terms].sort((a, b) => a - b),
      sources: [...new Set([...numerator.sources, ...denominator.sources])].sort(),
      needsVerification: draft.needsVerification || numerator.needsVerification || denominator.needsVerification,
      provisional: numerator.provisional || denominator.provisional,
      estimated: numerator.estimated || denominator.estimated,
      mismatch: printedDiffers,
      sameKeyAdded: numerator.sameKeyAdded || denominator.sameKeyAdded,
    }
  })
}

function partner(drafts: readonly Draft[], ratio: Draft, code: string | null): Draft | undefined {
  return drafts.find(
    (draft) =>
      draft.indicator === code &&
      draft.basis === 'total' &&
      draft.scope === ratio.scope &&
      draft.ownPeriod === ratio.ownPeriod &&
      draft.territory.set === ratio.territory.set &&
      draft.territory.code === ratio.territory.code,
  )
}
