import type { Words } from '../../locale/words.ts'
import type { Language } from '../../model/bilingual.ts'
import type { TableModel, TableRow } from '../parts/table-row.ts'

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
      ...columns.flatMap(({ id }) => (id === 'number' ? [row.number, row.value] : [textOf(row, id)])),
      row.figure?.state ?? '',
      ...own,
    ]),
  }
}

function textOf(row: TableRow, id: TableModel['columns'][number]['id']): string {
  return String(row[id] ?? '')
}

/** A number without marks between its thousands, with the decimal sign of the language: Excel reads it as a number. */
export function plainNumber(value: number, language: Language): string {
  const digits = Number(value.toPrecision(12)).toString()
  const plain = /e/.test(digits) ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 12 }) : digits
  return language === 'vi' ? plain.replace('.', ',') : plain
}

/** Text that a spreadsheet would take for a formula gets an apostrophe, which Excel does not show. */
export function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
