import { breakdownRule, type Dataset, indicatorOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { MAIN_DOMAINS } from '../../model/indicator.ts'
import { measureOf } from '../../model/rules/change.ts'
import type { ComparisonGroup } from '../../model/rules/comparability.ts'
import { headlineIndicators } from '../../model/rules/headline.ts'
import { groupBy } from '../../model/rules/standing.ts'
import type { View } from '../../model/view.ts'
import { narrowAnswer } from '../../query/narrow-answer.ts'
import type { Answer } from '../../query/view-answer.ts'
import { inCodeOrder } from './code-order.ts'

/** From so many comparable numbers on, places are told apart by their place on a scale, not by reading cells. */
const MANY = 8

/** Whether many places have numbers on one scale: then the layout is the dense one. */
export function isDense({ comparability }: Pick<Answer, 'comparability'>): boolean {
  return comparability.groups.some(isLarge)
}

function isLarge({ composition, scale }: ComparisonGroup): boolean {
  return !composition && scale.length >= MANY
}

/** The scales of one domain that stand for it (rule 8): of its first indicator with a large one, the total, or else each of its kinds. */
export function domainScales(answer: Answer, domain: string, dataset: Dataset): ComparisonGroup[] {
  for (const { code } of headlineIndicators(dataset.indicators, domain)) {
    const scales = scalesOf(answer, code, dataset)
    if (scales.length > 0) return scales
  }
  return []
}

/**
 * The large scales of one indicator: only its total where there is one, else each of the kinds that may not be added. What differs
 * by definition has no common total, and stands beside.
 */
export function scalesOf({ comparability }: Answer, indicator: string, dataset: Dataset): ComparisonGroup[] {
  const large = comparability.groups.filter((group) => isLarge(group) && group.scale[0]?.indicator === indicator)
  const totals = large.filter(({ scale }) => scale[0]?.basis !== 'part')
  if (totals.length > 0) return largestFirst(totals).slice(0, 1)
  // Of a kind at several times the scale of most places is told.
  const kinds = [
    ...groupBy(
      large.filter(({ scale }) => isKind(scale[0] as Figure, dataset)),
      ({ scale }) => measureOf(scale[0] as Figure),
    ).values(),
  ].flatMap((group) => largestFirst(group).slice(0, 1))
  const order = inCodeOrder(
    kinds.map(({ scale }) => scale[0] as Figure),
    dataset,
  )
  return order.flatMap((head) => kinds.find(({ scale }) => scale[0] === head) ?? [])
}

function isKind({ indicator, breakdownKey }: Figure, dataset: Dataset): boolean {
  return breakdownRule(dataset, indicator, breakdownKey) !== 'additive'
}

function largestFirst(groups: readonly ComparisonGroup[]): ComparisonGroup[] {
  return [...groups].sort((a, b) => b.scale.length - a.scale.length)
}

/** The one scale that a view with large ones is about; null where it is about several kinds or indicators. */
export function mainScale(answer: Answer, view: View, dataset: Dataset): ComparisonGroup | null {
  const codes = view.indicators.filter((code) => indicatorOf(dataset, code))
  if (view.indicators.length === 0) {
    const scales = MAIN_DOMAINS.map((domain) => domainScales(answer, domain, dataset)).find((found) => found.length === 1)
    return scales?.[0] ?? null
  }
  const [only, ...others] = codes
  if (only === undefined || others.length > 0 || view.indicators.length > 1) return null
  const scales = scalesOf(answer, only, dataset)
  return scales.length === 1 ? (scales[0] ?? null) : null
}

export interface MainAnswer {
  readonly answer: Answer
  readonly view: View
  /** Whether a figure, of whatever time, is of the same thing. */
  isMain(figure: Figure): boolean
}

/** A view of large scales as what it is mainly about: one indicator with its one scale, and what else is known of it. */
export function mainAnswer(answer: Answer, view: View, dataset: Dataset): MainAnswer | null {
  const main = isDense(answer) ? mainScale(answer, view, dataset) : null
  const head = main?.scale[0]
  if (!main || !head) return null
  return {
    answer: narrowAnswer(answer, dataset, { has: (figure) => isOfScale(figure, main), indicators: [head.indicator] }),
    view: { ...view, indicators: [head.indicator] },
    isMain: (figure) => isOfScale(figure, main),
  }
}

/** Whether a figure is of the same thing as a scale, at whatever time and of whatever part of a place. */
export function isOfScale(figure: Figure, { scale }: ComparisonGroup): boolean {
  const head = scale[0] as Figure
  return (
    measureOf(figure) === measureOf(head) ||
    (figure.value === null && figure.indicator === head.indicator && figure.breakdownKey === head.breakdownKey)
  )
}
