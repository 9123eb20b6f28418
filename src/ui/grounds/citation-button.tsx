import { printFigure } from '../../locale/print-figure.ts'
import { printPublished } from '../../locale/print-source.ts'
import { keyOf } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { territoryKey } from '../../model/territory.ts'
import type { GroundsRow } from '../../query/grounds-query.ts'
import type { Room } from '../answer/room.ts'
import { CopyText } from '../take/copy-text.tsx'
import { denominatorText } from './division-lines.tsx'

interface CitationButtonProps {
  readonly room: Room
  readonly figure: Figure
  readonly terms: readonly GroundsRow[]
}

/** Copies a figure as a line that can be cited: what it is, and where it stands. */
export function CitationButton({ room, figure, terms }: CitationButtonProps) {
  const { words } = room
  return <CopyText label={words.grounds.cite} words={words} textOf={() => citationOf(figure, terms, room)} />
}

/** `Nam Định: Nguồn tin…: 8.968 nguồn tin (5 năm…). Nguồn: bài, báo, ngày đăng, đoạn 3; tệp, dòng 12.` */
export function citationOf(figure: Figure, terms: readonly GroundsRow[], room: Room): string {
  const { dataset, words, language, workspace } = room
  const text = printFigure(figure, dataset, words.figure, language)
  const place = dataset.territories.get(territoryKey(figure.territory))?.name[language] ?? figure.territory.code
  const details = [text.kind, text.scope, text.time, ...text.remarks].filter(Boolean).join('; ')
  const files = workspace.opened(keyOf(dataset))?.files ?? []
  const sources = terms.slice(0, MOST).map((row) => {
    const source = dataset.sources.find(({ id }) => id === row.sourceId)
    const where = [row.locator, words.grounds.line(files[row.file] ?? '', row.line)].filter(Boolean).join('; ')
    return [source?.title || words.grounds.untitled, source?.publisher, printPublished(source, words.grounds, language), where]
      .filter(Boolean)
      .join(', ')
  })
  const by = denominatorText(figure.normalised?.denominators ?? [], room)
  const divided = by === '' ? '' : ` ${by}`
  const more = terms.length > MOST ? ` ${words.grounds.moreTerms(terms.length - MOST)}` : ''
  const simulated = dataset.simulated ? `${words.chrome.simulated}. ` : ''
  return `${simulated}${place}: ${text.indicator}: ${text.full} (${details}).${divided} ${words.chart.sources}: ${[...new Set(sources)].join(' | ')}.${more}`
}

const MOST = 5
