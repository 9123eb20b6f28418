import type { Words } from '../../locale/words.ts'
import type { Language } from '../../model/bilingual.ts'
import type { Dataset } from '../../model/dataset.ts'
import type { View } from '../../model/view.ts'
import type { Series } from '../../query/series-query.ts'
import type { Answer } from '../../query/view-answer.ts'

/** Everything that a picture is drawn from. The answer carries what rule 7 allows: nothing can be drawn without it. */
export interface PictureInput {
  readonly answer: Answer
  /** The view that the answer belongs to: an old answer is never drawn under a new title. */
  readonly view: View
  readonly dataset: Dataset
  readonly words: Words
  readonly language: Language
  /** What a chart's `series` asked for. */
  readonly series?: Series
  /** Width in CSS pixels. */
  readonly width: number
  readonly dark: boolean
}
