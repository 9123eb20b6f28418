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
  return sourceNames(figures, dataset, words, language).join('; ')
}

/** The same one by one, those of most figures first. */
export function sourceNames(
  figures: readonly Pick<Figure, 'sources'>[],
  dataset: Dataset,
  words: GroundsWords,
  language: Language,
): string[] {
  const uses = new Map<string, number>()
  for (const id of figures.flatMap(({ sources }) => sources)) uses.set(id, (uses.get(id) ?? 0) + 1)
  const used = dataset.sources.filter(({ id }) => uses.has(id)).sort((a, b) => (uses.get(b.id) ?? 0) - (uses.get(a.id) ?? 0))
  // Reports of one publisher on several years read alike.
  return [...new Set(used.map((source) => nameOf(source, dataset, words, language)))]
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
