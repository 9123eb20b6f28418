import type { Words } from '../../locale/words.ts'
import type { Language } from '../../model/bilingual.ts'
import type { TableModel, TableRow } from '../table/table-row.ts'

/** A cell of a table that leaves the page: text, or a number that can be computed with. */
export type TakenCell = string | number | null

export interface TakenTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly TakenCell[])[]
}

/**
 * A table twin with two columns that only machines need: the number behind its printed text, and the code of its state. Of simulated
 * figures every row says so, for rows are copied without what stands below them.
 */
export function takenTable({ columns, rows }: TableModel, words: Words, simulated: boolean): TakenTable {
  const { take } = words
  const own = simulated ? [take.simulatedCell] : []
  return {
    header: [
      ...columns.flatMap(({ id, label }) => (id === 'number' ? [label, take.plainNumber] : [label])),
      take.stateCode,
      ...(simulated ? [take.simulatedColumn] : []),
    ],
    rows: rows.map((row) => [
      ...columns.flatMap(({ id }) => (id === 'number' ? [row.number, row.value] : [cellOf(row, id)])),
      row.figure?.state ?? '',
      ...own,
    ]),
  }
}

/** What a number is compared with, and how it stands to that, as numbers; as text where they are only bounds, or why there are none. */
function cellOf(row: TableRow, id: TableModel['columns'][number]['id']): TakenCell {
  const figure = id === 'base' || id === 'change' || id === 'percent' ? (row.cells[id]?.figure ?? null) : null
  if (figure === null || figure.value === null || figure.low || figure.high || figure.approx) return String(row[id] ?? '')
  const isShare = figure.unit === 'percent' || figure.unit === 'percentage_point'
  return isShare ? Math.round(figure.value * 100) / 100 : figure.value
}

/** A number without marks between its thousands, with the decimal sign of the language: Excel reads it as a number. */
export function plainNumber(value: number, language: Language): string {
  const digits = Number(value.toPrecision(12)).toString()
  const plain = /e/.test(digits) ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 12 }) : digits
  return language === 'vi' ? plain.replace('.', ',') : plain
}

/** Text that a spreadsheet would take for a formula gets an apostrophe, by which it stays text. */
export function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
