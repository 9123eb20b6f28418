import {
  type ColumnDef,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  sortFns,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'

/** How a table is sorted: column id, with `-` before it for descending; null for its own order. It is what links have. */
export type Sort = string | null

/** A column of a table whose rows are all at hand. */
export interface SortedColumn<Row> {
  readonly id: string
  /** What a row sorts by; undefined comes last in either direction. */
  sortValue(row: Row): string | number | undefined
}

/** One head of a table: how it is sorted now, and what a click does. */
export interface Head {
  readonly id: string
  readonly sorted: 'asc' | 'desc' | false
  toggle(event: unknown): void
}

const sortedFeatures = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), sortFns })

/** Sorts rows by one of their columns: numbers as numbers, words in Vietnamese order. */
export function useSortedTable<Row extends object>(
  columns: readonly SortedColumn<Row>[],
  rows: readonly Row[],
  sort: Sort,
  onSort: (sort: Sort) => void,
): { readonly heads: readonly Head[]; readonly rows: readonly { readonly id: string; readonly original: Row }[] } {
  const definitions = useMemo((): ColumnDef<typeof sortedFeatures, Row>[] => {
    const collator = new Intl.Collator('vi')
    return columns.map(({ id, sortValue }) => ({
      id,
      accessorFn: sortValue,
      sortUndefined: 'last',
      sortFn: (a, b, column) => {
        const [left, right] = [a.getValue(column), b.getValue(column)]
        return typeof left === 'number' && typeof right === 'number'
          ? left - right
          : collator.compare(String(left), String(right))
      },
    }))
  }, [columns])
  const table = useTable({
    features: sortedFeatures,
    columns: definitions,
    data: rows as Row[],
    ...sortingBy(
      sort,
      columns.map(({ id }) => id),
      onSort,
    ),
  })
  return { heads: table.getHeaderGroups()[0]?.headers.map(({ column }) => headOf(column)) ?? [], rows: table.getRowModel().rows }
}

/** A column of a table whose rows are sorted by whoever has them. */
export interface PlannedColumn {
  readonly id: string
  /** In CSS pixels. */
  readonly width: number
}

/** A head with its place: `left` where it stays while the others are moved sideways. */
export interface PlannedHead extends Head {
  readonly width: number
  readonly left: number | null
}

const plannedFeatures = tableFeatures({ rowSortingFeature, columnVisibilityFeature, columnPinningFeature, columnSizingFeature })
const NO_ROWS: object[] = []

/** Which columns are shown, in which order, and which of them stay: `pinned` those that come first. */
export function usePlannedColumns(
  columns: readonly PlannedColumn[],
  shown: readonly string[],
  pinned: readonly string[],
  sort: Sort,
  onSort: (sort: Sort) => void,
): readonly PlannedHead[] {
  const definitions = useMemo(
    (): ColumnDef<typeof plannedFeatures, object>[] =>
      columns.map(({ id, width }) => ({ id, size: width, minSize: 40, accessorFn: () => undefined })),
    [columns],
  )
  const ids = columns.map(({ id }) => id)
  const { state, ...sorting } = sortingBy(sort, ids, onSort)
  const table = useTable({
    features: plannedFeatures,
    columns: definitions,
    data: NO_ROWS,
    manualSorting: true,
    ...sorting,
    state: {
      ...state,
      columnVisibility: Object.fromEntries(ids.map((id) => [id, shown.includes(id)])),
      columnPinning: { start: pinned.filter((id) => shown.includes(id)), end: [] },
    },
  })
  const heads = table.getHeaderGroups()[0]?.headers ?? []
  return heads.map(({ column }) => ({
    ...headOf(column),
    width: column.getSize(),
    left: column.getIsPinned() === 'start' ? column.getStart('start') : null,
  }))
}

interface SortableColumn {
  readonly id: string
  getIsSorted(): 'asc' | 'desc' | false
  getToggleSortingHandler(): ((event: unknown) => void) | undefined
}

function headOf(column: SortableColumn): Head {
  return { id: column.id, sorted: column.getIsSorted(), toggle: (event) => column.getToggleSortingHandler()?.(event) }
}

interface Sorted {
  readonly id: string
  readonly desc: boolean
}

function sortingBy(sort: Sort, ids: readonly string[], onSort: (sort: Sort) => void) {
  const id = sort?.replace(/^-/, '') ?? ''
  const sorting: Sorted[] = ids.includes(id) ? [{ id, desc: sort?.startsWith('-') ?? false }] : []
  return {
    state: { sorting },
    enableMultiSort: false,
    sortDescFirst: false,
    onSortingChange: (update: Sorted[] | ((before: Sorted[]) => Sorted[])) => {
      const [first] = typeof update === 'function' ? update(sorting) : update
      onSort(first ? `${first.desc ? '-' : ''}${first.id}` : null)
    },
  }
}
