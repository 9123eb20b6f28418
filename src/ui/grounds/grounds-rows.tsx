import { useState } from 'react'
import type { RowReason } from '../../model/rules/grounds.ts'
import type { GroundsRow } from '../../query/grounds-query.ts'
import type { Room } from '../answer/room.ts'
import styles from './grounds-panel.module.css'
import { GroundsRowView } from './grounds-row-view.tsx'

interface GroundsRowsProps {
  readonly room: Room
  readonly rows: readonly { readonly row: GroundsRow; readonly reason: RowReason | null }[]
}

/** Ten years of monthly reports are more rows than a panel opens with at once. */
const FIRST_ROWS = 40
const MORE_ROWS = 100

/** Rows of a figure, the first ones at once, the others on request. */
export function GroundsRows({ room, rows }: GroundsRowsProps) {
  const { words } = room
  const [most, setMost] = useState(FIRST_ROWS)
  const left = rows.length - most
  return (
    <>
      <ol className={styles.rows}>
        {rows.slice(0, most).map(({ row, reason }) => (
          <GroundsRowView key={row.row} room={room} row={row} reason={reason} />
        ))}
      </ol>
      {left > 0 && (
        <button type="button" className={styles.toRows} onClick={() => setMost(most + MORE_ROWS)}>
          {words.grounds.moreRows(Math.min(left, MORE_ROWS), left)}
        </button>
      )}
    </>
  )
}
