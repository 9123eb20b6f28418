import type { EChartsCoreOption } from 'echarts/core'
import type { Words } from '../locale/words.ts'
import type { Dataset } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import type { TerritoryKey } from '../model/territory.ts'
import type { View } from '../model/view.ts'
import type { SeriesQuestion } from '../query/series-query.ts'
import type { Answer } from '../query/view-answer.ts'
import type { Patchwork } from './parts/patchwork-model.ts'
import type { PictureInput } from './parts/picture-input.ts'
import type { TableModel } from './table/table-row.ts'

/** A picture: typographic cells, or an ECharts option with its height in pixels and the figure behind each drawn item. */
export type Picture =
  | { readonly kind: 'cells'; readonly patchwork: Patchwork }
  | {
      readonly kind: 'canvas'
      readonly option: EChartsCoreOption
      readonly height: number
      readonly summary: string
      /** Loads what ECharts has to know before it draws the option; nothing is waited for where it knows that already. */
      prepare?(): Promise<void> | undefined
      /** `at` is the number of the drawn component, where a name means something else in each. */
      pick(name: string, at?: number): Figure | null
      /** The place that a drawn item without a figure stands for, where its name does not say it (`parts/place-area.ts`). */
      place?(name: string, at?: number): TerritoryKey | null
    }
  | { readonly kind: 'nothing'; readonly reason: string }

/** One kind of chart; it is one file and one line in the registry. */
export interface ChartType {
  readonly id: string
  title(words: Words): string
  /** Whether the menu offers it. */
  accepts(view: View, dataset: Dataset): boolean
  /** Whether the data allow it, when the reader has not chosen charts. */
  suits(answer: Answer, view: View, dataset: Dataset): boolean
  /** The figures over time that the picture needs beside the answer; null where there are none. Comes as `PictureInput.series`. */
  series?(view: View, dataset: Dataset): SeriesQuestion | null
  /** Pure. */
  picture(input: PictureInput): Picture
  /** The same numbers as a table. */
  table(input: PictureInput): TableModel
  /** The view that a figure answers by itself, where a picture shows several times at once: its grounds are told by it. */
  viewOf?(figure: Figure, input: PictureInput): View
}
