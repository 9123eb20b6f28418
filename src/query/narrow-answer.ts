import { breakdownRule, type Dataset } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import type { RefusedSplit } from '../model/rules/administrative-units.ts'
import { measureOf } from '../model/rules/change.ts'
import { compareFigures } from '../model/rules/comparability.ts'
import type { Wanted } from './place-state.ts'
import type { Answer } from './view-answer.ts'

/** An answer about some of its figures, and reports of some of its indicators, only: as if they alone had been asked for. */
export function narrowAnswer(answer: Answer, dataset: Dataset, { has: keep, indicators }: Wanted): Answer {
  const figures = answer.figures.filter(keep)
  const isAdditive = (figure: Figure) => breakdownRule(dataset, figure.indicator, figure.breakdownKey) === 'additive'
  const measures = new Set(figures.map(measureOf))
  const { compared } = answer
  return {
    ...answer,
    figures,
    otherTime: answer.otherTime.filter(keep),
    refused: keptSplits(answer.refused, keep),
    refusedOtherTime: keptSplits(answer.refusedOtherTime, keep),
    owed: indicators === null ? answer.owed : answer.owed.filter(({ indicator }) => indicators.includes(indicator)),
    comparability: compareFigures(figures, isAdditive),
    compared: compared && {
      ...compared,
      changes: keptOf(compared.changes, keep),
      peers: keptOf(compared.peers, keep),
      targets: keptOf(compared.targets, keep),
      gone: compared.gone.filter(keep),
      likeForLike: compared.likeForLike.filter(({ measure }) => measures.has(measure)),
    },
  }
}

function keptOf<T>(all: ReadonlyMap<Figure, T>, keep: (figure: Figure) => boolean): ReadonlyMap<Figure, T> {
  return new Map([...all].filter(([figure]) => keep(figure)))
}

function keptSplits(all: readonly RefusedSplit[], keep: (figure: Figure) => boolean): RefusedSplit[] {
  return all.map((split) => ({ ...split, figures: split.figures.filter(keep) })).filter(({ figures }) => figures.length > 0)
}
