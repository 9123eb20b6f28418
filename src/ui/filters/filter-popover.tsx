import { Popover } from '@base-ui/react/popover'
import { ListFilter } from 'lucide-react'
import type { RowColumn } from '../../query/rows/row-columns.ts'
import type { Room } from '../answer/room.ts'
import { RowFilterField } from '../rows/row-filter-field.tsx'
import own from '../rows/rows-table.module.css'
import styles from './options-popover.module.css'

/** The button in the head of a column that opens its filter. */
export function FilterPopover({ room, column }: { readonly room: Room; readonly column: RowColumn }) {
  const say = room.words.rows
  const label = say.filter(say.columns[column.id])
  const isOn = room.view.rowFilters[column.id] !== undefined
  return (
    <Popover.Root>
      <Popover.Trigger className={own.filter ?? ''} aria-label={label} data-on={isOn}>
        <ListFilter size={16} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={styles.positioner ?? ''} align="start" sideOffset={4}>
          <Popover.Popup className={styles.popup ?? ''}>
            <Popover.Title className={styles.title ?? ''}>{label}</Popover.Title>
            <RowFilterField room={room} column={column} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
