import type { Words } from '../../locale/words.ts'
import type { Language } from '../../model/bilingual.ts'
import type { TableModel } from '../table/table-row.ts'
import { closingLines, type ExportLabel, lookedAt, warningsOf } from './export-label.ts'
import { plainNumber, safeText, type TableRoom, type TakenCell, takenTable } from './table-cells.ts'

/**
 * A table twin as CSV. Semicolons in Vietnamese, commas in English: Excel cuts a file by the list separator of the machine, which under
 * Vietnamese settings is the semicolon, for the comma is the decimal sign there. With the byte order mark, without which Excel takes
 * UTF-8 for the old code page of the machine; without a `sep=` line, which would make it forget the mark. What the table is stands below
 * it, behind an empty line, so that the first line is the header.
 */
export function tableCsv(table: TableModel, label: ExportLabel, room: TableRoom): string {
  const { words, language } = room
  const { header, rows } = takenTable(table, room, label.simulated, true)
  return `\uFEFF${csvLines([header, ...rows], language)}${csvBelow(label, words, language)}`
}

/** Lines of a CSV file, each with its end. A file begins with the byte order mark, and ends with `csvBelow`. */
export function csvLines(rows: readonly (readonly TakenCell[])[], language: Language): string {
  const delimiter = language === 'vi' ? ';' : ','
  return rows.map((row) => `${row.map((value) => cellText(value, delimiter, language)).join(delimiter)}\r\n`).join('')
}

/** What stands below the table in a CSV file, behind an empty line. */
export function csvBelow(label: ExportLabel, words: Words, language: Language): string {
  const below = [...warningsOf(label, words), label.title, lookedAt(label, words), ...closingLines(label, words)]
  return `\r\n${csvLines(
    below.map((line) => [line]),
    language,
  )}`
}

function cellText(value: TakenCell, delimiter: string, language: Language): string {
  if (value === null) return ''
  if (typeof value === 'number') return plainNumber(value, language)
  const safe = safeText(value)
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
