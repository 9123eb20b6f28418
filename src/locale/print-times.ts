import type { Language } from '../model/bilingual.ts'
import type { Dataset } from '../model/dataset.ts'
import type { Figure } from '../model/figure.ts'
import { asOfDays } from '../model/rules/as-of-days.ts'
import type { FigureWords } from './figure.vi.ts'
import { printDay, printPeriod } from './print-period.ts'

/** The time of figures that share a scale or a sum: that of each, or of which days they are where these differ. Empty for none. */
export function printTimes(
  figures: readonly Figure[],
  { calendar }: Pick<Dataset, 'calendar'>,
  words: FigureWords,
  language: Language,
): string {
  const [first] = figures
  if (!first) return ''
  const days = asOfDays(figures)
  if (!days) return printPeriod(first.period, words, language, calendar)
  return words.asOfDays(printDay(days.oldest, language), printDay(days.newest, language))
}
