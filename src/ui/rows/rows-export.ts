import type { TakenCell } from '../../charts/share/table-cells.ts'
import { csvBelow, csvLines } from '../../charts/share/table-csv.ts'
import { keyOf } from '../../model/dataset.ts'
import { readTerritoryKey } from '../../model/territory.ts'
import { writeTerritoryCode } from '../../model/territory-code.ts'
import { ROW_COLUMNS, type RowColumnId } from '../../query/rows/row-columns.ts'
import { type FullRow, readFullRows, rowsByNumberSql } from '../../query/rows-query.ts'
import type { Room } from '../answer/room.ts'
import { rowsLabel } from '../take/export-label.ts'
import { narrowedBy } from './row-filter-words.ts'
import { type RowWords, rowText } from './row-text.ts'

/** So many rows are asked for at once, and made text of before the page may answer somebody. */
const PAGE = 5_000

export interface RowsExport {
  readonly room: Room
  /** Names of the files that the rows stand in. */
  readonly files: readonly string[]
  readonly numbers: readonly number[]
  /** How many rows were accepted in all. */
  readonly all: number
}

/** All rows with these numbers as a CSV file, in their order. Rejects with a Failure; `query-cancelled` where the signal says so. */
export async function rowsCsv(taken: RowsExport, onDone: (rows: number) => void, signal: AbortSignal): Promise<Blob> {
  const { room, numbers } = taken
  const { words, language } = room
  const sources = new Set<string>()
  const parts = [`\uFEFF${csvLines([rowsHeader(room)], language)}`]
  for (let from = 0; from < numbers.length; from += PAGE) {
    const rows = await fetchRows(taken, numbers.slice(from, from + PAGE), signal)
    for (const row of rows) sources.add(row.sourceId)
    parts.push(
      csvLines(
        rows.map((row) => rowCells(row, taken)),
        language,
      ),
    )
    onDone(from + rows.length)
  }
  parts.push(csvBelow(labelOfRows(taken, sources, numbers.length), words, language))
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}

/** Rows in the order of their numbers. */
export async function fetchRows({ room }: RowsExport, numbers: readonly number[], signal?: AbortSignal): Promise<FullRow[]> {
  const { workspace, dataset } = room
  const found = readFullRows(await workspace.ask(keyOf(dataset), rowsByNumberSql(dataset, numbers), signal))
  return numbers.flatMap((number) => found.get(number) ?? [])
}

export function labelOfRows({ room, all }: RowsExport, sources: ReadonlySet<string>, n: number) {
  return rowsLabel(room, narrowedBy(room), sources, room.words.rows.takenRows(n, all))
}

/** What a row is about in words, then what only machines need. */
export function rowsHeader({ words, dataset }: Pick<Room, 'words' | 'dataset'>): string[] {
  const { rows, take } = words
  return [
    ...ROW_COLUMNS.map(({ id }) => rows.columns[id]),
    take.plainNumber,
    rows.firstDay,
    rows.lastDay,
    rows.codeOf(rows.columns.place),
    rows.codeOf(rows.columns.indicator),
    ...(dataset.simulated ? [take.simulatedColumn] : []),
  ]
}

export function rowCells(row: FullRow, { room, files }: RowsExport): TakenCell[] {
  const { dataset, words, language } = room
  const texts: RowWords = { dataset, words, language, files }
  const ref = readTerritoryKey(row.place)
  return [
    ...ROW_COLUMNS.map(({ id }): TakenCell => (id === 'line' ? row.line : cellText(id, row, texts))),
    row.value,
    row.periodStart ?? '',
    row.periodEnd ?? '',
    (ref && writeTerritoryCode(ref, 'goc')) ?? row.place,
    row.indicator,
    ...(dataset.simulated ? [words.take.simulatedCell] : []),
  ]
}

function cellText(id: RowColumnId, row: FullRow, texts: RowWords): string {
  const { main, sub } = rowText(id, row, texts)
  // The list of a place and the unit of a number have columns of their own.
  return id === 'place' || id === 'number' ? main : [main, sub].filter(Boolean).join(' – ')
}
