import type { Words } from '../../locale/words.ts'
import type { Language } from '../../model/bilingual.ts'
import type { TableModel } from '../table/table-row.ts'
import { closingLines, type ExportLabel, lookedAt, warningsOf } from './export-label.ts'
import { escapeXml } from './svg-parts.ts'
import { plainNumber, safeText, type TableRoom, type TakenCell, type TakenTable, takenTable } from './table-cells.ts'

export interface TableCopy {
  /** Tabs between cells, for Excel and plain text. */
  readonly text: string
  /** For Word, Outlook and Excel. */
  readonly html: string
}

/** A table twin for the clipboard, with what it is above and below it. */
export function tableCopy(table: TableModel, label: ExportLabel, room: TableRoom): TableCopy {
  return takenCopy(takenTable(table, room, label.simulated, false), label, room.words, room.language)
}

/** The same of a table whose cells are made already. */
export function takenCopy({ header, rows }: TakenTable, label: ExportLabel, words: Words, language: Language): TableCopy {
  const above = [...warningsOf(label, words), label.title, lookedAt(label, words)]
  const below = closingLines(label, words)
  const plain = (cell: TakenCell) => cellText(cell, language).replace(/[\t\r\n]+/g, ' ')
  const line = (row: readonly TakenCell[]) => row.map(plain).join('\t')
  const html = (tag: 'th' | 'td') => (row: readonly TakenCell[]) =>
    `<tr>${row.map((cell) => `<${tag}>${escapeXml(cellText(cell, language))}</${tag}>`).join('')}</tr>`
  const paragraphs = (texts: readonly string[]) => texts.map((text) => `<p>${escapeXml(text)}</p>`).join('')
  return {
    text: [...above, ...[header, ...rows].map(line), ...below].join('\r\n'),
    html: `${paragraphs(above)}<table border="1"><thead>${html('th')(header)}</thead><tbody>${rows.map(html('td')).join('')}</tbody></table>${paragraphs(below)}`,
  }
}

function cellText(value: TakenCell, language: Language): string {
  if (value === null) return ''
  return typeof value === 'number' ? plainNumber(value, language) : safeText(value)
}
