import type { OpenDataset } from '../data/open-dataset.ts'
import { readRejects, rejectsSql } from '../query/rows-query.ts'
import { FailurePanel } from './failure-panel.tsx'
import { UnderstoodList } from './files-strip.tsx'
import { NotAccepted } from './not-accepted.tsx'
import { ReportedRows } from './reported-rows.tsx'
import type { Room } from './room.ts'
import styles from './rows-screen.module.css'
import { useAsked } from './use-asked.ts'

/** The rows themselves as they were reported, and those that were not accepted, with line, column and reason. */
export function RowsScreen({ room, opened }: { readonly room: Room; readonly opened: OpenDataset }) {
  const { dataset, words } = room
  const rejected = useAsked(room, rejectsSql(dataset), readRejects)
  return (
    <div className={styles.screen}>
      <ReportedRows room={room} opened={opened} />
      {rejected.error ? <FailurePanel error={rejected.error} words={words} keeps onRetry={rejected.retry} /> : null}
      {rejected.data && <NotAccepted room={room} rejected={rejected.data} opened={opened} />}
      <UnderstoodList understood={opened.report.understood} words={words} language={room.language} isOpen />
    </div>
  )
}
