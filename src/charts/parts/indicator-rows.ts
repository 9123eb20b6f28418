import { labelOf } from '../../locale/print-figure.ts'
import { breakdownRule, indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import type { Wanted } from '../../query/place-state.ts'
import { indicatorsOf } from '../../query/view-query.ts'
import { inCodeOrder } from './code-order.ts'
import type { PatchHead } from './patchwork-model.ts'
import type { PictureInput } from './picture-input.ts'

/** A row of indicators × places: an indicator, or one of its kinds. Each standing figure belongs to one row. */
export interface IndicatorRow extends Wanted {
  readonly head: PatchHead
}

/**
 * One row per indicator of the view, or per kind where kinds do not add, for what has a figure now or at another time. Kinds stand
 * in the order of their codes, after the indicator itself.
 */
export function indicatorRows(input: PictureInput): IndicatorRow[] {
  const { dataset, view, answer, language } = input
  const all = [...answer.figures, ...answer.otherTime].filter((figure) => figure.stands)
  return indicatorsOf(view, dataset).flatMap((code): IndicatorRow[] => {
    const indicator = indicatorOf(dataset, code)
    const figures = all.filter((figure) => figure.indicator === code)
    if (!indicator || figures.length === 0) return []
    const alone = indicatorsOf(view, dataset).length === 1
    const isKind = (figure: Figure) => figure.basis === 'part' && breakdownRule(dataset, code, figure.breakdownKey) !== 'additive'
    const kinds = inCodeOrder(figures.filter(isKind), dataset).map(
      (figure) => `${figure.breakdownKey} ${figure.breakdownValues.join('+')}`,
    )
    const head = (key: string, label: string, sub: string): PatchHead => ({
      key: `${code} ${key}`,
      label,
      sub,
      domain: indicator.domain,
      indicators: view.indicators.length === 1 && view.indicators[0] === code ? null : [code],
    })
    const kindRows = [...new Set(kinds)].map((kind): IndicatorRow => {
      const [key = '', value = ''] = kind.split(' ')
      return {
        head: head(kind, labelOf(dataset, key, value, language), alone ? '' : indicator.label[language]),
        indicators: [code],
        has: (figure) =>
          figure.indicator === code &&
          isKind(figure) &&
          figure.breakdownKey === key &&
          figure.breakdownValues.join('+') === value,
      }
    })
    const whole: IndicatorRow = {
      head: head('', indicator.label[language], ''),
      indicators: [code],
      has: (figure) => figure.indicator === code && !isKind(figure),
    }
    return figures.some((figure) => !isKind(figure)) ? [whole, ...kindRows] : kindRows
  })
}
