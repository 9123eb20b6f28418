import { reportersOf } from '../../charts/parts/reporters.ts'
import type { ExportLabel } from '../../charts/share/export-label.ts'
import { labelOf } from '../../locale/print-figure.ts'
import { printDay } from '../../locale/print-period.ts'
import { sourceNames } from '../../locale/print-source.ts'
import type { Words } from '../../locale/words.ts'
import type { Figure, State } from '../../model/figure.ts'
import { type Coverage, coverageOf } from '../../model/rules/coverage.ts'
import { ofIndicators, stateFor } from '../../query/place-state.ts'
import type { Answer } from '../../query/view-answer.ts'
import type { Room } from '../answer/room.ts'
import { timeLabel } from '../answer/time-label.ts'
import type { Answered } from '../answer/use-answer.ts'
import { placeName } from '../filters/place-choices.ts'
import { fileName } from './save-file.ts'

/**
 * What an export of a picture of `answered` says about itself; `figures` are those that it shows, and `states` what each place has of
 * what it is about: without them, of the indicators of the figures.
 */
export function exportLabel(
  room: Room,
  { answer, view, dataset }: Answered,
  figures: readonly Figure[],
  title: string,
  states: readonly State[] | null = null,
): ExportLabel {
  const { words, language } = room
  const codes = [...new Set(figures.map(({ indicator }) => indicator))]
  const wanted = codes.length > 0 ? ofIndicators(codes) : undefined
  const coverage = coverageOf(states ?? reportersOf(view, dataset).map((key) => stateFor(key, answer, wanted)))
  const isTold = isCompared(answer, codes)
  const day = dataset.asOf ?? dataset.latestDay
  return {
    title,
    filters: filtersInWords({ ...room, dataset, view: isTold ? view : { ...view, comparison: 'none' } }),
    countedBy: words.units.lists[view.units],
    coverage: coverageInWords(coverage, words),
    sources: sourceNames(figures, dataset, words.grounds, language),
    day: day === null ? '' : printDay(day, language),
    madeOn: printDay(today(), language),
    link: room.linkOf(),
    classification: room.classification,
    simulated: dataset.simulated,
  }
}

/** Whether any number of these indicators is set against another one: what was asked for and could not be is no filter of a picture. */
function isCompared({ compared }: Answer, codes: readonly string[]): boolean {
  if (!compared || compared.refused) return false
  const isOne = ({ indicator }: Figure) => codes.includes(indicator)
  return (
    [...compared.targets.keys()].some(isOne) ||
    [...compared.changes.values()].some(({ now, step }) => step !== null && isOne(now))
  )
}

/** How many of how many, and how many more have a number of some of the days only. */
function coverageInWords({ numbers, partOfTime, notDivided, of }: Coverage, { headline }: Words): string {
  const some = partOfTime > 0 ? `; ${partOfTime} ${headline.coverageParts.partOfTime}` : ''
  return headline.coverage(numbers, of, partOfTime, notDivided) + some
}

/** What an export of rows as they were reported says about itself: what narrows them, how many of how many, whose they are. */
export function rowsLabel(room: Room, filters: readonly string[], sources: ReadonlySet<string>, coverage: string): ExportLabel {
  const { dataset, words, language } = room
  const day = dataset.asOf ?? dataset.latestDay
  return {
    title: `${words.rows.title} – ${dataset.title[language]}`,
    filters,
    countedBy: words.units.lists.goc,
    coverage,
    sources: sourceNames([{ sources: [...sources] }], dataset, words.grounds, language),
    day: day === null ? '' : printDay(day, language),
    madeOn: printDay(today(), language),
    link: room.linkOf(),
    classification: room.classification,
    simulated: dataset.simulated,
  }
}

/** What narrows the view, each in words; the time always. */
export function filtersInWords(room: Room): string[] {
  const { view, dataset, words, language } = room
  const { chrome, compare } = words
  return [
    `${chrome.period}: ${timeLabel(room)}`,
    view.territories.length === 0 ? '' : `${chrome.places}: ${view.territories.map((code) => placeName(code, room)).join(', ')}`,
    ...Object.entries(view.filters).map(([key, values]) =>
      values.map((value) => labelOf(dataset, key, value, language)).join(', '),
    ),
    view.normalisation === 'abs' ? '' : compare.normalisations[view.normalisation],
    view.comparison === 'none' ? '' : compare.comparisons[view.comparison],
  ].filter(Boolean)
}

/** Name of a file of the view: what it is of, whether it is simulated, the day of the export. */
export function exportName({ dataset, words }: Room, parts: readonly string[], ending: string): string {
  return fileName([...(dataset.simulated ? [words.take.simulatedFile] : []), ...parts], today(), ending)
}

/** The day of the machine, ISO. */
function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
