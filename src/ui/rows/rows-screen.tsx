import type { OpenDataset } from '../../data/open-dataset.ts'
import { readRejects, rejectsSql } from '../../query/rows-query.ts'
import type { Room } from '../answer/room.ts'
import { useAsked } from '../answer/use-asked.ts'
import { UnderstoodList } from '../files/files-strip.tsx'
import { FailurePanel } from '../page/failure-panel.tsx'
import { NotAccepted } from './not-accepted.tsx'
import { ReportedRows } from './reported-rows.tsx'
import styles from './rows-screen.module.css'

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
