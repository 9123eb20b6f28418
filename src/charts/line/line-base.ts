import { indexMeasure } from '../../model/rules/index-series.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import { reporterName } from '../parts/reporters.ts'
import type { LinePanel } from './line-panels.ts'

/** Places that a sentence names. */
const MOST_PLACES = 5

/** Why panels of index numbers have none: they lack a common base, and whose numbers are missing most often. */
export function baselessSentences(panels: readonly LinePanel[], { series, words, dataset, language }: PictureInput): string[] {
  return panels.flatMap(({ title, lines }) => {
    const plain = lines.flatMap(({ undrawn }) => undrawn.flatMap(({ figure }) => figure.notNormalised?.plain ?? []))[0]
    const places = plain && series?.baseless?.get(indexMeasure(plain))
    if (!places) return []
    const names = places.slice(0, MOST_PLACES).map((place) => reporterName(dataset, place, language))
    const sentence = words.chart.lineNoBase(names)
    return [panels.length > 1 ? `${title}: ${sentence}` : sentence]
  })
}
