import type { Figure } from '../figure.ts'
import type { Indicator } from '../indicator.ts'
import { territoryKey } from '../territory.ts'
import { timeOf } from './covered-spans.ts'
import type { JoinContext } from './join-lists.ts'
import { divideBounds } from './qualifiers.ts'
import { reportedScope } from './scope.ts'
import { groupBy } from './standing.ts'

/**
 * Rules 1 and 11: where both counts of a ratio were added for a whole unit and one period, its ratio is that of the two sums and
 * takes the place of those of its parts. Anything else stays side by side. As in one report, a printed ratio of another time
 * stands, except in a window, whose ratio is that of its sums.
 */
export function withMergedRatios(figures: readonly Figure[], { window, indicators }: JoinContext): Figure[] {
  const replaced = new Set<Figure>()
  const computed: Figure[] = []
  const places = groupBy(figures, ({ territory }) => territoryKey(territory))
  for (const indicator of indicators.values()) {
    if (indicator.aggregation !== 'ratio') continue
    for (const numerator of figures.filter((figure) => figure.indicator === indicator.numerator && isAdded(figure))) {
      const beside = places.get(territoryKey(numerator.territory)) ?? []
      const ratios = beside.filter((figure) => figure.indicator === indicator.code && reportedScope(figure) === '')
      const denominator = beside.find(
        (figure) => figure.indicator === indicator.denominator && isAdded(figure) && isSameTime(figure, numerator),
      )
      if (!denominator || !ratios.some(({ basis }) => basis === 'ratio')) continue
      if (window === null && ratios.some(({ basis, merged }) => basis !== 'ratio' || !merged)) continue
      const ratio = ratioOf(indicator, numerator, denominator, ratios)
      if (!ratio) continue
      for (const figure of ratios) replaced.add(figure)
      computed.push(ratio)
    }
  }
  return [...figures.filter((figure) => !replaced.has(figure)), ...computed]
}

/** Whether it is a total of the whole unit that was put together from several units or both lists. */
function isAdded({ merged, basis, scope }: Figure): boolean {
  return merged !== undefined && (merged.of > 1 || merged.joined === true) && basis === 'total' && scope === ''
}

function isSameTime(one: Figure, other: Figure): boolean {
  const hasOneDate = !one.merged?.oldest && !other.merged?.oldest
  return hasOneDate && timeOf(one) === timeOf(other) && one.period.end === other.period.end && isJoined(one) === isJoined(other)
}

function isJoined({ merged }: Figure): boolean {
  return merged?.joined === true
}

function ratioOf(indicator: Indicator, numerator: Figure, denominator: Figure, parts: readonly Figure[]): Figure | null {
  if (numerator.value === null || !denominator.value) return null
  const bounds = divideBounds(numerator, denominator)
  if (!bounds) return null
  const value = (100 * numerator.value) / denominator.value
  const either = (flag: 'provisional' | 'estimated' | 'sameKeyAdded' | 'finerDiffers') => numerator[flag] || denominator[flag]
  return {
    ...numerator,
    ...bounds,
    indicator: indicator.code,
    basis: 'ratio',
    value,
    counts: { numerator: numerator.value, denominator: denominator.value },
    unit: indicator.unit,
    state: value === 0 && !bounds.low && !bounds.approx ? 'zero' : 'value',
    magnitudes: [],
    terms: [...numerator.terms, ...denominator.terms].sort((a, b) => a - b),
    sources: [...new Set([...numerator.sources, ...denominator.sources])].sort(),
    needsVerification: [numerator, denominator, ...parts].some((figure) => figure.needsVerification),
    provisional: either('provisional'),
    estimated: either('estimated'),
    sameKeyAdded: either('sameKeyAdded'),
    finerDiffers: either('finerDiffers'),
    mismatch: parts.some((part) => part.mismatch),
    comparisonKey: [indicator.code, 'total', indicator.unit, timeOf(numerator)].join('|'),
  }
}
