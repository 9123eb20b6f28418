import type { Language } from '../model/bilingual.ts'
import type { Dataset } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import { isDateDoubtful, type Source } from '../model/source.ts'
import type { GroundsWords } from './grounds.vi.ts'
import { printDay } from './print-period.ts'

/** Where figures come from, each publisher with its date, joined by `; `; empty where no source is known. */
export function printSources(
  figures: readonly Pick<Figure, 'sources'>[],
  dataset: Dataset,
  words: GroundsWords,
  language: Language,
): string {
  const ids = new Set(figures.flatMap((figure) => figure.sources))
  const names = dataset.sources.filter(({ id }) => ids.has(id)).map((source) => nameOf(source, dataset, words, language))
  // Reports of one publisher on several years read alike.
  return [...new Set(names)].join('; ')
}

function nameOf(source: Source, dataset: Dataset, words: GroundsWords, language: Language): string {
  const name = [source.publisher || source.title || source.reportType[language], source.provinceVi].filter(Boolean).join(' – ')
  // A file of the reader's own machine was published nowhere.
  const isOwn = dataset.localFile !== null && source.publishedDate === null
  return isOwn ? name : `${name} (${printPublished(source, words, language)})`
}

/** When a source was published, no more certain than the package says. */
export function printPublished(source: Source | undefined, words: GroundsWords, language: Language): string {
  if (!source?.publishedDate) return words.notPublished
  const day = printDay(source.publishedDate, language)
  return isDateDoubtful(source) ? words.publishedDoubtful(day) : words.published(day)
}
