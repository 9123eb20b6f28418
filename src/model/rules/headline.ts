import type { Figure } from '../figure.ts'
import type { Indicator } from '../indicator.ts'

/** Rule 8: the indicators that may stand for a domain, first choice first. */
export function headlineIndicators(indicators: readonly Indicator[], domain: string): Indicator[] {
  return indicators
    .filter((indicator) => indicator.domain === domain && indicator.headlineOrder !== null)
    .sort((a, b) => (a.headlineOrder as number) - (b.headlineOrder as number))
}

/**
 * Rule 8: of one territory's figures, those of its first available indicator of the domain (several where kinds do not add);
 * a figure of the whole province goes before one of a part.
 */
export function headlineFigures(figures: readonly Figure[], indicators: readonly Indicator[], domain: string): Figure[] {
  const ordered = headlineIndicators(indicators, domain).map((indicator) =>
    figures.filter((figure) => figure.indicator === indicator.code && figure.stands),
  )
  const own = ordered.find((all) => all.some((figure) => figure.scope === ''))
  return own?.filter((figure) => figure.scope === '') ?? ordered.find((all) => all.length > 0) ?? []
}
