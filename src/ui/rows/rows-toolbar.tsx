import { Popover } from '@base-ui/react/popover'
import { Columns3, ListFilter } from 'lucide-react'
import type { ReactNode } from 'react'
import { ROW_COLUMNS, type RowColumnId } from '../../query/rows/row-columns.ts'
import type { Room } from '../answer/room.ts'
import popover from '../filters/options-popover.module.css'
import { PlainChoice } from '../filters/plain-choice.tsx'
import { RowFilterField, WordsField } from './row-filter-field.tsx'
import styles from './rows-screen.module.css'

interface RowsToolbarProps {
  readonly room: Room
  readonly columns: readonly RowColumnId[]
  readonly download: ReactNode
}

/** No column is called so: ids have no capitals. */
const FILE_ORDER = 'FILE'

/** Search, filters of every column, order, columns, download. */
export function RowsToolbar({ room, columns, download }: RowsToolbarProps) {
  const { view, words, setView } = room
  const say = words.rows
  const sorts = ROW_COLUMNS.flatMap(({ id }) => {
    const isOn = view.sort?.replace(/^-/, '') === id
    if (!columns.includes(id) && !isOn) return []
    const label = say.columns[id]
    return [
      { value: id, label: say.upward(label) },
      { value: `-${id}`, label: say.downward(label) },
    ]
  })
  const sort = sorts.some(({ value }) => value === view.sort) ? (view.sort ?? FILE_ORDER) : FILE_ORDER
  return (
    <div className={styles.toolbar}>
      <div className={styles.search}>
        <WordsField label={say.search} hint={say.searchHint} text={view.search} onText={(search) => setView({ search })} />
      </div>
      <div className={styles.sorting}>
        <PlainChoice
          label={say.sortBy}
          choices={[{ value: FILE_ORDER, label: say.fileOrder }, ...sorts]}
          chosen={sort}
          onChoose={(value) => setView({ sort: value === FILE_ORDER ? null : value })}
        />
      </div>
      <AllFilters room={room} />
      <ColumnChoice room={room} columns={columns} />
      {download}
    </div>
  )
}

/** The filters of all columns, for those that are not shown, and for phones, which have no heads. */
function AllFilters({ room }: { readonly room: Room }) {
  const { view, words } = room
  const say = words.rows
  const n = Object.keys(view.rowFilters).length
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.button ?? ''}>
        <ListFilter size={16} aria-hidden="true" />
        {n === 0 ? say.filters : say.filtersOn(n)}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={popover.positioner ?? ''} align="start" sideOffset={4}>
          <Popover.Popup className={popover.popup ?? ''}>
            <Popover.Title className={popover.title ?? ''}>{say.filters}</Popover.Title>
            <div>
              {ROW_COLUMNS.map((column) => (
                <details key={column.id} className={styles.fold} name="row-filters">
                  <summary data-on={view.rowFilters[column.id] !== undefined}>{say.columns[column.id]}</summary>
                  <RowFilterField room={room} column={column} />
                </details>
              ))}
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function ColumnChoice({ room, columns }: Pick<RowsToolbarProps, 'room' | 'columns'>) {
  const { view, words, setView } = room
  const say = words.rows
  const toggle = (id: RowColumnId) => {
    const kept = ROW_COLUMNS.map((column) => column.id).filter((one) => columns.includes(one) !== (one === id))
    setView({ rowColumns: kept })
  }
  return (
    <Popover.Root>
      <Popover.Trigger className={styles.button ?? ''}>
        <Columns3 size={16} aria-hidden="true" />
        {say.chooseColumns}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={popover.positioner ?? ''} align="end" sideOffset={4}>
          <Popover.Popup className={popover.popup ?? ''}>
            <Popover.Title className={popover.title ?? ''}>{say.chooseColumns}</Popover.Title>
            <div className={popover.group}>
              {ROW_COLUMNS.map(({ id }) => (
                <label key={id}>
                  {/* The place opens the row. */}
                  <input type="checkbox" checked={columns.includes(id)} disabled={id === 'place'} onChange={() => toggle(id)} />
                  {say.columns[id]}
                </label>
              ))}
            </div>
            {view.rowColumns.length > 0 && (
              <button type="button" className={styles.button} onClick={() => setView({ rowColumns: [] })}>
                {say.usualColumns}
              </button>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
