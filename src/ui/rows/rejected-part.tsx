import type { OpenDataset } from '../../data/open-dataset.ts'
import { faultsSql, readFaults } from '../../query/rows-query.ts'
import type { Room } from '../answer/room.ts'
import { useAsked } from '../answer/use-asked.ts'
import { UnderstoodList } from '../files/understood-list.tsx'
import { FailurePanel } from '../page/failure-panel.tsx'
import { NotAccepted } from './not-accepted.tsx'

/** What became of the cells of a file: the rows that were not accepted, with every reason, and what was understood. */
export function RejectedPart({ room, opened }: { readonly room: Room; readonly opened: OpenDataset }) {
  const { dataset, words } = room
  const faults = useAsked(room, faultsSql(dataset), readFaults)
  return (
    <>
      {faults.error ? <FailurePanel error={faults.error} words={words} keeps onRetry={faults.retry} /> : null}
      {faults.data && <NotAccepted room={room} faults={faults.data} opened={opened} />}
      <UnderstoodList report={opened.report} words={words} language={room.language} isOpen />
    </>
  )
}
