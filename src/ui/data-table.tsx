import { type ColumnDef, createSortedRowModel, rowSortingFeature, sortFns, tableFeatures, useTable } from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useMemo } from 'react'
import type { TableModel, TableRow } from '../charts/parts/table-row.ts'
import styles from './data-table.module.css'
import { FigureButton } from './figure-button.tsx'
import type { Room } from './room.ts'

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns })

/** The table twin of a picture: the same figures, sortable; a figure in words, or none, sorts last both ways. */
export function DataTable({ room, model, label }: { readonly room: Room; readonly model: TableModel; readonly label: string }) {
  const sorting = sortingOf(room.view.sort, model)
  const columns = useMemo(() => model.columns.map(columnOf), [model])
  const table = useTable({
    features,
    columns,
    data: model.rows as TableRow[],
    state: { sorting },
    enableMultiSort: false,
    sortDescFirst: false,
    onSortingChange: (update) => {
      const next = typeof update === 'function' ? update(sorting) : update
      const first = next[0]
      room.setView({ sort: first ? `${first.desc ? '-' : ''}${first.id}` : null })
    },
  })
  const { rows } = table.getRowModel()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
    <section className={styles.scroll} aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.getHeaderGroups()[0]?.headers.map((header) => {
              const sorted = header.column.getIsSorted()
              return (
                <th
                  key={header.id}
                  scope="col"
                  aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
                >
                  <button type="button" className={styles.sort} onClick={header.column.getToggleSortingHandler()}>
                    {model.columns.find((column) => column.id === header.column.id)?.label}
                    {sorted === 'asc' && <ArrowUp size={14} aria-hidden="true" />}
                    {sorted === 'desc' && <ArrowDown size={14} aria-hidden="true" />}
                  </button>
                </th>
              )
            })}
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

function columnOf(column: TableModel['columns'][number]): ColumnDef<typeof features, TableRow> {
  const collator = new Intl.Collator('vi')
  return {
    id: column.id,
    // Null becomes undefined, which the table puts last in either direction.
    accessorFn: (row) => (column.numeric ? sortValue(row, column.id) : row[column.id]),
    sortUndefined: 'last',
    sortFn: column.numeric ? 'basic' : (a, b, id) => collator.compare(String(a.getValue(id)), String(b.getValue(id))),
  }
}

function sortingOf(sort: string | null, model: TableModel): { id: string; desc: boolean }[] {
  const id = sort?.replace(/^-/, '') ?? ''
  return model.columns.some((column) => column.id === id) ? [{ id, desc: sort?.startsWith('-') ?? false }] : []
}
