import { breakdownRule, type Dataset } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import { measureOf } from '../model/rules/change.ts'
import { compareFigures } from '../model/rules/comparability.ts'
import type { Answer } from './view-answer.ts'

/** An answer about some of its figures only, as if they alone had been asked for. */
export function narrowAnswer(answer: Answer, dataset: Dataset, keep: (figure: Figure) => boolean): Answer {
  const figures = answer.figures.filter(keep)
  const isAdditive = (figure: Figure) => breakdownRule(dataset, figure.indicator, figure.breakdownKey) === 'additive'
  const measures = new Set(figures.map(measureOf))
  const { compared } = answer
  return {
    ...answer,
    figures,
    otherTime: answer.otherTime.filter(keep),
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
