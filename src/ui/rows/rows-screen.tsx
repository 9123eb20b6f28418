import type { OpenDataset } from '../../data/open-dataset.ts'
import type { Room } from '../answer/room.ts'
import { RejectedPart } from './rejected-part.tsx'
import { ReportedRows } from './reported-rows.tsx'
import styles from './rows-screen.module.css'

/** The rows themselves as they were reported, and those that were not accepted, with line, column and reason. */
export function RowsScreen({ room, opened }: { readonly room: Room; readonly opened: OpenDataset }) {
  return (
    <div className={styles.screen}>
      <ReportedRows room={room} opened={opened} />
      <RejectedPart room={room} opened={opened} />
    </div>
  )
}
