import { ArrowDown, ArrowUp } from 'lucide-react'
import { useMemo } from 'react'
import type { TableModel, TableRow } from '../../charts/table/table-row.ts'
import type { Room } from '../answer/room.ts'
import styles from './data-table.module.css'
import { FigureButton } from './figure-button.tsx'
import { type SortedColumn, useSortedTable } from './table-columns.ts'

/** The table twin of a picture: the same figures, sortable; a figure in words, or none, sorts last both ways. */
export function DataTable({ room, model, label }: { readonly room: Room; readonly model: TableModel; readonly label: string }) {
  const columns = useMemo(() => model.columns.map(columnOf), [model])
  const { heads, rows } = useSortedTable(columns, model.rows, room.view.sort, (sort) => room.setView({ sort }))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={styles.scroll} aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map(({ id, sorted, toggle }) => (
              <th key={id} scope="col" aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}>
                <button type="button" className={styles.sort} onClick={toggle}>
                  {model.columns.find((column) => column.id === id)?.label}
                  {sorted === 'asc' && <ArrowUp size={14} aria-hidden="true" />}
                  {sorted === 'desc' && <ArrowDown size={14} aria-hidden="true" />}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map(({ id, original }) => (
            <tr key={id}>
              {model.columns.map((column) => (
                <td key={column.id} data-column={column.id} className={column.numeric ? styles.numeric : undefined}>
                  <Cell room={room} row={original} id={column.id} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && <p>{room.words.chart.moreRows(MOST_ROWS, rows.length)}</p>}
    </section>
  )
}

function Cell({ room, row, id }: { readonly room: Room; readonly row: TableRow; readonly id: ColumnId }) {
  const text = String(row[id] ?? '')
  const figure = id === 'number' ? row.figure : isFurther(id) ? row.cells[id]?.figure : null
  return figure ? <FigureButton room={room} figure={figure} text={text} /> : text
}

type ColumnId = TableModel['columns'][number]['id']

function isFurther(id: ColumnId): id is 'base' | 'change' | 'percent' {
  return id === 'base' || id === 'change' || id === 'percent'
}

function sortValue(row: TableRow, id: ColumnId): number | undefined {
  return (isFurther(id) ? row.cells[id]?.value : row.value) ?? undefined
}

/** More rows would make a page that no longer answers. */
const MOST_ROWS = 2_000

function columnOf({ id, numeric }: TableModel['columns'][number]): SortedColumn<TableRow> {
  return { id, sortValue: (row) => (numeric ? sortValue(row, id) : String(row[id] ?? '')) }
}
