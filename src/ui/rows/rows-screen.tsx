import type { OpenDataset } from '../../data/open-dataset.ts'
import { faultsSql, readFaults } from '../../query/rows-query.ts'
import type { Room } from '../answer/room.ts'
import { useAsked } from '../answer/use-asked.ts'
import { UnderstoodList } from '../files/understood-list.tsx'
import { FailurePanel } from '../page/failure-panel.tsx'
import { NotAccepted } from './not-accepted.tsx'
import { ReportedRows } from './reported-rows.tsx'
import styles from './rows-screen.module.css'

/** The rows themselves as they were reported, and those that were not accepted, with line, column and reason. */
export function RowsScreen({ room, opened }: { readonly room: Room; readonly opened: OpenDataset }) {
  const { dataset, words } = room
  const faults = useAsked(room, faultsSql(dataset), readFaults)
  return (
    <div className={styles.screen}>
      <ReportedRows room={room} opened={opened} />
      {faults.error ? <FailurePanel error={faults.error} words={words} keeps onRetry={faults.retry} /> : null}
      {faults.data && <NotAccepted room={room} faults={faults.data} opened={opened} />}
      <UnderstoodList report={opened.report} words={words} language={room.language} isOpen />
    </div>
  )
}
