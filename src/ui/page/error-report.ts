import { printFigure } from '../../locale/print-figure.ts'
import type { Figure } from '../../model/figure.ts'
import { territoryKey } from '../../model/territory.ts'
import type { Room } from '../answer/room.ts'
import { computedLabel } from '../grounds/computed-label.ts'

/** What somebody has to know who is told that a figure is wrong: the figure as it stands, its mark, and the link of the view. */
export function errorReport(figure: Figure, room: Room): string {
  const { words, classification, dataset } = room
  return [
    [classification, dataset.simulated ? words.chrome.simulated : ''].filter(Boolean).join(' · '),
    words.report.about(figureLine(figure, room)),
    words.report.mark(figureMark(figure, room)),
    words.report.link(room.linkOf()),
    words.report.right,
  ]
    .filter(Boolean)
    .join('\n')
}

/**
 * The link that opens a letter with the report in it. Mail programs cut long links, so a report that is too long for one is left
 * to its mark and link, and one that still is, to its subject.
 */
export function reportMail(address: string, figure: Figure, room: Room): string {
  const { report } = room.words
  const mark = figureMark(figure, room)
  const letter = (body: string) =>
    `mailto:${address}?subject=${encodeURIComponent(report.subject(mark))}${body && `&body=${encodeURIComponent(body)}`}`
  const short = [report.mark(mark), report.link(room.linkOf()), report.right].join('\n')
  return [errorReport(figure, room), short].map(letter).find((link) => link.length <= LONGEST) ?? letter('')
}

/** Outlook takes no longer link. */
const LONGEST = 2000

/** `Nam Định: Nguồn tin: 8.968 nguồn tin (năm 2024)`. */
function figureLine(figure: Figure, { dataset, words, language }: Room): string {
  const text = printFigure(figure, dataset, words.figure, language)
  const of = figure.computed?.of.length ?? 1
  const place =
    of > 1 ? words.grounds.places(of) : (dataset.territories.get(territoryKey(figure.territory))?.name[language] ?? '')
  const what = figure.computed ? computedLabel(figure.computed, words) : ''
  const details = [what, text.kind, text.scope, text.time, ...text.remarks].filter(Boolean).join('; ')
  return `${[place, text.indicator, text.full].filter(Boolean).join(': ')}${details && ` (${details})`}`
}

/** Codes that name one figure of one state of the data: `public-reports@0a1b2c3d 63:36 tips 2024-01-01/2024-12-31`. */
function figureMark({ territory, indicator, breakdownKey, breakdownValues, period, scope, computed }: Figure, { dataset }: Room) {
  return [
    `${dataset.id}@${dataset.fingerprint}`,
    territoryKey(territory),
    indicator,
    breakdownKey && `${breakdownKey}=${breakdownValues.join('+')}`,
    `${period.start ?? '?'}/${period.end ?? '?'}`,
    scope,
    computed?.how,
  ]
    .filter(Boolean)
    .join(' ')
}
