import { useState } from 'react'
import type { OpenDataset } from '../../data/open-dataset.ts'
import { EMPTY_VIEW } from '../../model/view.ts'
import { ROW_COLUMNS, type RowColumnId, rowColumn } from '../../query/rows/row-columns.ts'
import type { Room } from '../answer/room.ts'
import { FailurePanel } from '../page/failure-panel.tsx'
import { RowChips } from './row-chips.tsx'
import { RowDialog } from './row-dialog.tsx'
import { narrowedBy } from './row-filter-words.ts'
import { RowsDownload } from './rows-download.tsx'
import { RowsEmpty } from './rows-empty.tsx'
import styles from './rows-screen.module.css'
import { RowsTable } from './rows-table.tsx'
import { RowsToolbar } from './rows-toolbar.tsx'
import { useRows } from './use-rows.ts'

/** The accepted rows of a view, to be sorted, narrowed, read in full and taken along. */
export function ReportedRows({ room, opened }: { readonly room: Room; readonly opened: OpenDataset }) {
  const { words, setView } = room
  const say = words.rows
  const rows = useRows(room)
  const [open, setOpen] = useState<number | null>(null)
  const [seen, setSeen] = useState<{ readonly from: number; readonly to: number } | null>(null)
  const { numbers } = rows
  const all = opened.report.kept
  const columns = shownColumns(room, opened)
  const parts = narrowedBy(room)
  return (
    <section aria-label={say.title} data-rows={numbers?.length} data-waiting={rows.waiting}>
      <h1>{say.title}</h1>
      <p className={styles.count} role="status">
        {numbers ? say.count(numbers.length, all) : words.chrome.asking}
        {numbers && parts.length > 0 && <span className={styles.sub}>{say.narrowedBy(parts)}</span>}
      </p>
      <RowsToolbar
        room={room}
        columns={columns}
        download={numbers && numbers.length > 0 && <RowsDownload room={room} opened={opened} numbers={numbers} />}
      />
      <RowChips room={room} />
      {rows.error ? <FailurePanel error={rows.error} words={words} keeps={numbers !== undefined} onRetry={rows.retry} /> : null}
      {numbers?.length === 0 && !rows.waiting && (
        <RowsEmpty room={room} onClear={() => setView({ rowFilters: {}, search: EMPTY_VIEW.search })} />
      )}
      {numbers && numbers.length > 0 && (
        <>
          <RowsTable
            room={room}
            opened={opened}
            rows={rows}
            numbers={numbers}
            columns={columns}
            open={open}
            onOpen={setOpen}
            onSeen={setSeen}
          />
          <p className={styles.seen}>
            {seen && <span>{say.seen(seen.from + 1, seen.to + 1, numbers.length)}</span>}
            <span className={styles.keys}>{say.keys}</span>
          </p>
          <RowDialog room={room} opened={opened} rows={rows} index={open} onGo={setOpen} onClose={() => setOpen(null)} />
        </>
      )}
    </section>
  )
}

/** The columns of the view; of a reader's own files the usual ones say where a row stands. */
function shownColumns({ view, dataset }: Room, { files }: OpenDataset): readonly RowColumnId[] {
  if (view.rowColumns.length > 0) return view.rowColumns.flatMap((id) => rowColumn(id)?.id ?? [])
  const isOwn = dataset.localFile !== null
  return ROW_COLUMNS.filter(
    ({ id, usual }) => usual || (isOwn && id === 'line') || (isOwn && files.length > 1 && id === 'file'),
  ).map(({ id }) => id)
}
