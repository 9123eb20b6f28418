import type { ReactNode } from 'react'
import type { Words } from '../../locale/words.ts'
import styles from './opening-screen.module.css'

/** What is shown until the first dataset is open: what is being done and how far it is. */
export function OpeningScreen({
  words,
  percent,
  onCancel,
}: {
  readonly words: Words
  readonly percent: number | null
  readonly onCancel: (() => void) | null
}) {
  return (
    <main className={styles.screen}>
      <p className={styles.name}>{words.chrome.appName}</p>
      <p role="status">
        {percent === null
          ? words.chrome.starting
          : percent < 100
            ? words.chrome.loadingEngine(percent)
            : words.chrome.loadingDataset}
      </p>
      <progress max={100} value={percent ?? undefined} aria-label={words.chrome.starting} />
      {onCancel && (
        <button type="button" onClick={onCancel}>
          {words.chrome.cancel}
        </button>
      )}
    </main>
  )
}

/** The same place when nothing could be opened: the name of the page, then what went wrong. */
export function FailedStart({ words, children }: { readonly words: Words; readonly children: ReactNode }) {
  return (
    <main className={styles.failed}>
      <h1 className={styles.name}>{words.chrome.appName}</h1>
      {children}
    </main>
  )
}
