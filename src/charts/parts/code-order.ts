import { codeOf, type Dataset } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'

/** Figures in the order that the package gives to their kinds (for weapons, the most dangerous first), a total before its kinds. */
export function inCodeOrder(figures: readonly Figure[], dataset: Dataset): Figure[] {
  const order = (figure: Figure) => {
    if (figure.breakdownKey === '') return Number.MIN_SAFE_INTEGER
    return codeOf(dataset, figure.breakdownKey, figure.breakdownValues[0] ?? '')?.order ?? Number.MAX_SAFE_INTEGER
  }
  return [...figures].sort((a, b) => order(a) - order(b))
}
