import { officeNumbers } from '../../locale/office-numbers.ts'
import { printDay } from '../../locale/print-period.ts'
import type { PictureInput } from '../parts/picture-input.ts'
import type { HeadlineSentence } from './headline-sentence.ts'
import { plainSentence } from './headline-sentence.ts'
import { sourceTitles } from './source-titles.ts'
import { spokenFigures, subjectOf } from './spoken-subject.ts'

/**
 * The finding as a paragraph for an official report: with its caveats, its sources and the day of the data; numbers below ten are
 * written with two digits, as offices write them.
 */
export function conclusionText(sentence: HeadlineSentence, input: Omit<PictureInput, 'width' | 'dark'>): string {
  const { dataset, words, language } = input
  const said = [sentence.finding, ...sentence.caveats].map(plainSentence).join(' ')
  const sources = sourceTitles(spokenFigures(subjectOf(input), input), dataset)
  const day = dataset.asOf ?? dataset.latestDay
  return [
    ...(dataset.simulated ? [`${words.chrome.simulated}.`] : []),
    language === 'vi' ? officeNumbers(said) : said,
    ...(sources.length > 0 ? [words.compare.conclusionSources(sources.slice(0, MOST_SOURCES), sources.length)] : []),
    ...(day === null ? [] : [words.compare.conclusionDay(printDay(day, language))]),
  ].join(' ')
}

const MOST_SOURCES = 5
