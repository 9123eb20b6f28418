import type { ReactNode } from 'react'
import type { OpenDataset } from '../../data/open-dataset.ts'
import type { Room } from '../answer/room.ts'
import { FileChooser } from '../files/file-chooser.tsx'
import styles from './nothing-kept.module.css'
import { RejectedPart } from './rejected-part.tsx'

interface NothingKeptProps {
  readonly room: Room
  readonly opened: OpenDataset
  /** Where the header has no room for it. */
  readonly datasetPicker: ReactNode
  /** Null in a frame, which shows one view and nothing else. */
  readonly onFiles: ((files: readonly File[]) => void) | null
}

/** In the place of every screen, where no row of a file of one's own was accepted: its account, every reason, and what to do. */
export function NothingKept({ room, opened, datasetPicker, onFiles }: NothingKeptProps) {
  const { words, language } = room
  const { open } = words
  const all = opened.report.read + opened.held.length
  const print = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB')
  return (
    <div className={styles.screen}>
      <div className={styles.picker}>{datasetPicker}</div>
      <section className={styles.account}>
        <h1>{open.nothingTitle(opened.files.join(', '))}</h1>
        <p>
          {open.nothingAccount(print.format(all))} {opened.blankLines > 0 && open.blankLines(print.format(opened.blankLines))}
        </p>
        <ol className={styles.steps}>
          {open.nothingSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <RejectedPart room={room} opened={opened} />
      {onFiles && (
        <section aria-label={open.title}>
          <FileChooser words={words} onFiles={onFiles} />
        </section>
      )}
    </div>
  )
}
