import type { Words } from '../../locale/words.ts'

/** What everything that leaves the page says about itself, in words of one language. */
export interface ExportLabel {
  readonly title: string
  /** What is looked at, each filter in words. */
  readonly filters: readonly string[]
  /** By which list of provinces. */
  readonly countedBy: string
  /** How many of how many. */
  readonly coverage: string
  /** Publishers with their dates, the most used first; empty where none is known. */
  readonly sources: readonly string[]
  /** The day of the data in words; empty where none is known. */
  readonly day: string
  /** The day of the export in words. */
  readonly madeOn: string
  readonly link: string
  /** "Lưu hành nội bộ"; empty for none. */
  readonly classification: string
  readonly simulated: boolean
}

/** What stands above an export: how it is to be treated, whether it is real. */
export function warningsOf({ classification, simulated }: ExportLabel, { chrome }: Words): string[] {
  return [classification, simulated ? chrome.simulated : ''].filter(Boolean)
}

/** What stands below a picture or a table, line by line. */
export function closingLines(label: ExportLabel, { take }: Words): string[] {
  const { coverage, sources, day, madeOn, link } = label
  return [
    coverage === '' ? '' : `${coverage}.`,
    sources.length === 0 ? '' : take.sources(sources.join('; ')),
    [day === '' ? '' : take.day(day), take.madeOn(madeOn)].filter(Boolean).join(' '),
    link === '' ? '' : take.link(link),
  ].filter(Boolean)
}

/** What is looked at, in one line. */
export function lookedAt({ filters, countedBy }: ExportLabel, { take }: Words): string {
  return take.filters([...filters, take.countedBy(countedBy)])
}
