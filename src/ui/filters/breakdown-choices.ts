import { labelOf } from '../../locale/print-figure.ts'
import { indicatorsOf } from '../../query/view-query.ts'
import type { Room } from '../answer/room.ts'

export interface BreakdownChoice {
  readonly key: string
  readonly label: string
  readonly values: readonly { readonly value: string; readonly label: string }[]
}

/** The breakdowns of the chosen indicators with the values the package knows; none in the overview. */
export function breakdownChoices({ dataset, view, language }: Room): BreakdownChoice[] {
  if (view.indicators.length === 0) return []
  const chosen = indicatorsOf(view, dataset)
  const keys = [...new Set(dataset.breakdowns.filter((b) => chosen.includes(b.indicator)).map((b) => b.key))]
  return keys.map((key) => ({
    key,
    label: labelOf(dataset, 'breakdown_key', key, language),
    values: dataset.codes
      .filter((code) => code.key === key)
      .sort((a, b) => a.order - b.order)
      .map((code) => ({ value: code.value, label: code.label[language] })),
  }))
}
