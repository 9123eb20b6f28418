import type { Dataset } from '../../model/dataset.ts'
import type { View } from '../../model/view.ts'
import type { Answer } from '../../query/view-answer.ts'
import { isDense, mainAnswer } from '../parts/density.ts'

interface Answered {
  readonly answer: Answer
  readonly view: View
  readonly dataset: Dataset
}

/** What the headline speaks of: where many numbers stand on one scale, of that alone. */
export function spokenOf({ answer, view, dataset }: Answered): Answered {
  const main = showsDense({ answer, view }) ? mainAnswer(answer, view, dataset) : null
  return main ? { answer: main.answer, view: main.view, dataset } : { answer, view, dataset }
}

/** The data choose the layout; a link that names charts shows these. */
export function showsDense({ answer, view }: Pick<Answered, 'answer' | 'view'>): boolean {
  return view.charts.length === 0 && isDense(answer)
}
