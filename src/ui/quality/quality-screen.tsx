import type { OpenDataset } from '../../data/open-dataset.ts'
import type { Room } from '../answer/room.ts'
import { AccountSection } from './account-section.tsx'
import { CoverageSection } from './coverage-section.tsx'
import { FindingsSection } from './findings-section.tsx'
import { OwedSection } from './owed-section.tsx'
import styles from './quality-screen.module.css'
import { SourcesSection } from './sources-section.tsx'
import { WithheldSection } from './withheld-section.tsx'

/** Whether the figures can be relied upon: what became of every row, from whom, for which times, and what is in doubt. */
export function QualityScreen({ room, opened }: { readonly room: Room; readonly opened: OpenDataset }) {
  const { quality } = room.words
  return (
    <div className={styles.screen}>
      <header className={styles.lead}>
        <h1>{quality.title}</h1>
        <p>{quality.lead}</p>
        <p className={styles.quiet}>{quality.whatIsShown}</p>
      </header>
      <AccountSection room={room} opened={opened} />
      <SourcesSection room={room} />
      <CoverageSection room={room} />
      <OwedSection room={room} />
      <FindingsSection room={room} opened={opened} />
      <WithheldSection room={room} />
    </div>
  )
}
