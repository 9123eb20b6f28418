import { printFigure } from '../../locale/print-figure.ts'
import { printSources } from '../../locale/print-source.ts'
import type { Words } from '../../locale/words.ts'
import type { Language } from '../../model/bilingual.ts'
import type { Dataset } from '../../model/dataset.ts'
import type { Figure } from '../../model/figure.ts'
import { boundCode } from '../../model/rules/qualifiers.ts'
import type { TableModel, TableRow } from '../table/table-row.ts'

/** A cell of a table that leaves the page: text, or a number that can be computed with. */
export type TakenCell = string | number | null

export interface TakenTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly TakenCell[])[]
}

/** What the figures of a table are printed with. */
export interface TableRoom {
  readonly words: Words
  readonly language: Language
  readonly dataset: Dataset
}

/**
 * A table twin to compute with. A column of numbers holds plain ones or nothing: what bounds them, and why there is none, stands in
 * columns of its own. Every row names its source, and says of simulated figures that they are, for rows are copied without what
 * stands below them. `withCodes` adds what only machines need: the codes of state, unit and bounds.
 */
export function takenTable(table: TableModel, room: TableRoom, simulated: boolean, withCodes: boolean): TakenTable {
  const { columns, rows } = table
  const { take } = room.words
  const further = columns.flatMap(({ id, label }) => (isFurther(id) ? [{ id, label }] : []))
  const codes = withCodes
    ? [take.stateCode, take.unitCode, take.boundCode, ...further.map(({ label }) => take.boundCodeOf(label))]
    : []
  return {
    header: [
      ...columns.flatMap(({ id, label }) => headsOf(id, label, take)),
      ...(further.length > 0 ? [take.whyNoChange] : []),
      take.source,
      ...codes,
      ...(simulated ? [take.simulatedColumn] : []),
    ],
    rows: rows.map((row) => [
      ...columns.flatMap(({ id }) => cellsOf(row, id, room)),
      ...(further.length > 0 ? [whyNoChange(row)] : []),
      row.figure ? printSources([row.figure], room.dataset, room.words.grounds, room.language) : '',
      ...(withCodes ? codesOf(row, further) : []),
      ...(simulated ? [take.simulatedCell] : []),
    ]),
  }
}

type ColumnId = TableModel['columns'][number]['id']
type Further = 'base' | 'change' | 'percent'

/** What a number is compared with, and how it stands to that. */
function isFurther(id: ColumnId): id is Further {
  return id === 'base' || id === 'change' || id === 'percent'
}

function headsOf(id: ColumnId, label: string, take: Words['take']): string[] {
  if (id === 'number') return [label, take.plainNumber, take.bound]
  return isFurther(id) ? [label, take.boundOf(label)] : [label]
}

function cellsOf(row: TableRow, id: ColumnId, room: TableRoom): TakenCell[] {
  if (id === 'number') return [row.number, row.value, row.figure ? textOf(row.figure, room).bound : '']
  if (!isFurther(id)) return [String(row[id] ?? '')]
  const cell = row.cells[id]
  return [cell?.value ?? null, cell?.figure ? boundAndRemarks(cell.figure, id, room) : '']
}

/** Of an earlier figure also what is said about it: of how many days it is, that it is provisional; in words where it has no number. */
function boundAndRemarks(figure: Figure, id: Further, room: TableRoom): string {
  const { bound, full, remarks } = textOf(figure, room)
  return [figure.value === null ? full : bound, ...(id === 'base' ? remarks : [])].filter(Boolean).join('; ')
}

/** What stands on the page in the place of a change that there is not. */
function whyNoChange(row: TableRow): string {
  const said = (['change', 'percent'] as const).filter((id) => (row.cells[id]?.value ?? null) === null).map((id) => row[id])
  return [...new Set(said)].filter(Boolean).join('; ')
}

function codesOf(row: TableRow, further: readonly { readonly id: Further }[]): string[] {
  const { figure } = row
  return [
    row.stateCode,
    figure ? [figure.unit, figure.normalised?.by].filter(Boolean).join('/') : '',
    figure ? boundCode(figure) : '',
    ...further.map(({ id }) => {
      const cell = row.cells[id]
      // A target is a number that nothing bounds.
      return cell?.figure ? boundCode(cell.figure) : cell?.value == null ? '' : 'exact'
    }),
  ]
}

function textOf(figure: Figure, { dataset, words, language }: TableRoom) {
  return printFigure(figure, dataset, words.figure, language)
}

/** A number without marks between its thousands, with the decimal sign of the language: Excel reads it as a number. */
export function plainNumber(value: number, language: Language): string {
  const digits = Number(value.toPrecision(MOST_DIGITS)).toString()
  const plain = /e/.test(digits) ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 12 }) : digits
  return language === 'vi' ? plain.replace('.', ',') : plain
}

/** As many as Excel keeps; one more would show the noise of binary fractions. */
const MOST_DIGITS = 15

/** Text that a spreadsheet would take for a formula gets an apostrophe, by which it stays text. */
export function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
