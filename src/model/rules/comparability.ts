import type { Figure } from '../figure.ts'
import type { Aggregation } from '../indicator.ts'
import { poolFigures } from './pool-figures.ts'
import { groupBy } from './standing.ts'

/** Figures of one indicator, definition, unit, normalisation and period; only inside one group may anything be compared. */
export interface ComparisonGroup {
  readonly key: string
  readonly members: readonly Figure[]
  /** The members that may stand on one scale, in a rank, a total or a change: numbers of whole provinces, none in doubt. */
  readonly scale: readonly Figure[]
  /** Additive parts of one whole (one territory): they share a scale because they add. */
  readonly composition: boolean
}

const answered = Symbol('comparability')

/** The answer of rule 7 for a set of figures. Only `compareFigures` makes one, and no chart can be drawn without it. */
export interface Comparability {
  readonly [answered]: true
  readonly groups: readonly ComparisonGroup[]
}

/**
 * Rule 7. Standing figures fall into groups by `comparisonKey` and list of provinces, for the same people are on both lists; a scale needs two or more members that are numbers, cover their
 * province and need no verification. Parts of an additive whole form a composition of their own.
 */
export function compareFigures(figures: readonly Figure[], isAdditive: (figure: Figure) => boolean): Comparability {
  const standing = figures.filter((figure) => figure.stands)
  const across = [...groupBy(standing, (figure) => `${figure.comparisonKey}|${figure.territory.set}`).entries()].map(
    ([key, members]) => {
      const numbers = members.filter(
        (figure) => figure.value !== null && figure.state !== 'only_parts' && !figure.needsVerification,
      )
      return { key, members, scale: numbers.length > 1 ? numbers : [], composition: false }
    },
  )
  const parts = figures.filter((figure) => figure.basis === 'part' && isAdditive(figure))
  const wholes = [...groupBy(parts, compositionKey).entries()].map(([key, members]) => {
    const numbers = members.filter((figure) => figure.value !== null && !figure.needsVerification)
    return { key, members, scale: numbers.length > 1 ? numbers : [], composition: true }
  })
  return { [answered]: true, groups: [...across, ...wholes.filter((group) => group.members.length > 1)] }
}

/**
 * Rule 1 over territories: what a group's scale comes to together, made of its figures, a ratio of its counts; null where nothing may
 * be added (a printed ratio, a `none`, one member).
 */
export function totalOf(group: ComparisonGroup, aggregation: Aggregation): Figure | null {
  return group.scale.length < 2 ? null : poolFigures(group.scale, aggregation)
}

function compositionKey(figure: Figure): string {
  const { territory, indicator, scope, breakdownKey, unit, comparisonKey } = figure
  const period = comparisonKey.split('|')[3] ?? ''
  return `parts|${territory.set}:${territory.code}|${indicator}|${scope}|${breakdownKey}|${unit}|${period}`
}
