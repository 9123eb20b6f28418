import type { Language } from '../model/bilingual.ts'
import { isDateDoubtful, type Source } from '../model/source.ts'
import type { GroundsWords } from './grounds.vi.ts'
import { printDay } from './print-period.ts'

/** When a source was published, no more certain than the package says. */
export function printPublished(source: Source | undefined, words: GroundsWords, language: Language): string {
  if (!source?.publishedDate) return words.notPublished
  const day = printDay(source.publishedDate, language)
  return isDateDoubtful(source) ? words.publishedDoubtful(day) : words.published(day)
}
